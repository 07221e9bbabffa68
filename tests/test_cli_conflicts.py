"""`conflicts` with many pairs: filters, what is new since the last run, what rulings confirm."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimtrack.cli.contrasting import seen
from tests.conftest import Run

LEDGER = """\
version: 1
articles:
  - {id: brand-a, title: Brand in Lindenburg, published: 2024-03-01, outlet: Morgenblatt}
  - {id: brand-b, title: Brand in Lindenburg, published: 2024-03-02, outlet: Abendpost}
  - {id: demo-a, title: Demonstration in Krems, published: 2024-05-01, outlet: Kurier}
topics:
  - {name: Brand, words: [Tote]}
  - {name: Demo, words: [Teilnehmer]}
claims:
  - {id: wehr-1, actor: Feuerwehr, topic: Brand, article: brand-a, tags: [offen],
     quote: es gebe 12 Tote, figures: [{text: "12", what: Tote, state: killed}]}
  - {id: polizei-1, actor: Polizei, topic: Brand, article: brand-b, status: accepted,
     quote: es gebe 12 Tote, figures: [{text: "12", what: Tote, state: killed}]}
  - {id: klinik-1, actor: Klinik, topic: Brand, article: brand-b,
     quote: es gebe 4 Tote, figures: [{text: "4", what: Tote, state: killed}]}
  - {id: amt-1, actor: Polizei, topic: Demo, article: demo-a,
     quote: 700 Teilnehmer seien gekommen,
     figures: [{text: "700", what: Teilnehmer, state: attending}]}
  - {id: host-1, actor: Veranstalter, topic: Demo, article: demo-a,
     quote: 9.000 Teilnehmer seien gekommen,
     figures: [{text: "9.000", what: Teilnehmer, state: attending}]}
