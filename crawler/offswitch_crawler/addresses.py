"""Addresses that do something when they are fetched: GET should only read, and many do not keep to it."""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from offswitch_crawler.signing_out import ends_session
from offswitch_crawler.vocabulary import Vocabulary
from offswitch_recording.words import WhyNot


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Fetched, these act at once nearly everywhere.
ACTS_AT_ONCE = _set(
    "toggle unwatch unfollow unlike unstar unpin unmute unblock unsubscribe unsave unhide optout optin like dislike upvote downvote "
    "markread markasread markallread markallasread readall dismiss snooze confirm purge rollback revoke accept decline reject approve "
    "deny enable disable "
    "activate deactivate reactivate destroy resend sync resync refresh regenerate rotate renew redeem logoutall flush ping poke "
    "grant withdraw forget agree disagree refuse allow disallow generate turnon turnoff switchon switchoff optedin optedout "
    "rsvp vote set unset setlang setlanguage settheme save apply impersonate run trigger retry restart reload clear empty"
)
# These are as often the page that asks first.
ASKS_OR_ACTS = _set(
    "delete remove close cancel terminate erase wipe reset restore add subscribe follow join leave invite block report mute transfer "
    "upgrade downgrade buy pay checkout order purchase send submit publish star pin watch mark switch move merge archive "
    "verify unlink disconnect connect choose select create link export import download claim update hide rate share opt unregister"
)
VERBS = ACTS_AT_ONCE | ASKS_OR_ACTS
# Of verbs before a word, those that are as good a noun there: /watch/history, /share/settings, /reset-password, /order-history.
ALSO_NOUNS = _set(
    "watch follow like vote star pin link share order report block download export import save set run mark rate sync connect "
    "transfer reset verify update move restore upgrade subscribe merge archive send clear purchase allow create"
)
# Of these, verbs all the same before a name that is no page's: /subscribe/news, /follow/sam, /set/theme.
TAKES_OBJECT = _set("subscribe follow like vote star pin set run mark rate allow")
PAGE_NOUNS = _set(
    "history settings preferences options list lists log logs requests rules queue status results policy policies center centre "
    "suggestions details limits schedule types plans pricing faq help about info view edit manage index overview"
)
STATES = _set("on off yes no true false")
FLAGS = STATES | _set("0 1 all none enabled disabled")
# Keys of a query that with a state set one; with `true` any other does that does not say how to show.
GOVERNS = re.compile(
    r"(?:^|[_-])(?:ads?|tracking|consents?|analytics|marketing|newsletters?|notifications?|personali[sz](?:ed|ation)|telemetry|gdpr|ccpa|"
    r"opt|optin|optout|visibility|visible|public|private|sharing|cookies?|enabled|disabled|active)(?:$|[_-])"
)
SHOWS_HOW = re.compile(
    r"^(?:show|view|expand|embed|is|has|with|include|full|all|mobile|print|preview|modal|raw|from|in|debug|no|new)|(?:ed|only|view)$"
)
CREDENTIALS = re.compile(r"(?:^|[-_])(?:tokens?|keys?|secrets?|codes?|credentials?|passwords?|invites?|invitations?)$")
MAKES_NEW = _set("new add create generate issue")
LOOK_VALUE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?|dark|light|auto|system|default|toggle")
FILE = re.compile(
    r"\.(?:pdf|zip|gz|tar|csv|xlsx?|docx?|png|jpe?g|gif|svg|webp|mp[34]|exe|dmg|msi|deb|apk|ics|vcf|xml|json)$", re.I
)
# Sections of a site, whatever is asked of them: /watch?v=1 is a film.
SECTIONS = _set("watch order report link share")
PARTICLES = _set("on ons in ins out outs up ups")
LOOK_SEGMENTS = _set("lang language locale theme skin currency")
NUMBER = re.compile(r"\d+|[0-9a-f-]{12,}|(?=\w*\d)(?=\w*[a-z])[\w-]{16,}", re.IGNORECASE)
COUNTED = re.compile(r"[a-z]{0,2}\d+")
VERSION = re.compile(r"v\d+", re.IGNORECASE)
SAYS_WHAT_TO_DO = _set("action act do op cmd command task method func event submit perform operation")
SAYS_WHERE = _set(
    "tab section page view panel pane step category cat area route screen ref source src from next return returnto "
    "return_to redirect redirect_uri continue q query search sort order filter topic type kind show open anchor module"
)
SHOWS = _set("view show list index open display read browse edit settings profile details preferences account info help")
SETS_LOOK = re.compile(
    r"(?:set|change|switch)?[_-]?(?:theme|lang|language|locale|hl|skin|colou?r[_-]?scheme|dark[_-]?mode|currency|density|font[_-]?size|"
    r"contrast|units|timezone|ui[_-]?mode|country|region)",
    re.IGNORECASE,
)
DOCUMENT = re.compile(r"\.x?html?$", re.IGNORECASE)
REFUSES = _set("refuse refusal decline reject object objection deny stop optout disagree withdraw")
PROVES_WILL = re.compile(r"csrf|xsrf|nonce|sesskey|form_?key|authenticity", re.IGNORECASE)
SIGNED = re.compile(r"token|signature|\bsig\b|hmac|otp|secret", re.IGNORECASE)
PARTS = re.compile(r"[^a-z0-9]+")


