"""Decisions that are written at once, beside other hands that write the same file."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.ledger import read_text
from claimtrack.ledger.edit.wanted import as_typed, with_note
from claimtrack.model import Ruling
from claimtrack.review.session import Session
from claimtrack.review.worklist import Worklist

ROOT = Path(__file__).parents[2]
CLAIMS = 12


def text(count: int = CLAIMS) -> str:
    """A ledger with a comment beside each claim."""
    lines = ["version: 1", "", "claims:"]
    for number in range(count):
        lines += [f"  - id: c{number:02d}   # no {number}", f"    claim: Satz {number}"]
        lines += [f"    article: a{number // 4}", ""]
    return "\n".join(lines)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(text(), encoding="utf-8")
    return file


def session(path: Path) -> Session:
    return Session(path, lambda found: found.claims)


def statuses(path: Path) -> dict[str, str]:
    return {claim.id: claim.status for claim in ledger.load(path)[0].claims}


def test_a_decision_is_in_the_file_at_once(path: Path) -> None:
    under = session(path)
    assert under.put("c03", {"status": "accepted"}).good
    added = "    article: a0\n    status: accepted\n"
    head, middle, tail = text().partition("    article: a0\n\n  - id: c04")
    assert (
        path.read_text(encoding="utf-8")
        == head + added + middle.removeprefix("    article: a0\n") + tail
    )
    assert under.claims["c03"].status == "accepted"
    assert under.take_back().good
    assert path.read_text(encoding="utf-8") == text()


@pytest.mark.parametrize(
    ("start", "decided", "at"),
    [(0, (), 1), (0, (1, 2), 3), (11, (), 0), (11, (0, 1), 2), (5, tuple(range(12)), 5)],
)
def test_the_next_undecided(path: Path, start: int, decided: tuple[int, ...], at: int) -> None:
    under = session(path)
    for number in decided:
        under.put(f"c{number:02d}", {"status": "accepted"})
    under.list.move(start)
    assert under.next_undecided() == (len(decided) < CLAIMS)
    assert under.list.at == at


@pytest.mark.parametrize(
    ("start", "by", "at"), [(0, 1, 4), (5, 1, 8), (9, 1, 9), (9, -1, 4), (5, -1, 0), (2, -1, 2)]
)
def test_articles(path: Path, start: int, by: int, at: int) -> None:
    under = session(path)
    under.list.move(start)
    under.move_article(by)
    assert under.list.at == at


def test_a_claim_that_changed_is_not_decided(path: Path) -> None:
    under = session(path)
    ledger.set_fields(path, ["c02"], {"note": "not mine"})
    before = path.read_bytes()
    told = under.put("c02", {"status": "accepted"})
    assert not told.good and "changed in the meantime" in told.text
    assert path.read_bytes() == before
    assert under.differing["c02"] == (("note", "", "not mine"),)
    assert under.claims["c02"].note == "not mine"
    assert under.put("c02", {"status": "accepted"}).good  # now that it was shown


def test_another_claim_that_changed_stands_in_no_way(path: Path) -> None:
    under = session(path)
    ledger.set_fields(path, ["c02"], {"note": "not mine"})
    assert under.put("c03", {"status": "accepted"}).good
    assert under.claims["c02"].note == "not mine"
    assert under.take_back().good
    claims = {claim.id: claim for claim in ledger.load(path)[0].claims}
    assert (claims["c02"].note, claims["c03"].status) == ("not mine", "new")


def test_taking_back_leaves_what_others_wrote_after(path: Path) -> None:
    under = session(path)
    under.put("c03", {"status": "rejected"})
    ledger.set_fields(path, ["c02"], {"note": "not mine"})
    assert under.take_back().good
    claims = {claim.id: claim for claim in ledger.load(path)[0].claims}
    assert (claims["c02"].note, claims["c03"].status) == ("not mine", "new")


def test_taking_back_a_claim_that_others_changed_is_refused(path: Path) -> None:
    under = session(path)
    under.put("c03", {"quote": "", "claim": "Anders"})
    ledger.set_fields(path, ["c03"], {"note": "not mine"})
    before = path.read_bytes()
    assert not under.take_back().good
    assert path.read_bytes() == before


def test_nothing_to_take_back(path: Path) -> None:
    ledger.set_fields(path, ["c02"], {"note": "of another session"})
    before = path.read_bytes()
    assert not session(path).take_back().good
    assert path.read_bytes() == before


def test_a_broken_file_is_not_written(path: Path) -> None:
    under = session(path)
    under.list.move(3)
    path.write_text("claims: [", encoding="utf-8")
    assert under.changed_outside()
    assert under.errors and under.current and under.current.id == "c03"
    assert not under.put("c03", {"status": "accepted"}).good
    assert path.read_text(encoding="utf-8") == "claims: ["
    path.write_text(text(), encoding="utf-8")
    assert under.changed_outside() and not under.errors
    assert under.put("c03", {"status": "accepted"}).good


def test_a_file_that_was_only_touched_is_not_read_again(path: Path) -> None:
    under = session(path)
    path.touch()
    assert not under.changed_outside()
    path.write_text(text(), encoding="utf-8")
    assert not under.changed_outside()
    path.write_text(text(CLAIMS - 1), encoding="utf-8")
    assert under.changed_outside()
    assert len(under.list.ids) == CLAIMS - 1


def test_what_is_decided_stays_in_the_queue(path: Path) -> None:
    """Though it no longer passes the filter, and wherever others write."""
    under = Session(path, lambda found: [one for one in found.claims if one.status == "new"])
    under.list.move(4)
    under.put("c04", {"status": "accepted"})
    ledger.set_fields(path, ["c05", "c11"], {"status": "rejected"})
    under.changed_outside()
    assert under.list.ids == [f"c{number:02d}" for number in range(CLAIMS)]
    assert under.current and under.current.id == "c04"


def test_many_at_once(path: Path) -> None:
    under = session(path)
    assert under.write([*under.list.ids[2:9]], as_typed({"status": "accepted"})).good
    assert under.counts() == {"new": 5, "accepted": 7, "rejected": 0}
    assert under.take_back().good
    assert path.read_text(encoding="utf-8") == text()


def test_a_reason_goes_behind_the_note(path: Path) -> None:
    under = session(path)
    under.put("c01", {"note": "eins"})
    under.write(["c01"], lambda entry: {"status": "rejected", **with_note("zwei")(entry)})
    assert under.claims["c01"].note == "eins; zwei"
    assert under.claims["c01"].status == "rejected"


def _decide(under: Session, chance: random.Random, mine: dict[str, str], _: Path) -> None:
    ident = chance.choice(under.list.ids)
    status = chance.choice(("accepted", "rejected"))
    if under.put(ident, {"status": status}).good:
        mine[ident] = status


def _back(under: Session, _: random.Random, mine: dict[str, str], __: Path) -> None:
    if under.decisions:
        decision = under.decisions[-1]
        if under.take_back().good:
            mine[decision.on] = decision.before[decision.on].status


def _note(_: Session, chance: random.Random, __: dict[str, str], path: Path) -> None:
    ident = f"c{chance.randrange(CLAIMS):02d}"
    ledger.add_note(path, [ident], f"n{chance.randrange(10**6)}")


def _hand(_: Session, chance: random.Random, __: dict[str, str], path: Path) -> None:
    file = path.read_text(encoding="utf-8")
    number = chance.randrange(CLAIMS)
    path.write_text(
        file.replace(f"# no {number}\n", f"# no {number}\n    # {chance.randrange(10**6)}\n", 1),
        encoding="utf-8",
    )


STEPS: tuple[Callable[[Session, random.Random, dict[str, str], Path], None], ...] = (
    _decide, _decide, _decide, _back, _note, _hand,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(50))
def test_beside_another_writer_nothing_is_lost(path: Path, seed: int) -> None:
    """Every decision that was told as written is there, and every byte of the other's."""
    chance = random.Random(seed)
    under, mine = session(path), dict.fromkeys((f"c{n:02d}" for n in range(CLAIMS)), "new")
    notes: list[str] = []
    for _ in range(12):
        before = path.read_text(encoding="utf-8")
        step = chance.choice(STEPS)
        step(under, chance, mine, path)
        after = path.read_text(encoding="utf-8")
        if step in (_note, _hand):
            notes += [line for line in after.splitlines() if line not in before.splitlines()]
        if chance.random() < 0.3:
            under.changed_outside()
    assert statuses(path) == mine
    there = path.read_text(encoding="utf-8")
    words = [
        word for line in notes for word in line.replace(";", " ").split() if word[-1].isdigit()
    ]
    assert [word for word in words if word not in there] == []


