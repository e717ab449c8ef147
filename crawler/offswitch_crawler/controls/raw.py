"""Raw facts of one document as the scripts of page/ measured them, and what one control rests on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from offswitch_crawler.controls.runs import Run, Text, grouped, joined
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind, ReadFrom

HIGHEST_CARD = 400


@dataclass(eq=False)
class RawNode:
    """One element. `at` and `end` are positions in a pass over the flat tree: what is inside lies between them."""

    at: int
    end: int
    up: int
    uid: int
    tag: str
    box: Box
    attributes: dict[str, str]
    native: dict[str, Any] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)
    looks: dict[str, Any] | None = None
    sheet: dict[str, Any] | None = None
    """Looks of a larger box that is drawn in something to click."""
    frame: dict[str, Any] | None = None
    """Ground, border and shadow of an element that is only kept because it holds others."""
    over: dict[str, Any] | None = None
    """Set where it may lie over the page: dialog, modal, menu, popover, fixed, raised, z."""
    place: dict[str, Any] | None = None
    icon: str = ""
    tick: bool = False
    """A picture whose lines run as those of a tick."""
    parts: list[dict[str, Any]] = field(default_factory=list)
    """What an svg draws, in order: tag, box, round, filled, colour, lines (the begin of how it runs)."""
    grid: list[int] | None = None
    """What a picture of a switch's proportions shows: red, green, blue, alpha of 32 pixels a row."""
    landmark: str = ""
    level: int = 0
    opacity: float = 1.0
    pointer: int = 0
    """2 where the hand begins, 1 where it is inherited."""
    hit: int = -2
    """Position of what lies over its middle now, outside of the viewport of what is painted over all of it; -1 nothing, -2 unknown."""
    children: int = 0
    seen: bool = False
    wanted: bool = False
    hidden: bool = False
    fixed: bool = False
    inert: bool = False
    untouchable: bool = False
    refused: bool = False
    scrolls: bool = False
    spoken: bool = False
    """Text is drawn inside."""
    host: bool = False
    band: bool = False
    """The only cell of its row of a table, over several columns."""
    plays: bool = False
    """A film or a sound plays in it."""
    bar: bool = False
    """Long, thin, empty and drawn."""
    caret: bool = False
    """Draws an arrow that points down."""
    drags: bool = False
    """The pointer over it says that it can be dragged."""
    hovered: bool = False
    """The pointer rests on it: its ground may be that of the moment."""
    hovers: str = ""
    """Why it looks as if a menu came while the pointer rests on it: css or list; empty where it does not."""
    hides: str = ""
    """What that menu says, while it is hidden."""
    context: bool = False
    """Hears a right click, by its attribute."""
    ax: dict[str, str] = field(default_factory=dict)
    """What the accessibility tree alone says of it: role, value, valuetext, checked, disabled."""
    inner: tuple[float, float] | None = None
    """Where the content of a frame's element begins, from its box, as it is laid out."""
    under: list[Box] = field(default_factory=list)
    """Boxes of what is painted over parts of a frame's element."""
    curtain: bool = False
    """Fixed, nearly opaque and as large as the window, with something under it."""
    scale: tuple[float, float] = (1.0, 1.0)
    """How many times as wide and as high a frame's element is drawn as it is laid out."""

    @cached_property
    def role(self) -> str:
        """Its ARIA role as written, else as the accessibility tree says it, or empty."""
        words = self.attributes.get("role", "").split()
        return words[0].lower() if words else self.ax.get("role", "")

    @cached_property
    def type(self) -> str:
        """Type of a native input."""
        return str(self.native.get("type", "")) if self.tag == "input" else ""

    @property
    def x(self) -> float:
        """Left edge."""
        return self.box[0]

    @property
    def y(self) -> float:
        """Upper edge."""
        return self.box[1]

    @property
    def width(self) -> float:
        """Width, pixels."""
        return self.box[2]

    @property
    def height(self) -> float:
        """Height, pixels."""
        return self.box[3]

    @property
    def framed(self) -> bool:
        """Draws a box of its own: ground, border or shadow."""
        drawn = self.looks or self.frame
        return drawn is not None and bool(drawn["border"] or drawn["shadow"] or drawn["ground"][3] > 0.03)

    @property
    def bare(self) -> bool:
        """Says nothing of what it is."""
        told = self.role or self.native.get("type") or "-" in self.tag
        return not told and self.tag not in ("button", "a", "label", "select")

    def holds(self, at: int) -> bool:
        """Whether a position lies in it (itself included)."""
        return self.at <= at <= self.end


