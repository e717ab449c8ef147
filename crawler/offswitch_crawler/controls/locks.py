"""Whether a control is drawn but not for the person to change, and the reason as shown."""

import re

from offswitch_crawler.controls.raw import RawElement, runs

REASON = re.compile(
    r"managed by|administrator|your organi[sz]ation|enforced|always (?:on|active|enabled)|"
    r"(?:cannot|can.t) be (?:changed|turned)|required by|verwaltet|immer aktiv|erforderlich|vorgegeben|"
    r"géré par|administrateur|toujours acti|gestionad|administrador|siempre activ|gestit[oa]|amministrat|"
    r"sempre attiv|gerid[oa]|sempre ativ|beheerd|altijd actief|hanteras|administratör|alltid aktiv|"
    r"administreres|altid aktiv|altid slået til|hallinnoi|järjestelmänvalvoj|aina käytössä|aina päällä|spravov|spravuje|správce|"
    r"vždy aktivn|vždy zapnut|felügyel|rendszergazda|mindig aktív|mindig bekapcsolva|gestionat|administrat(?:ă|e)? de|mereu activ|"
    r"întotdeauna activ|tarafından yönetil|yöneticiniz|her zaman (?:aktif|açık|etkin)|"
    r"zarządzan|zawsze aktywn|管理者|組織|常に有効",
    re.IGNORECASE,
)
ICON = re.compile(r"\block\b|padlock|managed|domain|policy|enterprise", re.IGNORECASE)
ROW_TALLEST = 200


def locked(raw: RawElement, disabled: bool, told: str) -> tuple[bool, str]:
    """Locked, and the reason: it cannot be changed, and its texts (`told`) or an icon say so."""
    if not (disabled or any(n.attributes.get("aria-readonly") == "true" for n in raw.nodes)):
        return False, ""
    row = next((up for up in raw.page.above(raw.anchor) if up.spoken), None)
    lines = [*told.splitlines(), *(r.text for r in runs(raw.page.texts_in(row)))] if row is not None else told.splitlines()
    reason = next((line for line in lines if REASON.search(line)), "")
    icons = (
        row is not None and row.height <= ROW_TALLEST and any(n.icon and ICON.search(n.icon) for n in raw.page.within(row))
    )
    return bool(reason) or icons, reason[:300]
