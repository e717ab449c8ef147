"""What a page loads while it goes away: code, styles and fonts from the address of a deed. Real Chromium, loopback only."""

from typing import Any

LEAVES = """<h1>{title}</h1><a href="{to}">{label}</a><script>
const load = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
for (const when of ['pagehide', 'visibilitychange', 'unload']) addEventListener(when, () => {{
  load('script', {{src: '/account/delete?confirm=1&by=script'}});
  import('/account/delete?confirm=1&by=import').catch(() => 0);
  load('script', {{type: 'module', src: '/account/delete?confirm=1&by=module'}});
  load('link', {{rel: 'stylesheet', href: '/optout?training=on&by=style'}});
  const wait = new XMLHttpRequest(); wait.open('GET', '/hold', false); wait.send();
}});</script>"""


def test_no_code_or_style_is_loaded_from_a_deed_while_a_page_goes_away(pages: Any, walk_to: Any) -> None:
    pages.add(
        "/privacy",
        LEAVES.format(title="Privacy", to="/settings", label="Settings") + "<label><input type=checkbox> Ads</label>",
    )
    recording = walk_to(pages.add("/settings", LEAVES.format(title="Settings", to="/privacy", label="Privacy"))).recording
    assert [c.label for c in recording.controls] == ["Ads"] and recording.errors == []
    assert [path for path in pages.gets if path.startswith(("/account", "/optout"))] == []
