"""Each pattern on a pair of screens written by hand that differ in its property alone: found on one, not on the other."""

import pytest

from offswitch_classifier.score import score
from offswitch_recording.words import Slug

QUESTION = "May we use your photos and messages to train AI models?"


def found(recording, slug):
    """The most probable finding of a pattern, 0 where there is none; and what is said of it."""
    findings = score(recording)
    made = [f for f in findings.findings if f.pattern is slug]
    best = max(made, key=lambda f: f.probability, default=None)
    return (best.probability if best else 0.0), best, findings


def asked(hand, accept, refuse, doors=(), further=(), controls=()):
    lines = [hand.line("Your choices", 10, "heading"), hand.line(QUESTION, 60)]
    lines += [hand.line("Allow", 100, "button", box=(20, 100, 120, 40), **accept)]
    lines += [hand.line("Don't allow", 100, "button", box=(160, 100, *refuse.pop("size", (120, 40))), **refuse)]
    return hand.recording([hand.screen(1, lines), *further], list(controls), list(doors))


FILLED, PLAIN = {"ground": "#0b57d0", "contrast": 7.0, "edged": True}, {"edged": True}


def hierarchy(hand, deceptive):
    bare = {"size": (70, 20), "font_px": 11, "contrast": 2.4}
    return asked(hand, dict(FILLED), dict(bare) if deceptive else dict(FILLED))


def steps(hand, deceptive):
    doors = [hand.door(1, "Allow")]
    if not deceptive:
        return asked(hand, dict(PLAIN), dict(PLAIN), [*doors, hand.door(2, "Don't allow")])
    why = hand.screen(2, [hand.line("Why do you refuse?", 10, "heading"), hand.line("Go on", 60, "button")])
    sure = hand.screen(3, [hand.line("Are you sure?", 10, "heading"), hand.line("Refuse", 60, "button")])
    way = [hand.door(2, "Don't allow", to="s2"), hand.door(3, "Go on", "s2", to="s3"), hand.door(4, "Refuse", "s3")]
    return asked(hand, dict(PLAIN), dict(PLAIN), [*doors, *way], [why, sure])


LABELS = ("Dark theme", "Larger text", "Share my location with advertisers", "Play sounds")


def settings(hand, labels=LABELS, extra=(), screens=(), **more):
    sections = more.pop("sections", {})
    controls = [
        hand.control(n, label, more.get("states", {}).get(n, "off"), section=sections.get(n, ["Settings"]), **more.get(f"c{n}", {}))
        for n, label in enumerate(labels, 1)
    ]  # fmt: skip
    lines = [hand.line("Settings", 5, "heading"), *(hand.line(label, 60 * n) for n, label in enumerate(labels, 1))]
    lines += [hand.line("Choose how this service looks and what it does for you every day.", 500), *extra]
    return hand.recording(
        [hand.screen(1, lines, language=more.get("language", "en")), *screens], controls, more.get("doors")
    )


def hidden(hand, deceptive):
    small = {"font_px": 8, "contrast": {"label": 1.6}} if deceptive else {}
    return settings(hand, c3=small)


def trick(hand, deceptive):
    label = "Do not stop us from not sharing my address with partners" if deceptive else "Share my address with partners"
    return settings(
        hand, ("Share my name with partners", "Share my orders with partners", label, "Share my photo with partners")
    )


def conflicting(hand, deceptive):
    said = f"Currently {'on' if deceptive else 'off'}. Used by advertisers near you."
    return settings(hand, c3={"description": said})


def readers(hand, deceptive):
    conflict = {"conflict": {"aria": "off", "class": "on", "pixels": "on"}} if deceptive else {}
    return settings(hand, c3=conflict)


def bundled(hand, deceptive):
    label = "Offers, location, advertising partners and safety alerts" if deceptive else "Offers by mail and text message"
    return settings(hand, ("Dark theme", label, "Play sounds"))


def out_of_place(hand, deceptive):
    labels = ("Dark theme", "Larger text", "Use my posts to train AI models", "Share usage data", "Personalised adverts")
    display, privacy = ["Settings", "Display"], ["Settings", "Privacy"]
    sections = {1: display, 2: display, 3: display if deceptive else privacy, 4: privacy, 5: privacy}
    return settings(hand, labels, sections=sections)


