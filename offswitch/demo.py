"""The demo: a bundled site with a fresh account, served on loopback and scanned."""

from itertools import count
from pathlib import Path

from offswitch import api
from offswitch_crawler.events import OnEvent
from offswitch_crawler.profile import Profile
from offswitch_fixtures.server import serve
from offswitch_fixtures.site import site, sites
from offswitch_recording.words import Account, StartIs


def scan_site(name: str, out: Path, *, fair: bool, on_event: OnEvent) -> api.Scan:
    """Scan the bundled site of that name (the first where it is empty), or its fair twin."""
    chosen = site(name or sites()[0].name)
    with serve(chosen, fair=fair) as served:
        profile = Profile(account=Account.FRESH, start_is=StartIs(chosen.start_is))
        return api.scan(served.start_url, out, profile=profile, on_event=on_event)


def free_folder(wanted: Path) -> Path:
    """The folder itself, or the first with a number behind its name that is not there yet."""
    names = (wanted if n == 1 else wanted.with_name(f"{wanted.name}-{n}") for n in count(1))
    return next(folder for folder in names if not folder.exists())
