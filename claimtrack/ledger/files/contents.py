"""Contents of files that this process read or wrote last, by which they are known again.

Comparing a file with bytes in memory takes a fifth of what its checksum takes, and a cut of a
content spares most of the next one's. Only a process that changes a ledger again and again keeps
them: others read a file once.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.ids import digest
from claimtrack.ledger.yaml.cut_items import Cut

ROOM = 32_000_000
"""Bytes that are kept at most; the last two contents are, whatever their length."""


@dataclass(slots=True)
class _Content:
    raw: bytes
    checksum: str
    cut: Cut | None = None


_CONTENTS: list[_Content] = []
"""The last one comes last."""
_KEEPING: list[bool] = []


def keep_contents() -> None:
    """From now on contents are kept in memory, to its end."""
    _KEEPING[:] = [True]


def checksum(raw: bytes) -> str:
    """The checksum of a content, as :func:`ids.digest` makes it."""
    for number, content in enumerate(_CONTENTS):
        if content.raw == raw:
            _CONTENTS.append(_CONTENTS.pop(number))
            return content.checksum
    made = digest(raw)
    note(made, raw)
    return made


def note(made: str, *parts: bytes | memoryview) -> None:
    """Notes a content, in parts, whose checksum somebody has made."""
    if not _KEEPING:
        return
    _CONTENTS.append(_Content(b"".join(parts), made))
    total = sum(len(content.raw) for content in _CONTENTS)
    while len(_CONTENTS) > 2 and total > ROOM:
        total -= len(_CONTENTS.pop(0).raw)


def keep_cut(made: str, cut: Cut) -> None:
    """Notes how the content with a checksum is cut."""
    for content in _CONTENTS:
        content.cut = cut if content.checksum == made else content.cut


def cut_of(made: str | None) -> Cut | None:
    """How the content with a checksum is cut, where that is known."""
    return next((content.cut for content in _CONTENTS if content.checksum == made), None)