def dead(hand, deceptive):
    label = "Object to the use of my data for adverts"
    link = hand.line(label, 420, "link")
    end = {"to": None, "taken": True, "outcome": "status:404"} if deceptive else {"to": "s2"}
    page = hand.screen(2, [hand.line("Adverts", 10, "heading"), hand.line("Personalised adverts", 60)])
    made = settings(hand, extra=[link], doors=[hand.door(1, label, **end)], screens=[page])
    return made.model_copy(update={"controls": [*made.controls, hand.control(9, "Personalised adverts", screen="s2")]})


def foreign(hand, deceptive):
    label = "Share my viewing history with advertising partners"
    labels = ("Thème sombre", "Lecture automatique", label if deceptive else "Partager mon historique avec les annonceurs")
    text = hand.line("Choisissez ici comment le service se présente et ce qu'il fait pour vous chaque jour.", 450)
    made = settings(hand, labels, extra=[text], language="fr")
    kept = [w for w in made.screens[0].lines if not w.text.startswith(("Choose", "Settings"))]
    return made.model_copy(update={"screens": [made.screens[0].model_copy(update={"lines": kept})]})


CASES = {
    Slug.FALSE_HIERARCHY: hierarchy,
    Slug.ADDING_STEPS: steps,
    Slug.HIDDEN_INFORMATION: hidden,
    Slug.TRICK_QUESTION: trick,
    Slug.CONFLICTING_INFORMATION: conflicting,
    Slug.BUNDLING: bundled,
    Slug.DECONTEXTUALIZING: out_of_place,
    Slug.DEAD_END: dead,
    Slug.LANGUAGE_DISCONTINUITY: foreign,
}
WORDED = {
    Slug.EMOTIONAL_STEERING: ("No, I do not care about helping others and only think of myself", "No, keep my data private"),
    Slug.LOOK_OVER_THERE: (
        "Switching this off makes hardly any difference, so there is no need to think about it.",
        "Your location is sent to advertisers while you use the app.",
    ),
    Slug.FORCED_CONSENT: (
        "By continuing to use this service you agree to the use of your data for advertising.",
        "You can use this service without agreeing.",
    ),
    Slug.URGENCY: (
        "Hurry, only 10 minutes left: say yes before the clock runs out.",
        "You can change this whenever you like.",
    ),
    Slug.SCARCITY: ("Only 3 places left, switch this on before they are gone!", "Switch this on to see places nearby."),
    Slug.SOCIAL_PROOF: ("Join 94% of members near you who already share theirs!", "Members near you can see this."),
}


@pytest.mark.parametrize("slug", CASES)
def test_a_screen_is_told_from_its_twin(hand, slug):
    deceptive, finding, _ = found(CASES[slug](hand, True), slug)
    fair, *_ = found(CASES[slug](hand, False), slug)
    assert deceptive >= 0.5 > fair
    assert finding.why
    assert finding.evidence.facts
    assert finding.evidence.marks
    assert finding.contributions


@pytest.mark.parametrize("slug", WORDED)
def test_a_sentence_is_told_from_its_twin(hand, slug):
    deceptive, finding, _ = found(settings(hand, c3={"description": WORDED[slug][0]}), slug)
    fair, *_ = found(settings(hand, c3={"description": WORDED[slug][1]}), slug)
    assert deceptive >= 0.5 > fair
    assert WORDED[slug][0].split(":")[0][:30] in finding.why


def test_readers_that_contradict_each_other_are_a_finding(hand):
    deceptive, *_ = found(readers(hand, True), Slug.CONFLICTING_INFORMATION)
    fair, *_ = found(readers(hand, False), Slug.CONFLICTING_INFORMATION)
    assert deceptive >= 0.5 > fair


def test_a_summary_that_denies_what_a_switch_gives_away_is_a_finding(hand):
    def overview(says):
        summary = [hand.line("Location and advertisers", 520), hand.line(says, 540)]
        return settings(hand, states={3: "on"}, extra=summary)

    deceptive, finding, _ = found(overview("Not shared"), Slug.CONFLICTING_INFORMATION)
    fair, *_ = found(overview("Shared"), Slug.CONFLICTING_INFORMATION)
    assert deceptive >= 0.5 > fair
    assert '"Not shared" stands beside it' in finding.why


@pytest.mark.parametrize("slug", CASES)
def test_the_fair_screen_carries_nothing_else(hand, slug):
    findings = score(CASES[slug](hand, False))
    sure = [(f.pattern, f.why) for f in findings.findings if f.probability >= findings.thresholds[f.pattern]["1%"]]
    assert sure == []
