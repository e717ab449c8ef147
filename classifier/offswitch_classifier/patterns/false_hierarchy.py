"""One of two equivalent answers is made visually dominant.

## What it is
The answer that gives data away is a large button in a strong colour; the one that protects is a pale word, a bare link,
small print.

## Why it matters
The eye takes the way that is drawn for it. Two answers of equal weight in law are not equal where one is hard to see.

## How it is measured
For every consent dialog, for every two buttons that stand together and answer one question of data in opposite ways, and
for the two answers of a screen that asks one such question, wherever they stand (one at the foot, the other in a corner or
in the middle of a sentence), the looks of both are held against each other: area, font size, weight, contrast of the
words, and how far the ground or the border of each stands out from the page. A logistic regression whose weights may only
count dominance of the answer that gives away turns the ratios into a probability; it begins at what experiments found to
matter and is fitted on recordings of twins. Dominance of the protective answer is never counted.

## Deceptive
"Accept all", white on blue and wide as the dialog, over "Refuse", grey on white and small.

## Fair
Two buttons of one size, font and colour; the protective one larger.

## What it does not catch
Order and place alone; movement; a colour that means something (red for the refusal) at equal strength; answers that are
drawn as pictures; the options of a radio group, where the chosen one stands out by right.

## References
EDPB Guidelines 03/2022 v2.0, 4.3.2 (hidden in plain sight); CNIL, Shaping choices in the digital world (2019); Utz et
al., (Un)informed consent, CCS 2019 (highlighting raises consent); Bielova et al., The effect of design patterns on
cookie consent, USENIX Security 2024; Gray, Santos, Bielova and Mildner, CHI 2024: false hierarchy.
"""

from math import log2

from offswitch_classifier.apart import all_apart
from offswitch_classifier.facts import Facts
from offswitch_classifier.pairs import Pair, all_pairs
from offswitch_classifier.patterns.pattern import NO_LOOKS, Fact, Learnt, Missing, described, whole
from offswitch_classifier.patterns.shown import line_marks, quoted
from offswitch_classifier.written import contrast
from offswitch_recording.findings import Evidence
from offswitch_recording.schema import Line
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.FALSE_HIERARCHY,
    Severity.MEDIUM,
    'Of two answers "{accept}" is drawn {how} than "{refuse}".',
    "hidden in plain sight",
    ("GDPR Art. 4(11) (freely given, unambiguous consent): may implicate",),
)
LEARNT = Learnt(
    directions={"larger_log2": 1, "font_log2": 1, "bolder": 1, "clearer_log2": 1, "stands_out_log2": 1},
    prior={"larger_log2": 2.0, "font_log2": 5.0, "bolder": 1.0, "clearer_log2": 2.5, "stands_out_log2": 2.5},
    intercept=-2.8,
)
PICTURE_CONTRAST = 4.0
"""A gradient or picture under a label stands out at least so much."""
EDGE_CONTRAST = 1.4
"""A border makes a button of a word, though no ground is filled."""
share = whole


def subjects(facts: Facts) -> list[Pair]:
    """Pairs of opposite answers on one screen, together or apart."""
    return [p for p in [*facts.kept(all_pairs), *facts.kept(all_apart)] if p.refuse is not None]


def features(subject: Pair) -> dict[str, Fact] | Missing | None:
    """By how much the answer that gives away dominates, as powers of two; 0 where it does not."""
    one, other = subject.accept_line, subject.refuse_line
    if one is None or other is None or one.font_px is None or other.font_px is None:
        return None if subject.page.screen.lines else Missing(NO_LOOKS)
    return LEARNT.facts(_dominance(subject, one, other))


def _dominance(subject: Pair, one: Line, other: Line) -> dict[str, float]:
    areas = [w.box[2] * w.box[3] if w.box else 0.0 for w in (one, other)]
    clear = [w.contrast or PICTURE_CONTRAST for w in (one, other)]
    out = [_standing_out(subject, w) for w in (one, other)]
    return {
        "larger_log2": _more(*areas) if min(areas) > 0 else 0.0,
        "font_log2": _more(one.font_px or 1, other.font_px or 1),
        "bolder": max(0.0, min(1.0, ((one.weight or 400) - (other.weight or 400)) / 300)),
        "clearer_log2": _more(*clear) if clear[1] < ENOUGH else 0.0,
        "stands_out_log2": _more(*out),
    }


ENOUGH = 7.0
"""Words of such contrast (WCAG 2.2, 1.4.6) are clear, however much clearer others are."""


def _standing_out(subject: Pair, line: Line) -> float:
    drawn = contrast(line.ground, subject.page.ground)
    edge = EDGE_CONTRAST if line.edged else 1.0
    return max(PICTURE_CONTRAST if drawn is None else drawn, edge)


def _more(one: float, other: float) -> float:
    return max(0.0, min(3.0, log2(one / other)))


def severity(subject: Pair) -> Severity:
    """Medium: the other answer is there."""
    return Severity.MEDIUM


def evidence(subject: Pair) -> Evidence:
    """The looks of both, and their boxes."""
    facts: dict[str, str | float | int | bool | None] = {}
    for name, line in (("accept", subject.accept_line), ("refuse", subject.refuse_line)):
        if line is not None:
            facts |= {name: line.text, f"{name}_font_px": line.font_px, f"{name}_contrast": line.contrast}
            facts |= {
                f"{name}_ground": line.ground,
                f"{name}_area_px": round(line.box[2] * line.box[3]) if line.box else None,
            }
    boxes = line_marks(subject.screen_id, subject.refuse_line, "drawn faintly")
    return Evidence(facts=facts, marks=[*boxes, *line_marks(subject.screen_id, subject.accept_line, "drawn to be taken")])


def slots(subject: Pair) -> dict[str, str]:
    """What fills the sentence."""
    one, other = subject.accept_line, subject.refuse_line
    found = _dominance(subject, one, other) if one and other else {}
    words = {
        "larger_log2": "larger", "font_log2": "in larger letters", "bolder": "bolder", "clearer_log2": "in clearer words",
        "stands_out_log2": "in a stronger colour",
    }  # fmt: skip
    said = [words[name] for name, value in found.items() if value >= 0.3]
    how = ", ".join(said[:-1]) + (" and " if len(said) > 1 else "") + said[-1] if said else "more strongly"
    return {"accept": quoted(subject.accept), "refuse": quoted(subject.refuse or ""), "how": how}
