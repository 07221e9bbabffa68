"""The index: whatever happens to the file, or to the index, the answer is the file's."""

from __future__ import annotations

import errno
import multiprocessing
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.about.topics import topic_of
from claimtrack.analysis.filters import Filters, Known, predicates
from claimtrack.ledger import load
from claimtrack.ledger.files import contents
from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.index import database, sync
from claimtrack.ledger.index.database import shelf_of
from claimtrack.ledger.index.facets import Predicate
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.piece import Piece
from claimtrack.model import Ledger
from tests.laws import examples
from tests.ledger.document.test_fuzz import WOUNDS, wounded
from tests.ledger.readings import ingested

TEXT = """\
# mine
version: 1
articles:
- {id: z, published: 2024-05-01, outlet: Blatt}
- {id: y, published: 2023}
actors:
- {name: Anna Weber, aliases: [Weber]}
claims:  # all

# of a
- id: a
  actor: Anna Weber
  quote: rund 300 Gäste
  figures:
    - {text: rund 300, what: Gäste, state: attending}
  article: z
  at: [1-5, 9-12]
- id: b
  actor: [Jan Voss, Anna Weber]
  claim: no
  stance: denies
  status: accepted
  tags: [eins]
  read: {rule: r, score: 0.5, speaker: 1-2, as: abc}

- id: c
  claim: x
  confidence: likely
  via: [dpa]
  article: y
# end
rulings:
- {claims: [a, b], verdict: update}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def indexed(path: Path) -> bool:
    """Whether the index answers, and the answer is the file's."""
    found = from_index(path, Index.load)
    if found is not None:
        assert (found.ledger, found.problems) == load_file(path)
        assert found.count == len(found.ledger.claims)
    return found is not None


FILES = {
    "as it is": TEXT,
    "line breaks of two characters": TEXT.replace("\n", "\r\n"),
    "an order mark": "\ufeff" + TEXT,
    "no line break at the end": TEXT.rstrip(),
    "claims at the end": TEXT.partition("rulings")[0],
    "claims first": "claims:\n- id: a\n  claim: x\nversion: 1\n",
    "deep dashes": "claims:\n      -   id: a\n          claim: x\n      -   id: b",
    "a claim without an id": TEXT.replace("- id: b\n  actor", "- actor"),
    "two claims of one text": TEXT.replace("# end", "- {claim: w}\n- {claim: w}"),
    "two claims of one id": TEXT.replace("id: c", "id: a"),
    "a broken claim": TEXT.replace("denies", "denys"),
    "a claim that is no claim": TEXT.replace("# end", "- c\n# end"),
    "a key twice": TEXT.replace("  status: accepted", "  claim: yes"),
    "a broken article": TEXT.replace("published: 2023", "publishd: 2023"),
    "a broken ruling": TEXT.replace("update", "updated"),
    "an unknown section": TEXT + "claim:\n- id: f\n",
    "bytes that are no text": TEXT.replace("id: b", "id: b\udce4"),
    "three thousand levels": TEXT.replace("[eins]", "[" * 3000 + "]" * 3000),
    "an anchor and its alias": TEXT.replace("claim: no", "claim: &n no\n  note: *n"),
    "a tag": TEXT.replace("claim: no", "claim: !!str no"),
    "a NUL": TEXT.replace("claim: no", "claim: n\0o"),
    "hostile words": TEXT.replace("claim: no", "claim: '- a: #x 🙂 0o7 ~'"),
    "a claim in braces": TEXT.replace("# end", "- {id: f, claim: 'x, y'}"),
    "a literal scalar with dashes": TEXT.replace("  claim: no", "  claim: |\n    - id: f\n    - g"),
}


@pytest.mark.parametrize("case", FILES)
def test_the_index_says_what_the_file_says(path: Path, case: str) -> None:
    path.write_bytes(FILES[case].encode("utf-8", "surrogateescape"))
    assert indexed(path)
    assert indexed(path)


UNUSUAL = {
    "nothing": "",
    "no claims": "version: 1\n",
    "no items": "claims: []\n",
    "brackets": "claims: [{id: a, claim: x}]\n",
    "braces": "{claims: [{id: a, claim: x}]}",
    "two sections of one name": "claims:\n- id: a\n  claim: x\nclaims:\n- id: b\n  claim: y\n",
    "a quotation over two items": 'claims:\n- note: "a\n- b"\n  claim: x\n',
    "a bracket that is not closed": "claims:\n- id: [a\n- id: b\n  claim: x\n",
    "breaks of old": "claims:\r- id: a\r  claim: x\r",
    "a tab before the dash": "claims:\n\t- id: a\n",
}


