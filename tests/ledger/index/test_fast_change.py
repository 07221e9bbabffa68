# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""A change that reads a part of the ledger: the same bytes as when the whole file is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import ledger, yamlparser
from claimtrack.cli import holdings
from claimtrack.ledger.document import pieces
from claimtrack.ledger.errors import LedgerError
from claimtrack.ledger.files import transaction
from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.index import fast_change, file_part
from claimtrack.ledger.index.file_part import places_of
from claimtrack.ledger.index.ledger_index import from_index
from claimtrack.ledger.index.needed_entries import entries_of
from claimtrack.ledger.reingest.draft import Draft
from claimtrack.ledger.reingest.report import Merge
from claimtrack.model import Article, Claim, Ruling, Span
from tests.ledger.readings import BODY, article, claim, claims, ingested

MORE = "Neu ist, dass Anna Weber auch den Kai sperren lasse. Das Amt rechne mit 40 Gästen."


def others(count: int) -> str:
    """Claims of other articles, with comments and empty lines between some."""
    return "".join(
        f"{'# of another' * (number % 3 == 0)}\n  - id: c{number}\n    claim: Nummer {number}\n"
        f"    article: a{number % 4}\n"
        for number in range(count)
    ).replace("\n\n", "\n")


READ = ingested()
HEAD, CLAIMS = READ.split("claims:\n")
TITLE = "'Der Pegel: steigt'"
FIRST, PEGEL = HEAD.split("articles:\n")


def near(first: int, last: int, title: str = "x") -> str:
    """Other articles, with comments behind some."""
    return "".join(
        f"  - id: a{number}\n    title: {title}\n" + "    # of another\n" * (number % 3 == 0)
        for number in range(first, last)
    )


LEDGERS = {
    "before others": READ + others(9),
    "behind others": f"{HEAD}claims:\n{others(9).lstrip()}{CLAIMS}",
    "between others": f"{HEAD}claims:\n{others(4).lstrip()}{CLAIMS}{others(5).replace('id: c', 'id: d')}",
    "articles below": f"version: 1\n\nclaims:\n{others(5).lstrip()}{CLAIMS}\n{HEAD[HEAD.index('articles'):]}",
    "another article": f"articles:\n  - id: a1\n    title: x\nclaims:\n{others(6).lstrip()}",
    "before other articles": f"{FIRST}articles:\n{PEGEL.rstrip()}\n{near(0, 5)}\nclaims:\n{CLAIMS}{others(6)}",
    "behind other articles": f"{FIRST}articles:\n{near(0, 5)}{PEGEL}claims:\n{CLAIMS}{others(6)}",
    "between other articles": f"\ufeff{FIRST}articles:\n# ä\n{near(0, 5)}{PEGEL.rstrip()}\n{near(5, 9)}claims:\n{others(6).lstrip()}{CLAIMS}",
    "articles of one title": f"{FIRST}articles:\n{near(0, 5, TITLE)}{PEGEL}claims:\n{CLAIMS}{others(6)}",
    "an article twice": f"{FIRST}articles:\n{near(0, 5)}{PEGEL}{near(2, 4, 'y')}claims:\n{CLAIMS}{others(6)}",
    "a byte-order mark": "\ufeff" + READ + others(6),
    "a broken claim": READ + others(6) + "  - id: kaputt\n    claim: x\n    stance: sagt\n",
    "a ruling": READ + others(6) + "\nrulings:\n- {claims: [c1, weber-17desj], verdict: update}\n",
    "an answer by hand": READ + others(6) + "  - id: z\n    claim: nein\n    answers: [weber-17desj]\n",
    "ids that are taken": READ.replace("weber-17desj", "weber-x") + others(3) + "  - {id: weber-17desj, claim: x}\n",
}  # fmt: skip


def corrected() -> tuple[Article, list[Claim]]:
    body = "Vorweg ein Satz. " + BODY
    return article(body), claims(body)


def other() -> tuple[Article, list[Claim]]:
    found = claim(MORE, "auch den Kai sperren lasse")
    return article(MORE, "neu"), [found]


