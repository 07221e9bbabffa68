"""Many articles at once: the same output by any number of processes, a bar on a terminal."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from claimtrack.cli.console import output
from claimtrack.cli.ingesting import workers
from claimtrack.ledger.document.ledger_file import Book
from claimtrack.ledger.reingest.merge_article import Known
from claimtrack.model import Article
from tests.conftest import Run

NOUNS = ("Brücke", "Schule", "Halle", "Mühle", "Straße")


def sentence(number: int) -> str:
    return (
        f"Die Bürgermeisterin von Ort {number} sagte, die {NOUNS[number % 5]} werde erst "
        f"im nächsten Jahr fertig. Das Wetter war gut."
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archiv.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": sentence(n)}) for n in range(30)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_order_of_output_is_that_of_the_input(archive: Path, run: Run) -> None:
    alone = run("extract", str(archive), "--format", "jsonl")
    assert [json.loads(line)["article"] for line in alone.out.splitlines()] == [
        f"a{n}" for n in range(30)
    ]
    for jobs in ("2", "3"):
        assert run("extract", str(archive), "--format", "jsonl", "--jobs", jobs) == alone


def test_articles_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article]:
        for number in range(10_000):
            taken.append(number)
            yield Article(f"a{number}", sentence(number))

    found = workers.read(endless(), (), (), jobs=2)
    first, claims = next(found)
    assert first.id == "a0"
    assert [claim.article for claim in claims] == ["a0"]
    assert len(taken) < 200


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("patience", "total", "seen"), [(0.0, 3, "3/3"), (0.0, None, "3/?"), (60.0, 3, "")]
)
def test_a_bar_shows_when_it_takes_long(
    patience: float, total: int | None, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(output.with_progress("abc", lambda: total)) == ["a", "b", "c"]
    assert seen in terminal.getvalue()
    assert bool(terminal.getvalue()) is bool(seen)


def test_no_bar_but_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    assert list(output.with_progress("abc", lambda: 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def _fails_at(
    ident: str,
    monkeypatch: pytest.MonkeyPatch,
    how: Callable[[], object],
    reader: str = "extract",
) -> None:
    """Makes reading the article of this id fail, in processes that are forked, too."""
    from claimtrack import extract

    sound = getattr(extract, reader)

    def failing(article: Article, registry: object) -> object:
        return how() if article.id == ident else sound(article, registry)

    monkeypatch.setattr(extract, reader, failing)


def _key_error() -> None:
    raise KeyError("J")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("how", "says"), [(_key_error, "KeyError: 'J'")])
def test_an_error_in_one_article_is_a_problem_of_that_one(
    jobs: str,
    how: Callable[[], object],
    says: str,
    archive: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _fails_at("a13", monkeypatch, how)
    result = run("extract", str(archive), "--format", "jsonl", "--jobs", jobs)
    assert result.code == 2
    assert [json.loads(line)["article"] for line in result.out.splitlines()] == [
        f"a{n}" for n in range(30) if n != 13
    ]
    assert f'{archive}: the article "a13" is skipped: ' in result.err
    assert says in result.err
    assert "Traceback" not in result.err
    ledger = archive.with_name("claims.yaml")
    assert run("ingest", str(archive), "--jobs", jobs, "--ledger", str(ledger)).code == 2
    assert ledger.read_text("utf-8").count("- id: a") == 29


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_error_while_one_article_is_explained_is_a_problem_of_that_one(
    form: str, archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails_at("a13", monkeypatch, _key_error, "extract_traced")
    result = run("explain", str(archive), "--format", form)
    assert result.code == 2
    assert f'{archive}: the article "a13" is skipped: ' in result.err
    assert "Ort 12" in result.out
    assert "Ort 13" not in result.out
    assert "Ort 29" in result.out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_debugging_shows_where_it_broke(
    jobs: str, archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails_at("a13", monkeypatch, _key_error)
    monkeypatch.setenv("CLAIMTRACK_DEBUG", "1")
    result = run("extract", str(archive), "--format", "jsonl", "--jobs", jobs)
    assert result.code == 2
    assert "  Traceback (most recent call last):\n" in result.err
    assert "in _key_error\n" in result.err


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked there alone")
@pytest.mark.parametrize("ident", ["a0", "a13", "a29"])
def test_an_article_that_ends_its_process_is_left_out(
    ident: str, archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails_at(ident, monkeypatch, lambda: os._exit(9))
    result = run("extract", str(archive), "--format", "jsonl", "--jobs", "2")
    assert result.code == 2
    assert [json.loads(line)["article"] for line in result.out.splitlines()] == [
        f"a{n}" for n in range(30) if f"a{n}" != ident
    ]
    assert f'the article "{ident}" is skipped: the process that read it was killed' in result.err


def test_an_error_while_one_article_is_read_in_is_a_problem_of_its_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimtrack.article import formats

    def failing(text: str) -> object:
        raise RecursionError if "Ort 1" in text else ValueError

    for number in range(3):
        (tmp_path / f"{number}.md").write_text(sentence(number), encoding="utf-8")
    sound = formats.check
    monkeypatch.setattr(
        formats, "check", lambda body: failing(body) if "1" in body else sound(body)
    )
    result = run("extract", str(tmp_path), "--format", "jsonl")
    assert (result.code, len(result.out.splitlines())) == (2, 2)
    assert f"{tmp_path / '1.md'}: a bug in claimtrack: RecursionError" in result.err


@pytest.mark.parametrize("bad", [{"a0"}, {"a7", "a29"}, {f"a{n}" for n in range(30)}])
def test_an_error_while_merging_keeps_only_its_article_out(
    bad: set[str], archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimtrack.ledger.reingest import merge

    sound = merge.known_article

    def failing(book: Book, article: Article, folder: Path) -> Known:
        return {}["gone"] if article.id in bad else sound(book, article, folder)

    monkeypatch.setattr(merge, "known_article", failing)
    ledger = archive.with_name("claims.yaml")
    result = run("ingest", str(archive), "--ledger", str(ledger))
    assert result.code == 2
    assert result.err.count("is skipped: a bug in claimtrack: KeyError") == len(bad)
    written = ledger.read_text("utf-8") if ledger.exists() else ""
    assert written.count("- id: a") == 30 - len(bad)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
@pytest.mark.parametrize("bad", [b"b\xff.txt", b"b\xfc/b.txt", b"b\xff.md"])
def test_a_file_name_that_is_no_unicode_costs_its_article_alone(
    bad: bytes, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate((b"a.txt", bad, b"c.txt")):
        file = tmp_path / "in" / os.fsdecode(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sentence(number), encoding="utf-8")
    result = run("ingest", "in")
    assert result.code == 2
    assert 'the article "b" is skipped: a ledger cannot hold a file name that is not' in result.err
    assert "rename the file" in result.err
    written = Path("claims.yaml").read_text("utf-8")
    assert [f"article: {name}" in written for name in "abc"] == [True, False, True]
    assert run("check").code == 0


def test_an_id_of_several_words_costs_no_article(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    head = "id: zwei Worte\npublished: gestern\nretrieved: morgen\n"
    Path("a.md").write_text(f"---\n{head}---\n{sentence(1)}", encoding="utf-8")
    lines = [{"id": "drei\u00a0Worte hier", "text": sentence(2)}, {"id": "b", "text": sentence(3)}]
    Path("b.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = run("ingest", "a.md", "b.jsonl")
    assert result.code == 0
    for told in (
        'a.md:2:1: id "zwei Worte" is not an id: "zwei-Worte" is used',
        'a.md:3:1: published "gestern" is ignored',
        'a.md:4:1: retrieved "morgen" is ignored',
        'b.jsonl:1:1: id "drei Worte hier" is not an id: "drei-Worte-hier" is used',
    ):
        assert f"warning: {told}" in result.err
    written = Path("claims.yaml").read_text("utf-8")
    assert all(f"article: {name}" in written for name in ("zwei-Worte", "drei-Worte-hier", "b"))
    assert run("check").code == 0


def test_a_process_that_is_ended_from_outside(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object, **__: object) -> None:
        raise BrokenExecutor

    monkeypatch.setattr(workers, "spread", ended)
    result = run("extract", str(archive), "--jobs", "2")
    assert result.code == 2
    assert "killed from outside" in result.err
    assert "--jobs 1" in result.err
