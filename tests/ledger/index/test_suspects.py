"""A check looks at claims with which something may be wrong, and finds what one of all finds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimtrack.ledger.checks.mend import problems
from claimtrack.ledger.index.check_subject import case_of_index
from claimtrack.ledger.index.file_pieces import FilePieces
from claimtrack.ledger.index.ledger_index import Index, from_index
from claimtrack.ledger.index.sync import Unusual
from claimtrack.ledger.queries import _problems_of_files
from claimtrack.model import Article, Problem
from tests.laws import examples

BODY = "Es regne heute in Linz, sagte Anna Weber."
HEAD = """\
version: 1
articles:
- {id: regen, file: regen.md}
- {id: wind, title: Wind}
actors:
- {name: Anna Weber, aliases: [Weber]}
"""
FIELDS: dict[str, Sequence[str]] = {
    "id": (),
    "actor": ("Anna Weber", "Ana Weber", "[Weber, Annа Weber]", "Jan Voss", "Jan Voss\u200b", ""),
    "via": ("dpa", "[dpa, Ana Weber]", ""),
    "cites": ("Anna Weber", "[Jan, Anna Webr]", ""),
    "claim": ("es regne", "es regne nicht"),
    "stance": ("asserts", "denies", "denys", ""),
    "article": ("wind", "wnd", "regen", ""),
    "answers": ("a", "[b, z]", "[y]", ""),
    "figures": (
        "[{text: rund 300, state: killed}]",
        "[{text: viele}]",
        "[{text: rund 300, state: kiled}]",
        "[{text: rund 300, max: 400}]",
        "",
    ),
    "tags": ("[eins]", "[\u00adeins]", ""),
}
QUOTED = (
    "quote: es regne heute, at: 3-17, article: regen",
    "quote: Es regne heute, at: 0-14, article: regen",
    "quote: Es regne heute, at: 1-15, article: regen",
    "quote: Es schneie, article: regen",
)


def read(file: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The only file that there is."""
    return ((Article("regen", BODY),), ()) if file.name == "regen.md" else ((), ())


def claim(chance: random.Random, ids: Sequence[str]) -> str:
    """A claim with fields at random, most of them sound."""
    fields = [
        f"{name}: {word}"
        for name, words in FIELDS.items()
        if (word := chance.choice((words[0], *words) if name != "id" else ids))
    ]
    if chance.random() < 0.3:
        fields = [field for field in fields if not field.startswith(("claim:", "article:"))]
        fields.append(chance.choice(QUOTED))
    return f"- {{{', '.join(fields)}}}"


def ledger(chance: random.Random, claims: Sequence[str]) -> str:
    """A ledger with these claims, and rulings at random."""
    pairs = (chance.sample("abcdz", 2) for _ in range(chance.randrange(3)))
    ruled = [f"- {{claims: [{one}, {other}], verdict: update, as: 1 2}}" for one, other in pairs]
    rulings = ["rulings:", *ruled] if ruled else []
    return HEAD + "\n".join(("claims:", *claims, *rulings, ""))


def by_index(path: Path) -> tuple[Problem, ...] | None:
    return from_index(path, lambda index: problems(*case_of_index(index, path, read)))


def test_after_any_edit_the_index_finds_what_the_file_shows(tmp_path: Path) -> None:
    file, found = tmp_path / "claims.yaml", 0
    for seed in range(examples(30)):
        chance = random.Random(seed)
        ids = (*"abcdefghijklm", *([""] if seed % 3 == 0 else []))
        claims = [claim(chance, ids) for _ in range(8)]
        for _ in range(6):
            claims[chance.randrange(len(claims))] = claim(chance, ids)
            chance.shuffle(claims)
            file.write_text(ledger(chance, claims), encoding="utf-8")
            of_all = _problems_of_files(file, read)
            assert by_index(file) == of_all
            found += len(of_all)
    assert found


SOUND = "id: a, actor: Anna Weber, claim: es regne, article: wind, answers: [b]"
OTHERS = ("id: b, actor: Jan Voss, cites: Weber, claim: es regne, figures: [{text: 3 Tote}]",)


@pytest.mark.parametrize(
    ("fields", "looked_at"),
    [
        (SOUND, ""),
        (SOUND.replace("wind", "wnd"), "a"),
        (SOUND.replace("wind", "regen"), "a"),
        (SOUND.replace("[b]", "[z]"), "a"),
        (SOUND.replace("[b]", "[a]"), "a"),
        (SOUND.replace("Anna", "Ana"), "a"),
        (SOUND.replace("Anna Weber", "Otto Kahn"), ""),
        (SOUND + ", cites: [Anna Webr]", "a"),
        (SOUND + ", via: [Anna Webr]", "a"),
        (SOUND + ", figures: [{text: viele}]", "a"),
        (SOUND + ", figures: [{text: '3', state: killed}]", ""),
        (SOUND + ", figures: [{text: '3', state: other}]", ""),
        (SOUND + ", figures: [{text: '3', state: kiled}]", "a"),
        (SOUND.replace("id: a", "id: b"), "bb"),
        (SOUND.replace("id: a, ", ""), "+b"),
    ],
)
def test_what_is_looked_at(tmp_path: Path, fields: str, looked_at: str) -> None:
    file = tmp_path / "claims.yaml"
    claims = "".join(f"- {{{each}}}\n" for each in (fields, *OTHERS))
    file.write_text(f"{HEAD}claims:\n{claims}", encoding="utf-8")

    def ask(index: Index) -> str:
        case, _ = case_of_index(index, file, read)
        return "".join(held.ident or "+" for held in case.claims())

    assert from_index(file, ask) == looked_at


@pytest.mark.parametrize(
    ("old", "new"), [("title: Wind", "title: Wand"), ("claim: es regne", "claim: es regnt")]
)
def test_a_piece_that_has_changed_is_not_taken(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(f"{HEAD}claims:\n- {{{SOUND}}}\n", encoding="utf-8")

    def ask(index: Index) -> str:
        pieces = FilePieces(file, index)
        ((_, item),) = index.tables.items()
        pieces.rest(), pieces.item(item)
        file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
        with pytest.raises(Unusual):
            pieces.rest(), pieces.item(item)
        return "asked"

    assert from_index(file, ask) == "asked"
