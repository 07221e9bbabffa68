"""What is found where the texts of the articles are to be had: by all the evidence around."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import Conflict, find, why
from claimtrack.conflicts.events import link
from claimtrack.conflicts.propositions.nearness import same_person
from claimtrack.conflicts.propositions.utterance import utterances_of
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.conflicts.statement.side import side
from claimtrack.conflicts.weights import possible, reason, scale, threshold, total, weights
from claimtrack.german.numbers import read_figure_text
from claimtrack.lexicon import table
from claimtrack.model import Actor, Claim, Figure, Ledger, Mention, Source, Span
from tests.conflicts.building import claim, ledger

Said = tuple[str, str, str, str]
"""Who, the words, the stance, and the figure's words ("" for none)."""


def article(name: str, text: str, said: list[Said], day: str) -> tuple[Source, str, list[Claim]]:
    claims = []
    for at, (actor, words, stance, number) in enumerate(said):
        start = text.index(words)
        mention = Mention(words, (Span(start, start + len(words)),))
        claims.append(
            Claim(
                id=f"{name}{at}", article=name, actors=(actor,), stance=stance, kind="indirect",
                quote=mention, figures=tuple(figures(number)),
            )
        )  # fmt: skip
    return Source(name, published=day), text, claims


def figures(number: str) -> list[Figure]:
    words, _, what = number.partition("|")
    read = read_figure_text(words) if words else None
    return [Figure(words, what or None, None, read.value, read.near, read.far)] if read else []


def held(*articles: tuple[Source, str, list[Claim]]) -> tuple[Ledger, dict[str, str]]:
    claims = [claim for _, _, own in articles for claim in own]
    texts = {source.id: text for source, text, _ in articles}
    return ledger(*claims, sources=tuple(source for source, _, _ in articles)), texts


def shown(*articles: tuple[Source, str, list[Claim]]) -> list[Conflict]:
    book, texts = held(*articles)
    return [one for one in find(book, texts=lambda source: texts[source.id]) if one.shown]


DAY, LATER = "2024-06-03", "2024-06-20"
BRIDGE = "Bei dem Konzert am Hafen von Brennitz kamen 4.000 Besucher, teilte die Polizei mit. "


@pytest.mark.parametrize(
    ("text", "number", "kinds"),
    [
        ("Der Veranstalter sprach dagegen von 9.000.", "9.000", ["figure"]),
        ("Der Veranstalter sprach dagegen von 4.000.", "4.000", []),
        ("Der Veranstalter hatte im Vorjahr in Ulm 9.000 gezählt.", "9.000", []),
        ("Der Veranstalter verkaufte am Tag 9.000 Flaschen.", "9.000|Flaschen", []),
    ],
)
def test_two_numbers_side_by_side(text: str, number: str, kinds: list[str]) -> None:
    told = article(
        "a", BRIDGE + text,
        [("Polizei", "kamen 4.000 Besucher", "asserts", "4.000|Besucher"),
         ("Veranstalter", text, "asserts", number)],
        DAY,
    )  # fmt: skip
    assert [one.kind for one in shown(told)] == kinds


CHARGE = "Der Damm bei Brennitz sei seit Jahren nicht geprüft worden, sagte Anna Berg. "


@pytest.mark.parametrize(
    ("text", "stance", "kinds"),
    [
        ("Das Landratsamt wies das zurück.", "denies", ["stance"]),
        ("Das Landratsamt wollte sich dazu nicht äußern.", "withholds", []),
        ("Das Landratsamt lud zu einer Sitzung ein.", "asserts", []),
    ],
)
def test_a_denial_answers_what_was_said_just_before(
    text: str, stance: str, kinds: list[str]
) -> None:
    words = "Der Damm bei Brennitz sei seit Jahren nicht geprüft worden"
    told = article(
        "a", CHARGE + text,
        [("Anna Berg", words, "accuses", ""), ("Landratsamt", text.rstrip("."), stance, "")],
        DAY,
    )  # fmt: skip
    assert [one.kind for one in shown(told)] == kinds


