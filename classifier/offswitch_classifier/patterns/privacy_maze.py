"""A protective control is buried: deeper and costlier to reach than comparable ones on this site.

## What it is
The control by which a person protects data or attention lies more clicks away, behind more choices, than the ordinary
settings of the same site, or such controls are spread over many places.

## Why it matters
Each further screen loses people. A right that takes a search to exercise is exercised by few.

## How it is measured
Clicks, seconds (keystroke-level model) and choices seen on the way are held against those of the site's ordinary
controls, of which one that stands on several screens alike counts once, where it is nearest. Beside them stand over how
many screens choices are scattered, and on how many the same choice must be made anew (for each device, each profile)
while none is near. A logistic regression whose weights may only count depth and cost upwards turns them into a probability: a
deeper control is never judged less buried. It begins at what clicks are known to cost and is fitted on recordings of
twins and of ordinary screens. The result is lowered where the control governs nothing, or what the service needs.
Severity is that of the purpose from two clicks beyond comparable controls on; below, it is low, or at most medium
where reaching the control takes twice the time or twice the choices.

## Deceptive
Sound, language and theme one click from the settings page; the switch for AI training five clicks away, under
"Advanced".

## Fair
All privacy controls on one page, as near as the others; a site on which everything lies equally deep.

## What it does not catch
A maze of wording (pages with names that say nothing) at ordinary depth; a control that was never reached; a recording
without a walk, where depth is unknown (said to be incomplete).

## References
EDPB Guidelines 03/2022 v2.0, 4.1.2 (privacy maze); GDPR Art. 7(3) and Art. 12(1)-(2); Gray, Santos, Bielova and
Mildner, CHI 2024: privacy maze; Card, Moran and Newell, The keystroke-level model (CACM 1980).
"""

from bisect import bisect_left
from math import log2

from offswitch_classifier import ontology
from offswitch_classifier.facts import LEAST_AT_STAKE, ORDINARY_BELOW, Comparable, ControlFacts, Facts, Place
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, Pattern, by_purpose, half_suffices, least
from offswitch_classifier.patterns.shown import clicks, marks, name_of
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

_ENTRY = ontology.entry(Slug.PRIVACY_MAZE)
PATTERN = Pattern(
    slug=_ENTRY.slug,
    ontology=_ENTRY.ontology,
    edpb=_ENTRY.edpb,
    severity=Severity.MEDIUM,
    sentence='"{label}", which decides whether to let {allowed}, lies {depth} away; comparable settings of this site '
    "lie {comparable} away.",
    estimator="privacy_maze",
    references=(
        "EDPB Guidelines 03/2022 v2.0, 4.1.2: may implicate privacy maze",
        "Gray et al. (CHI 2024): Obstruction > Adding steps > Privacy maze",
        "GDPR Art. 7(3) (withdrawal as easy as consent), Art. 12(1)-(2) (easily accessible): may implicate",
    ),
)
LEARNT = Learnt(
    directions={
        "extra_clicks": 1, "deeper_than_share": 1, "extra_seconds_log2": 1, "extra_options_log2": 1, "places_log2": 1,
        "scattered_log2": 1, "once_for_each_log2": 1, "depth_not_exact": -1,
    },
    prior={
        "extra_clicks": 1.6, "deeper_than_share": 2.5, "extra_seconds_log2": 0.3, "extra_options_log2": 0.3, "places_log2": 0.3,
        "scattered_log2": 1.5, "once_for_each_log2": 1.0, "depth_not_exact": -1.5,
    },
    intercept=-6.0,
)  # fmt: skip
GRAVE_CLICKS = 2
"""From so many clicks beyond comparable controls on, severity is that of what is at stake."""


