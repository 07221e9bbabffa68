"""How an actor was found: the step, and who fell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.extract import extract, extract_traced
from claimtrack.model import Article

PEOPLE = ("Ute Brand", "Karl Amann", "die Ministerin", "Er", "Sie", "das Amt", "Roth")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Es sei genug, sagte Ute Brand.", "full name"),
        ("Ute Brand kam. Es sei genug, sagte Brand.", "surname"),
        ("Es sei genug, teilte die NATO mit.", "register"),
        ("Das Institut für Waldbau (IWB) kam. Es sei genug, teilte das IWB mit.", "short form"),
        ("Ministerin Ute Brand kam. Es sei genug, sagte die Ministerin.", "office"),
        ("Die Ärztin Ute Brand kam. Es sei genug, sagte die 58-Jährige.", "description"),
        ("Das Umweltbundesamt maß. Es sei genug, teilte die Behörde mit.", "description"),
        ("Ute Brand kam. Es sei genug, sagte sie.", "pronoun"),
        ("Nach Angaben der Polizei ist es genug.", "holder"),
        ("In Moskau teilte das Verteidigungsministerium mit, es sei genug.", "seat"),
        ("Es sei genug, sagte der Wirt.", "as written"),
        ("Es sei genug, sagte er.", "nobody"),
    ],
)
def test_the_step_that_named_an_actor(text: str, step: str) -> None:
    ((_, finding),) = extract_traced(Article("a", text))
    assert finding is not None
    assert finding.steps == (step,)


@pytest.mark.parametrize(
    ("text", "fallen"),
    [
        ("Ute Brand kam. Es sei genug, sagte er.", [("Ute Brand", "of another gender (f)")]),
        ("Ute Brand kam. Es sei genug, sagte sie.", []),
        (
            "Max Roth und Anna Roth kamen. Es sei genug, sagte Roth.",
            [("Anna Roth", "Roth can be another"), ("Max Roth", "Roth can be another")],
        ),
        (
            "Minister Max Kern und Minister Ole Lau kamen. Es sei genug, sagte der Minister.",
            [
                ("Max Kern", "not the only Minister of the text"),
                ("Ole Lau", "not the only Minister of the text"),
            ],
        ),
    ],
)
def test_who_fell_and_why(text: str, fallen: list[tuple[str, str]]) -> None:
    ((_, finding),) = extract_traced(Article("a", text))
    assert finding is not None
    assert [tuple(one) for one in finding.fallen] == fallen


def test_what_goes_on_is_carried() -> None:
    traced = extract_traced(Article("a", "Es sei genug, sagte Ute Brand. Man müsse handeln."))
    found = [finding for _, finding in traced if finding]
    assert [one.carried for one in found] == [False, True]
    assert [one.actors for one in found] == [("Ute Brand",)] * 2


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=6))
def test_findings_are_those_of_the_claims(people: list[str]) -> None:
    body = " ".join(f"Es sei genug, sagte {who}." for who in people)
    article = Article("a", body)
    traced = extract_traced(article)
    assert tuple(claim for claim, _ in traced) == extract(article)
    for claim, finding in traced:
        if finding is None:
            assert claim.actors == ()
            continue
        assert finding.actors == claim.actors
        assert finding.at is None or body[slice(*finding.at)] in finding.mention
        assert not {one.actor for one in finding.fallen} & set(claim.actors)