def effect_of(href: str, *, start: str, language: str, says_page: bool) -> WhyNot | None:
    """Whether fetching an address acts, cannot be told, or (None) reads only.

    `says_page`: the link looks like a way to a page by its place; a label is no reason to fetch what may act. `start` and
    `language` (of the page) tell which keys the site carries through all its links: those set nothing.
    """
    parts = urlsplit(href)
    routed = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    if ends_session(href, routed=True) or FILE.search(parts.path):
        return WhyNot.ACTING
    if is_document(href) and REFUSES & set(PARTS.split(parts.path.lower().replace("opt-out", "optout"))):
        return None
    query = _told(href, start)
    path = f"{parts.path}/{urlsplit(routed.lstrip('!')).path}"
    # An entry that asks first stands as a page only where nothing is told to the address but where one comes from.
    page = says_page and all(k in SAYS_WHERE for k, _ in query)
    found = [_of_path(path, page, asked=bool(query), signed=_is_signed(query))]
    found += [_of_pair(k, v, language, says_page) for k, v in query]
    return next((w for w in (WhyNot.ACTING, WhyNot.UNSURE) if w in found), None)


def _told(href: str, start: str) -> list[tuple[str, str]]:
    """Keys and values of the query, without those that the start's address has too: a site carries them through all its links."""
    carried = parse_qsl(urlsplit(start).query, keep_blank_values=True)
    pairs = parse_qsl(urlsplit(href).query, keep_blank_values=True)
    return [(k.lower(), v.lower()) for k, v in pairs if (k, v) not in carried]


def is_document(href: str) -> bool:
    """Whether an address is that of a page kept as a file, to which nothing is told: `/refuse.html` is read, and says how to refuse.

    One that names a thing by number is none, nor is one with a query or a route of its own.
    """
    parts = urlsplit(href)
    numbered = any(NUMBER.fullmatch(s) for s in parts.path.split("/"))
    return (
        bool(DOCUMENT.search(parts.path)) and not parts.query and not parts.fragment.startswith(("/", "!")) and not numbered
    )


def is_plain_page(href: str, words: Vocabulary) -> bool:
    """Whether an address names a page and nothing else: nothing is told to it, nothing numbered, and no part of it is a deed.

    `/privacy/sharing`, `/stop-sharing`; not `/timer/stop`, `/consent/intrekken`, `/partners/12`, `/privacy#sharing`.
    """
    parts = urlsplit(href)
    routed = parts.fragment.startswith(("/", "!"))
    segments = [unquote(s) for s in f"{parts.path}/{parts.fragment.lstrip('!')}".split("/") if s]
    if parts.query or (parts.fragment and not routed) or not segments:
        return False
    return not any(_is_numbered(s) or words.begins("deeds", s) == len(s) for s in segments)


