"""The recipe for archives: Dask on this machine, whose workers are killed at random moments."""

from __future__ import annotations

import json
import os
import random
import signal
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import claimtrack
from claimtrack.article import read
from tests import needs
from tests.archive.test_parts import lines_of

pytestmark = [
    needs.package("distributed"),
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here"),
]
ARTICLES = Path(__file__).parents[2] / "data" / "articles"
COPIES = 8
KILLS = 2
PATIENCE = 300
"""Seconds after which a cluster that does not come to an end is given up."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles that ship under many ids, and what cannot be read among them."""
    path = tmp_path_factory.mktemp("archive") / "archiv.jsonl"
    lines = [
        json.dumps({"id": f"{article.id}-{copy}", "text": article.body, "published": "2024-10-28"})
        for copy in range(COPIES)
        for article in read(ARTICLES)[0]
    ]
    path.write_text("\n".join([*lines, "{", '{"id": "leer", "text": ""}']), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the archive read in one run, in one process."""
    folder = tmp_path_factory.mktemp("whole")
    claimtrack.read_shard([archive], "1/1", folder)
    return lines_of(folder)


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Two workers, each a process that is started anew when it dies."""
    import dask
    from distributed import Client, LocalCluster

    patient = {"distributed.scheduler.allowed-failures": 10 * KILLS}
    with (
        dask.config.set(patient),
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def read_and_die(shard: str, delay: float, archive: Path, folder: Path, marks: Path) -> str:
    """Reads a shard; the first process that does so is killed after so many seconds."""
    mark = marks / shard.replace("/", "-")
    if delay and not mark.exists():
        mark.touch()
        threading.Timer(delay, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return claimtrack.read_shard([archive], shard, folder)


def delays(count: int) -> list[float]:
    """For each shard the seconds after which its worker is killed, 0 for never."""
    chance = random.Random(count)
    doomed = chance.sample(range(count), min(count, KILLS))
    return [chance.uniform(0.01, 0.6) if at in doomed else 0 for at in range(count)]


@pytest.mark.parametrize("count", [1, 4, 64])
def test_workers_that_are_killed_change_no_byte(
    count: int, client: Any, archive: Path, whole: list[str], tmp_path: Path
) -> None:
    from distributed import wait

    folder, marks = tmp_path / "parts", tmp_path / "marks"
    marks.mkdir()
    read = partial(read_and_die, archive=archive, folder=folder, marks=marks)
    shards = [f"{number}/{count}" for number in range(1, count + 1)]
    futures = client.map(read, shards, delays(count), pure=False)
    wait(futures, timeout=PATIENCE)
    assert len(list(marks.iterdir())) == min(count, KILLS)
    parts = client.gather(futures)
    assert sorted(parts) == sorted(map(str, folder.iterdir()))
    assert len(parts) == count
    assert lines_of(folder) == whole
