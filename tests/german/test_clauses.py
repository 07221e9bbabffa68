"""Sentences cut into clauses: ``kind:words`` of each, parted by ``|``."""

import pytest

from claimtrack.german.clauses import Clause
from claimtrack.german.cutting import cut
from claimtrack.german.quotations import find_quotations
from claimtrack.german.tokens import Token, sentences, tokenize


def clauses(text: str) -> tuple[list[Token], list[Clause]]:
    tokens = next(sentences(tokenize(text)))
    return tokens, cut(tokens)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er sagte, dass es regnet.", "main:Er sagte|dass:dass es regnet"),
        ("Er sagte, es regne.", "main:Er sagte|main:es regne"),
        ("Sie fragte, wann er fahre.", "main:Sie fragte|w:wann er fahre"),
        ("Sie fragte, mit wem er fahre.", "main:Sie fragte|w:mit wem er fahre"),
        ("Der Mann, der dort wohnt, schlief.", "frag:Der Mann|rel:der dort wohnt|main:schlief"),
        ("Die Frau, deren Hund bellt, lachte.", "frag:Die Frau|rel:deren Hund bellt|main:lachte"),
        ("Weil es regnete, blieb er hier.", "sub:Weil es regnete|main:blieb er hier"),
        ("Er versprach, pünktlich zu kommen.", "main:Er versprach|zu:pünktlich zu kommen"),
        ("Um zu gewinnen, trainierte er.", "zu:Um zu gewinnen|main:trainierte er"),
        ("Sie kam, sah und siegte.", "main:Sie kam|main:sah|main:und siegte"),
        (
            "Der Chef sagte das und fügte hinzu, er gehe.",
            "main:Der Chef sagte das|main:und fügte hinzu|main:er gehe",
        ),
        (
            "Er warf dem Gegner, als er sprach, Betrug vor.",
            "main:Er warf dem Gegner|sub:als er sprach|tail:Betrug vor",
        ),
        ("Ob er komme, sei unklar.", "dass:Ob er komme|main:sei unklar"),
        (
            "Das Haus am See, ein Altbau, brannte ab.",
            "frag:Das Haus am See|frag:ein Altbau|main:brannte ab",
        ),
        ("Er bleibt; sie geht.", "main:Er bleibt|main:sie geht"),
        (
            "Der Plan – er ist alt – wird geprüft.",
            "frag:Der Plan|main:er ist alt|main:wird geprüft",
        ),
        ("Die Lage ist ernst, aber gut.", "main:Die Lage ist ernst|frag:aber gut"),
        (
            "Wenn er kommt, gehe ich, sagte sie.",
            "sub:Wenn er kommt|main:gehe ich|main:sagte sie",
        ),
        (
            "Es heißt, dass er, wenn er kann, hilft.",
            "main:Es heißt|dass:dass er, wenn er kann, hilft",
        ),
        (
            "Sie bestätigte, dass der Leiter, der krank ist, nicht komme.",
            "main:Sie bestätigte|dass:dass der Leiter, der krank ist, nicht komme",
        ),
        (
            "Er sagte, dass sie komme, wenn es regnet, und dass er bleibe.",
            "main:Er sagte|dass:dass sie komme|sub:wenn es regnet|dass:und dass er bleibe",
        ),
        (
            "Es gelang, nicht nur mit Geld, sondern auch mit Rat zu helfen.",
            "main:Es gelang|zu:nicht nur mit Geld, sondern auch mit Rat zu helfen",
        ),
        ("Der Verein (Bonn) gewann.", "main:Der Verein (Bonn) gewann"),
        (
            "Die Ein-, Zwei- und Dreizimmerwohnungen fehlen.",
            "main:Die Ein-, Zwei- und Dreizimmerwohnungen fehlen",
        ),
        (
            "Es sind Zeugen, die dabei waren und mit Helfern sprachen.",
            "main:Es sind Zeugen|rel:die dabei waren|rel:und mit Helfern sprachen",
        ),
    ],
)
def test_clauses(text: str, found: str) -> None:
    tokens, pieces = clauses(text)
    words = [(p.kind, text[tokens[p.start].start : tokens[p.end - 1].end]) for p in pieces]
    assert "|".join(f"{kind}:{part}" for kind, part in words) == found


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Er teilte das am Abend mit.", "mitteilen"),
        ("Sie gab den Termin bekannt.", "bekanntgeben"),
        ("Er hat das gesagt.", "sagen"),
        ("Das wurde bestätigt.", "bestätigen"),
        ("Sie wollte das nicht bestätigen.", "bestätigen"),
        ("Er warf dem Gegner, als er sprach, Betrug vor.", "vorwerfen"),
        ("Sie soll geflohen sein.", "fliehen"),
        ("Die Zeugin soll krank sein.", "sein"),
        ("Er soll gestern getötet worden sein.", "töten"),
    ],
)
def test_the_verb_of_the_first_clause(text: str, lemma: str) -> None:
    _, pieces = clauses(text)
    assert pieces[0].predicate is not None
    assert lemma in pieces[0].predicate.lemmas


@pytest.mark.parametrize(
    ("text", "konjunktiv", "passive", "modal", "negated", "plural"),
    [
        ("Er sei krank.", True, False, None, False, False),
        ("Ich habe Hunger.", False, False, None, False, False),
        ("Das wurde mitgeteilt.", False, True, None, False, False),
        ("Das ist beschlossen worden.", False, True, None, False, False),
        ("Er soll geflohen sein.", False, False, "sollen", False, False),
        ("Sie sagte das nicht.", False, False, None, True, False),
        ("Die Züge stünden still.", True, False, None, False, True),
        ("Sie sagten nichts.", False, False, None, False, True),
    ],
)
def test_predicates(
    text: str, konjunktiv: bool, passive: bool, modal: str | None, negated: bool, plural: bool
) -> None:
    found = clauses(text)[1][0].predicate
    assert found is not None
    assert (found.konjunktiv, found.passive, found.modal, found.negated, found.plural) == (
        konjunktiv,
        passive,
        modal,
        negated,
        plural,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„Wir gehen“, sagte sie.", "quote:„Wir gehen“|main:sagte sie"),
        ("Sie sagte: „Wir, die Alten, gehen.“", "main:Sie sagte|quote:„Wir, die Alten, gehen.“"),
        ("„Nein“, rief er, „nie“.", "quote:„Nein“|main:rief er|quote:„nie“"),
        ("Der Ort (kurz: „Bad“) liegt tief.", "main:Der Ort (kurz: „Bad“) liegt tief"),
    ],
)
def test_direct_speech_is_kept_whole(text: str, found: str) -> None:
    tokens = tokenize(text)
    pieces = cut(tokens, [mark.span for mark in find_quotations(text)])
    words = [(p.kind, text[tokens[p.start].start : tokens[p.end - 1].end]) for p in pieces]
    assert "|".join(f"{kind}:{part}" for kind, part in words) == found