@pytest.mark.parametrize(
    ("answers", "place", "pairs"),
    [
        ((), "a", [{"verband", "amt"}]),
        (("partei",), "a", []),
        (("partei",), "b", [{"verband", "amt"}]),
        (("verband",), "a", [{"verband", "amt"}]),
    ],
)
def test_a_denial_whose_answer_is_known_is_likely_of_nothing_else_in_its_article(
    answers: tuple[str, ...], place: str, pairs: list[set[str]]
) -> None:
    sources = tuple(Source(name, title="Wahl in Kassel", published=DAY) for name in "ab")
    book = ledger(
        claim("verband", "Verband", "die Wahl in Kassel sei manipuliert worden", article=place),
        claim("partei", "Partei", "die Liste müsse neu geprüft werden", stance="demands",
              article="a", at=60),
        claim("amt", "Amt", "bestreitet jede Manipulation", stance="denies", kind="reported",
              article="a", at=200, answers=answers),
        sources=sources,
    )  # fmt: skip
    assert [set(one.ids) for one in find(book) if one.shown] == pairs


def test_what_the_speaker_says_beside_a_denial_goes_with_it() -> None:
    own = "Der Damm sei sicher gewesen"
    told = article(
        "a", f"{CHARGE}Das Landratsamt wies das zurück. {own}.",
        [("Anna Berg", "Der Damm bei Brennitz sei seit Jahren nicht geprüft worden", "accuses", ""),
         ("Landratsamt", "Das Landratsamt wies das zurück", "denies", ""),
         ("Landratsamt", own, "asserts", "")],
        DAY,
    )  # fmt: skip
    found = shown(told)
    assert [set(one.also) | one.ids for one in found] == [{"a0", "a1", "a2"}]


CHECKED = "Der Damm bei Brennitz sei geprüft worden"
REST = "Am Ufer standen viele Menschen. "


@pytest.mark.parametrize(
    ("words", "stance", "actor", "kinds"),
    [
        ("dass der Damm bei Brennitz geprüft wurde", "denies", "Landratsamt", ["stance"]),
        ("dass der Damm bei Brennitz geprüft werde", "demands", "Landratsamt", []),
        ("ob der Damm bei Brennitz geprüft wurde", "doubts", "Landratsamt", ["stance"]),
        ("ob der Damm bei Brennitz geprüft wurde", "doubts", "", []),
        ("ob der Damm bei Brennitz geprüft wurde", "withholds", "", []),
    ],
)
def test_a_demand_and_an_open_question_are_on_no_side(
    words: str, stance: str, actor: str, kinds: list[str]
) -> None:
    text = f"{CHECKED}, sagte Anna Berg. Dazu kam, {words}."
    source, body, claims = article(
        "a", text, [("Anna Berg", CHECKED, "asserts", ""), (actor, words, stance, "")], DAY
    )
    named = [replace(one, actors=tuple(filter(None, one.actors))) for one in claims]
    assert [one.kind for one in shown((source, body, named))] == kinds


@pytest.mark.parametrize(
    ("between", "speaker", "beside"),
    [(" ", "Anna Berg", True), (" ", "Karl Amann", False), ("\n\n", "Anna Berg", False),
     (f" {REST}{REST}", "Anna Berg", False)],
)  # fmt: skip
def test_a_denial_counts_for_what_its_own_speaker_says_beside_it(
    between: str, speaker: str, beside: bool
) -> None:
    denial, own = "Anna Berg widersprach", "Der Damm sei fest"
    book, texts = held(article(
        "a", f"{denial}.{between}{own}, sagte {speaker}.",
        [("Anna Berg", denial, "denies", ""), (speaker, own, "asserts", "")], DAY,
    ))  # fmt: skip
    first, second = utterances_of(prepare(book, Actor, lambda source: texts[source.id]))
    assert (first.denial_around, second.denial_around) == (False, beside)