def repeats_deed(href: str, words: Vocabulary, *, start: str) -> bool:
    """Whether an address says what a label that is a deed says: a deed in the page's own language, a thing by its number, a query.

    `/werbung/deaktivieren`, `/sessions/12`, `/p?id=5`. English deeds are weighed by `effect_of`, which knows the ones that ask first.
    """
    if any(key not in SAYS_WHERE for key, _ in _told(href, start)):
        return True
    own = words.without("en") if words.codes[0] != "en" else Vocabulary(())
    segments = [unquote(s) for s in urlsplit(href).path.split("/") if s]
    return any(_is_numbered(s) or own.is_spelt("deeds", s) for s in segments)


def tells_deed(href: str, words: Vocabulary, *, start: str) -> bool:
    """Whether an address says a deed in the page's own language and what to do it to: `/newsletter/abbestellen?u=77`.

    Whatever the link is called ("here"). The deed alone (`/konto/loeschen`) is as often the page that asks first.
    """
    own = words.without("en")
    segments = [unquote(s) for s in urlsplit(href).path.split("/") if s]
    told = any(key not in SAYS_WHERE for key, _ in _told(href, start)) or any(_is_numbered(s) for s in segments)
    return told and any(own.is_spelt("deeds", s) for s in segments)


def _is_numbered(segment: str) -> bool:
    """Whether a part of an address names one thing of many: `12`, `6-x20`; not `7th-page`, `2fa` or the `v2` of an interface."""
    if NUMBER.fullmatch(segment):
        return True
    return any(COUNTED.fullmatch(word) for word in PARTS.split(segment.lower())) and VERSION.fullmatch(segment) is None


# What a page fetches by itself: only what cannot be meant to read. `/api/sync` and `/session/refresh` are read by many.
NEVER_READS = _set(
    "toggle unwatch unfollow unlike unstar unsubscribe unsave optout optin upvote downvote markread markasread markallread "
    "markallasread dismiss purge revoke delete destroy remove erase wipe terminate deactivate unregister logoutall withdraw forget "
    "disagree turnon turnoff switchon switchoff optedin optedout unlink disconnect impersonate"
)
SETS = _set(
    "set enable disable allow disallow accept decline reject deny grant agree refuse activate update save apply switch"
)


def acts_when_fetched(url: str) -> bool:
    """Whether a page that fetches this address by itself would do something by it: sign out, delete, switch, unsubscribe.

    Narrower than `effect_of`: a link that is not taken costs one door, an answer that is withheld may cost a screen.
    """
    parts = urlsplit(url)
    if FILE.search(parts.path):
        return False  # an icon is called as what it stands for
    if ends_session(url):
        return True
    words = [w for w in ("".join(PARTS.split(s)) for s in parts.path.lower().split("/")) if w and not NUMBER.fullmatch(w)]
    pairs = [(k.lower(), v.lower()) for k, v in parse_qsl(parts.query, keep_blank_values=True)]
    said = {"".join(PARTS.split(v)) for k, v in pairs if k in SAYS_WHAT_TO_DO} | {k for k, v in pairs if k in NEVER_READS}
    told = {w for at, w in enumerate(words) if words[at + 1 : at + 2] == [] or words[at + 1] not in PAGE_NOUNS}
    if NEVER_READS & (told | said):
        return True
    return bool(SETS & {*words[-1:], *said}) and any(v in FLAGS and not SHOWS_HOW.search(k) for k, v in pairs)


def acts_as_page(url: str) -> bool:
    """Whether a whole window that a script or a refresh sends there would do something by it: sign out, or a deed told to a query.

    `/unsubscribe?id=3`, `/optout?training=on`; `/account/delete` alone is as often the page that asks first.
    """
    return ends_session(url) or (any(key not in SAYS_WHERE for key, _ in _told(url, "")) and acts_when_fetched(url))


