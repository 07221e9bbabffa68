"""Reading articles: what comes in, what is refused, and where the text is among the debris."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.article import Block, blocks, formats, iter_articles, read, seen_ids, signs
from claimtrack.article.addresses import cleaned, same
from claimtrack.article.agencies import signed
from claimtrack.article.attribution import headline
from claimtrack.article.datelines import read as read_dateline
from claimtrack.article.written_days import days, only, stamped
from claimtrack.model import Article, Problem

SAME = [("ä", ""), ("b", ""), ("ä", "Es gab Streit."), ("c", "")]
GERMAN = "Der Rat hat den Haushalt beschlossen. Die Opposition war dagegen."
ENGLISH = "The council has passed the budget, and the opposition said that it will not be the end."
ARTICLES = Path(__file__).parent.parent / "data" / "articles"


def one(path: Path) -> Article:
    articles, problems = read(path)
    assert problems == ()
    assert len(articles) == 1
    return articles[0]


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


class TestReading:
    def test_front_matter_is_read_as_words(self, tmp_path: Path) -> None:
        head = 'title: "Rat: ja"\nagencies: [dpa, AFP]\npublished: 2024-10-14\ndated: said so\n'
        article = one(write(tmp_path / "rat.md", f"---\n{head}---\n\n{GERMAN}\n"))
        assert (article.id, article.title, article.published) == ("rat", "Rat: ja", "2024-10-14")
        assert article.agencies == ("dpa", "AFP")
        assert article.meta == {"dated": "said so"}
        assert article.body == f"\n{GERMAN}\n"

    def test_the_body_begins_after_the_closing_line(self, tmp_path: Path) -> None:
        plain = write(tmp_path / "a.txt", f"---\n{GERMAN}")
        assert one(plain).body == f"---\n{GERMAN}"
        marked = write(tmp_path / "b.md", b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nDer Rat\r\ntagt.")
        assert one(marked).body == "Der Rat\ntagt."
        bare = write(tmp_path / "c.md", GERMAN)
        assert one(bare).body == GERMAN

    @pytest.mark.parametrize(
        ("line", "title"),
        [
            ("WHO: Masern breiten sich aus", "WHO: Masern breiten sich aus"),
            ("Rat: 'Kein Geld': Schule zu", "Rat: 'Kein Geld': Schule zu"),
            ("Beben auf Kreta – Liveblog:", "Beben auf Kreta – Liveblog:"),
            ("Rat: Das Geld reicht   # von Hand", "Rat: Das Geld reicht"),
            ("Um 12:30 Uhr war Schluss", "Um 12:30 Uhr war Schluss"),
            ("'Rat: ja'", "Rat: ja"),
        ],
    )
    def test_a_headline_may_hold_a_colon(self, tmp_path: Path, line: str, title: str) -> None:
        head = f"title: {line}\npublished: 2024-10-14\n"
        article = one(write(tmp_path / "a.md", f"---\n{head}---\n{GERMAN}"))
        assert (article.title, article.published) == (title, "2024-10-14")
        assert article.body == GERMAN

    def test_fields_that_are_deeper_do_not_hurt(self, tmp_path: Path) -> None:
        head = "title: A\nseo: {a: {b: c}}\nauthor:\n"
        article = one(write(tmp_path / "a.md", f"---\n{head}---\n{GERMAN}"))
        assert (article.title, article.author) == ("A", None)

    def test_aliases_are_no_bombs(self, tmp_path: Path) -> None:
        alias = write(tmp_path / "b.md", f"---\nx: &a [b]\ny: *a\n---\n{GERMAN}")
        assert one(alias).body == GERMAN

    @pytest.mark.parametrize(
        ("stem", "wanted"),
        [
            ("rat", "rat"),
            ("Rat im März", "Rat-im-Maerz"),
            ("2024_10-rat.v2", "2024_10-rat.v2"),
            ("façade", "facade"),
        ],
    )
    def test_ids_come_from_the_stem(self, tmp_path: Path, stem: str, wanted: str) -> None:
        assert one(write(tmp_path / f"{stem}.txt", GERMAN)).id == wanted

    def test_a_timestamp_is_cut_to_its_day(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.md", f"---\npublished: 2024-10-14T08:00:00+02:00\n---\n{GERMAN}")
        assert one(path).published == "2024-10-14"

    def test_a_wrong_date_costs_the_date_alone(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.md", f"---\ntitle: A\npublished: Herbst\n---\n{GERMAN}")
        articles, problems = read(path)
        assert articles[0].published is None
        assert (problems[0].severity, problems[0].line) == ("warning", 3)

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for raw, ids in ((GERMAN, ["stdin"]), ('{"id": 7, "text": "Der Rat tagt."}', ["7"])):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
            articles, problems = read(Path("-"))
            assert [article.id for article in articles] == ids
            assert problems == ()
            assert articles[0].file is None


class TestBatches:
    def test_json_lines_go_on_after_a_broken_one(self, tmp_path: Path) -> None:
        lines = (
            '{"id": "a", "text": "Der Rat tagt.", "tokens": [[0, 3]], "title": "T"}\n'
            "{broken\n\n[1]\n"
            '{"text": "Die Lage ist ernst."}\n'
            '{"id": "e", "text": "' + ENGLISH + '"}\n'
            '{"id": "s", "text": "Der \\ud800"}\n'
        )
        articles, problems = read(write(tmp_path / "l.jsonl", lines))
        assert [(article.id, article.title) for article in articles] == [("a", "T"), ("l-5", None)]
        assert [problem.line for problem in problems] == [2, 4, 6, 7]

    def test_json_lines_are_streamed(self, tmp_path: Path) -> None:
        path = write(tmp_path / "l.jsonl", b'{"text": "Der Rat tagt."}\n\xff\xff\xff\n')
        found = iter_articles([path])
        assert isinstance(next(found), Article)
        assert isinstance(next(found), Problem)

    def test_a_folder_is_read_in_order_without_hidden_files(self, tmp_path: Path) -> None:
        for name in ("b/z.txt", "b/c.md", "a.txt", "README.md", ".git/x.txt", ".x.md", "n.csv"):
            write(tmp_path / name, GERMAN)
        wanted = [str(tmp_path / name) for name in ("a.txt", "b/c.md", "b/z.txt")]
        assert [article.file for article in read(tmp_path)[0]] == wanted

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_a_folder_may_hold_what_never_ends(self, tmp_path: Path) -> None:
        write(tmp_path / "d/a.txt", GERMAN)
        write(tmp_path / "d/b.md/c.txt", f"{GERMAN} Es gab Streit.")
        os.mkfifo(tmp_path / "d/p.md")
        (tmp_path / "d/zero.txt").symlink_to("/dev/zero")
        (tmp_path / "d/lost.txt").symlink_to("nowhere")
        (tmp_path / "d/loop.txt").symlink_to("loop.txt")
        articles, problems = read(tmp_path / "d")
        assert [article.id for article in articles] == ["a", "c"]
        assert {
            Path(problem.file).name: problem.message.split(" (")[0] for problem in problems
        } == {
            "loop.txt": "a broken link",
            "lost.txt": "a broken link",
            "p.md": "not a regular file",
            "zero.txt": "not a regular file",
        }
        assert {problem.severity for problem in problems} == {"error"}

    def test_the_second_article_of_an_id_is_a_problem(self, tmp_path: Path) -> None:
        first = write(tmp_path / "1/a.txt", GERMAN)
        second = write(tmp_path / "2/a.txt", f"{GERMAN} Es gab Streit.")
        found = list(iter_articles([first, second, first]))
        assert [type(item) for item in found] == [Article, Problem]
        assert str(first) in str(found[1])

    @pytest.mark.parametrize("held", [1, 2, 3, 4])
    def test_ids_are_known_again_wherever_they_are_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
    ) -> None:
        """In memory up to a bound, then in a temporary file."""
        monkeypatch.setattr(seen_ids, "HELD", held)
        lines = [f'{{"id": "{name}", "text": "{GERMAN} {text}"}}' for name, text in SAME]
        paths = [write(tmp_path / name, "\n".join(lines)) for name in ("1.jsonl", "2.jsonl")]
        found = list(iter_articles(paths))
        assert [item.id for item in found if isinstance(item, Article)] == ["ä", "b", "c"]
        twice = [item for item in found if isinstance(item, Problem)]
        assert [item.article for item in twice] == ["ä", "ä"]
        assert all(str(paths[0]) in item.message for item in twice)

    def test_names_of_files_may_be_no_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(seen_ids, "HELD", 1)
        with seen_ids.seen_articles() as known:
            for ident, file in (("a", "\udc80"), ("b", None)):
                article = Article(ident, "", file=file, sha256="0")
                assert known.before(article) is None
                assert known.before(article) == (file, "0")

    def test_what_is_not_wanted_is_not_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Not even its text, and nothing is told of it; what has no id is asked for by its line."""
        read_texts: list[str] = []
        monkeypatch.setattr(formats, "check", read_texts.append)
        file = write(tmp_path / "l.jsonl", '{"id": "a", "text": "A"}\n{"text": "B"}\n{')
        asked: list[str] = []
        wanted = {"l-2"}
        found = list(iter_articles([file], lambda key: asked.append(key) or key in wanted))
        assert asked == ["a", "l-2", f"{file}:3"]
        assert [item.id for item in found if isinstance(item, Article)] == ["l-2"]
        assert read_texts == ["B"]

    def test_a_problem_names_its_article_where_it_is_known(self, tmp_path: Path) -> None:
        lines = [
            f'{{"id": "e", "text": "{ENGLISH}"}}',
            '{"id": "f", "text": 3}',
            "{",
            '{"text": ""}',
        ]
        problems = read(write(tmp_path / "l.jsonl", "\n".join(lines)))[1]
        assert [problem.article for problem in problems] == ["e", None, None, "l-4"]

    def test_one_id_with_one_text_is_one_article(self, tmp_path: Path) -> None:
        paths = [write(tmp_path / name, GERMAN) for name in ("a.txt", "texts/a.txt")]
        assert [one.file for one in iter_articles(paths)] == [str(paths[0])]

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("a.txt", b"", "empty"),
            ("a.md", b"---\ntitle: A\n---\n \n", "empty"),
            ("a.txt", "Der Rat tagt früh.".encode("latin-1"), "not UTF-8 at byte 15"),
            ("a.txt", GERMAN.encode("utf-16"), "UTF-16"),
            ("a.txt", b"\x7fELF\0\0\0", "not a text file"),
            ("a.txt", ENGLISH.encode(), "English"),
            (
                "a.txt",
                "Le conseil a voté le budget et les élus sont pour la loi.".encode(),
                "French",
            ),
            ("a.txt", "Городской совет принял бюджет.".encode(), "not German"),
            ("a.md", b"---\ntitle: A\nDer Rat", "not closed"),
            ("a.md", b"---\ntitle: a\n b: c\n---\nDer Rat", "front matter"),
            ("a.md", b"---\ntitle: a\ntitle: b\n---\nDer Rat", "twice"),
            ("a.md", b"---\n- a\n---\nDer Rat", "front matter"),
            ("a.html", b"<p>Der Rat.</p>", "no article found in this page"),
            ("a.pdf", b"Der Rat tagt.", "this kind of file cannot be read"),
        ],
    )
    def test_what_cannot_be_read_is_one_clear_problem(
        self, tmp_path: Path, name: str, content: bytes, says: str
    ) -> None:
        path = write(tmp_path / name, content)
        good = write(tmp_path / "gut.txt", GERMAN)
        found = list(iter_articles([path, good]))
        assert [type(item) for item in found] == [Problem, Article]
        assert isinstance(found[0], Problem)
        assert says in found[0].message
        assert found[0].file == str(path)
        assert found[0].hint

    def test_a_missing_path_and_an_empty_folder(self, tmp_path: Path) -> None:
        for path, says in ((tmp_path / "no.txt", "no such file"), (tmp_path, "no article")):
            articles, problems = read(path)
            assert articles == ()
            assert says in problems[0].message

    @pytest.mark.parametrize(
        "text", ["Bonn.", "Merz: „No way“", "Brand gelöscht", "2 : 1 (1 : 0) nach Verlängerung"]
    )
    def test_short_texts_pass(self, tmp_path: Path, text: str) -> None:
        assert one(write(tmp_path / "a.txt", text)).body == text


