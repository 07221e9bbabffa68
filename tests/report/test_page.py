"""The page that the command writes: what is in it, where its links lead, that nothing acts."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from claimtrack.report import claim_table
from tests.conftest import Run
from tests.report.pages import Node, made, marked, read, shipped

LEDGER = "data/claims.yaml"
ARTICLE = "data/articles/nato-bestaetigt-entsendung.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the shipped ledger; it is the working directory."""
    shipped(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def claims() -> dict[str, dict[str, object]]:
    """The claims of the ledger by their ids."""
    return _claims(Path(LEDGER).read_text(encoding="utf-8"))


@cache
def _claims(text: str) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in yaml.safe_load(text)["claims"]}


def plain(text: str) -> str:
    return " ".join(text.split())


def quoted(claim: dict[str, object]) -> str:
    """The words of a claim; the ledger parts the pieces of a quotation by an ellipsis."""
    return plain(str(claim["quote"]).replace(" … ", " "))


def test_the_same_ledger_gives_the_same_bytes(run: Run) -> None:
    made(run, ledger=LEDGER)
    first = Path("page.html").read_bytes()
    made(run, ledger=str(Path(LEDGER).absolute()), file="again.html")
    assert Path("again.html").read_bytes() == first


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("context", ["sentence", "full"])
def test_ids_are_unique_and_every_link_leads_somewhere(run: Run, lang: str, context: str) -> None:
    page = read(made(run, "--lang", lang, "--context", context, "--all", ledger=LEDGER))
    ids = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids)) > 200
    links = {node.attributes["href"] for node in page.all("a") if "href" in node.attributes}
    assert len(links) > 150
    assert {link for link in links if link[1:] not in ids} == set()
    assert page.all("html")[0].attributes["lang"] == lang


@pytest.mark.parametrize("context", ["sentence", "full"])
def test_both_links_of_every_pair_lead_to_the_exact_words(run: Run, context: str) -> None:
    """All pairs that comparing finds, those that are no contradiction too."""
    page = read(made(run, "--all", "--context", context, ledger=LEDGER))
    ran = run("conflicts", "--all", "--format", "jsonl", "--ledger", LEDGER)
    pairs = [json.loads(line) for line in ran.out.splitlines()]
    assert len(pairs) > 25
    words = {ident: quoted(claim) for ident, claim in claims().items()}
    sides: dict[str, set[str]] = {}
    for question in page.all("article"):
        if question.attributes.get("class", "").startswith("question"):
            links = [node for node in question.all("a") if node.attributes.get("class") == "to"]
            for link in links:
                told = plain(marked(page, link.attributes["href"]))
                sides.setdefault(question.attributes["id"], set()).add(told)
    for pair in pairs:
        both = {words[side["claim"]] for side in pair["sides"]}
        assert any(both <= told for told in sides.values()), both


def test_the_words_of_every_claim_are_marked_in_their_article(run: Run) -> None:
    page = read(made(run, ledger=LEDGER))
    rows = page.named("claim-table").all("tr")[1:]
    assert len(rows) == len(claims())
    for row in rows:
        ident = row.all("code")[0].text
        (link,) = [a for a in row.all("a") if a.attributes["href"].startswith("#m")]
        assert plain(marked(page, link.attributes["href"])) == quoted(claims()[ident])


