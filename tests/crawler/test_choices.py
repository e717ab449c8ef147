"""Bare things that are answers of a choice are never clicked, and bare things that are a list of pages are all opened. Real walks."""

from typing import Any

from offswitch_recording.words import WhyNot

COUNTS = """<script>
addEventListener("click", (e) => {
  const hit = e.target.closest("[data-at]");
  if (!hit) return;
  e.preventDefault();
  fetch("/clicked?" + hit.dataset.at);
});
</script><style>[data-at]{cursor:pointer} .g{display:flex;gap:8px;list-style:none}</style>"""
CHOICES = {
    "Density": ("Compact", "Cosy", "Comfortable"), "Audience": ("Everyone", "Only me"), "Diagnostics": ("Off", "Basic data", "All data"),
    "Plan": ("Starter", "Team"), "Pause": ("15 minutes", "1 hour"), "Kind": ("Public account", "Private account"),
}  # fmt: skip
BUTTON = "<button data-at='b-{0}'>{0}</button>"
CARD = "<div data-at='c-{0}' style='width:600px;padding:12px'><h3>{0}</h3><p>{1}</p></div>"
TILE = "<li><div><h3>{0}</h3><footer><button data-at='t-{0}'>Choose</button></footer></div></li>"
PAGES = ("Account", "Notifications", "Stickers", "Data & personalization")


def _drawn(shape: str, answers: tuple[str, ...]) -> str:
    return "".join(shape.format(a, "What it means to you, in some words. " * n) for n, a in enumerate(answers, start=1))


def test_no_answer_of_a_choice_is_clicked(pages: Any, walk_to: Any) -> None:
    choices = "".join(
        f"<section><h2>{about}</h2><div class=g>{_drawn(BUTTON, answers)}</div>{_drawn(CARD, answers)}<ul class=g>{_drawn(TILE, answers)}</ul></section>"
        for about, answers in CHOICES.items()
    )
    pages.add("/next", "<h1>Next</h1><label><input type=checkbox> Deeper</label>")
    secret = "<p><input type=password> <button data-at=secret>Show password</button></p>"
    acting = "<a href='/prefs/ads/off'>Ads settings</a> <a href='/item/3/delete'>Privacy</a> <a href='/?theme=dark'>Appearance</a>"
    recording = walk_to(
        pages.add("/", f"{COUNTS}<h1>Choices</h1>{choices}{secret}<p>{acting} <a href=/next>Safety</a></p>")
    ).recording
    asked = ("/clicked", "/prefs", "/item", "/?")
    assert [g for g in pages.gets if g.startswith(asked)] == []
    assert "Deeper" in [c.label for c in recording.controls]
    assert {d.why_not for d in recording.doors if not d.taken} <= {WhyNot.UNSURE, WhyNot.ACTING}


def test_every_entry_of_a_list_of_pages_is_opened(pages: Any, walk_to: Any) -> None:
    entries = "".join(f"<button data-to='{n}'>{label}</button>" for n, label in enumerate(PAGES))
    panels = "".join(
        f"<section id=p{n} hidden><h2>{label}</h2>{'<p>Words.</p>' * n}<label><input type=checkbox> Switch {n}</label></section>"
        for n, label in enumerate(PAGES)
    )
    script = """<script>addEventListener("click", (e) => {
      const hit = e.target.closest("[data-to]");
      if (hit) document.querySelectorAll("section").forEach((s) => { s.hidden = s.id !== "p" + hit.dataset.to; });
    });</script>"""
    recording = walk_to(pages.add("/", f"<h1>Settings</h1><div>{entries}</div>{panels}{script}")).recording
    found = sorted((c.label, c.depth) for c in recording.controls)
    assert found == [(f"Switch {n}", 1) for n in range(len(PAGES))]