READINGS: dict[str, Callable[[], tuple[Article, list[Claim]]]] = {
    "the same": lambda: (article(), claims()),
    "one less": lambda: (article(), claims()[1:]),
    "none": lambda: (article(), []),
    "a corrected text": corrected,
    "another article": other,
    "another name": lambda: (article(ident="umbenannt"), claims()),
}
HOW = [{}, {"prune": True}, {"restore": True}]


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def outcome(path: Path, act: Callable[[], object]) -> tuple[object, bytes]:
    """What a change tells, and the file after it; documents are of the part or of the whole."""
    try:
        result = act()
    except LedgerError as error:
        result = str(error)
    told = result.results if isinstance(result, Merge) else result
    return told, path.read_bytes()


def both(
    path: Path, text: str, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> tuple[tuple[object, bytes], tuple[object, bytes], list[object]]:
    """The outcome with the index and without, and what the fast way came to."""
    came: list[object] = []
    real = fast_change._changed

    def seen(*given: object) -> object:
        came.append(real(*given))  # type: ignore[arg-type]
        return came[-1]

    write(path, text)
    ledger.load(path)
    with monkeypatch.context() as patched:
        patched.setattr(fast_change, "_changed", seen)
        fast = outcome(path, act)
    write(path, text)
    with monkeypatch.context() as patched:
        patched.setattr(fast_change, "fast_change", lambda *_, **__: None)
        whole = outcome(path, act)
    return fast, whole, came


@pytest.mark.parametrize("how", HOW, ids=str)
@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("case", LEDGERS)
@pytest.mark.parametrize("breaks", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_reading_is_merged_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    case: str, reading: str, how: dict[str, bool], breaks: str,
) -> None:  # fmt: skip
    path = tmp_path / "claims.yaml"
    text = LEDGERS[case].replace("\n", breaks)
    found = READINGS[reading]()
    fast, whole, came = both(path, text, lambda: ledger.merge(path, [found], **how), monkeypatch)
    assert fast == whole
    assert came and None not in came, "the index was not asked, or could not tell"


ARTICLES = [f"  - id: a{number}\n    outlet: Blatt {number}\n" for number in range(40)]
MANY_ARTICLES = f"articles:\n{''.join(ARTICLES)}claims:\n{others(9).lstrip()}"


@pytest.mark.parametrize("change", ["a ruling", "a passage"])
def test_what_stands_above_the_claims_is_parsed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = tmp_path / "claims.yaml"
    write(path, MANY_ARTICLES)
    pieces.compose_once.cache_clear()
    parsed: list[str] = []
    real = yamlparser.Parser

    def seen(piece: str) -> object:
        parsed.append(piece)
        return real(piece)

    monkeypatch.setattr(yamlparser, "Parser", seen)
    acts: dict[str, Callable[[], object]] = {
        "a ruling": lambda: ledger.rule(path, Ruling(("c2", "c4"), "update")),
        "a passage": lambda: ledger.pass_over(path, article(ident="a7"), [Span(0, 5)]),
    }
    ledger.load(path)
    acts[change]()
    ledger.load(path)
    articles = [piece for piece in parsed if piece.startswith("  - id: a")]
    untouched = [piece for piece in articles if "Blatt 7" not in piece]
    assert sorted(untouched) == sorted(piece for piece in ARTICLES if "Blatt 7" not in piece)
    assert path.read_text() != MANY_ARTICLES


CHANGES: dict[str, Callable[[Path], object]] = {
    "add": lambda path: ledger.add(path, {"claim": "Ein neuer Satz", "actor": "Amt"}),
    "add with an id that is taken": lambda path: ledger.add(path, {"id": "c1", "claim": "x"}),
    "an actor": lambda path: ledger.set_entry(path, "actors", "Amt", {"kind": "state"}).place,
    "an article": lambda path: ledger.set_entry(path, "articles", "pegel", {"outlet": "X"}).place,
    "no such article": lambda path: ledger.set_entry(path, "articles", "x", {"outlet": "X"}).place,
    "a ruling": lambda path: ledger.rule(path, Ruling(("c2", "weber-17desj"), "update")).replaced,
    "a ruling anew": lambda path: (
        ledger.rule(
            path, Ruling(("weber-17desj", "c1"), "tension", "so", "ab", "2024-05-03")
        ).replaced
    ),
    "a ruling twice": lambda path: [
        ledger.rule(path, Ruling(("c2", "weber-17desj"), "update")).replaced for _ in range(2)
    ],
    "a ruling on no claim": lambda path: ledger.rule(path, Ruling(("c1", "x"), "update")).replaced,
    "a passage": lambda path: ledger.pass_over(path, article(), [Span(0, 5)]),
    "a passage of another": lambda path: ledger.pass_over(path, article(ident="x"), [Span(0, 5)]),
    "an event": lambda path: ledger.join_event(path, ["pegel"], "Hochwasser"),
    "an event of no article": lambda path: ledger.join_event(path, ["pegel", "x"]),
    "another event": lambda path: ledger.part_event(path, ["pegel", "pegel"]),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("case", LEDGERS)
def test_a_change_is_made_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, change: str
) -> None:
    path = tmp_path / "claims.yaml"
    fast, whole, _ = both(path, LEDGERS[case], lambda: CHANGES[change](path), monkeypatch)
    assert fast == whole


ROWS: dict[str, list[dict[str, object]]] = {
    "of no article": [{"claim": "Ein neuer Satz", "actor": "Amt"}],
    "that is a claim of no article": [{"claim": "nein", "note": "so"}],
    "with the words of a claim of an article": [{"claim": "Nummer 2", "note": "so"}],
    "with an id": [{"id": "c2", "note": "so"}],
    "of an article": [{"article": "a1", "claim": "Nummer 1", "note": "so"}],
    "of an article, and of none": [
        {"article": "a1", "claim": "Nummer 5"}, {"claim": "nein", "status": "accepted"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("case", LEDGERS)
def test_rows_of_a_table_are_merged_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, rows: str
) -> None:
    path = tmp_path / "claims.yaml"
    drafts = [Draft("t.csv", n, 1, f"A{n}", fields) for n, fields in enumerate(ROWS[rows])]

    def act() -> object:
        done = ledger.import_drafts(path, drafts)
        return done.results, done.problems

    fast, whole, came = both(path, LEDGERS[case], act, monkeypatch)
    assert fast == whole
    assert came and None not in came, "the index was not asked, or could not tell"


def _texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the parts of files that are read from now on."""
    read = file_part.read_by_pieces
    texts: list[str] = []

    def noted(text: str, *given: object, **how: object) -> object:
        texts.append(text)
        return read(text, *given, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(file_part, "read_by_pieces", noted)
    return texts


def test_a_change_reads_little_of_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.yaml"
    write(path, READ + others(60))
    ledger.load(path)
    monkeypatch.setattr(transaction, "update", lambda *_: pytest.fail("the whole file was read"))
    texts = _texts_read(monkeypatch)
    ledger.merge(path, [READINGS["one less"]()], prune=True)
    ledger.add(path, {"claim": "x"})
    ledger.rule(path, Ruling(("c2", "c4"), "update"))
    ledger.pass_over(path, article(), [Span(0, 5)])
    ledger.join_event(path, ["pegel"])
    ledger.part_event(path, ["pegel", "pegel"])
    ledger.set_entry(path, "articles", "pegel", {"title": "Der Pegel sinkt"})
    # the last claim is read always
    assert [text.count("- id: c") for text in texts] == [1, 1, 3, 1, 1, 1, 1]


def test_a_change_reads_few_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    write(path, LEDGERS["between other articles"])
    ledger.load(path)
    texts = _texts_read(monkeypatch)
    ledger.merge(path, [READINGS["one less"]()])
    ledger.rule(path, Ruling(("c1", "c4"), "update"))  # articles a1 and a0
    ledger.set_entry(path, "actors", "Anna Weber", {"kind": "person"})
    ledger.set_entry(path, "articles", "a3", {"title": "z"})
    draft = Draft("t.csv", 1, 1, "A1", {"claim": "Es fehlten 12 Betten", "article": "a6"})
    ledger.import_drafts(path, [draft])
    # with the last article, and that of the last claim
    found = [re.findall(r"- id: (a\d)\n", text) for text in texts]
    assert found == [["a8"], ["a0", "a1", "a8"], ["a8"], ["a3", "a8"], ["a6", "a8"]]
    assert ["id: pegel" in text for text in texts] == [True] * 5


@pytest.mark.parametrize("name", ["pegel", "a3", "a8"])
def test_the_line_of_an_entry_is_that_in_the_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "claims.yaml"
    write(path, LEDGERS["between other articles"])
    ledger.load(path)
    place = ledger.set_entry(path, "articles", name, {"title": "z"}).place
    line = path.read_text("utf-8").split("\n").index(f"  - id: {name}") + 1
    assert place == f"{path}:{line}"


def test_the_names_of_claims_without_ids_hang_on_all_others(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    for text, sure in (("claims:\n- {id: a, claim: x}\n", True), ("claims:\n- claim: x\n", False)):
        write(path, text)
        places = from_index(path, lambda index: places_of(index, entries_of([])))
        assert bool(places) == sure


def test_what_is_merged_so_is_taken_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    write(path, LEDGERS["between others"])
    ledger.load(path)
    before = path.read_bytes()
    ledger.merge(path, [corrected()], prune=True)
    assert path.read_bytes() != before
    (undone,) = ledger.undo(path)
    assert path.read_bytes() == before
    lines = list(undone.lines())
    assert lines and all(line[0] in "+-" for line in lines)
    assert not any("Nummer" in line for line in lines), "lines that are as they were"


def test_other_files_are_written_with_it(tmp_path: Path) -> None:
    path, text = tmp_path / "claims.yaml", tmp_path / "texts" / "neu.txt"
    write(path, LEDGERS["before others"])
    ledger.load(path)
    ledger.merge(path, [other()], texts={text: (None, MORE.encode())})
    assert text.read_text("utf-8") == MORE
    ledger.undo(path)
    assert not text.exists() and path.read_text("utf-8") == LEDGERS["before others"]


@pytest.mark.parametrize("case", LEDGERS)
def test_what_is_counted_out_of_the_index(tmp_path: Path, case: str) -> None:
    path = tmp_path / "claims.yaml"
    write(path, LEDGERS[case])
    whole, _ = load_file(path)
    counted = ledger.holdings(path, lambda _: lambda claim: claim.words[:3])
    expected = holdings.of(whole, lambda _: lambda claim: claim.words[:3])
    assert counted is not None
    assert sorted(counted, key=str) == sorted(expected, key=str)
    head = ledger.head(path)
    assert head and (head.count, head.ledger.sources) == (len(whole.claims), whole.sources)
    few = ledger.of_articles(path, ["a1"], ["c0"])
    wanted = [claim for claim in whole.claims if claim.article == "a1" or claim.id == "c0"]
    assert few and list(few.ledger.claims) == wanted


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("limit", [0, 1, 4, 100])
def test_the_first_of_a_list(tmp_path: Path, limit: int, backwards: bool) -> None:
    days = ("2024-05-02", "", "../2024-05-01", "2024-05-01/2024-05-04", "", "2024-05-02")
    path = tmp_path / "claims.yaml"
    items = (
        f"  - {{id: c{n}, claim: x, article: a{n % 2}, said: {day}}}\n"
        for n, day in enumerate(days)
    )
    write(path, "articles:\n  - {id: a1, published: 2024-05-01}\nclaims:\n" + "".join(items))
    whole, _ = load_file(path)
    from claimtrack.analysis.filters import KEYS, ordered

    key = "-said" if backwards else "said"
    found = ledger.first(path, limit, KEYS["said"], backwards=backwards)
    assert found and found.count == len(days)
    assert ordered(found.ledger.claims, key) == ordered(whole.claims, key)[:limit]
