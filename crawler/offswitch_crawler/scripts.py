"""The scripts of page/, joined into functions that run in a page."""

from functools import cache
from importlib.resources import files


@cache
def source(*names: str, returns: str) -> str:
    """Scripts of page/ joined into one function of `argument` and further objects, which returns an expression."""
    folder = files("offswitch_crawler").joinpath("page")
    body = "\n".join(folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names)
    return f"function (argument, ...objects) {{\n{body}\nreturn {returns};\n}}"