def leads_nowhere(href: str) -> bool:
    """An address that only stands for a script: the link is a button."""
    return href.startswith("javascript:") or _empty_fragment(urlsplit(href), href)


def _empty_fragment(parts: SplitResult, href: str) -> bool:
    return parts.fragment in ("!", "0") or (not parts.fragment and href.endswith("#"))


def _is_signed(query: list[tuple[str, str]]) -> bool:
    return any(SIGNED.search(k) or PROVES_WILL.search(k) or (len(v) >= 16 and NUMBER.fullmatch(v)) for k, v in query)


def _of_path(path: str, says_page: bool, *, asked: bool, signed: bool) -> WhyNot | None:
    segments = [s for s in path.lower().split("/") if s]
    for at, segment in enumerate(segments):
        rest = segments[at + 1 :]
        before = segments[at - 1] if at else ""
        named = [s for s in rest if not NUMBER.fullmatch(s)]
        if segment in LOOK_SEGMENTS and len(rest) == 1 and rest[0] not in VERBS | PAGE_NOUNS:
            return WhyNot.UNSURE if not says_page or LOOK_VALUE.fullmatch(rest[0]) else None
        if segment in MAKES_NEW and CREDENTIALS.search(before):
            return WhyNot.UNSURE
        verb = _verb(segment, stands_first=at == 0 and not asked, followed=rest)
        if not verb or (verb in SECTIONS and at == 0):
            continue
        asks_first = verb in ASKS_OR_ACTS or (verb == "unsubscribe" and says_page)
        if signed or len(rest) > len(named) or not asks_first:
            return WhyNot.ACTING
        # /settings/follow is a page among pages; /item/3/delete and /delete/account say what to do it to.
        return None if says_page and not named and not NUMBER.fullmatch(before) else WhyNot.UNSURE
    return WhyNot.UNSURE if len(segments) > 1 and segments[-1] in STATES else None


def _verb(segment: str, *, stands_first: bool, followed: list[str]) -> str:
    """The verb that a segment is, or begins with: `delete`, `enable-2fa`, `mark_read`; none in `disabled-users`, `auto-delete`."""
    words = [w for w in PARTS.split(segment) if w]
    whole = "".join(words)
    if whole in VERBS:
        if whole in TAKES_OBJECT and followed:
            return "" if followed[0] in PAGE_NOUNS else whole
        named = any(not NUMBER.fullmatch(s) for s in followed)
        return "" if whole in ALSO_NOUNS and (named or stands_first) else whole
    if len(words) < 2 or words[1] in PARTICLES:
        return ""
    if words[0] in VERBS and words[0] not in ALSO_NOUNS:
        return words[0]
    return words[-1] if words[-1] in ("unsubscribe", "toggle") else ""


def _is_state(key: str, value: str) -> bool:
    """Whether a pair gives something a state: `tracking=1`, `x=off`; not `expanded=true`."""
    if GOVERNS.search(key):
        return value in FLAGS
    return value in STATES and not SHOWS_HOW.search(key)


def _of_pair(key: str, value: str, language: str, says_page: bool) -> WhyNot | None:
    parts = [w for w in PARTS.split(key) if w]
    if PROVES_WILL.search(key):
        return WhyNot.ACTING
    if SETS_LOOK.fullmatch(key):
        return None if PARTS.split(value)[0] == PARTS.split(language.lower())[0] else WhyNot.UNSURE
    if key in SAYS_WHERE:
        return None
    if key in VERBS or "".join(parts) in VERBS or (len(parts) > 1 and parts[0] in VERBS):
        return WhyNot.ACTING
    if SIGNED.search(key):
        return WhyNot.UNSURE
    if value in ("dark", "light") or _is_state(key, value):
        return WhyNot.UNSURE
    doing = [w for w in PARTS.split(value) if w]
    if key in SAYS_WHAT_TO_DO:
        if "".join(doing) in VERBS or any(w in VERBS for w in doing):
            return WhyNot.ACTING
        return None if says_page or set(doing) & SHOWS else WhyNot.UNSURE
    return WhyNot.ACTING if value in VERBS else None
