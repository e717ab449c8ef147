"""What is posted and only reads: GraphQL and JSON-RPC."""

import json
from typing import Any

import pytest

from offswitch_crawler.posted_queries import called, is_query


@pytest.mark.parametrize(
    ("document", "reads"),
    [
        ("{ viewer { name } }", True),
        ("query Settings { settings { id } }", True),
        ("fragment F on User { id } query Q { me { ...F } }", True),
        ('query Q { search(text: "mutation { x }") { id } }', True),
        ("query Mutation { mutation { id } }", True),
        ("query Q($x: In = {a: {b: 1}}) @d(x: {y: 1}) { me(z: {q: 2}) { id } }", True),
        ("query Q($x: In = {a: 1}) { me } mutation M($y: In = {a: 1}) { set }", False),
        ("mutation Set { set(on: true) { ok } }", False),
        ("query Q { me { id } } mutation M { set { ok } }", False),
        ("subscription S { changed { id } }", False),
        ("", False),
    ],
)
def test_graphql_queries_read_and_mutations_do_not(document: str, reads: bool) -> None:
    assert is_query(json.dumps({"query": document})) is reads
    assert is_query(json.dumps([{"query": document}, {"query": "{ a }"}])) is reads


READ = [
    "core.get_config",
    "web.getPlugins",
    "Settings.GetSettings",
    "list",
    "system.listMethods",
    "user/find_by_id",
    "settings.read",
    "http:status",
]
WRITE = [
    "core.set_config", "get_or_create", "getAndReset", "listThenClear", "auth.login", "call", "settings", "getaway", "", "fetch_new_token",
    "core.get_config.save", "notifications.read", "messages.readHistory", "inbox/read_all",
]  # fmt: skip


@pytest.mark.parametrize("method", READ)
def test_calls_whose_method_is_named_for_reading(method: str) -> None:
    call = {"method": method, "params": [["dht"]], "id": 7}
    assert is_query(json.dumps(call))
    assert is_query(json.dumps([call, {"jsonrpc": "2.0", **call}]))


@pytest.mark.parametrize("method", WRITE)
def test_all_other_calls_may_write(method: str) -> None:
    assert not is_query(json.dumps({"method": method, "params": [], "id": 7}))
    batch = [{"method": "get", "params": [], "id": 1}, {"method": method, "params": [], "id": 2}]
    assert not is_query(json.dumps(batch))


@pytest.mark.parametrize(
    "call",
    [
        {"method": "get"},
        {"method": "get", "params": "all", "id": 1},
        {"method": ["get"], "params": [], "id": 1},
        {"method": "get", "params": [], "id": 1, "training": "off"},
        {"method": "GET", "path": "/account", "id": 1},
    ],
)
def test_what_only_looks_like_a_call(call: dict[str, Any]) -> None:
    assert not is_query(json.dumps(call))


@pytest.mark.parametrize(
    "body",
    ["[" * 50_000, '{"query": "mutation {a' + "(" * 90_000 + ")" * 90_000 + '}"}', '{"query": "{a}"}' + " " * 300_000],
)
def test_a_body_made_to_keep_the_guard_busy_is_answered(body: str) -> None:
    assert not is_query(body)
    assert called(body) == ""


def test_braces_within_nested_arguments_define_nothing() -> None:
    assert is_query(json.dumps({"query": "query { a(b: {c: (1)}) { d } }"}))
    assert not is_query(json.dumps({"query": "query { a(b: {c: (1)}) { d } } mutation { e }"}))
