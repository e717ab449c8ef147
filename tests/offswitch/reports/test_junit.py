"""report.junit.xml has the elements and attributes that the XML schema of Jenkins' xUnit plugin (junit-10) allows and requires.

No package carries that schema, so its rules stand here.
"""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from offswitch.reports import junit

REQUIRED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}, "failure": set(), "skipped": set()}
OPTIONAL = {
    "testsuite": {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
    "testcase": {"time", "classname", "group"},
    "failure": {"type", "message"},
    "skipped": {"type", "message"},
}
INSIDE = {"testsuite": {"testcase"}, "testcase": {"failure", "skipped"}, "failure": set(), "skipped": set()}


def test_elements_and_attributes(make: Callable[..., Any]) -> None:
    root = ET.parse(junit.write(*make())).getroot()
    assert root.tag == "testsuite"
    for element in root.iter():
        assert REQUIRED[element.tag] <= set(element.attrib) <= REQUIRED[element.tag] | OPTIONAL[element.tag]
        assert {inner.tag for inner in element} <= INSIDE[element.tag]


def test_the_numbers_agree_with_the_cases(make: Callable[..., Any]) -> None:
    root = ET.parse(junit.write(*make())).getroot()
    cases = root.findall("testcase")
    failed = [c for c in cases if c.find("failure") is not None]
    skipped = [c for c in cases if c.find("skipped") is not None]
    said = {name: int(root.get(name, "-1")) for name in ("tests", "failures", "errors", "skipped")}
    assert said == {"tests": len(cases), "failures": len(failed), "errors": 0, "skipped": len(skipped)}
    assert len({(c.get("classname"), c.get("name")) for c in cases}) == len(cases)
