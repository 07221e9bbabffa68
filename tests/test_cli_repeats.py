"""What `ingest` says of articles: that it has them already, what it took from their text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack import ledger
from tests.conftest import Run

TEXT = "Der Minister sagte am Freitag, der Hafen bleibe geschlossen. Die Stadt ist dagegen."
URL = "https://bote.example/hafen"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def article(name: str, text: str = TEXT, **fields: str) -> str:
    head = "".join(f"{field}: {value}\n" for field, value in fields.items())
    Path(name).write_text(f"---\npublished: 2024-10-14\n{head}---\n{text}\n", encoding="utf-8")
    return name


def sources() -> list[str]:
    found, problems = ledger.load(Path("claims.yaml"))
    assert problems == ()
    return [source.id for source in found.sources]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({}, {}, "the same text"),
        ({"outlet": "Bote"}, {}, "the same text"),
        ({"outlet": "Bote", "url": URL}, {"outlet": "Bote", "url": f"{URL}-2"}, "the same text"),
        ({"url": URL}, {"url": f"{URL}?utm_source=x", "text": f"{TEXT} Neu."}, "the same address"),
        ({"url": URL}, {"url": "http://www.bote.example/hafen/", "text": TEXT}, "the same address"),
        ({"outlet": "Bote"}, {"outlet": "Kurier"}, None),
        ({"url": URL}, {"url": "https://kurier.example/hafen"}, None),
        ({"url": URL}, {"url": f"{URL}-2", "text": f"{TEXT} Neu."}, None),
        ({}, {"text": f"{TEXT} Neu."}, None),
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_the_same_article_twice(
    run: Run, first: dict[str, str], second: dict[str, str], why: str | None, together: bool
) -> None:
    a, b = article("a.md", **first), article("b.md", **second)
    ran = run("ingest", a, b) if together else (run("ingest", a), run("ingest", b))[1]
    assert ran.code == 0
    assert (f"b.md: skipped: b is a again, with {why}" in ran.err) is (why is not None)
    assert sources() == (["a"] if why else ["a", "b"])
    assert run("ingest", a).out.startswith("claims.yaml: unchanged")


def test_a_source_of_the_ledger_is_brought_up_to_date(run: Run) -> None:
    run("ingest", article("a.md", url=URL))
    ran = run("ingest", article("a.md", f"{TEXT} Es bleibt dabei.", url=f"{URL}?fbclid=1"))
    assert (ran.code, ran.err, sources()) == (0, "", ["a"])


OTHER = "Die Ärztin sagte am Montag, die Klinik werde umgebaut. Der Rat lehnt das ab."


def lines(name: str, text: str, **fields: str) -> str:
    Path(name).write_text(json.dumps({"id": "a", "text": text, **fields}), encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        ({"text": TEXT}, {"text": OTHER}, True),
        ({"text": TEXT}, {"text": f"Nachtrag. {TEXT}"}, False),
        ({"text": TEXT}, {"text": f"{OTHER} {TEXT}".replace(" der Hafen", "\n der  Hafen")}, False),
        ({"text": TEXT, "url": URL}, {"text": OTHER, "url": f"{URL}?utm_source=x"}, False),
        ({"text": TEXT, "url": URL}, {"text": OTHER, "url": f"{URL}-2"}, True),
        ({"text": TEXT, "url": URL}, {"text": f"{TEXT} Ja.", "url": f"{URL}-2"}, False),
        ({"text": TEXT, "url": URL}, {"text": OTHER}, True),
        ({"text": "Der Rat tagt.", "title": "A"}, {"text": "Der Rat ruht.", "title": "B"}, True),
        ({"text": "Der Rat tagt.", "title": "A"}, {"text": "Der Rat ruht.", "title": "A"}, False),
    ],
)
@pytest.mark.parametrize("names", [("1.jsonl", "2.jsonl"), ("1.jsonl", "1.jsonl")])
def test_another_article_under_one_id(
    run: Run, first: dict[str, str], second: dict[str, str], taken: bool, names: tuple[str, str]
) -> None:
    assert run("ingest", lines(names[0], **first)).code == 0
    before = Path("claims.yaml").read_bytes()
    ran = run("ingest", lines(names[1], **second))
    said = (
        f'{names[1]}: the article "a" is skipped: the ledger has a different article with this id'
    )
    assert (ran.code, said in ran.err) == ((2, True) if taken else (0, False))
    assert (Path("claims.yaml").read_bytes() == before) is taken
    assert sources() == ["a"]


def test_the_same_file_with_another_text_is_the_article_still(run: Run) -> None:
    run("ingest", article("a.md"))
    assert run("ingest", article("a.md", OTHER)).code == 0


def test_the_same_file_with_another_address_and_other_words_is_another_article(run: Run) -> None:
    run("ingest", article("a.md", url=URL))
    assert run("ingest", article("a.md", OTHER, url=f"{URL}-2")).code == 2


def test_another_file_of_that_name_is_another_article(run: Run) -> None:
    run("ingest", article("a.md"))
    Path("neu").mkdir()
    assert run("ingest", article("neu/a.md", OTHER)).code == 2
    assert run("ingest", article("neu/a.md", f"{TEXT} Mehr dazu morgen.")).code == 0


def test_a_renamed_file_is_no_second_article(run: Run) -> None:
    run("ingest", article("a.md", url=URL))
    Path("a.md").rename("b.md")
    ran = run("ingest", "b.md")
    assert (ran.code, ran.err) == (0, "")
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert (source.id, source.file) == ("a", "b.md")


def test_what_was_taken_from_a_text_is_told(run: Run) -> None:
    Path("a.txt").write_text(f"Passau, 20. Juni 2025 (dpa) – {TEXT}", encoding="utf-8")
    ran = run("ingest", "a.txt")
    assert ran.err.splitlines() == [
        "a.txt: agencies: dpa, which sign the text",
        "a.txt: published: 2025-06-20, the day of its dateline",
    ]
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert (source.published, source.agencies) == ("2025-06-20", ("dpa",))


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (TEXT, (), 'a.txt: warning: no publication date is known: "Freitag" cannot be resolved'),
        (f"{TEXT} Gestern war Ruhe.", (), '"Freitag" and 1 more date cannot be resolved'),
        (TEXT, ("--published", "2024-10-14"), None),
        ("Der Minister sagte, der Hafen von Wellstadt bleibe geschlossen.", (), None),
        ("Der Minister sagte am 3. Mai 2024, der Hafen bleibe geschlossen.", (), None),
    ],
)
def test_a_missing_day_is_told_once(
    run: Run, text: str, options: tuple[str, ...], told: str | None
) -> None:
    Path("a.txt").write_text(text, encoding="utf-8")
    ran = run("ingest", "a.txt", *options)
    assert ran.code == 0
    if told is None:
        assert ran.err == ""
    else:
        first, remedy = ran.err.splitlines()
        assert told in first
        assert "--published" in remedy


def test_of_many_remarks_the_first_are_told(run: Run) -> None:
    lines = (json.dumps({"id": f"a{at}", "text": f"{TEXT} Es waren {at}."}) for at in range(30))
    Path("a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = [line for line in run("ingest", "a.jsonl").err.splitlines() if line[0] != " "]
    assert told[0].startswith("a.jsonl: a0: warning: no publication date")
    assert (len(told), told[-1]) == (21, "… and 10 more remarks of this kind")


def test_a_page_that_names_its_last_change_alone(run: Run) -> None:
    body = f"<article><h1>Hafen zu</h1><p>{TEXT}</p><p>{TEXT} So blieb es.</p></article>"
    head = '<meta property="article:modified_time" content="2024-11-05">'
    Path("a.html").write_text(f"<!DOCTYPE html><html><head>{head}</head>{body}", encoding="utf-8")
    ran = run("ingest", "a.html")
    assert "no publication date is known (last changed 2024-11-05)" in ran.err
    assert ledger.load(Path("claims.yaml"))[0].sources[0].published is None
