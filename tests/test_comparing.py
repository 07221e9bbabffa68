"""Conflicts out of the index: whatever happens to either, they are those of the file."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.conflicts import cache as comparing
from claimtrack.conflicts import compare, event_names, find, regrouping, stored, why
from claimtrack.conflicts import events as links
from claimtrack.conflicts.cache import survey
from claimtrack.conflicts.events import Links
from claimtrack.conflicts.results.event_names import event_of
from claimtrack.conflicts.results.event_titles import Event
from claimtrack.conflicts.results.outcome import Outcome
from claimtrack.conflicts.statement.passage import Texts
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.statement import Statement, Who
from claimtrack.conflicts.stored import PARTS
from claimtrack.ledger.files.article_texts import texts_of
from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.index.database import shelf_of
from claimtrack.ledger.index.facets import TOPIC_PARTS
from claimtrack.model import Actor, Claim, Ledger, Mention, Source
from tests.laws import examples
from tests.ledgers import Book, books, edited

DATA = Path(__file__).parents[1] / "data" / "claims.yaml"
TWO_EVENTS = Book(
    titles=("Brand in Linz", "Feuer in Linz", "Demonstration in Krems", "Protest in Krems"),
    claims=(
        "actor: Polizei, quote: es gebe 40 Tote, article: a0, at: 0-9, "
        "figures: [{text: 40, what: Tote, state: killed}]",
        "actor: Feuerwehr, quote: es gebe 12 Tote, article: a1, at: 0-9, "
        "figures: [{text: 12, what: Tote, state: killed}]",
        "actor: Polizei, quote: es seien 300 Demonstranten gekommen, article: a2, at: 0-9, "
        "figures: [{text: 300, what: Demonstranten, state: attending}]",
        "actor: Veranstalter, quote: es seien 900 Demonstranten gekommen, article: a3, at: 0-9, "
        "figures: [{text: 900, what: Demonstranten, state: attending}]",
    ),
    numbers=(0, 1, 2, 3),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    file.write_text(TWO_EVENTS.text(), encoding="utf-8")
    return file


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[set[str | None]]:
    """The articles of each group that is compared from now on."""
    seen: list[set[str | None]] = []

    def watched(statements: Sequence[Statement], links: Links) -> list[Outcome]:
        seen.append({one.claim.article for one in statements})
        return compare(statements, links)

    monkeypatch.setattr(regrouping, "compare", watched)
    return seen


def is_of_the_file(path: Path) -> bool:
    """Whether the index answers, and the answer is the file's."""
    whole, brief = survey(path, quiet=True), survey(path, quiet=False)
    if whole is None or brief is None:
        return False
    ledger, problems = load_file(path)
    found = find(ledger)
    assert tuple(whole.disputes) == found
    shown = filter(brief.disputes.is_shown, brief.disputes.outcomes)
    assert [*map(brief.disputes.conflict, shown)] == [one for one in found if one.shown]
    assert [one.verdict for one in brief.disputes.outcomes] == [one.verdict for one in found]
    assert whole.problems == problems
    assert whole.ledger.rulings == ledger.rulings
    assert comparing.event_names(path) == event_names(ledger)
    for ident in (side.claim.id for one in found for side in one.sides):
        assert whole.ledger.place(ident) == ledger.place(ident)
    first, last = ledger.claims[0].id, ledger.claims[-1].id
    reasons = comparing.why(path, first, last)
    assert reasons in (None, why(ledger, first, last))
    return reasons is not None


def test_the_shipped_ledger(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA, tmp_path))
    assert is_of_the_file(path)
    assert is_of_the_file(path)


@pytest.mark.parametrize("rare", [2, 12])
@settings(
    derandomize=True,
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.data(), books())
def test_after_any_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rare: int, data: st.DataObject, book: Book
) -> None:
    """``rare``: a name that more articles carry ties none together, so that they part often."""
    monkeypatch.setattr(links, "_RARE_AT_LEAST", rare)
    path = tmp_path / "claims.yaml"
    for _ in range(4):
        path.write_text(book.text(), encoding="utf-8")
        assert is_of_the_file(path)
        book = edited(data.draw, book)