@pytest.mark.parametrize("case", UNUSUAL)
def test_a_file_in_an_unusual_layout_is_read_itself(path: Path, case: str) -> None:
    path.write_bytes(UNUSUAL[case].encode())
    assert not indexed(path)
    assert load(path) == load_file(path)


@settings(
    derandomize=True,
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(WOUNDS, min_size=1, max_size=3))
@example([[(542, 1, "\r")], []])
def test_whatever_is_done_to_the_file_shows(
    path: Path, edits: list[list[tuple[int, int, str]]]
) -> None:
    for wounds in ([], *edits):
        path.write_bytes(wounded(wounds).encode("utf-8", "surrogatepass"))
        assert load(path) == load_file(path)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Contents that are kept in memory, as where one process changes a ledger many times."""
    known: list[object] = []
    monkeypatch.setattr(contents, "_CONTENTS", known)
    monkeypatch.setattr(contents, "_KEEPING", [True])
    return known


@settings(
    derandomize=True,
    max_examples=examples(100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(WOUNDS, min_size=1, max_size=3))
def test_it_shows_where_the_content_before_is_known(
    path: Path, kept: list[object], edits: list[list[tuple[int, int, str]]]
) -> None:
    for wounds in ([], *edits):
        path.write_bytes(wounded(wounds).encode("utf-8", "surrogatepass"))
        assert load(path) == load_file(path)


@pytest.mark.parametrize("case", FILES)
def test_a_change_of_a_content_that_is_known(path: Path, kept: list[object], case: str) -> None:
    new = FILES[case].encode("utf-8", "surrogateescape")
    for content in (TEXT.encode(), new, TEXT.encode(), new.replace(b"id: c", b"id: cc")):
        path.write_bytes(content)
        assert indexed(path)


def test_few_contents_are_kept(
    path: Path, kept: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "ROOM", 3 * len(TEXT))
    for number in range(5):
        path.write_text(TEXT + f"# {number}\n", encoding="utf-8")
        assert indexed(path) and len(kept) <= 2
    path.write_text(TEXT + "# 3\n", encoding="utf-8")
    assert indexed(path) and len(kept) == 2


def test_only_what_is_new_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimtrack.ledger.index import piece

    read = piece.read_piece
    seen: list[bytes] = []

    def watched(raw: bytes) -> Piece | None:
        seen.append(raw)
        return read(raw)

    monkeypatch.setattr(piece, "read_piece", watched)
    assert indexed(path)
    assert len(seen) == 3
    path.write_text(TEXT.replace("claim: no", "claim: yes").replace("# mine", "# mine\n#"))
    assert indexed(path)
    assert [one.split()[2] for one in seen[3:]] == [b"b"]
    items = TEXT.split("- id: ")
    path.write_text("- id: ".join([items[0], items[2], items[1], *items[3:]]))
    assert indexed(path)


def test_a_change_that_keeps_size_and_date_is_seen(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "SETTLING", -(10**18))  # as if it had been written long ago
    before = path.stat()
    assert indexed(path)
    path.write_text(TEXT.replace("claim: no", "claim: on"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert load(path)[0].claims[1].claim == "on"


def test_a_change_right_after_the_last_one_is_seen(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "stamps_of", lambda _: "all the same")
    assert indexed(path)
    path.write_text(TEXT.replace("claim: no", "claim: on"))
    assert load(path)[0].claims[1].claim == "on"


def test_what_has_settled_is_not_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(path, (0, 0))
    monkeypatch.setattr(sync, "SETTLING", -(10**18))
    assert indexed(path)
    found = load(path)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert load(path) == found


def test_stamps_that_cannot_be_noted_now(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A content that is known is answered for, whoever writes at this moment."""
    os.utime(path, (0, 0))
    assert indexed(path)
    monkeypatch.setattr(sync, "SETTLING", -(10**18))
    with sqlite3.connect(shelf_of(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert indexed(path)
        path.write_text(TEXT.replace("claim: no", "claim: on"))
        assert not indexed(path)
    assert indexed(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: b"\0" * len(raw),
        lambda raw: raw[:100] + b"x" * 4000 + raw[4100:],
        lambda raw: raw.replace(b"300", b"301"),
        lambda raw: raw.replace(b'"figures"', b'"figurez"'),
        lambda raw: raw.replace(b"Jan Voss", b"Jan\0Voss"),
    ],
)
def test_a_damaged_index_is_made_anew(path: Path, damage: object) -> None:
    assert indexed(path)
    file = shelf_of(path)
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert load(path) == load_file(path)
    assert load(path) == load_file(path)
    assert indexed(path)


@pytest.mark.parametrize("searched", [False, True])
def test_an_index_of_another_program_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch, searched: bool
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(database, "made_by", lambda: "another")
        assert indexed(path)
        if searched:
            assert found_by_text(path, ["gäste"]) == ["a"]
    assert indexed(path)
    with sqlite3.connect(shelf_of(path)) as db:
        made = db.execute("SELECT value FROM state WHERE name = 'made'").fetchone()
    assert made == (database.made_by(),)


@pytest.mark.parametrize("table", ["claims", "words", "arrays", "sources"])
def test_an_index_that_lacks_a_table_is_made_anew(path: Path, table: str) -> None:
    assert indexed(path)
    with sqlite3.connect(shelf_of(path)) as db:
        db.execute(f"DROP TABLE {table}")
    path.write_text(TEXT.replace("claim: x", "claim: y"), encoding="utf-8")
    assert load(path) == load_file(path)
    assert indexed(path)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM claims WHERE id = 'b'",
        "UPDATE claims SET id = 'x' WHERE id = 'b'",
        "UPDATE claims SET record = NULL WHERE id = 'b'",
        "UPDATE arrays SET value = zeroblob(length(value)) WHERE name = 'lines'",
        "UPDATE arrays SET value = substr(value, 1, 16) WHERE name = 'rows'",
        "UPDATE claims SET problems = replace(problems, 'denys', 'denis')",
        "UPDATE state SET value = '[]' WHERE name = 'files'",
        "DELETE FROM state WHERE name = 'others'",
    ],
)
def test_a_content_that_is_damaged_shows(path: Path, damage: str) -> None:
    broken = "- id: c\n  claim: x\n  stance: denys\n# end"
    path.write_text(TEXT.replace("# end", broken), encoding="utf-8")
    assert indexed(path)
    with sqlite3.connect(shelf_of(path)) as db:
        assert db.execute(damage).rowcount > 0
    assert load(path) == load_file(path)
    assert indexed(path)


