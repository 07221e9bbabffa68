"""Contents that a process keeps: which are known again, with their cut, and how many are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrack.ids import digest
from claimtrack.ledger.files import contents
from claimtrack.ledger.yaml.cut_items import Cut, cut

A, B, C = (f"claims:\n- {{id: {name}, claim: x}}\n".encode() for name in "abc")
LENGTH = len(A)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """The contents whose checksums are made from now on, in a process that keeps none yet."""
    asked: list[bytes] = []

    def watched(raw: bytes) -> str:
        asked.append(raw)
        return digest(raw)

    monkeypatch.setattr(contents, "digest", watched)
    monkeypatch.setattr(contents, "_CONTENTS", [])
    monkeypatch.setattr(contents, "_KEEPING", [])
    yield asked


def cut_of(raw: bytes) -> Cut:
    parts = cut(raw)
    assert parts is not None
    return parts


def test_a_process_that_reads_once_keeps_nothing(made: list[bytes]) -> None:
    assert contents.checksum(A) == contents.checksum(A) == digest(A)
    assert made == [A, A]


def test_what_is_kept_is_not_measured_again(made: list[bytes]) -> None:
    contents.keep_contents()
    assert [contents.checksum(raw) for raw in (A, B, A, B)] == [*map(digest, (A, B, A, B))]
    assert made == [A, B]
    contents.note(digest(C), C[:9], memoryview(C)[9:])
    assert contents.checksum(C) == digest(C)
    assert made == [A, B]


@pytest.mark.parametrize(
    ("room", "asked", "again"),
    [
        # the last two are kept whatever their length; a third only where there is room
        (0, (A, B), []),
        (0, (A, B, C), [A]),
        (3 * LENGTH, (A, B, C), []),
        (3 * LENGTH - 1, (A, B, C), [A]),
        # who is asked for again comes last, and goes last
        (2 * LENGTH, (A, B, A, C), [B]),
        (2 * LENGTH, (A, B, B, C), [A]),
    ],
)
def test_what_is_kept_of_several(
    made: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    room: int,
    asked: tuple[bytes, ...],
    again: list[bytes],
) -> None:
    monkeypatch.setattr(contents, "ROOM", room)
    contents.keep_contents()
    for raw in asked:
        contents.checksum(raw)
    made.clear()
    kept = [raw for raw in dict.fromkeys(asked) if raw not in again]
    for raw in kept:
        contents.checksum(raw)
    assert made == []
    for raw in again:
        contents.checksum(raw)
    assert made == again


def test_a_cut_is_known_by_the_checksum_of_its_content(made: list[bytes]) -> None:
    contents.keep_contents()
    of_a, of_b = contents.checksum(A), contents.checksum(B)
    cuts = cut_of(A), cut_of(B)
    contents.keep_cut(of_b, cuts[1])
    assert (contents.cut_of(of_a), contents.cut_of(of_b)) == (None, cuts[1])
    contents.keep_cut(of_a, cuts[0])
    assert contents.cut_of(of_a) is cuts[0]
    assert contents.cut_of(of_b) is cuts[1]
    assert contents.cut_of(digest(C)) is contents.cut_of(None) is None
