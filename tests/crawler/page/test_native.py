"""native.js: members of elements and documents that fields, pictures and forms are named like."""

from typing import Any

import pytest

NAMES = (
    "attributes",
    "childNodes",
    "children",
    "parentNode",
    "id",
    "localName",
    "method",
    "nodeType",
    "textContent",
    "matches",
)
FORM = f"<form id=f action=/x method=post class=one>{''.join(f'<input name={name}>' for name in NAMES)}</form>"
PICTURES = "".join(f"<img name={name}>" for name in ("body", "title", "documentElement", "querySelectorAll", "fonts"))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("idOf($('#f'))", "f"),
        ("tagOf($('#f'))", "form"),
        ("nodeTypeOf($('#f'))", 1),
        ("attributeListOf($('#f')).length", 4),
        ("childrenOf($('#f')).length", len(NAMES)),
        ("childCountOf($('#f'))", len(NAMES)),
        ("tagOf(parentNodeOf($('#f')))", "body"),
        ("methodOf($('#f'))", "post"),
        ("textContentOf($('#f'))", ""),
        ("fits($('#f'), '.one')", True),
        ("tagOf(bodyOf(document))", "body"),
        ("tagOf(documentElementOf(document))", "html"),
        ("titleOf(document)", ""),
        ("allIn(document, 'input').length", len(NAMES)),
        ("allIn($('#f'), 'input').length", len(NAMES)),
        ("byIdIn(document, 'f') === $('#f')", True),
        ("byIdIn(document.createElement('p'), 'f')", None),
    ],
)
def test_what_is_named_like_a_member_hides_none(scripts: Any, expression: str, value: Any) -> None:
    scripts.show(FORM + PICTURES)
    assert scripts.say(expression) == value


def test_a_shadow_root_is_searched_like_a_document(scripts: Any) -> None:
    scripts.show("<div id=host><template shadowrootmode=open><p id=in>In</p></template></div>")
    inner = "((root) => [allIn(root, 'p').length, tagOf(byIdIn(root, 'in')), allIn(document, 'p').length])(shadowRootOf($('#host')))"
    assert scripts.say(inner) == [1, "p", 0]
