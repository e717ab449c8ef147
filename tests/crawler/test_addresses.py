"""GETs that act: by path, by query, by the place of the link; what cannot be told is not taken."""

import pytest

from offswitch_crawler.addresses import effect_of, leads_nowhere
from offswitch_recording.words import WhyNot

START = "https://www.example.org/settings"


def effect(path: str, *, says_page: bool = False, start: str = START, language: str = "en") -> str:
    found = effect_of(f"https://www.example.org{path}", start=start, language=language, says_page=says_page)
    return str(found or "reads")


ACTS = """
/logout /auth/sign-out /index.php?action=userlogout /account/logout?next=/home #/logout /session/end-session /users/sign_out /konto/abmelden
/list/7/unsubscribe?u=1 /flags/toggle?id=3 /rooms/9/unfollow /alerts/12/dismiss /messages/mark-all-read /inbox/read-all /poll/4/vote?choice=2
/post/8/like /repo/unstar /friend-requests/5/accept /invites/accept/9f8e7d6c5b4a3f2e1d /email/confirm?t=abc /delete/42 /cart/remove/12
/features/enable-beta /keys/3/revoke /token/regenerate /deploys/5/rollback /theme/set?x=1 /settings/save?x=1
/item/7?delete=1 /item/7?action=delete /list?do=mark_read /forum?cmd=subscribe_topic /shop?add-to-cart=9 /x?op=disable /page?mark_read=4
/toggle?x=1 /settings/set?theme=dark /consent/accept /consent/withdraw /enable/tracking /?action=remove&item=3 /x/turn-off/4 /report/generate
/sair /es/salir /odhlasit /cikis /cerrarsesion /logga_ut/ /log-ud /dang-xuat /%D0%B2%D1%8B%D1%85%D0%BE%D0%B4 /ログアウト /app#/esci
/x?state=disable /users/4/delete?token=abcdef /comment/hide?nonce=1f2e /settings?_csrf=abc /a?confirm=yes /a?toggle=ads /report.pdf /me/data.zip
"""
CANNOT_BE_TOLD = """
/account/delete /account/close /devices/remove /newsletter/subscribe /group/leave /delete-account /data/export /plan/cancel /profile/hide
/item/3/delete /item/3/delete?ref=list /subscribe/news /follow/sam /prefs/ads/off /prefs/ads/on /token/new /keys/create /plan/choose?plan=pro /apps/add
/prefs?ads=0 /prefs?tracking=off /prefs?x=on /privacy?consent=true /mail?newsletter=1
/settings?theme=dark /?lang=de /help?hl=fr /?currency=eur /x?mode=dark /language/fr /theme/dark /board?action=frobnicate /file?token=abc
"""
READS = """
/ /settings/privacy /watch?v=abc12345 /watch/history /activity /disabled-users /deleted-items /settings/auto-delete /help/how-to-delete-an-account
/blocked-users /saved /followers /following /shared-with-me /orders /orders/12 /download-history /add-ons /sign-in-methods /check-ins /settings?tab=delete
/index.php?page=unsubscribe /board?action=profile /user?do=edit /reset-password /share/settings /block/list /exports /notifications /toggles
/settings?section=theme /search?q=delete /likes?sort=new /settings/language /settings/theme /privacy?lang=en /privacy?hl=en-GB /labs#/privacy /report/settings
/subscribe/plans /vote/history /follow/requests /projects/new /whats/new /feed?expanded=true /list?show_all=yes /list?page=1 /list?x=1 /on /turn-based
/salida /keluarga /salir/ayuda /privacy/esci-info
/sync/settings /app#remove /confirmations /removed /readme /enabled-features
"""


@pytest.mark.parametrize("path", ACTS.split())
def test_what_acts(path: str) -> None:
    assert effect(path) == WhyNot.ACTING


@pytest.mark.parametrize("path", CANNOT_BE_TOLD.split())
def test_what_cannot_be_told(path: str) -> None:
    assert effect(path) == WhyNot.UNSURE


@pytest.mark.parametrize("path", READS.split())
def test_what_only_reads(path: str) -> None:
    assert effect(path) == "reads"


@pytest.mark.parametrize(
    "path",
    [
        "/account/delete",
        "/data/export",
        "/settings/notifications/unsubscribe",
        "/delete-account",
        "/plan/cancel",
        "/apps/add",
        "/settings/follow",
        "/settings/follow?from=menu",
        "/settings/language/keyboards",
    ],
)
def test_a_link_that_looks_like_a_way_to_a_page_may_lead_to_one_that_asks(path: str) -> None:
    assert effect(path, says_page=True) == "reads"


@pytest.mark.parametrize(
    "path", ["/account/delete/17", "/account/delete?csrf=1", "/x?action=delete", "/flags/toggle", "/logout", "/a?delete=3"]
)
def test_no_place_makes_a_deed_a_page(path: str) -> None:
    assert effect(path, says_page=True) == WhyNot.ACTING


@pytest.mark.parametrize(
    "path",
    [
        "/item/3/delete", "/delete/account", "/settings?theme=dark", "/language/fr", "/theme/dark", "/prefs/ads/off", "/account/delete?item=books",
        "/token/new", "/subscribe/news", "/prefs?tracking=off",
    ],
)  # fmt: skip
def test_no_place_tells_what_an_address_does_that_names_its_object_or_a_state(path: str) -> None:
    assert effect(path, says_page=True) == WhyNot.UNSURE


def test_what_a_site_carries_through_all_its_links_sets_nothing() -> None:
    assert effect("/about?lang=de&theme=dark", start=f"{START}?lang=de&theme=dark") == "reads"
    assert effect("/about?lang=de&theme=light", start=f"{START}?lang=de&theme=dark") == WhyNot.UNSURE
    assert effect("/about?lang=de", language="de-AT") == "reads"


def test_an_address_may_only_stand_for_a_script() -> None:
    assert all(map(leads_nowhere, ("javascript:void(0)", f"{START}#", f"{START}#!", f"{START}#0")))
    assert not any(map(leads_nowhere, (START, f"{START}#ads", f"{START}#/ads")))


@pytest.mark.parametrize("path", ["/refuse.html", "/account/decline-training.html#top", "/insurers/stop.HTM"])
def test_a_page_kept_as_a_file_that_is_called_after_a_refusal_only_reads(path: str) -> None:
    assert effect(path) == "reads"


@pytest.mark.parametrize(
    "path",
    ["/refuse.html?item=3", "/item/3/refuse.html", "/logout.html", "/index.html#/account/delete", "/account/delete.html"],
)
def test_not_every_file_only_reads(path: str) -> None:
    assert effect(path) != "reads"
