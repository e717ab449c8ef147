"""Which doors may be taken: what acts is the deed, not the word, and where it cannot be told, a door is not taken."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from offswitch_crawler import said
from offswitch_crawler.addresses import effect_of, is_document, is_plain_page, leads_nowhere, repeats_deed, tells_deed
from offswitch_crawler.controls.tabs import Stand
from offswitch_crawler.deeds import NAMES_LANGUAGE, names_deed, names_page_of, names_withdrawal, words_for
from offswitch_crawler.doorways import INITIALS
from offswitch_crawler.seen import Layer, SeenDoor
from offswitch_crawler.sites import Bounds
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.words import WhyNot

OPENING_ICON = re.compile(
    r"gear|cog|setting|menu|hamburger|burger|more|dots|ellipsis|kebab|avatar|account|profile|user|(?:chevron|caret|arrow)(?![-_]?up)|"
    r"pencil|\bpen\b|\bedit\b",
    re.I,
)
CLOSING_ICON = re.compile(r"close|dismiss|cross\b|\btimes\b|x-?mark", re.I)
LEADING_ICON = re.compile(r"\b(?:gear|cog|settings?|ellipsis|kebab|pencil|edit)\b", re.I)
OPENING_SIGN = re.compile("[⚙☰⋮⋯…›»❯▸▾▼⌄✎✏🖉]")
UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
CROSSES = frozenset("×✕✖✗✘⨯╳⨉")
"""Signs that close what they stand on; elsewhere they remove."""
LONG_LABEL = 90


@dataclass(frozen=True)
class Verdict:
    """Take it, or why not; and whether it only closes what is open (no door at all)."""

    why_not: WhyNot | None = None
    closes: bool = False

    @property
    def take(self) -> bool:
        """Whether the walk may take this door."""
        return self.why_not is None and not self.closes


TAKE = Verdict()
CLOSES = Verdict(closes=True)
ACTS = Verdict(WhyNot.ACTING)
UNSURE = Verdict(WhyNot.UNSURE)


def judge(door: SeenDoor, layer: Layer, language: str, bounds: Bounds) -> Verdict:
    """Whether a door may be taken, from what is drawn on it and what it says of itself."""
    words = words_for(door.label, vocabulary(language))
    if door.disabled:
        return Verdict(WhyNot.DISABLED)
    if NAMES_LANGUAGE.fullmatch(door.label.strip()) and not (door.chevron or announces(door)):
        return UNSURE
    if door.draws_switch and not door.chevron and not announces(door):
        return UNSURE
    if door.href and not leads_nowhere(door.href):
        return _judge_link(door, language, words, bounds)
    if door.download or door.submits in ("post", "get"):
        return ACTS
    if words.has("ends_session", door.label):
        return ACTS
    if closes(door, layer, words) or (door.tag == "summary" and door.expanded):
        return CLOSES
    if door.stand in (Stand.OPTIONS, Stand.UNSURE) and not (door.haspopup or door.expanded is not None):
        return UNSURE
    if announces(door):
        return TAKE
    if door.presses:
        return ACTS
    if door.tells_state and not door.chevron and door.role not in ("tab", "treeitem"):
        return UNSURE  # what says how it stands may be what changes it
    if door.may_set and not _says_it_leads_on(door, words):
        return UNSURE
    return _judge_bare(door, layer, words)


def _judge_link(door: SeenDoor, language: str, words: Vocabulary, bounds: Bounds) -> Verdict:
    if urlsplit(door.href).scheme in ("mailto", "tel", "sms") or not bounds.same_site(door.href):
        return Verdict(WhyNot.EXTERNAL)
    if door.download or words.has("ends_session", door.label):
        return ACTS
    if words.is_only("refuse", door.label) and not is_document(door.href):
        return ACTS
    if (door.orders or said.sorts(door.label, words)) and not announces(door):
        return UNSURE  # nothing new is shown, and a server may keep the order
    stands_as_page = bool(door.row or door.chevron or door.haspopup or door.place.landmark == "navigation")
    deed = names_deed(door.label, words)
    effect = effect_of(door.href, start=bounds.start, language=language, says_page=stands_as_page)
    if effect is not None:
        return Verdict(effect)
    if language and tells_deed(door.href, vocabulary(language), start=bounds.start):
        return UNSURE
    if (
        deed
        and stands_as_page
        and not (door.chevron or door.haspopup)
        and repeats_deed(door.href, words, start=bounds.start)
    ):
        return UNSURE
    if deed and not stands_as_page and not (_refuses_by_page(door, words) or names_page_of(door.label, door.href)):
        return ACTS
    return TAKE if bounds.wanted(door.href) else Verdict(WhyNot.EXCLUDED)


def _refuses_by_page(door: SeenDoor, words: Vocabulary) -> bool:
    """Whether a link named by a refusal leads to a page that says how, or that asks: the opt-out itself often stands there."""
    if is_document(door.href) and words.has("refuse", door.label):
        return True
    return names_withdrawal(door.label, words) and is_plain_page(door.href, words)


def _says_it_leads_on(door: SeenDoor, words: Vocabulary) -> bool:
    """Stronger than its looks: an arrow behind words, or a button that names settings."""
    if not _has_letters(door.label):
        return False
    button = door.tag == "button" or door.role in ("button", "link", "tab", "treeitem")
    return door.chevron or (button and said.names_page(door.label, words))


def _has_letters(label: str) -> bool:
    return any(c.isalpha() for c in label)


def _judge_bare(door: SeenDoor, layer: Layer, words: Vocabulary) -> Verdict:
    """A button, row or pointer without an address and without a word of ARIA on what it opens: a door where something says so."""
    label = door.label
    # In a menu a bare item is a command, in a dialog a button is its answer: only what names settings leads on.
    in_layer = layer.kind != "page"
    if names_deed(label, words):
        return _judge_deed(door, words, in_layer)
    if door.orders:  # an arrow there tells which way
        return UNSURE
    if door.stand == Stand.TABS or (door.chevron and (not in_layer or _has_letters(label))):
        return TAKE
    if door.next_step:
        return TAKE
    if said.sorts(label, words):
        return UNSURE
    guided = door.in_drawer or (not in_layer and (door.place.landmark == "navigation" or door.guides))
    if _is_answer(door, words, guided):
        return UNSURE
    if not label.rstrip().endswith(("…", "...")) and (words.has("defaults", label) or _is_deed_by_noun(door, words, guided)):
        return UNSURE
    if said.names_page(label, words):
        return TAKE
    if not _has_letters(label):  # an icon or a sign: a gear opens, a plus, a star or a digit sets
        return TAKE if OPENING_ICON.search(door.icon) or OPENING_SIGN.search(label) else UNSURE
    if in_layer and not (door.in_drawer and door.role in ("link", "treeitem")):
        return _judge_in_layer(door, layer, words)
    if guided or door.role in ("tab", "treeitem") or (door.role == "link" and (door.tag != "a" or not door.among)):
        return TAKE
    if door.named_only or (len(label) <= INITIALS and door.place.landmark == "banner"):
        return TAKE if OPENING_ICON.search(door.icon) else UNSURE
    return TAKE if _stands_as_entry(door, words) else UNSURE


def _is_deed_by_noun(door: SeenDoor, words: Vocabulary, guided: bool) -> bool:
    """A button that says its deed by a noun (`Account deletion`); in navigation, or one of a list of pages, that is a page's name."""
    if guided or (door.among and _listed(door, words)):
        return False
    return words.has("deed_nouns", door.label) or words.has_compound("deed_nouns", door.label)


