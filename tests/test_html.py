"""Web pages as articles: what is read of them, and where their text is kept."""

import os
import sys
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.article import blocks, read
from claimtrack.article.file_bytes import LARGEST
from claimtrack.article.page.imprint import authors, outlet, split
from claimtrack.article.page.tree import decoded
from claimtrack.article.web_pages import is_page, parse
from claimtrack.model import Article
from tests import webpages
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


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of Unix")
@pytest.mark.parametrize(
    "there", ["pipe", "link to nothing", "link to its like", "large", "folder"]
)
def test_what_is_no_text_of_ours_is_left_alone(page: Path, run: Run, there: str) -> None:
    place = Path("texts/Deich-haelt.txt")
    place.parent.mkdir()
    if there == "pipe":
        os.mkfifo(place)
    elif there == "large":
        place.touch()
        os.truncate(place, LARGEST + 1)
    elif there == "folder":
        place.mkdir()
    else:
        Path("same").write_text("\n".join(["Der Deich hält", *TEXT]), encoding="utf-8")
        place.symlink_to("../same" if there == "link to its like" else "nowhere")
    before = place.lstat()
    for _ in range(2):
        assert run("ingest", "seiten", "--ledger", "claims.yaml").code == 0
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert source.file == "texts/Deich-haelt-2.txt"
    assert sorted(path.name for path in Path("texts").iterdir()) == [
        "Deich-haelt-2.txt",
        "Deich-haelt.txt",
    ]
    after = place.lstat()
    assert (before.st_ino, before.st_mtime_ns, before.st_size) == (
        after.st_ino,
        after.st_mtime_ns,
        after.st_size,
    )


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
    assert "no article found in this page" in problem.message


def test_without_the_library_one_line_says_what_to_install(
    page: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    ran = run("extract", str(page))
    assert ran.code == 2
    assert ran.err.count("pip install '.[html]'") == 1


def test_a_page_beside_other_files_is_one_of_the_batch(page: Path) -> None:
    (page.parent / "b.txt").write_text("Der Rat hat getagt und die Stadt spart.", encoding="utf-8")
    assert [type(one) for one in read(page.parent)[0]] == [Article, Article]


@pytest.mark.parametrize("page", webpages.PAGES, ids=lambda page: page.name)
def test_pages_of_many_sites(page: webpages.Page, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page.html, encoding="utf-8")
    (article,), problems = read(path)
    assert problems == ()
    told = (article.title, article.outlet, article.published, article.author, article.agencies)
    assert told == (page.title, page.outlet, page.published, page.author, page.agencies)
    assert [part for part in page.lead if part not in article.body] == []
    shown = "\n".join(
        article.body[block.start : block.end]
        for block in blocks(article)
        if block.kind == "paragraph"
    )
    assert [part for part in webpages.TEXT if part not in shown] == []
    assert [part for part in page.debris if part in shown] == []
    assert all(article.body.count(part) == 1 for part in page.lead)


ARTICLE = f"<main><article><h1>Der Deich hält</h1>{''.join(f'<p>{part}</p>' for part in TEXT)}"


@pytest.mark.parametrize(
    ("head", "above", "below", "published", "changed"),
    [
        ("", "", "<footer>Copyright 2019-2025. Impressum. 01.01.2025</footer>", None, None),
        ("", "", "<footer>Stand: 01.01.2025</footer>", None, "2025-01-01"),
        ("", "", "<footer>Heute ist Dienstag, der 05.11.2024</footer>", None, None),
        ("", "<p>Stand: 05.11.2024, 10:12 Uhr</p>", "", None, "2024-11-05"),
        (
            '<meta property="article:modified_time" content="2024-11-05">',
            "",
            "",
            None,
            "2024-11-05",
        ),
        (
            "",
            "<p>Stand: 05.11.2024, erstmals veröffentlicht 29.10.2024</p>",
            "",
            "2024-10-29",
            None,
        ),
        (
            "",
            "<p><time>Stand: 05.11.2024</time> Veröffentlicht: 29.10.2024</p>",
            "",
            "2024-10-29",
            None,
        ),
        ("", "<p>Dienstag, 29. Oktober 2024</p>", "", "2024-10-29", None),
        ("", "<p>Ausstellung 29.10.2024 bis 30.10.2024</p>", "", None, None),
    ],
)
def test_a_day_is_that_of_publication_where_it_says_so(
    head: str, above: str, below: str, published: str | None, changed: str | None
) -> None:
    source = f"<html><head>{head}</head><body>{ARTICLE.replace('<h1>', above + '<h1>')}{below}"
    told, _ = parse(source.encode())
    assert (told.one("published"), told.one("changed")) == (published, changed)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<meta charset=iso-8859-1>„Ja“ – 5 €".encode("cp1252"), "„Ja“ – 5 €"),
        ("<meta charset='ISO8859-1'>„Ja“".encode("cp1252"), "„Ja“"),
        ("„Ja“ für".encode("cp1252"), "„Ja“ für"),
        ("<meta charset=utf-8>„Ja“ für".encode("cp1252"), "„Ja“ für"),
        ("<meta charset=iso-8859-1>„Ja“".encode(), "„Ja“"),
        ("<meta charset=iso-8859-2>Łódź".encode("iso-8859-2"), "Łódź"),
        ("<meta charset=nonsense>für".encode("cp1252"), "für"),
        ("<meta charset=rot13>für".encode("cp1252"), "für"),
        (b"\xef\xbb\xbf" + "für".encode(), "für"),
        ("„Ja“".encode("utf-16"), "„Ja“"),
        ("für".encode() + "ü".encode()[:1], "für"),
        ("der Rat tagt allerdings früh ä".encode("cp1252"), "früh ä"),
        ("nur ä".encode("cp1252"), "nur ä"),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', "<html>"),
        (b"a\0b", "ab"),
    ],
)
def test_bytes_are_read_as_browsers_read_them(raw: bytes, text: str) -> None:
    assert decoded(raw).endswith(text)
    assert "\ufffd" not in decoded(raw)


