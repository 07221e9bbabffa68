"""`timeline --svg FILE`: what may be written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Run

DRAW = ("timeline", "--topic", "Beben", "--svg")


@pytest.mark.parametrize("before", [None, ""])
def test_a_free_name_is_written_and_written_again(
    run: Run, quake: Path, before: str | None
) -> None:
    file = Path("beben.svg")
    if before is not None:
        file.write_text(before, encoding="utf-8")
    assert run(*DRAW, "beben.svg").code == 0
    drawn = file.read_bytes()
    assert "Beben</title>" in drawn.decode()
    assert run(*DRAW, "beben.svg").code == 0
    assert file.read_bytes() == drawn


def test_a_picture_that_a_hand_changed_is_left_alone(run: Run, quake: Path) -> None:
    file = Path("beben.svg")
    run(*DRAW, "beben.svg")
    changed = file.read_text(encoding="utf-8").replace("#0072b2", "#000000") + "\n"
    file.write_text(changed, encoding="utf-8")
    ran = run(*DRAW, "beben.svg")
    assert (ran.code, ran.out) == (2, "")
    assert "not as claimtrack made it" in ran.err
    assert file.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    "file",
    [
        "claims.yaml",
        "articles/../claims.yaml",
        "articles/beben-morgenblatt.md",
        "notes.txt",
        "own.svg",
    ],
)
def test_what_is_no_picture_is_left_alone(run: Run, quake: Path, file: str) -> None:
    Path("notes.txt").write_text("Notizen", encoding="utf-8")
    Path("own.svg").write_text('<?xml version="1.0"?>\n<svg/>', encoding="utf-8")
    before = Path(file).read_bytes()
    ran = run(*DRAW, file)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) <= 2
    assert Path(file).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_whoever_reads_it_and_nobody_is_waited_for(
    run: Run, quake: Path
) -> None:
    os.mkfifo("beben.svg")
    ran = run(*DRAW, "beben.svg")
    assert ran.code == 2
    assert "no program is reading from this pipe" in ran.err
    reader = os.open("beben.svg", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(*DRAW, "beben.svg").code == 0
        assert b"Beben</title>" in os.read(reader, 1 << 16)
    finally:
        os.close(reader)


def test_an_article_that_begins_like_a_picture_is_left_alone(run: Run, quake: Path) -> None:
    article = Path("articles/beben-morgenblatt.md")
    article.write_text("<?xml version='1.0'?><html/>", encoding="utf-8")
    ran = run(*DRAW, str(article))
    assert ran.code == 2
    assert "belongs to the ledger" in ran.err
    assert "<html/>" in article.read_text(encoding="utf-8")


@pytest.mark.parametrize("topics", [(), ("--topic", "Beben", "--topic", "Hilfe")])
def test_one_picture_is_of_one_topic(run: Run, quake: Path, topics: tuple[str, ...]) -> None:
    ran = run("timeline", *topics, "--svg", "beben.svg")
    assert ran.code == 2
    assert "one topic" in ran.err
    assert not Path("beben.svg").exists()


def test_what_is_of_another_event_is_told(run: Run, tmp_path: Path) -> None:
    """Two fires, one ledger: the dead of one are drawn, those of the other counted."""
    place = tmp_path / "claims.yaml"
    place.write_text(
        "articles:\n"
        "  - {id: a, title: Brand in Linz, published: 2021-03-02}\n"
        "  - {id: b, title: Zugunglück bei Rom, published: 2021-07-02}\n"
        "claims:\n"
        "  - {id: x, actor: Feuerwehr, article: a,\n"
        "     quote: in Linz seien 3 Menschen getötet worden,\n"
        "     figures: [{text: 3, what: Menschen, state: killed}]}\n"
        "  - {id: y, actor: Bahn, article: b, quote: bei Rom seien 8 Menschen getötet worden,\n"
        "     figures: [{text: 8, what: Menschen, state: killed}]}\n",
        encoding="utf-8",
    )
    ran = run("timeline", "--topic", "Tote", "--ledger", str(place))
    assert "Tote (Rom): figures" in ran.out
    assert "1 figure of other events not drawn" in ran.err
    assert "● the number named" in ran.err


def test_without_figures_changes_of_side_are_shown_and_nothing_is_drawn(
    run: Run, tmp_path: Path
) -> None:
    place, file = tmp_path / "claims.yaml", tmp_path / "damm.svg"
    place.write_text(
        "claims:\n"
        "  - {id: x, actor: Berger, claim: der Damm in Passau sei gebrochen, topic: Damm,\n"
        "     said: 2020-01-02, stance: denies}\n"
        "  - {id: y, actor: Berger, claim: der Damm in Passau sei gebrochen, topic: Damm,\n"
        "     said: 2020-02-02, stance: confirms}\n",
        encoding="utf-8",
    )
    ran = run("timeline", "--topic", "Damm", "--svg", str(file), "--ledger", str(place))
    assert ran.out.splitlines()[-1] == "↺ Berger 2020-01-02 denies → 2020-02-02 confirms"
    assert "no figures to draw" in ran.err
    assert not file.exists()