def test_the_policy_allows_its_own_script_and_style_alone(run: Run) -> None:
    text = made(run, ledger=LEDGER)
    page = read(text)
    (policy,) = [
        node.attributes["content"]
        for node in page.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert len(re.findall(r"<script>(.*?)</script>", text, re.S)[0]) <= 4000
    for node in page.all():
        assert not any(name == "style" or name.startswith("on") for name in node.attributes)


def test_filters_choose_claims_and_bring_what_stands_against_them(run: Run) -> None:
    page = read(made(run, "--actor", "NIS", ledger=LEDGER))
    actors = {row.all("b")[0].text for row in page.named("claim-table").all("tr")[1:]}
    assert {"NIS", "ISW"} <= actors
    assert "Kim Yong-hyun" not in actors
    assert "--actor NIS" in page.all("header")[0].text
    shown = {node.text for node in page.named("overview").all("a")}
    assert "nordkoreanische Soldaten (sent)" in shown


def test_whole_texts_come_only_when_asked_for(run: Run) -> None:
    narration = "Die NATO bestätigte am Montag"
    sentence = read(made(run, "--actor", "Rutte", ledger=LEDGER)).named("articles").text
    full = read(made(run, "--actor", "Rutte", "--context", "full", ledger=LEDGER))
    assert len(full.named("articles").text) > 3 * len(sentence)
    assert narration in full.named("articles").text
    assert narration not in sentence


def test_notes_and_who_ruled_can_be_left_out(run: Run) -> None:
    pair = ("isw-gzfvns", "nis-n2yxge")
    run("note", pair[0], "zweite Quelle fehlt", "--ledger", LEDGER)
    why = "NIS meant the first wave"
    run("rule", *pair, "--verdict", "update", "--why", why, "--by", "ab", "--ledger", LEDGER)
    text = read(made(run, ledger=LEDGER)).text
    assert "zweite Quelle fehlt" in text
    assert "update · ab · 2" in text and why in text
    text = read(made(run, "--no-notes", ledger=LEDGER, file="other.html")).text
    assert "zweite Quelle fehlt" not in text
    assert "update · 2" in text and why in text


def test_a_ruled_pair_is_settled_and_quiet_ones_come_with_all(run: Run) -> None:
    def parts(page: Node) -> list[str]:
        return [node.text for node in page.named("questions").all("h3")]

    assert parts(read(made(run, ledger=LEDGER))) == []
    pair = ("isw-gzfvns", "nis-n2yxge")
    run("rule", *pair, "--verdict", "no conflict", "--why", "x", "--ledger", LEDGER)
    assert parts(read(made(run, ledger=LEDGER))) == ["Settled"]
    assert parts(read(made(run, "--all", ledger=LEDGER))) == ["Settled", "No contradiction"]


def test_a_limit_says_how_many_questions_it_leaves_out(run: Run) -> None:
    page = read(made(run, "--limit", "2", ledger=LEDGER))
    assert len(page.named("overview").all("a")) == 2
    assert "8 more questions are not shown" in page.named("overview").text
    page = read(made(run, "--limit", "10", ledger=LEDGER))
    assert len(page.named("overview").all("a")) == 10
    assert "not shown" not in page.named("overview").text


def test_what_is_open_in_the_articles_is_listed_and_then_no_more(run: Run) -> None:
    """The second time the account comes out of the cache, until something changes."""
    pages = [made(run, ledger=LEDGER) for _ in range(2)]
    assert pages[0] == pages[1]
    assert "Tausender" in read(pages[0]).named("coverage").text
    ran = run("coverage", "--kind", "figure", "--format", "jsonl", "--ledger", LEDGER)
    (gap,) = [one for one in map(json.loads, ran.out.splitlines()) if one["text"] == "Tausender"]
    place = "-".join(map(str, gap["at"]))
    run("coverage", gap["article"], "--pass", place, "--ledger", LEDGER)
    assert "Tausender" not in read(made(run, ledger=LEDGER)).named("coverage").text


def test_words_of_a_text_that_is_not_there_stand_in_the_table_alone(run: Run) -> None:
    """Links from the questions lead to them there, their row's to the article without a text."""
    Path(ARTICLE).unlink()
    page = read(made(run, ledger=LEDGER))
    assert "could not be shown" in page.named("articles").text
    expected = {
        ident for ident, claim in claims().items() if claim["article"] == Path(ARTICLE).stem
    }
    alone = set()
    for row in page.named("claim-table").all("tr")[1:]:
        ident = row.all("code")[0].text
        link = row.all("td")[2].all("a")[0].attributes["href"]
        words = row.all("q")[0]
        if "id" in words.attributes:
            alone.add(ident)
            assert plain(words.text) == plain(str(claims()[ident]["quote"]))
            assert "could not be shown" in page.named(link[1:]).text
            assert words.text not in page.named("articles").text
        else:
            assert plain(marked(page, link)) == quoted(claims()[ident])
    assert alone == expected != set()


def test_rows_behind_the_first_are_a_body_of_their_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for first, bodies in ((len(claims()), [len(claims())]), (30, [30, len(claims()) - 30])):
        monkeypatch.setattr(claim_table, "AT_ONCE", first)
        table = read(made(run, ledger=LEDGER)).named("claim-table")
        assert [len(body.all("tr")) for body in table.all("tbody")] == bodies


@pytest.mark.parametrize(("section", "most"), [("claims", 115), ("articles", 75)])
def test_a_claim_costs_little_besides_its_words(run: Run, section: str, most: int) -> None:
    """10,000 claims are to be a page that can be sent: the markup of each, in bytes."""
    _, _, rest = made(run, ledger=LEDGER).partition(f"<section id={section} ")
    markup = sum(map(len, re.findall("<[^>]*>", rest.partition("</section>")[0])))
    assert markup <= most * len(claims()) + 2000


@pytest.mark.parametrize(("lang", "german", "own"), [("en", "de", "en"), ("de", None, None)])
def test_words_are_german_and_what_is_known_of_them_is_in_the_language_of_the_page(
    run: Run, lang: str, german: str | None, own: str | None
) -> None:
    run("accept", "isw-gzfvns", "--ledger", LEDGER)
    page = read(made(run, "--lang", lang, ledger=LEDGER))
    cells = [row.all("td")[2] for row in page.named("claim-table").all("tr")[1:]]
    assert {cell.attributes.get("lang") for cell in cells} == {german}
    assert {quote.attributes.get("lang") for cell in cells for quote in cell.all("q")} == {None}
    known = [span for cell in cells for span in cell.all("span")]
    assert any({"en": "accepted", "de": "angenommen"}[lang] in span.text for span in known)
    assert {span.attributes.get("lang") for span in known} == {own}


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=c&d=e", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/", False),
        ("https:example.org", False),
        ("https://[", False),
    ],
)
def test_only_addresses_of_the_web_become_links(run: Run, url: str, leads: bool) -> None:
    run("article", "nato-bestaetigt", f"url={url}", "--ledger", LEDGER)
    page = read(made(run, ledger=LEDGER))
    links = [node for node in page.all("a") if not node.attributes["href"].startswith("#")]
    assert [node.attributes["href"] for node in links] == ([url] if leads else [])
    assert all(node.attributes["rel"] == "noreferrer noopener" for node in links)


