"""The path to a screen as a breadcrumb over its picture."""

from offswitch.pictures.layout import Item, flow, item
from offswitch.pictures.palette import CHIP, LAST_CHIP, MUTED
from offswitch_recording.schema import Screen

MOST_LABELS = 8


def lay(screen: Screen, *, x: int, y: int, width: int, px: int) -> list[Item]:
    """The labels of the doors clicked as chips in a row or several, then the number of clicks."""
    labels = ["Start", *screen.path]
    if len(labels) > MOST_LABELS:
        labels = [*labels[:3], f"… {len(labels) - MOST_LABELS + 1} more …", *labels[3 - MOST_LABELS + 1 :]]
    last = len(labels) - 1
    chips = [
        item(f"› {label}" if i else label, px, most=min(width, 24 * px), ground=LAST_CHIP if i == last else CHIP)
        for i, label in enumerate(labels)
    ]
    return flow([*chips, item(clicks(screen.depth), px, most=width, ink=MUTED)], x=x, y=y, width=width, gap=px // 3)


def clicks(depth: int | None) -> str:
    """The depth of a screen in words."""
    if depth is None:
        return "depth unknown"
    return f"{depth} click{'' if depth == 1 else 's'} from the start"