class TestFields:
    @pytest.mark.parametrize(
        ("line", "field", "value"),
        [
            ("date: 2025-06-06", "published", "2025-06-06"),
            ("Datum: 6. Juni 2025", "published", "2025-06-06"),
            ("published: 06.06.2025", "published", "2025-06-06"),
            ("published: Freitag, 6.6.2025, 8:00 Uhr", "published", "2025-06-06"),
            ("erschienen: 2025-06", "published", "2025-06"),
            ("published: 2025-06-06~", "published", "2025-06-06~"),
            ("source: Wellstädter Bote", "outlet", "Wellstädter Bote"),
            ("quelle: https://bote.example/1", "url", "https://bote.example/1"),
            ("quelle: dpa/AFP", "agencies", ("dpa", "AFP")),
            ("Quelle: dpa und Bote", "outlet", "dpa und Bote"),
            ("zeitung: Bote", "outlet", "Bote"),
            ("titel: Der Rat", "title", "Der Rat"),
            ("Autorin: Eva Muster", "author", "Eva Muster"),
            ("agentur: dpa", "agencies", ("dpa",)),
            ("link: https://bote.example/1", "url", "https://bote.example/1"),
        ],
    )
    def test_fields_under_other_names(
        self, tmp_path: Path, line: str, field: str, value: object
    ) -> None:
        article = one(write(tmp_path / "a.md", f"---\n{line}\n---\n{GERMAN}"))
        assert getattr(article, field) == value
        assert article.meta == {}

    @pytest.mark.parametrize(
        ("lines", "line", "says", "hint"),
        [
            ("title: A\npublised: 2025-06-06", 3, '"publised" is not a field', "`published`"),
            ("date: 2025-06-06\npublished: 2025-06-07", 2, '"date" is ignored', "`published`"),
            ("published: 31.2.2025", 2, 'published "31.2.2025" is ignored', "2024-10-14"),
            (
                "published: {a: b}",
                2,
                '"published" is ignored: it is neither a word',
                "`published: …`",
            ),
            ("title: [[Der Rat]]", 2, '"title" is ignored: it is neither a word', "`title: …`"),
            ("Autorin: [Eva, {b: c}]", 2, 'a part of "Autorin" is ignored', "`Autorin: …`"),
            ("tags: &a b\nurl: *a", 3, '"url" is ignored: it is neither a word', "`url: …`"),
        ],
    )
    def test_what_is_not_understood_is_named(
        self, tmp_path: Path, lines: str, line: int, says: str, hint: str
    ) -> None:
        _, (problem,) = read(write(tmp_path / "a.md", f"---\n{lines}\n---\n{GERMAN}"))
        assert (problem.severity, problem.line) == ("warning", line)
        assert says in problem.message
        assert hint in (problem.hint or "")

    def test_what_is_given_twice_alike_is_no_problem(self, tmp_path: Path) -> None:
        head = "date: 2025-06-06\npublished: 2025-06-06\ntags: [a, b]"
        article = one(write(tmp_path / "a.md", f"---\n{head}\n---\n{GERMAN}"))
        assert (article.published, article.meta) == ("2025-06-06", {"tags": "a, b"})

    def test_json_lines_have_them_too(self, tmp_path: Path) -> None:
        line = (
            '{"id": "a", "text": "Der Rat tagt.", "date": "6.6.2025", "source": "Bote",'
            ' "agencies": ["dpa", "AFP"], "title": null, "Autor": "Eva Muster", "tokens": [1]}'
        )
        article = one(write(tmp_path / "a.jsonl", line))
        assert (article.published, article.outlet) == ("2025-06-06", "Bote")
        assert (article.agencies, article.author) == (("dpa", "AFP"), "Eva Muster")
        assert article.meta == {}

    @pytest.mark.parametrize(
        ("value", "says"),
        [
            ('{"author": {"name": "Eva"}}', '"author" is ignored'),
            ('{"agencies": ["dpa", ["x"]]}', 'a part of "agencies" is ignored'),
            ('{"published": true}', '"published" is ignored'),
            ('{"title": 1.5}', '"title" is ignored'),
            ('{"title": null, "author": [], "tokens": [[1]], "url": ["a", null]}', None),
        ],
    )
    def test_json_that_is_no_word_is_named(
        self, tmp_path: Path, value: str, says: str | None
    ) -> None:
        line = value.replace("{", '{"id": "a", "text": "Der Rat tagt.", ', 1)
        (article,), problems = read(write(tmp_path / "a.jsonl", line))
        assert (article.id, article.body) == ("a", "Der Rat tagt.")
        assert [says in problem.message for problem in problems if says] == [True] * bool(says)
        assert [problem.severity for problem in problems] == ["warning"] * bool(says)


