"""`Next` is taken among counted steps of which more follow, where nothing has to be filled in; nowhere else. A real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.doors import judge
from offswitch_crawler.look import look_sync
from offswitch_crawler.sites import Bounds

SETUP = """<h1>Settings</h1><button aria-haspopup=dialog id=o>Privacy check-up</button><dialog id=d></dialog><script>
const steps = ['Share my rides', 'Show me on the map', 'Keep my history'];
const show = (n) => {
  d.innerHTML = `<h2>${steps[n]}</h2><p>Step ${n + 1} of 3</p><label><input type=checkbox> ${steps[n]}</label>
    <p><button class=back ${n ? '' : 'disabled'}>Back</button> <button class=go>${n < 2 ? 'Next' : 'Continue'}</button>`;
  d.querySelector('.go').onclick = () => n < 2 ? show(n + 1) : fetch('/done', {method: 'POST'});
  d.querySelector('.back').onclick = () => show(n - 1);
};
o.onclick = () => { show(0); d.showModal(); };
</script>"""


def test_a_check_up_in_steps_is_walked_to_its_last_step_and_not_ended(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", SETUP)).recording
    assert {(c.label, c.depth, c.depth_is) for c in recording.controls} == {
        ("Share my rides", 1, "exact"), ("Show me on the map", 2, "exact"), ("Keep my history", 3, "exact"),
    }  # fmt: skip
    assert [(d.label, d.taken) for d in recording.doors if d.label in ("Next", "Continue")] == [
        ("Next", True), ("Next", True), ("Continue", False),
    ]  # fmt: skip
    assert pages.writes == [] and recording.blocked == []
    assert recording.ended_by == "complete" and recording.untouched.changed == []


NEXT = "<p><button type=button>{}</button></p>"
TICK = "<label><input type=checkbox> Share my rides</label>"
TAKEN = {
    "en": "<h2>Tour</h2><p>Step 1 of 3</p>" + TICK + NEXT.format("Next"),
    "de": "<h2>Rundgang</h2><p>Schritt 2 von 3</p>" + TICK + NEXT.format("Weiter"),
    "hu": "<h2>Bemutató</h2><p>1. lépés, összesen 3</p>" + TICK + NEXT.format("Tovább"),
    "id": "<h2>Tur</h2><p>Langkah 1 dari 3</p>" + TICK + NEXT.format("Lanjut"),
    "vi": "<h2>Giới thiệu</h2><p>Bước 1 / 3</p>" + TICK + NEXT.format("Tiếp theo"),
    "ja": "<h2>ツアー</h2><p>ステップ 1/3</p>" + TICK + NEXT.format("次へ"),
    "zh": "<h2>导览</h2><p>步骤 1（共 3 步）</p>" + TICK + NEXT.format("下一步"),
    "nl": "<ol><li aria-current=step>Ritten</li><li>Kaart</li></ol>" + TICK + NEXT.format("Volgende ›"),
}  # fmt: skip
LEFT = {
    "nothing counts": "<h2>Tour</h2>" + TICK + NEXT.format("Next"),
    "pages of a list": "<p>Page 1 of 3</p>" + TICK + NEXT.format("Next"),
    "the last step": "<p>Step 3 of 3</p>" + TICK + NEXT.format("Continue"),
    "the last of a list of steps": "<ol><li>Rides</li><li aria-current=step>Map</li></ol>" + TICK + NEXT.format("Continue"),
    "beside a table": "<p>Step 1 of 3</p><table><tr><td>Ann<td>Bo</table>" + NEXT.format("Next"),
    "a field to fill": "<p>Step 1 of 3</p><input aria-label=Name>" + NEXT.format("Next"),
    "a form that is sent": "<form method=post><p>Step 1 of 3</p>" + TICK + "<button>Next</button></form>",
    "more than the word": "<p>Step 1 of 3</p>" + TICK + NEXT.format("Next: we book it"),
    "too many to be steps": "<p>Step 1 of 400</p>" + TICK + NEXT.format("Next"),
}  # fmt: skip


def takes(page: Page, url: str, language: str, body: str) -> list[bool]:
    page.goto(url)
    page.set_content(f"<!doctype html><html lang={language}><title>t</title><h1>.</h1><main>{body}</main>")
    look = look_sync(page)
    return [judge(d, look.layers[-1], look.language, Bounds(url, (), (), ())).take for d in look.doors if d.tag == "button"]


@pytest.mark.parametrize("language", TAKEN)
def test_next_leads_on_among_counted_steps(pages: Any, page: Page, language: str) -> None:
    assert takes(page, pages.add("/", ""), language, TAKEN[language]) == [True]


@pytest.mark.parametrize("name", LEFT)
def test_next_is_left_alone_where_it_may_send_or_has_no_end(pages: Any, page: Page, name: str) -> None:
    assert takes(page, pages.add("/", ""), "en", LEFT[name]) == [False]


WORDS_ALONE = """<h1>Settings</h1><button aria-haspopup=dialog id=o>Take the tour</button><dialog id=d><p id=w></p><p id=c></p>
<div id=t></div><button id=go>Next</button></dialog><script>
let n = 0;
const show = () => {
  w.textContent = ['Welcome.', 'Your rides are yours.', 'Who may see them?'][n]; c.textContent = `Step ${n + 1} of 3`;
  t.innerHTML = n == 2 ? '<label><input type=checkbox checked> Share my rides</label>' : '';
  go.textContent = n == 2 ? 'Finish' : 'Next';
};
o.onclick = () => { n = 0; show(); d.showModal(); }; go.onclick = () => { n++; show(); };
</script>"""


def test_steps_that_differ_in_words_alone_and_keep_their_button_are_walked(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", WORDS_ALONE)).recording
    assert [(c.label, c.depth, c.depth_is, c.state) for c in recording.controls] == [("Share my rides", 3, "exact", "on")]
    assert recording.ended_by == "complete"