def test_all_shipped_claims_decided_and_taken_back(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "claims.yaml"
    raw = path.read_bytes()
    under = session(path)
    count = len(under.list.ids)
    for number in range(count):
        status = ("accepted", "rejected")[number % 2]
        assert under.current and under.put(under.current.id, {"status": status}).good
        assert under.next_undecided() == (number + 1 < count)
    left = [line for line in path.read_text("utf-8").splitlines() if "    status: " not in line]
    assert left == raw.decode().splitlines()
    for _ in range(count):
        assert under.take_back().good
    assert path.read_bytes() == raw


# A part read anew ---------------------------------------------------------------------------------


def test_after_a_change_only_its_claims_are_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text().replace("claims:", "articles:\n  - id: a1\n\nclaims:")
    path.write_text(before, encoding="utf-8")
    (path.parent / "a1.txt").write_text("Neu.", encoding="utf-8")
    under = session(path)
    monkeypatch.setattr(ledger, "load", lambda _: pytest.fail("the whole ledger was read"))
    assert under.put("c03", {"status": "accepted"}).good
    ledger.rule(path, Ruling(("c01", "c09"), "update"))
    under.written("ruling", "c01")
    ident = ledger.add(path, {"claim": "Neu", "article": "a1"})
    under.written("claim", "c01", [ident])
    whole = read_text(path.read_text("utf-8"), str(path))[0]
    assert list(under.claims.values()) == list(under.ledger.claims) == list(whole.claims)
    assert under.ledger.rulings == whole.rulings
    for _ in range(3):
        assert under.take_back().good
    assert path.read_text("utf-8") == before and ident not in under.claims


def test_claims_without_ids_are_read_with_all_others(path: Path) -> None:
    path.write_text(text() + "  - claim: ohne Namen\n", encoding="utf-8")
    under = session(path)
    assert under.put("c03", {"claim": "Anders"}).good
    assert list(under.claims.values()) == list(read_text(path.read_text("utf-8"), "x")[0].claims)


# The worklist -------------------------------------------------------------------------------------


def worklist(at: int = 0) -> Worklist:
    under = Worklist()
    under.choose(list("abcdef"), "abcdef"[at])
    return under


@pytest.mark.parametrize(
    ("at", "gone", "ids", "now"),
    [
        (0, "c", "abdef", "a"),
        (4, "ac", "bdef", "e"),
        (2, "c", "abdef", "d"),
        (5, "f", "abcde", "e"),
    ],
)
def test_claims_that_are_gone(at: int, gone: str, ids: str, now: str) -> None:
    under = worklist(at)
    under.drop(set(gone))
    assert ("".join(under.ids), under.current) == (ids, now)


@pytest.mark.parametrize(("moved", "then"), [(False, "b"), (True, "e")])
def test_from_a_claim_that_came_in_back_to_where_one_was(moved: bool, then: str) -> None:
    under = worklist(1)
    under.include("z")
    assert under.current == "z" and "".join(under.ids) == "abzcdef"
    if moved:
        under.go("d")
    assert under.next_where(lambda ident: ident != "z") and under.current == then
    assert under.next_where(lambda ident: ident != "z")
    assert under.current == {"b": "c", "e": "f"}[then]
