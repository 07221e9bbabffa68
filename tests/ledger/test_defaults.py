"""What each write does without being asked: it writes, and its dry run writes nothing; what each
question answers where there is an index and where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack import ledger
from claimtrack.ledger import merges, queries, writes
from claimtrack.ledger.git_merge import threeway
from claimtrack.ledger.index import fast_edit, ledger_index
from claimtrack.ledger.reingest.draft import Draft
from claimtrack.model import Article, Claim, Ruling
from tests.ledger.readings import article, claims

TEXT = """\
version: 1
articles:
- {id: z, published: 2024-05-01}
- {id: y, published: 2024-05-02}
claims:
- {id: a, actor: A, claim: es regnet, article: z, tags: [t]}
- {id: b, actor: B, claim: es schneit, article: y}
"""

WRITES: dict[str, Callable[..., Any]] = {
    "merge": lambda path, **dry: merges.merge(path, [(article(), claims())], **dry),
    "change": lambda path, **dry: writes.set_fields(path, ["a"], {"note": "n"}, **dry),
    "tag": lambda path, **dry: writes.tag(path, ["a"], ["neu"], **dry),
    "untag": lambda path, **dry: writes.untag(path, ["a"], ["t"], **dry),
    "set_entry": lambda path, **dry: writes.set_entry(path, "articles", "z", {"title": "T"}, **dry),
    "rule": lambda path, **dry: writes.rule(path, Ruling(("a", "b"), "update", "so"), **dry),
    "join_event": lambda path, **dry: writes.join_event(path, ["z", "y"], **dry),
    "part_event": lambda path, **dry: writes.part_event(path, ["z", "y"], **dry),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize("write", WRITES)
def test_a_write_writes_and_its_dry_run_does_not(
    path: Path, monkeypatch: pytest.MonkeyPatch, write: str, indexed: bool
) -> None:
    if not indexed:
        monkeypatch.setattr(ledger_index, "files", _no_index)
    WRITES[write](path, dry_run=True)
    assert path.read_text(encoding="utf-8") == TEXT
    WRITES[write](path)
    written = path.read_text(encoding="utf-8")
    assert written != TEXT
    ledger.undo(path, dry_run=True)
    assert path.read_text(encoding="utf-8") == written
    ledger.undo(path)
    assert path.read_text(encoding="utf-8") == TEXT


def _no_index(_: Path) -> tuple[Path, ...]:
    """In the place of what lists a ledger's files for its index."""
    raise OSError("none can be kept")


def test_a_quick_change_is_not_made_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...] | None] = []
    quickly = fast_edit.quickly

    def watched(*given: Any, **more: Any) -> tuple[str, ...] | None:
        asked.append(quickly(*given, **more))
        return asked[-1]

    monkeypatch.setattr(fast_edit, "quickly", watched)
    assert writes.set_fields(path, ["a"], {"note": "n"}) == ("a",)
    assert writes.set_fields(path, ["a"], {"note": "n"}) == ()
    assert asked == [("a",), ()]
    path.write_text("claims: [{id: a, claim: x}]\n")
    assert writes.set_fields(path, ["a"], {"note": "n"}) == ("a",)
    assert asked[2:] == [None]


@pytest.mark.parametrize(
    ("fields", "behind"), [({"article": "z"}, "a"), ({"article": "y"}, "b"), ({}, "b")]
)
def test_a_claim_is_added_behind_the_last_of_its_article(
    path: Path, fields: dict[str, str], behind: str
) -> None:
    added = writes.add(path, {"claim": "es taut", "actor": "C", **fields})
    order = [claim.id for claim in ledger.load(path)[0].claims]
    assert order[order.index(behind) + 1] == added
    assert len(order) == 3