@pytest.mark.parametrize(("answered", "charged"), [("a0", ["a0"]), ("a1", ["a1"]), ("", ["a1"])])
def test_what_stands_beside_a_denial_is_against_what_that_answers(
    answered: str, charged: list[str]
) -> None:
    """Where it answers nothing that is known, against the nearest."""
    charges = "Der Wirt habe Gäste betrogen", "Die Küche sei schmutzig gewesen"
    denial, own = "Tom Vogt wies das zurück", "Alles sei in bester Ordnung"
    source, body, claims = article(
        "a", f"{charges[0]}, sagte Anna Berg. {charges[1]}, sagte Karl Amann. {denial}. {own}.",
        [("Anna Berg", charges[0], "accuses", ""), ("Karl Amann", charges[1], "accuses", ""),
         ("Tom Vogt", denial, "denies", ""), ("Tom Vogt", own, "asserts", "")],
        DAY,
    )  # fmt: skip
    claims[2] = replace(claims[2], answers=tuple(filter(None, [answered])))
    found = [one for one in shown((source, body, claims)) if one.kind == "stance"]
    told = {ident for one in found for ident in (*one.ids, *one.also)}
    assert sorted(told & {"a0", "a1"}) == charged


@pytest.mark.parametrize(
    ("verb", "kinds"),
    [("hielt dagegen", ["stance"]), ("entgegnete", ["stance"]), ("fügte hinzu", [])],
)
def test_a_cue_of_which_the_ledger_has_the_place_alone_is_read_in_the_text(
    verb: str, kinds: list[str]
) -> None:
    """Two statements without a word of denial, the one set against the other by its verb."""
    own = "Erst am Mittag sei es losgegangen"
    text = f"Am Morgen habe man begonnen, sagte Anna Berg. Tom Vogt {verb}: {own}."
    source, body, (one, two) = article(
        "a", text,
        [("Anna Berg", "Am Morgen habe man begonnen", "asserts", ""),
         ("Tom Vogt", own, "asserts", "")],
        DAY,
    )  # fmt: skip
    start = text.index(verb)
    cue = Mention("", (Span(start, start + len(verb)),))
    told = (source, body, [one, replace(two, cue=cue, answers=("a0",))])
    assert [each.kind for each in shown(told)] == kinds


@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("es gebe keine Lösung", -1),
        ("es gebe keine andere Lösung als den Abriss", 1),
        ("es helfe nichts", -1),
        ("es helfe nichts anderes als Geduld", 1),
    ],
)
def test_nothing_else_than_is_no_negation(words: str, against: int) -> None:
    assert side(claim("a", "Anna Berg", words)) == against


@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("die Rechnung sei falsch", -1),
        ("die Rechnung sei falsch gewesen", -1),
        ("die Fahrten seien falsch abgerechnet worden", 1),
        ("man habe die Fahrten falsch berechnet", 1),
        ("die Meldung sei unwahr", -1),
    ],
)
def test_what_was_done_wrongly_is_not_untrue(words: str, against: int) -> None:
    assert side(claim("a", "Anna Berg", words)) == against


@pytest.mark.parametrize(("cue", "stands"), [("bestritt", -1), ("lehnte ab", 0)])
def test_who_refuses_to_do_something_denies_nothing(cue: str, stands: int) -> None:
    said = claim("a", "Anna Berg", "die Akten zu prüfen", stance="denies", cue=Mention(cue, ()))
    assert side(said) == stands


FIRST = "Das Becken in Brennitz werde nicht geschlossen, sagte Anna Berg von den Stadtwerken."