class TestTaken:
    """What is taken from the text of an article where nothing else tells it."""

    @pytest.mark.parametrize(
        ("opening", "published", "agencies", "place"),
        [
            ("Passau, 20. Juni 2025. Der Rat tagt.", "2025-06-20", (), "Passau"),
            (
                "Berlin, 11. Sep 2025 (Reuters) - Der Rat tagt.",
                "2025-09-11",
                ("Reuters",),
                "Berlin",
            ),
            ("Berlin, 11. Sep (Reuters) - Der Rat tagt.", None, ("Reuters",), "Berlin"),
            ("WIEN/GRAZ (APA) – Der Rat tagt.", None, ("APA",), "WIEN/GRAZ"),
            ("Bern, 3.4. (sda) Der Rat tagt.", None, ("Keystone-SDA",), "Bern"),
            ("(dpa) Der Rat tagt.", None, ("dpa",), None),
            ("Kiew (Ukraine) – Der Rat tagt.", None, (), "Kiew"),
            ("Der Rat tagt. (Quelle: APA/sda/dpa)", None, ("APA", "Keystone-SDA", "dpa"), None),
            ("Der Rat tagt.\nMit Material von dpa und AFP", None, ("dpa", "AFP"), None),
            ("Der Rat tagt in Wien, 20. Juni 2025.", None, (), None),
        ],
    )
    def test_dateline_and_signature(
        self,
        tmp_path: Path,
        opening: str,
        published: str | None,
        agencies: tuple[str, ...],
        place: str | None,
    ) -> None:
        article = one(write(tmp_path / "a.txt", f"{opening}\n"))
        assert (article.published, article.agencies) == (published, agencies)
        assert article.meta.get("place") == place

    def test_what_is_known_stays(self, tmp_path: Path) -> None:
        head = "published: 2024-10-14\nagencies: AFP"
        text = f"Passau, 20. Juni 2025 (dpa) – {GERMAN}"
        article = one(write(tmp_path / "a.md", f"---\n{head}\n---\n{text}"))
        assert (article.published, article.agencies) == ("2024-10-14", ("AFP",))
        assert article.remarks == ()

    def test_what_was_taken_is_told(self, tmp_path: Path) -> None:
        taken = one(write(tmp_path / "a.txt", f"Passau, 20. Juni 2025 (dpa) – {GERMAN}")).remarks
        assert taken == (
            "agencies: dpa, which sign the text",
            "published: 2025-06-20, the day of its dateline",
        )
        (open_,) = one(write(tmp_path / "b.txt", f"Bern, 3.4. – {GERMAN}")).remarks
        assert "3.4. without a year" in open_

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (f"Rat spart an der Schule\n\n{GERMAN}", "Rat spart an der Schule"),
            (f"Haushalt\nRat spart an der Schule\n\n{GERMAN}", "Rat spart an der Schule"),
            (f"Haushalt\n\n{GERMAN}", "Haushalt"),
            (f"Startseite > Politik\nRat spart an der Schule\n{GERMAN}", "Rat spart an der Schule"),
            (f"# Rat spart\n{GERMAN}", "Rat spart"),
            (GERMAN, None),
            (f"{GERMAN}\nEin Zwischentitel\n{GERMAN} Es war spät.", None),
            ("Rat spart", None),
        ],
    )
    def test_the_headline_of_a_text(self, tmp_path: Path, text: str, title: str | None) -> None:
        assert headline(text) == title
        assert one(write(tmp_path / "a.txt", text)).title == title

    @pytest.mark.parametrize(
        ("line", "end", "place"),
        [
            ("BERLIN taz | Die Bahn", "taz | ", "BERLIN"),
            ("WIEN (APA). Der Rat", "(APA). ", "WIEN"),
            ("Berlin, Freitag, 3. Mai. Die Bahn", "Mai. ", "Berlin"),
            ("Angela Merkel (CDU) Der Rat", "", None),
            ("Merz, 69. Der Kanzler", "", None),
            ("Am Montag. Der Rat", "", None),
            ("Essen – „Wir sind bereit.“ Der Rat", "– ", "Essen"),
            ("Essen – „Wir sind bereit“ – So warb der Rat", "– ", "Essen"),
            ("Eva Lind – „Wir sind bereit!“ – sagte", "", None),
            ("Der Rat - »Das reicht« - blieb dabei", "", None),
        ],
    )
    def test_where_a_dateline_ends(self, line: str, end: str, place: str | None) -> None:
        found = read_dateline(line)
        assert line[: found.end if found else 0].endswith(end)
        assert (found.place if found else None) == place

    @pytest.mark.parametrize(
        ("line", "agencies"),
        [
            ("mes/dpa/AFP", ("dpa", "AFP")),
            ("Quelle: ntv.de, mes/dpa", ("dpa",)),
            ("Von Eva Muster und dpa", ("dpa",)),
            ("© dpa-infocom, dpa:241029-99-312345/3", ("dpa",)),
            ("(dpa/sda) 29.10.2024, 09.12 Uhr", ("dpa", "Keystone-SDA")),
            ("Quelle: Deutsche Presse-Agentur", ("dpa",)),
            ("(ots)", ()),
            ("Die dpa meldete es.", ()),
            ("red, ORF.at/Agenturen", ()),
            ("Foto: Jan Kubik/dpa", ()),
        ],
    )
    def test_signatures(self, line: str, agencies: tuple[str, ...]) -> None:
        assert signed(line) == agencies

    @pytest.mark.parametrize("piece", ["/a", "a, ", "dpa/", "A ", "1.1.2024 "])
    def test_a_long_line_is_read_in_no_time(self, piece: str) -> None:
        """Some of them took minutes: each part of a signature could be the start of one."""
        line = f"Er sagte nein. a{piece * 20_000}"
        assert signs.agency_tag(line) is None
        assert not signs.debris(line)
        assert signed(line) == ()
        assert read_dateline(line) is None


