"""Walks the twins that are for training, fair pages among them, and keeps their recordings, small, for the classifier to learn from.

python bench/record_twins.py [NAME…]     writes classifier/corpus/screens/*.json; with names, only twins that hold one of them
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from offswitch import api
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_recording.schema import Recording
from offswitch_recording.words import Account, StartIs

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "classifier/corpus/screens"
SIDES = ("deceptive", "fair", "redressed", "page")
HOST = re.compile(r"127\.0\.0\.1:\d+")
LEFT_OUT = {
    "screens": {"__all__": {"steps", "fingerprint", "pictures", "text", "headings"}},
    "controls": {"__all__": {"steps", "fingerprint", "shadow_path", "no_box_reason"}},
    "politeness": True, "profile": True, "blocked": True, "untouched": True, "budgets": True, "tool": True, "browser": True,
    "finished_at": True, "exits": True, "sent_frames": True, "cleared": True, "errors": True, "templates": True,
}  # fmt: skip
SECONDS = 90.0


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on loopback; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def recorded(folder: Path) -> Recording:
    """Walk a folder's pages from its index, with a fresh account."""
    profile = Profile(account=Account.FRESH, start_is=StartIs.SETTINGS)
    with tempfile.TemporaryDirectory() as out, served(folder) as url:
        return api.walk(url, Path(out) / "walk", profile=profile, options=Options(max_seconds=SECONDS)).recording


def small(recording: Recording) -> dict[str, object]:
    """What the classifier reads, without what differs from walk to walk."""
    made = recording.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=LEFT_OUT)
    made["started_at"] = "2025-01-01T00:00:00Z"
    text = HOST.sub("127.0.0.1", json.dumps(made, ensure_ascii=False))
    found: dict[str, object] = json.loads(text)
    return found


def twins(folder: Path, use: str) -> Iterator[tuple[str, Path, dict[str, object], str]]:
    """Group, pages, truth and side of every twin for one use."""
    for file in sorted(folder.glob("*/*/truth.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        if truth.get("use") == use:
            for side in SIDES:
                if (file.parent / side).is_dir():
                    yield f"{file.parent.parent.name}/{file.parent.name}", file.parent / side, truth, side


def example(group: str, pages: Path, truth: dict[str, object], side: str) -> dict[str, object]:
    """One recording with what it carries."""
    carries = side in ("deceptive", "redressed")
    where = truth.get("where")
    label = where["label"] if carries and isinstance(where, dict) else ""
    return {
        "pattern": truth["pattern"] if carries else None, "label": label, "group": group, "recording": small(recorded(pages))
    }  # fmt: skip


def keep(name: str, made: dict[str, object]) -> None:
    """Write one example."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (SCREENS / f"{name}.json").write_text(text.replace('},{"', '},\n{"') + "\n", encoding="utf-8")


def main() -> None:
    """Walk and keep."""
    wanted = sys.argv[1:]
    for group, pages, truth, side in twins(ROOT / "fixtures/twins", "train"):
        name = f"{group.replace('/', '--')}--{side}"
        if not wanted or any(w in name for w in wanted):
            keep(name, example(group, pages, truth, side))
            print(name, flush=True)


if __name__ == "__main__":
    main()