def _is_answer(door: SeenDoor, words: Vocabulary, guided: bool) -> bool:
    """One of several answers, or a verb that sets; in navigation one word that could be an answer is a page (`Friends`)."""
    if said.sets(door.label, door.among, words):
        return True
    # Entries of a menu are commands: `Block` beside a page is the deed and not the answer to `Allow`.
    among = _without_deeds(door.among, words) if door.role == "menuitem" else door.among
    if said.is_choice(among, words, least=2 if guided else 1):
        return True
    return not guided and said.is_answer(door.label, words)


def _judge_in_layer(door: SeenDoor, layer: Layer, words: Vocabulary) -> Verdict:
    if words.has("refuse", door.label) or words.has("save", door.label):
        return ACTS
    if layer.kind == "menu" and door.role == "menuitem":
        return TAKE if _stands_in_menu(door, words) else UNSURE
    return TAKE if layer.kind == "dialog" and said.is_list_of_pages(door.among, words, rows=False, least=3) else UNSURE


def _stands_in_menu(door: SeenDoor, words: Vocabulary) -> bool:
    """The name of a section beside a page, or what is no deed where nearly all that are none are pages."""
    among = _without_deeds(door.among, words)
    if said.names_section(door.label, words):
        return said.is_list_of_pages(among, words, rows=False, least=2)
    known = sum(said.is_list_of_pages((label,), words, rows=False, least=1) for label in among)
    return known >= 2 and 3 * known >= 2 * len(among)


