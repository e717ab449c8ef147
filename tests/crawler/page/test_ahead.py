"""ahead.js: the rules by which a page asks the browser to load ahead are taken away, and no other script is."""

from typing import Any

import pytest

from offswitch_crawler.scripts import source

RULES = '<script type="speculationrules">{"prefetch":[{"urls":["/away"]}]}</script>'
ADDED = """<script>
  const rules = document.createElement("script");
  rules.type = "SpeculationRules";
  rules.text = '{"prefetch":[{"urls":["/away"]}]}';
  document.body.append(rules);
</script>"""
DEEP = f"<main><section>{RULES}</section></main>"


@pytest.mark.parametrize("body", [RULES, ADDED, DEEP], ids=["written", "added", "deep"])
def test_rules_are_taken_away(scripts: Any, body: str) -> None:
    scripts.page.evaluate(f"({source_of()})()")
    scripts.page.evaluate("(html) => { document.write(html); document.close(); }", f"<!doctype html><p id=it>It</p>{body}")
    assert scripts.page.locator("script[type=speculationrules i]").count() == 0
    assert scripts.page.locator("#it").count() == 1


def test_other_scripts_stay(scripts: Any) -> None:
    scripts.page.evaluate(f"({source_of()})()")
    scripts.page.evaluate(
        "(html) => { document.write(html); document.close(); }",
        '<!doctype html><script type="application/json" id=data>{"speculationrules": 1}</script><script>document.title = "ran"</script>',
    )
    assert scripts.page.locator("#data").count() == 1
    assert scripts.page.title() == "ran"


def source_of() -> str:
    """The script as it is put into every page."""
    return source("ahead", returns="undefined")
