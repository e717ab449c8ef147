"""A door as a test describes it, and what is made of it."""

from dataclasses import replace

from offswitch_crawler.doors import judge
from offswitch_crawler.seen import Layer, Place, Ref, SeenDoor
from offswitch_crawler.sites import Bounds

BOUNDS = Bounds("https://www.example.org/settings", (), (), ("*/blog/*",))
PAGE = Layer("page", "", False, 0, (0, 0, 1280, 800))
DIALOG = Layer("dialog", "", True, 1, (0, 0, 400, 300))
PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 10, 10), True, False, True)
NAVIGATION = replace(PLACE, landmark="navigation")
BUTTON = SeenDoor(PLACE, "", False, "button", "button", "", "", None, None, False, False, "", False, "", False, False, "", 0)


def verdict(label: str, language: str = "en", layer: Layer = PAGE, **facts: object) -> object:
    got = judge(replace(BUTTON, label=label, **facts), layer, language, BOUNDS)  # type: ignore[arg-type]
    return "closes" if got.closes else got.why_not or "take"


def link(label: str, language: str, path: str) -> object:
    return verdict(label, language, href=f"https://www.example.org{path}", tag="a", role="link")