class TestDays:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("2024-10-29", ["2024-10-29"]),
            ("2024/10/29", ["2024-10-29"]),
            ("am 29.10.2024 und am 5. Nov. 2024", ["2024-10-29", "2024-11-05"]),
            ("29.10.24", ["2024-10-29"]),
            ("1. Jänner 2025", ["2025-01-01"]),
            ("11. Sep und 3.4.", [None, None]),
            ("31.2.2024 1.2.3 um 12.13 Uhr", []),
        ],
    )
    def test_days_of_a_text(self, text: str, found: list[str | None]) -> None:
        assert [day.edtf for day in days(text)] == found

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("Freitag, 6.6.2025, 8:00 Uhr", "2025-06-06"),
            ("Do., 3. April 2025 | 12:30 Uhr", "2025-04-03"),
            ("nach dem 3. April 2025", None),
            ("3.4.2025 bis 5.4.2025", None),
            ("2024-10-15~", None),
        ],
    )
    def test_a_text_that_is_a_day(self, text: str, day: str | None) -> None:
        assert only(text) == day

    @pytest.mark.parametrize(
        ("value", "day"),
        [
            ("2024-10-28T23:30:00Z", "2024-10-29"),
            ("2024-06-28T22:30:00+00:00", "2024-06-29"),
            ("2024-06-28T21:30:00+00:00", "2024-06-28"),
            ("2024-10-28T23:30:00+01:00", "2024-10-28"),
            ("Tue, 29 Oct 2024 08:00:00 +0100", "2024-10-29"),
            ("29.10.2024", "2024-10-29"),
            ("2024-10-99T00:00:00Z", None),
            ("vor 3 Stunden", None),
        ],
    )
    def test_what_machines_write(self, value: str, day: str | None) -> None:
        assert stamped(value) == day


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "clean"),
        [
            ("https://a.example/x?utm_source=b&id=7", "https://a.example/x?id=7"),
            ("https://a.example/x?fbclid=1#ref=rss", "https://a.example/x"),
            ("https://a.example/x?id=a%20b", "https://a.example/x?id=a%20b"),
            ("https://a.example/ticker#eintrag-3", "https://a.example/ticker#eintrag-3"),
            ("https://[/x", "https://[/x"),
        ],
    )
    def test_without_what_tracks(self, url: str, clean: str) -> None:
        assert cleaned(url) == clean

    @pytest.mark.parametrize(
        ("a", "b", "alike"),
        [
            ("https://www.a.example/x/", "http://a.example/x?utm_medium=b", True),
            ("https://m.a.example/x/amp", "https://a.example/x", True),
            ("https://a.example/x?b=1&a=2", "https://a.example/x?a=2&b=1", True),
            ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
            ("https://a.example/x#1", "https://a.example/x#2", False),
            ("https://a.example/x", "https://b.example/x", False),
        ],
    )
    def test_addresses_of_one_article(self, a: str, b: str, alike: bool) -> None:
        assert (same(a) == same(b)) is alike

    @pytest.mark.parametrize("url", [None, "", "https://a.example/", "https://[/x", "kein Link"])
    def test_what_is_nobodys_address(self, url: str | None) -> None:
        assert same(url) is None


