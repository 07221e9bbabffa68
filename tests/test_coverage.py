"""What of an article no claim accounts for, held against articles counted by hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from claimtrack import ledger
from claimtrack.article import blocks
from claimtrack.coverage import Account, Stretch, account, stretches
from claimtrack.coverage.article_survey import Surveyed, survey, text_of
from claimtrack.extract import extract
from claimtrack.ledger.files.reach import reach
from claimtrack.model import Article, Claim, Ledger, Mention, Problem, Reading, Source, Span
from tests.conftest import CASES, Run

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "data" / "claims.yaml"
SPEECH_AT_LEAST = 0.95


def counted() -> list[tuple[str, str, str]]:
    lines = (CASES / "coverage.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(article, kind, words) for article, kind, words in rows]


COUNTED = counted()


@cache
def shipped() -> Ledger:
    return ledger.load(SHIPPED)[0]


@cache
def article(ident: str) -> Article:
    source = next(one for one in shipped().sources if one.id == ident)
    assert source.file
    found = text_of(source, SHIPPED.parent / source.file, reach(SHIPPED).read)
    assert isinstance(found, Article)
    return found


@cache
def found(ident: str) -> list[Stretch]:
    return list(stretches(article(ident)))


def claims(ident: str) -> list[Claim]:
    return [claim for claim in shipped().claims if claim.article == ident]


def seen(ident: str, kind: str, words: str) -> bool:
    """Whether a stretch of this kind has a character of these words."""
    start = article(ident).body.replace("\xa0", " ").index(words)
    end = start + len(words)
    return any(
        span.start < end and start < span.end
        for one in found(ident)
        if one.kind == kind
        for span in one.spans
    )


# Against the hand count --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["figure", "quotation"])
def test_every_figure_and_quotation_is_seen(kind: str) -> None:
    rows = [row for row in COUNTED if row[1] == kind]
    assert [row for row in rows if not seen(*row)] == []
    assert len(rows) == len({(row[0], *_places(row, kind)) for row in rows})
    accounts = (_account(ident) for ident in dict.fromkeys(row[0] for row in COUNTED))
    assert sum(one.counts[kind] for one in accounts) == len(rows)


def _places(row: tuple[str, str, str], kind: str) -> tuple[Span, ...]:
    start = article(row[0]).body.replace("\xa0", " ").index(row[2])
    end = start + len(row[2])
    return tuple(
        one.whole
        for one in found(row[0])
        if one.kind == kind and one.whole.start < end and start < one.whole.end
    )


def _account(ident: str) -> Account:
    return account(ident, found(ident), claims(ident))


def test_nearly_every_speech_act_is_seen() -> None:
    rows = [row for row in COUNTED if row[1] == "speech"]
    missed = [row for row in rows if not seen(*row)]
    assert len(missed) <= (1 - SPEECH_AT_LEAST) * len(rows), missed


# Against the shipped claims ----------------------------------------------------------------------


@pytest.mark.parametrize("claim", shipped().claims, ids=lambda claim: claim.id)
def test_a_claim_that_is_deleted_leaves_a_gap(claim: Claim) -> None:
    """Unless others have all of its words."""
    ident = claim.article or ""
    before = {gap.at for gap in _account(ident).open()}
    rest = [one for one in claims(ident) if one is not claim]
    after = account(ident, found(ident), rest).open()
    assert [gap for gap in after if gap.at not in before] or _words(claim) <= set().union(
        *map(_words, rest)
    )


def _words(claim: Claim) -> set[int]:
    assert claim.quote
    return {at for span in claim.quote.spans for at in range(*span)}


@pytest.mark.parametrize("ident", [source.id for source in shipped().sources])
def test_no_gap_in_the_debris_of_a_page(ident: str) -> None:
    kinds = {
        block.kind
        for block in blocks(article(ident))
        for one in found(ident)
        if block.start < one.whole.end and one.whole.start < block.end
    }
    assert kinds == {"paragraph"}


@pytest.mark.parametrize("ident", [source.id for source in shipped().sources])
def test_a_claim_on_each_gap_closes_it(ident: str) -> None:
    body = article(ident).body
    gaps = _account(ident).open()
    quotes = [Claim(f"c{gap.at.start}", quote=_mention(body, gap.at)) for gap in gaps]
    assert account(ident, found(ident), [*claims(ident), *quotes]).open() == ()
    passed = [gap.at for gap in gaps]
    assert account(ident, found(ident), claims(ident), passed).open() == ()


def _mention(body: str, span: Span) -> Mention:
    return Mention(body[slice(*span)], (span,))


# Sentences ---------------------------------------------------------------------------------------

TEXT = (
    "Der Minister sagte am Montag, rund 300 Menschen seien verletzt worden. "
    "Am 3. Mai 2024 kamen 40 Helfer, zwei Tage später das zweite Team. "
    "Die „Halle“ brannte. Sie nannte das „einen sehr schweren Fehler“. "
    "Laut Polizei ruht der Verkehr. Die Lage habe sich beruhigt.\n"
)
ASKED = [
    ("figure", "rund 300", False),
    ("speech", "Der Minister sagte am Montag, rund 300 Menschen seien verletzt worden", False),
    ("figure", "40", False),
    ("quotation", "„Halle“", True),
    ("speech", "Sie nannte das „einen sehr schweren Fehler“", False),
    ("quotation", "„einen sehr schweren Fehler“", False),
    ("speech", "Laut Polizei ruht der Verkehr", False),
    ("speech", "Die Lage habe sich beruhigt.", False),
]


def test_what_asks_for_a_claim() -> None:
    """No date, no duration, no ordinal; one or two words in marks are brief."""
    piece = Article("a", TEXT, published="2024-05-06")
    gaps = account("a", list(stretches(piece)), ()).gaps
    shown = sorted((gap.at.start, gap.stretch.kind, TEXT[slice(*gap.at)]) for gap in gaps)
    wanted = sorted((TEXT.index(words), kind, words) for kind, words, _ in ASKED)
    assert shown == wanted
    assert {TEXT[slice(*gap.at)] for gap in gaps if gap.stretch.brief} == {"„Halle“"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Der Trainer reagierte enttäuscht.", "words that tell of a stand: reagieren"),
        ("Die Wirtin ist skeptisch.", "words that tell of a stand: sein skeptisch"),
        ("Die Wirtin ist müde.", None),
        ("Die Bauern pochten auf ihr Wasser.", "words that tell of a stand: pochen"),
        ("Widerspruch kam aus dem Rat.", "words that tell of a stand: kommen widerspruch"),
        ("Der Zug kam aus dem Tal.", None),
        ("Die Leiterin hielt sich bedeckt.", "words that tell of a stand: halten bedeckt"),
        ("Die Leiterin hielt sich am Geländer.", None),
        ("Der Wirt winkte ab.", "words that tell of a stand: abwinken"),
        ("Der Wirt winkte.", None),
        ("Das Ufer ist umstritten.", "words that tell of a stand: sein umstritten"),
        ("Das Ufer ist steil.", None),
        ("Ihre Einschätzung: Der Damm hält.", "a noun that reports: einschätzung"),
        ("Ihr Gepäck: ein Koffer und ein Hut.", None),
        ("Die Wirtin will den Hof verkaufen.", "words that tell of a stand: will"),
        ("Die Wirtin verkauft den Hof.", None),
        ("Der Hof soll verfallen.", "words that tell of a stand: soll"),
        ("Die Wirtin wollte am Abend schlafen.", None),
        ("Der Damm hält seinen Worten nach.", "a source is named: seinen Worten nach"),
        ("Der Damm liegt den Häusern nach Norden hin.", None),
        ("Der Hof ist auf Wasser angewiesen.", None),
        ("Der Hof befindet sich im Tal.", None),
    ],
)
def test_stands_ask_for_a_claim(text: str, why: str | None) -> None:
    kinds = [one for one in stretches(Article("a", text)) if one.kind == "speech"]
    assert [one.why for one in kinds if one.rule is None] == ([why] if why else [])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Der Weg ist zehnmal länger.", 1),
        ("Er fuhr drei Tage.", 0),
        ("Er kam am 3. Mai.", 0),
        ("Es kam nur ein Arzt.", 1),
        ("Es kam ein Arzt.", 0),
        ("Es kam nur der Arzt.", 0),
        ("Eine einzige Ärztin kam.", 1),
        ("Eine ältere Ärztin kam.", 0),
    ],
)
def test_what_counts_is_a_figure(text: str, figures: int) -> None:
    kinds = [one.kind for one in stretches(Article("a", text))]
    assert kinds.count("figure") == figures


def test_the_parser_leaves_none_of_these() -> None:
    piece = Article("a", TEXT, published="2024-05-06")
    gaps = account("a", list(stretches(piece)), extract(piece)).open()
    assert [TEXT[slice(*gap.at)] for gap in gaps] == ["40"]


@pytest.mark.parametrize(
    ("status", "passed", "state"),
    [
        ("new", (), None),
        ("accepted", (), None),
        ("rejected", (), "declined"),
        ("rejected", ((0, 90),), "passed"),
        ("rejected", ((1, 90),), "passed"),
    ],
)
def test_states(status: str, passed: tuple[tuple[int, int], ...], state: str | None) -> None:
    text = "Es gab 40 Tote."
    claim = Claim("c", status=status, quote=_mention(text, Span(10, 14)))
    at = Span(7, 9)
    one = Stretch("figure", (Span(7, 14),), Span(0, 15), "a number")
    told = account("a", [one], [claim], [Span(*place) for place in passed])
    assert [gap.state for gap in told.gaps] == ([state] if state else [])
    beside = account("a", [Stretch("figure", (at,), Span(0, 15), "")], [claim])
    assert [gap.state for gap in beside.gaps] == ["open"]  # the claim does not meet it


@pytest.mark.parametrize(
    ("at", "nearest"),
    [((0, 5), "a"), ((24, 29), "a"), ((31, 36), "b"), ((60, 65), "b"), ((25, 35), "a")],
)
def test_the_nearest_claim(at: tuple[int, int], nearest: str) -> None:
    both = [
        Claim("a", quote=Mention("", (Span(10, 20),))),
        Claim("b", quote=Mention("", (Span(40, 50),))),
    ]
    one = Stretch("quotation", (Span(*at),), Span(0, 70), "")
    assert [gap.claim for gap in account("x", [one], both).gaps] == [nearest]


def test_a_speaker_accounts_for_a_figure_and_for_no_speech() -> None:
    read = Reading("verb+dass", 0.9)
    words, speaker = Mention("", (Span(20, 30),)), Mention("", (Span(0, 10),))
    claim = Claim("c", quote=words, speaker=speaker, read=read)
    figure = Stretch("figure", (Span(0, 4),), Span(0, 40), "")
    speech = Stretch("speech", (Span(0, 18),), Span(0, 40), "")
    told = account("x", [figure, speech], [claim])
    assert [gap.stretch.kind for gap in told.gaps] == ["speech"]


# The command -------------------------------------------------------------------------------------

QUAKE = "beben-morgenblatt"


def uncovered(quake: Path) -> Path:
    """The small ledger with an article that says more than its claims."""
    file = quake / "articles" / f"{QUAKE}.md"
    text = file.read_text(encoding="utf-8")
    more = "Das Rathaus sagte, 20 Schulen seien zu. 400 Zelte kamen. Das „Lager“ ist voll."
    file.write_text(f"{text}{more}\n", encoding="utf-8")
    return file


def test_the_command(quake: Path, run: Run) -> None:
    uncovered(quake)
    ran = run("coverage", QUAKE, "--format", "json")
    rows = json.loads(ran.out)
    assert [(row["kind"], row["text"], row["line"]) for row in rows] == [
        ("speech", "Das Rathaus sagte, 20 Schulen seien zu", 6),
        ("figure", "20", 6),
        ("figure", "400", 6),
    ]
    first = rows[0]
    assert first["schema"] == "claimtrack.gap/1"
    assert first["state"] == "open" and not first["brief"]
    assert first["sentence"]["text"] == "Das Rathaus sagte, 20 Schulen seien zu."
    assert first["rule"] and first["nearest"]


def test_counts_and_no_percentage(quake: Path, run: Run) -> None:
    uncovered(quake)
    ran = run("coverage", QUAKE)
    assert ran.err.split("\n")[:3] == [
        "figures: 2 open of 3",
        "quotations: 0 open of 0",
        "speech acts: 1 open of 2",
    ]
    assert "%" not in ran.out + ran.err
    assert "„Lager“" in run("coverage", QUAKE, "--all").out
    assert "„Lager“" not in ran.out


def test_exit_codes(quake: Path, run: Run) -> None:
    assert run("coverage", QUAKE, "--exit-code").code == 0
    file = uncovered(quake)
    assert run("coverage", QUAKE).code == 0
    assert run("coverage", QUAKE, "--exit-code").code == 1
    assert run("coverage", QUAKE, "--kind", "quotation", "--exit-code").code == 0
    assert run("coverage", "nowhere").code == 2
    file.unlink()
    ran = run("coverage", QUAKE)
    assert ran.code == 2 and f"{QUAKE}.md" in ran.err


def test_passing_over(quake: Path, run: Run) -> None:
    uncovered(quake)
    before = (quake / "claims.yaml").read_text(encoding="utf-8")
    row = json.loads(run("coverage", QUAKE, "--format", "json").out)[2]
    place = "-".join(map(str, row["at"]))
    assert "passed over: 400" in run("coverage", QUAKE, "--pass", place).out
    after = (quake / "claims.yaml").read_text(encoding="utf-8")
    assert f"passed: [{place} 400]" in after
    rows = json.loads(run("coverage", QUAKE, "--all", "--format", "json").out)
    assert {row["text"] for row in rows if row["state"] == "passed"} == {"400"}
    run("undo")
    assert (quake / "claims.yaml").read_text(encoding="utf-8") == before
    for wrong in ("9-3", "x", "3-99999"):
        assert run("coverage", QUAKE, "--pass", wrong).code == 2
    assert run("coverage", "--pass", place).code == 2


def test_check_tells_of_gaps_when_asked(quake: Path, run: Run) -> None:
    uncovered(quake)
    plain = json.loads(run("check", "--format", "json").out)
    told = json.loads(run("check", "--coverage", "--format", "json").out)
    assert [one for one in told if one["code"] != "coverage"] == plain
    gaps = [one for one in told if one["code"] == "coverage"]
    assert [one["line"] for one in gaps] == [6, 6, 6]
    assert all(one["file"].endswith(f"{QUAKE}.md") for one in gaps)


def test_a_text_that_has_changed_is_not_counted(quake: Path) -> None:
    source = Source(QUAKE, file=f"articles/{QUAKE}.md", sha256="0000")
    held = text_of(source, quake / source.file, reach(quake / "claims.yaml").read)  # type: ignore[operator]
    assert not isinstance(held, Article) and "has changed" in held.message


@pytest.mark.parametrize(
    ("quote", "cue", "open_"),
    [
        ("rund 300 Menschen seien verletzt worden", "", []),
        ("rund 300 Menschen seien verletzt worden", "sagte", []),
        ("verletzt worden", "", ["Der Minister sagte am Montag"]),  # not beside it
        ("rund 300", "Minister", []),
    ],
)
def test_the_frame_of_a_claim_by_hand_is_its_own(quote: str, cue: str, open_: list[str]) -> None:
    text = "Der Minister sagte am Montag, rund 300 Menschen seien verletzt worden."
    spans = (Span(text.index(quote), text.index(quote) + len(quote)),)
    at = Span(text.index(cue), text.index(cue) + len(cue))
    claim = Claim("c", quote=Mention(quote, spans), cue=Mention(cue, (at,)) if cue else None)
    gaps = account("a", list(stretches(Article("a", text))), [claim]).open()
    assert [text[slice(*gap.at)] for gap in gaps if gap.stretch.kind == "speech"] == open_


def test_a_file_of_many_articles_is_read_once() -> None:
    articles = tuple(
        Article(f"a{n}", f"Der Rat zählte {n} Stimmen.", sha256=str(n)) for n in "12345"
    )
    sources = [Source(one.id, file="archiv.jsonl", sha256=one.sha256) for one in articles]
    asked: list[Path] = []

    def read(file: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        asked.append(file)
        return articles, ()

    surveyed = list(survey(Ledger("claims.yaml"), sources, read))
    assert [one.source.id for one in surveyed if isinstance(one, Surveyed)] == [
        source.id for source in sources
    ]
    assert asked == [Path("archiv.jsonl")]
