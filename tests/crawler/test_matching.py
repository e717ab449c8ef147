"""Which control of a later look is which: by its exact label first, then by the one with its numbers folded."""

from offswitch_crawler.matching import matched_among
from offswitch_crawler.seen import Place, Ref, SeenControl
from offswitch_recording.words import Kind, ReadFrom


def control(label: str, css: str = "p", state: str = "off") -> SeenControl:
    place = Place(Ref(0, 1), "", (css,), (), (), "main", 0, (0, 0, 9, 9), True, False, True)
    return SeenControl(place, Kind.SWITCH, label, "", state, ReadFrom.NATIVE)


def labels(wanted: list[str], found: list[SeenControl]) -> list[str | None]:
    pairs = matched_among([control(w, css=f"p{n}") for n, w in enumerate(wanted)], found)
    return [p.label if p else None for p in pairs]


def test_the_exact_label_goes_before_the_place() -> None:
    found = [control("Channel 2", "p0"), control("Channel 1", "p1")]
    assert labels(["Channel 1", "Channel 2"], found) == ["Channel 1", "Channel 2"]


def test_a_counter_that_has_changed_is_the_same() -> None:
    assert labels(["Drafts (3)", "Mail"], [control("Mail"), control("Drafts (4)")]) == ["Drafts (4)", "Mail"]


def test_a_row_that_is_not_drawn_is_no_other_row() -> None:
    found = [control("Channel 2", "x"), control("Channel 9", "y")]
    assert labels(["Channel 1", "Channel 2", "Channel 3"], found) == [None, "Channel 2", None]


def test_alike_labels_go_by_place() -> None:
    found = [control("Notify", "p1", "on"), control("Notify", "p0")]
    pairs = matched_among([control("Notify", "p0"), control("Notify", "p1")], found)
    assert [p.state for p in pairs if p] == ["off", "on"]
