"""label.js: the names that a page gives an element for assistive technology, and the elements that give them."""

from typing import Any

import pytest

FILES = ("memory", "flat", "colour", "text", "label")
SAID = "(({labels, by, described, ...said}) => ({...said, labels: (labels || []).map(plainText)}))(namesOf({0}))"


def names(scripts: Any, body: str, element: str = "$('#it')") -> dict[str, Any]:
    scripts.show(body)
    said: dict[str, Any] = scripts.say(SAID.replace("{0}", element), *FILES)
    return {key: value for key, value in said.items() if value}


@pytest.mark.parametrize(
    "body",
    [
        "<label for=it>Ads</label><input id=it type=checkbox>",
        "<label>Ads <input id=it type=checkbox></label>",
        "<label for=it>Ads</label><button id=it role=switch></button>",
        "<label>Ads <select id=it></select></label>",
    ],
)
def test_a_label_names_by_for_and_by_standing_around(scripts: Any, body: str) -> None:
    assert names(scripts, body) == {"labels": ["Ads"]}


def test_the_label_of_a_field_for_words_is_told_also_where_it_is_drawn_for_nobody(scripts: Any) -> None:
    body = "<label for=it style='position:absolute;clip-path:inset(50%)'>Search <b>tea</b></label><input id=it type=search>"
    assert names(scripts, body)["labelText"] == "Search tea"


@pytest.mark.parametrize(
    "style",
    ["position:absolute;width:1px;height:1px;overflow:hidden", "position:absolute;clip-path:inset(50%)", "display:none"],
)
def test_a_label_that_is_drawn_for_nobody_is_told_in_words(scripts: Any, style: str) -> None:
    assert names(scripts, f"<label for=it style='{style}'>Ads</label><input id=it type=checkbox>")["labelText"] == "Ads"


def test_two_labels_both_name(scripts: Any) -> None:
    body = "<label for=it>Ads</label><label for=it>by partners</label><input id=it type=checkbox>"
    assert names(scripts, body) == {"labels": ["Ads", "by partners"]}


def test_a_label_of_something_else_does_not(scripts: Any) -> None:
    assert names(scripts, "<label for=other>Ads</label><input id=it><input id=other>") == {}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "<p id=a>Ads</p><p id=b>by partners</p><div id=it aria-labelledby='a b gone'></div>",
            {"byText": "Ads by partners"},
        ),
        ("<p id=a aria-label='All ads'>Ads</p><div id=it aria-labelledby=a></div>", {"byText": "All ads"}),
        ("<div id=it aria-label=' Ads\n here '></div>", {"aria": "Ads here"}),
        ("<p id=a>What partners get</p><div id=it aria-describedby=a></div>", {"describedText": "What partners get"}),
        ("<a id=it title='Ads'>x</a>", {"title": "Ads"}),
        ("<img id=it alt='Ads'>", {"title": "Ads"}),
        ("<div id=it aria-label='  ' title=' ' aria-labelledby='gone'></div>", {}),
    ],
)
def test_aria_and_titles_name_in_their_own_right(scripts: Any, body: str, said: dict[str, str]) -> None:
    assert names(scripts, body) == said


def test_ids_speak_of_their_own_shadow_root(scripts: Any) -> None:
    root = "<template shadowrootmode=open><p id=a>Inside</p><div aria-labelledby=a></div></template>"
    found = names(scripts, f"<p id=a>Outside</p><x-row>{root}</x-row>", "$('x-row').shadowRoot.querySelector('div')")
    assert found == {"byText": "Inside"}


INNER = "<x-switch id=s><template shadowrootmode=open><input type=checkbox></template></x-switch>"


@pytest.mark.parametrize("body", [f"<label for=s>Ads</label>{INNER}", f"<label>Ads {INNER}</label>"])
def test_what_names_a_component_names_the_input_in_it(scripts: Any, body: str) -> None:
    assert names(scripts, body, "$('x-switch').shadowRoot.querySelector('input')") == {"labels": ["Ads"]}


def test_a_placeholder_is_kept_as_an_attribute_and_is_no_name(scripts: Any) -> None:
    """Whether it names its field is judged later, when what stands beside the field is known."""
    assert names(scripts, "<input id=it placeholder='Your mail'>") == {}
    (field,) = [n for n in scripts.scan().nodes if n.tag == "input"]
    assert field.attributes["placeholder"] == "Your mail"
