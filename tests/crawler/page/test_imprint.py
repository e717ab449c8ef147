"""imprint.js: what changes which part of an imprint, and that nothing else does."""

from typing import Any

import pytest

from offswitch_crawler.imprint import IMPRINT, STANDING

PAGE = """<style>.drop ul { display: none } .drop:hover ul { display: block } #long { height: 80px; overflow: auto }</style>
<h1>Privacy</h1><label><input type=checkbox id=box> Ads</label> <input id=field> <select id=pick><option>No<option>Yes</select>
<div class=drop id=drop>More<ul><li>Move</li></ul></div><div id=long><p style="height: 900px" id=p>Words</p></div>
<div id=host></div><dialog id=over>Sure?</dialog><div id=pop popover>Tip</div><a href="#" id=link>Link</a>
<script>host.attachShadow({ mode: "open" }).innerHTML = "<b id=inner>In</b><input type=checkbox>"</script>"""

CONTENT, STAND = 0, 1


def changed(scripts: Any, script: str) -> set[int]:
    """Which of the two differ after a script of the page, once all of it was looked at."""
    scripts.show(PAGE)
    scripts.scan()
    before = scripts.call(IMPRINT)
    assert scripts.call(IMPRINT) == before
    scripts.page.evaluate(script)
    after = scripts.call(IMPRINT)
    return {n for n in (CONTENT, STAND) if before[n] != after[n]}


@pytest.mark.parametrize(
    ("script", "what"),
    [
        ("p.textContent = 'Other words'", {CONTENT}),
        ("p.className = 'on'", {CONTENT}),
        ("field.value = 'x'", {CONTENT}),
        ("host.shadowRoot.querySelector('b').textContent = 'Out'", {CONTENT}),
        ("host.shadowRoot.append(document.createElement('i'))", {CONTENT}),
        ("host.shadowRoot.querySelector('input').checked = true", {CONTENT}),
        ("box.checked = true", {CONTENT}),
        ("box.indeterminate = true", {CONTENT}),
        ("pick.selectedIndex = 1", {CONTENT}),
        ("link.outerHTML = link.outerHTML", set()),
        ("document.getElementById('long').scrollTop = 40", {STAND}),
        ("link.focus()", {STAND}),
        ("document.styleSheets[0].insertRule('.drop { display: none }', 2)", {CONTENT}),
    ],
)
def test_what_a_change_is_seen_in(scripts: Any, script: str, what: set[int]) -> None:
    assert changed(scripts, script) == what


def test_elements_that_were_replaced_stand_no_more(scripts: Any) -> None:
    scripts.show(PAGE)
    numbers = [n.uid for n in scripts.scan().nodes]
    assert scripts.call(STANDING, numbers)
    scripts.page.evaluate("link.outerHTML = link.outerHTML")
    assert not scripts.call(STANDING, numbers)


def test_a_popover_and_a_dialog_on_top_are_other_content(scripts: Any) -> None:
    assert CONTENT in changed(scripts, "pop.showPopover()")
    assert CONTENT in changed(scripts, "over.showModal()")


def test_a_menu_under_the_pointer_is_other_content(scripts: Any) -> None:
    scripts.show(PAGE)
    scripts.scan()
    before = scripts.call(IMPRINT)
    scripts.page.hover("#drop")
    assert scripts.call(IMPRINT)[CONTENT] != before[CONTENT]
