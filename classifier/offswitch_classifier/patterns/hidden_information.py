"""The choice or its consequence is there, but hard to see: tiny, pale, far below, behind "more".

## What it is
What a person needs in order to choose is on the screen and not seen: letters smaller and paler than all others, a
footnote after the end, a sentence that only unfolding shows, a control apart from those of its kind.

## Why it matters
What is not seen is not chosen. Information must be given in a form that is easily accessible.

## How it is measured
Looked at are controls that give something away, and lines of text that speak of that. Font size and contrast of
label and description are held against those of the screen's other labels and descriptions, and against what can be
read at all (4.5:1, WCAG 2.2, 1.4.3; 12 px); the distance to the nearest other control is measured in heights of a
window, and in words of running text that stand before it; text that only opens in place, while other text of
that page stands open, counts as folded, and text that a small box shows only when it is scrolled (by its place the page
goes on over it) as scrolled away. A logistic regression whose weights may only count such hiding upwards turns
them into a probability, which is multiplied by the probability that something is given away. It begins at those
published limits and is fitted on recordings of twins.

## Deceptive
"Recordings may be listened to by our reviewers", 9 px light grey under a label of 16 px in black.

## Fair
Descriptions a little smaller and greyer than labels, all alike; a disclosure for technical details.

## What it does not catch
Text in pictures; what moves or fades; hiding by quantity (one sentence among a hundred of the same looks); words that
are not recognised as speaking of data.

## References
EDPB Guidelines 03/2022 v2.0, 4.3.2 (hidden in plain sight); GDPR Art. 12(1) (easily accessible form), Art. 7(2)
(distinguishable); WCAG 2.2, 1.4.3 (contrast); Gray, Santos, Bielova and Mildner, CHI 2024: hidden information.
"""

from math import log2

from offswitch_classifier import ontology
from offswitch_classifier.facts import Facts
from offswitch_classifier.hiding import READABLE_CONTRAST, READABLE_PX, Hidden, all_hidden
from offswitch_classifier.patterns.pattern import (
    NO_LOOKS,
    Fact,
    Learnt,
    Missing,
    by_purpose,
    described,
    half_suffices,
    least,
)
from offswitch_classifier.patterns.shown import line_marks, marks, quoted
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.HIDDEN_INFORMATION,
    Severity.MEDIUM,
    '"{text}", which says whether to let {allowed}, is {how}.',
    "hidden in plain sight",
    ("GDPR Art. 12(1) (easily accessible form), Art. 7(2) (distinguishable): may implicate",),
)
LEARNT = Learnt(
    directions={
        "smaller_log2": 1, "paler_log2": 1, "unreadable_log2": 1, "tiny_log2": 1, "apart_windows": 1, "behind_words_log2": 1,
        "folded": 1, "scrolled_away": 1,
    },
    prior={
        "smaller_log2": 4.5, "paler_log2": 2.0, "unreadable_log2": 2.5, "tiny_log2": 5.0, "apart_windows": 7.0,
        "behind_words_log2": 1.0, "folded": 4.0, "scrolled_away": 6.0,
    },
    intercept=-3.5,
)  # fmt: skip
MANY_WORDS = 30


def subjects(facts: Facts) -> list[Hidden]:
    """Controls that give something away, and lines that look as if they were not to be read."""
    return facts.kept(all_hidden)


def features(subject: Hidden) -> dict[str, Fact] | Missing | None:
    """How much harder to see than its like; Missing where looks were not recorded."""
    if subject.looks.font_px is None and subject.looks.contrast is None and not subject.folded:
        return None if subject.page.screen.lines else Missing(NO_LOOKS)
    return LEARNT.facts(_measures(subject))


def _measures(subject: Hidden) -> dict[str, float]:
    font, clear = subject.looks.font_px or subject.looks.usual_px, subject.looks.contrast or subject.looks.usual_contrast
    return {
        "smaller_log2": _log2(subject.looks.usual_px / font, 2),
        "paler_log2": _log2(min(subject.looks.usual_contrast, 2 * READABLE_CONTRAST) / clear, 3),
        "unreadable_log2": _log2(READABLE_CONTRAST / clear, 2),
        "tiny_log2": _log2(READABLE_PX / font, 1),
        "apart_windows": max(0.0, min(2.0, subject.apart_windows - 0.5)),
        "behind_words_log2": _log2(subject.behind_words / MANY_WORDS, 3),
        "folded": float(subject.folded),
        "scrolled_away": float(subject.scrolled_away),
    }


def _log2(ratio: float, most: float) -> float:
    return max(0.0, min(most, log2(max(ratio, 1e-3))))


def share(subject: Hidden) -> tuple[str, float]:
    """Probability that it speaks of something to give away; half of that suffices for a control's own words."""
    sure = half_suffices(subject.gives_away) if subject.control else subject.gives_away
    return "speaks_of_something_given_away", sure


def severity(subject: Hidden) -> Severity:
    """That of what is at stake, at most medium: it can be seen."""
    return least(by_purpose(subject.at_stake), Severity.MEDIUM)


def evidence(subject: Hidden) -> Evidence:
    """Its looks beside those of its like, and its box."""
    own = line_marks(subject.screen_id, subject.line, "hard to see")
    return Evidence(
        facts={
            "text": subject.text,
            "font_px": subject.looks.font_px,
            "usual_font_px": round(subject.looks.usual_px, 1),
            "contrast": subject.looks.contrast,
            "usual_contrast": round(subject.looks.usual_contrast, 2),
            "apart_windows": round(subject.apart_windows, 2),
            "behind_words": subject.behind_words,
            "folded": subject.folded,
            "scrolled_away": subject.scrolled_away,
        },
        marks=own or (marks(subject.control.control, "hard to see") if subject.control else []),
    )


def slots(subject: Hidden) -> dict[str, str]:
    """What fills the sentence."""
    found = _measures(subject)
    said = [
        (
            found["smaller_log2"] + found["tiny_log2"],
            f"set in {subject.looks.font_px:g} px" if subject.looks.font_px else "",
        ),
        (
            found["paler_log2"] + found["unreadable_log2"],
            f"pale (contrast {subject.looks.contrast:g})" if subject.looks.contrast else "",
        ),
        (found["apart_windows"] + found["behind_words_log2"], "far from every other setting"),
        (found["folded"], "shown only when something is unfolded"),
        (found["scrolled_away"], "shown only when a small box is scrolled"),
    ]
    how = [text for value, text in sorted(said, key=lambda p: -p[0]) if value > 0.2 and text]
    return {
        "text": quoted(subject.text),
        "allowed": ontology.allows(subject.at_stake),
        "how": " and ".join(how[:2]) or "hard to see",
    }
