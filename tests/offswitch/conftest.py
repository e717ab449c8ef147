"""A hand-made recording of a shop's settings, with findings and drawn pictures: no walk, no model."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from offswitch.pictures import fonts
from offswitch_recording import folder as folders
from offswitch_recording import manifest
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
Made = tuple[Recording, Findings, Path]
LABELS = [
    ("Use my orders to train our models", "on", "ai_training", "on_invasive", 0.97),
    ("Share diagnostics with the maker", "on", "telemetry", "on_invasive", 0.91),
    ("Personalised adverts", "off", "ads", "on_invasive", 0.04),
    ("Bekanntmachungen per E-Mail für Käufer", "on", "marketing", "on_invasive", 0.83),
    ("設定を共有する", "off", "data_sharing", "on_invasive", 0.1),
    ("Two-factor login", "off", "security", "neutral", 0.02),
]


def page(width: int, scale: float, labels: list[str], title: str) -> tuple[Image.Image, list[tuple[int, int, int, int]]]:
    """A settings page as a picture, and the boxes of its switches in pixels."""
    px = lambda v: round(v * scale)  # noqa: E731
    height = 170 + 74 * len(labels)
    image = Image.new("RGB", (px(width), px(height)), "#fbfbfd")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, px(width), px(48)), fill="#27364b")
    fonts.write(pen, px(16), px(12), "Kiosk", px(18), "#ffffff")
    fonts.write(pen, px(16), px(64), title, px(22), "#111111")
    boxes = []
    for n, label in enumerate(labels):
        top = 120 + 74 * n
        pen.line((px(16), px(top - 12), px(width - 16), px(top - 12)), fill="#dddddd")
        fonts.write(pen, px(16), px(top), fonts.shorten(label, px(16), px(width - 100)), px(16), "#222222")
        fonts.write(pen, px(16), px(top + 24), "You can change this at any time.", px(12), "#77777f")
        box = (px(width - 64), px(top + 4), px(44), px(24))
        pen.rounded_rectangle((box[0], box[1], box[0] + box[2], box[1] + box[3]), radius=px(12), fill="#2a7de1")
        boxes.append(box)
    return image, boxes


def control(n: int, screen: str, box: tuple[int, int, int, int], label: str, state: str) -> dict[str, object]:
    return {
        "id": f"c{n}", "screen": screen, "kind": "switch", "label": label, "state": state, "picture": 0, "box": box,
        "section": ["Privacy", "Your data"], "depth": 2, "depth_is": "exact" if n % 2 else "at_most",
        "path": ["Settings", "Your data"], "fingerprint": f"f{n}", "font_px": 16, "contrast": {"label": 12.1},
        "steps": [{"action": "click", "door": "d1"}, {"action": "click", "door": "d2"}], "read_from": "aria",
        "effort": {"clicks": 2, "scroll_viewports": 0.5, "options_seen": 31, "words": 240, "klm_seconds": 9.4},
    }  # fmt: skip


def records(boxes: list[tuple[int, int, int, int]], scale: float, labels: list[str]) -> tuple[Recording, Findings]:
    picture = [{"scale": scale, "file": f"screens/s{n}.png"} for n in (1, 2, 3)]
    screens = [
        {"id": "s1", "kind": "page", "parent": None, "url": "https://kiosk.example/", "title": "Kiosk", "depth": 0},
        {"id": "s2", "kind": "page", "parent": None, "url": "https://kiosk.example/settings", "title": "Settings",
         "depth": 1, "path": ["Settings"], "search_boxes": [
             {"label": "Search settings", "settings": True, "picture": 0, "box": (16, 60, 300, 32)},
             {"label": "Search", "settings": False, "picture": 0, "box": (900, 8, 300, 32)}]},
        {"id": "s3", "kind": "page", "parent": None, "url": "https://kiosk.example/settings/data?tab=1",
         "title": "Your data", "depth": 2, "path": ["Settings", "Your data"], "language": "en"},
    ]  # fmt: skip
    controls = [
        control(n, "s3", box, label, LABELS[(n - 1) % len(LABELS)][1])
        for n, (box, label) in enumerate(zip(boxes, labels, strict=True), start=1)
    ]
    recording = Recording.model_validate(
        {
            "start_url": "https://kiosk.example/", "started_at": "2025-03-01T10:00:00Z",
            "finished_at": "2025-03-01T10:01:12Z", "tool": "offswitch/0.1.0", "browser": "Chromium 130",
            "account": "fresh", "start_is": "home", "ended_by": "complete",
            "budgets": {"screens": 200, "seconds": 900, "depth": None},
            "politeness": {"robots": "allowed", "rate_per_second": 1, "user_agent": "Browser/130 offswitch/0.1.0"},
            "screens": [{**s, "pictures": [p], "size": (1280, 600)} for s, p in zip(screens, picture, strict=True)],
            "controls": controls,
            "doors": [
                {"id": "d1", "screen": "s1", "label": "Settings", "to": "s2", "taken": True, "outcome": "screen"},
                {"id": "d2", "screen": "s2", "label": "Your data", "to": "s3", "taken": True, "outcome": "screen"},
                {"id": "d3", "screen": "s2", "label": "Delete account", "why_not": "acting"},
            ],
            "exits": [{"site": "ads.example", "count": 3}],
            "blocked": [{"method": "POST", "url": "https://kiosk.example/seen", "screen": "s3", "count": 2}],
            "untouched": {"checked": len(controls)},
        }
    )  # fmt: skip
    return recording, findings(labels)


def findings(labels: list[str]) -> Findings:
    readings, found = [], []
    for n in range(1, len(labels) + 1):
        _, state, purpose, polarity, preselected = LABELS[(n - 1) % len(LABELS)]
        readings.append(
            {"control": f"c{n}", "purpose": purpose, "purpose_probability": 0.9, "polarity": polarity,
             "polarity_probability": 0.95, "preselected": preselected}
        )  # fmt: skip
        if state == "on":
            found.append(one_finding(n, "bad-defaults", preselected, ["high", "medium", "low"][n % 3 - 1]))
    found.append(one_finding(1, "hidden-information", 0.61, "medium"))
    found.append({**one_finding(1, "privacy-maze", 0.55, "low"), "control": None})
    found.sort(key=lambda f: -float(str(f["probability"])))
    thresholds = {p: {"1%": 0.9, "5%": 0.7, "10%": 0.5} for p in ("bad-defaults", "hidden-information", "privacy-maze")}
    return Findings.model_validate(
        {
            "model": {"version": "1", "sha256": {"purpose.skops": "0" * 64}}, "thresholds": thresholds,
            "controls": readings, "findings": [{**f, "id": f"f{i}"} for i, f in enumerate(found, 1)],
            "incomplete": [{"pattern": "nagging", "screen": None, "reason": "needs a second recording"}],
            "screens": [
                {"screen": "s1", "score": 0.02, "patterns": {"bad-defaults": 0.02}},
                {"screen": "s3", "score": 0.98, "patterns": {"bad-defaults": 0.97, "hidden-information": 0.61}},
            ],
        }
    )  # fmt: skip


def one_finding(n: int, pattern: str, probability: float, severity: str) -> dict[str, object]:
    return {
        "id": "", "fingerprint": f"{pattern}-{n}", "pattern": pattern, "screen": "s3", "control": f"c{n}",
        "probability": probability, "severity": severity, "why": "It was found on, and on gives data away.",
        "evidence": {"facts": {"state": "on", "depth_clicks": 2, "contrast_ratio": 12.1}},
        "contributions": [{"name": "purpose", "value": "ai_training", "effect": 1.7}],
        "references": ["EDPB Guidelines 03/2022, 4.2.1", "Gray et al. 2024: Bad defaults"],
    }  # fmt: skip


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Made]:
    """Makes a sealed and scored recording folder: make(width=, scale=, labels=)."""

    def made(width: int = 1280, scale: float = 1, labels: list[str] | None = None, name: str = "kiosk") -> Made:
        shown = labels if labels is not None else [label for label, *_ in LABELS]
        folder = tmp_path / name
        (folder / "screens").mkdir(parents=True)
        image, boxes = page(width, scale, shown, "Your data")
        image.save(folder / "screens/s3.png")
        for n, title in ((1, "Welcome"), (2, "Settings")):
            page(width, scale, ["Your data", "Help"], title)[0].save(folder / f"screens/s{n}.png")
        recording, found = records(boxes, scale, shown)
        folders.replace(folder / folders.RECORDING, folders.dump(recording))
        manifest.seal(folder, [folder / folders.RECORDING, *(folder / "screens").iterdir()])
        folders.write_findings(folder, found)
        return recording, found, folder

    return made
