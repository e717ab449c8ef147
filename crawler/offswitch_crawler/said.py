"""What a label says of a thing that says nothing else: that it leads to a page, that it sets, or that it is one answer of several."""

import re

from offswitch_crawler.deeds import names_deed
from offswitch_crawler.vocabulary import Vocabulary

# `15 minutes`, `10 GB`, `100 %`, `1,5x`; not `2-step verification`.
AMOUNT = re.compile(r"\W*\d+(?:[.,:/]\d+)*(?!-)\s*(?:[^\W\d]{1,3}|%|°\s*[cf]?)?\W*", re.IGNORECASE)
# A verb in two parts around what it sets: `Turn ads off`.
SETS_AROUND = re.compile(r"(?:turn|switch|toggle)\s+.+\s+(?:on|off)\W*", re.IGNORECASE)
# What is an answer for one answer is none in a list of so many pages: `Public` among `Account`, `Privacy`, `Devices`.
PAGES_TO_ONE_ANSWER = 3
FEW = 4
"""Words of the longest answer."""


def names_page(label: str, words: Vocabulary) -> bool:
    """Whether it names settings, or begins (in some languages ends) with a verb that opens: `Privacy`, `Manage sharing`."""
    if words.has("settings", label) or words.has_compound("settings", label):
        return True
    return (
        words.begins("opens", label) > 0 or words.ends("opens", label) or (words.unspaced and words.at_edge("opens", label))
    )


def is_answer(label: str, words: Vocabulary) -> bool:
    """Whether it is an answer of a choice and nothing else: `Everyone`, `Only me`, `15 minutes`, `Daily or weekly`."""
    if AMOUNT.fullmatch(label):
        return True
    rest = words.rest("options", label)
    return rest.strip() != label.strip().casefold() and not any(c.isalpha() for c in re.sub(r"\b(?:or|and)\b", "", rest))


def sets(label: str, among: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether it begins with a verb that sets; one that may as well open sets where it says no more, or where several begin so."""
    if SETS_AROUND.fullmatch(label.strip()):
        return True
    length = words.begins("sets", label)
    # Of a word that is a deed too, deeds.py has said already that this label only begins so: `Use of your data`.
    if not length or words.begins("deeds", label) >= length:
        return False
    opens = words.begins("opens", label)
    if length != opens:
        return length > opens
    return length >= len(label.strip()) or sum(words.begins("sets", other) > 0 for other in among) > 1


def sorts(label: str, words: Vocabulary) -> bool:
    """Whether it puts a list in another order: `Sort by date, newest first`."""
    return words.begins("sorts", label) > 0 or words.ends("sorts", label)


def is_choice(labels: tuple[str, ...], words: Vocabulary, *, least: int = 1) -> bool:
    """Whether things alike are the answers of one choice: at least so many are, and pages are not many times as many."""
    answers = sum(is_answer(label, words) for label in labels)
    if answers >= least and _pages(labels, words) < PAGES_TO_ONE_ANSWER * answers:
        return True
    return _of_one_thing(labels, words)


def is_list_of_pages(labels: tuple[str, ...], words: Vocabulary, *, rows: bool, least: int) -> bool:
    """Whether things alike are pages: enough of them name one; of rows fewer need to."""
    pages = _pages(labels, words)
    return pages >= least and pages * (3 if rows else 2) >= len(labels)


def _pages(labels: tuple[str, ...], words: Vocabulary) -> int:
    return sum(not is_answer(label, words) and not names_deed(label, words) and _names_any(label, words) for label in labels)


def _names_any(label: str, words: Vocabulary) -> bool:
    return names_page(label, words) or names_section(label, words) or words.begins("things", label) > 0


def names_section(label: str, words: Vocabulary) -> bool:
    """Little else than the name of a section: `Devices`, `Sound & vibration`; not `Help me decide which device to buy`."""
    return words.at_edge("sections", label) and len(label.split()) <= FEW


def _of_one_thing(labels: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether all are kinds of one thing: `Public account`, `Private account`; `Ads based on this page`, `Ads based on activity`."""
    told = [label.casefold().split() for label in dict.fromkeys(labels)]
    if len(told) < 2 or min(map(len, told)) < 2:
        return False
    first, last = len({t[0] for t in told}) == 1, len({t[-1] for t in told}) == 1
    if first and any(is_answer(" ".join(t[1:]), words) for t in told):
        return True
    if last and any(is_answer(" ".join(t[:-1]), words) for t in told):
        return True
    opens = words.begins("opens", told[0][0]) > 0
    if first and not opens and (len({t[1] for t in told}) == 1 or (words.head_first and max(map(len, told)) <= FEW)):
        return True
    if _all_lead_on(labels, words):
        return False
    # Of `Privacy settings` and `Account settings` the last word is no noun that they are kinds of.
    return last and max(map(len, told)) <= FEW and not all(words.begins(key, told[0][-1]) for key in ("opens", "settings"))


def _all_lead_on(labels: tuple[str, ...], words: Vocabulary) -> bool:
    """Whether all begin with verbs that open: `Edit home address`, `Change work address`; not `See more ads`, `See fewer ads`.

    One verb that opens may as well show more or less of a thing, unless it is one that leads to choices: `Manage`.
    """
    verbs = {label.split()[0].casefold() for label in labels}
    if not all(words.begins("opens", label) > 0 for label in labels):
        return False
    return len(verbs) > 1 or all(words.begins("more", label) > 0 for label in labels)
