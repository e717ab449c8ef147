"""Consent pairs: the buttons of a layer or fixed banner that together set one thing (accept all, refuse, settings)."""

import re

from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.vocabulary import Vocabulary
from offswitch_recording.words import Kind, Means

CONSENT = re.compile(
    r"cookie|consent|gdpr|ccpa|tracking|privacy|personal data|einwilligung|datenschutz|privatsphäre|consentement|vie privée|"
    r"confidentialité|consentimiento|privacidad|consenso|dati personali|consentimento|toestemming|samtycke|integritet|"
    r"zgod[ayę]|prywatno|クッキー|同意|プライバシー|隐私|隱私|个人信息|쿠키|동의|개인정보|файл[ыао]|"
    r"quyền riêng tư|đồng ý|privasi|persetujuan|cookiebeleid|gegevens|"
    r"куки|конфиденциальн|персональн\w+ данн|соглас|конфіденційн|приватн|персональн\w+ дан|απ[οό]ρρ[ηή]τ|συγκατ[αά]θεσ|"
    r"الخصوصية|خصوصيت|الارتباط|الكوكيز|موافقت|פרטיות|עוגיות|קוקי|הסכמ|कुकी|निजता|गोपनीयता|सहमति|"
    r"samtykke|privatliv|eväste|suostumu|tietosuoj|yksityisyy|souhlas|soukrom|osobní údaj|süti|hozzájárul|adatvédel|személyes adat|"
    r"consim[tțţ]|confiden[tțţ]ialit|date(?:le)? personale|çerez|\brıza|gizlilik|kişisel veri|"
    r"datos personales|données personnelles|personenbezogen|dados pessoais|personuppgifter|osobowe",
    re.IGNORECASE,
)
LONGEST = 60
KEYS = (
    ("refuse", Means.REFUSE),
    ("accept", Means.ACCEPT),
    ("more", Means.MORE),
    ("dismiss", Means.DISMISS),
    ("save", Means.OTHER),
)
LARGEST = 0.9
LEAST = 2
VALUED = frozenset({Kind.SEGMENTED, Kind.RADIO})

NECESSARY = re.compile(
    r"\b(?:kun|vain|jen|pouze|csak|doar|numai|yalnızca|sadece)\b.*\b(?:nødvend|välttäm|pakoll|nezbyt|nutn|szüks|neces|esen|gerekli|zorunlu)|"
    r"\b(?:uden|ilman|nélkül|fără|fara|olmadan)\b|hyväksymättä|etmeden\b|onaylamadan\b|"
    r"\b(?:only|nur|sólo|solo|seulement|uniquement|alleen|endast|tylko|apenas|somente)\b.*\b(?:necess|essen|requir|notwend|erford|"
    r"nécess|necesar|oblig|indispens|noodzak|nödvänd|niezbęd)|\b(?:without|ohne|sans|sin|senza|sem|zonder|utan|bez|без|χωρίς|بدون|دون|ללא|בלי)\b|必要な.*のみ",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:yes|ja|jo|oui|si|sí|sì|sim|tak|ano|áno|igen|da|kyllä|joo|evet|так|да|ναι|نعم|כן|हाँ|हां|có|ya|はい|是|예|네)\s*[,:;–—、，]",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|nein|non|nej|nei|não|nee|nie|ne|nem|nu|ei|en|hayır|нет|ні|όχι|لا|לא|नहीं|không|tidak|いいえ|不|아니요|아니오)\s*[,:;–—、，]",
    re.IGNORECASE,
)
"""An answer that begins so says what it is, whatever follows."""
_COOKIES = re.compile(r"\bcookies?\b|[!.]", re.IGNORECASE)


def means(label: str, words: Vocabulary) -> Means:
    """What a button of a consent dialog does: by the longest of the known phrases in its label."""
    if NECESSARY.search(label):
        return Means.REFUSE
    label = " ".join(_COOKIES.sub(" ", label).split()) or label
    if not any(words.length(key, label) for key, _ in KEYS) and words.has("settings", label):
        return Means.MORE
    lengths = [(words.length(key, label), -i, found) for i, (key, found) in enumerate(KEYS)]
    length, _, found = max(lengths, key=lambda t: t[:2])
    if length and length >= min(4, len(label)):
        return found
    return Means.REFUSE if _NO.match(label) else Means.ACCEPT if _YES.match(label) else Means.OTHER


def find(page: RawPage, layers: list[RawNode], buttons: list[RawNode], words: Vocabulary) -> list[RawElement]:
    """One choice for each layer or fixed box that speaks of consent and can be accepted."""
    found: list[RawElement] = []
    for node in [*reversed(layers), *_fixed(page, layers)]:
        if any(node.holds(c.node.at) or c.node.holds(node.at) for c in found):
            continue
        options = _options(page, node, buttons)
        if len(options) < LEAST:
            continue  # a single button closes a notice: nothing is chosen by it
        speaks = CONSENT.search(page.words(node))
        if speaks and (any(means(o.label, words) is Means.ACCEPT for o in options) or _only_one(page, node, options)):
            found.append(RawElement(Kind.CHOICE, [node], node.box, page, options=options))
    return found


def without_set(found: list[RawElement], controls: list[RawElement], words: Vocabulary) -> None:
    """Let no choice keep as its options what are the values of controls in it, where it can be accepted without them."""
    values = Spans(n for c in controls if c.kind in VALUED for o in c.options for n in o.nodes)
    for choice in found:
        left = [o for o in choice.options if not any(values.around(n.at) for n in o.nodes)]
        if len(left) >= LEAST and any(means(o.label, words) is Means.ACCEPT for o in left):
            choice.options = left


def _only_one(page: RawPage, node: RawNode, options: list[RawOption]) -> bool:
    """A notice of cookies with links and a single button: whatever is written on it, there is no other way on."""
    buttons = [o for o in options if o.nodes[0].tag != "a"]
    text = page.words(node)
    return (
        len(buttons) == 1
        and len(text) >= 40
        and bool(re.search("cookie|eväste|süti|çerez|クッキー|쿠키|куки|الارتباط|עוגיות|कुकी", text, re.IGNORECASE))
        and not node.landmark
    )


def _fixed(page: RawPage, layers: list[RawNode]) -> list[RawNode]:
    """Banners that stand over the page without saying that they are dialogs."""
    wide, tall = page.viewport
    boxes = [n for n in page.nodes if n.over and n.over.get("fixed") and n.spoken and n not in layers]
    return [n for n in boxes if n.seen and n.width * n.height <= LARGEST * wide * tall]


def _options(page: RawPage, node: RawNode, buttons: list[RawNode]) -> list[RawOption]:
    inside = [b for b in buttons if node.holds(b.at) and b is not node]
    labelled = [(page.words(b) or str(b.names.get("aria", "")) or str(b.native.get("value", "")), b) for b in inside]
    return [RawOption(label, [b], b.box) for label, b in labelled if 0 < len(label) <= LONGEST]
