"""The patterns that are judged, in order, and the page of every pattern that has a name."""

import inspect
from types import ModuleType

from offswitch_classifier import ontology
from offswitch_classifier.patterns import (
    adding_steps,
    bad_defaults,
    bundling,
    conflicting_information,
    dead_end,
    decontextualizing,
    emotional_steering,
    false_hierarchy,
    forced_consent,
    hidden_information,
    language_discontinuity,
    look_over_there,
    privacy_maze,
    scarcity,
    social_proof,
    trick_question,
    urgency,
)
from offswitch_recording.words import Slug

PATTERNS: tuple[ModuleType, ...] = (
    bad_defaults, privacy_maze, adding_steps, false_hierarchy, hidden_information, trick_question, emotional_steering,
    look_over_there, forced_consent, bundling, conflicting_information, decontextualizing, dead_end, language_discontinuity,
    urgency, scarcity, social_proof,
)  # fmt: skip
LEARNT = tuple(m for m in PATTERNS if hasattr(m, "LEARNT"))
"""Those whose estimators are learnt from the recordings of twins; the others have corpora of their own."""
UNSEEN = {
    Slug.NAGGING: "whether the same choice is asked again after a refusal is not seen in one recording",
    Slug.SILENT_ADDITION: "what has changed is not seen in one recording",
}
"""What no single recording holds, and why: silence on it would read as a pass."""


def page(slug: str) -> str:
    """The page of a pattern as Markdown; says so where no recording alone can show it. ValueError for no slug."""
    entry = ontology.entry(slug)
    head = f"# {entry.slug}\n\n{entry.ontology} (Gray et al., CHI 2024); EDPB Guidelines 03/2022 v2.0: {entry.edpb}\n\n"
    module = next((m for m in PATTERNS if m.PATTERN.slug == entry.slug), None)
    if module is None:
        why = UNSEEN[entry.slug]
        return f"{head}{entry.meaning[0].upper()}{entry.meaning[1:]}.\n\nThis pattern is not judged yet: {why}.\n"
    return head + inspect.cleandoc(module.__doc__ or "") + "\n"
