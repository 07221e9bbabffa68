"""Every field of the ledger goes all the way: written, read, shown, compared, kept."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack import ledger
from claimtrack.analysis.claim_diff import differences
from claimtrack.cli.app import program
from claimtrack.fields import FIELDS, Field
from claimtrack.ids import stamp
from claimtrack.ledger.files.read_ledger import load_file
from claimtrack.ledger.format.entries import ENTRIES, ClaimEntry, names, schema
from claimtrack.model import Actor, Claim, Figure, Ruling, Source, Topic
from claimtrack.render import contract, show
from claimtrack.render.claims import COLUMNS
from claimtrack.render.screen import Screen
from claimtrack.text import folded, searched
from tests import needs
from tests.ledger.readings import article, claims

ROOT = Path(__file__).parent.parent
OWN = [field for field in FIELDS if field.whose in ("reading", "analyst")]
"""What a hand may set: the rest are ids, places and the parser's notes."""
OTHER = "deichverband-8qcb6j"
TYPED = {
    "text": "ein Wort",
    "grade": "3",
    "day": "2024-05-01",
    "names": "Amt für Deiche,dpa",
    "ids": OTHER,
    "figures": "[{text: rund 40, what: Leute, state: sent, scope: [in Linz]}]",
}
FIRST = claims()[0].id


def typed(field: Field) -> str:
    return field.choices[-1] if field.choices else TYPED[field.sort]


def parts(field: Field) -> list[str]:
    """The pieces of what is typed that have to be found again."""
    return (
        ["rund 40", "Leute", "sent", "in Linz"]
        if field.sort == "figures"
        else typed(field).split(",")
    )


@pytest.fixture(params=OWN, ids=lambda field: field.name)
def field(request: pytest.FixtureRequest) -> Field:
    found: Field = request.param
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "claims.yaml"
    ledger.merge(file, [(article(), claims())])
    return file


def first(path: Path) -> Claim:
    return ledger.load(path)[0].claims[0]


def test_a_field_that_is_set_goes_all_the_way(path: Path, field: Field) -> None:
    before = first(path)
    assert ledger.set_fields(path, [FIRST], {field.name: typed(field)}) == (FIRST,)
    after = first(path)
    value = getattr(after, field.of_claim)
    assert value != getattr(before, field.of_claim)
    assert re.search(rf"^ +{field.name}:", path.read_text("utf-8"), re.MULTILINE)
    assert ledger.load(path) == load_file(path), "the index does not say what the file says"
    assert contract.claim_record(after)[field.of_claim] != contract.claim_record(before).get(
        field.of_claim
    )
    names_differing = [one.field for one in differences(before, after)]
    assert names_differing == ["wording" if field.name == "claim" else field.name]
    text = "\n".join(show.view(after, show.Setting(), Screen(width=200)))
    assert all(part in text for part in parts(field)), text
    if field.searched:
        assert folded(typed(field)) in searched(after)
    assert (stamp(after) != stamp(before)) == (field.whose == "reading")
    ledger.set_fields(path, [FIRST], {field.name: ""})
    assert (
        getattr(first(path), field.of_claim)
        == {item.name: item.default for item in dataclasses.fields(Claim)}[field.of_claim]
    )


@pytest.mark.parametrize("seen", [True, False], ids=["read again", "no longer found"])
def test_a_reading_keeps_what_a_hand_set(path: Path, field: Field, seen: bool) -> None:
    """A claim that an analyst wrote something on stays, whatever becomes of its article."""
    ledger.set_fields(path, [FIRST], {field.name: typed(field)})
    before = first(path)
    ledger.merge(path, [(article(), claims()[0 if seen else 1 :])], prune=True)
    assert first(path) == before


def test_what_the_parser_reads_is_written(path: Path, field: Field) -> None:
    if field.whose != "reading" or field.name == "figures":  # figures are in every reading above
        return
    value: object = typed(field)
    if field.sort == "names":
        value = tuple(str(value).split(","))
    if field.name == "answers":
        value = (claims()[1].id,)
    found = [dataclasses.replace(claims()[0], **{field.of_claim: value}), *claims()[1:]]
    ledger.merge(path, [(article(), found)])
    assert getattr(first(path), field.of_claim) == value
    assert first(path).read is not None
    assert stamp(first(path)) == first(path).read.stamp  # type: ignore[union-attr]


def test_the_format_has_the_fields_in_their_order() -> None:
    assert tuple(field.name for field in FIELDS) == names(ClaimEntry)
    assert all(info.description for info in ClaimEntry.model_fields.values())
    attributes = {item.name for item in dataclasses.fields(Claim)}
    derived = {"reported", "within", "speaker", "cue"}
    assert {field.of_claim for field in FIELDS} - {"at"} == attributes - derived


def test_the_schema_has_every_field() -> None:
    for section, entry in ENTRIES.items():
        shown = schema()["$defs"][entry.__name__]["properties"]
        assert tuple(shown) == names(entry), section