"""
FIRE = {"klinik-1 wehr-1", "klinik-1 polizei-1"}
DEMO = {"amt-1 host-1"}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.yaml").write_text(LEDGER, encoding="utf-8")
    return tmp_path / "claims.yaml"


def pairs(run: Run, *options: str) -> set[str]:
    ran = run("conflicts", *options, "--format", "jsonl")
    assert ran.code == 0, ran.err
    records = map(json.loads, ran.out.splitlines())
    return {" ".join(sorted(side["claim"] for side in one["sides"])) for one in records}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), FIRE | DEMO),
        (("--article", "demo"), DEMO),
        (("--article", "Kurier"), DEMO),
        (("--outlet", "abend"), FIRE),
        (("--outlet", "brand"), set()),
        (("--status", "accepted"), {"klinik-1 polizei-1"}),
        (("--tag", "offen"), {"klinik-1 wehr-1"}),
        (("--actor", "Polizei"), DEMO | {"klinik-1 polizei-1"}),
        (("--actor", "Polizei", "--outlet", "Kurier"), DEMO),
        (("--actor", "Feuerwehr", "--outlet", "Abendpost"), set()),
        (("--since", "2024-03-02"), FIRE | DEMO),
        (("--since", "2024-03-03"), DEMO),
        (("--until", "2024-03-02"), FIRE),
        (("--until", "2024-03-01"), set()),
        (("--since", "2024-03-02", "--until", "2024-03-02"), FIRE),
        (("--verdict", "conflict"), FIRE | DEMO),
        (("--verdict", "tension"), set()),
        (("--verdict", "tension", "--verdict", "conflict"), FIRE | DEMO),
        (("--topic", "demo"), DEMO),
        (("--limit", "0"), set()),
        (("--limit", "2"), FIRE | DEMO),
    ],
    ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value),
)
def test_filters(run: Run, ledger: Path, options: tuple[str, ...], expected: set[str]) -> None:
    """One side passes all filters of claims; --since is about the later side, --until both."""
    assert pairs(run, *options) == expected


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--verdict", "conflicts"), "did you mean conflict"),
        (("--status", "acepted"), "did you mean accepted"),
        (("--until", "gestrn"), "--until"),
    ],
)
def test_words_that_are_none(run: Run, ledger: Path, options: tuple[str, ...], hint: str) -> None:
    ran = run("conflicts", *options)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


def test_a_block_is_one_question(run: Run, ledger: Path) -> None:
    """--limit never parts it, and its pairs share its id."""
    first = run("conflicts", "--limit", "1", "--format", "jsonl").out.splitlines()
    blocks = [json.loads(line)["block"] for line in first]
    assert blocks in ([None], [blocks[0]] * 2)
    every = map(json.loads, run("conflicts", "--format", "jsonl").out.splitlines())
    of_fire = {one["block"] for one in every if one["topic"] == "Brand"}
    assert len(of_fire) == 1 and str(*of_fire).startswith("block-")
    ran = run("conflicts", "--topic", "Brand")
    assert "2 sides, 2 pairs" in ran.out
    assert "12 · 2 independent origins: Feuerwehr, Polizei" in ran.out
    assert ran.err.startswith("2 conflicts in 1 question")


def test_what_is_new_since_the_last_run(run: Run, ledger: Path) -> None:
    before = ledger.read_bytes()
    assert "no earlier run was recorded" in run("conflicts", "--since-last", "--limit", "0").err
    assert pairs(run, "--topic", "Demo") == DEMO
    assert pairs(run, "--since-last") == FIRE
    assert pairs(run, "--since-last") == set()
    assert pairs(run) == FIRE | DEMO
    assert ledger.read_bytes() == before
    text = LEDGER.replace('"4"', '"5"').replace("4 Tote", "5 Tote")
    more = text.replace("topic: Demo, article: demo-a,\n     quote: 700", "topic: Demo, quote: 700")
    added = more + (
        "  - {id: zeuge-1, actor: Zeuge, topic: Demo, article: demo-a,\n"
        "     quote: 200 Teilnehmer seien gekommen,\n"
        '     figures: [{text: "200", what: Teilnehmer, state: attending}]}\n'
    )
    ledger.write_text(added, encoding="utf-8")
    new = pairs(run, "--since-last")
    assert new and all("zeuge-1" in pair for pair in new)


def test_what_is_gone_is_forgotten_and_a_new_verdict_is_new(run: Run, ledger: Path) -> None:
    assert pairs(run) == FIRE | DEMO
    ledger.write_text(LEDGER.replace('"9.000"', '"700"'), encoding="utf-8")
    assert pairs(run, "--since-last") == set()
    ledger.write_text(LEDGER, encoding="utf-8")
    assert pairs(run, "--since-last") == DEMO
    run("rule", "amt-1", "host-1", "--verdict", "tension", "--why", "two counts")
    assert pairs(run, "--since-last") == DEMO


@pytest.mark.parametrize("note", [b"", b"{", b"{}", b"\xff", b"7"])
def test_a_damaged_note_is_none(run: Run, ledger: Path, note: bytes) -> None:
    pairs(run)
    (file,) = Path(os.environ["XDG_STATE_HOME"]).rglob("seen/*.json")
    file.write_bytes(note)
    assert seen.seen(ledger) is None
    assert pairs(run, "--since-last") == FIRE | DEMO


def test_where_nothing_can_be_noted_it_is_said(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    ran = run("conflicts")
    assert ran.code == 0 and "CONFLICT" in ran.out
    assert "not recorded for --since-last: " in ran.err


@pytest.mark.parametrize(
    ("verdict", "code", "shown"),
    [("conflict", 0, True), ("tension", 0, True), ("update", 0, False), ("no conflict", 0, False)],
)
def test_what_is_ruled(run: Run, ledger: Path, verdict: str, code: int, shown: bool) -> None:
    """Confirmed, it stays in view and in reports, and is open no longer."""
    assert run("conflicts", "--topic", "Demo", "--exit-code").code == 1
    assert run("rule", "amt-1", "host-1", "--verdict", verdict, "--why", "counted").code == 0
    ran = run("conflicts", "--topic", "Demo", "--exit-code")
    assert ran.code == code
    assert (f"confirmed as {verdict}" in ran.out) is shown
    report = run("conflicts", "--topic", "Demo", "--format", "md").out
    assert (f"confirmed as {verdict}" in report) is shown


def test_what_only_an_analyst_calls_a_conflict_is_in_view(run: Run, ledger: Path) -> None:
    assert run("conflicts", "wehr-1", "host-1").out.startswith("„12“ and „9.000“") is False
    run("rule", "wehr-1", "host-1", "--verdict", "conflict", "--why", "one cannot be true")
    assert "host-1 wehr-1" in pairs(run)
    assert "only an analyst says so" in run("conflicts", "wehr-1", "host-1").out


@pytest.mark.parametrize("form", ["table", "json", "md", "csv"])
@pytest.mark.parametrize(
    "ids", [("wehr-1", "polizei-1"), ("wehr-1", "host-1"), ("klinik-1", "wehr-1")]
)
def test_why_never_answers_with_nothing(
    run: Run, ledger: Path, ids: tuple[str, str], form: str
) -> None:
    ran = run("conflicts", *ids, "--format", form)
    assert ran.code == 0
    assert (ran.out + ran.err).strip("[]\n ")
