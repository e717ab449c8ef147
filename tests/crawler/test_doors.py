"""Which doors may be taken: the deed counts, not the word, in every language that we know."""

from typing import Any

import pytest

from offswitch_crawler.seen import Layer
from offswitch_crawler.vocabulary import load
from offswitch_recording.words import WhyNot
from tests.crawler.judged import DIALOG, NAVIGATION, PAGE, link, verdict


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Sign out", "en"), ("Delete account", "en"), ("Save", "en"), ("Buy now", "en"), ("Unsubscribe", "en"), ("Turn off all", "en"),
        ("Abmelden", "de"), ("Konto löschen", "de"), ("Speichern", "de"), ("Se déconnecter", "fr"), ("Supprimer", "fr"),
        ("Cerrar sesión", "es"), ("Eliminar cuenta", "es"), ("Esci", "it"), ("Elimina", "it"), ("Terminar sessão", "pt"), ("Excluir", "pt"),
        ("Uitloggen", "nl"), ("Verwijderen", "nl"), ("Logga ut", "sv"), ("Radera", "sv"), ("Wyloguj się", "pl"), ("Usuń konto", "pl"),
        ("ログアウト", "ja"), ("削除", "ja"), ("Konto löschen", ""),
        ("Đăng xuất", "vi"), ("Xoá tài khoản", "vi"), ("Thanh toán", "vi"), ("Keluar", "id"), ("Hapus akun", "id"), ("Bayar sekarang", "id"),
        ("로그아웃", "ko"), ("계정 삭제", "ko"), ("기본값으로 설정", "ko"), ("알림 사용 설정", "ko"), ("설정 저장", "ko"), ("저장", "ko"),
        ("Выйти", "ru"), ("Удалить аккаунт навсегда", "ru"), ("Отменить заказ", "ru"), ("Вийти", "uk"), ("Видалити обліковий запис", "uk"),
        ("ΑΠΟΣΥΝΔΕΣΗ", "el"), ("Διαγραφή λογαριασμού", "el"), ("Αποθήκευση", "el"), ("تسجيل الخروج", "ar"), ("حذف الحساب", "ar"),
        ("إلغاء الاشتراك", "ar"), ("התנתקות", "he"), ("מחיקת החשבון", "he"), ("שמור שינויים", "he"), ("लॉग आउट करें", "hi"),
        ("अपना खाता हमेशा के लिए हटाएँ", "hi"), ("सहेजें", "hi"),
        ("Descadastrar", "pt"), ("수신 거부", "ko"), ("그룹 나가기", "ko"), ("ביטול מנוי", "he"), ("עזיבת הקבוצה", "he"),
        ("Opnieuw instellen", "nl"), ("समूह छोड़ें", "hi"), ("Rời nhóm", "vi"), ("Tinggalkan grup", "id"), ("Take me off this list", "en"),
        ("I no longer want these emails", "en"), ("Ask us to delete your data", "en"), ("Have my data deleted", "en"),
        ("退出登录", "zh"), ("删除账号", "zh"), ("立即支付", "zh"), ("取消订阅", "zh"), ("关闭账号", "zh"), ("登出", "zh-TW"), ("刪除", "zh-TW"),
    ],
)  # fmt: skip
def test_bare_deeds_are_not_taken(label: str, language: str) -> None:
    assert verdict(label, language) is WhyNot.ACTING