class RawPage:
    """One document, with the questions one asks of a tree."""

    def __init__(self, facts: dict[str, Any]) -> None:
        known = RawNode.__dataclass_fields__
        self.nodes = [RawNode(**{k: v for k, v in n.items() if k in known}) for n in facts["nodes"]]
        self.texts = [Text(**t) for t in facts["texts"]]
        self.url: str = facts["url"]
        self.title: str = facts["title"]
        self.language: str = facts["language"]
        self.viewport: tuple[int, int] = tuple(facts["viewport"])
        self.scroll: tuple[float, float] = tuple(facts["scroll"])
        self.size: tuple[int, int] = tuple(facts["size"])
        self.grid: list[int] = facts["grid"]
        self.hints: int = facts["hints"]
        self.password: bool = facts["password"]
        self.rests: bool = bool(facts.get("rests", 1))
        """Whether its window has a pointer that can rest on something."""
        self.count: int = facts["count"]
        self.cut: bool = bool(facts.get("cut"))
        """Whether the pass stopped before the document's end."""
        self.shut: int = facts.get("shut", 0)
        """Closed shadow roots that were not looked into."""
        self.unasked: int = facts.get("unasked", 0)
        """Components of which the accessibility tree was not asked."""
        self.by_at = {n.at: n for n in self.nodes}
        self._node_ats = [n.at for n in self.nodes]
        self._text_ats = [t.at for t in self.texts]
        self._lines: dict[int, list[Run]] = {}
        self._runs: dict[tuple[int, int], Run] = {}

    @cached_property
    def rtl(self) -> bool:
        """Whether the document reads from right to left."""
        return any(n.attributes.get("dir") == "rtl" for n in self.nodes[:3])

    def within(self, node: RawNode) -> list[RawNode]:
        """Nodes inside a node, without itself."""
        return self.nodes[bisect_right(self._node_ats, node.at) : bisect_right(self._node_ats, node.end)]

    def innermost(self, at: int) -> RawNode | None:
        """The smallest node that holds a position."""
        node = self.nodes[index] if (index := bisect_right(self._node_ats, at) - 1) >= 0 else None
        while node is not None and not node.holds(at):
            node = self.by_at.get(node.up)
        return node

    def holders(self, at: int) -> Iterator[RawNode]:
        """The nodes that hold a position, the smallest first."""
        node = self.innermost(at)
        while node is not None:
            yield node
            node = self.by_at.get(node.up)

    def texts_in(self, node: RawNode) -> list[Text]:
        """Pieces of text inside a node."""
        return self.texts[bisect_left(self._text_ats, node.at) : bisect_right(self._text_ats, node.end)]

    def text_between(self, start: int, end: int) -> bool:
        """Whether any text stands after one position and before another."""
        index = bisect_right(self._text_ats, start)
        return index < len(self._text_ats) and self._text_ats[index] < end

    def above(self, node: RawNode) -> Iterator[RawNode]:
        """Its ancestors, nearest first."""
        up = self.by_at.get(node.up)
        while up is not None:
            yield up
            up = self.by_at.get(up.up)

    def forget(self, ats: set[int]) -> None:
        """Take texts out that nobody sees, by their positions."""
        self.texts = [t for t in self.texts if t.at not in ats]
        self._text_ats = [t.at for t in self.texts]
        self._lines.clear()
        self._runs.clear()

    def words(self, node: RawNode) -> str:
        """The text drawn inside a node."""
        return " ".join(run.text for run in self.lines_in(node))

    def lines_in(self, node: RawNode) -> list[Run]:
        """Texts inside a node, joined into lines; not to be changed, for it is kept."""
        if (kept := self._lines.get(node.at)) is None:
            kept = self._lines[node.at] = [self._line(group) for group in grouped(self.texts_in(node))]
        return kept

    def _line(self, pieces: list[Text]) -> Run:
        """A line is the same in every element that holds all of it."""
        key = (pieces[0].at, pieces[-1].at)
        if (kept := self._runs.get(key)) is None:
            kept = self._runs[key] = joined(pieces)
        return kept


