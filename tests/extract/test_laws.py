"""What holds for any text: no crash, words that are those of the text, claims in its order."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.extract import extract
from claimtrack.german.cutting import cut
from claimtrack.german.quotations import find_quotations
from claimtrack.german.tokens import sentences, tokenize
from claimtrack.lexicon import table
from claimtrack.model import Article, Claim, Mention, Reading

REPORTING = """
sagte sagt sei habe hätte soll sollen wurde mitgeteilt teilte mit gab bekannt erklärte forderte
auf dass ob wie wer der die das ein eine des dem den und aber wonach demnach laut nach zufolge
Angaben so Sicht aus von Polizei Minister Ministerin Anna Weber Kim Yong-Hyun Benedikt XVI Dr z
B zu haben kommen nicht er sie es hieß heißt Forderung Berichte 14 1.500 rund Millionen Euro
Oktober gestern Zeugen sprach bezeichnete als warf vor Betrug glaubt man wenn als weil um fragte
warum bestritt dementierte wies zurück räumte ein Vorwürfe Zahl dagegen anders zählte 80 überzogen
"""
WORDS = REPORTING.split()
MARKS = [*"„“”\"»«‚‘’›‹,.!?:;()–-…'", ",,", "''", "...", "\n", "\n\n", " ", "\t"]
ODD = [
    "\u0308",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u0301",
    "\u2028",
    "\x00",
    "\x1b[31m",
    "ß",
    "İ",
    "Ǆ",
    "𝔄",
    "¹",
    "½",
    "٣",
    "Ⅻ",
    "9" * 400,
]
SPOKEN = st.lists(st.sampled_from([*WORDS, *WORDS, *MARKS, *ODD]), max_size=60).map(
    lambda parts: "".join(part if part in MARKS + ODD else f" {part}" for part in parts)
)
ANY = st.text(st.characters(blacklist_categories=["Cs"]), max_size=200)
SENTENCES = (
    "Die Ministerin sagte am Montag, rund 300 Häuser seien zerstört, und fügte hinzu: „Das wird "
    "schwer.“ Laut Polizei wurden 20 Menschen verletzt. Sie hätten Glück gehabt. Das teilte der "
    "Landrat mit, wie der Sender berichtet. Er soll gelogen haben."
)


NAMES = """
abbreviations actor_bodies actor_words approximators countries date_names date_numbers date_tense
date_vague date_words function_words grammar_words hedges number_scales number_vague number_words
offices opinion_nouns person_nouns reporting_nouns reporting_verbs speech_words stance_phrases
state_words units
"""
DAYS = [None, "2024-10-14", "2024-02-29", "2024", "../2024-10", "0001-01-01", "9999-12-31"]


def listed(name: str) -> list[str]:
    """The words of a list, whatever its columns, without the signs of its patterns."""
    cells = " ".join(cell for row in table(name) for cell in row)
    return sorted({word.strip("*…$") for word in re.split(r"[ /|]", cells)} - {""})


LEXICON = st.lists(
    st.sampled_from(NAMES.split()).map(listed).flatmap(st.sampled_from)
    | st.sampled_from(MARKS)
    | st.sampled_from([*WORDS, "0^-1", "9999^99", "1e99", "1.000", "12", "2024", "½"]),
    max_size=60,
).map(" ".join)


def check(body: str, published: str | None = "2024-10-14") -> None:
    found = extract(Article("any", body, published=published))
    starts = []
    for claim in found:
        assert claim.quote is not None
        for mention in filter(None, (claim.quote, claim.speaker, claim.cue)):
            _fits(mention, body)
        starts.append(claim.quote.spans[0].start)
    assert starts == sorted(starts)
    assert len({claim.id for claim in found}) == len(found)


def _fits(mention: Mention, body: str) -> None:
    assert mention.spans
    assert all(0 <= start < end <= len(body) for start, end in mention.spans)
    assert list(mention.spans) == sorted(mention.spans)
    assert mention.text == " … ".join(body[start:end] for start, end in mention.spans)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(SPOKEN)
@example("„" * 50)
@example("„a “b” c“, sagte er: „")
@example("Das teilte er mit.")
@example("99 Seite, zugab 2000000000000.")
@example("neun ATS belastet, feststellen 2024.000")
def test_words_in_any_order(body: str) -> None:
    check(body)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(LEXICON, st.sampled_from(DAYS))
@example("In den vergangenen zwei Jahrzehnten seien 9999^99 da gewesen, sagte er.", "2024-10-14")
@example("Am Montag sagte er am Sonntag, es sei so. Zwei Tage zuvor sagte sie, nein.", "0001-01-01")
def test_words_of_every_list(body: str, published: str | None) -> None:
    check(body, published)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(ANY)
def test_any_text(body: str) -> None:
    check(body)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_read_as_latin(raw: bytes) -> None:
    check(raw.decode("latin-1"))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SENTENCES)), st.sampled_from([*MARKS, *ODD]))))
def test_odd_signs_in_a_report(signs: list[tuple[int, str]]) -> None:
    body = SENTENCES
    for at, sign in sorted(signs, reverse=True):
        body = body[:at] + sign + body[at:]
    check(body)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.integers(0, len(SENTENCES)), st.integers(0, len(SENTENCES)))
def test_torn_reports(start: int, end: int) -> None:
    check(SENTENCES[min(start, end) : max(start, end)])


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b"])
def test_invisible_signs_hide_nothing(sign: str) -> None:
    body = "Der Förster sagte, der Wald sei krank."
    plain = [claim.rule for claim in _read(body)]
    assert [claim.rule for claim in _read(body.replace("sag", f"sa{sign}g"))] == plain != []


def test_decomposed_umlauts_are_read_alike() -> None:
    body = "Die Ärztin erklärte, für die Schüler bestehe keine Gefahr. Es wäre übertrieben."
    decomposed = unicodedata.normalize("NFD", body)
    assert decomposed != body
    words = [unicodedata.normalize("NFC", claim.words) for claim in _claims(decomposed)]
    assert words == [claim.words for claim in _claims(body)] != []


def test_windows_1252_read_as_latin_is_read() -> None:
    body = "Er sagte: \x84Wir kommen.\x93"
    check(body)


def _claims(body: str) -> tuple[Claim, ...]:
    return extract(Article("any", body))


def _read(body: str) -> list[Reading]:
    return [claim.read for claim in _claims(body) if claim.read]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(SPOKEN)
def test_tokens_cover_every_letter(body: str) -> None:
    tokens = tokenize(body)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(at in covered for at, char in enumerate(body) if char.isalnum())
    again = [token for sentence in sentences(tokens) for token in sentence]
    assert again == tokens


@settings(derandomize=True, max_examples=200, deadline=None)
@given(SPOKEN)
def test_clauses_keep_their_order(body: str) -> None:
    for sentence in sentences(tokenize(body)):
        clauses = cut(sentence)
        assert all(0 <= one.start <= one.end <= len(sentence) for one in clauses)
        assert all(a.end <= b.start for a, b in pairwise(clauses))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(SPOKEN)
def test_quotations_nest(body: str) -> None:
    found = find_quotations(body)
    for mark in found:
        assert mark.span.start <= mark.inner.start <= mark.inner.end <= mark.span.end <= len(body)
    for one in found:
        for other in found:
            apart = one.span.end <= other.span.start or other.span.end <= one.span.start
            inside = one.inner.start <= other.span.start and other.span.end <= one.inner.end
            around = other.inner.start <= one.span.start and one.span.end <= other.inner.end
            assert one is other or apart or inside or around
