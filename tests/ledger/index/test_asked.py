"""What is asked of an index besides its claims: rows, holdings, values that were derived."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from claimtrack.ledger.index import (
    by_processes,
    fast_change,
    fast_edit,
    file_part,
    needed_entries,
    tables,
)
from claimtrack.ledger.index.alone import alone
from claimtrack.ledger.index.claim_json import Published, checksum, packed, tupled, unpacked
from claimtrack.ledger.index.database import shelf_of, state
from claimtrack.ledger.index.derived import Derived, articles, by_article, claims, excerpt
from claimtrack.ledger.index.facets import marks, telling
from claimtrack.ledger.index.fulltext import asked
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.read_items import HASH
from claimtrack.ledger.index.tally import Holding, holdings
from claimtrack.ledger.yaml.cut_items import cut
from claimtrack.model import Article, Claim, Figure, Interval, Ledger, Mention, Reading, Span

HEAD = """\
articles:
- {id: z, published: 2024-05-01, file: texte/z.md, title: Brand, sha256: aa}
- {id: y, published: 2024-07}
claims:
"""
CLAIMS = """\
- {id: a, actor: Anna Weber, claim: rund 300 Gäste, article: z}
- {id: b, actor: [Anna Weber, Jan Voss], claim: 20 Tote, article: y, answers: [a]}
- {id: c, actor: Jan Voss, claim: viel Regen, stance: denies}
- {id: d, claim: viel Schnee, topic: Wetter, article: z}
"""
ROWS = {"a": 1, "b": 2, "c": 3, "d": 4}
_T = TypeVar("_T")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(HEAD + CLAIMS, encoding="utf-8")
    return file


def from_file(path: Path, ask: Callable[[Index], _T]) -> _T:
    answer = from_index(path, lambda index: (ask(index),))
    assert answer is not None
    return answer[0]


WHOLE = Claim(
    "a",
    claim="so",
    quote=Mention("300 Gäste", (Span(3, 5), Span(7, 9))),
    speaker=Mention("Anna", (Span(0, 2),)),
    actors=("Anna Weber",),
    article="z",
    reported="2024-05-01",
    tags=("eins", "zwei"),
    answers=("b",),
    figures=(
        Figure("rund 300", "Gäste", "attending", 300, Interval(270, 330), None, 1, 2, ("in Ulm",)),
        Figure("20", scope=()),
    ),
    read=Reading("wie", 0.9, "x"),
)


@pytest.mark.parametrize(
    "claim", [WHOLE, Claim("a"), Claim("a", article="z", reported="2024-05-01")]
)
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    days: Mapping[str, str | None] = {"z": "2024-05-01"}
    assert unpacked(packed(claim), "a", days) == claim


def test_what_is_usual_is_left_out() -> None:
    assert packed(Claim("a")) == "{}"
    assert (
        packed(Claim("a", actors=("B",), reported="2024", within=Span(0, 1))) == '{"actors":["B"]}'
    )


def test_a_checksum_tells_words_and_their_order() -> None:
    kept = checksum("a", None, "b")
    assert kept == checksum("a", "", "b")
    assert len({kept, checksum("a", "b", None), checksum("b", None, "a"), checksum("a")}) == 4


def test_fields_with_lists_are_tuples_again() -> None:
    assert tupled({"a": ["x"], "b": "x", "c": []}) == {"a": ("x",), "b": "x", "c": ()}


def test_days_are_looked_up_once() -> None:
    looked: list[str] = []

    def look_up(article: str) -> str | None:
        looked.append(article)
        return "2024" if article == "z" else None

    days = Published(look_up)
    assert [days[name] for name in ("z", "y", "z", "y")] == ["2024", None, "2024", None]
    assert looked == ["z", "y"]


def test_words_of_a_claim_that_are_noted() -> None:
    claim = Claim("a", actors=("A", "B", "A"), stance="denies", kind="direct", tags=("t",))
    noted = [("actor", "A"), ("actor", "B"), ("tag", "t"), ("stance", "denies"), ("kind", "direct")]
    assert sorted(marks(claim)) == sorted(noted)
    assert list(marks(Claim("a"))) == []


def test_filters_that_only_a_noted_word_can_pass() -> None:
    tests = {
        "actor": lambda claim: "A" in claim.actors,
        "stance": lambda claim: claim.stance == "asserts",
        "score": lambda claim: claim.read is not None,
    }
    assert [name for name, _ in telling(tests)] == ["actor"]


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["ab"], None),
        (["abc"], '"abc"'),
        (["abcd"], '"abc" AND "bcd"'),
        (["abc", "abc"], '"abc"'),
        (['a"b'], '"a""b"'),
        (["a\0bc"], None),
        ([], None),
    ],
)
def test_what_texts_are_asked_for(words: list[str], query: str | None) -> None:
    assert asked(words) == query


@pytest.mark.parametrize(
    ("needed", "found"),
    [
        (needed_entries.entries_of(["z"]), ""),
        (needed_entries.claims_of([]), ""),
        (needed_entries.claims_of(["z"]), "ad"),
        (needed_entries.claims_of(["z", "y", "x"]), "abd"),
        (needed_entries.claims_with(["b", "d", "x"]), "bd"),
        (needed_entries.claims_with([]), ""),
        # an article that is known by its id, its file's name, its text, its title and day
        (needed_entries.known_of([Article("z", "x")], prune=False), "ad"),
        (needed_entries.known_of([Article("n", "x", file="b/z.md")], prune=False), "ad"),
        (needed_entries.known_of([Article("n", "x", file="b/y.md")], prune=False), ""),
        (needed_entries.known_of([Article("n", "x", sha256="aa")], prune=False), "ad"),
        (needed_entries.known_of([Article("n", "x", sha256="bb")], prune=False), ""),
        (
            needed_entries.known_of(
                [Article("n", "x", title="Brand", published="2024-05-01")], prune=False
            ),
            "ad",
        ),
        (
            needed_entries.known_of(
                [Article("n", "x", title="Brand", published="2024-05-02")], prune=False
            ),
            "",
        ),
        (needed_entries.known_of([Article("n", "x", published="2024-07")], prune=False), ""),
        # who prunes asks which claims are answered
        (needed_entries.known_of([Article("n", "x")], prune=True), "b"),
        (needed_entries.known_of([Article("z", "x")], prune=True), "abd"),
        # drafts: those of their articles, those without one, those with their ids
        (needed_entries.near_drafts([{"article": "z"}]), "ad"),
        (needed_entries.near_drafts([{"article": "y"}, {"article": "x", "id": "a"}]), "ab"),
        (needed_entries.near_drafts([{"claim": "x"}]), "c"),
        (needed_entries.near_drafts([{"article": "", "id": "d"}]), "cd"),
        (needed_entries.near_drafts([]), ""),
    ],
)
def test_which_claims_a_change_is_about(path: Path, needed: needed_entries.Ask, found: str) -> None:
    asked_for = from_file(path, needed)
    assert asked_for is not None
    assert asked_for.rows == {ROWS[name] for name in found}


@pytest.mark.parametrize(("many", "quick"), [(2, True), (1, False)])
def test_a_change_of_very_many_claims_reads_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, many: int, quick: bool
) -> None:
    monkeypatch.setattr(file_part, "MANY", many)
    change = fast_change.fast_change(
        path, needed_entries.claims_of(["z"]), lambda book: _Unchanged(), dry_run=True
    )
    assert (change is not None) is quick


class _Unchanged:
    """The outcome of a change that changes nothing."""

    documents = ()


@pytest.mark.parametrize(
    ("few", "half", "ids", "quick"),
    [
        (1, 0.5, "ab", True),
        (1, 0.5, "abc", False),
        (3, 0.5, "abc", True),
        (3, 0.5, "abcd", False),
        (1, 0.0, "a", True),
        (0, 0.25, "a", True),
        (0, 0.25, "ab", False),
    ],
)
def test_few_claims_or_half_of_all_are_changed_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, few: int, half: float, ids: str, quick: bool
) -> None:
    monkeypatch.setattr(fast_edit, "FEW", few)
    monkeypatch.setattr(fast_edit, "HALF", half)
    places = from_file(path, lambda index: fast_edit._places(index, [*ids]))
    assert [sorted(each.of) for each in places] == ([sorted(ids)] if quick else [])


def test_why_filters_choose_nothing(path: Path) -> None:
    tests = {
        "actor": lambda claim: "Anna Weber" in claim.actors,
        "stance": lambda claim: claim.stance == "asserts",
        "article": lambda claim: claim.article == "nirgends",
        "tag": lambda claim: "x" in claim.tags,
        "min_score": lambda claim: claim.read is not None,
    }
    told = from_file(path, lambda index: alone(index, lambda _: tests, (), None))
    assert told.claims == 4
    assert told.passing == {"actor": 2, "stance": 3, "article": 0, "tag": 0, "min_score": 0}
    assert {name: [*words] for name, words in told.words.items()} == {
        "article": ["y", "z"],
        "tag": [],
    }


def test_what_is_counted_of_each_claim(path: Path) -> None:
    def topics(_: Ledger) -> Callable[[Claim], str | None]:
        return lambda claim: claim.topic

    both = ("Anna Weber", "Jan Voss")
    wanted = [
        Holding(("Anna Weber",), "z", None),
        Holding(both, "y", None),
        Holding(("Jan Voss",), None, None),
        Holding((), "z", "Wetter"),
    ]
    assert sorted(from_file(path, lambda ix: holdings(ix, topics)), key=repr) == sorted(
        wanted, key=repr
    )
    without = from_file(path, lambda ix: holdings(ix, None))
    assert {each.topic for each in without} == {None}


def test_claims_by_their_articles(path: Path) -> None:
    def ask(index: Index) -> dict[str, tuple[tuple[int, ...], bytes]]:
        return {
            name: (held.rows, held.digest)
            for name, held in by_article(index, articles(index)).items()
        }

    before = from_file(path, ask)
    assert {name: rows for name, (rows, _) in before.items()} == {"z": (1, 4), "y": (2,), "c": (3,)}

    def changed(old: str, new: str) -> str:
        """The places whose digest is another where the ledger has other words."""
        path.write_text((HEAD + CLAIMS).replace(old, new), encoding="utf-8")
        after = from_file(path, ask)
        return "".join(sorted(name for name in before if after[name][1] != before[name][1]))

    assert changed("20 Tote", "21 Tote") == "y"
    assert changed("viel Schnee", "kein Schnee") == "z"
    assert changed("title: Brand", "title: Feuer") == "z"
    assert changed("viel Regen", "kein Regen") == "c"
    assert changed("nothing", "nothing") == ""


@pytest.mark.parametrize(("old", "new"), [("id: b", "id: a"), ("id: b, ", "")])
def test_claims_without_ids_of_their_own_are_not_told_by_articles(
    path: Path, old: str, new: str
) -> None:
    path.write_text((HEAD + CLAIMS).replace(old, new), encoding="utf-8")
    assert from_index(path, lambda index: by_article(index, {})) is None
    assert from_file(path, lambda index: index.count()) == 4


def test_claims_taken_out_of_an_index(path: Path) -> None:
    def ask(index: Index) -> None:
        taken = excerpt(index, ["d", "a", "x"], articles(index))
        assert taken.lines == {"a": 5, "d": 8}
        assert taken.names == {"a": "claims.yaml", "d": "claims.yaml"}
        assert (taken.claim("d").topic, taken.claim("d").reported) == ("Wetter", "2024-05-01")
        source = taken.source("y")
        assert source is not None and source.published == "2024-07"
        assert taken.source("x") is None
        with pytest.raises(KeyError):
            taken.claim("b")
        assert [claim.id for claim in claims(index, [4, 1])] == ["a", "d"]

    from_file(path, ask)


def test_values_that_were_derived(path: Path) -> None:
    def keep(mark: str, **values: dict[bytes, str]) -> None:
        from_index(path, lambda index: Derived(index.db).keep(mark, values))

    def kept(kind: str) -> tuple[dict[bytes, str], bool, bool]:
        def ask(index: Index) -> tuple[dict[bytes, str], bool, bool]:
            derived = Derived(index.db)
            return derived.values(kind), derived.is_of("m", kind), derived.is_of("n", kind)

        return from_file(path, ask)

    keep("m", one={b"1": "eins", b"2": "zwei"}, two={b"3": "drei"})
    assert kept("one") == ({b"1": "eins", b"2": "zwei"}, True, False)
    keep("n", one={b"2": "zwei", b"4": "vier"})
    assert kept("one") == ({b"2": "zwei", b"4": "vier"}, False, True)
    assert kept("two") == ({b"3": "drei"}, True, False)


def test_a_derived_value_that_is_damaged_is_told(path: Path) -> None:
    def ask(index: Index) -> dict[bytes, str]:
        return Derived(index.db).values("one")

    from_index(path, lambda index: Derived(index.db).keep("m", {"one": {b"1": "eins"}}))
    assert from_file(path, ask) == {b"1": "eins"}
    with sqlite3.connect(shelf_of(path)) as db:
        db.execute("UPDATE derived SET value = 'zwei'")
    assert from_index(path, ask) is None


@pytest.mark.parametrize("batch", [1, 3, 4, 5])
def test_claims_are_read_batch_by_batch(
    path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(tables, "_BATCH", batch)
    read = from_file(path, lambda index: [(held.claim.id, held.line) for held in index.claims()])
    assert read == [("a", 5), ("b", 6), ("c", 7), ("d", 8)]
    some = from_file(path, lambda index: [held.ident for held in index.claims("id > ?", ["b"])])
    assert some == ["c", "d"]


@pytest.mark.parametrize(
    ("many", "cores", "fork", "shared"),
    [
        (30, 2, True, True),
        (31, 2, True, False),
        (30, 1, True, False),
        (30, 2, False, False),
        (30, 9, True, True),
    ],
)
def test_very_many_items_are_read_by_several_processes(
    monkeypatch: pytest.MonkeyPatch, many: int, cores: int, fork: bool, shared: bool
) -> None:
    raw = "claims:\n" + "".join(f"- {{id: c{n}, claim: x}}\n" for n in range(31))
    parts, asked_for = cut(raw.encode()), []
    spread = by_processes.spread

    def watched(*given: object, **more: object) -> object:
        asked_for.append(given[2])
        return spread(*given, **more)  # type: ignore[arg-type]

    for name, value in (("MANY", many), ("_HANDED", 4), ("_FIRST", 3), ("spread", watched)):
        monkeypatch.setattr(by_processes, name, value)
    monkeypatch.setattr(by_processes, "_cores", lambda: cores)
    monkeypatch.setattr(by_processes, "_may_fork", lambda: fork)
    assert parts is not None
    read = by_processes.readings(parts, [*range(30, 0, -1)])
    assert [each.ident for each in read if each] == [f"c{n}" for n in range(30, 0, -1)]
    assert asked_for == ([min(cores, 4)] if shared else [])


def test_an_item_is_known_again_by_sixteen_bytes(path: Path) -> None:
    assert HASH == 16
    assert from_file(path, lambda index: state(index.db, "last row")) == 4


@pytest.mark.parametrize(("many", "rows"), [(2, {1, 2, 4}), (1, None)])
def test_a_reading_of_very_many_articles_reads_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, many: int, rows: set[int] | None
) -> None:
    monkeypatch.setattr(needed_entries, "MANY", many)
    read = [Article("z", "x"), Article("y", "x")]
    needed = from_file(path, needed_entries.known_of(read, prune=False))
    assert (None if needed is None else needed.rows) == rows


@pytest.mark.parametrize(
    ("needed", "wanted"),
    [
        (needed_entries.entries_of(["z"]), {"z"}),
        (needed_entries.claims_of(["z"]), {"z"}),
        (needed_entries.claims_with(["a"]), set()),
        (needed_entries.known_of([Article("n", "x", sha256="aa")], prune=False), {"n", "z"}),
        (needed_entries.near_drafts([{"article": "z"}]), {"z"}),
        (needed_entries.near_drafts([{"claim": "x"}]), set()),
        # where an article is not there all are asked which one is nearest
        (needed_entries.near_drafts([{"article": "z"}, {"article": "x"}]), None),
    ],
)
def test_which_articles_a_change_is_about(
    path: Path, needed: needed_entries.Ask, wanted: set[str] | None
) -> None:
    asked_for = from_file(path, needed)
    assert asked_for is not None
    assert asked_for.articles == wanted
