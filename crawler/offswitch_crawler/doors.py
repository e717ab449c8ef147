"""Which doors may be taken: what acts is the deed, not the word, and where it cannot be told, a door is not taken."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from offswitch_crawler.seen import Layer, SeenDoor
from offswitch_crawler.sites import Bounds
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.words import WhyNot

# Segments and keys of addresses that do something when they are fetched.
ACTING_URL = re.compile(
    r"(?:^|[/?&=_.:-])(?:log-?out|log-?off|sign-?out|sign-?off|unsubscribe|unfollow|opt-?out|delete|remove|destroy|toggle|"
    r"disable|enable|activate|deactivate|revoke|confirm|purge|rollback|unwatch|watch)(?:$|[/?&=_.:;-])",
    re.IGNORECASE,
)
ENDS_SESSION_URL = re.compile(r"(?:^|[/?&=_.:-])[a-z]*(?:log-?out|log-?off|sign-?out|sign-?off)(?:$|[/?&=_.:;-])", re.I)
FILE_URL = re.compile(
    r"\.(?:pdf|zip|gz|tar|csv|xlsx?|docx?|png|jpe?g|gif|svg|webp|mp[34]|exe|dmg|msi|deb|apk|ics|xml|json)$", re.I
)
OPENING_ICON = re.compile(
    r"gear|cog|setting|menu|hamburger|burger|more|dots|ellipsis|kebab|avatar|account|profile|user|chevron|caret|arrow",
    re.I,
)
# Where the head of a phrase stands last, a label that ends so names a page, whatever verb it begins with; `로 설정` and
# `사용 설정` are verbs themselves.
NAMES_PAGE = re.compile(
    r"(?:(?<!로 )(?<!사용 )설정|관리|목록|내역|기록|수단|공간|권한|기기|管理|方式|中心|明细|明細|一覧|履歴)$"
)
# Where one noun is the name of a thing and the word on its button: sharing of data, verification in two steps, lock of the screen.
NAMES_THING = re.compile(
    r"^(?:κοινή χρήση (?:των )?(?:δεδομένων|στοιχείων)|επαλήθευση (?:σε )?δύο|مشاركة (?:ال)?(?:بيانات|موقع)|"
    r"(?:ال)?تحقق بخطوتين|قفل الشاشة|שיתוף (?:ה)?(?:נתונים|מידע|מיקום)|אימות (?:דו|ב?שני)|נעילת (?:ה)?מסך|מסך (?:ה)?נעילה)",
    re.IGNORECASE,
)
UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
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
    words = vocabulary(language)
    if door.disabled:
        return Verdict(WhyNot.DISABLED)
    if door.href and not door.href.startswith("javascript:"):
        return _judge_link(door, layer, words, bounds)
    if door.download or door.submits in ("post", "get"):
        return ACTS
    if words.has("ends_session", door.label):
        return ACTS
    if closes(door, layer, words):
        return CLOSES
    if announces(door):
        return TAKE
    if door.presses:
        return ACTS
    return _judge_bare(door, layer, words)


def _judge_link(door: SeenDoor, layer: Layer, words: Vocabulary, bounds: Bounds) -> Verdict:
    parts = urlsplit(door.href)
    if parts.scheme in ("mailto", "tel", "sms") or not bounds.same_site(door.href):
        return Verdict(WhyNot.EXTERNAL)
    target = f"{parts.path}?{parts.query}"
    if door.download or FILE_URL.search(parts.path) or ENDS_SESSION_URL.search(target):
        return ACTS
    if ACTING_URL.search(target) or words.has("ends_session", door.label):
        return ACTS
    if acts(door, words) and not (door.row or door.chevron or door.haspopup or door.place.landmark == "navigation"):
        return ACTS
    return TAKE if bounds.wanted(door.href) else Verdict(WhyNot.EXCLUDED)


def _judge_bare(door: SeenDoor, layer: Layer, words: Vocabulary) -> Verdict:
    """A button, row or pointer without an address and without a word of ARIA on what it opens."""
    label = door.label
    # In a menu a bare item is a command, in a dialog a button is its answer: only what names settings leads on.
    in_layer = layer.kind != "page"
    if acts(door, words):
        return TAKE if (door.chevron or (door.row and not in_layer)) else ACTS
    if words.has("settings", label) or words.has("opens", label):
        return TAKE
    if door.chevron or (door.row and not in_layer):
        return TAKE
    if in_layer:
        return ACTS if words.has("refuse", label) or words.has("save", label) else UNSURE
    if door.place.landmark == "navigation" or door.role in ("tab", "treeitem", "link"):
        return TAKE
    if door.named_only or not label:
        return TAKE if OPENING_ICON.search(door.icon) or words.has("settings", label) else UNSURE
    return TAKE if len(label) <= LONG_LABEL and door.role != "option" else UNSURE


def acts(door: SeenDoor, words: Vocabulary) -> bool:
    """Whether the label names a deed: begins (where verbs stand last: ends) with one, or is little else. An ellipsis asks first."""
    label = door.label.strip()
    if label.endswith(("…", "...")) or NAMES_PAGE.search(label) or NAMES_THING.search(label):
        return False
    if words.starts("deeds", label) or words.ends("deeds", label):
        return True
    return not words.starts("opens", label) and words.length("deeds", label) > len(label) / 3


def announces(door: SeenDoor) -> bool:
    """Whether it says by ARIA or element that it opens something."""
    if door.haspopup not in ("", "false", "listbox", "grid"):
        return True
    return door.expanded is not None or door.tag == "summary" or (door.role == "tab" and door.place.landmark != "form")


def closes(door: SeenDoor, layer: Layer, words: Vocabulary) -> bool:
    """Whether it only leads back: close, cancel, done, back."""
    if door.haspopup or door.expanded is not None:
        return False
    if door.submits == "dialog" or (not door.label and re.search(r"close|dismiss|cross\b|back\b", door.icon, re.IGNORECASE)):
        return True
    longest = max(words.length("close", door.label), words.length("back", door.label))
    if not longest or words.length("deeds", door.label) > longest:  # `取消` closes, `取消订阅` ends a subscription
        return False
    whole = len(door.label.strip(" ←‹<×✕x"))
    spare = 0 if UNSPACED.search(door.label) else 2  # two characters more are another word there
    return door.named_only or longest >= whole - spare


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
