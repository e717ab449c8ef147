"""Why a control cannot be changed is read in every language of the vocabulary; what only tells what it does is not."""

import pytest

from offswitch_crawler.controls.lock_words import KEPT, WITHHELD, reason_in
from offswitch_crawler.vocabulary import CODES

# Kept by an organisation or a parent; a plan; the law; something to verify; not to be had here.
SAID = {
    "en": ("Locked by your parent", "Comes with the Team plan", "We are legally obliged to do this.", "You must verify your email first",
           "Isn't supported on this phone"),
    "de": ("Von deinen Eltern verwaltet", "Nur im Tarif Plus", "Gesetzlich vorgeschrieben", "Bestätige zuerst deine E-Mail",
           "In deinem Land nicht verfügbar"),
    "fr": ("Géré par votre organisation", "Disponible uniquement avec l'offre Pro", "Nous y sommes légalement tenus",
           "Vérifiez d'abord votre adresse e-mail", "Pas encore disponible dans votre pays"),
    "es": ("Gestionado por tu organización", "Solo con el plan Empresa", "Obligatorio por ley", "Verifica tu correo primero",
           "No está disponible en tu región"),
    "it": ("Gestito dai tuoi genitori", "Disponibile solo con il piano Aziende", "Richiesto per legge", "Verifica prima la tua email",
           "Non è disponibile nel tuo paese"),
    "pt": ("Gerido pela sua organização", "Apenas no plano Empresas", "Exigido por lei", "Confirme primeiro o seu e-mail",
           "Não disponível na sua região"),
    "nl": ("Beheerd door je organisatie", "Alleen met een zakelijk abonnement", "Wettelijk vereist", "Verifieer eerst je e-mailadres",
           "Niet beschikbaar op dit apparaat"),
    "sv": ("Hanteras av din organisation", "Endast med abonnemanget Plus", "Krävs enligt lag", "Bekräfta din e-post först",
           "Inte tillgänglig i ditt land"),
    "pl": ("Zarządzane przez Twoją organizację", "Dostępne tylko w planie Firma", "Wymagane przepisami prawa",
           "Najpierw potwierdź adres e-mail", "Niedostępne w Twoim kraju"),
    "ja": ("組織によって管理されています", "ビジネスプランでのみ利用できます", "法律で定められています", "先にメールアドレスの確認が必要です",
           "この端末では利用できません"),
    "ru": ("Управляется: управляет ваша организация", "Только в тарифе «Бизнес»", "Требуется по закону", "Сначала подтвердите почту",
           "Недоступно в вашей стране"),
    "uk": ("Керує ваша організація", "Лише в тарифі «Бізнес»", "Вимагається за законом", "Спочатку підтвердьте пошту",
           "Недоступно у вашій країні"),
    "el": ("Διαχειρίζεται από τον οργανισμό σας", "Διαθέσιμο μόνο με το πρόγραμμα Plus", "Απαιτείται από τον νόμο",
           "Επαληθεύστε πρώτα το email σας", "Δεν είναι διαθέσιμο στη χώρα σας"),
    "ar": ("تديرها مؤسستك ولا يمكن تغييرها", "متاح فقط مع خطة الأعمال", "مطلوب بموجب القانون", "يجب تأكيد بريدك أولا",
           "غير متاح في بلدك"),
    "he": ("מנוהל על ידי הארגון שלך", "זמין רק בתוכנית העסקית", "נדרש על פי חוק", "יש לאמת תחילה את כתובת הדואר", "לא זמין במדינה שלך"),
    "hi": ("आपके संगठन द्वारा प्रबंधित", "केवल बिज़नेस प्लान में", "कानूनी रूप से ज़रूरी", "पहले अपना ईमेल सत्यापित करें", "आपके देश में उपलब्ध नहीं"),
    "vi": ("Do tổ chức của bạn quản lý", "Chỉ có trong gói Doanh nghiệp", "Theo luật định", "Xác minh email của bạn trước",
           "Không khả dụng ở quốc gia của bạn"),
    "id": ("Dikelola oleh organisasi Anda", "Hanya tersedia di paket Bisnis", "Diwajibkan undang-undang", "Verifikasi email Anda terlebih dahulu",
           "Tidak tersedia di negara Anda"),
    "ko": ("조직에서 관리합니다", "비즈니스 요금제에서만", "법률에 따라 필요합니다", "먼저 이메일을 인증하세요", "이 기기에서 사용할 수 없습니다"),
    "zh": ("由您的组织管理", "仅限企业版套餐", "法律要求", "请先验证邮箱", "在您的地区不可用"),
    "da": ("Administreres af din organisation", "Kun med abonnementet Plus", "Påkrævet ifølge loven", "Bekræft først din e-mail",
           "Ikke tilgængelig i dit land"),
    "fi": ("Organisaatiosi hallinnoi tätä", "Saatavilla vain Plus-tilauksella", "Laki edellyttää tätä", "Vahvista ensin sähköpostisi",
           "Ei saatavilla maassasi"),
    "cs": ("Spravuje vaše organizace", "Pouze v tarifu Plus", "Vyžadováno ze zákona", "Nejprve ověřte svůj e-mail",
           "Ve vaší zemi není k dispozici"),
    "hu": ("A szervezete felügyeli", "Csak a Plus csomagban", "Jogszabály írja elő", "Előbb erősítse meg az e-mail-címét",
           "Az Ön országában nem érhető el"),
    "ro": ("Gestionat de organizația ta", "Disponibil doar cu planul Plus", "Cerut prin lege", "Verifică mai întâi adresa de e-mail",
           "Nu este disponibil în țara ta"),
    "tr": ("Kuruluşunuz tarafından yönetiliyor", "Yalnızca Plus planında", "Yasal olarak gerekli", "Önce e-postanızı doğrulayın",
           "Ülkenizde kullanılamıyor"),
}  # fmt: skip
INNOCENT = (
    "Ask the master first.",
    "With neighbours, in spring",
    "Mit dem Wetter von morgen",
    "Stored on this device",
    "Nous vous écrivons une fois par mois",
    "Solo per gli amici",
    "Kun i hovedstaden",
    "Законченные поездки",
    "友だちに表示します",
    "Send a copy to your plan",
)


@pytest.mark.parametrize("code", CODES)
def test_a_reason_is_read_in_every_language(code: str) -> None:
    unread = [text for text in SAID[code] if not (KEPT.search(text) or WITHHELD.search(text))]
    assert not unread
    assert len(SAID[code]) == 5


@pytest.mark.parametrize("text", INNOCENT)
def test_what_a_setting_does_is_no_reason(text: str) -> None:
    assert not KEPT.search(text)
    assert not WITHHELD.search(text)


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("音声データの保存（管理者によりロックされています）", "管理者によりロックされています"),
        ("Essential cookies (always on)", "always on"),
        ("Register of keys – managed by your organisation", "managed by your organisation"),
        ("Keys. Managed by your school.", "Managed by your school"),
        ("Managed by your organisation", "Managed by your organisation"),
        ("Cookies (needed), always on", "Cookies (needed), always on"),
    ],
)
def test_of_a_label_only_the_reason_is_one(label: str, reason: str) -> None:
    assert reason_in(label) == reason