NOUNS = [
    ("Account deletion", "en"), ("Suppression du compte", "fr"), ("Kontolöschung", "de"), ("Eliminación de la cuenta", "es"),
    ("Cancellazione account", "it"), ("Exclusão da conta", "pt"), ("Account verwijdering", "nl"), ("Usunięcie konta", "pl"),
    ("Kontoradering", "sv"), ("Sletning af konto", "da"), ("Удаление аккаунта", "ru"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language"), NOUNS)
def test_a_deed_that_is_called_by_a_noun_is_left_on_a_bare_button(label: str, language: str) -> None:
    assert verdict(label, language) is WhyNot.UNSURE
    assert verdict(label + "…", language) == verdict(label, language, place=NAVIGATION) == "take"
    assert verdict(label, language, tag="a", role="link", href="https://www.example.org/account-data") == "take"


def test_a_deed_by_a_noun_in_a_list_of_pages_is_one_of_them() -> None:
    assert verdict("Data deletion", among=("Data deletion", "Privacy settings", "Notification preferences")) == "take"


@pytest.mark.parametrize(
    "labels",
    [
        ("Manage group activity", "More community activity"),
        ("Manage group activity", "Manage family activity"),
        ("Edit home address", "Change work address"),
    ],
)
def test_verbs_that_open_make_no_choice_of_what_ends_on_one_noun(labels: tuple[str, ...]) -> None:
    assert [verdict(label, among=labels) for label in labels] == ["take", "take"]
    assert verdict("Public account", among=("Public account", "Private account")) is WhyNot.UNSURE


@pytest.mark.parametrize("labels", [("See more ads", "See fewer ads"), ("Show more posts", "Show fewer posts")])
def test_one_verb_that_shows_more_or_less_of_a_thing_is_a_choice(labels: tuple[str, ...]) -> None:
    assert [verdict(label, among=labels) for label in labels] == [WhyNot.UNSURE] * 2


@pytest.mark.parametrize(
    ("label", "facts"),
    [
        ("Reset settings…", {}), ("Delete browsing data", {"chevron": True}), ("Clear history", {"haspopup": "dialog"}),
        ("Reset", {"expanded": False}), ("Privacy", {}), ("Manage sharing", {}), ("More", {}), ("Weitere", {"chevron": True}),
        ("", {"named_only": True, "icon": "icon-gear"}), ("Blocked people", {"row": True, "tag": "div", "role": "generic"}), ("Account", {"haspopup": "menu"}),
    ],
)  # fmt: skip
def test_doors_that_only_sound_like_deeds_are_taken(label: str, facts: dict[str, Any]) -> None:
    assert verdict(label, **facts) == "take"


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Sort by date, newest first", "en"), ("Sort", "en"), ("Nach Titel sortieren", "de"), ("Trier par date", "fr"), ("Ordenar por fecha", "es"),
        ("並べ替え", "ja"), ("Сортировать по дате", "ru"), ("排序", "zh"), ("Urutkan", "id"), ("Rendezés név szerint", "hu"), ("正順に並べ替え", "ja"),
    ],
)  # fmt: skip
def test_what_puts_a_list_in_another_order_is_left_since_a_server_may_keep_it(label: str, language: str) -> None:
    assert link(label, language, "/books/date-desc") is WhyNot.UNSURE
    assert verdict(label, language, place=NAVIGATION) is WhyNot.UNSURE
    assert verdict(label, language, haspopup="menu") == "take"


def test_the_summary_of_what_stands_open_only_closes_it() -> None:
    assert verdict("Small print", tag="summary", expanded=True) == "closes"
    assert verdict("Small print", tag="summary", expanded=False) == "take"


def test_a_button_that_takes_back_a_consent_acts() -> None:
    assert verdict("Withdraw consent") is WhyNot.ACTING


def test_a_row_that_calls_itself_a_link_leads_on_whatever_verb_it_begins_with() -> None:
    beside = ("Address book", "Customise the look", "Import notes and settings")
    row: dict[str, Any] = {"row": True, "tag": "x-row", "role": "link", "icon": "icon_", "among": beside}
    assert verdict("Import notes and settings", **row) == "take"
    assert verdict("Import notes", **row) == "take"
    assert verdict("Sign out", **row) is WhyNot.ACTING
    assert verdict("Import notes", **{**row, "icon": ""}) is WhyNot.UNSURE
    assert verdict("Import notes", **{**row, "tag": "button", "role": "button"}) is not None
    assert verdict("Import notes", layer=DIALOG, **row) is WhyNot.ACTING


