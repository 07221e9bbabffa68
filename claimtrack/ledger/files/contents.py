"""Contents of files that this process read or wrote last, by which they are known again.

Comparing a file with bytes in memory takes a fifth of what its checksum takes, and a cut of a
content spares most of the next one's. Only a process that changes a ledger again and again keeps
them: others read a file once.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from claimtrack.ids import digest

if TYPE_CHECKING:
    from claimtrack.ledger.yaml.cut_items import Cut

ROOM = 32_000_000
"""Bytes that are kept at most; the last two contents are, whatever their length."""


@dataclass(slots=True, eq=False)
class _Content:
    raw: bytes
    checksum: str
    cut: Cut | None = None


_CONTENTS: list[_Content] = []
"""The last one comes last."""
_KEEPING: list[bool] = []
_LOCK = Lock()
"""Claims are compared in a thread of their own, which reads the files, too."""


def keep_contents() -> None:
    """From now on contents are kept in memory, to its end."""
    _KEEPING[:] = [True]


def checksum(raw: bytes) -> str:
    """The checksum of a content, as :func:`ids.digest` makes it."""
    known = next((content for content in tuple(_CONTENTS) if content.raw == raw), None)
    if known is not None:
        with _LOCK:
            if known in _CONTENTS:
                _CONTENTS.remove(known)
                _CONTENTS.append(known)
        return known.checksum
    made = digest(raw)
    note(made, raw)
    return made


def note(made: str, *parts: bytes | memoryview) -> None:
    """Notes a content, in parts, whose checksum somebody has made."""
    if not _KEEPING:
        return
    content = _Content(b"".join(parts), made)
    with _LOCK:
        _CONTENTS.append(content)
        total = sum(len(each.raw) for each in _CONTENTS)
        while len(_CONTENTS) > 2 and total > ROOM:
            total -= len(_CONTENTS.pop(0).raw)


def keep_cut(made: str, cut: Cut) -> None:
    """Notes how the content with a checksum is cut."""
    for content in tuple(_CONTENTS):
        if content.checksum == made:
            content.cut = cut


def cut_of(made: str | None) -> Cut | None:
    """How the content with a checksum is cut, where that is known."""
    return next((each.cut for each in tuple(_CONTENTS) if each.checksum == made), None)
