"""Who turned round: what a later article tells of that beside the words of the statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import find
from claimtrack.conflicts.kinds.reversal import is_tied
from claimtrack.conflicts.propositions.actor_evidence import actor_evidence
from claimtrack.conflicts.propositions.utterance import Utterance, utterances_of
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor, Claim, Ledger, Mention, Source, Span
from tests.conflicts.building import exact, ledger

DAY, LATER = "2024-06-03", "2024-06-24"


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(words, (Span(start, start + len(words)),))


def article(name: str, text: str, *said: tuple[str, str], day: str, title: str = "") -> Ledger:
    """An article of what speakers, named by some words, said in others."""
    claims = [
        Claim(
            id=f"{name}{at}", article=name, actors=(speaker,), kind="indirect",
            quote=mention(text, words), speaker=mention(text, speaker),
        )
        for at, (speaker, words) in enumerate(said)
    ]  # fmt: skip
    return ledger(*claims, sources=(Source(name, title=title or None, published=day),))


def told(book: Ledger, texts: dict[str, str]) -> list[Utterance]:
    return utterances_of(prepare(book, Actor, lambda source: texts[source.id]))


OWN = "Das Becken werde zugeschüttet"
SAID = f"{OWN}, sagte Anna Berg."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SAID, {}),
        (f"{SAID} Anna Berg bat um Entschuldigung.", {"regret": 1.0}),
        (f"{SAID} Es regnete. Auch Anna Berg bat um Entschuldigung.", {"regret": 0.4}),
        (f"{SAID} Karl Amann bat um Entschuldigung.", {}),
        (f"{SAID} Noch im Mai hatte Anna Berg das Becken gelobt.", {"recalled": 1.0}),
        (f"{SAID} Noch im Mai lobte Anna Berg das Becken.", {}),
        (f"{SAID} Im Mai hatte Anna Berg das Becken gelobt.", {}),
        (f"{SAID} Die Wirte warfen Anna Berg Wortbruch vor.", {"about_face": 1.0}),
        (f"{SAID} Die Wirte warfen Karl Amann Wortbruch vor.", {}),
        (f"{SAID} Anna Berg hat ihre Darstellung korrigiert.", {"about_face": 1.0}),
        (f"{SAID} Anna Berg hat ihre Brille korrigiert.", {}),
    ],
)
def test_sentences_that_tell_of_a_turn(text: str, found: dict[str, float]) -> None:
    (one,) = told(article("a", text, ("Anna Berg", OWN), day=DAY), {"a": text})
    assert one.turns == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Das Becken wird nun doch zugeschüttet", 1.0),
        ("Berg gesteht Fehler", 1.0),
        ("Das Becken wird zugeschüttet", None),
    ],
)
def test_a_turn_in_the_title(title: str, found: float | None) -> None:
    (one,) = told(article("a", SAID, ("Anna Berg", OWN), day=DAY, title=title), {"a": SAID})
    assert one.turns.get("title") == found


@pytest.mark.parametrize(
    ("first", "second", "name", "given"),
    [
        ("Es sei alles fest", "Es sei nie etwas geprüft worden", "against_after", True),
        ("Es sei alles fest", "Es sei wenig geprüft worden", "against_after", False),
        ("Man habe alles geprüft", "Man habe wenig geprüft", "past_both", True),
        ("Man prüfe alles", "Man habe wenig geprüft", "past_both", False),
        ("Das Becken bleibe", "Das Becken komme weg", "to_come_first", True),
        ("Das Becken sei dicht gewesen", "Das Becken komme weg", "to_come_first", False),
        ("Man habe alles geprüft", "Man habe sehr wohl nichts geprüft", "emphatic_after", False),
        ("Man habe alles geprüft", "Man habe nichts geprüft", "emphatic_after", True),
        ("Ein Brief existiere nicht", "Den Brief gab es", "exists_after_all", True),
        ("Von Rissen sei nichts bekannt", "Risse gab es, nur nie in Ulm", "exists_after_all", True),
        ("Ein Brief existiere", "Den Brief gab es", "exists_after_all", False),
        ("Ein Brief existiere nicht", "Einen Brief gab es nie", "exists_after_all", False),
        ("Ein Brief existiere nicht", "Der Brief war kurz", "exists_after_all", False),
    ],
)
def test_how_two_statements_of_one_speaker_stand_to_each_other(
    first: str, second: str, name: str, given: bool
) -> None:
    assert (name in evidence(f"{first}, sagte Anna Berg.", f"{second}, sagte Anna Berg.", first,
                             second)) is given  # fmt: skip


@pytest.mark.parametrize(
    ("cue", "recalled"),
    [("hatte sie gesagt", True), ("sagte sie", False), ("hat sie gesagt", False)],
)
def test_a_statement_that_is_recalled_is_no_news(cue: str, recalled: bool) -> None:
    text = f"{OWN}, {cue}. Das war Anna Berg."
    book = article("a", text, ("Anna Berg", OWN), day=DAY)
    claims = tuple(replace(claim, cue=mention(text, cue)) for claim in book.claims)
    (one,) = told(replace(book, claims=claims), {"a": text})
    assert one.recalled is recalled


def evidence(before: str, after: str, first: str, second: str) -> dict[str, float]:
    one = article("a", before, ("Anna Berg", first), day=DAY)
    other = article("b", after, ("Anna Berg", second), day=LATER)
    return actor_evidence(*told(joined(one, other), {"a": before, "b": after}))


def joined(*books: Ledger) -> Ledger:
    return ledger(
        *(claim for book in books for claim in book.claims),
        sources=tuple(source for book in books for source in book.sources),
    )


PLACE = "Das Becken am Hafen von Brennitz"


@pytest.mark.parametrize(
    ("title", "behind", "kinds"),
    [
        ("Busse", "„Ich habe die Kosten falsch eingeschätzt“, sagte Anna Berg.", ["reversal"]),
        ("Nun doch Busse", "Noch im Mai hatte Anna Berg das ausgeschlossen.", ["reversal"]),
        ("Busse", "Das Wetter blieb schön in Brennitz.", []),
    ],
)
def test_what_an_article_tells_of_a_turn_shows_it(
    title: str, behind: str, kinds: list[str]
) -> None:
    """Two statements that share no word and of which neither denies anything."""
    first, second = "Das Freibad bleibe den Kindern", "Man brauche den Platz für Busse"
    before = f"{PLACE} ist alt. {first}, sagte Anna Berg von den Stadtwerken."
    after = f"{PLACE} ist alt. {second}, sagte Anna Berg von den Stadtwerken. {behind}"
    book = joined(
        article("a", before, ("Anna Berg", first), day=DAY, title="Brennitz: Freibad am Hafen"),
        article("b", after, ("Anna Berg", second), day=LATER, title=f"Brennitz: {title} am Hafen"),
    )
    texts = {"a": before, "b": after}
    found = find(book, texts=lambda source: texts[source.id])
    assert [each.kind for each in found if each.shown] == kinds


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [
        ("Der Damm halte", "Die Busse kämen", {"nothing_ties", "nothing_turns"}),
        ("Der Damm halte", "Der Damm wanke", {"nothing_turns"}),
        ("Der Damm halte", "Die Busse kämen nicht", {"nothing_ties"}),
        ("Der Damm halte", "Die Busse kämen jetzt", set()),
        ("Der Damm halte", "Die Busse seien ein Fehler", set()),
    ],
)
def test_what_neither_ties_two_statements_nor_tells_of_a_turn(
    first: str, second: str, missing: set[str]
) -> None:
    given = evidence(
        f"{first}, sagte Anna Berg.", f"{second}, sagte Anna Berg.", first, second
    )  # fmt: skip
    assert given.keys() & {"nothing_ties", "nothing_turns"} == missing


@pytest.mark.parametrize(
    ("later", "kinds"), [("Anna Berg", ["reversal"]), ("der Anwalt von Anna Berg", [])]
)
def test_a_lawyer_is_not_his_client(later: str, kinds: list[str]) -> None:
    first, second = f"{PLACE} werde nicht geschlossen", f"{PLACE} werde geschlossen"
    before, after = f"{first}, sagte Anna Berg.", f"{second}, räumte {later} ein."
    book = joined(
        article("a", before, ("Anna Berg", first), day=DAY),
        article("b", after, (later, second), day=LATER),
    )
    texts = {"a": before, "b": after}
    found = find(book, texts=lambda source: texts[source.id])
    assert [each.kind for each in found if each.shown and each.kind == "reversal"] == kinds


@pytest.mark.parametrize(
    ("after", "against"),
    [
        ("Das Becken werde geöffnet", 1.0),
        ("Die Halle werde geöffnet", None),  # nothing says that it is of the same
        ("Das Becken werde gestrichen", None),
    ],
)
def test_opposites_are_said_of_one_thing(after: str, against: float | None) -> None:
    before = "Das Becken werde geschlossen"
    texts = {"a": f"{before}, sagte Anna Berg.", "b": f"{after}, sagte Anna Berg."}
    books = [
        article(name, texts[name], ("Anna Berg", words), day=day)
        for name, words, day in (("a", before, DAY), ("b", after, LATER))
    ]
    one, other = (told(book, texts)[0] for book in books)
    assert actor_evidence(one, other).get("antonyms") == against


def conceding(
    before: str, cue: str, after: str = "im Becken seien zwölf Risse", stance: str = "confirms"
) -> dict[str, float]:
    """The evidence of what Anna Berg told first, and of what she told later with a cue."""
    text = f"Anna Berg {cue}, {after}."
    one = article("a", f"{before}, sagte Anna Berg.", ("Anna Berg", before), day=DAY)
    other = article("b", text, ("Anna Berg", after), day=LATER)
    later = (replace(other.claims[0], cue=mention(text, cue), stance=stance, figures=(TWELVE,)),)
    book = joined(one, replace(other, claims=later))
    return actor_evidence(*told(book, {"a": f"{before}, sagte Anna Berg.", "b": text}))


TWELVE = exact("zwölf", 12, "Risse")
NONE = "Man kenne keinen Riss"


@pytest.mark.parametrize(
    ("before", "cue", "after", "concedes"),
    [
        (NONE, "räumte ein", "im Becken seien zwölf Risse", True),
        (NONE, "bestätigte", "im Becken seien zwölf Risse", True),
        (NONE, "hatte eingeräumt", "im Becken seien zwölf Risse", True),
        (NONE, "bekräftigte", "im Becken seien zwölf Risse", False),
        (NONE, "bestätigte", "im Becken seien nie zwölf Risse gewesen", False),
        ("Man kenne jeden Riss", "bestätigte", "im Becken seien zwölf Risse", False),
        (NONE, "bestätigte", "der Kiosk öffne im Mai", False),
        (NONE, "räumte ein", "der Kiosk öffne im Mai", False),
        ("Man kenne jeden Riss", "räumte ein", "im Becken seien zwölf Risse", False),
    ],
)
def test_who_confirms_what_he_negated_turns_round(
    before: str, cue: str, after: str, concedes: bool
) -> None:
    """The number that he tells, and that it is recalled, are then nothing against it."""
    found = conceding(before, cue, after)
    assert ("ruled_out_admitted" in found) is concedes
    against = {"number_on_one_side", "other_confidence", "recalled_itself", "nothing_ties"}
    assert concedes is not bool(found.keys() & against)


@pytest.mark.parametrize(
    ("words", "summed_up"),
    [
        ("Anna Berg will erst im Mai von dem Riss gehört haben", False),
        ("Anna Berg sprach über den Riss", True),
    ],
)
def test_what_somebody_claims_to_have_done_is_told(words: str, summed_up: bool) -> None:
    texts = {"a": f"{words}.", "b": SAID}
    first = article("a", texts["a"], ("Anna Berg", words), day=DAY)
    reported = replace(first, claims=(replace(first.claims[0], kind="reported"),))
    second = article("b", SAID, ("Anna Berg", OWN), day=LATER)
    assert ("summed_up" in actor_evidence(*told(joined(reported, second), texts))) is summed_up


@pytest.mark.parametrize(
    ("told_of", "tied"),
    [({}, False), ({"told_by_about_face": 0.4}, False), ({"told_by_about_face": 1.0}, True),
     ({"exists_after_all": 1.0}, True)],
)  # fmt: skip
def test_what_ties_two_statements_that_share_no_word(told_of: dict[str, float], tied: bool) -> None:
    assert is_tied({"nothing_held": 1.0, "nothing_shared": 1.0, **told_of}) is tied
