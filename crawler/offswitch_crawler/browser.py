"""Finds a browser and starts it under a profile: Playwright's own where installed, else a Chromium of the system."""

import asyncio
import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, BrowserType, Error, Playwright

from offswitch_crawler.driver import driver
from offswitch_crawler.guard import Guard
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile, Proxy, environment
from offswitch_recording.errors import BadInput, SiteFailed

SYSTEM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
EXECUTABLE = "OFFSWITCH_EXECUTABLE"
"""Variable of the environment that names the browser where no option does."""
INSTALL = "install one: `apt-get install chromium` on Debian, or `playwright install chromium`"
CLOSE_SECONDS = 20
ARGUMENTS = (
    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-gpu",
    # A sandboxed frame in a process of its own runs its scripts before those that are put into every page.
    "--disable-features=Translate,OptimizationHints,MediaRouter,IsolateSandboxedIframes",
)  # fmt: skip

# Redirects, workers and sockets pass no route of the guard; what the browser cannot resolve it cannot reach.
# A `?` is one character or none.
PRIVATE_HOSTS = (
    "localhost", "*.localhost", "*.local", "*.internal", "*.home.arpa", "0.???.???.???", "10.???.???.???", "127.???.???.???",
    "169.254.???.???", "192.168.???.???", *(f"172.{n}.???.???" for n in range(16, 32)),
    *(f"100.{n}.???.???" for n in range(64, 128)), "198.18.???.???", "198.19.???.???",
    *(f"{n}.???.???.???" for n in range(240, 256)), "::", "::1", "2002:*", "64:ff9b:*",
    "::ffff:*", "fc??:*", "fd??:*", "fe8?:*", "fe9?:*", "fea?:*", "feb?:*",
)  # fmt: skip

# Sockets of workers and of sandboxed frames pass no route. Where each scheme is given a proxy, `ws` takes the one for all the rest:
# nothing answers at port 9. What is no socket goes straight to its server, on this machine too.
NO_SOCKETS = ("--proxy-server=http=direct://;https=direct://;socks=socks5://127.0.0.1:9", "--proxy-bypass-list=<-loopback>")


# What Playwright turns off and a person's browser has: it stops windows that no click asked for, and lets no page
# change its address more than 200 times in ten seconds, which would leave the browser no time for anything else.
PROTECTIONS = ("--disable-popup-blocking", "--disable-ipc-flooding-protection")


@dataclass(frozen=True)
class Found:
    """The browser that will be used."""

    path: Path
    source: str
    """option, environment, playwright or system."""
    version: str


def find(executable: Path | None = None) -> Found:
    """Find a Chromium: the one that is named, else Playwright's, else the system's. Raises SiteFailed with what to install."""
    source = "option"
    if executable is None and os.environ.get(EXECUTABLE):
        executable, source = Path(os.environ[EXECUTABLE]), "environment"
    if executable is not None:
        if not executable.is_file():
            raise BadInput("no such browser", where=str(executable), next_step=f"check --executable and {EXECUTABLE}")
        return Found(executable, source, _version(executable))
    for path, source in [*((p, "playwright") for p in _playwrights()), *((p, "system") for p in _systems())]:
        return Found(path, source, _version(path))
    raise SiteFailed("no browser was found", next_step=INSTALL)


def _playwrights() -> list[Path]:
    root = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return sorted(root.glob("chromium-*/chrome-linux*/chrome"), reverse=True)


def _systems() -> list[Path]:
    return [Path(p) for name in SYSTEM if (p := shutil.which(name))]


@cache
def _version(path: Path) -> str:
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=20, check=False, start_new_session=True
        )
    except (OSError, subprocess.TimeoutExpired) as e:
        raise SiteFailed(f"the browser does not start: {e}", where=str(path), next_step=INSTALL) from None
    if answer.returncode:
        reason = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SiteFailed(f"the browser does not start: {reason}", where=str(path), next_step=INSTALL)
    return " ".join(answer.stdout.split()[:2]) or "unknown"


def user_agent(found: Found, options: Options, profile: Profile, device: dict[str, Any], tool: str) -> str:
    """An honest user agent: the browser's own, the tool's name, and a contact address where one is given."""
    if options.user_agent:
        return options.user_agent
    major = (re.search(r"(\d+)\.", found.version) or ["", "0"])[1]
    own = device.get("user_agent") or (
        f"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/{major}.0.0.0 Safari/537.36"
    )
    contact = f" (+{options.contact})" if options.contact else ""
    return f"{own} {tool}{contact}"


