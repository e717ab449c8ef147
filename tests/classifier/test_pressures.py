"""What words of pressure say together, where they stand, and what only looks like them."""

import pytest

from offswitch_classifier.judging import measured
from offswitch_classifier.model import shipped
from offswitch_classifier.patterns import (
    emotional_steering,
    look_over_there,
    scarcity,
    social_proof,
    trick_question,
    urgency,
)
from offswitch_classifier.readings import facts_of

SHARED = "Share my purchases with advertising partners"
PRESSING = [
    (scarcity, "en", SHARED, "Only 3 of the 40 places are left."),
    (scarcity, "de", "Einkäufe an Werbepartner weitergeben", "Nur noch 3 Plätze frei."),
    (social_proof, "en", SHARED, "38 of 41 neighbours already share theirs."),
    (social_proof, "en", SHARED, "“I switched it on the first day and so did my sister.” Meg, Hull"),
    (
        social_proof,
        "fr",
        "Partager mes achats avec des partenaires publicitaires",
        "92 % des clients ont déjà choisi de le faire.",
    ),
    (urgency, "en", SHARED, "Today only: you lose the discount at midnight."),
    (look_over_there, "en", SHARED, "A mere formality, nothing changes for you."),
    (emotional_steering, "en", SHARED, "Your family would be sorry if you went without."),
]
PLAIN = [
    (scarcity, "We keep them for 30 days."),
    (social_proof, "On weekdays between 10 and 6."),
    (social_proof, "They pay 0.15% for it."),
    (urgency, "We keep them for 30 days."),
    (look_over_there, "The list goes to two companies."),
    (emotional_steering, "The list goes to two companies."),
]


def of(module, name, recording):
    """The greatest value of one fact over all subjects of a pattern."""
    told = measured(module, facts_of(recording, shipped()))[0]
    return max((features[name].value for _, features in told), default=0.0)


def described(hand, label, said, language="en"):
    lines = [hand.line(label, 60), hand.line(said, 80)]
    return hand.recording([hand.screen(1, lines, language=language)], [hand.control(1, label, description=said)])


@pytest.mark.parametrize(("module", "language", "label", "said"), PRESSING)
def test_kinds_of_words_that_press_meet(hand, module, language, label, said):
    assert of(module, "words_meet", described(hand, label, said, language)) > 0.9


@pytest.mark.parametrize(("module", "said"), PLAIN)
def test_each_kind_alone_is_ordinary(hand, module, said):
    assert of(module, "words_meet", described(hand, SHARED, said)) < 0.9


def test_nothing_presses_where_nothing_is_at_stake(hand):
    assert of(scarcity, "words_meet", described(hand, "Dark mode", "Only 3 of the 40 places are left.")) < 0.5


def test_words_before_two_answers_are_part_of_the_choice(hand):
    asked = "May we share your purchases with advertising partners? Only 3 places are left today."
    answers = [hand.line("Share my purchases", 100, "button", box=(20, 100, 90, 30))]
    answers.append(hand.line("Do not share", 100, "button", box=(120, 100, 90, 30)))
    made = hand.recording([hand.screen(1, [hand.line(asked, 60), *answers])])
    far = hand.recording(
        [hand.screen(1, [hand.line(asked, 60), *(hand.line(f"Order {n}", 80) for n in range(9)), *answers])]
    )
    assert of(scarcity, "on_choice", made) == 1
    assert of(scarcity, "words_meet", made) > of(scarcity, "words_meet", far)


QUESTION = "May we give your orders to an advertising company?"


@pytest.mark.parametrize(
    ("refusal", "beside"),
    [
        ("No, the farmers are on their own", True),
        ("No, do not give my orders away", False),
        ("No thank you", False),
        ("Go on without agreeing", False),
    ],
)
def test_a_refusal_that_speaks_of_something_else_than_was_asked(hand, refusal, beside):
    lines = [hand.line(QUESTION, 60), hand.line("Yes", 100, "button"), hand.line(refusal, 130, "button")]
    made = hand.recording([hand.screen(1, lines)])
    assert (of(emotional_steering, "beside_the_question", made) > 0.5) is beside


def test_a_question_of_yes_and_no_turned_against_its_neighbours(hand):
    labels = [
        "Share my address with partner shops?",
        "Share my orders with advertisers?",
        "Block sharing my name with partner shops?",
    ]
    controls = [hand.control(n, label, kind="radio", state="No", options=["Yes", "No"]) for n, label in enumerate(labels, 1)]
    made = hand.recording([hand.screen(1, [hand.line(c.label, 60 * n) for n, c in enumerate(controls)])], controls)
    alone = hand.recording([hand.screen(1, [hand.line(labels[2], 60)])], controls[2:])
    assert of(trick_question, "against_neighbours", made) > 0.5 > of(trick_question, "against_neighbours", alone)


def test_what_presses_in_two_breaths_is_read_as_a_whole(hand):
    said = "Purely technical setting. Nothing changes about your card or your discounts."
    parts = [described(hand, SHARED, part) for part in said.split(". ")]
    whole = of(look_over_there, "says_so_log_odds", described(hand, SHARED, said))
    assert whole >= max(of(look_over_there, "says_so_log_odds", part) for part in parts)


@pytest.mark.parametrize(
    ("odd", "in_form"), [("Don't share my address with partner shops", True), ("Block every tracker", False)]
)
def test_an_odd_switch_out_that_only_turns_round_what_its_neighbours_say(hand, odd, in_form):
    labels = ["Share my orders with partner shops", "Share my searches with partner shops", odd]
    controls = [hand.control(n, label) for n, label in enumerate(labels, 1)]
    made = hand.recording([hand.screen(1, [hand.line(c.label, 60 * n) for n, c in enumerate(controls)])], controls)
    assert of(trick_question, "against_neighbours", made) > 0.5
    assert (of(trick_question, "in_their_form", made) > 0.5) is in_form


def test_an_answer_of_no_is_no_negation_of_what_follows(hand):
    made = [
        hand.recording([hand.screen(1, [hand.line(text, 60, "button")])])
        for text in ("No, please do not", "Do not stop it now")
    ]
    assert [of(trick_question, "words_that_turn", m) for m in made] == [0, 1]
