"""Where a user's programs keep what is not the user's own work, by the rules of each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Literal

Sort = Literal["cache", "state"]
"""``cache`` may be deleted at any time; ``state`` is missed when it is gone, but no more."""

_XDG = {"cache": ("XDG_CACHE_HOME", ".cache"), "state": ("XDG_STATE_HOME", ".local/state")}
_MAC = {"cache": "Library/Caches", "state": "Library/Application Support"}


def user_folder(sort: Sort, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of claimtrack for this sort of data; it need not be there yet.

    Raises OSError for a user without a home.
    """
    variable, usual = _XDG[sort]
    given = environment.get(variable)
    if given and Path(given).is_absolute():
        return Path(given) / "claimtrack"
    if sys.platform == "win32" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"]) / "claimtrack" / sort
    try:
        home = Path.home()
    except RuntimeError as error:
        raise OSError("no home folder") from error
    return home / (_MAC[sort] if sys.platform == "darwin" else usual) / "claimtrack"


def write_note(file: Path, text: str) -> None:
    """Writes a file below such a folder, whole or not at all; ``text`` is ASCII.

    Raises OSError where that cannot be done.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        part.touch(mode=0o600)
        part.write_text(text, encoding="ascii")
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def key_of(path: Path) -> str:
    """A name for a file or folder that is the same from wherever it is looked at."""
    return sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