PAGE = [
    ("debris", "Menü"),
    ("debris", "Startseite > Wirtschaft > Haushalt"),
    ("headline", "Haushaltsstreit: Kämmerer warnt vor „Loch“"),
    ("byline", "Von Eva Muster und Jan Kubik, Bonn"),
    ("debris", "Stand: 12.03.2024, 14:30 Uhr"),
    ("debris", "Artikel anhören"),
    ("caption", "Der Kämmerer im Rathaus."),
    ("caption", "Der Kämmerer im Rathaus. Foto: P. Müller/dpa"),
    ("paragraph", "BONN (dpa) - Der Kämmerer warnt. „Wir sind pleite“, sagte er."),
    ("paragraph", "„Das ist nicht hinnehmbar.“"),
    ("headline", "Was sagt die Opposition?"),
    ("paragraph", "Die Opposition widersprach. Ihr Sprecher sagte:"),
    ("paragraph", "„Die Zahlen sind falsch!“"),
    ("headline", "„Allianz der Vernunft“ im Rat"),
    ("paragraph", "- Die Schulden steigen um 12 Prozent."),
    ("paragraph", "„Wir müssen sparen“, sagte der Landrat"),
    ("debris", "Melden Sie sich für unseren Newsletter an und bleiben Sie auf dem Laufenden."),
    ("debris", "Lesen Sie auch: Warum das Freibad schließen muss"),
    ("paragraph", "Der Rat entscheidet am Montag."),
    ("debris", "dpa/lnw"),
    ("debris", "Mehr zum Thema"),
    ("debris", "Rat vertagt Entscheidung über Stadion"),
    ("debris", "Kommentare (12)"),
    ("debris", "© 2024 Bonner Bote. Alle Rechte vorbehalten."),
    ("debris", "Jede Verwendung oder Vervielfältigung ist ohne Genehmigung des Verlags untersagt."),
]