@asynccontextmanager
async def context(
    found: Found,
    options: Options,
    profile: Profile,
    guard: Guard,
    tool: str,
    on_end: Callable[[], None] = lambda: None,
) -> AsyncIterator[BrowserContext]:
    """A browser context under a profile, with the guard on it. Raises SiteFailed where the browser does not start.

    `on_end` is called where the browser ends by itself, not where it is closed at the end.
    """
    closing = False

    def ended(_: object = None) -> None:
        if not closing:
            on_end()

    async with driver(ended) as playwright:
        settings = _context_settings(playwright, found, options, profile, tool)
        launch: dict[str, Any] = {
            "executable_path": str(found.path),
            "headless": not options.headed,
            "args": _arguments(profile, guard),
            "ignore_default_args": list(PROTECTIONS),
        }
        kind: BrowserType = playwright.chromium
        try:
            if options.user_data_dir:
                made = await kind.launch_persistent_context(str(options.user_data_dir.absolute()), **launch, **settings)
            else:
                made = await _under(await kind.launch(**launch), settings)
        except Error as e:
            raise SiteFailed(f"the browser does not start: {_line(e)}", where=str(found.path), next_step=INSTALL) from None
        made.on("close", ended)
        await guard.attach(made)
        try:
            yield made
        finally:
            closing = True
            await _close(made)


async def _under(started: Browser, settings: dict[str, Any]) -> BrowserContext:
    """A context of a browser that runs already: what it refuses now is the profile."""
    try:
        return await started.new_context(**settings)
    except Error as e:
        if not started.is_connected():
            raise
        raise BadInput(
            f"the browser cannot use the profile: {_line(e)}", next_step="see docs/profiles.md; a saved login is made anew"
        ) from None


def _line(error: Error) -> str:
    said = next((x for x in error.message.splitlines() if x.strip()), "no reason given")
    return said.removeprefix("Browser.new_context: ")


async def _close(made: BrowserContext) -> None:
    """Close the browser in order; one that is gone is closed already, and one that does not answer goes with its driver."""
    with contextlib.suppress(Error, TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await made.close()
            if made.browser:
                await made.browser.close()


def _arguments(profile: Profile, guard: Guard) -> list[str]:
    rules = ",".join(f"MAP {host} ~NOTFOUND" for host in PRIVATE_HOSTS)
    more = ["--disable-blink-features=AutomationControlled"] if profile.automation_flag == "hidden" else []
    if guard.public_only:
        # The proxy itself may stand on this machine.
        spared = f",EXCLUDE {urlsplit(profile.proxy.server).hostname}" if profile.proxy else ""
        more += [f"--host-resolver-rules={rules}{spared}"]
    if profile.websockets == "block" and profile.proxy is None:  # a proxy of the profile takes the place of these
        more += NO_SOCKETS
    return [*ARGUMENTS, *more, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def _context_settings(playwright: Playwright, found: Found, options: Options, profile: Profile, tool: str) -> dict[str, Any]:
    device: dict[str, Any] = {}
    if profile.device is not None:
        if profile.device not in playwright.devices:
            raise BadInput(
                f"device: Playwright knows no {profile.device!r}",
                next_step="use a name such as 'iPhone 15' or 'Pixel 7'",
            )
        device = {k: v for k, v in playwright.devices[profile.device].items() if k != "default_browser_type"}
    width, height = profile.viewport
    settings: dict[str, Any] = {
        "viewport": {"width": width, "height": height},
        "locale": profile.locale,
        "timezone_id": profile.timezone,
        "extra_http_headers": profile.headers or None,
        "service_workers": "block",
        "accept_downloads": False,
        **device,
        "user_agent": user_agent(found, options, profile, device, tool),
    }
    if profile.geolocation:
        latitude, longitude = profile.geolocation
        settings |= {"geolocation": {"latitude": latitude, "longitude": longitude}, "permissions": ["geolocation"]}
    if profile.proxy:
        settings["proxy"] = _proxy(profile.proxy)
    if profile.storage_state and options.user_data_dir:
        raise BadInput(
            "storage_state and --user-data-dir do not go together: the folder holds a login of its own",
            next_step="leave one of them out",
        )
    if profile.storage_state:
        settings["storage_state"] = str(profile.storage_state)
    return {k: v for k, v in settings.items() if v is not None}


def _proxy(proxy: Proxy) -> dict[str, str]:
    found = {"server": proxy.server}
    for key, name in (("username", proxy.username_env), ("password", proxy.password_env)):
        if name is not None:
            found[key] = environment(name, "proxy")
    return found
