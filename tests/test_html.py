"""Web pages as articles: what is read of them, and where their text is kept."""

import sys
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.article import read
from claimtrack.article.html import is_page, parse
from claimtrack.model import Article
from tests.conftest import Run

TEXT = (
    "Nach der Sturmflut in der Nacht zum Sonntag hat der Deich bei Nordersiel gehalten.",
    "Bürgermeisterin Anke Harms sagte, im Hafen seien rund 40 Boote gesunken.",
    "Laut Polizei wurden zwei Menschen verletzt, als ein Baum auf die Küstenstraße stürzte.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
<title>Der Deich hält | Küstenbote</title>
<meta property="og:title" content="Der Deich hält">
<meta property="og:site_name" content="Küstenbote">
<meta property="article:published_time" content="2024-02-11T18:30:00+01:00">
<meta name="author" content="Imke Tönnies">
<link rel="canonical" href="https://kuestenbote.example/deich">
</head><body>
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Der Deich hält</h1>{"".join(f"<p>{part}</p>" for part in TEXT)}</article>
<aside><a href="/x">Fährverkehr eingestellt</a></aside>
<footer>© Küstenbote GmbH, Impressum, Datenschutz</footer></body></html>"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "seiten" / "Deich hält.html"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_what_the_page_says_of_its_article(page: Path) -> None:
    (article,), problems = read(page)
    assert problems == ()
    assert (article.id, article.title, article.outlet) == (
        "Deich-haelt",
        "Der Deich hält",
        "Küstenbote",
    )
    assert (article.published, article.author) == ("2024-02-11", "Imke Tönnies")
    assert article.url == "https://kuestenbote.example/deich"


def test_the_text_without_the_rest_of_the_page(page: Path) -> None:
    (article,), _ = read(page)
    assert [part in article.body for part in TEXT] == [True] * 3
    assert "Startseite" not in article.body
    assert "Impressum" not in article.body


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_the_encoding_is_that_of_the_page(encoding: str) -> None:
    raw = PAGE.replace("utf-8", encoding).encode(encoding)
    assert TEXT[2] in parse(raw)[1]


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ('<meta property="article:published_time" content="2031-05-06">', "2031-05-06"),
        (
            '<meta property="article:modified_time" content="2024-03-01">'
            '<meta property="article:published_time" content="2024-02-01">',
            "2024-02-01",
        ),
        ("", None),
    ],
)
def test_the_day_is_one_that_the_page_states(dates: str, published: str | None) -> None:
    body = "".join(f"<p>{part}</p>" for part in TEXT)
    raw = f"<html><head>{dates}</head><body><article>{body}</article></body></html>".encode()
    assert parse(raw)[0].one("published") == published


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\n <html lang=de>", True),
        (b"<p>Der Rat tagt.</p>", False),
        (b"Der Rat tagt. <html>", False),
        (b"", False),
    ],
)
def test_a_page_is_told_by_its_head(raw: bytes, told: bool) -> None:
    assert is_page(raw) is told


def test_the_text_is_kept_beside_the_ledger(page: Path, run: Run) -> None:
    assert run("ingest", "seiten", "--ledger", "claims.yaml").code == 0
    kept = Path("texts/Deich-haelt.txt")
    found, problems = ledger.load(Path("claims.yaml"))
    assert problems == ()
    assert [(one.file, one.title) for one in found.sources] == [
        ("texts/Deich-haelt.txt", "Der Deich hält")
    ]
    body = kept.read_text(encoding="utf-8")
    assert [claim.quote.text for claim in found.claims if claim.quote] == [
        " … ".join(body[start:end] for start, end in claim.quote.spans)
        for claim in found.claims
        if claim.quote
    ]
    assert len(found.claims) == 2
    page.unlink()
    assert run("check").code == 0


def test_a_second_ingest_changes_nothing(page: Path, run: Run) -> None:
    run("ingest", ".", "--ledger", "claims.yaml")
    before = {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()}
    again = run("ingest", ".", "--ledger", "claims.yaml")
    assert (again.code, again.err) == (0, "")
    assert {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()} == before


def test_a_dry_run_keeps_no_text(page: Path, run: Run) -> None:
    run("ingest", "seiten", "--ledger", "claims.yaml", "--dry-run")
    assert not Path("texts").exists()


def test_a_page_without_an_article_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "leer.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    articles, (problem,) = read(path)
    assert articles == ()
    assert "no article is found in this page" in problem.message


def test_without_the_library_one_line_says_what_to_install(
    page: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    ran = run("extract", str(page))
    assert ran.code == 2
    assert ran.err.count("pip install 'claimtrack[html]'") == 1


def test_a_page_beside_other_files_is_one_of_the_batch(page: Path) -> None:
    (page.parent / "b.txt").write_text("Der Rat hat getagt und die Stadt spart.", encoding="utf-8")
    assert [type(one) for one in read(page.parent)[0]] == [Article, Article]