def test_two_claims_are_explained_alike(path: Path, compared: list[set[str | None]]) -> None:
    path.write_text(TWO_EVENTS.text().replace("article: a3", "status: rejected, article: a3"))
    ledger, _ = load_file(path)
    for first, other in permutations(("c0", "c1", "c2", "c3"), 2):
        assert comparing.why(path, first, other) == why(ledger, first, other)
    assert len(compared) == 2  # each event once


def test_two_claims_of_texts_are_explained_alike(path: Path) -> None:
    text = TWO_EVENTS.text()
    for number, body in enumerate(("Es brenne im Werk Kofler", "Im Werk Kofler brannte es")):
        file = path.with_name(f"a{number}.txt")
        file.write_text(f"{body}, so die Polizei. Der Brand in der Halle sei gelöscht.\n" * 3)
        text = text.replace(f"id: a{number},", f"id: a{number}, file: {file.name},")
    path.write_text(text, encoding="utf-8")
    ledger, _ = load_file(path)
    for pair in (("c0", "c1"), ("c0", "c2")):
        expected = why(ledger, *pair, texts=texts_of(path))
        assert comparing.why(path, *pair) == expected
    assert "alike by" in " ".join(why(ledger, "c0", "c1", texts=texts_of(path)).reasons)


def test_only_what_is_new_is_compared(path: Path, compared: list[set[str | None]]) -> None:
    assert is_of_the_file(path)
    assert compared == [{"a0", "a1"}, {"a2", "a3"}]
    path.write_text(f"# mine\n{TWO_EVENTS.text()}".replace("300", "400"), encoding="utf-8")
    assert is_of_the_file(path)
    assert compared[2:] == [{"a2", "a3"}]
    path.write_text(f"# ours\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert is_of_the_file(path)
    assert len(compared) == 3


@pytest.mark.parametrize(("remembered", "again"), [(4, 0), (3, 1), (0, 4)])
def test_what_memory_does_not_hold_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, remembered: int, again: int
) -> None:
    """The four claims of four articles, read one by one."""
    read: list[str] = []

    def watched(ledger: Ledger, who: Who, texts: Texts) -> tuple[Statement, ...]:
        read.extend(claim.id for claim in ledger.claims)
        return prepare(ledger, who, texts)

    monkeypatch.setattr(regrouping, "prepare", watched)
    monkeypatch.setattr(regrouping, "_AT_ONCE", 1)
    monkeypatch.setattr(regrouping, "_REMEMBERED", remembered)
    survey(path, quiet=True)
    assert len(set(read)) == 4
    assert len(read) == 4 + again
    assert is_of_the_file(path)


@pytest.mark.parametrize(("characters", "size"), [(None, 2), (999, 2), (1000, 3), (2000, 4)])
def test_what_an_article_takes_of_the_memory(characters: int | None, size: int) -> None:
    """By its claims, two here, and its text."""
    claims = tuple(Claim(name, "a", quote=Mention("Es regnet.", ())) for name in ("b", "c"))
    ledger = Ledger("claims.yaml", sources=(Source("a"),), claims=claims)
    text = characters and "x" * characters
    assert regrouping._size(prepare(ledger, Actor, lambda _: text or None)) == size


def test_only_events_that_changed_are_named_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[set[str]] = []

    def watched(statements: Sequence[Statement]) -> Event:
        named.append({one.place for one in statements})
        return event_of(statements)

    monkeypatch.setattr(regrouping, "event_of", watched)
    first = comparing.event_names(path)
    assert first == comparing.event_names(path) == event_names(load_file(path)[0])
    assert named == [{"a0", "a1"}, {"a2", "a3"}]
    path.write_text(TWO_EVENTS.text().replace("300 D", "400 D"))
    assert comparing.event_names(path) == event_names(load_file(path)[0])
    assert named[2:] == [{"a2", "a3"}]


