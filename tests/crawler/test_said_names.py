"""What the page says that a control is called stays its label beside text that only stands near; what a person reads in its row wins."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync

STYLE = """<!doctype html><html lang=en><style>body{font:15px sans-serif}.k{border:1px solid #888;margin:8px 0;padding:4px;width:620px}
[role=switch]{width:40px;height:20px;border:0;border-radius:10px;background:#2a2;display:inline-block}
.r{display:flex;justify-content:space-between;align-items:center;width:620px;padding:10px}</style><h1>Privacy</h1>"""
OTHER = "<label><input type=checkbox> Compact lists</label>"


def switch(name: str, key: str = "aria-label") -> str:
    """A switch that says what it is called, and of which no word is drawn."""
    return f"<button role=switch aria-checked=true {key}='{name}'></button>"


def tick(name: str, key: str = "aria-label") -> str:
    """A box to tick that says what it is called."""
    return f"<input type=checkbox checked {key}='{name}'>"


def pick(name: str) -> str:
    """A select that says what it is called."""
    return f"<select aria-label='{name}'><option selected>Everyone<option>Friends</select>"


SAID = {
    "switch under the head and text of its card": (
        f"<div class=k><h2>Your data</h2><p>We use it to make things better.</p>{switch('Use my posts to train models')}</div>",
        "Use my posts to train models", "We use it to make things better.",
    ),
    "tick under the head and text of its card": (
        f"<div class=k><h2>Your reach</h2><p>Reach more people.</p>{tick('Share my location')}</div>",
        "Share my location", "Reach more people.",
    ),
    "select under a remark on the page": (
        f"<p>We last changed this page in May.</p>{pick('Who can see my birthday')}", "Who can see my birthday", "",
    ),
    "switch before the text of its card": (
        f"<div class=k><h2>Card one</h2>{switch('Share usage data')}<p>We value your privacy a lot.</p></div>",
        "Share usage data", "We value your privacy a lot.",
    ),
    "tick between the texts of its card": (
        f"<div class=k><h2>Card two</h2><p>Text before.</p>{tick('Allow tracking')}<p>You may opt out.</p></div>",
        "Allow tracking", "Text before. You may opt out.",
    ),
    "tick with a title right under the head of its card": (
        f"<div class=k><h2>Card four</h2>{tick('Send crash reports', 'title')}</div>", "Send crash reports", "",
    ),
    "tick with a label that is drawn for nobody": (
        "<div class=k><h2>Your data</h2><p>Details.</p><label for=h style='position:absolute;width:1px;height:1px;overflow:hidden;"
        "clip:rect(0,0,0,0)'>Use my posts to train models</label><input type=checkbox id=h checked></div>",
        "Use my posts to train models", "Details.",
    ),
    "select right under the head of its card": (
        f"<div class=k><h2>Card five</h2>{pick('Who may write to me')}</div>", "Who may write to me", "",
    ),
    "icon over a line of the page": (
        "<div><button role=switch aria-checked=false aria-label='Dark mode' style='background:none'>☾</button></div><p>11 people are reading</p>",
        "Dark mode", "",
    ),
    "icon in a bar with other text": (
        "<header class=r><b>Acme Notes</b><button role=switch aria-checked=false aria-label='Dark mode' style='background:none'>☾</button></header>",
        "Dark mode", "",
    ),
    "select over a footnote": (f"<div class=k>{pick('Who sees my photos')}<p><small>Changes take a day.</small></p></div>", "Who sees my photos", ""),
    "tick in a cell under the head of its column": (
        f"<div class=k><table><tr><td>{tick('Show my birthday')}<tr><td>Asked once a year</table></div>", "Show my birthday", "",
    ),
}  # fmt: skip
READ = {
    "row with other words": (f"<div class=r><span>Personalised ads</span>{switch('Use my profile for partners')}</div>", "Personalised ads"),
    "text and description in the column beside it": (
        f"<div class=r><div><div>Show activity</div><small>Friends see when you were here.</small></div><div>{switch('Last seen visible')}</div></div>",
        "Show activity",
    ),
    "head of a card at the left of the switch": (f"<div class='k r'><h2>Usage statistics</h2>{switch('Help us improve')}</div>", "Usage statistics"),
    "cell of its row": (f"<table><tr><td>Search engines<td>{tick('Indexing by others')}</table>", "Search engines"),
    "text that follows a tick": (f"<div class=k>{tick('Newsletter wanted')} Write to me weekly</div>", "Write to me weekly"),
    "label, whatever else is said": (
        f"<div class=k><h2>Mail</h2><label for=m>Monthly letter</label><p>Sent on Monday.</p>{tick('Other words').replace('<input', '<input id=m')}</div>",
        "Monthly letter",
    ),
    "head that says the same": (f"<div class=k><h2>Ad partners</h2><p>They pay us.</p>{switch('Allow ad partners')}</div>", "Ad partners"),
    "head with most of its words": (
        f"<div class=k><h2>Share your usage data</h2><p>All of it.</p>{switch('Share usage data with us')}</div>", "Share your usage data",
    ),
    "head over a switch that only says what it is": (f"<div class=k><h2>Face search</h2><p>In photos.</p>{switch('toggle')}</div>", "Face search"),
    "head over a switch that says an identifier": (f"<div class=k><h2>Face search</h2><p>In photos.</p>{switch('faceSearch_enabled')}</div>", "Face search"),
    "head over a switch that says its state": (f"<div class=k><h2>Face search</h2><p>In photos.</p>{switch('On')}</div>", "Face search"),
    "head over a switch that says what a click does": (f"<div class=k><h2>Face search</h2><p>In photos.</p>{switch('Turn off')}</div>", "Face search"),
    "caption over a select": (f"<div class=k><div>Profile photo</div>{pick('Choose the audience')}</div>", "Profile photo"),
    "question over a select": (f"<div class=k><h2>Who sees your photo?</h2>{pick('Audience of it')}</div>", "Who sees your photo?"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "label", "description"), SAID.values(), ids=SAID)
@pytest.mark.parametrize("more", ["", OTHER], ids=["alone", "beside another"])
def test_a_said_name_outweighs_what_only_stands_near(
    page: Page, pages: Any, body: str, label: str, description: str, more: str
) -> None:
    page.goto(pages.add("/", STYLE + body + more))
    seen = look_sync(page).controls[0]
    assert (seen.label, seen.description) == (label, description)


@pytest.mark.parametrize(("body", "label"), READ.values(), ids=READ)
def test_what_is_read_in_its_row_or_says_the_same_stays_the_label(page: Page, pages: Any, body: str, label: str) -> None:
    page.goto(pages.add("/", STYLE + body + OTHER))
    assert look_sync(page).controls[0].label == label


def test_a_name_that_every_control_says_tells_none_apart(page: Page, pages: Any) -> None:
    cards = (f"<div class=k><h2>{head}</h2><p>Shown.</p>{switch('Interruptor')}</div>" for head in ("Anuncios", "Historial"))
    page.goto(pages.add("/", STYLE + "".join(cards)))
    assert [c.label for c in look_sync(page).controls] == ["Anuncios", "Historial"]