def measure(own: Place, beside: Comparable, places: int, alone: int = 0, alike: int = 1) -> dict[str, float]:
    """What is judged of a control at `own` beside comparable ones. places: screens with controls that give something away;
    alone: of them those that hold one such control and nothing else to set, where this is such a one; alike: screens on
    which the same choice must be made anew, where none of them is near."""
    depth, shallower = own.depth or 0, bisect_left(beside.depths, own.depth or 0)
    return {
        "extra_clicks": max(-2.0, min(6.0, depth - (depth if beside.depth is None else beside.depth))),
        "deeper_than_share": shallower / len(beside.depths) if beside.depths else 0.0,
        "extra_seconds_log2": _more(own.seconds, beside.seconds) if beside.depths else 0.0,
        "extra_options_log2": _more(own.options_seen, beside.options_seen) if beside.depths else 0.0,
        "places_log2": log2(max(1, min(places, 32))),
        "scattered_log2": log2(max(1, min(alone, 16) / 2)),
        "once_for_each_log2": log2(max(1, min(alike, 16))),
        "depth_not_exact": float(not own.exact),
    }


def _more(own: float, others: float) -> float:
    """How many times more, as a power of two within -2..4; 0 where nothing was measured for any."""
    return max(-2.0, min(4.0, log2((own + 1) / (others + 1))))


def subjects(facts: Facts) -> list[ControlFacts]:
    """Every control."""
    return facts.controls


def features(facts: ControlFacts) -> dict[str, Fact] | Missing | None:
    """Depth and cost beside the site's ordinary controls; None for what gives nothing away, Missing without a walk."""
    if facts.gives_away < LEAST_AT_STAKE:
        return None
    if facts.control.depth is None:
        return Missing("depth is not known" if facts.facts.walked else "without a walk no depth is known")
    return LEARNT.facts(measured(facts))


def measured(facts: ControlFacts) -> dict[str, float]:
    """`measure` of a control of a recording."""
    lonely = facts.facts.kept(_lonely)
    alone = len(lonely) if facts.control.screen in lonely else 0
    return measure(facts.place, facts.comparable, facts.facts.places_of_choices, alone, _alike(facts))


def _lonely(facts: Facts) -> set[str]:
    """Screens on which one control that gives something away stands, and no other control."""
    return {s for s, of in facts.on_screen.items() if len(of) == 1 and of[0].gives_away >= ORDINARY_BELOW}


def _alike(facts: ControlFacts) -> int:
    """Screens on which a choice of this name stands, all of them GRAVE_CLICKS or more away; 1 where one is nearer."""
    same = facts.facts.kept(_by_name)[facts.control.kind, facts.control.label] if facts.control.label else [facts]
    near = any((c.control.depth or 0) < GRAVE_CLICKS for c in same)
    return 1 if near else len({c.control.screen for c in same})


def _by_name(facts: Facts) -> dict[tuple[str, str], list[ControlFacts]]:
    made: dict[tuple[str, str], list[ControlFacts]] = {}
    for c in facts.controls:
        made.setdefault((c.control.kind, c.control.label), []).append(c)
    return made


def share(facts: ControlFacts) -> tuple[str, float]:
    """Probability that the control governs something that the service does not need; half of that suffices."""
    return "governs_something_not_needed", half_suffices(facts.gives_away)


def severity(facts: ControlFacts) -> Severity:
    """That of the purpose where the control lies two clicks or more beyond comparable ones; one click is a nuisance."""
    found = measured(facts)
    if found["extra_clicks"] >= GRAVE_CLICKS:
        return by_purpose(facts.at_stake)
    costly = max(found["extra_seconds_log2"], found["extra_options_log2"]) >= 1
    return least(by_purpose(facts.at_stake), Severity.MEDIUM if costly else Severity.LOW)


def evidence(facts: ControlFacts) -> Evidence:
    """Depth, cost and those of comparable controls, the way, and the control's box."""
    control, beside = facts.control, facts.comparable
    return Evidence(
        facts={
            "label": control.label,
            "purpose": facts.at_stake,
            "depth_clicks": control.depth,
            "depth_is": control.depth_is,
            "comparable_depth_clicks": beside.depth,
            "comparable_controls": len(beside.depths),
            "path": " > ".join(control.path),
            "klm_seconds": control.effort.klm_seconds,
            "options_seen": control.effort.options_seen,
            "places": facts.facts.places_of_choices,
        },
        marks=marks(control, f"{clicks(control.depth or 0)} away"),
    )


def slots(facts: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    control, beside = facts.control, facts.comparable.depth
    return {
        "label": name_of(control),
        "allowed": ontology.allows(facts.at_stake),
        "depth": clicks(control.depth or 0),
        "comparable": clicks(beside or 0),
    }
