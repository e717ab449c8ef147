"""Words of a slider's stops: those of a native list, or those drawn along its track, one for each stop."""

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Text
from offswitch_crawler.seen import Box

NEAR_PX = 36
"""At most so far under or over its track the words stand."""
LEVEL_PX = 5
SIDE_PX = 40
LEAST_OVER = 3
"""Over a track two words are more often its label and its value."""
MOST = 12
NEAREST = 0.12
"""How far from a stop a thumb may stand, in distances between stops."""


def find(page: RawPage, track: Box, count: int | None) -> list[list[Text]]:
    """The words along a track from left to right, each of one or more pieces; none where they do not fit so many stops."""
    x, y, wide, high = track
    texts = [t for t in page.texts if x - SIDE_PX <= t.box[0] and t.box[0] + t.box[2] <= x + wide + SIDE_PX]
    under = [t for t in texts if y + high - 4 <= t.box[1] <= y + high + NEAR_PX]
    over = [t for t in texts if y - NEAR_PX <= t.box[1] + t.box[3] <= y + 4]
    for found, least in ((_first_line(under), 2), (_first_line(over[::-1]), LEAST_OVER)):
        words = _words(found)
        if least <= len(words) <= MOST and (count is None or count == len(words)) and _fit(words, track):
            return words
    return []


def text_of(word: list[Text]) -> str:
    """The pieces of one word as they are read."""
    return " ".join(t.text for t in word)


def beside(words: list[list[Text]], track: Box, thumb: RawNode) -> str:
    """The word of the stop at which a thumb stands; empty where it stands between two."""
    x, _, wide, _ = track
    middle, last = thumb.x + thumb.width / 2, len(words) - 1
    half = thumb.width / 2
    ways = [
        [x + wide * i / last for i in range(last + 1)],
        [x + half + (wide - thumb.width) * i / last for i in range(last + 1)],
    ]
    cells = [x + wide * (i + 0.5) / (last + 1) for i in range(last + 1)]
    if all(abs(_middle(w) - at) <= wide / (last + 1) / 4 for w, at in zip(words, cells, strict=True)):
        ways.append(cells)
    for stops in ways:
        away, index = min((abs(at - middle), i) for i, at in enumerate(stops))
        if away <= NEAREST * (stops[1] - stops[0]):
            return text_of(words[index])
    return ""


def count_of(raw: RawElement) -> int | None:
    """How many stops a slider says that it has."""
    facts = next((n.native for n in raw.nodes if "min" in n.native), {})
    aria = raw.node.attributes
    least, most = _number(facts.get("min", aria.get("aria-valuemin"))), _number(facts.get("max", aria.get("aria-valuemax")))
    step = _number(facts.get("step", 1))
    if least is None or most is None or not step or most <= least:
        return None
    return round((most - least) / step) + 1


def number_at(raw: RawElement, index: int) -> float:
    """The number of a slider at one of its stops, the first being its least."""
    facts = next((n.native for n in raw.nodes if "min" in n.native), {})
    least = _number(facts.get("min", raw.node.attributes.get("aria-valuemin"))) or 0.0
    return least + index * (_number(facts.get("step", 1)) or 1.0)


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _first_line(texts: list[Text]) -> list[Text]:
    return [t for t in texts if abs(t.box[1] - texts[0].box[1]) <= LEVEL_PX] if texts else []


def _words(texts: list[Text]) -> list[list[Text]]:
    """Pieces of one line from left to right, those that stand close as one word; none where one has no letter."""
    found: list[list[Text]] = []
    for text in sorted(texts, key=lambda t: t.box[0]):
        last = found[-1][-1] if found else None
        if last is not None and last.run == text.run and text.box[0] - (last.box[0] + last.box[2]) < text.px * 0.8:
            found[-1].append(text)
        else:
            found.append([text])
    return found if all(any(ch.isalpha() for ch in text_of(w)) for w in found) else []


def _fit(words: list[list[Text]], track: Box) -> bool:
    """Whether each word stands nearest to its own stop: spread along the whole track, at the stops or in cells of one width."""
    apart = track[2] / (len(words) - 1)
    nearest = [round((_middle(w) - track[0]) / apart) for w in words]
    return nearest == list(range(len(words)))


def _middle(word: list[Text]) -> float:
    return (word[0].box[0] + word[-1].box[0] + word[-1].box[2]) / 2
