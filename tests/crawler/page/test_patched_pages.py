"""Pages that patch what the scripts of page/ use: none of it reaches them, for they run in a world of their own."""

from typing import Any

import pytest

from offswitch_crawler.screenshot import EXTENT

BODY = """<main><h1>Ads</h1><label for=a>Personal ads</label><input id=a type=checkbox checked>
<x-row><template shadowrootmode=open><button>More</button></template></x-row>
<div style="height:200px;width:300px;overflow:auto"><p style="height:900px">Rows</p></div></main>"""

LIES = {
    "arrays": "for (const m of ['map', 'filter', 'push', 'some', 'join', 'forEach']) Array.prototype[m] = () => { throw 'map' }",
    "queries": "Element.prototype.querySelector = Document.prototype.querySelectorAll = Element.prototype.closest = () => null",
    "JSON": "JSON.stringify = () => '{}'; JSON.parse = () => null; Object.prototype.toJSON = () => 'lie'",
    "boxes": "Element.prototype.getBoundingClientRect = Element.prototype.getClientRects = () => ({x: 1, y: 1, width: 0, height: 0})",
    "styles": "getComputedStyle = () => ({display: 'none', visibility: 'hidden'})",
    "attributes": "Element.prototype.getAttribute = () => 'lie'; Element.prototype.hasAttribute = () => false",
    "state": "Object.defineProperty(HTMLInputElement.prototype, 'checked', {get: () => false})",
    "trees": "for (const p of ['childNodes', 'parentNode', 'nodeType']) Object.defineProperty(Node.prototype, p, {get: () => null})",
    "roots": "Object.defineProperty(Element.prototype, 'shadowRoot', {get: () => null})",
    "points": "document.elementFromPoint = Document.prototype.elementFromPoint = () => null",
    "collections": "Map = WeakMap = Set = WeakSet = WeakRef = Promise = Symbol = Number = RegExp = undefined",
    "text": "String.prototype.trim = String.prototype.replace = String.prototype.split = RegExp.prototype.exec = () => 'lie'",
    "loops": "Array.prototype[Symbol.iterator] = NodeList.prototype[Symbol.iterator] = function* () {}",
}


def seen(scripts: Any, lie: str) -> dict[str, Any]:
    """What the scripts say of one page."""
    scripts.page.goto("about:blank")
    scripts.show(f"{BODY}<script>{lie}</script>")
    page = scripts.scan()
    elements = [(n.tag, n.box, n.names, n.native, n.seen, n.hit, n.place) for n in page.nodes]
    texts = [(t.text, t.box, t.contrast) for t in page.texts]
    point = scripts.say("pointOf(uidOf($('#a')))", "memory", "flat", "box", "touch")
    return {"elements": elements, "texts": texts, "grid": page.grid, "extent": scripts.call(EXTENT), "point": point}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_page_that_lies_is_seen_as_one_that_does_not(scripts: Any, lie: str) -> None:
    honest = seen(scripts, "")
    assert [e[0] for e in honest["elements"] if e[0] in ("input", "button")] == ["input", "button"]
    assert honest["point"]["ok"]
    assert seen(scripts, lie) == honest


def test_a_page_does_not_notice_that_it_is_looked_at(scripts: Any) -> None:
    """Neither by its own patched functions nor by what it observes of its document."""
    spies = """window.noticed = []; const note = (what) => noticed.push(what);
    for (const name of ['getAttribute', 'getBoundingClientRect', 'querySelectorAll', 'matches']) {
      const real = Element.prototype[name]; Element.prototype[name] = function (...a) { note(name); return real.apply(this, a) } }
    new MutationObserver(() => note('mutation')).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    for (const name of ['focusin', 'scroll', 'pointermove', 'selectionchange']) document.addEventListener(name, () => note(name), true);"""
    scripts.show(f"{BODY}<script>{spies}</script>")
    scripts.scan()
    scripts.hand_in_closed_roots()
    scripts.scan()
    assert scripts.page.evaluate("new Promise((done) => requestAnimationFrame(() => done(window.noticed)))") == []