def test_the_name_of_an_event_whose_pair_is_quiet(path: Path) -> None:
    """Its claims are looked up for the name of the event alone."""
    earlier = TWO_EVENTS.text().replace(
        "figures: [{text: 12", "said: 2024-04-02, figures: [{text: 12"
    )
    events = "\nevents:\n  - {name: Der Brand, articles: [a0, a1]}\n"
    path.write_text(f"{earlier}{events}", encoding="utf-8")
    assert is_of_the_file(path)
    found = survey(path, quiet=False)
    assert found is not None
    told = {one.verdict: found.disputes.event(one) for one in found.disputes.outcomes}
    assert told["update"] == "Der Brand"


def test_events_that_an_analyst_named(path: Path) -> None:
    text = TWO_EVENTS.text()
    first = comparing.event_names(path)
    path.write_text(f"{text}\nevents:\n  - {{name: Der Brand, articles: [a0, a2]}}\n")
    names = comparing.event_names(path)
    assert names == event_names(load_file(path)[0]) != first
    assert names is not None
    assert {names["a0"], names["a2"]} == {"Der Brand"}


def test_two_articles_that_come_to_tell_of_one_event(
    path: Path, compared: list[set[str | None]]
) -> None:
    assert is_of_the_file(path)
    path.write_text(TWO_EVENTS.text().replace("Protest in Krems", "Brand in Linz"))
    assert is_of_the_file(path)
    assert compared[2:] == [{"a0", "a1", "a3"}, {"a2"}]


