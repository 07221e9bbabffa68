"""What is written about an article that the ledger knows, and which claims of it are which."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claimtrack.ids import digest
from claimtrack.ledger.reingest.match_claims import recognised, shared
from claimtrack.model import Claim, Mention, Reading, Span
from tests.ledger.readings import BODY, after, article, book, claims, ingested, merged

READ = ingested()
CORRECTED = f"Vorab: {BODY}"


def with_field(line: str) -> str:
    """A ledger whose article has one more field."""
    return READ.replace("    sha256:", f"    {line}\n    sha256:", 1)


PASSED = {
    "what moved": ("[51-66 Der Pegel werde]", CORRECTED, ("58-73 Der Pegel werde",), []),
    "what is gone": ("[0-4 Ganz]", CORRECTED, ("0-4 Ganz",), ["passed 0-4"]),
    "what is gone, of a text that is as it was": ("[0-4 Ganz]", BODY, ("0-4 Ganz",), []),
}


@pytest.mark.parametrize("case", PASSED)
def test_what_was_passed_over_goes_with_a_corrected_text(case: str) -> None:
    passed, body, expected, lost = PASSED[case]
    text = with_field(f"passed: {passed}")
    result = merged(text, claims(body), article(body))
    assert book(after(text, result)).ledger.sources[0].passed == expected
    assert [each.claim for each in result.results if each.fate == "lost"] == lost


def test_a_renamed_and_corrected_article_may_have_a_claim_in_own_words() -> None:
    text = with_field("file: weg.txt") + "  - id: own\n    claim: Es regnet\n    article: pegel\n"
    result = merged(text, [], article(CORRECTED, "neu", file="neu.txt"))
    assert [source.id for source in book(after(text, result)).ledger.sources] == ["pegel"]


FILES = {
    "as it was read": ("alt.txt", BODY, True, "alt.txt"),
    "edited since": ("alt.txt", BODY + "x", True, "neu.txt"),
    "no longer there": ("alt.txt", None, True, "neu.txt"),
    "front matter, so that its checksum tells nothing": ("alt.md", BODY + "x", True, "alt.md"),
    "of a text whose checksum nobody noted": ("alt.txt", BODY + "x", False, "alt.txt"),
    "no text at all": ("alt.txt", b"\xff\xfe\xfd", True, "neu.txt"),
}


@pytest.mark.parametrize("case", FILES)
def test_an_article_read_from_another_file_keeps_the_one_that_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    name, content, is_noted, expected = FILES[case]
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    text = with_field(f"file: {name}")
    if not is_noted:
        text = text.replace(f"    sha256: {digest(BODY.encode())}\n", "")
    result = merged(text, claims(), article(file="neu.txt"))
    assert book(after(text, result)).ledger.sources[0].file == expected


def test_a_file_that_cannot_be_looked_at_counts_as_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ledger"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (tmp_path / "alt.txt").write_text("something else", encoding="utf-8")
    text = with_field("file: ../alt.txt")
    result = merged(text, claims(), article(file="neu.txt"))
    assert book(after(text, result)).ledger.sources[0].file == "../alt.txt"


def quoted(words: str, start: int, stamp: str | None = None) -> Claim:
    """A claim that quotes words, with the stamp of what the parser wrote."""
    read = Reading("verb+dass", 0.9, stamp) if stamp else None
    return Claim("", quote=Mention(words, (Span(start, start + len(words)),)), read=read)


RECOGNISED: dict[str, tuple[list[Claim], list[Claim], dict[int, int]]] = {
    "by the stamp, whatever a person made of the words": (
        [quoted("der Damm halte", 0, "aa")], [quoted("alles bleibe ruhig", 50, "aa")], {0: 0},
    ),
    "of equal words the nearest": (
        [quoted("es regne", 10), quoted("es regne", 90)],
        [quoted("es regne", 95), quoted("es regne", 12)],
        {0: 1, 1: 0},
    ),
    "by more than half of the words": (
        [quoted("der Damm halte noch", 0)], [quoted("der Damm halte", 40)], {0: 0},
    ),
    "not by half of them": (
        [quoted("der Damm halte noch", 0)], [quoted("der Damm breche bald", 40)], {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RECOGNISED)
def test_which_claim_of_a_reading_is_which(case: str) -> None:
    old, new, expected = RECOGNISED[case]
    assert recognised(old, new) == expected


def test_without_words_nothing_is_shared() -> None:
    assert shared(Counter(), Counter()) == 0
    assert shared(Counter("ab"), Counter("abc")) == 2 / 3