def test_the_page_on_the_ledger_tells_of_every_field() -> None:
    rows = re.findall(r"^\| (`.*?) \|", (ROOT / "docs/ledger.md").read_text("utf-8"), re.MULTILINE)
    told = set(re.findall(r"`(\w+)`", " ".join(rows)))
    assert {field.name for field in FIELDS} - {"id", "article"} <= told


def test_lists_and_add_have_what_the_rows_say() -> None:
    assert {field.name for field in FIELDS if field.column} <= COLUMNS.keys()
    assert {field.name for field in OWN} - {"claim"} <= COLUMNS.keys()
    help_ = CliRunner().invoke(program("add"), ["add", "--help"], terminal_width=200).output
    for field in OWN:
        assert f"--{field.flag or field.name} " in help_, field.name


@needs.package("pyarrow")
def test_every_field_has_its_column_in_arrow_tables() -> None:
    from claimtrack.export.arrow import CLAIM

    assert {field.of_claim for field in FIELDS} - {"at"} <= CLAIM.keys()


MODELS = {
    "articles": Source, "actors": Actor, "topics": Topic, "claims": Claim, "rulings": Ruling,
}  # fmt: skip
SOURCE = {
    "id": "pegel", "file": "pegel.txt", "title": "Der Pegel: steigt", "published": "2024-06-03",
    "outlet": "Kurier", "author": "A. Ber", "agencies": ["dpa"], "url": "https://a.example/x",
    "retrieved": "2024-06-04", "archive": "https://b.example/x", "reliability": "B",
    "passed": ["0-31 Die Stadt rechne mit 300 Gästen"],
    "sha256": "00aa", "wrote": "0000aa 0000bb",
}  # fmt: skip
ENTRY: dict[str, dict[str, object]] = {
    "articles": SOURCE,
    "actors": {"name": "Hanna Vogt", "aliases": ["Vogt"], "kind": "person", "of": "Linz",
               "reliability": "C"},
    "topics": {"name": "Pegel", "words": ["Pegel", "Donau"]},
    "rulings": {"claims": ["a", "b"], "verdict": "update", "why": "später", "by": "ab",
                "on": "2024-06-05", "as": "0000aa 0000bb"},
}  # fmt: skip


@pytest.mark.parametrize("section", ENTRY)
def test_every_field_of_the_other_entries_is_read(section: str) -> None:
    """Each is in the model, under the name that the format gives it."""
    assert set(ENTRY[section]) == set(names(ENTRIES[section]))
    text = f"{section}:\n  - {ENTRY[section]!s}\n"
    read, problems = ledger.read_text(text, "claims.yaml")
    assert not problems
    values = {
        "articles": read.sources, "actors": read.actors, "topics": read.topics,
        "rulings": read.rulings,
    }[section]  # fmt: skip
    assert [item.name for item in dataclasses.fields(values[0])] == list(
        ENTRIES[section].model_fields
    )
    for name, value in dataclasses.asdict(values[0]).items():
        assert value, name
    if section == "articles":
        assert set(contract.article_record(read.sources[0], 0)) >= set(SOURCE) - {"wrote"}
    if section == "actors":
        assert set(contract.actor_record(read.actors[0], 0, 0)) >= set(ENTRY["actors"])


def test_a_reading_keeps_what_a_hand_wrote_of_an_article(path: Path) -> None:
    """All but the text's checksum and the traces of its claims is the analyst's."""
    own = {name: value for name, value in SOURCE.items() if name not in ("sha256", "wrote", "file")}
    fields = "".join(
        f"    {name}: {value}\n" for name, value in own.items() if name not in ("id", "title")
    )
    text = path.read_text("utf-8")
    path.write_text(text.replace("    sha256:", fields + "    sha256:"))
    before = ledger.load(path)[0].sources[0]
    assert before.reliability == "B" and before.agencies == ("dpa",)
    ledger.merge(path, [(article(), claims()[1:])], prune=True)
    after = ledger.load(path)[0].sources[0]
    assert dataclasses.replace(after, wrote=()) == dataclasses.replace(before, wrote=())


def test_a_figure_keeps_every_field_on_its_way() -> None:
    text = (
        "claims:\n  - claim: x\n    figures:\n      - {text: rund 40, what: Leute, state: sent,"
        " scope: [in Linz], value: 41, min: 30, max: 50}\n"
    )
    read, problems = ledger.read_text(text, "claims.yaml")
    assert not problems
    figure = read.claims[0].figures[0]
    assert dataclasses.asdict(figure).keys() == dataclasses.asdict(Figure("")).keys()
    assert contract.figure_record(figure) == {
        "text": "rund 40", "value": 41, "min": 30, "max": 50, "far": [30, 50], "what": "Leute",
        "state": "sent", "scope": ["in Linz"],
    }  # fmt: skip
