"""Whether a label names a deed: what acts is the deed, not the word, so the place of a word counts and what stands around it."""

import re
import unicodedata
from urllib.parse import urlsplit

from offswitch_crawler.vocabulary import CODES, Vocabulary

# Where the head of a phrase stands last, a label that ends so names a page, whatever verb it begins with; `로 설정` and
# `사용 설정` are verbs themselves. So does one with a clause of German behind it: `Konten, denen Sie folgen`.
NAMES_PAGE = re.compile(
    r"(?:(?<!로 )(?<!사용 )설정|관리|목록|내역|기록|수단|공간|권한|기기|管理|方式|中心|明细|明細|一覧|履歴|方法|状況|先|リスト|"
    r"(?<!に)(?<!保存)(?<!儲存)(?<!重設)(?<!重置)(?<!套用)(?<!恢復)(?<!還原)設定)$|"
    r"^\w+, (?:denen|die|der|dem|den|das|welche[rnms]?) "
)
# English words that are verb and noun: before the word for a page they only say which ("Download settings", "Block list").
NAMES_PAGE_EN = re.compile(
    r"^(?:(?:archive|block|book|call|comment|connect|deploy|download|leave|opt[- ]out|follow|invite|like|lock|merge|"
    r"message|mute|order|pair|play|post|print|purchase|record|renew|reply|report|run|schedule|send|share|start|sync|test|transfer|translate|trust|upgrade|"
    r"upload|verify|vote)(?: (?!all\b|the\b|th[ei]s|these\b|my\b|your\b|our\b|a\b|an\b|to\b|now\b)[\w-]+)?"
    r" (?:settings|preferences|options|controls|permissions|rules|polic(?:y|ies)|cent(?:er|re)|methods?)"
    r"|(?:block|call|download|follow|join|leave|like|merge|mute|order|play|print|purchase|record|lock|report|run|sync|test|transfer|"
    r"update|upload) (?:history|lists?|requests?|queue|logs?|quality|folder|location|limits?|status|details|results|schedule|"
    r"types|timeout|suggestions|blocking|activity|alerts|notifications|permissions|preferences|visibility)"
    r"|(?:call|message|order|post|purchase) "
    r"(?:display|security|privacy|sharing|reminders?|audience|layout|sounds?|updates|receipts|tracking)"
    r"|(?:use|download|export|import|record|transfer|report|purchase|upload|start|end|share) of .*)$",
    re.IGNORECASE,
)
# Of these the ones that are called as often by what they deal with: a link to a page of that name is no order.
NOUNS_TOO_EN = re.compile(r"(?:call|comment|message|order|post|purchase) [\w -]+", re.IGNORECASE)
# Where one noun is the name of a thing and the word on its button: sharing of data, verification in two steps, lock of the screen.
NAMES_THING = re.compile(
    r"^(?:κοινή χρήση (?:των )?(?:δεδομένων|στοιχείων)|επαλήθευση (?:σε )?δύο|مشاركة (?:ال)?(?:بيانات|موقع)|"
    r"(?:ال)?تحقق بخطوتين|قفل الشاشة|שיתוף (?:ה)?(?:נתונים|מידע|מיקום)|אימות (?:דו|ב?שני)|נעילת (?:ה)?מסך|מסך (?:ה)?נעילה)",
    re.IGNORECASE,
)
# A language in its own words: choosing it sets it.
NAMES_LANGUAGE = re.compile(
    r"(?:english|deutsch|français|español|italiano|português|nederlands|svenska|polski|日本語|русский|українська|ελληνικά|"
    r"العربية|עברית|हिन्दी|हिंदी|tiếng việt|(?:bahasa )?indonesia|한국어|中文|简体中文|繁體中文|dansk|suomi|čeština|magyar|română|"
    r"türkçe|norsk|català|slovenčina|slovenščina|hrvatski|srpski|български|eesti|latviešu|lietuvių|ไทย|فارسی|বাংলা)(?: ?[(（].*[)）])?",
    re.IGNORECASE,
)
UNSPACED = re.compile("[぀-ヿ㐀-鿿]")
GOES_ON_AS_VERB = re.compile(r"$|[\s（(!！。]|し|する|させ|へ|に進")  # what stands behind a Japanese noun that is a deed
SIGNS = re.compile(r"^[^\w¿]+")


def names_deed(label: str, words: Vocabulary) -> bool:
    """Whether a label begins (where verbs stand last: ends) with a deed, or is little else. An ellipsis asks first."""
    label = _without_lead(unicodedata.normalize("NFC", label.strip()), words)
    if label.endswith(("…", "...")) or any(p.search(label) for p in (NAMES_PAGE, NAMES_PAGE_EN, NAMES_THING)):
        return False
    deed = words.begins("deeds", label)
    thing, led = words.begins("things", label), words.begins("opens", label)
    if deed and words.codes[0] == "ja" and UNSPACED.match(label) and not GOES_ON_AS_VERB.match(label, deed):
        deed = 0
    if deed or (thing and "を" not in label):
        return deed >= led and deed > thing  # `Set` sets, `Set up` leads on
    return words.ends("deeds", label) or (not led and _is_little_else(label, words))


def words_for(label: str, language: Vocabulary) -> Vocabulary:
    """The words by which to judge a label: those of the language that its page declares, or of all where it holds none of them.

    Of all, too, where what is left of it without them is a deed elsewhere: `Account verwijderen` on an English page.
    """
    words = language.of_label(label)
    others, rest = words.others, words.unknown(label)
    if not others.codes or not rest or names_deed(label, words):
        return words
    return Vocabulary(CODES) if names_deed(rest, others) or others.has("ends_session", rest) else words


def names_page_of(label: str, href: str) -> bool:
    """Whether a label that may be a thing or an order is the name of its page: `Purchase data`, `/app#/purchase-data`."""
    parts = urlsplit(href)
    path = parts.fragment.lstrip("!") if parts.fragment.startswith(("/", "!")) else parts.path
    last = path.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    return NOUNS_TOO_EN.fullmatch(label.strip()) is not None and last.casefold() == "-".join(label.casefold().split())


def names_withdrawal(label: str, words: Vocabulary) -> bool:
    """Whether it speaks of taking back a consent, or of ending a use of the person's data: `Withdraw consent`, `Stop sharing`."""
    return all(words.has(key, label) or words.has_compound(key, label) for key in ("withdraws", "consents"))


def _without_lead(label: str, words: Vocabulary) -> str:
    """The label without signs and words that only lead to its verb: `Yes, permanently delete`."""
    label = SIGNS.sub("", label)
    while (length := words.begins("leads", label)) and length < len(label):
        label = SIGNS.sub("", label[length:])
    return label


def _is_little_else(label: str, words: Vocabulary) -> bool:
    # English puts its verb first and Japanese last, so a deed elsewhere is a noun: `Data use`, `共有リンク`.
    others = words.without("en") if words.codes[0] != "ja" else words.without("en").without("ja")
    return others.length("deeds", label) > len(label) / 3