def test_a_button_of_a_dialog_that_acts_is_not_taken_even_when_its_opener_was() -> None:
    assert verdict("Reset settings", layer=DIALOG) is WhyNot.ACTING
    assert verdict("Frobnicate", layer=DIALOG) is WhyNot.UNSURE
    assert verdict("Advanced", layer=DIALOG) == "take"


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Cài đặt", "vi"), ("Đăng nhập và bảo mật", "vi"), ("Cuộc gọi", "vi"), ("Phím tắt", "vi"), ("Sở thích", "vi"), ("Mật khẩu mới", "vi"),
        ("Pesan", "id"), ("Pengaturan", "id"), ("Daftar blokir", "id"), ("Keamanan akun", "id"),
        ("차단 목록", "ko"), ("공유 설정", "ko"), ("동의 관리", "ko"), ("저장 공간", "ko"), ("결제 수단", "ko"), ("개인정보", "ko"),
        ("Настройки конфиденциальности", "ru"), ("Заблокированные пользователи", "ru"), ("Пароль и безопасность", "ru"),
        ("Налаштування сповіщень", "uk"), ("Історія пошуку", "uk"), ("Ρυθμίσεις απορρήτου", "el"), ("Διαχείριση κοινής χρήσης", "el"),
        ("إعدادات الخصوصية", "ar"), ("سجل النشاط", "ar"), ("طرق الدفع", "ar"), ("הגדרות פרטיות", "he"), ("ניהול שיתוף", "he"),
        ("निजता सेटिंग", "hi"), ("सूचनाएँ प्रबंधित करें", "hi"), ("ब्लॉक किए गए लोग", "hi"), ("Κοινή χρήση δεδομένων", "el"), ("مشاركة البيانات", "ar"),
        ("التحقق بخطوتين", "ar"), ("שיתוף נתונים", "he"), ("אימות דו־שלבי", "he"),
        ("支付方式", "zh"), ("授权管理", "zh"), ("应用权限", "zh"), ("移动网络", "zh"), ("使用情况", "zh"), ("隱私設定", "zh-TW"), ("購入履歴", "ja"),
    ],
)  # fmt: skip
def test_a_noun_with_a_deed_in_it_is_a_door_in_a_list_of_pages(label: str, language: str) -> None:
    assert verdict(label, language, among=(*load(language.split("-", maxsplit=1)[0])["settings"][4:8], label)) == "take"


def test_what_names_no_page_is_a_door_only_with_pages_beside_it() -> None:
    assert verdict("Gizmos") is WhyNot.UNSURE
    assert verdict("Enable tracking", row=True, tag="div", role="generic") is WhyNot.UNSURE
    assert verdict("Gizmos", among=("Gizmos", "Widgets", "Privacy")) is WhyNot.UNSURE
    assert verdict("Gizmos", among=("Gizmos", "Devices", "Privacy")) == "take"
    assert verdict("Gizmos", row=True, tag="div", role="generic") == "take"
    assert verdict("Gizmos", row=True, tag="div", role="generic", among=("Gizmos", "Widgets")) is WhyNot.UNSURE
    assert verdict("Gizmos", row=True, tag="div", role="generic", among=("Gizmos", "SMS", "Email")) is WhyNot.UNSURE
    assert (
        verdict("Gizmos", row=True, tag="div", role="generic", among=("Gizmos", "Widgets", "Bits", "Privacy", "Devices"))
        == "take"
    )
    assert verdict("Gizmos", layer=DIALOG, among=("Gizmos", "Privacy")) is WhyNot.UNSURE
    assert verdict("Gizmos", layer=DIALOG, among=("Gizmos", "Privacy", "Devices", "Account")) == "take"


@pytest.mark.parametrize(
    "among",
    [
        ("Compact", "Cosy", "Comfortable"), ("Off", "Basic data", "All data"), ("Public account", "Private account"),
        ("Everyone", "My account"), ("Choose Basic", "Choose Plus"), ("Off", "Ads", "Data"),
        ("Recommended settings", "Custom settings"), ("Location always", "Location never"), ("Ads based on activity", "Ads based on this page"),
        ("Use my activity", "Do not use my activity"), ("Share data", "Don't share"), ("Grid view", "List view"),
    ],
)  # fmt: skip
def test_none_of_several_answers_is_taken_though_one_names_settings(among: tuple[str, ...]) -> None:
    for facts in ({}, {"row": True, "tag": "div", "role": "generic"}, {"tag": "a", "role": "link", "href": "/settings#"}):
        assert [label for label in among if verdict(label, among=among, **facts) == "take"] == []


def test_one_of_many_pages_may_read_like_an_answer_beside_it_and_navigation_names_friends() -> None:
    among = ("Account", "Privacy", "Notifications", "Appearance", "Public", "Email notifications")
    assert [label for label in among if verdict(label, among=among) == "take"] == [x for x in among if x != "Public"]
    assert verdict("Friends", place=NAVIGATION, among=("Home", "Friends", "Settings")) == "take"
    assert verdict("Dark", place=NAVIGATION, among=("Light", "Dark")) is WhyNot.UNSURE


