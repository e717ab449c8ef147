"""Every language has the same keys, and words match as whole words."""

import unicodedata

import pytest

from offswitch_crawler.vocabulary import CODES, KEYS, OPTIONAL, load, vocabulary


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_key(code: str) -> None:
    words = load(code)
    assert set(words) - set(OPTIONAL) == set(KEYS)
    assert all(words.values())
    assert all(w == w.lower() for ws in words.values() for w in ws)


def test_words_are_whole_words_and_characters_are_not() -> None:
    assert vocabulary("en").has("deeds", "Delete all")
    assert not vocabulary("en").has("deeds", "Deleted items")
    assert vocabulary("ja").has("settings", "プライバシー設定を開く")
    assert vocabulary("de-AT").has("settings", "Datenschutz")
    assert not vocabulary("en").has("settings", "Datenschutz")
    assert vocabulary("zz").has("settings", "Datenschutz")


def test_scripts_without_spaces_and_marks_that_come_apart() -> None:
    assert vocabulary("zh").has("settings", "AI功能")
    assert vocabulary("ko").has("settings", "AI를 위한 데이터")
    assert not vocabulary("zh").has("settings", "mail功能")
    assert vocabulary("vi").begins("deeds", unicodedata.normalize("NFD", "Xóa tài khoản"))
    assert vocabulary("ko").has("ends_session", unicodedata.normalize("NFD", "로그아웃"))
    assert vocabulary("ja").has("settings", "ﾌﾟﾗｲﾊﾞｼｰ")


def test_marks_belong_to_their_words_and_accents_do_not_count() -> None:
    assert vocabulary("hi").has("search", "खोज")
    assert not vocabulary("hi").has("search", "खोजी")
    assert vocabulary("hi").begins("deeds", "हटाएं")
    assert vocabulary("el").has("settings", "ΡΥΘΜΙΣΕΙΣ ΑΠΟΡΡΗΤΟΥ")
    assert vocabulary("ru").has("settings", "Учётная запись")
    assert vocabulary("ar").has("settings", "الاعدادات")


def test_a_deed_at_the_end_counts_where_verbs_stand_last() -> None:
    assert vocabulary("hi").ends("deeds", "अपना खाता हमेशा के लिए हटाएँ")
    assert not vocabulary("hi").ends("deeds", "सूचनाएँ प्रबंधित करें")
    assert not vocabulary("en").ends("deeds", "Quick start")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Find a setting"), ("de", "In Einstellungen suchen"), ("fr", "Rechercher dans les paramètres"),
        ("es", "Buscar en la configuración"), ("it", "Cerca nelle impostazioni"), ("pt", "Pesquisar nas definições"),
        ("nl", "Instellingen zoeken"), ("sv", "Sök i inställningar"), ("pl", "Szukaj w ustawieniach"), ("ja", "設定を検索"),
        ("ru", "Поиск настроек"), ("uk", "Пошук у налаштуваннях"), ("el", "Αναζήτηση στις ρυθμίσεις"),
        ("ar", "البحث في الإعدادات"), ("he", "חיפוש בהגדרות"), ("hi", "सेटिंग में खोजें"), ("vi", "Tìm kiếm trong cài đặt"),
        ("id", "Telusuri setelan"), ("ko", "설정 검색"), ("zh", "在设置中搜索"), ("da", "Søg i indstillinger"),
        ("fi", "Hae asetuksista"), ("cs", "Prohledat nastavení"), ("hu", "Keresés a beállításokban"),
        ("ro", "Căutați în setări"), ("tr", "Ayarlarda ara"),
    ],
)  # fmt: skip
def test_every_language_says_that_settings_are_searched(code: str, said: str) -> None:
    words = vocabulary(code)
    assert words.at_edge("search", said)
    assert words.has("preferences", said)
    assert not words.has("preferences", words.rest("preferences", said))
