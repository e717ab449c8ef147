"""What one click sets at once: a button, a level among others, a switch whose description tells."""

from offswitch_classifier.score import score
from offswitch_recording.words import Slug


def most(recording):
    return max(s.patterns.get(Slug.BUNDLING, 0.0) for s in score(recording).screens)


def button(hand, label):
    lines = [hand.line("Your delivery", 10, "heading"), hand.line(label, 60, "button")]
    return hand.recording([hand.screen(1, lines)], [], [hand.door(1, label, role="button")])


def test_a_button_that_saves_and_allows_is_a_bundle(hand):
    assert most(button(hand, "Save, and allow offers and sharing with partner shops")) >= 0.5
    assert most(button(hand, "Save day and time")) < 0.2


def test_a_level_that_joins_purposes_is_a_bundle(hand):
    def levels(most_of_all):
        options = ["Basic", most_of_all]
        control = hand.control(1, "Phone", "Basic", kind="radio", options=options)
        return hand.recording([hand.screen(1, [hand.line("Phone", 60)])], [control])

    found = score(levels("Location between visits, offers from shops, personalised adverts")).findings
    best = max((f for f in found if f.pattern is Slug.BUNDLING), key=lambda f: f.probability)
    assert best.probability >= 0.5
    assert "Location between visits" in best.why
    assert most(levels("Location between visits")) < 0.2


def test_a_button_of_several_lines_is_told_by_all_of_them(hand):
    def tile(says):
        box = (20, 60, 300, 80)
        lines = [hand.line("Extra experience", 60, "button", box=box), hand.line(says, 90, "button", box=box)]
        return hand.recording([hand.screen(1, lines)], [], [hand.door(1, "Extra experience", role="button")])

    bundled = tile("Automatic updates, offers by mail, your location, and adverts picked by our partners")
    assert most(bundled) > 2 * most(tile("Adverts picked by our partners"))