@pytest.mark.parametrize(
    ("names", "url", "name"),
    [
        (["SPIEGEL ONLINE"], None, "Der Spiegel"),
        (["DER SPIEGEL"], None, "Der Spiegel"),
        (["news.ORF.at"], None, "ORF"),
        (["FAZ.NET"], None, "FAZ"),
        (["n-tv NACHRICHTEN"], None, "n-tv"),
        (["Neue Zürcher Zeitung"], None, "NZZ"),
        (["derStandard.at"], None, "Der Standard"),
        (["WELT"], None, "Die Welt"),
        (["RND RedaktionsNetzwerk Deutschland"], None, "Redaktionsnetzwerk Deutschland"),
        ([None], "https://www.sueddeutsche.de/politik/1", "Süddeutsche Zeitung"),
        (["Wellstädter Bote GmbH & Co. KG"], None, "Wellstädter Bote"),
        (["@bote"], "https://bote.example/1", "bote"),
        ([], "https://www.bote.example/1", "bote.example"),
        ([], "https://[/1", None),
        ([], None, None),
    ],
)
def test_one_name_for_an_outlet(names: list[str | None], url: str | None, name: str | None) -> None:
    assert outlet(names, url) == name


@pytest.mark.parametrize(
    ("title", "alone", "site"),
    [
        ("Hafen zu | Wellstädter Bote", "Hafen zu", "Wellstädter Bote"),
        ("NZZ - Hafen zu", "Hafen zu", "NZZ"),
        ("Hafen zu – tagesschau.de", "Hafen zu", "tagesschau.de"),
        ("Hafen - nach Unfall - gesperrt", "Hafen - nach Unfall - gesperrt", None),
        ("Hafen-Streit: Rat sagt ab", "Hafen-Streit: Rat sagt ab", None),
        ("DER SPIEGEL", "DER SPIEGEL", None),
    ],
)
def test_a_title_has_no_name_of_a_site(title: str, alone: str, site: str | None) -> None:
    assert split(title, ["Wellstädter Bote"]) == (alone, site)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (["Von Eva Muster, Jan Kubik und dpa"], ["Eva Muster", "Jan Kubik"]),
        (["Eva Muster, Wellstädter Bote, Wien"], ["Eva Muster"]),
        (["Eva Muster, New York"], ["Eva Muster"]),
        (["Von Eva Muster, ARD Wellstadt"], ["Eva Muster"]),
        (["Von Eva Muster, Korrespondentin in Kiew"], ["Eva Muster"]),
        (["Eva Muster (Text) und Jan Kubik (Fotos)"], ["Eva Muster", "Jan Kubik"]),
        (["Ein Kommentar von Eva von der Muster"], ["Eva von der Muster"]),
        (["Redaktion"], []),
        (["Wellstädter Bote"], []),
        (["DER SPIEGEL"], []),
        (["dpa/AFP"], []),
        (["Bote Verlags GmbH"], []),
        (["https://bote.example/eva"], []),
        (["Eva Muster", "Eva Muster"], ["Eva Muster"]),
    ],
)
def test_authors_are_persons(told: list[str], names: list[str]) -> None:
    assert list(authors(told, ["Wellstädter Bote"])) == names