def test_an_empty_choice_is_a_page_too(run: Run) -> None:
    page = read(made(run, "--actor", "Niemand Niemals", ledger=LEDGER))
    assert "No question is open." in page.all("header")[0].text


@pytest.mark.parametrize(
    "file", [LEDGER, "data/articles/nato-bestaetigt-entsendung.md", "own.html"]
)
def test_what_claimtrack_did_not_make_is_left_alone(run: Run, file: str) -> None:
    Path("own.html").write_text("<p>mine</p>")
    before = Path(file).read_bytes()
    ran = run("report", "--ledger", LEDGER, "-o", file)
    assert (ran.code, ran.out) == (2, "")
    assert "not overwritten" in ran.err
    assert Path(file).read_bytes() == before


def test_a_page_that_a_hand_changed_is_left_alone(run: Run) -> None:
    text = made(run, ledger=LEDGER)
    Path("page.html").write_text(text.replace("Where the sources", "WHERE THE SOURCES"))
    assert run("report", "--ledger", LEDGER, "-o", "page.html").code == 2
    assert "WHERE THE SOURCES" in Path("page.html").read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-o", "no/such/page.html"], "no/such"),
        (["-o", "data"], "is a folder"),
        (["-o", "x.html", "--lang", "fr"], "--lang"),
        (["-o", "x.html", "--context", "all"], "--context"),
        ([], "--output"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(run: Run, options: list[str], told: str) -> None:
    ran = run("report", "--ledger", LEDGER, *options)
    assert ran.code == 2
    assert told in ran.err
    assert not Path("x.html").exists()
