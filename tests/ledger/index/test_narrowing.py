"""What is asked of a large ledger reads the claims that can pass, and no others."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from claimtrack.analysis.filters import Filters, Predicate, predicates
from claimtrack.cli.opening import known, topics
from claimtrack.ledger import head, named, of_articles
from claimtrack.ledger.index import database, ledger_index
from claimtrack.ledger.index.database import shelf_of
from claimtrack.ledger.index.ledger_index import from_index
from claimtrack.model import Ledger

TEXT = """\
articles:
- {id: z, published: 2024-05-01}
- {id: y, published: 2024-07}
claims:
- {id: anna-1, actor: Anna Weber, quote: rund 300 Gäste, article: z, stance: denies, tags: [eins]}
- {id: anna-2, actor: [Anna Weber, Jan Voss], via: [dpa], quote: 20 Tote, article: y, kind: direct,
   figures: [{text: '20', what: Tote, state: killed}], status: accepted}
- {id: jan-3, actor: Jan Voss, quote: viel Regen, confidence: likely, said: 2023-05-09}
- {id: jan-4, actor: Jan Voss, quote: viel Schnee, topic: Wetter}
- {id: jan-5, actor: Jan Voss, quote: kein Schnee, topic: Wetter}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the claims that are unpacked from now on."""
    ids: list[str] = []
    unpacked = ledger_index.unpacked

    def watched(line: str, ident: str, published: Mapping[str, str | None]) -> object:
        ids.append(ident)
        return unpacked(line, ident, published)

    monkeypatch.setattr(ledger_index, "unpacked", watched)
    return ids


NARROW = {
    "an actor": (Filters(actor=("Weber",)), ["anna-1", "anna-2"]),
    "who told it": (Filters(via=("dpa",)), ["anna-2"]),
    "an article": (Filters(article=("z",)), ["anna-1"]),
    "a tag": (Filters(tag=("eins",)), ["anna-1"]),
    "a state": (Filters(state=("killed",)), ["anna-2"]),
    "a stance": (Filters(stance=("denies",)), ["anna-1"]),
    "a kind": (Filters(kind=("direct",)), ["anna-2"]),
    "a status": (Filters(status=("accepted",)), ["anna-2"]),
    "a day": (Filters(until=date(2024, 1, 1)), ["jan-3"]),
    "a topic": (Filters(topic=("Wetter",)), ["jan-4", "jan-5"]),
    "words": (Filters(text=("viel Schnee",)), ["jan-4"]),
    "two of them": (Filters(actor=("Voss",), topic=("Wetter",)), ["jan-4", "jan-5"]),
    "what is usual": (Filters(status=("new",)), ["anna-1", "anna-2", "jan-3", "jan-4", "jan-5"]),
    "nobody": (Filters(actor=("Schön",)), []),
}


@pytest.mark.parametrize("case", NARROW)
def test_only_claims_that_can_pass_are_read(path: Path, looked_at: list[str], case: str) -> None:
    filters, wanted = NARROW[case]

    def tests(ledger: Ledger) -> Mapping[str, Predicate]:
        return predicates(filters, known(ledger))

    for _ in range(2):
        looked_at.clear()
        found = from_index(
            path,
            lambda index: index.select(tests, every_source=False, text=filters.text, topics=topics),
        )
        assert found is not None
        assert looked_at == wanted


@pytest.mark.parametrize(
    ("parts", "ids"),
    [
        (["jan-4"], ["jan-4"]),
        (["4"], ["jan-4"]),
        (["a-1", "3"], ["anna-1", "jan-3"]),
        (["anna-1", "jan"], None),
        (["anna"], None),
        (["nobody"], None),
        (["anna-1", "nobody"], None),
    ],
)
def test_claims_by_parts_of_their_ids(path: Path, parts: list[str], ids: list[str] | None) -> None:
    found = named(path, parts)
    assert (None if found is None else [claim.id for claim in found.ledger.claims]) == ids


def test_the_claims_of_articles_and_the_rest_without_claims(path: Path) -> None:
    near = of_articles(path, ["z", "nowhere"], ["jan-3"])
    assert near is not None
    assert [claim.id for claim in near.ledger.claims] == ["anna-1", "jan-3"]
    assert near.count == 5
    few = head(path, ["jan-3", "nobody"])
    assert few is not None
    assert [claim.id for claim in few.ledger.claims] == ["jan-3"]
    assert [source.id for source in few.ledger.sources] == ["z", "y"]
    none = head(path)
    assert none is not None
    assert (none.ledger.claims, none.count) == ((), 5)


def test_an_index_is_for_its_user_alone(path: Path) -> None:
    assert head(path)
    assert stat.S_IMODE(shelf_of(path).stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf_of(path).parent.stat().st_mode) == 0o700


def test_a_program_is_told_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "claimtrack"
    (package / "a" / "deep").mkdir(parents=True)
    (package / "a" / "__pycache__").mkdir()
    (package / "b").mkdir()
    program = database.program.__wrapped__  # not what was remembered
    monkeypatch.setattr(database, "__file__", str(package / "a" / "deep" / "database.py"))
    files = ["model.py", "a/x.py", "a/deep/database.py", "a/__pycache__/x.pyc", "b/y.py"]
    for name in files:
        (package / name).write_text("x")
        os.utime(package / name, (0, 0))

    def changed(name: str, parts: tuple[str, ...]) -> bool:
        before = program(parts)
        (package / name).write_text("xx")
        after = program(parts)
        (package / name).write_text("x")
        os.utime(package / name, (0, 0))
        return before != after

    assert [changed(name, (".", "a")) for name in files] == [True, True, True, False, False]
    assert [changed(name, ("a",)) for name in files] == [False, True, True, False, False]
    assert [changed(name, (".",)) for name in files] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("error", "code", "damage"),
    [
        (sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT, True),
        (sqlite3.OperationalError, sqlite3.SQLITE_ERROR, True),
        (sqlite3.OperationalError, sqlite3.SQLITE_BUSY, False),
        (sqlite3.OperationalError, sqlite3.SQLITE_FULL, False),
    ],
)
def test_what_is_damage(error: type[sqlite3.Error], code: int, damage: bool) -> None:
    raised = error("x")
    raised.sqlite_errorcode = code
    assert database.is_damage(raised) == damage
