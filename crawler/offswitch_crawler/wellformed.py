"""Texts of a page that can be written as UTF-8: half of a pair of surrogates, which scripts can cut off, becomes U+FFFD."""

import re
from typing import Any

INSTEAD = "\ufffd"
_LONE = re.compile("[\ud800-\udfff]")
# A browser writes pairs as they are and escapes only what is alone; an even number of backslashes before it is text.
_LONE_IN_JSON = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def in_json(text: str) -> str:
    """The same JSON text without escapes of lone surrogates."""
    return _LONE_IN_JSON.sub(rf"\1{INSTEAD}", text) if "\\ud" in text or "\\uD" in text else text


def well_formed(value: Any) -> Any:
    """The same plain value with well-formed texts."""
    if isinstance(value, str):
        return value if value.isascii() else _LONE.sub(INSTEAD, value)
    if isinstance(value, list):
        return [well_formed(inner) for inner in value]
    if isinstance(value, dict):
        return {well_formed(key): well_formed(inner) for key, inner in value.items()}
    return value
