"""The patterns that are judged, in order, and the page of every pattern that has a name."""

import inspect
from types import ModuleType

from offswitch_classifier import ontology
from offswitch_classifier.patterns import bad_defaults, privacy_maze

PATTERNS: tuple[ModuleType, ...] = (bad_defaults, privacy_maze)


def page(slug: str) -> str:
    """The page of a pattern as Markdown; says so where it has a name but is not judged yet. ValueError for no slug."""
    entry = ontology.entry(slug)
    head = f"# {entry.slug}\n\n{entry.ontology} (Gray et al., CHI 2024); EDPB Guidelines 03/2022 v2.0: {entry.edpb}\n\n"
    module = next((m for m in PATTERNS if m.PATTERN.slug == entry.slug), None)
    if module is None:
        return f"{head}{entry.meaning[0].upper()}{entry.meaning[1:]}.\n\nThis pattern is not judged yet.\n"
    return head + inspect.cleandoc(module.__doc__ or "") + "\n"
