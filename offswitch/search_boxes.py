"""The boxes that search settings, as reports speak of them: depth is counted by menu, and a person may search instead."""

from offswitch_recording.schema import Recording, Screen, SearchBox


def of_settings(screen: Screen) -> list[SearchBox]:
    """Those of a screen, in reading order."""
    return [b for b in screen.search_boxes if b.settings]


def nearest(recording: Recording) -> Screen | None:
    """The screen with one that is the fewest clicks away; null where no screen has any."""
    having = [s for s in recording.screens if of_settings(s)]
    return min(having, key=lambda s: (s.depth is None, s.depth or 0), default=None)
