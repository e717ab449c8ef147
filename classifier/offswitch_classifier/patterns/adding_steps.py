"""Switching off or refusing takes more steps than switching on or accepting.

## What it is
One click agrees; to refuse, a person opens a second layer, gives a reason, confirms once more, or unticks one box after
the other. Or a deed that protects, such as closing the account, leads through pages of questions and offers first.

## Why it matters
Every further step loses people who had decided. Consent must be as easy to withdraw, and to refuse, as to give.

## How it is measured
For every consent dialog, and for every two buttons that stand together and answer one question of data in opposite
ways, the fewest clicks to refuse are held against the fewest to accept: a way through further screens counts a
click for each, and a refusal that the walk did not take counts for something where it is a link and accepting is a
button. For a door that protects, the screens up to the one on which it can be done are counted, and one that asks
whether one is sure is taken as ordinary. A logistic regression whose weights may only count upwards turns the
difference into a probability; it begins at what is known of consent dialogs (a refusal on the second layer only)
and is fitted on recordings of twins.

## Deceptive
"Accept all" beside "Settings", where refusing takes a second layer and "Save"; a refusal that asks for a reason.

## Fair
"Accept all" and "Refuse all" side by side; both lead to the same kind of page.

## What it does not catch
What happens when a switch is turned off: the walk never sets anything, so a dialog that only then asks is not seen, nor
a button that opens one but says nothing of it. Steps outside the site (a letter, a call).

## References
GDPR Art. 7(3) (withdrawal as easy as consent); CNIL, deliberations SAN-2021-023 and SAN-2021-024 (refusing cookies as
easy as accepting); EDPB Guidelines 03/2022 v2.0, 4.4.2 (longer than necessary); Nouwens et al., CHI 2020 (a refusal not
on the first layer raises consent by 22 to 23 points); Gray, Santos, Bielova and Mildner, CHI 2024: adding steps.
"""

from offswitch_classifier.facts import Facts
from offswitch_classifier.pairs import Chain, Pair, all_chains, all_pairs
from offswitch_classifier.patterns.pattern import NO_WALK, Fact, Learnt, Missing, described, whole
from offswitch_classifier.patterns.shown import clicks, line_marks, marks, quoted
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.ADDING_STEPS,
    Severity.MEDIUM,
    '"{refuse}" takes {refuse_clicks}{against}.',
    "longer than necessary",
    ("GDPR Art. 7(3) (withdrawal as easy as consent): may implicate",),
)
LEARNT = Learnt(
    directions={"extra_clicks": 1, "no_way_to_refuse": 1, "only_the_refusal_is_a_link": 1},
    prior={"extra_clicks": 4.5, "no_way_to_refuse": 4.0, "only_the_refusal_is_a_link": 3.5},
    intercept=-3.5,
)
MOST = 4
share = whole


def subjects(facts: Facts) -> list[Pair | Chain]:
    """Pairs of opposite answers, and doors that protect and lead on."""
    return [*facts.kept(all_pairs), *facts.kept(all_chains)]


def features(subject: Pair | Chain) -> dict[str, Fact] | Missing | None:
    """How many clicks more the refusal takes; None where nothing can be compared."""
    if isinstance(subject, Pair) and subject.accept_clicks is None:
        return None
    if subject.page.screen.depth is None:
        return Missing(NO_WALK)
    no_way = subject.refuse_clicks is None
    more = 0 if subject.refuse_clicks is None else subject.refuse_clicks - (subject.accept_clicks or 0)
    return LEARNT.facts(
        {
            "extra_clicks": max(0, min(MOST, more)),
            "no_way_to_refuse": no_way,
            "only_the_refusal_is_a_link": more <= 0 and _links(subject),
        }
    )


def _links(subject: Pair | Chain) -> bool:
    """Whether refusing opens another page, by its kind, while accepting is done at once: one was not taken by the walk."""
    accept = subject.accept_line if isinstance(subject, Pair) else None
    refuse = subject.refuse_line
    if accept is None or refuse is None:
        return False
    return (
        accept.role == "button"
        and refuse.role == "link"
        and "#" not in refuse.href
        and refuse.href not in ("", _here(subject))
    )


def _here(subject: Pair | Chain) -> str:
    return subject.page.screen.url.split("#", maxsplit=1)[0]


def severity(subject: Pair | Chain) -> Severity:
    """Medium: what is asked for can be refused in the end."""
    return Severity.MEDIUM if subject.refuse_clicks is not None else Severity.HIGH


def evidence(subject: Pair | Chain) -> Evidence:
    """The clicks either way, and the boxes of both answers."""
    accept = {"accept": subject.accept, "accept_clicks": subject.accept_clicks} if isinstance(subject, Pair) else {}
    own = marks(subject.control.control, "asks for consent") if isinstance(subject, Pair) and subject.control else []
    return Evidence(
        facts={
            **accept,
            "refuse": subject.refuse,
            "refuse_clicks": subject.refuse_clicks,
            "way_to_refuse": " > ".join(subject.how),
        },
        marks=line_marks(subject.screen_id, subject.refuse_line, "refuses") or own,
    )


def slots(subject: Pair | Chain) -> dict[str, str]:
    """What fills the sentence."""
    no_way = "more clicks than were found" if subject.refuse_clicks is None else clicks(subject.refuse_clicks)
    against = "; one screen that asks whether one is sure would be ordinary"
    if isinstance(subject, Pair):
        against = f', "{quoted(subject.accept)}" {clicks(subject.accept_clicks or 1)}'
    return {"refuse": quoted(subject.refuse or "Refusing"), "refuse_clicks": no_way, "against": against}
