"""Files staged beside their targets, whose names say what they hold.

``.claims.yaml.claimtrack-OLD-NEW-RANDOM`` is to take the place of ``claims.yaml``; OLD and NEW are
the starts of two checksums, of the content that was read and of the content that is written. So
whoever finds such a file later can tell whether it holds the new content (it was never exchanged),
the old one (it was), or something of the user's that must not be lost.
"""

from __future__ import annotations

import os
import re
import stat
import warnings
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from claimtrack.ledger.errors import LedgerWarning
from claimtrack.ledger.files.exchange import ASIDE
from claimtrack.ledger.files.file_attributes import carry
from claimtrack.ledger.files.paths import MARK

NONE = "0" * 12
"""Stands in a name for the checksum of no file: one that is made, or one that goes."""

_PART = ".part"
_NAME = re.compile(
    rf"\.(?P<target>.+){re.escape(MARK)}"
    rf"(?P<old>[0-9a-f]{{12}})-(?P<new>[0-9a-f]{{12}})-[0-9a-f]{{8}}"
    rf"(?P<ending>{re.escape(_PART)}|{re.escape(ASIDE)})?",
    re.S,
)
_AT_ONCE = 1 << 20


class Staged(NamedTuple):
    """A staged file and its target, with the short checksums of what was read and is written."""

    path: Path
    target: Path
    old: str
    new: str


def named(target: Path, old: str, new: str) -> Staged:
    """A new name beside the target for these checksums; the file is not there yet."""
    name = f".{target.name}{MARK}{old}-{new}-{os.urandom(4).hex()}"
    return Staged(target.with_name(name), target, old, new)


def parsed(path: Path) -> tuple[Staged, str] | None:
    """What a file's name says, and its ending; None for a name that is not one of these."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    staged = Staged(path, path.with_name(match["target"]), match["old"], match["new"])
    return staged, match["ending"] or ""


def names_of(staged: Staged) -> tuple[Path, ...]:
    """The names that a staged file may have been left under."""
    endings = ("", _PART, ASIDE)
    return tuple(staged.path.with_name(staged.path.name + ending) for ending in endings)


def is_unfinished(ending: str) -> bool:
    """Whether a file of this ending was never written to its end."""
    return ending == _PART


def write(staged: Staged, content: Iterable[bytes | memoryview]) -> None:
    """Writes a staged file, safe on the disk, with the attributes of its target.

    It gets its name when it is complete. Raises OSError; nothing is left then.
    """
    part = staged.path.with_name(staged.path.name + _PART)
    mode = 0o666 if staged.old == NONE else 0o600
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
            file.flush()
            if staged.old != NONE:
                _carry(staged.target, file.fileno())
            os.fsync(file.fileno())
        part.rename(staged.path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _carry(target: Path, handle: int) -> None:
    with target.open("rb") as original:
        if not carry(original.fileno(), handle):
            warning = "now belongs to you, and its previous owner may have lost access"
            why = "only root can give a file away"
            warnings.warn(LedgerWarning(f"{target}: {warning}: {why}"), stacklevel=2)


def short(*content: bytes | memoryview) -> str:
    """The start of the checksum of some content, as it stands in names."""
    checksum = sha256()
    for part in content:
        checksum.update(part)
    return checksum.hexdigest()[: len(NONE)]


def short_of(path: Path) -> str:
    """The start of a file's checksum; NONE for no file, nothing for what is no regular file."""
    try:
        if not is_regular(path):
            return "" if os.path.lexists(path) else NONE
        with path.open("rb") as file:
            return short(*iter(lambda: file.read(_AT_ONCE), b""))
    except FileNotFoundError:
        return NONE


def holds(path: Path, content: bytes) -> bool:
    """Whether a file has exactly this content. Raises OSError."""
    at = 0
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            if content[at : at + _AT_ONCE] != part:
                return False
            at += len(part)
    return at == len(content)


def is_regular(path: Path) -> bool:
    """Whether a name is that of a regular file itself: no link, no pipe, no device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