def test_a_name_that_ties_no_longer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new article makes a name usual that tied two others, which a third still holds together."""
    monkeypatch.setattr(links, "_RARE_AT_LEAST", 2)
    book = Book(
        titles=("Haller Moser", "Moser Kofler", "Kofler Haller"),
        claims=(
            TWO_EVENTS.claims[0],
            "actor: Amt, quote: es regne, article: a1, at: 0-9",
            TWO_EVENTS.claims[1].replace("a1", "a2"),
        ),
        numbers=(0, 1, 2),
    )
    other = "actor: Amt, quote: es schneie, article: a3, at: 0-9"
    more = replace(
        book,
        titles=(*book.titles, "Haller Wagner Zeller Binder Pichler"),
        claims=(*book.claims, other),
        numbers=(0, 1, 2, 3),
    )
    for one, count in ((book, 1), (more, 0), (book, 1)):
        path.write_text(one.text(), encoding="utf-8")
        assert is_of_the_file(path)
        assert len(find(load_file(path)[0])) == count


DENIED = "actor: Russland, quote: dass nordkoreanische Soldaten entsandt wurden, stance: denies"
CLAIMED = "actor: NIS, quote: dass nordkoreanische Soldaten entsandt wurden, stance: confirms"
TAKEN_BACK = DENIED.replace("denies", "confirms")


@pytest.mark.parametrize("others", [CLAIMED, f"{TAKEN_BACK}, said: 2024-06-01"])
def test_a_choice_among_events_that_have_nothing_else_in_common(path: Path, others: str) -> None:
    """Of what one actor denies to another, or takes back, the plainest is told."""
    book = Book(
        titles=("Gipfel in Kassel", "Messe in Bremen"),
        claims=(
            f"{DENIED}, article: a0, at: 0-9",
            f"{others}, article: a0, at: 90-99",
            f"{DENIED}, article: a1, at: 0-9",
            f"{others}, article: a1, at: 90-99",
        ),
        numbers=(0, 1, 2, 3),
    )
    path.write_text(book.text(), encoding="utf-8")
    assert is_of_the_file(path)
    found = survey(path, quiet=False)
    assert found is not None
    assert len(found.disputes.outcomes) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 1\ntopics:\n  - {name: Feuer, words: [Tote]}"),
        ("version: 1", "version: 1\nactors:\n  - {name: Wache, aliases: [Feuerwehr]}"),
        ("title: Brand in Linz, published: 2024-05-01", "title: Brand in Linz"),
        ("figures: [{text: 12", "status: rejected, figures: [{text: 12"),
    ],
)
def test_what_else_it_hangs_on(path: Path, old: str, new: str) -> None:
    assert is_of_the_file(path)
    path.write_text(TWO_EVENTS.text().replace(old, new), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != TWO_EVENTS.text()
    assert is_of_the_file(path)


@pytest.mark.parametrize("noted", ["", ", as: 000000 000000"])
def test_a_ruling_keeps_a_pair_quiet_until_a_claim_changes(path: Path, noted: str) -> None:
    ruling = f"rulings:\n  - {{claims: [c1, c0], verdict: update{noted}}}\n"
    path.write_text(TWO_EVENTS.text() + ruling, encoding="utf-8")
    assert is_of_the_file(path)
    found = survey(path, quiet=False)
    assert found is not None
    told = {one.ids: found.disputes.told_as(one) for one in found.disputes.outcomes}
    assert told[frozenset(("c0", "c1"))] == ("conflict" if noted else "ruled")


def test_another_program_compares_anew(
    path: Path, compared: list[set[str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_of_the_file(path)
    monkeypatch.setattr(stored, "program", lambda _: "another")
    assert is_of_the_file(path)
    assert len(compared) == 4


@pytest.mark.parametrize(
    ("loading", "parts"),
    [
        (
            "import claimtrack.conflicts.regrouping; from claimtrack import conflicts, model\n"
            "conflicts.find(model.Ledger(''))",  # each kind is loaded when it searches
            PARTS,
        ),
        ("import claimtrack.about.topics", TOPIC_PARTS),
    ],
)
def test_a_change_of_any_part_is_seen(loading: str, parts: tuple[str, ...]) -> None:
    """Whatever is loaded to answer is among the parts whose files tell one program from another."""
    code = (
        f"import sys; from pathlib import Path; {loading}\n"
        "mine = [module for name, module in sys.modules.items() if name[:11] == 'claimtrack.']\n"
        "home = Path(sys.modules['claimtrack'].__file__).parent\n"
        "files = [Path(module.__file__).relative_to(home) for module in mine]\n"
        "print(*{file.parts[0] if len(file.parts) > 1 else '.' for file in files})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert {".", "about"} <= loaded <= set(parts)


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b'"conflict"', b'"tension!"'),
        lambda raw: raw.replace(b"c0", b"c2"),
        lambda raw: raw.replace(b'["linz', b'["graz'),
        lambda raw: raw.replace(b"Polizei", b"Pol\0zei"),
    ],
)
def test_a_damaged_index_is_made_anew(path: Path, damage: Callable[[bytes], bytes]) -> None:
    assert is_of_the_file(path)
    file = shelf_of(path)
    raw = file.read_bytes()
    file.write_bytes(damage(raw))
    assert file.read_bytes() != raw
    is_of_the_file(path)
    assert is_of_the_file(path)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("claims:\n- {id: a, claim: x}\n- {id: a, claim: y}\n", False),
        ("claims:\n- {claim: x}\n", False),
        ("claims: []\n", False),
        ("claims:\n- {id: a, claim: x}\n- {id: b, claims: y}\n", True),
        ("claims:\n- {id: a, claim: x, status: rejected}\n", True),
        ("claims:\n- {id: a, claim: x}\narticles:\n- {id: a, title: T, outlet: Blatt}\n", True),
    ],
)
def test_ledgers_out_of_the_usual(path: Path, text: str, answers: bool) -> None:
    path.write_text(text, encoding="utf-8")
    assert is_of_the_file(path) is answers


def test_a_folder_of_files(path: Path) -> None:
    head, items, rest = TWO_EVENTS.text().partition("claims:\n")
    first, second = rest.split("  - {id: c2")
    path.write_text(f"{head}{items}{first}", encoding="utf-8")
    path.with_name("more.yaml").write_text(f"{items}  - {{id: c2{second}", encoding="utf-8")
    assert is_of_the_file(path.parent)
    path.with_name("more.yaml").write_text(f"{items}  - {{id: c2{second}".replace("300", "5"))
    assert is_of_the_file(path.parent)


def test_an_index_that_another_process_writes(path: Path) -> None:
    from claimtrack.ledger import load

    load(path)
    with sqlite3.connect(shelf_of(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert is_of_the_file(path)
    assert is_of_the_file(path)


def test_a_full_disk(
    path: Path, compared: list[set[str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimtrack.ledger.index.derived import Derived

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Derived, "_write", refuse)
        assert is_of_the_file(path)
        assert len(compared) == 6  # three questions, each compared anew
    assert is_of_the_file(path)
    assert len(compared) == 8  # once for all three