@pytest.mark.parametrize("error", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_where_no_index_can_be_kept_the_file_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert load(path) == load_file(path)


def test_a_python_without_sqlite_reads_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert not indexed(path)
    assert load(path) == load_file(path)


def test_commands_run_without_sqlite(path: Path) -> None:
    """From the start: what loads the index must not need it."""
    program = "import sys; sys.modules['sqlite3'] = None; from claimtrack.cli import main; main()"
    command = [sys.executable, "-c", program, "list", "--actor", "Weber", "--ledger", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert "Anna Weber" in done.stdout


def test_a_full_disk_below_the_index(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def small(*given: object, **named: object) -> sqlite3.Connection:
        db = connect(*given, **named)  # type: ignore[call-overload]
        db.execute("PRAGMA max_page_count = 12")
        return db  # type: ignore[no-any-return]

    path.write_text("claims:\n" + "".join(f"- id: i{n}\n  claim: {n}\n" for n in range(3000)))
    monkeypatch.setattr(sqlite3, "connect", small)
    assert not indexed(path)
    assert len(load(path)[0].claims) == 3000


def _loads(path: Path, failed: str) -> None:
    for number in range(12):
        text = TEXT.replace("claim: x", f"claim: {number}")
        if failed.endswith("0"):
            temporary = path.with_name("new")
            temporary.write_text(text)
            temporary.replace(path)
        words = load(path)[0].claims[2].claim
        if words not in ("x", *map(str, range(12))):
            Path(failed).touch()


def test_several_processes_at_once(path: Path) -> None:
    start = multiprocessing.get_context("fork").Process
    runs = [start(target=_loads, args=(path, f"{path}.{number}")) for number in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0] * 4
    assert not list(path.parent.glob("claims.yaml.*"))
    assert load(path) == load_file(path)


TESTS: dict[str, tuple[dict[str, Predicate], str]] = {
    "nothing": ({}, "abc"),
    "an actor": ({"actor": lambda claim: "Anna Weber" in claim.actors}, "ab"),
    "two": (
        {
            "actor": lambda claim: "Anna Weber" in claim.actors,
            "tag": lambda claim: "eins" in claim.tags,
        },
        "b",
    ),
    "a usual word": ({"stance": lambda claim: claim.stance == "asserts"}, "ac"),
    "a rare word": ({"stance": lambda claim: claim.stance == "denies"}, "b"),
    "confidence": ({"min_confidence": lambda claim: claim.confidence == "likely"}, "c"),
    "a filter without marks": ({"min_score": lambda claim: claim.read is not None}, "b"),
    "a day": ({"since": lambda claim: (claim.said or claim.reported) == "2024-05-01"}, "a"),
    "a topic": ({"topic": lambda claim: (claim.topic or topic_of(claim, ())) == "Gäste"}, "a"),
    "a state": ({"state": lambda claim: any(f.state == "attending" for f in claim.figures)}, "a"),
    "nobody": ({"via": lambda claim: "afp" in claim.via}, ""),
}  # fmt: skip


@pytest.mark.parametrize("nameless", [False, True])
@pytest.mark.parametrize("case", TESTS)
def test_select(path: Path, case: str, nameless: bool) -> None:
    if nameless:
        path.write_text(TEXT.replace("- id: c\n  claim", "- claim"))
    tests, expected = TESTS[case]

    def made(head: Ledger) -> Mapping[str, Predicate]:
        assert head.actors[0].aliases == ("Weber",)
        return tests

    found = from_index(path, lambda index: index.select(made, every_source=False))
    assert found is not None
    ledger = load_file(path)[0]
    wanted = [claim for claim in ledger.claims if all(test(claim) for test in tests.values())]
    assert list(found.ledger.claims) == wanted
    assert [claim.id[0] for claim in wanted] == list(expected)
    assert found.count == 3
    assert {one.id for one in found.ledger.sources} == {one.article for one in wanted} - {None}
    assert all(found.ledger.place(one.id) == ledger.place(one.id) for one in wanted)


SEARCHED = """\
claims:
- {id: a, claim: Südkorea it's}
- {id: b, quote: x, note: ÜBER}
- {id: c, hedge: uber}
"""


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["sudk"], "a"),
        (["KOREA", "it's"], "a"),
        (["über"], "b"),
        (["o"], "a"),
        (["y"], ""),
        ([], "ab"),
    ],
)
def test_text_is_found_by_whatever_case(path: Path, words: list[str], ids: str) -> None:
    path.write_text(SEARCHED, encoding="utf-8")
    assert found_by_text(path, words) == list(ids)


