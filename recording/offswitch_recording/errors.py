"""What users are told when something fails, and the exit codes of the commands."""

from enum import IntEnum


class Exit(IntEnum):
    """The documented exit codes; where several apply, the order is 70, 130, 5, 3, 1, 4."""

    DONE = 0
    ANSWER_IS_NO = 1
    WRONG_USE = 2
    SITE_FAILED = 3
    INCOMPLETE = 4
    CHANGED_BY_WALK = 5
    BUG = 70
    INTERRUPTED = 130


class OffswitchError(Exception):
    """An expected failure: what happened, where, and what to do next. Each subclass carries its exit code."""

    exit_code: Exit = Exit.WRONG_USE

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what, self.where, self.next_step = what, where, next_step
        super().__init__(self.line())

    def line(self) -> str:
        """The error as one line for a person."""
        parts = [self.what + (f" ({self.where})" if self.where else "")]
        return ". ".join(p.rstrip(".") for p in [*parts, self.next_step[:1].upper() + self.next_step[1:]] if p) + "."


class BadInput(OffswitchError):
    """A file, folder, option or URL that cannot be used."""

    exit_code = Exit.WRONG_USE


class SiteFailed(OffswitchError):
    """The site, the browser or the login failed."""

    exit_code = Exit.SITE_FAILED