@pytest.mark.parametrize(
    ("verb", "words", "kinds"),
    [
        ("räumte ein", "das Becken in Brennitz werde nun doch geschlossen", ["reversal"]),
        ("bekräftigte", "das Becken in Brennitz werde nicht geschlossen", []),
        ("sagte", "im Herbst beginne der Bau des Radwegs", []),
    ],
)
def test_one_actor_turns_round(verb: str, words: str, kinds: list[str]) -> None:
    denied = "Das Becken in Brennitz werde nicht geschlossen"
    one = article("a", FIRST, [("Anna Berg", denied, "asserts", "")], DAY)
    text = f"Anna Berg von den Stadtwerken Brennitz {verb}, {words}."
    other = article("b", text, [("Anna Berg", words, "asserts", "")], LATER)
    assert [each.kind for each in shown(one, other)] == kinds


@pytest.mark.parametrize(
    ("denial", "verb", "words", "kinds"),
    [
        ("wies den Vorwurf zurück", "räumte ein", "im Mai Post geöffnet zu haben", ["reversal"]),
        ("wies den Vorwurf zurück", "erzählte", "im Mai Post geöffnet zu haben", []),
        ("lobte das Wetter", "räumte ein", "im Mai Post geöffnet zu haben", []),
    ],
)
def test_an_admission_of_what_was_denied(
    denial: str, verb: str, words: str, kinds: list[str]
) -> None:
    stance = "denies" if "Vorwurf" in denial else "asserts"
    text = f"Anna Berg, Briefträgerin in Brennitz, {denial}."
    source, body, (first,) = article("a", text, [("Anna Berg", text[:-1], stance, "")], DAY)
    text = f"Die Briefträgerin Anna Berg aus Brennitz {verb}, {words}."
    other, told, (second,) = article("b", text, [("Anna Berg", words, "confirms", "")], LATER)
    start = text.index(verb)
    second = replace(second, cue=Mention("", (Span(start, start + len(verb)),)))
    one = (source, body, [replace(first, kind="reported")])
    assert [each.kind for each in shown(one, (other, told, [second]))] == kinds


@pytest.mark.parametrize(
    ("mention", "name", "one"),
    [
        ("Seehof-Chefin Anna Berg", "Seehof", True),
        ("Anna Berg vom Gasthaus Seehof", "Seehof", True),
        ("Anna Berg", "Seehof", False),
        ("Seehof-Chefin Anna Berg", "Bürgerverein", False),
        ("Chefin Anna Berg", "Chefin", False),
    ],
)
def test_who_speaks_for_a_body_is_one_with_it(mention: str, name: str, one: bool) -> None:
    text = f"{mention} sagte, es sei alles gut. Ein anderes Wort kam von {name}: Es sei vorbei."
    source, body, (first, second) = article(
        "a", text,
        [("Anna Berg", "es sei alles gut", "asserts", ""), (name, "Es sei vorbei", "asserts", "")],
        DAY,
    )  # fmt: skip
    first = replace(first, speaker=Mention("", (Span(0, len(mention)),)))
    book, texts = held((source, body, [first, second]))
    pair = utterances_of(prepare(book, Actor, lambda each: texts[each.id]))
    assert (same_person(*pair) == 1.0) is one


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        ("In der Käserei Hollerbach in Brennitz sind Listerien gefunden worden.", True),
        ("Der Stadtrat von Grünfelden hat den Haushalt beschlossen.", False),
    ],
)
def test_articles_are_linked_by_the_rare_words_of_their_texts(other: str, linked: bool) -> None:
    text = "Die Käserei Hollerbach ruft ihren Weichkäse zurück, weil Listerien darin sind."
    one = article("a", text, [("Amt", "weil Listerien darin sind", "asserts", "")], DAY)
    two = article("b", other, [("Amt", other[:20], "asserts", "")], DAY)
    book, texts = held(one, two)
    links = link(prepare(book, Actor, lambda source: texts[source.id]))
    assert ("b" in links["a"]) == linked


