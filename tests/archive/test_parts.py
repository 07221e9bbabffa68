"""Parts of archives: equal by any number of shards, whole or not there, one record an error."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import claimtrack
from claimtrack.archive import parts
from claimtrack.archive.parts import Shard, foreign_parts, parse_shard
from tests import needs
from tests.conftest import Run
from tests.test_cli import HOME, TOOL
from tests.test_cli_batches import _fails_at, _key_error, sentence

COUNT = 12
BROKEN = "{"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archiv.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": sentence(n)}) for n in range(COUNT)]
    path.write_text("\n".join([*lines, BROKEN, lines[3], lines[4][:-20] + '."}']), "utf-8")
    return path


def lines_of(folder: Path) -> list[str]:
    """The lines of all parts, those of articles by their ids, errors last."""
    files = sorted(folder.glob("part-*.jsonl"))
    found = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return sorted(found, key=lambda line: (_ident(line), line))


def _ident(line: str) -> str:
    article = json.loads(line)["article"]
    return str(article["id"]) if article else "~"


def read(run: Run, archive: Path, folder: Path, count: int, *options: str) -> None:
    for number in range(1, count + 1):
        shard = f"{number}/{count}"
        ran = run("extract", str(archive), "--shard", shard, "--output", str(folder), *options)
        assert ran.code == 0, ran.err


@pytest.mark.parametrize("count", [4, 64])
def test_any_number_of_shards_comes_to_the_same_lines(
    count: int, archive: Path, run: Run, tmp_path: Path
) -> None:
    read(run, archive, tmp_path / "one", 1)
    read(run, archive, tmp_path / "many", count)
    assert len(list((tmp_path / "many").iterdir())) == count
    lines = lines_of(tmp_path / "one")
    assert lines_of(tmp_path / "many") == lines
    found = [json.loads(line) for line in lines]
    assert [line["article"]["id"] for line in found if line["article"]] == sorted(
        f"a{n}" for n in range(COUNT)
    )
    told = {line["error"]["article"]: line["error"]["message"] for line in found if line["error"]}
    assert set(told) == {"a4", None}
    assert 'the id "a4" is taken' in told["a4"]
    assert "not JSON" in told[None]


@pytest.mark.parametrize("count", [1, 4])
def test_a_program_writes_the_same_parts(
    count: int, archive: Path, run: Run, tmp_path: Path
) -> None:
    read(run, archive, tmp_path / "command", count)
    for number in range(1, count + 1):
        part = claimtrack.read_shard([archive], f"{number}/{count}", tmp_path / "program")
        assert Path(part).read_bytes() == (tmp_path / "command" / Path(part).name).read_bytes()


def test_a_program_reads_the_same_line_by_line(archive: Path, run: Run, tmp_path: Path) -> None:
    read(run, archive, tmp_path, 1)
    numbered = enumerate(archive.read_text("utf-8").splitlines(), start=1)
    records = [claimtrack.read_article(line, str(archive), number) for number, line in numbered]
    (same, taken) = records.pop(-2), records.pop()  # ids that were there: seen in a whole run alone
    assert [same, taken["article"]["id"]] == [records[3], "a4"]
    in_part = [json.loads(line) for line in lines_of(tmp_path)]
    told = [record for record in records if record["error"]]
    assert [record for record in in_part if record["error"]][1:] == told
    by_id = sorted((r for r in records if r["article"]), key=lambda r: str(r["article"]["id"]))
    assert json.loads(json.dumps(by_id)) == [record for record in in_part if record["article"]]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "not JSON"),
        (b"\xff", "not UTF-8"),
        ("[]", "not a JSON object"),
        ('{"id": "a", "text": ""}', "empty"),
        ('{"id": "a", "text": "The end is near, and that is what we know of it."}', "not German"),
        ('{"id": "a", "text": "\udc80"}', "not UTF-8"),
    ],
)
def test_a_program_is_told_of_errors_in_records(line: str | bytes, says: str) -> None:
    record = claimtrack.read_article(line, number=7)
    assert (record["article"], record["claims"], record["error"]["line"]) == (None, [], 7)
    assert says in record["error"]["message"]
    assert record["error"]["article"] == ("a" if "not German" in says or says == "empty" else None)


def test_a_poisoned_article_is_a_record_too(monkeypatch: pytest.MonkeyPatch) -> None:
    _fails_at("a5", monkeypatch, _key_error)
    record = claimtrack.read_article(json.dumps({"id": "a5", "text": sentence(5)}))
    assert (record["article"], record["error"]["article"]) == (None, "a5")


def test_two_that_write_one_part_do_not_harm_each_other(tmp_path: Path) -> None:
    """As where a scheduler gives up a worker that is alive, and starts its shard elsewhere."""
    file = tmp_path / "part-00001-of-00001.jsonl"

    def lines() -> Any:
        parts.write([{"line": 1}], file)
        yield {"line": 1}

    parts.write(lines(), file)
    assert file.read_text("utf-8") == '{"line": 1}\n'
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_poisoned_article_costs_one_record(
    jobs: str, archive: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(run, archive, tmp_path / "sound", 1)
    _fails_at("a5", monkeypatch, _key_error)
    read(run, archive, tmp_path / "poisoned", 1, "--jobs", jobs)
    sound, poisoned = lines_of(tmp_path / "sound"), lines_of(tmp_path / "poisoned")
    assert len(poisoned) == len(sound)
    (record,) = (json.loads(line) for line in set(poisoned) - set(sound))
    assert record["error"]["article"] == "a5"
    assert 'the article "a5" is skipped' in record["error"]["message"]
    assert (record["article"], record["claims"]) == (None, [])


def test_a_part_that_is_there_is_not_read_again(archive: Path, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    read(run, archive, folder, 2)
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    (folder / "part-00002-of-00002.jsonl").unlink()
    archive.write_text("", encoding="utf-8")
    read(run, archive, folder, 2)
    first, second = sorted(folder.iterdir())
    assert first.stat().st_mtime_ns == before[first.name]
    assert second.read_bytes() == b""


KILLED = """
import os, signal, sys
from claimtrack.cli import main
from claimtrack.archive import reader
sound, left = reader.claims_of, int(sys.argv.pop(1))
def claims_of(article, registry):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return sound(article, registry)
reader.claims_of = claims_of
main()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here")
@pytest.mark.parametrize("articles", [0, 1, 7, COUNT - 1])
def test_a_run_that_is_killed_leaves_no_part(
    articles: int, archive: Path, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "parts"
    command = ["extract", str(archive), "--shard", "1/1", "--output", str(folder)]
    killed = [sys.executable, "-c", KILLED, str(articles), *command]
    done = subprocess.run(killed, env=HOME, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert not list(folder.glob("part-*"))
    _compare_with_rerun(run, archive, folder, tmp_path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here")
@pytest.mark.parametrize("seed", range(3))
def test_a_run_may_be_killed_at_any_moment(
    seed: int, archive: Path, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "parts"
    command = [*TOOL, "extract", str(archive), "--shard", "1/1", "-o", str(folder), "-j", "2"]
    with subprocess.Popen(command, env=HOME, stderr=subprocess.DEVNULL) as process:
        time.sleep(random.Random(seed).uniform(0.1, 2.0))
        process.kill()
    for part in folder.glob("part-*"):
        assert len(part.read_text("utf-8").splitlines()) == COUNT + 2
    _compare_with_rerun(run, archive, folder, tmp_path)


def _compare_with_rerun(run: Run, archive: Path, folder: Path, tmp_path: Path) -> None:
    """What is read after a kill is as if there had been none, and nothing else is left."""
    there = list(folder.glob("part-*"))
    read(run, archive, folder, 1)
    read(run, archive, tmp_path / "whole", 1)
    assert lines_of(folder) == lines_of(tmp_path / "whole")
    assert there or len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--shard", "1/4"), "--output"),
        (("--shard", "0/4", "--output", "x"), "'0/4' is not a shard"),
        (("--shard", "5/4", "--output", "x"), "'5/4' is not a shard"),
        (("--shard", "viertel", "--output", "x"), "write it as 3/64"),
        (("--output", "x", "--format", "csv"), "jsonl, parquet"),
        (("--output", "x", "--published", "gestern"), "2024-10-14"),
    ],
)
def test_what_is_no_shard(
    options: tuple[str, ...], says: str, archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.parent)
    ran = run("extract", str(archive), *options)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not list(archive.parent.rglob("part-*"))


def test_parts_of_two_numbers_are_not_mixed(archive: Path, run: Run, tmp_path: Path) -> None:
    read(run, archive, tmp_path / "parts", 2)
    ran = run("extract", str(archive), "--shard", "1/3", "--output", str(tmp_path / "parts"))
    assert ran.code == 2
    assert "part-00001-of-00002.jsonl" in ran.err
    assert list(foreign_parts(tmp_path / "parts", 2)) == []


@pytest.mark.parametrize("count", [1, 4, 64])
def test_each_key_is_in_one_shard(count: int) -> None:
    shards = [Shard(number, count) for number in range(1, count + 1)]
    sizes = dict.fromkeys(shards, 0)
    for number in range(64 * 50):
        (home,) = (shard for shard in shards if shard.holds(f"ä{number}\udc80"))
        sizes[home] += 1
    assert min(sizes.values()) > 64 * 50 / count / 2


def test_shards_stay_where_they_are() -> None:
    """Else the parts of two versions could not be joined."""
    names = ("nato", "beben", "wahl", "streik", "flut")
    held = [[n for n in range(1, 9) if Shard(n, 8).holds(name)] for name in names]
    assert held == HELD
    assert parse_shard("3/64") == (3, 64)


HELD = [[2], [1], [1], [3], [2]]


@needs.package("pyarrow")
def test_parquet_holds_the_same(archive: Path, run: Run, tmp_path: Path) -> None:
    from pyarrow import parquet

    read(run, archive, tmp_path / "p", 2, "--format", "parquet")
    read(run, archive, tmp_path / "j", 2)
    rows: list[Any] = []
    for file in sorted((tmp_path / "p").iterdir()):
        rows += parquet.read_table(file).to_pylist()
    files = sorted((tmp_path / "j").iterdir())
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    assert [row["article"] for row in rows] == [line["article"] for line in lines]
    assert [row["error"] for row in rows] == [line["error"] for line in lines]
    assert [[claim["id"] for claim in row["claims"]] for row in rows] == [
        [claim["id"] for claim in line["claims"]] for line in lines
    ]


@pytest.mark.parametrize("form", ["jsonl", pytest.param("parquet", marks=needs.package("pyarrow"))])
def test_what_is_chosen_of_parts_enters_a_ledger(
    form: str, archive: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    read(run, archive, tmp_path / "parts", 1, "--format", form)
    part = tmp_path / "parts" / f"part-00001-of-00001.{form}"
    ran = run("import", str(part), "--where", "source = 'a3'")
    assert "Traceback" not in ran.err
    written = (tmp_path / "claims.yaml").read_text("utf-8")
    assert written.count("article: a3") == 1
    assert "article: a4" not in written
