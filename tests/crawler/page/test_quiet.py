"""quiet.js: when a document has come to rest. Each page marks its own events; what is asserted is what came before the end."""

from typing import Any

import pytest

from offswitch_crawler.settle import QUIET

CAP = 4000


def waited(
    scripts: Any, body: str, *, quiet: int = 150, busy: int = 600, cap: int = CAP, never: tuple[str, ...] = ()
) -> tuple[str, bool, float]:
    """To what the document was left, whether its change had come by then, and how long that took, ms."""
    scripts.show(f"{body}<script>window.began = performance.now()</script>")
    left = scripts.call(QUIET, {"still": quiet, "busy": busy, "cap": cap, "never": list(never)})
    changed, took = scripts.page.evaluate("[Boolean(window.changed), performance.now() - window.began]")
    return str(left), changed, took


def later(change: str, ms: int = 100) -> str:
    return f"<p id=p>Words</p><script>setTimeout(() => {{ {change}; window.changed = true; }}, {ms})</script>"


def test_a_still_document_is_left_at_once(scripts: Any) -> None:
    left, _, took = waited(scripts, "<p>Words</p>")
    assert left == ""
    assert took < CAP / 2


@pytest.mark.parametrize(
    "again",
    [
        "p.append(' more')",
        "p.after(document.createElement('hr'))",
        "p.style.height = `${p.offsetHeight + 2000}px`",
        "history.pushState(null, '', `#${Math.random()}`)",
        "h.shadowRoot.append(document.createElement('b'))",
        "h.shadowRoot.querySelector('i').append(' more')",
    ],
)
def test_what_changes_step_by_step_is_waited_for(scripts: Any, again: str) -> None:
    """Steps that are closer together than the quiet that is asked for."""
    body = f"""<div id=h><template shadowrootmode=open><i>In</i></template></div><p id=p>Words</p><script>let step = 0;
    const timer = setInterval(() => {{ {again}; if (++step === 4) {{ clearInterval(timer); window.changed = true; }} }}, 100)</script>"""
    assert waited(scripts, body, quiet=350)[1]


def test_a_ticking_number_is_rest(scripts: Any) -> None:
    body = "<p id=p>9 s ago</p><script>let n = 9; setInterval(() => { p.textContent = `${++n} s ago` }, 30)</script>"
    assert waited(scripts, body)[2] < CAP / 2


ANIMATION = "<style>@keyframes k{{to{{opacity:.5}}}}#p{{animation:k {0}}}</style><p id=p>Words</p><script>p.onanimationend = () => {{ window.changed = true }}</script>"


def test_an_animation_is_waited_for(scripts: Any) -> None:
    assert waited(scripts, ANIMATION.format("400ms"))[1]


def test_an_animation_inside_a_shadow_root_is_waited_for(scripts: Any) -> None:
    root = "<style>@keyframes k{to{opacity:.5}}p{animation:k 400ms}</style><p>Words</p>"
    end = "h.shadowRoot.querySelector('p').onanimationend = () => { window.changed = true }"
    assert waited(scripts, f"<div id=h><template shadowrootmode=open>{root}</template></div><script>{end}</script>")[1]


def test_an_animation_without_an_end_is_rest(scripts: Any) -> None:
    assert waited(scripts, ANIMATION.format("300ms infinite"))[2] < CAP / 2


BUSY = [
    "<div aria-busy=true>Wheel</div>",
    "<b role=progressbar>Wheel</b>",
    "<i class=Spinner-3>Wheel</i>",
    "<select><option>Wait</select>",
]


@pytest.mark.parametrize("part", BUSY)
def test_a_part_that_says_it_is_filling_gets_its_time(scripts: Any, part: str) -> None:
    filled = f"<main id=m>{part}</main><script>setTimeout(() => {{ m.innerHTML = '<p>Full</p>'; window.changed = true; }}, 400)</script>"
    left, changed, _ = waited(scripts, filled, busy=CAP // 2)
    assert (left, changed) == ("", True)


@pytest.mark.parametrize(
    "part",
    [
        "<div aria-busy=true hidden>Wheel</div>",
        "<i class=spinner style='opacity:0'>Wheel</i>",
        "<b role=progressbar aria-valuenow=40>40 %</b>",
    ],
)
def test_a_wheel_that_nobody_sees_and_a_meter_do_not_count(scripts: Any, part: str) -> None:
    assert waited(scripts, part, busy=CAP)[2] < CAP / 2


def test_what_never_fills_is_left_and_said_and_not_waited_for_again(scripts: Any) -> None:
    part = "<div aria-busy=true id=w>Wheel</div>"
    left, _, took = waited(scripts, part, busy=500)
    assert "div w" in left
    assert took >= 500
    again, _, took = waited(scripts, part, busy=CAP, never=(left,))
    assert again == left
    assert took < CAP / 2


def test_a_document_without_rest_is_left_at_the_cap(scripts: Any) -> None:
    restless = "<p id=p></p><script>setInterval(() => p.append('x'), 20)</script>"
    took = waited(scripts, restless, cap=500)[2]
    assert 480 <= took < CAP


def test_a_page_that_stops_its_own_clock_does_not_stop_ours(scripts: Any) -> None:
    lies = "setTimeout = () => 0; performance.now = () => 0; Document.prototype.getAnimations = () => { throw 1 }"
    assert waited(scripts, f"<p>Words</p><script>window.real = performance.now.bind(performance); {lies}</script>")[0] == ""
