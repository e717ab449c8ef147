"""report.html in a browser: wide, narrow, printed, by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from offswitch import api
from offswitch_recording import folder as folders
from offswitch_recording.schema import Change, Recording, SearchBox
from offswitch_recording.words import Account, WhyNot


@pytest.fixture
def report(make: Callable[..., Any], page: Page) -> Callable[..., Path]:
    """Writes a report (after a change of the recording) and opens it."""

    def opened(change: Callable[[Recording], None] = lambda r: None, **how: Any) -> Path:
        recording, _, folder = make(**how)
        change(recording)
        folders.replace(folder / folders.RECORDING, folders.dump(recording))
        api.report(folder)
        page.goto((folder / "report.html").as_uri())
        return Path(folder)

    return opened


@pytest.mark.parametrize("width", [1280, 768, 375, 320])
@pytest.mark.parametrize("made_at", [(1280, 1), (375, 3)])
def test_nothing_sticks_out(report: Callable[..., Path], page: Page, width: int, made_at: tuple[int, int]) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    report(width=made_at[0], scale=made_at[1])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.offsetParent && parseFloat(getComputedStyle(e).fontSize) < 12)"
        ".map(e => e.tagName)"
    )
    assert small == []


def test_on_a_phone_a_picture_is_slid_inside_its_frame(report: Callable[..., Path], page: Page) -> None:
    """At a size at which it can be read, beginning where the control concerned is; wide screens need no hint."""
    page.set_viewport_size({"width": 375, "height": 800})
    report()
    frames = page.locator(".frame").evaluate_all(
        "all => all.map(f => [f.clientWidth, f.scrollWidth, f.querySelector('img').clientWidth, f.tabIndex])"
    )
    assert frames and all(inner >= 600 and scrolled >= inner and tab == 0 for _, scrolled, inner, tab in frames)
    assert page.locator(".slide:visible").count() == len(frames)
    close_ups = page.locator("[data-mark]")
    assert close_ups.count() == 3  # two findings are on one control, one has none
    for seen in close_ups.evaluate_all(
        "all => all.map(f => (f.dataset.mark * f.querySelector('img').width - f.scrollLeft) / f.clientWidth)"
    ):
        assert 0.05 < seen < 0.95
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".slide:visible")).to_have_count(0)


def test_a_picture_of_a_phone_is_shown_at_its_own_size(report: Callable[..., Path], page: Page) -> None:
    report(width=375, scale=3)
    widths = page.locator("#screens .frame img").evaluate_all("all => all.map(i => i.clientWidth)")
    assert all(200 <= width <= 640 for width in widths)
    sharp = page.locator("#screens .frame img").evaluate_all("all => all.map(i => i.naturalWidth / i.width)")
    assert max(sharp) > 1.9


def test_findings_first_then_controls_then_screens(report: Callable[..., Path], page: Page) -> None:
    report()
    headings = page.locator("main h2").all_inner_texts()
    assert headings == ["Findings", "All controls", "Screens", "Not looked at", "The visit"]
    assert page.locator(".finding h3").first.inner_text().split()[:3] == ["1", "Bad", "defaults"]


def test_sorted_and_filtered_by_keyboard(report: Callable[..., Path], page: Page) -> None:
    report()
    labels = lambda: page.locator("#all tbody tr:visible th > bdi:first-child").all_inner_texts()  # noqa: E731
    page.locator("#all thead").get_by_role("button", name="Control").focus()
    page.keyboard.press("Enter")
    assert labels() == sorted(labels(), key=str.casefold)
    expect(page.locator("#all thead th").first).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Enter")
    assert labels()[-1] == "Bekanntmachungen per E-Mail für Käufer"
    page.locator("#all thead").get_by_role("button", name="Probability").press("Space")
    assert labels()[0] == "Use my orders to train our models"
    page.get_by_label("Filter").fill("two-FACTOR")
    assert labels() == ["Two-factor login"]
    expect(page.locator("#shown")).to_have_text("1 of 6 controls")
    page.get_by_label("Filter").fill("")
    page.get_by_label("Purpose").select_option("telemetry")
    assert labels() == ["Share diagnostics with the maker"]
    page.get_by_label("Purpose").select_option("all")
    page.get_by_label("with findings").press("Space")
    assert len(labels()) == 3


def test_links_lead_to_their_place(report: Callable[..., Path], page: Page) -> None:
    report()
    for link in page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
        assert page.locator(link).count() == 1, link


def test_a_state_is_a_default_only_on_a_fresh_account(report: Callable[..., Path], page: Page) -> None:
    report()
    assert "Default" in page.locator("#all thead").inner_text()

    def used(recording: Recording) -> None:
        recording.account = Account.USED

    report(used, name="used")
    assert "Default" not in page.locator("#all thead, .finding dl").all_inner_texts()
    assert "State" in page.locator("#all thead").inner_text()
    assert "on this account" in page.locator(".note").inner_text()


def test_what_was_not_looked_at_stands_before_the_findings(report: Callable[..., Path], page: Page) -> None:
    def stopped(recording: Recording) -> None:
        recording.ended_by = "budget:screens"
        recording.doors[2].why_not = WhyNot.BUDGET
        recording.untouched.changed.append(Change(control="c1", label="Share", before="on", after="off"))

    report(stopped)
    assert page.locator("main h2").all_inner_texts()[:3] == [
        "Changed by the walk", "Not everything was looked at", "Findings",
    ]  # fmt: skip
    assert "the walk ended by budget:screens" in page.locator(".warning").inner_text()
    page.get_by_text("Doors not taken because a budget ended the walk: 1").click()
    assert page.get_by_text("Delete account on screen 2").is_visible()


@pytest.mark.parametrize("why", list(WhyNot))
def test_every_reason_for_not_taking_a_door_has_words(report: Callable[..., Path], page: Page, why: WhyNot) -> None:
    def shut(recording: Recording) -> None:
        recording.doors[2].why_not = why

    report(shut)
    said = page.locator("#open summary").first.inner_text()
    assert said.startswith("Doors not taken because ") and said.endswith(": 1")


def test_printed(report: Callable[..., Path], page: Page) -> None:
    report()
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.set_viewport_size({"width": 600, "height": 800})  # paper with wide margins is no phone: pictures are whole
    assert page.locator(".frame").evaluate_all("all => all.filter(f => f.scrollWidth > f.clientWidth + 1).length") == 0
    assert page.locator("#all thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"


def test_paper_shows_the_routes_that_are_long_and_every_fact(report: Callable[..., Path], page: Page) -> None:
    def deeper(recording: Recording) -> None:
        recording.controls[0].depth = 3

    report(deeper)
    on_screen = page.locator(".route:visible").count()
    facts = page.locator(".facts tr").count()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (on_screen, page.locator(".route:visible").count()) == (3, 1)
    assert page.locator(".facts tr:visible").count() == facts > 0
    pages = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 0 < pages <= 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(report: Callable[..., Path], page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    report()
    poor = page.evaluate(CONTRASTS)
    assert poor == []


CONTRASTS = """() => {
  const parse = c => c.match(/[0-9.]+/g).map(Number);
  const light = c => parse(c).slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if ((parse(c)[3] ?? 1) > 0) return c;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.querySelectorAll('body *')].filter(e => e.offsetParent && !/OPTION|SELECT|INPUT/.test(e.tagName)
    && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  return texts.map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    return [e.textContent.trim().slice(0, 30), (a + .05) / (b + .05)];
  }).filter(([, ratio]) => ratio < 4.5);
}"""


def test_an_injected_script_does_not_run(make: Callable[..., Any], page: Page) -> None:
    """Even where escaping were to fail, the policy stands."""
    _, _, folder = make()
    api.report(folder)
    file = folder / "report.html"
    file.write_text(file.read_text().replace("<main>", "<main><script>document.title = 'owned'</script>"))
    page.goto(file.as_uri())
    assert page.title() != "owned"
    assert page.locator(".filter").is_visible()  # our own script did run


def test_without_findings(make: Callable[..., Any], page: Page) -> None:
    recording, findings, folder = make()
    findings.findings, findings.screens, recording.controls = [], [], []
    folders.write_findings(folder, findings)
    folders.replace(folder / folders.RECORDING, folders.dump(recording))
    api.report(folder)
    page.goto((folder / "report.html").as_uri())
    assert page.locator("#findings > p").first.inner_text() == "No finding."


def test_a_box_that_searches_settings_is_told_beside_the_depth(report: Callable[..., Path], page: Page) -> None:
    report()
    said = "A search box (“Search settings”) stands on"
    expect(page.locator(".note")).to_contain_text(f"{said} screen 2: whoever searches settings there may need fewer clicks.")
    expect(page.locator("#screen-2")).to_contain_text(f"{said} this screen; depth is counted by menu, without searching.")
    assert "search box" not in page.locator("#screen-1, #screen-3").all_inner_texts()


def test_its_label_is_text_and_one_on_the_start_is_said_to_stand_there(report: Callable[..., Path], page: Page) -> None:
    def hostile(recording: Recording) -> None:
        recording.screens[0].search_boxes = [
            SearchBox(label="<b onclick=x>Find</b>", settings=True),
            SearchBox(label="", settings=True),
        ]

    report(hostile)
    expect(page.locator(".note")).to_contain_text(
        "Search boxes (“<b onclick=x>Find</b>”, without a name) stand on the start"
    )
    assert page.locator("[onclick]").count() == 0


def test_nothing_is_said_where_no_box_searches_settings(report: Callable[..., Path], page: Page) -> None:
    def other(recording: Recording) -> None:
        recording.screens[1].search_boxes = recording.screens[1].search_boxes[1:]

    report(other)
    assert "search box" not in page.locator("main").inner_text().lower()