def kinds(lines: list[str], title: str | None = None) -> list[str]:
    return [block.kind for block in blocks("\n".join(lines), title)]


class TestBlocks:
    @pytest.mark.parametrize("gap", ["\n", "\n\n", "\xa0\n  \n"])
    def test_a_page(self, gap: str) -> None:
        body = gap.join(line for _, line in PAGE)
        found = [(block.kind, body[block.start : block.end]) for block in blocks(body)]
        assert found == PAGE

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("Home » Neuer Vertrag für den Hafen", "debris"),
            ("  1. Startseite", "debris"),
            ("PREV Wie der Einsiedler zur Legende wurde", "debris"),
            ("12. März 2024, 14:30 Uhr", "debris"),
            ("(dpa/afp/kb)", "debris"),
            ("----", "debris"),
            ("https://example.org/rat", "debris"),
            ("by Andrew Miller", "byline"),
            ("Das Stadion bei Nacht (Archivbild).", "caption"),
            ("Das Stadion bei Nacht © Imago/Sven Simon", "caption"),
            ("## Die Folgen sind offen.", "headline"),
            ("Drei Fragen, drei Antworten", "headline"),
            ("Getty Images verklagt einen Hersteller, teilte das Gericht mit.", "paragraph"),
            ("Die Kommentare seien gelöscht worden, hieß es.", "paragraph"),
            ("„Unser Newsletter hat 1.000 Leser“, sagte die Chefin.", "paragraph"),
            ("Der Verlag habe der Nutzung und Verbreitung zugestimmt, sagte er.", "paragraph"),
            ("Von Bonn aus fuhr er nach Köln, wie er sagte.", "paragraph"),
            ("Er schweigt…", "paragraph"),
            ("und das, obwohl niemand gefragt hatte", "paragraph"),
            ("»Wir gehen«, rief sie", "paragraph"),
        ],
    )
    def test_one_line(self, line: str, kind: str) -> None:
        around = ["Der Rat hat getagt."] * 1
        more = ["Danach gingen alle nach Hause."] + [
            f"Es blieb beim Nein Nummer {i}." for i in range(7)
        ]
        assert kinds([*around, line, *more])[1] == kind

    @pytest.mark.parametrize(
        ("line", "is_debris"),
        [
            ("Veröffentlicht: 29.10.2024, 08:00 Uhr", True),
            ("Letzte Änderung: 1.1.2025", True),
            ("Datum: Dienstag, 29. Oktober 2024", True),
            ("Update 14:30 Uhr", True),
            ("Stand: 5.11.2024, 12 Uhr | Erstmals veröffentlicht am 29.10.2024", True),
            ("Der Stand am 3.10.2024: 2:1", False),
            ("Datum: 29.10.2024 in Kiel", False),
            ("Veröffentlicht wurde der Bericht am 29.10.2024.", False),
            ("Stand 29.10.2024 waren 300 Menschen obdachlos.", False),
        ],
    )
    def test_a_day_and_its_label_are_no_text(self, line: str, is_debris: bool) -> None:
        assert signs.debris(line) is is_debris

    def test_the_title_again_is_a_headline_even_as_a_sentence(self) -> None:
        title = "Der Rat hat entschieden."
        assert kinds([title, "Es war knapp.", title], title) == [
            "headline",
            "paragraph",
            "headline",
        ]

    def test_a_teaser_that_comes_again_is_read_once(self) -> None:
        teaser = "Der Rat hat den Haushalt beschlossen, wie die Stadt mitteilte."
        assert kinds([teaser, teaser, "Mehr folgt."]) == ["paragraph", "debris", "paragraph"]

    def test_links_end_where_the_text_goes_on(self) -> None:
        lines = ["Auch interessant", "Freibad bleibt zu", "Der Rat tagte lange.", "Zweiter Anlauf"]
        assert kinds([*lines, "Am Montag geht es weiter."]) == [
            *("debris", "debris", "paragraph", "headline", "paragraph")
        ]

    def test_wrapped_lines_are_one_paragraph(self) -> None:
        body = (
            "Beben erschüttert drei Inseln\n\n"
            "Bei einem Erdbeben sind nach Angaben der Behörden mindestens zwölf\n"
            "Menschen verletzt worden. Wie der Katastrophenschutz mitteilte, lag\n"
            "die Stärke bei 5,8.\n\n"
            "Ein Sprecher der Feuerwehr erklärte, man habe noch nicht alle Häuser\n"
            "durchsucht und rechne mit weiteren Opfern.\n"
        )
        found = blocks(body)
        assert [block.kind for block in found] == ["headline", "paragraph", "paragraph"]
        assert body[found[1].start : found[1].end].count("\n") == 2

    @pytest.mark.parametrize(
        ("line", "dateline"),
        [
            ("Kiew –\xa0Der Präsident sprach.", "Kiew –\xa0"),
            ("BERLIN (Reuters) - Die Bahn streikt.", "BERLIN (Reuters) - "),
            ("Frankfurt am Main, 3. Mai 2024 (AFP) — „Wir gehen“, sagte sie.", None),
            ("Genf/New York – Die WHO warnt.", "Genf/New York – "),
            ("Der Nord-Süd-Konflikt ist alt.", ""),
            ("Die Bahn - so der Chef - streikt.", ""),
            ("Hamburg - das Tor zur Welt - wächst.", ""),
        ],
    )
    def test_datelines(self, line: str, dateline: str | None) -> None:
        (block,) = blocks(line)
        found = line[slice(*block.dateline)] if block.dateline else ""
        assert found == (line[: line.index("„")] if dateline is None else dateline)

    def test_an_article_brings_its_title(self) -> None:
        assert blocks(Article("a", "Aus.", "Aus.")) == (Block(0, 4, "headline"),)

    @settings(derandomize=True, max_examples=200)
    @given(st.text(alphabet=st.sampled_from("aB. \n\r\xa0„“()/-–:»©1ä\u2028\u200b"), max_size=80))
    def test_every_visible_character_lies_in_one_block(self, body: str) -> None:
        found = blocks(body)
        covered = [at for block in found for at in range(block.start, block.end)]
        assert covered == sorted(set(covered))
        outside = set(range(len(body))) - set(covered)
        assert all(not body[at].strip("\u200b\ufeff").strip() for at in outside)
        assert all(block.start < block.end for block in found)


class TestShipped:
    def test_the_shipped_articles_are_read_without_a_word(self) -> None:
        articles, problems = read(ARTICLES)
        assert problems == ()
        assert len(articles) == 5
        assert all(article.published for article in articles)

    def test_headings_of_the_shipped_articles(self) -> None:
        for article in read(ARTICLES)[0]:
            found = blocks(article)
            text = [article.body[b.start : b.end] for b in found if b.kind == "paragraph"]
            heads = [article.body[b.start : b.end] for b in found if b.kind == "headline"]
            assert all(line.rstrip('"“')[-1] in ".?" for line in text), article.id
            assert not any(line.endswith(".") for line in heads), article.id
            assert len(text) >= 8
