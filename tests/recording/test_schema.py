"""What stands on disk is a promise: every field of the contract is there, and none is renamed or removed unseen."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from offswitch_recording.findings import Findings
from offswitch_recording.part import Part
from offswitch_recording.schema import Recording

GOLDEN = Path(__file__).parent / "golden"
FILES: dict[str, type[BaseModel]] = {"recording": Recording, "findings": Findings}

PROMISED = {
    "recording": {
        "Recording": "schema start_url started_at finished_at tool browser profile account start_is ended_by budgets politeness "
        "screens controls doors exits templates cleared blocked untouched errors",
        "Screen": "id kind parent url title language depth path steps pictures size text headings",
        "SearchBox": "label settings picture box",
        "Picture": "file offset scale",
        "Step": "action door frame locator",
        "Control": "id fingerprint screen kind label description section state options min max disabled locked locked_reason "
        "depth depth_is depth_reasons path steps picture box visible in_first_viewport font_px contrast frame shadow_path "
        "read_from state_probability conflict effort accept refuse tried",
        "Effort": "clicks hovers scroll_viewports options_seen words klm_seconds",
        "Option": "label box means looks",
        "Way": "clicks how",
        "Door": "id screen label role to taken outcome why_not",
        "Exit": "site count",
        "Template": "screen pattern members taken",
        "Cleared": "screen label means stored",
        "Blocked": "method url screen needed",
        "Untouched": "checked not_checked changed changed_by_page",
        "Politeness": "robots rate_per_second user_agent",
    },
    "findings": {
        "Findings": "schema model thresholds controls findings incomplete screens",
        "Model": "version sha256",
        "Reading": "control purpose purpose_probability purposes polarity polarity_probability preselected",
        "Finding": "id fingerprint pattern screen control probability severity evidence contributions why references",
        "Evidence": "facts marks",
        "Incomplete": "pattern screen reason",
        "ScreenScore": "screen score patterns",
    },
}
UNIT = re.compile(
    r"pixels?\b|number\b|seconds?\b|probability\b|ratio\b|heights\b|index\b|log-odds\b|unit\b|from 0\b|a second\b",
    re.IGNORECASE,
)


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of the two files."""
    return FILES[name].model_json_schema(by_alias=True)


def records(of: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every record of a schema with its fields."""
    return {of["title"]: of["properties"]} | {n: d["properties"] for n, d in of["$defs"].items() if "properties" in d}


def lists(of: dict[str, Any]) -> dict[str, list[str]]:
    """Every closed list of a schema."""
    return {n: d["enum"] for n, d in of["$defs"].items() if "enum" in d}


def fields() -> list[tuple[str, str, str]]:
    return [(f, r, name) for f in FILES for r, properties in records(schema(f)).items() for name in properties]


@pytest.mark.parametrize(("file", "record"), [(f, r) for f, promised in PROMISED.items() for r in promised])
def test_every_promised_field_is_there(file: str, record: str) -> None:
    assert set(PROMISED[file][record].split()) <= set(records(schema(file))[record])


@pytest.mark.parametrize(("file", "record", "name"), fields())
def test_every_field_says_what_it_is_and_every_number_its_unit(file: str, record: str, name: str) -> None:
    facts = records(schema(file))[record][name]
    assert facts.get("description"), f"{record}.{name} has no description"
    if is_number(facts):
        assert UNIT.search(facts["description"]), f"{record}.{name} does not say its unit: {facts['description']}"


def is_number(facts: dict[str, Any]) -> bool:
    """Whether a field is a number, or a list or mapping of nothing but numbers."""
    kinds = [k for k in facts.get("anyOf", [facts]) if k.get("type") != "null"]
    inner = [k.get("additionalProperties") or k.get("items") or k.get("prefixItems", [k])[0] for k in kinds]
    return bool(inner) and all(isinstance(k, dict) and k.get("type") in ("integer", "number") for k in inner)


@pytest.mark.parametrize("file", FILES)
def test_a_field_is_never_renamed_or_removed(file: str) -> None:
    """Also with --update-goldens: that takes a new schema number, and a reader for the old one."""
    kept, now = json.loads((GOLDEN / f"{file}.schema.json").read_text(encoding="utf-8")), schema(file)
    gone = {r: sorted(set(p) - set(records(now).get(r, {}))) for r, p in records(kept).items()}
    assert {r: names for r, names in gone.items() if names} == {}
    words = {n: sorted(set(values) - set(lists(now).get(n, []))) for n, values in lists(kept).items()}
    assert {n: values for n, values in words.items() if values} == {}


@pytest.mark.parametrize("file", FILES)
def test_an_addition_is_seen(file: str, request: pytest.FixtureRequest) -> None:
    test_a_field_is_never_renamed_or_removed(file)
    golden = GOLDEN / f"{file}.schema.json"
    text = json.dumps(schema(file), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if request.config.getoption("--update-goldens"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "run again with --update-goldens, and show the change in the commit"


def models(of: type[BaseModel] = Part) -> list[type[BaseModel]]:
    return [m for sub in of.__subclasses__() for m in (sub, *models(sub))]


def test_every_record_keeps_fields_it_does_not_know() -> None:
    assert {m.__name__ for m in models()} >= {r for f in FILES for r in records(schema(f))}
    assert all(m.model_config["extra"] == "allow" for m in models())
