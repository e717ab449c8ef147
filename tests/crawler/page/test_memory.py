"""memory.js: numbers of elements that last between looks, kept where the page cannot see them."""

from typing import Any

GLOBALS = "Object.getOwnPropertyNames(window).length + Object.getOwnPropertySymbols(window).length"


def test_a_number_stays_with_its_element_and_leads_back_to_it(scripts: Any) -> None:
    scripts.show("<p id=a></p><p id=b></p>")
    first = scripts.say("[uidOf($('#a')), uidOf($('#b'))]", "memory")
    scripts.page.evaluate("document.body.append(document.querySelector('#a'))")
    assert scripts.say("[uidOf($('#a')), uidOf($('#b'))]", "memory") == first
    assert first[0] != first[1]
    assert scripts.say("argument.map((uid) => elementOf(uid).id)", "memory", argument=first) == ["a", "b"]


def test_what_left_the_page_is_gone_and_its_number_is_not_given_again(scripts: Any) -> None:
    scripts.show("<p id=a></p><p id=b></p>")
    gone = scripts.say("uidOf($('#a'))", "memory")
    scripts.page.evaluate("document.querySelector('#a').remove()")
    assert scripts.say("elementOf(argument)", "memory", argument=gone) is None
    assert scripts.say("uidOf($('#b'))", "memory") != gone
    assert scripts.say("elementOf(99999)", "memory") is None


def test_what_comes_back_to_the_page_has_its_number_again(scripts: Any) -> None:
    scripts.show("<p id=a></p>")
    number = scripts.say("uidOf($('#a'))", "memory")
    scripts.page.evaluate("window.kept = document.querySelector('#a'); kept.remove()")
    scripts.page.evaluate("document.body.append(window.kept)")
    assert scripts.say("uidOf($('#a'))", "memory") == number


def test_a_new_document_is_another_world(scripts: Any, pages: Any) -> None:
    address = pages.add("/one", "<p id=a></p>")
    scripts.page.goto(address)
    number = scripts.say("uidOf($('#a'))", "memory")
    scripts.page.reload()
    assert scripts.say("elementOf(argument)", "memory", argument=number) is None


def test_a_whole_pass_leaves_nothing_on_the_page(scripts: Any) -> None:
    scripts.show("<label><input type=checkbox> Ads</label><div id=h><template shadowrootmode=closed>In</template></div>")
    before = scripts.page.evaluate(f"[{GLOBALS}, document.documentElement.outerHTML]")
    scripts.scan()
    scripts.hand_in_closed_roots()
    scripts.scan()
    assert scripts.page.evaluate(f"[{GLOBALS}, document.documentElement.outerHTML]") == before
    assert scripts.page.evaluate("window[Symbol.for('offswitch.look')]") is None


def test_a_page_that_freezes_the_name_of_the_memory_does_not_reach_it(scripts: Any) -> None:
    scripts.show("<p id=a></p><script>window[Symbol.for('offswitch.look')] = Object.freeze({uids: null})</script>")
    assert scripts.say("elementOf(uidOf($('#a'))) === $('#a')", "memory") is True
