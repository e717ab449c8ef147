"""scan.js: one pass over all that is drawn, in the order in which it reads, with what is not drawn passed over."""

from typing import Any

import pytest


def order(scripts: Any) -> list[str]:
    """Texts and elements with an id, as they come in the pass."""
    page = scripts.scan()
    found = [(n.at, n.attributes["id"]) for n in page.nodes if n.attributes.get("id")] + [(t.at, t.text) for t in page.texts]
    return [name for _, name in sorted(found)]


def test_text_before_and_after_an_element_stands_before_and_after_it(scripts: Any) -> None:
    scripts.show("<p>Before <button id=b>In</button> after</p>")
    assert order(scripts) == ["Before", "b", "In", "after"]


def test_the_order_is_that_of_the_drawn_tree(scripts: Any) -> None:
    root = "<template shadowrootmode=open><button id=first>First</button><slot name=top></slot><slot></slot></template>"
    scripts.show(f"<x-c>{root}<button id=rest>Rest</button><button id=top slot=top>Top</button></x-c>")
    assert order(scripts) == ["first", "First", "top", "Top", "rest", "Rest"]


def test_an_element_holds_the_positions_of_what_is_in_it(scripts: Any) -> None:
    scripts.show("<nav id=n><a id=a href=/a>A</a></nav><a id=b href=/b>B</a>")
    page = scripts.scan()
    nav, inner, outer = (next(n for n in page.nodes if n.attributes.get("id") == i) for i in "nab")
    assert (nav.holds(inner.at), nav.holds(outer.at), page.words(nav)) == (True, False, "A")
    assert nav in list(page.above(inner))


def test_scripts_styles_and_templates_are_not_read(scripts: Any) -> None:
    scripts.show("<style>p{}</style><script>var a</script><template><p>No</p></template><noscript>No</noscript><p>Yes</p>")
    assert order(scripts) == ["Yes"]


def test_options_and_typed_text_are_no_words_of_the_page(scripts: Any) -> None:
    scripts.show("<select id=s><option>One</option></select><textarea id=t>Typed</textarea>")
    assert order(scripts) == ["s", "t"]


def test_a_closed_part_shows_its_summary_alone(scripts: Any) -> None:
    scripts.show(
        "<details><summary>More</summary><p>Inside</p></details><details open><summary>Open</summary>Shown</details>"
    )
    assert order(scripts) == ["More", "Open", "Shown"]


@pytest.mark.parametrize(
    "box",
    [
        "<input id=it type=checkbox style='display:none' checked>",
        "<span hidden><input id=it type=checkbox checked></span>",
    ],
)
def test_a_native_input_that_is_not_displayed_beside_a_drawing_is_kept_with_its_state(scanned: Any, box: str) -> None:
    node = scanned(f"<label>{box}<b style='display:inline-block;width:40px;height:20px;background:#06c'></b>Ads</label>")
    assert (bool(node.hidden), node.seen, node.native["checked"]) == (True, False, True)


def test_a_hidden_part_with_words_of_its_own_is_closed_and_not_kept(scanned: Any) -> None:
    assert scanned("<div hidden><p>Ads</p><input id=it type=checkbox></div>") is None


def test_a_closed_root_is_read_once_it_is_handed_in(scripts: Any) -> None:
    scripts.show("<div id=host><template shadowrootmode=closed><p>Inside</p></template></div>")
    assert (order(scripts), scripts.scan().hints > 0) == ([], True)
    scripts.hand_in_closed_roots()
    assert order(scripts) == ["Inside"]


FIELDS = [
    "id",
    "name",
    "method",
    "title",
    "type",
    "value",
    "hidden",
    "open",
    "style",
    "children",
    "inert",
    "nodeType",
    "labels",
    "attributes",
    "matches",
]


@pytest.mark.parametrize(
    "field", [*FIELDS, "parentNode", "childNodes", "getAttribute", "getBoundingClientRect", "localName"]
)
def test_a_field_of_a_form_does_not_stand_for_a_property_of_it(scripts: Any, field: str) -> None:
    """In a form, `form.id` is the field named `id`, in an isolated world as well."""
    scripts.show(
        f"<main><form action=/x><input type=hidden name={field}>Choose<label><input id=ads type=checkbox> Ads</label></form></main>"
    )
    page = scripts.scan()
    assert [n.attributes.get("id") for n in page.nodes if n.type == "checkbox"] == ["ads"]
    assert [t.text for t in page.texts] == ["Choose", "Ads"]