def found_by_text(path: Path, words: list[str]) -> list[str]:
    """The ids of claims that the index finds by words."""
    known = Known(lambda *_: False, lambda _: None, lambda _: None, {})
    tests = predicates(Filters(text=tuple(words)), known)
    found = from_index(path, lambda ix: ix.select(lambda _: tests, every_source=False, text=words))
    assert found is not None
    return [claim.id for claim in found.ledger.claims]


FOLDERS = {
    "two files": {"a.yaml": TEXT, "b.yaml": TEXT.replace("id: ", "id: b")},
    "one": {"a.yaml": TEXT},
    "articles in one, claims in the other": {
        "a.yaml": TEXT,
        "b.yaml": "claims:\n- {id: d, claim: x, article: z}\n",
    },
    "an id twice": {"a.yaml": TEXT, "b.yaml": TEXT},
    "claims without ids": {
        "a.yaml": TEXT.replace("- id: c\n  claim", "- claim"),
        "b.yaml": "claims:\n- {claim: x}\n- {claim: denys, stance: denys}\n",
    },
    "an umlaut": {"ä.yaml": TEXT, "z.yaml": TEXT.replace("denies", "denys")},
}


def filled(folder: Path, texts: Mapping[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", FOLDERS)
def test_a_folder(tmp_path: Path, case: str) -> None:
    folder = filled(tmp_path / "ledger", FOLDERS[case])
    assert indexed(folder)
    assert indexed(folder)


def test_a_folder_whose_files_change(tmp_path: Path) -> None:
    texts = FOLDERS["two files"]
    for case in (
        texts,
        {**texts, "b.yaml": texts["b.yaml"].replace("claim: no", "claim: on")},
        {**texts, "c.yaml": "claims:\n- {id: x, claim: y}\n"},
        {"b.yaml": texts["b.yaml"]},
        {"b.yaml": texts["a.yaml"], "a.yaml": texts["b.yaml"]},
        texts,
    ):
        assert indexed(filled(tmp_path / "ledger", case))


def test_an_empty_folder(tmp_path: Path) -> None:
    assert load(filled(tmp_path / "ledger", {})) == load_file(tmp_path / "ledger")
    (tmp_path / "ledger" / "a.yaml").write_text(TEXT, encoding="utf-8")
    assert indexed(tmp_path / "ledger")


def test_a_folder_with_a_file_in_an_unusual_layout(tmp_path: Path) -> None:
    folder = filled(tmp_path / "ledger", {"a.yaml": TEXT, "b.yaml": UNUSUAL["brackets"]})
    assert not indexed(folder)
    assert load(folder) == load_file(folder)


def test_a_merged_ledger(path: Path) -> None:
    path.write_text(ingested(), encoding="utf-8")
    assert indexed(path)
