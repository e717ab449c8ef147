"""Drawn things that say nothing of themselves: what may set something is never clicked, what leads on still is. A real walk."""

from typing import Any

import pytest

from offswitch_recording.words import WhyNot

COUNTS = """<script>
addEventListener("click", (e) => {
  const hit = e.target.closest("[data-at]");
  if (!hit) return;
  if (hit.matches("a")) e.preventDefault();
  if (hit.dataset.to) location.href = hit.dataset.to; else fetch("/clicked?" + hit.dataset.at);
});
</script><style>body{font:15px sans-serif} [data-at]{cursor:pointer} .o{width:640px;padding:8px}</style>"""
COLOURS = ("#c22", "#2a2", "#22c", "#cc2")
SWATCHES = (
    "<h2>Accent</h2><div style='display:flex;gap:6px'>"
    + "".join(
        f"<div data-at=s{n} title='Colour {n}' style='width:34px;height:34px;border-radius:6px;background:{c};"
        f"{'box-shadow:0 0 0 2px #000' if n == 1 else ''}'></div>"
        for n, c in enumerate(COLOURS)
    )
    + "</div>"
)
AVATARS = (
    "<h2>Picture</h2><div>"
    + "".join(
        f"<span data-at=a{n} class='avatar avatar-{w}' style='display:inline-block;width:48px;height:48px;background:#89a'></span>"
        for n, w in enumerate(("fox", "owl", "cat", "elk"))
    )
    + "</div>"
)
STARS = "<h2>Rate us</h2><div>" + "".join(f"<span data-at=r{n}>★</span>" for n in range(5)) + "</div>"
NAMED_STARS = (
    "<h2>Quality</h2><div>"
    + "".join(f"<b data-at=q{n} class=rating-star aria-label='{n} of 5'>★</b>" for n in range(5))
    + "</div>"
)
STEPPER = "<div class=o>Rows <button data-at=p1>−</button> <b>12</b> <button data-at=p2>+</button></div>"
CHIPS = (
    "<h2>Density</h2><div style='display:flex;gap:9px'>"
    + "".join(
        f"<div data-at=d{n} style='padding:6px 12px;border:1px solid {'#06c' if n == 1 else '#ccc'}'>{w}</div>"
        for n, w in enumerate(("Roomy", "Snug", "Tight"))
    )
    + "</div>"
)
PICKED = "<h2>Reach</h2>" + "".join(
    f"<div data-at=k{n} class='card {'is-selected' if n == 2 else ''}' style='width:300px;height:40px'>{w}</div>"
    for n, w in enumerate(("Everyone", "Friends", "Nobody"))
)
HANDLES = (
    "<ul>"
    + "".join(
        f"<li><button data-at=h{n}><svg class='icon-grip-dots' width=20 height=20><path d='M0 0h9'/></svg></button> Item {n}</li>"
        for n in range(3)
    )
    + "</ul>"
)
TRISTATE = """<div class=o data-at=t1><i class="tri-state-box half" style="display:inline-block;width:14px;height:14px;background:#777"></i>
<span>All the folders</span></div>"""
HASHED = (
    "<h2>Paper</h2><div style='display:flex;gap:9px'>"
    + "".join(
        f"<a href='#' data-at=n{n} class='opt {'is-active' if n == 0 else ''}'>{w}</a>"
        for n, w in enumerate(("Plain", "Ruled", "Squared"))
    )
    + "</div>"
)
STATED = """<div class=o data-at=e1 style="display:flex;justify-content:space-between"><span>Shown online</span><span>On</span></div>
<div class=o data-at=e2>Standort – aus</div><p><a href="#" data-at=e3>Contact syncing: off</a></p>
<button data-at=e4><svg width=12 height=12><circle r=4 /></svg> Account history: enabled</button>"""
SORTED = """<table><thead><tr><th aria-sort=ascending><button data-at=o1>Name</button></th><th><a data-at=o2 href="?order=size">Size</a></th>
<th data-at=o3 aria-sort=none>Changed</th><th><div><span class=o data-at=o4 tabindex=0>Owner</span></div></th></tr></thead>
<tr><td>Shared notes<td>3 MB<td>Monday<td>Sam</table><div role=grid><div role=row><div role=columnheader aria-sort=none tabindex=0 data-at=o5>Privacy</div></div></div>"""
SETTERS = {
    "heads of columns that sort": SORTED,
    "colour swatches": SWATCHES, "avatar picker": AVATARS, "star rating": STARS, "named stars": NAMED_STARS, "stepper": STEPPER, "density chips": CHIPS,
    "cards of which one is picked": PICKED, "drag handles": HANDLES, "custom tri-state square": TRISTATE, "links to nowhere": HASHED,
    "things that say how they stand": STATED,
}  # fmt: skip
PENCIL = "<svg class='{}' width=20 height=20 data-at=x data-to=/deep style='cursor:pointer'><path d='M0 0h9v9'/></svg>"
ROWS = "".join(
    f"<div class=o data-at=x data-to='/{t}' style='height:44px'>{w}</div>"
    for t, w in (("other", "Labs"), ("deep", "Household"))
)
DOORS = {
    "a bare pencil": "<p>Nickname: Sam " + PENCIL.format("icon-pencil") + "</p>",
    "a pencil in each of several rows": "".join(f"<div class=o>Name {n} {PENCIL.format('icon-edit')}</div>" for n in range(3)),
    "a bare row": ROWS,
    "a sidebar of which one is marked": "<div class=sidebar>" + ROWS.replace("class=o", "class='o active'", 1) + "</div>",
    "drawn tabs": "<div class=tabs style='display:flex;gap:20px'><span data-at=x data-to=/ class=active>General</span>"
    "<span data-at=x data-to=/other>Labs</span><span data-at=x data-to=/deep>Household</span></div>",
    "a row with a badge": "<div class=o data-at=x data-to=/deep style='height:44px'>Household <span class=chip>New</span></div>",
    "a row with a state and an arrow": "<div class=o data-at=x data-to=/deep>Household: on <span>›</span></div>",
    "a link to nowhere": "<a href='#' data-at=x data-to=/deep>Household</a>",
    "a button to the menu": "<button class=menu-toggle data-at=x data-to=/deep>Household</button>",
    "the name of a column, of another page": "<table><thead><tr><th>Name<th><a data-at=x data-to=/deep href=/deep>Visibility</a></tr></thead>"
    "<tr><td>Notes<td>Friends</table>",
    "a column that opens a menu": "<table><tr><th><button aria-haspopup=menu data-at=x data-to=/deep>Columns</button><tr><td>Notes</table>",
    "a gear among icons": "<div>" + "".join(
        f"<button data-at=x data-to=/{t}><svg class='icon icon-{w}' width=20 height=20><path d='M0 0h9'/></svg></button>"
        for w, t in (("bell", "other"), ("gear", "deep"), ("help", "other"))
    ) + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("body", SETTERS.values(), ids=SETTERS)
def test_what_may_set_something_is_never_clicked(pages: Any, walk_to: Any, body: str) -> None:
    pages.add("/next", "<h1>Next</h1><label><input type=checkbox> Deeper</label>")
    recording = walk_to(pages.add("/", f"{COUNTS}<h1>Looks</h1>{body}<p><a href=/next>Privacy</a></p>")).recording
    assert [g for g in pages.gets if g.startswith("/clicked")] == []
    assert "Deeper" in [c.label for c in recording.controls]
    left = [d for d in recording.doors if d.label != "Privacy"]
    assert all(not d.taken and d.why_not in (WhyNot.UNSURE, WhyNot.ACTING) for d in left), left


@pytest.mark.parametrize("body", DOORS.values(), ids=DOORS)
def test_what_leads_on_is_still_taken(pages: Any, walk_to: Any, body: str) -> None:
    pages.add("/deep", "<h1>Deep</h1><label><input type=checkbox> Deeper</label>")
    pages.add("/other", "<h1>Other</h1>")
    recording = walk_to(pages.add("/", f"{COUNTS}<h1>Looks</h1>{body}")).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Deeper", 1)]


def test_initials_that_are_called_an_account_menu_are_a_door(pages: Any, walk_to: Any) -> None:
    body = """<header><button aria-label="Account menu" onclick="m.hidden = !m.hidden">SD</button>
        <div id=m hidden><a href="/settings">Settings</a></div></header><h1>Boards</h1><p>Nothing here yet.</p>"""
    pages.add("/settings", "<h1>Settings</h1><label><input type=checkbox checked> Show my boards</label>")
    recording = walk_to(pages.add("/", body)).recording
    assert [(c.label, c.path) for c in recording.controls] == [("Show my boards", ["SD", "Settings"])]
