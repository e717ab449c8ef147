"""What a walk did not look at and what could not be judged: "not found" is never mixed with "not looked" (pure)."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from offswitch.rows import counted
from offswitch_recording.doors import Template
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording
from offswitch_recording.words import Kind, Slug, WhyNot

NOT_LOOKED = (WhyNot.BUDGET, WhyNot.COVERED, WhyNot.GONE, WhyNot.ERROR)
"""Reasons for which a door stays shut though the walk wanted to take it; the others are choices of the walk."""
FILLING = ("look", "door")
"""What the walk was doing when a screen asked for what it shows."""
MOST_NAMED = 3


def of_walk(recording: Recording) -> list[str]:
    """Why the walk is not complete, one line each; empty where it is."""
    lines = [] if recording.ended_by == "complete" else [f"the walk ended by {recording.ended_by}"]
    shut = Counter(d.why_not for d in recording.doors if d.why_not in NOT_LOOKED)
    lines += [f"{counted(n, 'door')} not taken: {why}" for why, n in shut.items()]
    failed = Counter(d.outcome.removeprefix("status:") for d in recording.doors if d.outcome.startswith("status:"))
    lines += [f"{counted(n, 'door')} led to an error page ({status})" for status, n in failed.items()]
    # A consent dialog that nobody has answered has no state to be read.
    unresolved = sum(c.state == "unresolved" and c.kind is not Kind.CHOICE for c in recording.controls)
    needed = sum(b.needed for b in recording.blocked)
    errors, unchecked = len(recording.errors), len(recording.untouched.not_checked)
    lines += [f"{counted(unresolved, 'control')} whose state could not be read"] if unresolved else []
    lines += [f"{counted(needed, 'blocked request')} without which a screen stayed empty"] if needed else []
    lines += [f"{counted(errors, 'thing')} could not be looked at"] if errors else []
    lines += [f"{counted(unchecked, 'screen')} not read again at the end"] if unchecked else []
    return lines + [alike(t) for t in recording.templates if any(t.controls) and t.members > t.taken]


def without_picture(recording: Recording) -> str:
    """How many controls no picture shows; empty where all are shown. They were looked at: nothing is incomplete for it."""
    unseen = sum(c.visible and c.box is None for c in recording.controls)
    return f"{counted(unseen, 'control')} {'stands' if unseen == 1 else 'stand'} on no picture" if unseen else ""


def stopped(recording: Recording) -> str:
    """Which requests to the site itself were stopped while screens filled: if they only read, states may be those of an empty form."""
    site, reads = urlsplit(recording.start_url).hostname, ("GET", "HEAD")
    asked, lets = Counter[str](), set[str]()
    for b in recording.blocked:
        if b.answer and b.during in FILLING and not b.needed and b.method not in reads and urlsplit(b.url).hostname == site:
            asked[f"{b.method} {urlsplit(b.url).path or '/'}"] += b.count
            lets.add("websockets: allow" if b.method == "WEBSOCKET" else "allow_writes")
    if not asked:
        return ""
    named = [name for name, _ in asked.most_common(MOST_NAMED)]
    more = f" and {len(asked) - MOST_NAMED} more" if len(asked) > MOST_NAMED else ""
    were = (
        f"{counted(asked.total(), 'request')} to the site that may write {'was' if asked.total() == 1 else 'were'} stopped"
    )
    return (
        f"{were} ({', '.join(named)}{more}): if they only read, what they bring is missing and states may be those of an "
        f"empty form; {' and '.join(sorted(lets))} in a profile {'lets' if len(lets) == 1 else 'let'} them pass"
    )


def alike(template: Template) -> str:
    """What a folded list hides: how many pages are alike, how many were looked at, and what each of those held."""
    line = f"{template.members} pages alike, {template.taken} looked at"
    if not any(template.controls):
        return line
    least, most = min(template.controls), max(template.controls)
    return f"{line}, each with {counted(most, 'control') if least == most else f'{least} to {most} controls'}"


def of_findings(findings: Findings, patterns: Sequence[Slug] = ()) -> list[str]:
    """What could not be judged: on any screen, and for the named patterns also on the recording as a whole.

    A pattern that needs other evidence than one walk (a second recording) is open on every recording; it is held
    against one only where it was asked for.
    """
    asked = [i for i in findings.incomplete if i.screen is not None or i.pattern in patterns]
    reasons = Counter((i.pattern, i.reason) for i in asked)
    return [f"{pattern} not judged ({n} times): {reason}" for (pattern, reason), n in reasons.items()]
