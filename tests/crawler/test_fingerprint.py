"""What is one screen and what is two: clocks, counters and feeds do not split, other controls always do."""

from offswitch_crawler.fingerprint import Fingerprint, fold

DOORS = frozenset(("link", f"door {c}") for c in "abcdefghij")

STATES = ((("switch", "share", ""), "on"),)


def seen(
    url: str = "https://a.example/x",
    controls: tuple[str, ...] = ("Share",),
    doors: frozenset[tuple[str, str]] = DOORS,
    **more: object,
) -> Fingerprint:
    keys = frozenset(("switch", c, "") for c in controls)
    return Fingerprint(url=url, title="t", controls=keys, doors=doors, headings=frozenset({"h"}), **more)  # type: ignore[arg-type]


def test_numbers_dates_and_ages_are_folded() -> None:
    assert fold("Inbox (12)") == fold("Inbox (3)")
    assert fold("Updated 3 minutes ago") == fold("Updated 14 minutes ago")
    assert fold("10:45") == fold("9:02")
    assert fold("Ads") != fold("Apps")


def test_a_moved_feed_is_the_same_screen_and_another_control_is_not() -> None:
    fewer = frozenset(list(DOORS)[:9])
    assert seen().same(seen(doors=fewer))
    assert not seen().same(seen(controls=("Share", "Train")))
    assert not seen().same(seen(doors=frozenset(list(DOORS)[:3])))


def test_an_address_alone_makes_no_screen_and_a_dialog_does() -> None:
    assert seen().same(seen(url="https://a.example/y"))
    assert not seen().same(seen(url="https://a.example/y", doors=frozenset(list(DOORS)[:9])))
    assert seen(lines=frozenset({"a"})).same(seen(lines=frozenset({"b"})))
    assert not seen(lines=frozenset({"a"})).same(seen(url="https://a.example/y", lines=frozenset({"b"})))
    assert not seen(states=STATES).same(seen(url="https://a.example/y"))
    assert not seen().same(seen(layers=frozenset({("dialog", "d")})))
    assert not seen().same(seen(opened=frozenset({("tab", "second")})))


def offering(*options: str) -> Fingerprint:
    return seen(options=frozenset((("switch", "Share", ""), o) for o in options))


def test_other_options_make_another_screen_and_one_more_of_many_does_not() -> None:
    assert not offering("everyone", "friends").same(offering("everyone", "family"))
    assert offering(*"abcdefgh").same(offering(*"abcdefghi"))
    assert offering("loading").same(offering("everyone", "friends"))


def test_a_screen_of_controls_alone_is_itself() -> None:
    alone = Fingerprint(
        url="https://a.example/x", title="t", controls=seen().controls, doors=frozenset(), headings=frozenset()
    )
    assert alone.same(alone) and not alone.same(seen())


def test_the_digest_does_not_depend_on_order() -> None:
    assert seen().digest() == seen(doors=frozenset(reversed(list(DOORS)))).digest()
