"""The choice is not in the page's language.

## What it is
A site in French, and its switch about sharing viewing data in English; a menu in Hindi whose consent dialog is not.

## Why it matters
Who cannot read a choice cannot make it, and those who read only the page's language are left with what is set.

## How it is measured
A naive Bayes model over short character sequences, learnt on the corpus in 26 languages, says in which language label
and description of a control are, and in which the rest of its screen is (which may differ from what the page declares).
Where its whole screen is in the same language, it is held against the page on which that opens, or the site's other
pages, if the screen declares to be in their language.
What counts is by how much another language is likelier than the screen's, in log-odds, and how many letters that rests
on. A logistic regression, which may only count both upwards, is fitted on recordings of twins and of ordinary screens;
its result is multiplied by the probability that the control governs something which the service does not need.

## Deceptive
"Share my viewing history with advertising partners" on a page that is French in every other line.

## Fair
"Newsletter", "Cookies", product names; a page that is in English throughout though it declares French.

## What it does not catch
Languages beyond the 26; labels of one or two words; a policy behind a link; two languages that share most words.

## References
EDPB Guidelines 03/2022 v2.0, 4.5.4 (language discontinuity); GDPR Art. 12(1) (intelligible); Article 29 Working Party,
WP260 rev.01, 13; Gray, Santos, Bielova and Mildner, CHI 2024: language inaccessibility.
"""

from math import log2

from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.foreign import FEWEST_LETTERS, Languages, text_of
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described, half_suffices, least
from offswitch_classifier.patterns.shown import marks, name_of, quoted
from offswitch_classifier.tongues import NAMES, letters
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.LANGUAGE_DISCONTINUITY,
    Severity.MEDIUM,
    '"{label}" is in {own}, while the rest of the {where} is in {rest}.',
    "language discontinuity",
    ("GDPR Art. 12(1) (intelligible form): may implicate",),
)
LEARNT = Learnt(
    directions={"other_language_log_odds": 1, "letters_log2": 1},
    prior={"other_language_log_odds": 0.5, "letters_log2": 0.6},
    intercept=-5.5,
)
MOST_LOG_ODDS = 12.0


def subjects(facts: Facts) -> list[ControlFacts]:
    """Controls that give something away and say enough to tell a language."""
    return facts.kept(Languages).controls


def features(subject: ControlFacts) -> dict[str, Fact] | Missing | None:
    """By how much another language than the screen's is likelier, and how many letters say so; None without a screen's."""
    languages = subject.facts.kept(Languages)
    rest = languages.rest(subject)
    if rest is None:
        return None
    odds = max(0.0, min(MOST_LOG_ODDS, languages.against(subject, rest)))
    size = log2(letters(text_of(subject)) / FEWEST_LETTERS) if odds else 0.0
    return LEARNT.facts({"other_language_log_odds": odds, "letters_log2": min(3.0, size)})


def share(subject: ControlFacts) -> tuple[str, float]:
    """Probability that the control governs something that the service does not need."""
    return "governs_something_not_needed", half_suffices(subject.gives_away)


def severity(subject: ControlFacts) -> Severity:
    """That of what is at stake, at most medium."""
    return least(by_purpose(subject.at_stake), Severity.MEDIUM)


def evidence(subject: ControlFacts) -> Evidence:
    """Both languages, and the control's box."""
    return Evidence(
        facts={
            "label": subject.control.label,
            "language": subject.facts.kept(Languages).own(subject),
            "language_of_the_rest": subject.facts.kept(Languages).rest(subject),
            "language_declared": subject.language,
        },
        marks=marks(subject.control, "in another language"),
    )


def slots(subject: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    languages = subject.facts.kept(Languages)
    rest = languages.rest(subject) or "en"
    return {
        "label": quoted(name_of(subject.control)),
        "own": NAMES[languages.own(subject)],
        "rest": NAMES[rest],
        "where": "site" if languages.around(subject) != rest else "screen",
    }
