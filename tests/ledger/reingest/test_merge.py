# ruff: noqa: E501 - the tables are easier to read with a case to a line
"""Reading an article again: what is new, what is brought up to date, what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.article.intake import UnfitError
from claimtrack.ledger.errors import RefusedError
from claimtrack.model import Claim, Reading, Span
from tests.ledger.readings import (
    BODY,
    FIRST,
    SECOND,
    THIRD,
    after,
    article,
    book,
    claim,
    claims,
    ingested,
    merged,
)

LEDGER = ingested()


def test_the_form_of_a_new_ledger() -> None:
    sha = article().sha256
    assert ingested() == (
        "# yaml-language-server: $schema=claims.schema.json\n"
        "version: 1\n"
        "\n"
        "articles:\n"
        "  - id: pegel\n"
        "    title: 'Der Pegel: steigt'\n"
        f"    sha256: {sha}\n"
        "    wrote: 46dc6a 3dc2b9 ee620b\n"
        "\n"
        "claims:\n"
        "  - id: weber-17desj\n"
        "    actor: Anna Weber\n"
        "    quote: Die Stadt rechne mit 300 Gästen\n"
        "    stance: asserts\n"
        "    confidence: stated\n"
        "    figures:\n"
        "      - {text: '300', what: Gästen, state: attending}\n"
        "    kind: indirect\n"
        "    article: pegel\n"
        "    at: 0-31\n"
        "    read: {rule: verb+konjunktiv, score: 0.9, as: 50e7ee}\n"
        "  - id: weber-2x001p\n"
        "    actor: Anna Weber\n"
        "    quote: Der Pegel werde … bis Freitag steigen\n"
        "    said: ../2024-06-03\n"
        "    stance: asserts\n"
        "    confidence: likely\n"
        "    hedge: werde\n"
        "    kind: indirect\n"
        "    article: pegel\n"
        "    at: [51-66, 78-97]\n"
        "    read: {rule: verb+konjunktiv, score: 0.9, as: 4d57d7}\n"
        "  - id: deichverband-8qcb6j\n"
        "    actor: Deichverband\n"
        "    quote: Es gebe keinen Anlass zur Sorge\n"
        "    stance: asserts\n"
        "    confidence: stated\n"
        "    kind: indirect\n"
        "    article: pegel\n"
        "    at: 99-130\n"
        "    read: {rule: verb+konjunktiv, score: 0.9, cue: 132-139, as: 3bec98}\n"
    )


def fates(text: str, found: list[Claim], **how: bool) -> list[str]:
    return [result.fate for result in merged(text, found, **how).results]


def without(text: str, ident: str) -> str:
    """A ledger from which somebody deleted a claim."""
    start = text.index(f"  - id: {ident}")
    end = text.find("  - id:", start + 1)
    return text[:start] + (text[end:] if end > 0 else "")


def test_ingest_twice_is_ingest_once() -> None:
    result = merged(LEDGER, claims())
    assert result.documents == ()
    assert result.counts == {"unchanged": 3}


BY_HAND: dict[str, tuple[Callable[[str], str], dict[str, int]]] = {
    "a comment": (lambda t: t.replace("claims:\n", "# mine\nclaims:  # all\n"), {"unchanged": 3}),
    "another order of fields": (
        lambda t: t.replace("    stance: asserts\n    confidence: stated\n", "    confidence: stated\n"),
        {"unchanged": 3},
    ),
    "another actor": (lambda t: t.replace("actor: Deichverband", "actor: DV"), {"unchanged": 2, "kept": 1}),
    "another wording": (
        lambda t: t.replace("quote: Die Stadt rechne mit", "quote: die Stadt rechnet mit"),
        {"unchanged": 2, "kept": 1},
    ),
    "accepted": (
        lambda t: t.replace("    kind: indirect\n", "    kind: indirect\n    status: accepted\n"),
        {"unchanged": 3},
    ),
    "a note and a tag": (
        lambda t: t.replace("    hedge: werde\n", "    hedge: werde\n    note: 'x'\n    tags: [a]\n"),
        {"unchanged": 3},
    ),
    "no reading left": (
        lambda t: "\n".join(line for line in t.split("\n") if "read:" not in line),
        {"unchanged": 3},
    ),
    "a claim of one's own": (lambda t: t + "  - claim: Es regnet\n", {"unchanged": 3}),
    "another claim of the article": (
        lambda t: t + "  - claim: Es regnet\n    article: pegel\n", {"unchanged": 3},
    ),
    "a deleted claim": (lambda t: without(t, "weber-2x001p"), {"unchanged": 2, "deleted": 1}),
    "all deleted": (lambda t: t[: t.index("  - id: weber")], {"deleted": 3}),
    "an own id": (lambda t: t.replace("id: weber-17desj", "id: gaeste"), {"unchanged": 3}),
    "CRLF": (lambda t: t.replace("\n", "\r\n"), {"unchanged": 3}),
}  # fmt: skip


@pytest.mark.parametrize("case", BY_HAND)
def test_what_a_person_did_stays(case: str) -> None:
    work, counts = BY_HAND[case]
    text = work(LEDGER)
    assert text != LEDGER
    result = merged(text, claims())
    assert after(text, result) == text
    assert result.counts == counts


def test_the_difference_is_told() -> None:
    text = LEDGER.replace("stance: asserts", "stance: denies", 1).replace(
        "actor: Anna", "actor: A.", 1
    )
    kept = next(one for one in merged(text, claims()).results if one.fate == "kept")
    assert [tuple(one) for one in kept.differences] == [
        ("actor", "A. Weber", "Anna Weber"),
        ("stance", "denies", "asserts"),
    ]


def test_the_parsers_own_work_is_brought_up_to_date() -> None:
    text = LEDGER.replace(
        "    actor: Deichverband\n", "    actor: Deichverband  # who?\n    note: n\n"
    )
    found = claims()
    found[2] = replace(found[2], stance="denies", said="2024-06-03", read=Reading("so", 0.5))
    result = merged(text, found)
    assert result.counts == {"unchanged": 2, "updated": 1}
    new = after(text, result)
    changed = {
        "    stance: asserts\n    confidence: stated\n    kind: indirect\n    article: pegel\n    at: 99":
        "    stance: denies\n    confidence: stated\n    kind: indirect\n    article: pegel\n    at: 99",
        "    quote: Es gebe keinen Anlass zur Sorge\n":
        "    quote: Es gebe keinen Anlass zur Sorge\n    said: 2024-06-03\n",
    }  # fmt: skip
    for old, then in changed.items():
        text = text.replace(old, then)
    start = text.rindex("    read:")
    assert new[:start] == text[:start]
    assert "rule: so, score: 0.5" in new[start:]
    assert merged(new, found).documents == ()


def test_a_comment_in_the_way_keeps_the_claim_as_it_is() -> None:
    text = LEDGER.replace("    figures:\n", "    figures:  # counted?\n")
    found = claims()
    found[0] = replace(found[0], figures=())
    result = merged(text, found)
    assert result.documents == ()
    assert [one.why for one in result.results if one.fate == "kept"] != [None]


def test_more_than_half_of_the_words_is_the_same_claim() -> None:
    longer = claim(BODY, BODY[: BODY.index(" Der Pegel") - 1])
    result = merged(LEDGER, [longer, *claims()[1:]])
    assert result.counts == {"updated": 1, "unchanged": 2}
    assert "quote: Die Stadt rechne mit 300 Gästen, sagte Anna Weber\n" in after(LEDGER, result)


def test_new_claims_go_behind_the_last_of_their_article() -> None:
    text = ingested("", claims()[:2]) + "  - id: z\n    claim: Anderes\n"
    result = merged(text, claims())
    assert result.counts == {"unchanged": 2, "new": 1}
    ids = [one.id for one in book(after(text, result)).ledger.claims]
    assert ids == ["weber-17desj", "weber-2x001p", "deichverband-8qcb6j", "z"]


def test_deleted_claims_come_back_when_asked_for() -> None:
    text = without(LEDGER, "deichverband-8qcb6j")
    result = merged(text, claims(), restore=True)
    assert result.counts == {"unchanged": 2, "new": 1}
    assert after(text, result) == LEDGER


def test_a_deleted_claim_stays_away_however_it_is_read() -> None:
    found = claims()
    found[2] = replace(found[2], actors=("Verband",), stance="denies", confidence="unclear")
    assert merged(without(LEDGER, "deichverband-8qcb6j"), found).counts["deleted"] == 1


def test_equal_words_twice_are_two_claims() -> None:
    body = BODY + " " + BODY
    second = len(BODY) + 1
    one, *_ = claims(body)
    two = replace(one, id="", quote=replace(one.quote, spans=(Span(second, second + len(FIRST)),)))
    text = after("", merged("", [one, two], article(body)))
    ids = [claim.id for claim in book(text).ledger.claims]
    assert len(set(ids)) == 2
    assert merged(text, [one, two], article(body)).counts == {"unchanged": 2}
    assert merged(without(text, ids[1]), [one, two], article(body)).counts == {
        "unchanged": 1,
        "deleted": 1,
    }


RULING = f"rulings:\n  - {{claims: [{claims()[0].id}, {claims()[2].id}], verdict: update}}\n"
VANISHED: dict[str, tuple[Callable[[str], str], str]] = {
    "untouched": (lambda t: t, "pruned"),
    "touched": (lambda t: t.replace("actor: Deichverband", "actor: DV"), "vanished"),
    "accepted": (lambda t: t + "    status: accepted\n", "vanished"),
    "with a comment": (lambda t: t.replace("actor: Deichverband", "actor: Deichverband # ?"), "vanished"),
    "with a note": (lambda t: t + "    note: Anruf\n", "vanished"),
    "with a tag": (lambda t: t + "    tags: [x]\n", "vanished"),
    "in one's own words": (lambda t: t + "    claim: Keine Sorge\n", "vanished"),
    "weighed": (lambda t: t + "    credibility: 2\n", "vanished"),
    "ruled on": (lambda t: t + RULING, "vanished"),
}  # fmt: skip


@pytest.mark.parametrize("case", VANISHED)
def test_what_the_parser_no_longer_finds(case: str) -> None:
    work, fate = VANISHED[case]
    text = work(LEDGER)
    assert merged(text, claims()[:2]).documents == ()
    assert fates(text, claims()[:2])[-1] == "vanished"
    result = merged(text, claims()[:2], prune=True)
    assert result.results[-1].fate == fate
    assert ("deichverband" in after(text, result)) is (fate == "vanished")


def test_what_was_pruned_may_come_again() -> None:
    text = after(LEDGER, merged(LEDGER, claims()[:2], prune=True))
    assert merged(text, claims()).counts == {"unchanged": 2, "new": 1}


def test_a_rejected_claim_that_is_no_longer_found_is_not_mentioned() -> None:
    assert fates(LEDGER + "    status: rejected\n", claims()[:2]) == ["unchanged", "unchanged"]


def test_quotations_inside_quotations_are_no_claims() -> None:
    inner = replace(claims()[0], within=Span(0, 31))
    assert merged("", [inner, *claims()[1:]]).counts == {"new": 2}


CORRECTED = "Korrigierte Fassung. " + BODY.replace("bis Freitag", "wohl bis Freitag")


def test_a_corrected_article_moves_its_claims() -> None:
    found = [
        claim(CORRECTED, FIRST, figures=claims()[0].figures),
        claim(CORRECTED, SECOND[0], "wohl bis Freitag steigen", said="../2024-06-03"),
        claim(CORRECTED, THIRD, actor="Deichverband"),
    ]
    text = (
        LEDGER.replace("actor: Deichverband", "actor: DV")
        + "  - id: own\n    quote: sagte Anna Weber\n    article: pegel\n    at: 33-49\n"
    )
    result = merged(text, found, article(CORRECTED))
    assert result.counts == {"updated": 2, "anchored": 2}
    ledger = book(after(text, result)).ledger
    for one in ledger.claims:
        assert one.quote is not None
        pieces = [CORRECTED[span.start : span.end] for span in one.quote.spans]
        assert " ".join(pieces) == one.quote.text
    assert ledger.sources[0].sha256 == article(CORRECTED).sha256
    assert merged(after(text, result), found, article(CORRECTED)).documents == ()


def test_words_that_a_corrected_article_lost_are_reported() -> None:
    body = BODY.replace(THIRD, "Alles sei gut")
    text = LEDGER.replace("actor: Deichverband", "actor: DV")
    by_hand = text + "  - id: own\n    quote: betonte der\n    article: pegel\n    at: 5-16\n"
    result = merged(by_hand, claims(BODY)[:2], article(body))
    assert [one.fate for one in result.results[-2:]] == ["vanished", "anchored"]
    gone = by_hand.replace("betonte der\n", "betonte die\n")
    assert merged(gone, claims(BODY)[:2], article(body)).results[-1].fate == "lost"


def test_of_several_places_the_one_that_moved_along_counts() -> None:
    body = "Ja. Nein. Ja. Nein."
    text = (
        "articles:\n- {id: pegel, sha256: x}\nclaims:\n"
        "- {id: a, quote: Nein, article: pegel, at: 4-8}\n"
        "- {id: b, quote: Ja, article: pegel, at: 10-12}\n"
    )
    moved = merged(text, [], article("Nun: " + body)).documents[0]
    assert [one.quote.spans for one in book(moved.text).ledger.claims if one.quote] == [
        (Span(9, 13),),
        (Span(15, 17),),
    ]


def test_a_renamed_article_is_known_by_its_text() -> None:
    result = merged(LEDGER, claims(), article(ident="umbenannt"))
    assert (result.documents, result.counts) == ((), {"unchanged": 3})


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (None, None, True),
        ("Blatt", None, True),
        (None, "Blatt", True),
        ("Blatt", "Blatt", True),
        ("Blatt", "Bote", False),
    ],
)
def test_one_text_of_two_papers_is_two_articles(
    ours: str | None, theirs: str | None, same: bool
) -> None:
    text = LEDGER.replace("    sha256:", f"    outlet: {ours}\n    sha256:", 1) if ours else LEDGER
    known = {"outlet": theirs} if theirs else {}
    result = merged(text, claims(), article(ident="neu", **known))
    assert result.counts == {"unchanged" if same else "new": 3}


def test_a_claim_by_hand_is_not_noted_as_written() -> None:
    """Who deletes a claim of their own has not deleted that of the parser."""
    by_hand = f"articles:\n- id: pegel\nclaims:\n- {{id: a, quote: {FIRST}, article: pegel}}\n"
    read = ingested(by_hand)
    assert [one.id for one in book(read).ledger.claims] == [
        "a",
        "weber-2x001p",
        "deichverband-8qcb6j",
    ]
    assert len(book(read).ledger.sources[0].wrote) == 2


def test_a_file_name_that_is_no_unicode_is_refused() -> None:
    with pytest.raises(UnfitError, match="not Unicode"):
        merged(LEDGER, claims(), article(ident="neu", file="a\udce4.txt"))


KNOWN = {
    "a file that was renamed before": ("file: neu.txt", {"file": "neu.txt"}, True),
    "the same file, written otherwise": ("file: ./neu.txt", {"file": "neu.txt"}, True),
    "a file of several articles": (
        "file: neu.jsonl", {"file": "neu.jsonl", "published": "2024-06-04"}, False,
    ),
    "renamed and corrected": ("file: weg.txt", {"file": "neu.txt"}, True),
    "corrected, of another day": (
        "file: weg.txt", {"file": "neu.txt", "published": "2024-06-04"}, False,
    ),
    "another article, its file still there": ("file: .", {"file": "neu.txt"}, False),
    "no file": ("url: x", {"file": "neu.txt"}, False),
}  # fmt: skip


@pytest.mark.parametrize("case", KNOWN)
def test_a_corrected_article_under_another_name(case: str) -> None:
    line, known, same = KNOWN[case]
    text = LEDGER.replace("    sha256:", f"    {line}\n    sha256:", 1)
    body = "Korrigiert: " + BODY
    found = [replace(one, article="neu") for one in claims(body)]
    result = merged(text, found, article(body, "neu", **known))
    assert result.counts == {"updated" if same else "new": 3}
    ids = [source.id for source in book(after(text, result)).ledger.sources]
    assert ids == (["pegel"] if same else ["pegel", "neu"])


def test_an_article_by_hand_gets_what_it_lacks() -> None:
    text = "articles:\n- id: pegel  # mine\n  reliability: B\n"
    new = ingested(text)
    assert new.startswith("articles:\n- id: pegel  # mine\n  reliability: B\n  sha256: ")
    assert "title" not in new


def test_a_second_article_goes_to_the_end() -> None:
    other = article("Es regne, sagte Kurt.", "regen")
    found = [replace(claim(other.body, "Es regne", actor="Kurt"), article="regen")]
    new = after(LEDGER, merged(LEDGER, found, other))
    assert new.startswith(LEDGER[: LEDGER.index("\nclaims:")])
    assert LEDGER[LEDGER.index("claims:") :] in new
    assert [source.id for source in book(new).ledger.sources] == ["pegel", "regen"]


BROKEN = {
    "a second section": LEDGER + "claims:\n",
    "an article": LEDGER.replace("    title:", "    titel:"),
    "no list": LEDGER.replace("  - id: pegel\n", "    id: pegel\n"),
    "no ledger": "- a\n",
    "brackets": "{claims: [",
}


@pytest.mark.parametrize("case", BROKEN)
def test_nothing_is_merged_into_what_cannot_be_read(case: str) -> None:
    with pytest.raises(RefusedError):
        merged(BROKEN[case], claims())


def test_a_broken_claim_stays_as_it_is_and_is_not_written_again() -> None:
    text = LEDGER.replace("said: ../2024-06-03", "said: im Juni").replace(
        "    wrote:", "    # wrote:"
    )
    result = merged(text, claims())
    assert after(text, result).endswith(text[text.index("claims:\n") :])
    assert result.counts == {"unchanged": 2, "kept": 1}


EDITS = st.sampled_from(
    [
        ("    stance: asserts", "    stance: denies"),
        ("    stance: asserts\n", "    # said so\n"),
        ("  - id: weber-2x001p", "\n  # two\n  -  id: w"),
        ("    at:", "    status: rejected\n    at:"),
        ("Weber", "'Weber'"),
        ("read: {", "read: { "),
        (", as: 3bec98", ""),
        ("    wrote: 46dc6a 3dc2b9 ee620b\n", ""),
        ("claims:\n", "claims:\n  # mine\n"),
        ("    kind: indirect\n", ""),
    ]
)


@settings(derandomize=True, max_examples=60)
@given(st.lists(EDITS, max_size=4), st.integers(0, 7), st.booleans())
def test_any_second_ingest_changes_nothing(
    work: list[tuple[str, str]], which: int, prune: bool
) -> None:
    text = LEDGER
    for old, new in work:
        text = text.replace(old, new, 1)
    found = [one for bit, one in enumerate(claims()) if which >> bit & 1]
    once = after(text, merged(text, found, prune=prune))
    assert merged(once, found, prune=prune).documents == ()


def test_a_claim_that_names_another_article_was_not_deleted() -> None:
    text = LEDGER.replace("    article: pegel\n", "    article: nirgends\n", 1)
    assert text != LEDGER
    fates = [(one.fate, one.why) for one in merged(text, claims()).results]
    assert ("kept", "it names a different article; see `claimtrack check`") in fates
    assert "deleted" not in dict(fates)


def test_a_claim_that_names_another_article_is_not_written_twice() -> None:
    text = LEDGER.replace("    article: pegel\n", "    article: nirgends\n", 1)
    assert after(text, merged(text, claims(), restore=True)) == text
