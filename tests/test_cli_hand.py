"""The analyst's hand: figures, lists, articles, actors and topics from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.cli.arguments.typed_values import figures
from claimtrack.cli.failure import Failure
from tests.conftest import Run

LEDGER = """\
claims:
  - id: amt-1
    actor: Amt
    claim: Es gebe 40 Opfer
    tags: [eins]
    figures: [{text: '40', what: Opfer, state: killed, scope: [in Linz], max: '50'}]
    said: 2024-05-01
  - id: stadt-1
    actor: Stadt
    claim: 60 Menschen seien umgekommen
    figures: [{text: '60', what: Menschen, state: killed}]
    said: 2024-05-01
"""

TYPED = {
    "12.000 Menschen killed": [("12.000", "Menschen", "killed")],
    "rund 300 Soldaten": [("rund 300", "Soldaten", "other")],
    "300 Menschen getötet": [("300", "Menschen", "killed")],
    "mindestens 40 Tote": [("mindestens 40", "Tote", "killed")],
    "12 Verletzte; 3 Mio. Euro": [("12", "Verletzte", "wounded"), ("3 Mio. Euro", "Euro", "other")],
    "500 aktive Soldaten active": [("500", "aktive Soldaten", "active")],
    "zwölf Panzer delivered": [("zwölf", "Panzer", "delivered")],
}


@pytest.mark.parametrize("typed", TYPED)
def test_figures_as_typed(typed: str) -> None:
    assert [(one.text, one.what, one.state) for one in figures(typed)] == TYPED[typed]


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("viele Menschen", "is not a figure", "write the number"),
        ("Menschen 300", "is not a figure", "write the number"),
        ("300 Menschen kiled", "'kiled' is not a state of a figure", "did you mean killed"),
    ],
)
def test_what_is_no_figure(typed: str, message: str, hint: str) -> None:
    with pytest.raises(Failure) as caught:
        figures(typed)
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in a folder of its own, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    path = Path("claims.yaml")
    path.write_text(LEDGER, encoding="utf-8")
    return path


SET = {
    "a state": (["figures.0.state=wounded"], "state: killed, scope", "state: wounded, scope"),
    "a scope": (["figures.0.scope=in Graz,2024"], "[in Linz]", "[in Graz, '2024']"),
    "a field of a figure goes": (["figures.0.max="], ", max: '50'}", "}"),
    "in words": (
        ["figures=rund 300 Soldaten killed"],
        "[{text: '40', what: Opfer, state: killed, scope: [in Linz], max: '50'}]",
        "[{text: rund 300, what: Soldaten, state: killed}]",
    ),
    "as in the file": (
        ["figures=[{text: '41', what: Opfer}]"],
        "[{text: '40', what: Opfer, state: killed, scope: [in Linz], max: '50'}]",
        "[{text: '41', what: Opfer}]",
    ),
    "a list grows": (["tags+=zwei,eins"], "tags: [eins]", "tags: [eins, zwei]"),
}


@pytest.mark.parametrize("case", SET)
def test_set(run: Run, ledger: Path, case: str) -> None:
    words, old, new = SET[case]
    ran = run("set", "amt-1", *words)
    assert ran.code == 0, ran.err
    assert ledger.read_text("utf-8").replace("max: 50", "max: '50'") == LEDGER.replace(old, new, 1)


REFUSED = {
    "no such figure": ("figures.1.state=killed", "the claim has figures.0 to figures.0"),
    "no such field of one": ("figures.0.stat=x", "did you mean “state”?"),
    "a part of another field": ("note.x=y", "“note.x” is not a field"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_set_refuses(run: Run, ledger: Path, case: str) -> None:
    typed, expected = REFUSED[case]
    ran = run("set", "amt-1", typed)
    assert (ran.code, ledger.read_text("utf-8")) == (2, LEDGER)
    assert expected in ran.err


def test_no_hint_is_nonsense(run: Run, ledger: Path) -> None:
    run("set", "amt-1", "figures.0.state=anwesend")
    assert "“anwesend”" in run("check").out
    assert "did you mean" not in run("check").out
    run("set", "amt-1", "figures.0.state=kiled")
    assert "did you mean “killed”" in run("check").out


def test_add_reads_the_figures_in_its_words(run: Run, ledger: Path) -> None:
    ran = run("add", "--claim", "Es wurden 40 Menschen getötet", "--actor", "Amt")
    assert "{text: '40', what: Menschen, state: killed}" in ledger.read_text("utf-8")
    assert "figure: 40 Menschen killed" in ran.err
    ran = run("add", "--claim", "Es seien 41 gewesen", "--figure", "41 Opfer killed")
    assert ledger.read_text("utf-8").endswith("- {text: '41', what: Opfer, state: killed}\n")
    assert "figure" not in ran.err


def test_a_topic_set_on_claims_makes_them_comparable(run: Run, ledger: Path) -> None:
    before = run("conflicts", "amt-1", "stadt-1")
    assert "no conflict" in before.out
    assert "claimtrack set amt-1 stadt-1 topic=NAME" in before.err
    run("set", "amt-1", "figures.0.scope=", "figures.0.max=")
    run("set", "amt-1", "stadt-1", "topic=Brand")
    assert "CONFLICT" in run("conflicts", "amt-1", "stadt-1").out


def test_what_is_rejected_says_how_to_take_that_back(run: Run, ledger: Path) -> None:
    run("reject", "amt-1")
    assert "claimtrack set amt-1 status=new" in run("conflicts", "amt-1", "stadt-1").err


def test_an_alias_is_known_to_the_filters(run: Run, ledger: Path) -> None:
    assert "Amt für Wasser added" in run("actor", "Amt für Wasser", "aliases=Amt").out
    assert "amt-1" in run("list", "--actor", "Amt für Wasser").out
    assert "is unchanged" in run("actor", "Amt für Wasser", "aliases+=Amt").out
    assert "would change" in run("actor", "Amt für Wasser", "of=Linz", "--dry-run").out


def test_an_article_of_which_a_part_of_the_id_is_typed(run: Run, quake: Path) -> None:
    ident = run("articles", "--format", "csv").out.splitlines()[1].split(",")[0]
    ran = run("article", ident[:-1], "published=18.10.2024", "reliability=B")
    assert ran.code == 0, ran.err
    text = (quake / "claims.yaml").read_text("utf-8")
    assert "published: 2024-10-18" in text and "reliability: B" in text
    assert run("article", ident, "reliability").code == 2
    assert run("article", ident, "reliability=X").code == 2