@pytest.mark.parametrize(
    ("label", "language"), [("取消", "zh"), ("关闭", "zh"), ("창 닫기", "ko"), ("Hủy", "vi"), ("Nanti saja", "id")]
)
def test_what_leads_back_in_other_scripts(label: str, language: str) -> None:
    assert verdict(label, language, layer=DIALOG) == "closes"


@pytest.mark.parametrize("label", ["Cancel", "Close", "Done", "× Close", "Abbrechen"])
def test_what_leads_back_is_no_door(label: str) -> None:
    assert verdict(label, "de", layer=DIALOG) == "closes"


@pytest.mark.parametrize(
    ("label", "facts", "expected"),
    [
        ("Reset settings", {"chevron": True}, "take"), ("Reset settings", {"place": NAVIGATION}, "take"),
        ("Reset settings", {"row": True, "tag": "div", "role": "generic"}, "take"), ("Reset settings", {}, WhyNot.ACTING),
        ("Delete account", {"row": True}, WhyNot.UNSURE), ("Save changes", {"row": True}, WhyNot.UNSURE),
        ("Save settings", {"row": True, "tag": "div", "role": "generic"}, WhyNot.UNSURE),
        ("Upgrade", {"place": NAVIGATION}, WhyNot.UNSURE), ("Reset settings", {"chevron": True, "submits": "post"}, WhyNot.ACTING),
    ],
)  # fmt: skip
def test_an_entry_that_sounds_like_a_deed_is_a_door_and_a_wide_button_is_not(
    label: str, facts: dict[str, Any], expected: object
) -> None:
    assert verdict(label, **facts) == expected


@pytest.mark.parametrize("label", ["Log out everywhere", "Sign out of all devices", "End session", "Switch account"])
def test_what_ends_the_session_is_refused_wherever_it_stands(label: str) -> None:
    for facts in (
        {},
        {"row": True},
        {"chevron": True},
        {"place": NAVIGATION},
        {"haspopup": "menu"},
        {"href": "https://www.example.org/x"},
    ):
        assert verdict(label, **facts) is WhyNot.ACTING


def test_what_is_pressed_or_checked_sets_something_and_is_no_door() -> None:
    assert verdict("Dark", presses=True) is WhyNot.ACTING
    assert verdict("Settings", presses=True, chevron=True) is WhyNot.ACTING
    assert verdict("Filters", presses=True, expanded=False) == "take"


def test_forms_are_not_sent() -> None:
    assert verdict("Next", submits="post") is WhyNot.ACTING
    assert verdict("Go", submits="get") is WhyNot.ACTING
    assert verdict("Next", disabled=True) is WhyNot.DISABLED


@pytest.mark.parametrize("sign", ["×", "✕", "✖"])
def test_a_cross_closes_what_lies_over_the_page_and_may_remove_elsewhere(sign: str) -> None:
    assert verdict(sign, layer=DIALOG) == "closes"
    assert verdict(sign) is WhyNot.UNSURE


@pytest.mark.parametrize("layer", [PAGE, DIALOG])
@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Turn tracking on", "en"), ("Turn ads off", "en"), ("Switch personalisation off", "en"), ("Return to default settings", "en"),
        ("Rétablir les paramètres par défaut", "fr"), ("Paramètres d'usine", "fr"), ("Zurück zu den Standardeinstellungen", "de"),
        ("Werkseinstellungen", "de"), ("Volver a la configuración predeterminada", "es"), ("設定を初期化", "ja"),
        ("모든 설정 재설정", "ko"), ("恢復預設設定", "zh-TW"), ("重置所有设置", "zh"), ("Ustawienia fabryczne", "pl"),
        ("К настройкам по умолчанию", "ru"), ("Fabrieksinstellingen", "nl"),
    ],
)  # fmt: skip
def test_a_button_that_puts_settings_back_or_turns_one_is_no_door_though_it_names_settings(
    label: str, language: str, layer: Layer
) -> None:
    assert verdict(label, language, layer) in (WhyNot.UNSURE, WhyNot.ACTING)


@pytest.mark.parametrize(
    ("label", "language"),
    [("Return to default settings…", "en"), ("Default apps settings", "en"), ("Turn-based play settings", "en")],
)
def test_what_asks_first_or_only_speaks_of_a_default_is_a_door(label: str, language: str) -> None:
    assert verdict(label, language) == "take"