@dataclass(eq=False)
class RawOption:
    """One option of a radio group, of segments or of an open list."""

    label: str
    nodes: list[RawNode]
    box: Box


@dataclass(eq=False)
class RawElement:
    """One control before it is read: the elements whose facts count, the first being the one to find again."""

    kind: Kind
    nodes: list[RawNode]
    box: Box
    page: RawPage
    drawn: RawNode | None = None
    """The small thing that shows the state: a track, a box with a tick."""
    options: list[RawOption] = field(default_factory=list)
    own: list[RawNode] = field(default_factory=list)
    """Nodes whose texts are the control's own (value, options, ON and OFF) and never a label."""
    own_lines: set[int] = field(default_factory=set)
    """Positions of single lines that are the control's own text."""
    text: str = ""
    """The value or state as written on it."""
    likeness: str = ""
    """The state that others of the same drawing prove."""
    question: Run | None = None
    """The line that asks for a pick: the name of a group, of one of several switches the section."""
    explained: tuple[Run, ...] = ()
    unanswered: bool = False
    """None of its options is drawn as chosen, and others of its make show how that would look."""
    beside: str = ""
    """The state as one word beside it says it: on or off."""
    stops: list[tuple[float, str]] = field(default_factory=list)
    """What the stops of a slider are called."""
    popup: bool = False
    asked: list[RawNode] = field(default_factory=list)
    """Labels of one option by the markup that are the question of the whole group."""
    reach: Box | None = None
    """Where it is read from: with the words of options whose picks stand behind them."""
    parts: list[RawNode] = field(default_factory=list)
    """What together is the whole of it on a picture; by default each option, else what is drawn for it."""

    @property
    def whole(self) -> list[RawNode]:
        """The elements whose boxes together are the box of the control."""
        if self.parts:
            return [*self.parts, *self.outgrown]
        if self.kind in (Kind.RADIO, Kind.SEGMENTED) and self.options and all(o.nodes for o in self.options):
            return [o.nodes[0] for o in self.options]
        return [self.drawn] if self.drawn is not None and self.drawn.seen and not self.node.seen else [self.node]

    @property
    def outgrown(self) -> list[RawNode]:
        """Boxes drawn inside of its parts that are higher than these: the card in a label that is a mere line."""
        return [
            n
            for p in self.parts
            for n in self.page.within(p)
            if n.seen and n.framed and p.height + 4 < n.height < HIGHEST_CARD
        ]

    @property
    def node(self) -> RawNode:
        """The element to find again."""
        return self.nodes[0]

    @property
    def anchor(self) -> RawNode:
        """The element from which its surroundings are looked at."""
        return self.drawn or self.node

    def called(self, number: str) -> str:
        """A slider's number as its stop is called; the number where it has no name."""
        try:
            return next((name for at, name in self.stops if abs(at - float(number)) < 1e-6), number)
        except ValueError:
            return number

    def namers(self) -> list[RawNode]:
        """Its elements that carry names of the whole, not of one option."""
        inside = {id(n) for o in self.options for n in o.nodes} if self.kind is not Kind.SELECT else set()
        return [n for n in self.nodes if id(n) not in inside]

    def label_nodes(self) -> list[RawNode]:
        """Elements by which the page names it: labels and what aria-labelledby points at."""
        ats = [n.at for n in self.asked]
        ats += [at for n in self.namers() for key in ("labels", "by") for at in n.names.get(key, ())]
        return [self.page.by_at[at] for at in dict.fromkeys(ats) if at in self.page.by_at]


@dataclass(frozen=True)
class StateReading:
    """What one reader says of a control's state, in the words of the record."""

    state: str
    read_from: ReadFrom
    initial: bool = False
    """May only be what the control began with."""
