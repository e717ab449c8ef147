"""What hides a text: a small box that scrolls, and letters smaller than those of the settings, in any script."""

import pytest

from offswitch_classifier.clipped import clipped
from offswitch_classifier.model import shipped
from offswitch_classifier.readings import facts_of
from offswitch_classifier.score import score
from offswitch_recording.words import Slug

SAYS = "Your speed and every place you stop are passed to insurers and parking firms."


def most(recording):
    return max(s.patterns.get(Slug.HIDDEN_INFORMATION, 0.0) for s in score(recording).screens)


def drive(hand, goes_on, **looks):
    """A switch, the terms under it from 100 px down, and a further setting at a height."""
    lines = [hand.line("Drive score", 60), hand.line("The score lowers the excess of your insurance.", 100)]
    lines += [hand.line("It is worked out once a day, from midnight to midnight.", 130), hand.line(SAYS, 160, **looks)]
    lines += [hand.line("Printed contract", goes_on), hand.line("It comes by post, a week before you start.", goes_on + 30)]
    controls = [hand.control(1, "Drive score"), hand.control(2, "Printed contract", box=(400, goes_on, 40, 22))]
    return hand.recording([hand.screen(1, lines)], controls)


def test_what_only_scrolling_a_small_box_shows_is_hidden(hand):
    assert most(drive(hand, 150)) >= 0.4
    assert most(drive(hand, 200)) < 0.2


@pytest.mark.parametrize("looks", [{"box": (400, 160, 300, 22)}, {"role": "heading"}, {"picture": 1}])
def test_a_second_column_another_picture_or_a_heading_is_not_scrolled_away(hand, looks):
    facts = facts_of(drive(hand, 150, **looks), shipped())
    assert SAYS not in [line.text for line in clipped(facts)["s1"]]


def test_a_banner_over_the_end_of_a_page_hides_nothing_by_scrolling(hand):
    lines = [hand.line("Choose how this service looks to you.", 60), hand.line(SAYS, 160)]
    lines += [
        hand.line("We use cookies to count visits.", 150),
        hand.line("Agree", 180, "button"),
        hand.line("Refuse", 200, "button"),
    ]
    facts = facts_of(hand.recording([hand.screen(1, lines)]), shipped())
    assert clipped(facts)["s1"] == []


def test_small_print_is_seen_among_short_labels_of_a_script_with_few_characters(hand):
    labels = ["어두운 화면", "큰 글자", "걸음 수 표시", "가족과 합치기"]
    notes = ["마일은 적립일부터 2년 뒤 말일에 소멸합니다.", "하루에 쌓을 수 있는 마일은 20마일까지입니다."]
    told = "걸음 수와 수면 기록은 제휴 보험사에 전달되어 보험료 산정에 쓰입니다."
    tiny = {"font_px": 9, "contrast": 1.9}
    lines = [hand.line(label, 60 * n) for n, label in enumerate(labels, 1)]
    lines += [hand.line(said, 400 + 20 * n, **tiny) for n, said in enumerate([*notes, told])]
    controls = [hand.control(n, label) for n, label in enumerate(labels, 1)]
    assert most(hand.recording([hand.screen(1, lines, language="ko")], controls)) >= 0.5
