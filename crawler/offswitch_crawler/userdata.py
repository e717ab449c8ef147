"""A copy of a persistent profile as it was before the walk: the second fresh visit must not meet what the first one left."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from offswitch_recording.errors import BadInput

# What a browser makes anew when it is missing: large, and no part of who visits.
MADE_ANEW = frozenset(
    {
        "Cache", "CacheStorage", "Code Cache", "ScriptCache", "GPUCache", "ShaderCache", "GrShaderCache", "DawnCache",
        "DawnGraphiteCache", "DawnWebGPUCache", "GraphiteDawnCache", "Crash Reports", "Crashpad", "BrowserMetrics",
        "component_crx_cache", "extensions_crx_cache", "optimization_guide_model_store", "Safe Browsing", "Media Cache",
    }
)  # fmt: skip


@asynccontextmanager
async def as_it_was(user_data_dir: Path | None) -> AsyncIterator[Path | None]:
    """A temporary copy of the folder, empty where there is none yet, removed at the end; None without a folder.

    Raises BadInput where the folder cannot be read.
    """
    if user_data_dir is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="offswitch-", ignore_cleanup_errors=True) as made:
        copy = Path(made) / "profile"
        copy.mkdir(mode=0o700)
        if user_data_dir.is_dir():
            await asyncio.to_thread(_copy, user_data_dir, copy)
        yield copy


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copytree(source, target, ignore=_passed_over, dirs_exist_ok=True)
    except (shutil.Error, OSError) as e:
        first = e.args[0][0][2] if isinstance(e, shutil.Error) else e
        raise BadInput(
            f"the profile folder cannot be copied for the second reading: {first}",
            where=str(source),
            next_step="close the browser that uses it, and see that it can be read and the temporary folder has room",
        ) from None


def _passed_over(folder: str, names: list[str]) -> set[str]:
    """Caches; and links, sockets and pipes: a link leads out of the copy, and the browser's lock is one."""
    return {n for n in names if n in MADE_ANEW or not _plain(Path(folder, n))}


def _plain(path: Path) -> bool:
    return not path.is_symlink() and (path.is_dir() or path.is_file())