@pytest.mark.parametrize("indexed", [True, False])
def test_with_and_without_an_index_a_ledger_says_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, indexed: bool
) -> None:
    path.write_text(TEXT.replace("actor: B", "akteur: B"), encoding="utf-8")
    if not indexed:
        monkeypatch.setattr(ledger_index, "files", _no_index)
    held, problems = queries.load(path)
    assert [claim.id for claim in held.claims] == ["a"]
    assert [(problem.line, problem.code) for problem in problems] == [(7, "unknown-field")]
    assert [problem.line for problem in queries.check(path)] == [7]
    found = queries.first(path, 1, lambda claim: claim.said or "", backwards=False)
    assert (found is not None) is indexed


def test_articles_are_read_by_whom_a_check_is_given(path: Path) -> None:
    asked: list[Path] = []

    def read(file: Path) -> tuple[tuple[Article, ...], tuple[Any, ...]]:
        asked.append(file)
        return (Article("z", "Es regnet."),), ()

    path.write_text(TEXT.replace("{id: z,", "{id: z, file: z.md,"), encoding="utf-8")
    assert queries.check(path, read) == ()
    assert [file.name for file in asked] == ["z.md"]
    assert [problem.line for problem in queries.check(path)] == [3]


@pytest.mark.parametrize(("backwards", "ids"), [(False, ["a"]), (True, ["b"])])
def test_the_first_claims_by_their_day(path: Path, backwards: bool, ids: list[str]) -> None:
    def key(claim: Claim) -> str:
        return claim.said or ""

    found = queries.first(path, 1, key, backwards=backwards)
    assert found is not None
    assert [claim.id for claim in found.ledger.claims] == ids


def test_a_remark_is_written_at_once(path: Path) -> None:
    assert writes.add_note(path, ["a"], "so") == ("a",)
    assert "note: so" in path.read_text(encoding="utf-8")


def test_drafts_come_in_unless_it_is_a_dry_run(path: Path) -> None:
    drafts = [Draft("d.csv", 2, 1, "A2", {"words": "es taut", "actor": "C"})]
    merges.import_drafts(path, drafts, dry_run=True)
    assert path.read_text(encoding="utf-8") == TEXT
    merges.import_drafts(path, drafts)
    assert "es taut" in path.read_text(encoding="utf-8")


def test_what_was_deleted_and_what_is_gone_stay_so(path: Path) -> None:
    """A second reading writes no claim that a person deleted, and takes none away."""

    def ids() -> list[str]:
        return [claim.id for claim in ledger.load(path)[0].claims]

    read = claims()
    merges.merge(path, [(article(), read)])
    every = ids()
    merges.merge(path, [(article(), read[:1])])
    assert ids() == every
    gone = next(one for one in every if one not in ("a", "b"))
    head, *items = path.read_text(encoding="utf-8").split("\n- ")
    left = [item for item in items if f"id: {gone}\n" not in item]
    path.write_text("\n- ".join((head, *left)), encoding="utf-8")
    assert gone not in ids()
    merges.merge(path, [(article(), read)])
    assert gone not in ids()
    merges.merge(path, [(article(), read)], restore=True)
    assert gone in ids()


def long(*changed: tuple[int, str]) -> bytes:
    """A ledger of 300 claims, some with other words."""
    words = dict.fromkeys(range(300), "x") | dict(changed)
    items = "".join(f"- id: c{n}\n  claim: {text}\n" for n, text in words.items())
    return f"claims:\n{items}".encode()


def test_long_ledgers_merge_as_short_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    names, lengths = ("ours", "theirs"), []
    merge_texts = threeway.merge_texts

    def watched(base: str, *more: Any) -> threeway.Merged:
        lengths.append(len(base))
        return merge_texts(base, *more)

    monkeypatch.setattr(threeway, "merge_texts", watched)
    both = merges.merge_contents(long(), long((7, "y")), long((200, "z")), names)
    assert both == (long((7, "y"), (200, "z")), ())
    assert [length < len(long()) for length in lengths] == [True]
    _, conflicts = merges.merge_contents(long(), long((7, "y")), long((7, "z")), names)
    assert conflicts == ("c7: claim",)
