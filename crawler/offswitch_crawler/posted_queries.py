"""Bodies of POST requests that only read: queries of GraphQL, and calls of JSON-RPC whose method is called so."""

import json
import re
from typing import Any


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


READING = _set("get list read fetch load find search query describe show lookup count status")
WRITING = _set(
    "set put add create make new insert update patch save store write delete remove clear reset drop pop push send submit toggle "
    "enable disable start stop restart run execute apply change mark register unregister accept reject confirm revoke renew or and "
    "then"
)
"""Words of a method that make a writing one of it though it begins like a reading one: `get_or_create`, `list_and_clear`."""
NEWS = _set(
    "notification notifications message messages inbox mail mails chat chats conversation conversations thread threads alert alerts "
    "dialog dialogs feed activity all"
)
"""Of these to read is as often to mark as read: `notifications.read`, `messages.readHistory`."""
CALLED = re.compile(r"[\w./:-]{1,100}")
"""What a line of a profile may repeat of a body: nothing in it ends a string or means more in YAML."""
LONGEST = 200_000
"""Characters of a body that is looked into; questions are shorter."""
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def is_query(body: str | None) -> bool:
    """Whether a body is one such query or call, or a batch of nothing else."""
    parsed = _parsed(body)
    batch = parsed if isinstance(parsed, list) else [parsed]
    return bool(batch) and all(isinstance(one, dict) and (_queries(one.get("query")) or _calls_reader(one)) for one in batch)


def called(body: str | None) -> str:
    """What a JSON-RPC body says that it calls, or empty: where all calls have one address, the name tells reading from writing."""
    parsed = _parsed(body)
    name = parsed.get("method") if isinstance(parsed, dict) and ("params" in parsed or "jsonrpc" in parsed) else None
    return name if isinstance(name, str) and CALLED.fullmatch(name) else ""


def _parsed(body: str | None) -> Any:
    """None for what is no JSON, or too long or nested too deep for a question."""
    if body is None or len(body) > LONGEST:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _calls_reader(call: dict[str, Any]) -> bool:
    """A call of JSON-RPC, version 1 or 2, whose method is named for reading: `core.get_config`."""
    method = call.get("method")
    if not isinstance(method, str) or "id" not in call or not isinstance(call.get("params", []), list | dict):
        return False
    if call.keys() - {"jsonrpc", "method", "params", "id"}:
        return False
    words = [w.lower() for w in _WORDS.findall(re.split(r"[./:]", method)[-1])]
    if words[:1] == ["read"] and NEWS & {w.lower() for w in _WORDS.findall(method)}:
        return False
    return bool(words) and words[0] in READING and not WRITING & set(words)


def _queries(document: Any) -> bool:
    if not isinstance(document, str):
        return False
    text = re.sub(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*', "", document)
    operations = _definitions(_without_arguments(text))
    return bool(operations) and operations <= {"query", "fragment"}


def _without_arguments(text: str) -> str:
    """What stands outside of all brackets: arguments hold braces of their own."""
    kept, depth = [], 0
    for character in text:
        depth += character == "("
        if depth == 0:
            kept.append(character)
        depth -= character == ")" and depth > 0
    return "".join(kept)


def _definitions(text: str) -> set[str]:
    """The first word of each definition of a GraphQL document; a document that is only braces is a query."""
    found, depth, head = set(), 0, ""
    for character in text:
        if character == "{" and depth == 0:
            found.add((head.split() or ["query"])[0])
            head = ""
        depth += (character == "{") - (character == "}")
        head += character if depth == 0 and character != "}" else ""
    return found
