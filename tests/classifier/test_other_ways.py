"""Further ways in which a pattern shows itself, and what only looks like it."""

import pytest

from offswitch_classifier.score import score
from offswitch_recording.controls import Option, Way
from offswitch_recording.words import Means, Slug


def most(recording, slug):
    """The probability of a pattern on the screen where it is greatest."""
    return max((s.patterns.get(slug, 0.0) for s in score(recording).screens), default=0.0)


def banner(hand, labels, accept=1, refuse=1, text="We and our partners use cookies for advertising."):
    options = [Option(label=label, means=means, box=(20 + 200 * n, 700, 180, 40)) for n, (label, means) in enumerate(labels)]
    ways = {
        "accept": Way(clicks=accept, how=[labels[0][0]]),
        "refuse": Way(clicks=refuse, how=["x"] * refuse) if refuse else None,
    }
    choice = hand.control(1, "Your privacy", "unresolved", kind="choice", description=text, options=options, **ways)
    lines = [hand.line("Your privacy", 600, "heading"), hand.line(text, 640)]
    lines += [hand.line(o.label, 700, "button", box=o.box, edged=True) for o in options]
    return hand.recording([hand.screen(1, lines)], [choice])


ACCEPT, REFUSE, MORE = ("Accept all", Means.ACCEPT), ("Refuse all", Means.REFUSE), ("Settings", Means.MORE)


def test_a_refusal_on_the_second_layer_takes_more_steps(hand):
    assert most(banner(hand, [ACCEPT, MORE], refuse=3), Slug.ADDING_STEPS) >= 0.5
    assert most(banner(hand, [ACCEPT, REFUSE]), Slug.ADDING_STEPS) < 0.2


def test_agreeing_as_the_only_answer_is_forced(hand):
    assert most(banner(hand, [ACCEPT], refuse=None), Slug.FORCED_CONSENT) >= 0.25


def test_agreeing_beside_a_refusal_is_not_forced(hand):
    assert most(banner(hand, [ACCEPT, REFUSE]), Slug.FORCED_CONSENT) < 0.2
    assert most(banner(hand, [ACCEPT, MORE], refuse=2), Slug.FORCED_CONSENT) < 0.2


LINK = "Object to the use of my data for adverts"


@pytest.mark.parametrize("end", [{"outcome": "same", "to": None, "taken": True}, {"to": "s1"}, {"to": "s2"}])
def test_doors_that_lead_back_or_to_an_empty_page_are_dead_ends(hand, end):
    empty = hand.screen(2, [hand.line("Please try later.", 60)])
    made = hand.recording([hand.screen(1, [hand.line(LINK, 60, "link")]), empty], [], [hand.door(1, LINK, **end)])
    assert most(made, Slug.DEAD_END) >= 0.4


@pytest.mark.parametrize(("href", "dead"), [("#/choices", True), ("#choices", False)])
def test_a_page_of_an_application_is_no_part_of_the_page(hand, href, dead):
    line = hand.line(LINK, 60, "link", href=href)
    made = hand.recording([hand.screen(1, [line])], [], [hand.door(1, LINK, outcome="same", to=None, taken=True)])
    assert (most(made, Slug.DEAD_END) >= 0.4) is dead


def test_a_policy_is_no_dead_end_nor_is_an_error_behind_another_door(hand):
    long = hand.screen(2, [hand.line("We keep your data for as long as the law asks us to do so. " * 8, 60)])
    first = hand.screen(1, [hand.line("Privacy policy", 60, "link"), hand.line("Press", 90, "link")])
    doors = [hand.door(1, "Privacy policy", to="s2"), hand.door(2, "Press", taken=True, outcome="status:404", why_not=None)]
    assert most(hand.recording([first, long], [], doors), Slug.DEAD_END) < 0.3


def test_what_is_only_folded_out_is_hidden(hand):
    text = "Partner insurers receive your weight, your pulse and your medicines."
    open_lines = [hand.line("Your health", 10, "heading"), hand.line("Choose what this app may do with your steps.", 40)]
    open_lines += [hand.line("You can change this later at any time you like.", 70), hand.line("More", 100, "button")]
    folded = hand.screen(2, [hand.line(text, 130)], kind="disclosure", parent="s1")
    in_sight = hand.recording([hand.screen(1, [*open_lines, hand.line(text, 130)])], [hand.control(1, "Keep my steps")])
    hidden = hand.recording([hand.screen(1, open_lines), folded], [hand.control(1, "Keep my steps")])
    assert most(hidden, Slug.HIDDEN_INFORMATION) > 2 * most(in_sight, Slug.HIDDEN_INFORMATION)


def test_a_choice_far_below_all_others_is_hidden(hand):
    labels = ["Dark theme", "Play sounds", "Large letters", "Share my location with advertisers"]
    near = [hand.control(n, label) for n, label in enumerate(labels, 1)]
    far = [*near[:-1], near[-1].model_copy(update={"box": (400, 3000, 40, 22)})]
    lines = [hand.line(label, 60 * n) for n, label in enumerate(labels, 1)]
    near_by, far_away = (most(hand.recording([hand.screen(1, lines)], c), Slug.HIDDEN_INFORMATION) for c in (near, far))
    assert far_away >= 0.4 > near_by


def test_save_and_cancel_are_no_two_answers(hand):
    lines = [hand.line("Profile", 10, "heading"), hand.line("Your name as others see it.", 40)]
    lines += [hand.line("Save", 90, "button", ground="#0b57d0", box=(20, 90, 200, 50), weight=700)]
    lines += [hand.line("Cancel", 90, "button", font_px=12, box=(240, 90, 60, 20))]
    assert most(hand.recording([hand.screen(1, lines)]), Slug.FALSE_HIERARCHY) < 0.2


def test_without_a_walk_what_lies_behind_doors_is_incomplete(hand):
    screen = hand.screen(1, [hand.line(LINK, 60, "link")]).model_copy(update={"depth": None})
    found = score(hand.recording([screen], [], [hand.door(1, LINK)]))
    assert (Slug.DEAD_END, "s1") in [(i.pattern, i.screen) for i in found.incomplete]


def test_a_recording_without_lines_is_incomplete_where_looks_are_needed(hand):
    made = hand.recording([hand.screen(1, [])], [hand.control(1, "Share my location", font_px=None, contrast={})])
    assert (Slug.HIDDEN_INFORMATION, "s1") in [(i.pattern, i.screen) for i in score(made).incomplete]


@pytest.mark.parametrize(
    "text", ["", "x" * 5000, "إيقاف" * 300, "<script>alert(1)</script>", "{0} %s {label}", "\u202e no not never " * 99]
)
def test_hostile_lines_and_doors_are_scored(hand, text):
    lines = [hand.line(text, 10), hand.line(text, 60, "button"), hand.line("No " + text[:50], 90, "button")]
    screens = [hand.screen(1, lines), hand.screen(2, lines, kind="disclosure", parent="s1")]
    made = hand.recording(screens, [hand.control(1, text, description=text)], [hand.door(1, text, to="s2")])
    assert all(0 <= s.score <= 1 for s in score(made).screens)
