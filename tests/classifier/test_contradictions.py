"""What is claimed of a control beside it and elsewhere, held against how it is set."""

import pytest

from offswitch_classifier.phrases import said_state
from offswitch_classifier.score import score
from offswitch_recording.words import Slug

SHARE = "Share my results with partner labs"


def most(recording):
    return max(s.patterns.get(Slug.CONFLICTING_INFORMATION, 0.0) for s in score(recording).screens)


def page(hand, *controls, lines=(), screens=(), doors=()):
    shown = [hand.line(c.label, 60 * n) for n, c in enumerate(controls, 1)]
    return hand.recording([hand.screen(1, [*shown, *lines]), *screens], list(controls), list(doors))


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("udzielona 02.11.2023", "pl", "on"), ("nieudzielona", "pl", "off"), ("Granted 2 May 2025", "en", "on"),
        ("Granted May 2, 2025", "en", "on"), ("Withdrawn 4 Jan 2025", "en", "off"), ("Not granted", "en", "off"),
        ("immer aktiv", "de", "on"), ("nicht aktiv", "de", "off"), ("未同意", "zh", "off"), ("常に有効", "ja", "on"),
        ("On 12 March", "en", None), ("Granted permissions are listed below", "en", None),
    ],
)  # fmt: skip
def test_a_state_may_be_a_consent_with_its_date(text, language, state):
    assert said_state(text, language) == state


def test_a_consent_told_as_granted_beside_a_switch_that_is_off_is_a_contradiction(hand):
    told, agreeing = (page(hand, hand.control(1, SHARE, description=said)) for said in ("Granted 2 May 2025", "Withdrawn"))
    assert most(told) >= 0.5 > most(agreeing)


@pytest.mark.parametrize("opens", [True, False])
def test_an_answer_without_condition_contradicts_a_switch(hand, opens):
    def asked(answer):
        question, said = "Do partner labs get my results?", [hand.line(answer, 400)]
        if not opens:
            return page(hand, hand.control(1, SHARE), lines=[hand.line(question, 380), *said])
        part = hand.screen(2, said, kind="disclosure", parent="s1")
        doors = [hand.door(1, question, to="s2", role="button")]
        return page(hand, hand.control(1, SHARE), screens=[part], doors=doors)

    assert most(asked("Yes, in coded form.")) >= 0.5
    assert most(asked("Yes, if you have ticked it.")) < 0.5
    assert most(asked("No, never.")) < 0.5


def test_what_a_control_asks_and_offers_is_no_answer(hand):
    question = "Share my results with partner labs?"
    lines = [hand.line(question, 200), hand.line("Yes", 220)]
    assert most(page(hand, hand.control(1, question, options=["Yes", "No"]), lines=lines)) < 0.5


def test_a_switch_that_names_a_closer_option_contradicts_a_wider_one(hand):
    def set_to(state):
        closed = hand.control(1, "Private account", "on", description="Only people you approved can see your profile")
        options = ["Everyone", "People you approved", "Only me"]
        return page(hand, closed, hand.control(2, "Who can see my profile", state, kind="select", options=options))

    assert most(set_to("Everyone")) >= 0.5 > most(set_to("People you approved"))


def test_two_switches_that_say_the_opposite_cannot_both_be_on(hand):
    def shown(state):
        hides = hand.control(1, "Hide my profile from search engines", "on")
        return page(hand, hides, hand.control(2, "Show my profile in search engines", state))

    assert most(shown("on")) >= 0.5 > most(shown("off"))
