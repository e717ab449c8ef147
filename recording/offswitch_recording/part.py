"""What all records have in common."""

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


class Part(BaseModel):
    """A part of a record: unknown fields of newer versions are kept, so that an old reader loses nothing."""

    model_config = ConfigDict(extra="allow")
