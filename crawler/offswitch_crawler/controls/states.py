"""Words by which controls say on and off, in many languages; they are the state and never the label."""

import re

ON = frozenset({
    "on", "enabled", "yes", "active", "activated", "an", "ein", "ja", "aktiv", "aktiviert", "eingeschaltet",
    "activé", "activée", "oui", "activo", "activado", "activada", "sí", "si", "encendido", "attivo", "attivato",
    "attiva", "sì", "ligado", "ativado", "ativada", "ativo", "sim", "aan", "ingeschakeld", "på", "aktiverad",
    "włączone", "włączony", "wł", "tak", "オン", "有効", "はい",
    "aktiveret", "slået til", "päällä", "käytössä", "kyllä", "zapnuto", "zapnutý", "zapnuté", "zap", "ano", "bekapcsolva", "aktív",
    "igen", "activat", "activată", "pornit", "pornită", "da", "etkin", "aktif", "açik",
    "开", "已开启", "开启", "켜짐", "вкл", "включено", "да", "açık",
    "evet", "включён", "включен", "включена", "увімк", "увімкнено", "так", "ενεργό", "ενεργή", "ενεργοποιημένο", "ναι",
    "bật", "có", "hidup", "nyala", "menyala", "ya", "diaktifkan", "켬", "켜기", "사용", "사용 중", "사용함", "예", "네",
    "启用", "已启用", "打开", "是",
    "ανοιχτό", "εντός λειτουργίας", "ввімкнено", "ввімк", "włączona", "zapnutá", "aktivt", "ligada", "encendida", "igång",
    "مفعل", "مفعّل", "تشغيل", "نعم", "פועל", "מופעל", "כן", "चालू", "ऑन", "हाँ", "हां",
})  # fmt: skip
OFF = frozenset({
    "off", "disabled", "no", "inactive", "deactivated", "aus", "nein", "inaktiv", "deaktiviert", "ausgeschaltet",
    "désactivé", "désactivée", "non", "inactivo", "desactivado", "desactivada", "apagado", "disattivo",
    "disattivato", "disattiva", "desligado", "desativado", "desativada", "não", "uit", "uitgeschakeld", "nee",
    "av", "inaktiverad", "nej", "wyłączone", "wyłączony", "wył", "nie", "オフ",
    "deaktiveret", "slået fra", "pois", "pois päältä", "pois käytöstä", "ei käytössä", "ei", "vypnuto", "vypnutý", "vypnuté", "vyp",
    "ne", "kikapcsolva", "inaktív", "nem", "dezactivat", "dezactivată", "oprit", "oprită", "nu", "devre dışı", "pasif", "kapali",
    "無効", "いいえ", "关", "已关闭", "关闭", "꺼짐",
    "выкл", "выключено", "нет", "kapalı", "hayır",
    "выключен", "выключена", "отключено", "вимк", "вимкнено", "ні", "ανενεργό", "ανενεργή", "απενεργοποιημένο", "όχι",
    "tắt", "không", "mati", "nonaktif", "dinonaktifkan", "tidak", "끔", "끄기", "사용 안 함", "사용 안함", "아니요", "아니오",
    "停用", "已停用", "禁用",
    "已禁用", "否", "κλειστό", "εκτός λειτουργίας", "wyłączona", "vypnutá", "inaktivt", "desligada", "apagada",
    "معطل", "معطّل", "إيقاف", "لا", "כבוי", "מושבת", "לא", "बंद", "ऑफ़", "ऑफ", "नहीं",
})  # fmt: skip
TURN_ON = re.compile(
    r"^(?:turn|switch) on\b|^enable\b|^activate\b|einschalten$|aktivieren$|^activer\b|^activar\b|^attiva\b|^ativar\b|"
    r"inschakelen$|^aktivera\b|^slå på|^slå til\b|^aktiv[ée]r\b|^ota käyttöön|^(?:kytke|laita) päälle|^zapn(?:out|ěte|i)\b|"
    r"bekapcsolása?$|^activea?z[ăa]\b|^activați\b|etkinleştir$|^włącz|オンにする|有効にする",
    re.IGNORECASE,
)
TURN_OFF = re.compile(
    r"^(?:turn|switch) off\b|^disable\b|^deactivate\b|ausschalten$|deaktivieren$|^désactiver\b|^desactivar\b|^disattiva\b|"
    r"^desativar\b|uitschakelen$|^inaktivera\b|^stäng av|"
    r"^slå fra\b|^deaktiv[ée]r\b|^poista käytöstä|^(?:kytke|laita) pois|^vypn(?:out|ěte|i)\b|"
    r"kikapcsolása?$|^dezactivea?z[ăa]\b|^dezactivați\b|devre dışı bırak$|^wyłącz|オフにする|無効にする",
    re.IGNORECASE,
)

_STATED = re.compile(
    r"(?P<of>.*\w.*?)(?:\s*[:：]\s*|\s+[-–—·|]\s+|\s*(?=[(（\[]))(?P<state>[(（\[]?[^:：()（）\[\]]+[)）\]]?)$"
)


def state_word(text: str) -> str | None:
    """on or off where the text is one word of state and nothing else."""
    word = text.strip(" .:;()（）[]●○◉•\u200b").casefold()
    return "on" if word in ON else "off" if word in OFF else None


def stated(text: str) -> tuple[str, str] | None:
    """What a text says of whose state, and the state: `Data sharing: on`; None where it does not end so."""
    found = _STATED.match(text.strip())
    state = state_word(found["state"]) if found else None
    return (found["of"].strip(), state) if found and state else None


def only_turns(text: str) -> bool:
    """Whether a text is "Turn off" and no more: with an object it may be a deed."""
    found = TURN_ON.search(text.strip()) or TURN_OFF.search(text.strip())
    return found is not None and len(found.group()) >= len(text.strip()) - 2


def turns(text: str) -> str | None:
    """The state that a link such as "Turn off" would leave."""
    text = text.strip()
    return "on" if not TURN_ON.search(text) and TURN_OFF.search(text) else "off" if TURN_ON.search(text) else None
