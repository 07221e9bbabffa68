"""How changed files of a ledger are noticed: quickly by stamps, reliably by checksums."""

from __future__ import annotations

from pathlib import Path

from claimtrack.ledger.files.contents import checksum
from claimtrack.ledger.files.paths import files

Stamps = tuple[tuple[str, int, int, int], ...]


def stamps_of(path: Path) -> Stamps:
    """Name, place, size and time of each file; a file that cannot be looked at is left out."""
    stamps = []
    for file in files(path):
        try:
            stat = file.stat()
        except OSError:
            continue
        stamps.append((str(file), stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(stamps)


def checksums_of(path: Path) -> dict[str, str]:
    """The checksum of each file by its real path; one that cannot be read is left out."""
    checksums = {}
    for file in files(path):
        try:
            checksums[str(file.resolve())] = checksum(file.read_bytes())
        except OSError:
            continue
    return checksums
