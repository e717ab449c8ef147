"""From a recording to its facts: every control read by the models, once."""

import math
from collections.abc import Sequence

from offswitch_classifier import polarity
from offswitch_classifier.facts import Facts
from offswitch_classifier.model import Models
from offswitch_classifier.reading import Asked, Told, read
from offswitch_classifier.text import control as texts_of
from offswitch_recording.controls import Control, Option
from offswitch_recording.findings import Reading
from offswitch_recording.schema import Recording
from offswitch_recording.words import Purpose


def facts_of(recording: Recording, models: Models) -> Facts:
    """The facts of a recording."""
    languages = {s.id: s.language for s in recording.screens}
    asked = [Asked(texts_of(_row(c, languages.get(c.screen, ""))), c.state) for c in recording.controls]
    if not asked:
        return Facts(recording, [], [], [], models)
    told = read(asked, models)
    readings = readings_of([c.id for c in recording.controls], told)
    return Facts(recording, readings, told.gives_away.tolist(), [tuple(f) for f in told.state_facts.tolist()], models)


def _row(control: Control, language: str) -> dict[str, str]:
    options = [o.label if isinstance(o, Option) else o for o in control.options]
    return {
        "label": control.label,
        "description": _described(control),
        "section": " > ".join(control.section),
        "control": control.kind,
        "options": " | ".join(o.replace("|", "/") for o in options),
        "language": language,
    }


def _described(control: Control) -> str:
    """What a person reads below the label: why a control is locked often says whether the service needs it."""
    reason = control.locked_reason or ""
    return control.description if reason in control.description else f"{control.description} {reason}".strip()


def readings_of(controls: Sequence[str], told: Told) -> list[Reading]:
    """What was told of each control, probabilities to four decimals."""
    purposes, polarities = told.purposes.round(4).tolist(), told.polarities.round(4).tolist()
    states = [None if math.isnan(p) else p for p in told.preselected.round(4).tolist()]
    return [
        Reading(
            control=control,
            purpose=Purpose(told.classes[most]),
            purpose_probability=purposes[i][most],
            purposes=dict(zip(told.classes, purposes[i], strict=True)),
            polarity=polarity.ORDER[turned],
            polarity_probability=polarities[i][turned],
            preselected=states[i],
        )
        for i, (control, most, turned) in enumerate(zip(controls, told.chosen, told.turned, strict=True))
    ]
