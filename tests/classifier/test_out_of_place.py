"""Where nobody would look for a choice: a menu of an editor, a heading made of its neighbours' words."""

from offswitch_classifier.model import shipped
from offswitch_classifier.patterns import decontextualizing
from offswitch_classifier.readings import facts_of

SHARE = "Share what is on my boards with advertising partners"
PRIVACY = ["Send usage figures to the maker", "Personalised adverts"]


def alone(hand, labels, section=(), title="", language="en"):
    """How much the last label stands alone on a screen of its own, on a site with a section on privacy."""
    own = hand.screen(
        2, [hand.line(label, 60 * n) for n, label in enumerate(labels, 1)], kind="menu", parent="s1", language=language
    )
    own = own.model_copy(update={"title": title})
    controls = [hand.control(n, label, screen="s2", section=list(section)) for n, label in enumerate(labels, 1)]
    controls += [hand.control(20 + n, label, section=["Privacy"]) for n, label in enumerate(PRIVACY)]
    first = hand.screen(1, [hand.line("Privacy", 10, "heading"), *(hand.line(p, 60) for p in PRIVACY)], language=language)
    facts = facts_of(hand.recording([first, own], controls), shipped())
    found = [s for s in decontextualizing.subjects(facts) if s.control.label == labels[-1]]
    return max((decontextualizing.features(s)["alone_among"].value for s in found), default=0.0)


def test_a_menu_without_headings_is_known_by_its_name(hand):
    labels = ["Dot grid", "Rulers", "Dark canvas", SHARE]
    assert alone(hand, labels, title="View") >= 0.9
    assert alone(hand, labels, title="Privacy") == 0
    assert alone(hand, labels) == 0


def test_a_heading_made_of_the_words_of_its_neighbours_is_theirs(hand):
    labels = ["Üst tepsideki kâğıt", "Alt tepsideki kâğıt", "Kâğıt bitince", "Belge başlıklarını reklam ortaklarıyla paylaş"]
    assert alone(hand, labels, section=["Kâğıt ve tepsi"], language="tr") >= 0.7
