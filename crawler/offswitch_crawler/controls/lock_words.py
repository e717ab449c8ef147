"""Words by which a page says that nobody can change a control, in every language of the vocabulary. Stems, of all languages at once.

Asked only of controls that are disabled, read-only or dimmer than others of their kind.
"""

import re

_KEPT = {
    "en": r"managed by|administrator|your organi[sz]ation|enforced|by policy|always (?:on|active|enabled)|"
    r"(?:cannot|can.t) be (?:changed|turned)|required by|your (?:parent|guardian|employer|school)|parental control|"
    r"(?:locked|set|chosen|restricted|blocked) by (?:your|the|an?)\b",
    "de": r"verwaltet|administrator|immer (?:aktiv|an\b|ein\b)|erforderlich|vorgegeben|(?:deine|ihre)[rn]? organisation|"
    r"nicht (?:ge)?änder(?:t|bar|n)|von (?:deinen|ihren) eltern|erziehungsberechtigt",
    "fr": r"gérée?s? par|administrateur|toujours acti|votre organisation|ne peut pas être (?:modifi|désactiv)|"
    r"contrôle parental|(?:vos|tes) parents",
    "es": r"gestionad|administrador|siempre activ|(?:tu|su) organización|no se puede (?:cambiar|modificar|desactivar)|"
    r"control parental|tus padres",
    "it": r"gestit[oa]|amministrat|sempre attiv|tua organizzazione|non (?:può|possono) essere (?:modificat|disattivat)|"
    r"tuoi genitori",
    "pt": r"gerid[oa]|gerenciad|administrador|sempre ativ|(?:sua|tua) organização|"
    r"não pode ser (?:alterad|modificad|desativad)|control[eo] parental|(?:seus|teus) pais",
    "nl": r"beheerd|beheerder|altijd (?:actief|aan\b)|(?:je|jouw|uw) organisatie|"
    r"kan niet worden (?:gewijzigd|uitgeschakeld|aangepast)|ouderlijk toezicht|(?:je|uw) ouders",
    "sv": r"hanteras|administratör|alltid (?:aktiv|på\b)|din organisation|kan inte (?:ändras|stängas av)|föräldrakontroll|"
    r"dina föräldrar|styrs av",
    "da": r"administreres|administrator|altid (?:aktiv|slået til)|din organisation|kan ikke (?:ændres|slås fra)|"
    r"forældrekontrol|dine forældre|styres af",
    "fi": r"hallinnoi|järjestelmänvalvoj|aina (?:käytössä|päällä)|organisaatiosi|ei voi (?:muuttaa|poistaa)|vanhempasi|"
    r"käytönvalvon",
    "cs": r"spravov|spravuje|správce|vždy (?:aktivn|zapnut)|vaš(?:e|í) organizac|nelze (?:změnit|vypnout)|rodič",
    "hu": r"felügyel|rendszergazda|mindig (?:aktív|bekapcsolva)|a szervezet(?:e|ed)\b|"
    r"nem (?:módosítható|változtatható|kapcsolható ki)|szülői|a szül(?:ei|eid|ő)\b",
    "ro": r"gestionat|administrat(?:ă|e)? de|administrator|(?:mereu|întotdeauna) activ|organizația (?:ta|dvs|dumneavoastră)|"
    r"nu poate fi (?:modificat|schimbat|dezactivat)|control parental|părinți",
    "tr": r"tarafından (?:yönetil|belirlen|kilitlen|ayarlan)|yöneticiniz|kuruluşunuz|her zaman (?:aktif|açık|etkin)|"
    r"değiştirilemez|kapatılamaz|ebeveyn",
    "pl": r"zarządzan|zarządza\b|administrator|zawsze (?:aktywn|włączon)|nie można (?:zmieni|wyłączy)|rodzic(?:e|ów|a|ami)\b|"
    r"rodzicielsk",
    "ja": r"管理者|組織|常に有効|によって管理|変更(?:できません|不可)|保護者",
    "zh": r"管理[员員]|由.{0,12}(?:管理|控制|锁定|鎖定)|[无無]法(?:更改|修改|关闭|關閉)|不能更改|家[长長]|您的(?:组织|組織)",
    "ko": r"관리자|조직(?:에서|이)|변경할 수 없|끌 수 없|부모님|보호자",
    "ru": r"администратор|всегда (?:вкл|актив)|управля(?:ет|ют)|ваш\w{0,2} организаци|"
    r"(?:нельзя|невозможно) (?:изменить|отключить)|родител",
    "uk": r"адміністратор|завжди (?:увімк|актив)|керує|керують|ваш\w{0,2} організаці|"
    r"(?:не можна|неможливо) (?:змінити|вимкнути)|батьк",
    "el": r"διαχειρίζ(?:εται|ονται)|διαχειριστ|πάντα ενεργ|(?:οργανισμός|οργανισμό) σας|"
    r"δεν μπορεί να (?:αλλάξει|απενεργοποιηθεί)|γονικ|γονείς",
    "ar": r"[تي]دير(?:ها|ه)\b|المسؤول|المشرف|مؤسستك|دائم\S{0,3} (?:مفع|نشط)|لا يمكن(?:ك)? (?:تغيير|تعديل|إيقاف)|ولي الأمر|"
    r"والدي",
    "he": r"מנוהל|מנהלת? המערכת|הארגון שלך|תמיד (?:פעיל|מופעל)|(?:לא ניתן|אי אפשר) (?:לשנות|לכבות)|ההורים",
    "hi": r"प्रबंधित|व्यवस्थापक|एडमिन|आपके संगठन|हमेशा (?:चालू|सक्रिय)|बदला नहीं जा सकता|माता-पिता|अभिभावक",
    "vi": r"quản trị viên|do .{1,30} quản lý|được quản lý bởi|tổ chức của bạn|luôn (?:bật|hoạt động)|"
    r"không thể (?:thay đổi|tắt)|cha mẹ|phụ huynh",
    "id": r"dikelola|administrator|organisasi (?:anda|kamu)|selalu aktif|"
    r"tidak (?:dapat|bisa) (?:diubah|dimatikan|dinonaktifkan)|orang ?tua",
}
"""Who keeps it, or that it never changes: even as part of a label."""
_WITHHELD = {
    "en": r"\brequired\b|mandatory|upgrade|\bpaid plan|(?:un|not |only )available|available (?:on|only|in|with) |"
    r"controlled by|\blocked\b|n.t (?:yet )?(?:available|supported|offered)|"
    r"not (?:yet )?(?:supported|offered|available)|"
    r"(?:with|requires|needs|on) (?:an?|the|our) (?:\w+ )?(?:plan|subscription|membership)\b|"
    r"(?:subscribers|members) only|legally (?:obliged|required|bound)|obliged by law|legal obligation|law requires|"
    r"(?:verify|confirm) your|until you (?:verify|confirm)",
    "de": r"nicht (?:\w+ )?verfügbar|gesperrt|verpflichtend|festgelegt|nicht unterstützt|gesetzlich|rechtlich verpflichtet|"
    r"nur (?:mit|im|für|in) .{0,30}(?:tarif|plan|abo|mitglied)|kostenpflichtig|"
    r"\b(?:zuerst|erst|vorher) .{0,40}(?:bestätig|verifizier)|"
    r"(?:bestätig|verifizier)\w* .{0,40}\b(?:zuerst|erst|vorher)\b",
    "fr": r"indisponible|non disponible|(?:pas|plus) (?:encore )?(?:disponible|pris en charge)|verrouillé|obligatoire|"
    r"non pris en charge|disponible (?:uniquement|seulement)|réservée?s? aux? |"
    r"avec (?:le|la|un|une|l.) ?.{0,20}(?:forfait|formule|offre|abonnement)|légalement|obligation légale|"
    r"la loi (?:exige|impose|nous)|(?:vérifi|confirm)(?:ez|e|er) (?:d.abord )?(?:votre|ton|ta|vos)",
    "es": r"no (?:está )?disponible|bloquead|obligatori|disponible (?:solo|sólo|únicamente)|"
    r"s[oó]lo (?:con|en|para) .{0,30}(?:plan\b|suscripci)|requiere .{0,24}(?:plan\b|suscripci)|por ley|legalmente|"
    r"obligación legal|la ley (?:exige|obliga)|no (?:es )?compatible|(?:verific|confirm)\w* (?:primero )?(?:tu|su)\b",
    "it": r"non (?:è )?(?:ancora )?(?:disponibil|supportat)|bloccat|obbligatori|"
    r"disponibil[ei] (?:solo|soltanto|unicamente|esclusivamente)|solo (?:con|per|nel) .{0,30}(?:piano|abbonament)|"
    r"richiede .{0,24}(?:piano|abbonament)|per legge|legalmente|obblig\w+ (?:di legge|legal)|"
    r"la legge (?:richiede|impone)|(?:verific|conferm)\w* (?:prima |il tuo|la tua|la propria|il proprio)|"
    r"prima .{0,30}(?:verific|conferm)",
    "pt": r"indisponível|não (?:está )?disponível|bloquead|obrigatóri|disponível (?:apenas|somente|só)|"
    r"não (?:é )?(?:suportad|compatível)|(?:apenas|somente|só) (?:com|no|para) .{0,30}(?:plano|assinatura|subscrição)|"
    r"(?:exige|requer) .{0,24}(?:plano|assinatura)|por lei|legalmente|obrigação legal|a lei (?:exige|obriga)|"
    r"(?:verifi|confirm)\w+ (?:primeiro )?(?:o seu|a sua|seu|sua|o teu|a tua)\b",
    "nl": r"niet (?:\w+ )?(?:beschikbaar|ondersteund)|vergrendeld|verplicht|"
    r"alleen (?:beschikbaar|(?:met|voor|in) .{0,30}(?:abonnement|plan\b|pakket))|wettelijk|bij wet|"
    r"met (?:het|een) .{0,20}(?:abonnement|plan)\b|eerst .{0,40}(?:verifi|bevestig)|"
    r"(?:verifieer|bevestig) (?:eerst|je|uw)",
    "sv": r"inte (?:\w+ )?tillgänglig|låst|obligatorisk|stöds inte|"
    r"endast (?:tillgänglig|(?:med|för|i) .{0,30}(?:abonnemang|plan|prenumer))|"
    r"kräver .{0,24}(?:abonnemang|prenumeration)|enligt lag|lagkrav|lagstadga|"
    r"(?:verifiera|bekräfta) (?:först )?(?:din|ditt)",
    "da": r"ikke (?:\w+ )?tilgængelig|låst|obligatorisk|påkrævet|understøttes ikke|"
    r"kun (?:tilgængelig|(?:med|for|i) .{0,30}(?:abonnement|plan))|kræver .{0,24}abonnement|ifølge loven|lovpligtig|"
    r"lovkrav|(?:bekræft|verificér|verificer) (?:først )?(?:din|dit)",
    "fi": r"ei (?:ole )?(?:\w+ )?(?:saatavilla|käytettävissä|tuettu)|ei tueta|lukittu|pakollinen|vaaditaan|saatavilla vain|"
    r"vain .{0,30}(?:tilauksella|tilaajille|tilauksessa|paketissa)|lain mukaan|lakisääteinen|laki (?:vaatii|edellyttää)|"
    r"(?:vahvista|varmenna) (?:ensin|sähköposti)",
    "cs": r"není (?:\w+ )?(?:k dispozici|dostupn|podporov)|nedostupn|uzamč|zamčen|povinn|vyžadován|k dispozici (?:pouze|jen)|"
    r"(?:pouze|jen) (?:v|s|se|pro) .{0,30}(?:tarif|plán|předplat)|ze zákona|zákon (?:vyžaduje|ukládá)|"
    r"nejprve .{0,40}(?:ověř|potvrď)|(?:ověřte|potvrďte) (?:nejprve|nejdříve|svůj|svou)",
    "hu": r"nem (?:érhető el|elérhető|támogatott)|zárol|kötelező|csak .{0,30}(?:csomag|előfizet)|jogszabály|törvény|"
    r"előbb .{0,40}(?:erősít|igazol)|(?:erősítse|erősítsd|igazolja|igazold) (?:meg|előbb)",
    "ro": r"indisponibil|nu (?:este|e|sunt) (?:\w+ )?(?:disponibil|acceptat)|blocat|obligatori|disponibil\w* (?:doar|numai)|"
    r"(?:doar|numai) (?:cu|în|pentru) .{0,30}(?:plan|abonament)|prin lege|obligație legală|obligați legal|"
    r"legea (?:cere|impune)|(?:verific|confirm)\w* (?:mai întâi|adresa|contul|identitatea)",
    "tr": r"kullanılamıyor|kullanılamaz|mevcut değil|desteklenmiyor|kilitli|zorunlu|"
    r"(?:yalnızca|sadece) .{0,40}(?:plan|abone|paket|kullanıl)|yasal|kanun|önce .{0,40}(?:doğrula|onayla)",
    "pl": r"niedostępn|nie (?:jest|są) (?:\w+ )?(?:dostępn|obsługiwan)|nieobsługiwan|zablokowan|wymagane|obowiązkow|"
    r"dostępn\w* tylko|tylko (?:w|z|dla) .{0,30}(?:plan|abonament|pakie|subskryp)|prawnie|przepis\w* prawa|"
    r"wymag\w+ praw|najpierw .{0,40}(?:zweryfikuj|potwierdź)|(?:zweryfikuj|potwierdź) (?:najpierw|swój|swoj)",
    "ja": r"必須|(?:利用|使用)できません|ご利用いただけません|対応していません|非対応|ロック|アップグレード|"
    r"プラン(?:での?み|のみ|が必要|限定)|のみ利用|法律|法令|法的|先に.{0,20}(?:確認|認証)|"
    r"(?:確認|認証)(?:が必要|する必要)",
    "zh": r"始[终終]|必需|[锁鎖]定|不可用|不支[持援]|[仅僅](?:限|在|适用|適用|供)|升[级級]|需要.{0,12}(?:套餐|订阅|訂閱|会员)|"
    r"套餐专享|法律|法[规規]|依法|先.{0,8}(?:[验驗][证證]|[确確][认認])",
    "ko": r"항상|필수|잠김|잠겨|(?:사용|이용)할 수 없|지원(?:되|하)지 않|요금제|업그레이드|법률|법적|법에 따라|"
    r"먼저 .{0,20}(?:인증|확인)",
    "ru": r"недоступн|не (?:доступн|поддержива)|заблокирован|обязательн|доступн\w* только|"
    r"только (?:в|с|на|для) .{0,30}(?:тариф|подписк|план)|закон(?:ом|у|а|ы)?\b|законодательств|"
    r"сначала .{0,40}(?:подтверд|провер)|подтвердите (?:сначала|свой|свою)",
    "uk": r"недоступн|не (?:доступн|підтриму)|заблоковано|обов.язков|доступн\w* (?:лише|тільки)|"
    r"(?:лише|тільки) (?:в|у|з|на|для) .{0,30}(?:тариф|підписк|план)|закон(?:ом|у)?\b|законодавств|"
    r"спочатку .{0,40}(?:підтверд|перевір)",
    "el": r"μη διαθέσιμ|δεν (?:είναι (?:\w+ )?διαθέσιμ|υποστηρίζ|διατίθ)|κλειδωμέν|υποχρεωτικ|υποχρεωμένοι|διαθέσιμ\w* μόνο|"
    r"μόνο (?:με|στο|για) .{0,30}(?:πρόγραμμα|συνδρομ|πακέτο)|\bνόμο|αναβαθμίσ|πρώτα .{0,40}(?:επαληθεύ|επιβεβαιώ)|"
    r"(?:επαληθεύσ|επιβεβαιώσ)τε (?:πρώτα|το|τη)",
    "ar": r"غير (?:متاح|متوفر|مدعوم)|مقفل|إلزامي|متاح\w* فقط|(?:[تي]تطلب|فقط|متاح\w*) .{0,30}(?:خطة|الخطة|باقة|الباقة|اشتراك)|"
    r"القانون|قانون[اًي]|ترقية|(?:تأكيد|التحقق|تحقق|أكد) .{0,40}أولا",
    "he": r"לא (?:זמינ?ה?ן?\b|נתמכ?ת?ך?\b)|אינו זמין|אינה זמינה|נעול|חובה|זמינה? רק|רק (?:ב|עם).{0,20}(?:תוכנית|מינוי|חבילה)|"
    r"(?:לפי|על פי) (?:ה)?חוק|מחויבים|שדרג|(?:אמת|אמתו|אשר|אשרו|לאמת|לאשר) .{0,40}(?:תחילה|קודם)|"
    r"(?:תחילה|קודם) .{0,20}(?:לאמת|לאשר)",
    "hi": r"उपलब्ध नहीं|अनुपलब्ध|समर्थित नहीं|लॉक|अनिवार्य|आवश्यक|केवल .{0,30}(?:प्लान|योजना|सदस्यता)|अपग्रेड|क़?ानून|कानून|"
    r"पहले .{0,40}(?:सत्यापित|पुष्टि)",
    "vi": r"(?:không|chưa) (?:khả dụng|có sẵn|được hỗ trợ|hỗ trợ)|bị khóa|đã khóa|bắt buộc|"
    r"chỉ (?:có trong|có ở|dành cho|khả dụng)|nâng cấp|theo luật|pháp luật|pháp lý|"
    r"(?:xác minh|xác nhận|xác thực) .{0,30}trước",
    "id": r"(?:tidak|belum) (?:tersedia|didukung)|terkunci|dikunci|wajib|"
    r"hanya (?:tersedia|(?:untuk|dengan|di) .{0,30}(?:paket|langgan))|tingkatkan paket|hukum\b|undang-undang|"
    r"(?:verifikasi|konfirmasi) .{0,30}(?:dulu|terlebih dahulu)",
}
"""What it needs, or why it is not to be had: of a plan, by law, before something is verified, on a device, in a country."""


def _any_of(words: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(words.values()), re.IGNORECASE)


KEPT = _any_of(_KEPT)
WITHHELD = _any_of(_WITHHELD)
_PART = re.compile(r"[(（\[【]([^)）\]】]+)[)）\]】]|\s[–—-]\s([^–—]+)$|[.。:：]\s*([^.。:：]+)[.。]?$")


def reason_in(label: str) -> str:
    """Of a label the part in brackets, behind a dash or a stop that is the reason; all of it where it has no such part."""
    parts = [next(p for p in m.groups() if p).strip() for m in _PART.finditer(label)]
    return next((p for p in parts if KEPT.search(p)), label)