def test_an_article_without_a_day_takes_part() -> None:
    text = "Die Käserei Hollerbach ruft ihren Weichkäse zurück, weil Listerien darin sind."
    one = article("a", text, [("Amt", "weil Listerien darin sind", "asserts", "")], DAY)
    source, _, claims = article("b", text, [("Amt", "Listerien", "asserts", "")], DAY)
    book, texts = held(one, (replace(source, published=None), text, claims))
    assert "b" in link(prepare(book, Actor, lambda each: texts[each.id]))["a"]


KINDS = ["figure", "stance", "reversal", "retelling"]


@pytest.mark.parametrize("kind", [*KINDS, "figure_across", "stance_across"])
def test_a_table_of_weights(kind: str) -> None:
    assert possible(kind) < threshold(kind)
    assert total(kind, {}) == weights(kind)["start"].weight < threshold(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_of_two_articles_are_shown_from_the_same_sum_on(kind: str) -> None:
    across = scale(kind, one_article=False)
    assert scale(kind, one_article=True) == kind
    assert (threshold(across), possible(across)) == (threshold(kind), possible(kind))
    assert weights(across).keys() == weights(kind).keys()


def test_what_weighs_otherwise_between_two_articles_has_a_row_of_its_own() -> None:
    rows = [row for row in table("evidence") if row[0] == "stance_across"]
    across, within = weights("stance_across"), weights("stance")
    own = {row[1]: float(row[2]) for row in rows}
    assert own and all(across[name].weight == weight for name, weight in own.items())
    assert all(across[name] == within[name] for name in within if name not in own)


def test_a_reason_names_what_weighed_most_first() -> None:
    told = {"contrast_near": 1.0, "same_paragraph": 1.0, "two_places": 1.0}
    assert reason("figure", told) == (
        "for one thing: words of contrast between them, one paragraph; against it: two places"
    )


@pytest.mark.parametrize(("answers", "verdicts"), [((), []), (("a0",), ["conflict"])])
def test_what_a_claim_answers_needs_no_likeness(
    answers: tuple[str, ...], verdicts: list[str]
) -> None:
    words = "Der Damm bei Brennitz sei seit Jahren nicht geprüft worden"
    one = article("a", CHARGE, [("Anna Berg", words, "asserts", "")], DAY)
    denial = "Das Landratsamt hält wenig davon"
    text = f"In Brennitz wird über den Damm gestritten, den Anna Berg rügte.\n\n{denial}."
    source, body, claims = article("b", text, [("Landratsamt", denial, "denies", "")], DAY)
    pointing = [replace(claim, answers=answers) for claim in claims]
    assert [each.verdict for each in shown(one, (source, body, pointing))] == verdicts


def test_why_says_what_the_evidence_comes_to() -> None:
    text = "Der Veranstalter lud zu einem Fest ein."
    told = article(
        "a", BRIDGE + text,
        [("Polizei", "kamen 4.000 Besucher", "asserts", "4.000|Besucher"),
         ("Veranstalter", text, "asserts", "")],
        DAY,
    )  # fmt: skip
    book, texts = held(told)
    reasons = why(book, "a0", "a1", texts=lambda source: texts[source.id]).reasons
    assert any("the evidence comes to" in one and "shown from" in one for one in reasons)


def test_why_tells_what_a_change_of_mind_and_a_retelling_come_to() -> None:
    words = "Das Becken in Brennitz bleibe offen", "Das Becken in Brennitz werde geschlossen"
    one, other = (
        article(name, f"{said}, sagte Anna Berg.", [("Anna Berg", said, "asserts", "")], DAY)
        for name, said in zip("ab", words, strict=True)
    )
    book, texts = held(one, other)
    reasons = why(book, "a0", "b0", texts=lambda source: texts[source.id]).reasons
    assert [each.partition(":")[0] for each in reasons if "comes to" in each] == [
        "as two sides", "as a change of mind", "as one statement told twice",
    ]  # fmt: skip
