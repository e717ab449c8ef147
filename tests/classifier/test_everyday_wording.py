"""Patterns in everyday wording: answers that stand apart, rows that lead to nothing, buttons that mean more than they say."""

import pytest

from offswitch_classifier.score import score
from offswitch_recording.controls import Effort
from offswitch_recording.words import Slug


def most(recording, slug):
    """The probability of a pattern on the screen where it is greatest."""
    return max((s.patterns.get(slug, 0.0) for s in score(recording).screens), default=0.0)


BIG = {"ground": "#2a6f2a", "font_px": 18, "weight": 600, "contrast": 5.2}
ASKED = "They get the route you walked and the day, and may pass it on to advertisers."


def step(hand, refusal, question="Share your walks with tourist boards?"):
    """A step of setting up: a question, ordinary settings, a large answer at the foot; `refusal`: lines of the other answer."""
    lines = [hand.line(question, 40, "heading"), hand.line(ASKED, 90), hand.line("Distances", 300)]
    lines += [hand.line("Share my walks", 720, "link", box=(20, 720, 400, 57), **BIG), *refusal]
    screens = [hand.screen(1, lines), hand.screen(2, [hand.line("Thank you", 40)]), hand.screen(3, [hand.line("Maps", 40)])]
    doors = [hand.door(1, "Share my walks", to="s2"), hand.door(2, "go on without sharing", to="s3")]
    kilometres = hand.control(1, "Distances", "Kilometres", kind="select", options=["Kilometres", "Miles"])
    return hand.recording(screens, [kilometres], doors)


def test_a_refusal_inside_a_sentence_is_drawn_less_than_a_button_at_the_foot(hand):
    words = hand.line("You can set this again later, or go on without sharing and keep your walks on this phone.", 140)
    button = hand.line("go on without sharing", 785, "link", box=(20, 785, 400, 57), **BIG)
    assert most(step(hand, [words]), Slug.FALSE_HIERARCHY) >= 0.5
    assert most(step(hand, [button]), Slug.FALSE_HIERARCHY) < 0.2


def test_an_answer_that_begins_with_no_refuses(hand):
    lines = [hand.line("May four drug makers see what you buy?", 40, "heading"), hand.line(ASKED, 90)]
    lines += [hand.line("Ja, lämna ut", 140, "button", box=(20, 140, 160, 52), **BIG)]
    small = hand.line("Nej, lämna inte ut", 200, "button", box=(20, 200, 100, 20), font_px=12, contrast=2.5)
    alike = hand.line("Nej, lämna inte ut", 200, "button", box=(20, 200, 160, 52), **BIG)
    deceptive, fair = (hand.recording([hand.screen(1, [*lines, no], language="sv")]) for no in (small, alike))
    assert most(deceptive, Slug.FALSE_HIERARCHY) >= 0.5
    assert most(fair, Slug.FALSE_HIERARCHY) < 0.2


STOP = "Stop sending my visits to the gyms"


def row(hand, target, controls=(), **door):
    first = hand.screen(1, [hand.line("My plan", 10, "heading"), hand.line(STOP, 60, door.get("role", "link"))])
    return hand.recording([first, target], list(controls), [hand.door(1, STOP, to="s2", **door)])


LETTER = "A change is made by our call centre. Send a letter with a notarised signature to box 9120."
ABOUT = "In February you allowed us to send what you were treated for, so that gyms can suggest classes."


def test_a_row_that_leads_to_a_locked_switch_and_a_letter_is_a_dead_end(hand):
    target = hand.screen(2, [hand.line("Gyms", 10, "heading"), hand.line(ABOUT, 60), hand.line(LETTER, 120)])
    locked, free = (
        hand.control(1, "Send my visits to the gyms", "on", "s2", locked=is_locked) for is_locked in (True, False)
    )
    assert most(row(hand, target, [locked]), Slug.DEAD_END) >= 0.5
    assert most(row(hand, target, [free]), Slug.DEAD_END) < 0.2


