"""The verbs of a clause together: ``lemma:words`` and what they say of mood, voice and number."""

import pytest

from claimtrack.german.finite import finite_indices
from claimtrack.german.predicates import Predicate, finish, read_predicate
from claimtrack.german.tokens import tokenize


def predicate(text: str, *, final: bool = False) -> tuple[str, Predicate | None]:
    """The tokens of the verb complex of a clause, and the predicate."""
    tokens = tokenize(text)
    finite = finite_indices(tokens, 0, len(tokens))
    found = read_predicate(tokens, 0, len(tokens), finite, final=final)
    return " ".join(tokens[i].text for i in found.verbs) if found else "", found


@pytest.mark.parametrize(
    ("text", "lemma", "verbs"),
    [
        ("Die Ministerin widersprach", "widersprechen", "widersprach"),
        ("Er hat den Brief gelesen", "lesen", "hat gelesen"),
        ("Sie teilte den Termin mit", "mitteilen", "teilte mit"),
        ("Er gab den Namen bekannt", "bekanntgeben", "gab bekannt"),
        ("Der Bau wurde verboten", "verbieten", "wurde verboten"),
        ("Drei Männer sollen geflohen sein", "fliehen", "sollen geflohen"),
        ("Zwei Kinder sollen verletzt worden sein", "verletzen", "sollen verletzt"),
        ("Sie wollte den Verdacht nicht bestätigen", "bestätigen", "wollte bestätigen"),
        ("Das kann sein", "sein", "kann sein"),
        ("um den Streit zu beenden", "beenden", "zu beenden"),
        ("den Fehler einzuräumen", "einräumen", "einzuräumen"),
        ("Er geht heute", "gehen", "geht"),
        ("Der Rat wird die neue Straße bauen", "bauen", "wird bauen"),
    ],
)
def test_main_clauses(text: str, lemma: str, verbs: str) -> None:
    words, found = predicate(text)
    assert found is not None
    assert lemma in found.lemmas
    assert words == verbs


@pytest.mark.parametrize(
    ("text", "lemma", "verbs"),
    [
        ("dass er das Amt niedergelegt hat", "niederlegen", "niedergelegt hat"),
        ("weil sie den Plan ablehnt", "ablehnen", "ablehnt"),
        ("der den Ort bekannt gab", "bekanntgeben", "gab"),
        ("ob die Brücke gesperrt werden müsse", "sperren", "gesperrt müsse"),
    ],
)
def test_subordinate_clauses(text: str, lemma: str, verbs: str) -> None:
    words, found = predicate(text, final=True)
    assert found is not None
    assert lemma in found.lemmas
    assert words == verbs


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Er sei gesund", "konjunktiv konjunktiv_one"),
        ("Sie käme gern", "konjunktiv"),
        ("Ich habe Zeit", ""),
        ("Er habe Zeit", "konjunktiv konjunktiv_one"),
        ("Sie seien krank", "konjunktiv konjunktiv_one plural"),
        ("Die Züge fahren", "plural"),
        ("Das Gesetz wird geändert", "passive"),
        ("Er wird gewinnen", ""),
        ("Der Preis wird vergeben", ""),
        ("Der Preis wurde vergeben", "passive"),
        ("Der Antrag ist abgelehnt worden", "passive"),
        ("Niemals geben wir nach", "negated plural"),
        ("und sagte nichts dazu", "first"),
        ("ohne zu zögern", "zu"),
        ("um nicht zu stören", "negated zu"),
    ],
)
def test_what_a_predicate_says(text: str, true: str) -> None:
    _, found = predicate(text)
    assert found is not None
    asked = ("first", "konjunktiv", "konjunktiv_one", "negated", "passive", "plural", "zu")
    assert [name for name in asked if getattr(found, name)] == true.split()


@pytest.mark.parametrize(("text", "modal"), [("Er muss gehen", "müssen"), ("Er geht", None)])
def test_modals(text: str, modal: str | None) -> None:
    _, found = predicate(text)
    assert found is not None
    assert found.modal == modal


def test_a_clause_without_verbs_has_none() -> None:
    assert predicate("mit großer Sorge") == ("", None)


@pytest.mark.parametrize(
    ("main", "rest", "lemma"),
    [
        ("Er warf dem Chef", "Betrug vor", "vorwerfen"),
        ("Sie hat", "lange gewartet", "warten"),
        ("Er ging", "mit dem Hund weg", "weggehen"),
        ("Sie lachte", "gestern", None),
        ("Er teilte das mit", "aus", None),
    ],
)
def test_the_end_of_a_clause_is_given_back(main: str, rest: str, lemma: str | None) -> None:
    tokens = tokenize(f"{main} {rest}")
    edge = len(tokenize(main))
    found = read_predicate(tokens, 0, edge, finite_indices(tokens, 0, edge), final=False)
    assert found is not None
    complete = finish(tokens, found, edge, len(tokens))
    assert (complete.lemmas[0] if complete else None) == lemma