def test_marks_around_q_elements() -> None:
    body = (
        ARTICLE + "<p>Er sagte: <q>Das <b>Wort <q>Deich</q></b></q>, und ging dann nach Hause.</p>"
    )
    assert "„Das Wort ‚Deich‘“, und" in parse(f"<html><body>{body}".encode())[1]


def test_a_text_that_is_somebody_else_s_is_not_replaced(page: Path, run: Run) -> None:
    Path("texts").mkdir()
    Path("texts/Deich-haelt.txt").write_text("mine")
    ran = run("ingest", "seiten", "--ledger", "claims.yaml")
    assert ran.code == 0
    assert "texts/Deich-haelt.txt is not as claimtrack wrote it" in ran.err
    assert Path("texts/Deich-haelt.txt").read_text() == "mine"
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert source.file == "texts/Deich-haelt-2.txt"
    assert run("check").code == 0
    again = run("ingest", "seiten", "--ledger", "claims.yaml")
    assert "unchanged" in again.out
    assert len(list(Path("texts").iterdir())) == 2


@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_the_place_of_a_text_is_not_followed(page: Path, run: Run, there: bool) -> None:
    Path("texts").mkdir()
    Path("texts/Deich-haelt.txt").symlink_to(Path("precious").absolute())
    if there:
        Path("precious").write_text("mine")
    run("ingest", "seiten", "--ledger", "claims.yaml")
    assert Path("texts/Deich-haelt.txt").is_symlink()
    assert Path("precious").exists() == there
    assert not there or Path("precious").read_text() == "mine"


@pytest.mark.parametrize("edited", [True, False])
def test_the_text_of_a_page_that_was_corrected(page: Path, run: Run, edited: bool) -> None:
    """It replaces the earlier one, but not what a hand made of that."""
    run("ingest", "seiten", "--ledger", "claims.yaml")
    kept = Path("texts/Deich-haelt.txt")
    first = kept.read_text(encoding="utf-8") + ("mine" if edited else "")
    kept.write_text(first, encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8").replace(TEXT[0], TEXT[0] + " Neu."), "utf-8")
    assert run("ingest", "seiten", "--ledger", "claims.yaml").code == 0
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert source.file == f"texts/Deich-haelt{'-2' * edited}.txt"
    assert " Neu." in Path(source.file).read_text(encoding="utf-8")
    assert not edited or kept.read_text(encoding="utf-8") == first
    assert run("check").code == 0
    assert run("undo").code == 0
    assert kept.read_text(encoding="utf-8") == first


def test_a_text_that_a_hand_changed_is_kept_and_its_article_has_another(
    page: Path, run: Run
) -> None:
    run("ingest", "seiten", "--ledger", "claims.yaml")
    Path("texts/Deich-haelt.txt").write_text("mine")
    assert run("ingest", "seiten", "--ledger", "claims.yaml").code == 0
    assert Path("texts/Deich-haelt.txt").read_text() == "mine"
    (source,) = ledger.load(Path("claims.yaml"))[0].sources
    assert source.file == "texts/Deich-haelt-2.txt"
    assert run("check").code == 0


def test_undo_takes_the_text_with_the_claims(page: Path, run: Run) -> None:
    run("ingest", "seiten", "--ledger", "claims.yaml")
    assert run("undo").code == 0
    assert not list(Path("texts").iterdir())
    assert not Path("claims.yaml").exists()