def test_a_section_that_unfolds_to_a_notice_is_a_dead_end(hand):
    notice = [hand.line(ABOUT, 90), hand.line("The form is not available now. Please try later.", 140)]
    opened = hand.screen(2, notice, kind="disclosure", parent="s1").model_copy(update={"title": STOP})
    with_form = opened.model_copy(update={"lines": [*notice[:1], hand.line("Stop it today", 140, "button")]})
    assert most(row(hand, opened, role="button"), Slug.DEAD_END) >= 0.5
    assert most(row(hand, with_form, role="button"), Slug.DEAD_END) < 0.2


def test_what_must_be_given_before_the_only_button_works_is_forced(hand):
    def setup(mark, door):
        labels = ("Remind me to lock it", f"Share my routes with advertising partners ({mark})")
        lines = [hand.line("Set up", 10, "heading"), *(hand.line(t, 60 * n) for n, t in enumerate(labels, 1))]
        lines += [hand.line("Unlock the bicycle", 300, "button")]
        doors = [hand.door(1, "Unlock the bicycle", role="button", **door)]
        return hand.recording([hand.screen(1, lines)], [hand.control(n, t) for n, t in enumerate(labels, 1)], doors)

    assert most(setup("required", {"why_not": "disabled"}), Slug.FORCED_CONSENT) >= 0.5
    assert most(setup("optional", {}), Slug.FORCED_CONSENT) < 0.2


@pytest.mark.parametrize("again", [1, 3])
def test_settings_of_each_device_count_once_beside_a_buried_choice(hand, again):
    """However many devices repeat their ordinary settings, the choice lies as far from the site's own."""
    near = [hand.control(n, t) for n, t in enumerate(["Play trailers", "Subtitles", "Dark theme", "Language"], 1)]
    deep = [
        hand.control(
            10 * device + n, t, screen=f"s{device + 1}", depth=4, path=["a", "b", "c", "d"], effort=Effort(klm_seconds=12)
        )
        for device in range(1, again + 1)
        for n, t in enumerate(["Even out loud scenes", "Match the frame rate", "Choose adverts from what I watch"])
    ]
    screens = [hand.screen(n, [hand.line("Household", 10, "heading")]) for n in range(1, again + 2)]
    assert most(hand.recording(screens, [*near, *deep]), Slug.PRIVACY_MAZE) >= 0.5


def test_help_that_sends_back_to_the_door_is_a_dead_end(hand):
    told = hand.line("You are free to stop it. This is done on the page itself, under My plan.", 120)
    target = hand.screen(2, [hand.line("Help", 10, "heading"), hand.line(ABOUT, 60), told])
    made = row(hand, target)
    back = hand.door(2, "My plan", screen="s2", to="s1")
    circle, text_alone = (
        most(made.model_copy(update={"doors": [*made.doors, *more]}), Slug.DEAD_END) for more in ([back], [])
    )
    assert circle >= 0.5
    assert circle > text_alone


def test_a_button_that_means_more_than_it_says_is_likelier_forced(hand):
    def access(first):
        says = f"{first} you let us and our shops follow this device through the building and send it offers."
        lines = [hand.line("Free wifi", 10, "heading"), hand.line(says, 60), hand.line("Connect", 140, "button")]
        return most(hand.recording([hand.screen(1, lines)]), Slug.FORCED_CONSENT)

    assert access("By connecting") > 2 * access("In the list above")


def test_rows_that_do_different_things_are_no_two_answers(hand):
    copy, objection = "Download a copy of my data", "Object to transfers to companies"
    lines = [hand.line("Your rights", 10, "heading"), hand.line(copy, 60, "button"), hand.line(objection, 90, "link")]
    pages = [hand.screen(2, [hand.line("Objection", 10, "heading"), hand.line("Stop it", 60, "button")])]
    doors = [
        hand.door(1, copy, role="button"),
        hand.door(2, objection, to="s2"),
        hand.door(3, "Stop it", "s2", role="button"),
    ]
    assert most(hand.recording([hand.screen(1, lines), *pages], [], doors), Slug.ADDING_STEPS) < 0.5