def _without_deeds(labels: tuple[str, ...], words: Vocabulary) -> tuple[str, ...]:
    return tuple(x for x in labels if not (names_deed(x, words) or words.has("ends_session", x)))


def _stands_as_entry(door: SeenDoor, words: Vocabulary) -> bool:
    """A row or a section's name that stands alone, one of a list of pages, or a thing with a gear or a pencil on it."""
    if door.role == "option" or len(door.label) > LONG_LABEL:
        return False
    row = door.row and "button" not in (door.tag, door.role)
    if not door.among:
        return row or said.names_section(door.label, words) or bool(LEADING_ICON.search(door.icon))
    return _listed(door, words)


def _judge_deed(door: SeenDoor, words: Vocabulary, in_layer: bool) -> Verdict:
    """A deed by its label: an arrow says that something follows, as does an element that calls itself a link and draws a row with
    an icon; an entry of a list of settings may be named so; a button acts."""
    if door.chevron or (door.role == "link" and door.tag != "a" and door.row and door.icon and not in_layer):
        return TAKE
    entry = door.place.landmark == "navigation" or (door.row and "button" not in (door.tag, door.role))
    if in_layer or not entry or words.begins("save", door.label):
        return UNSURE if door.row and not in_layer else ACTS
    if door.place.landmark != "navigation" and (words.begins("sets", door.label) or not _listed(door, words)):
        return UNSURE  # `Enable tracking` across a page is a switch
    return TAKE if words.has("settings", door.label) else UNSURE


def _listed(door: SeenDoor, words: Vocabulary) -> bool:
    return not door.among or said.is_list_of_pages(door.among, words, rows=door.row, least=2)


def announces(door: SeenDoor) -> bool:
    """Whether it says by ARIA or element that it opens something."""
    if door.haspopup not in ("", "false", "listbox", "grid"):
        return True
    return door.expanded is not None or door.tag == "summary" or (door.role == "tab" and door.place.landmark != "form")


def closes(door: SeenDoor, layer: Layer, words: Vocabulary) -> bool:
    """Whether it only leads back: close, cancel, done, back."""
    if door.haspopup or door.expanded is not None:
        return False
    if door.submits == "dialog" or (
        not door.label and (CLOSING_ICON.search(door.icon) or re.search(r"back\b", door.icon, re.I))
    ):
        return True
    if layer.kind != "page" and door.label.strip() in CROSSES:
        return True
    longest = max(words.length("close", door.label), words.length("back", door.label))
    if not longest or words.length("deeds", door.label) > longest:  # `取消` closes, `取消订阅` ends a subscription
        return False
    whole = len(door.label.strip(" ←‹<×✕x"))
    spare = 0 if UNSPACED.search(door.label) else 2  # two characters more are another word there
    return door.named_only or longest >= whole - spare


def answers(door: SeenDoor, words: Vocabulary) -> bool:
    """Whether what seems only to lead back is an answer: a page stands there, and nothing is open over it (`Not now`, `Done`)."""
    if door.place.layer or door.place.framed or door.named_only or door.submits == "dialog":
        return False
    return _has_letters(door.label) and not words.has("back", door.label)


def likeness(door: SeenDoor, words: Vocabulary) -> float:
    """How much a door looks as if it led to settings, privacy, data, account or AI: 0..1, from words, address and icon."""
    score = 0.0
    if words.has("settings", door.label):
        score += 0.7
    if re.search(
        r"setting|preference|privacy|account|consent|cookie|profile|options|config|security|/ai\b|notif",
        door.href,
        re.I,
    ):
        score += 0.5
    if re.search(r"gear|cog|setting|sliders", door.icon, re.IGNORECASE):
        score += 0.6
    elif re.search(r"avatar|account|profile|user|menu|hamburger|more|dots", door.icon, re.IGNORECASE):
        score += 0.3
    if door.haspopup and door.place.landmark in ("banner", "navigation"):
        score += 0.2
    return min(score, 1.0)
