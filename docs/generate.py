"""What cog writes into the documents: the data dictionary, the commands and the patterns, from the code itself."""

import importlib
import json
from typing import Any

from typer.main import get_command


def records() -> str:
    """The fields of recording.json and findings.json, from the models that write them."""
    parts = []
    for module, model in (("schema", "Recording"), ("findings", "Findings")):
        found = getattr(importlib.import_module(f"offswitch_recording.{module}"), model)
        schema = found.model_json_schema(by_alias=True)
        name = "recording.json" if model == "Recording" else "findings.json"
        parts.append(_table(f"`{name}`", schema))
        parts += [_table(f"`{part}`", facts) for part, facts in sorted(schema["$defs"].items()) if "properties" in facts]
    return "\n\n".join(dict.fromkeys(parts))


def _table(title: str, schema: dict[str, Any]) -> str:
    lines = [
        f"### {title}",
        "",
        schema.get("description", "").strip(),
        "",
        "| field | type | meaning |",
        "| --- | --- | --- |",
    ]
    for name, facts in schema["properties"].items():
        meaning = facts.get("description", "").replace("|", "\\|")
        lines.append(f"| `{name}` | {_type(facts)} | {meaning} |")
    return "\n".join(lines)


def _type(facts: dict[str, Any]) -> str:
    if "$ref" in facts:
        return facts["$ref"].rsplit("/", 1)[1]
    if "anyOf" in facts:
        return " or ".join(_type(x) for x in facts["anyOf"])
    if "const" in facts:
        return json.dumps(facts["const"])
    if facts.get("type") == "array":
        return "list of " + _type(facts["items"]) if "items" in facts else "list"
    return str(facts.get("type", "any"))


def words() -> str:
    """The closed lists."""
    module = importlib.import_module("offswitch_recording.words")
    lines = ["| list | values |", "| --- | --- |"]
    for name in sorted(vars(module)):
        found = getattr(module, name)
        if isinstance(found, type) and found.__module__ == module.__name__:
            lines.append(f"| {name} | {', '.join(f'`{v.value}`' for v in found)} |")
    return "\n".join(lines)


def commands() -> str:
    """Every command with its options, as `--help` has them."""
    group: Any = get_command(importlib.import_module("offswitch.cli").app)
    return "\n\n".join(
        text for name, command in sorted(group.commands.items()) for text in _command(f"offswitch {name}", command)
    )


def _command(name: str, command: Any) -> list[str]:
    if hasattr(command, "commands"):
        return [t for sub, c in sorted(command.commands.items()) for t in _command(f"{name} {sub}", c)]
    lines = [f"## `{name}`", "", _plain(command.help), "", "| option | meaning |", "| --- | --- |"]
    for parameter in command.params:
        if getattr(parameter, "hidden", False) or parameter.name == "help":
            continue
        names = (
            (parameter.metavar or parameter.name).upper()
            if parameter.param_type_name == "argument"
            else ", ".join(parameter.opts)
        )
        lines.append(f"| `{names}` | {_plain(getattr(parameter, 'help', '') or '').replace('|', chr(92) + '|')} |")
    return ["\n".join(lines)]


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def patterns() -> str:
    """The page of every pattern that is judged."""
    module = importlib.import_module("offswitch_classifier.patterns")
    return "\n\n".join(module.page(p.PATTERN.slug).strip() for p in module.PATTERNS)
