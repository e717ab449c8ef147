"""state.js: what an element tells of its own state, by native properties and by attributes."""

from typing import Any

import pytest

FILES = ("text", "state")


def native(scripts: Any, body: str) -> dict[str, Any]:
    scripts.show(body)
    facts: dict[str, Any] = scripts.say("nativeOf($('#it'))", *FILES)
    return facts


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("<input id=it type=checkbox checked>", {"checked": True, "mixed": False}),
        ("<input id=it type=checkbox>", {"checked": False, "mixed": False}),
        ("<input id=it type=checkbox><script>it.indeterminate = true</script>", {"checked": False, "mixed": True}),
        ("<input id=it type=checkbox checked><script>it.checked = false</script>", {"checked": False}),
        ("<input id=it type=radio name=r checked>", {"checked": True, "mixed": False}),
        ("<input id=it type=radio name=r>", {"checked": False, "mixed": False}),
        ("<input id=it type=range min=1 max=5 value=2>", {"min": 1, "max": 5, "value": "2"}),
        ("<input id=it type=range>", {"min": 0, "max": 100, "value": "50"}),
        ("<input id=it readonly value=x>", {"readonly": True, "value": "x"}),
        ("<button id=it disabled></button>", {"disabled": True}),
        ("<fieldset disabled><input id=it type=checkbox></fieldset>", {"disabled": True}),
        ("<fieldset disabled><legend><input id=it type=checkbox></legend></fieldset>", {"disabled": False}),
        ("<a id=it href='#/ads'>Ads</a>", {"href": "about:blank#/ads"}),
    ],
)
def test_native_properties_are_those_of_now(scripts: Any, body: str, facts: dict[str, Any]) -> None:
    assert native(scripts, body).items() >= facts.items()


def test_a_select_says_what_is_chosen_and_what_could_be(scripts: Any) -> None:
    facts = native(scripts, "<select id=it><option>All<option selected> Some of\n them <option label=None value=0></select>")
    assert (facts["chosen"], facts["options"], facts["multiple"]) == (
        ["Some of them"],
        ["All", "Some of them", "None"],
        False,
    )


def test_a_select_of_several_says_all_that_are_chosen(scripts: Any) -> None:
    facts = native(scripts, "<select id=it multiple><option selected>A<option>B<option selected>C</select>")
    assert (facts["chosen"], facts["multiple"]) == (["A", "C"], True)


@pytest.mark.parametrize(
    ("body", "method"),
    [
        ("<form method=post><button id=it>Save</button></form>", "post"),
        ("<form method=POST><input name=method value=x><button id=it>Save</button></form>", "post"),
        ("<form method=post><button id=it formmethod=get>Find</button></form>", "get"),
        ("<form><input type=submit id=it></form>", "get"),
        ("<form method=post><button id=it type=button>Help</button></form>", None),
        ("<button id=it>Save</button>", None),
    ],
)
def test_a_button_that_sends_a_form_says_how(scripts: Any, body: str, method: str | None) -> None:
    assert native(scripts, body).get("submits") == method


@pytest.mark.parametrize(
    "body", ["<input id=it type=password value=secret>", "<input id=it type=password><script>it.value = 'secret'</script>"]
)
def test_a_password_is_never_read(scripts: Any, body: str) -> None:
    scripts.show(body)
    assert "secret" not in str(scripts.say("[nativeOf($('#it')), attributesOf($('#it'))]", *FILES))


def test_attributes_of_state_and_meaning_are_kept_and_no_others(scripts: Any) -> None:
    scripts.show(
        "<div id=it role=switch aria-checked=mixed data-state=on class='a b' style='color:red' onfocus='x' itemprop=y></div>"
    )
    kept = {"id": "it", "role": "switch", "aria-checked": "mixed", "data-state": "on", "class": "a b"}
    assert scripts.say("attributesOf($('#it'))", *FILES) == kept


def test_a_component_may_say_its_state_in_any_attribute(scripts: Any) -> None:
    scripts.show("<x-switch id=it toggled='' tone=blue></x-switch>")
    assert scripts.say("attributesOf($('#it'))", *FILES) == {"id": "it", "toggled": "", "tone": "blue"}


def test_a_drawing_without_a_class_of_text_is_no_hindrance(scripts: Any) -> None:
    scripts.show("<svg id=it class='icon on'></svg>")
    assert scripts.say("attributesOf($('#it'))", *FILES) == {"id": "it", "class": "icon on"}
