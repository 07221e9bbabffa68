"""Two speakers who tell of one thing otherwise, though neither says that he denies it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimtrack.conflicts import find
from claimtrack.conflicts.propositions.evidence import opposed, stance_evidence
from claimtrack.conflicts.propositions.utterance import Utterance, utterances_of
from claimtrack.conflicts.statement.prepare import prepare
from claimtrack.model import Actor, Claim, Ledger, Mention, Source, Span
from tests.conflicts.building import ledger

DAY = "2024-06-03"


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(words, (Span(start, start + len(words)),))


def article(text: str, *said: tuple[str, str, str], **fields: str) -> Ledger:
    """An article of what speakers said in some words, each with its stance."""
    claims = [
        Claim(
            id=f"a{at}", article="a", actors=(speaker.removeprefix("der "),), kind="indirect",
            stance=stance, quote=mention(text, words), speaker=mention(text, speaker),
        )
        for at, (speaker, words, stance) in enumerate(said)
    ]  # fmt: skip
    return ledger(*claims, sources=(Source("a", published=DAY, **fields),))


def told(text: str, *said: tuple[str, str, str]) -> list[Utterance]:
    return utterances_of(prepare(article(text, *said), Actor, lambda _: text))


def evidence(first: str, second: str, text: str = "", nearest: bool = True) -> dict[str, float]:
    """What stands between Anna Berg's words and those of Tom Vogt behind them."""
    text = text or f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    one, other = told(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    return stance_evidence(one, other, nearest)


@pytest.mark.parametrize(
    ("first", "second", "name", "value"),
    [
        ("Vogt habe das Geld", "es liege auf der Bank", "spoken_of_replies", 1.0),
        ("Amann habe das Geld", "es liege auf der Bank", "spoken_of_replies", None),
        ("es liege auf der Bank", "Berg habe das Geld", "speaks_of_him", 1.0),
        ("es liege auf der Bank", "Amann habe das Geld", "speaks_of_him", None),
        ("man wisse es erst seit Mai", "man wisse es bereits seit April", "early_late", 1.0),
        ("man wisse es erst seit Mai", "die Akte liege bereits seit April vor", "early_late", None),
        ("man wisse es erst seit Mai", "Berg habe bereits im April gefragt", "early_late", 1.0),
        ("man wisse es bereits seit April", "man wisse es erst seit Mai", "early_late", 1.0),
        ("man wisse es seit April", "man wisse es bereits seit April", "early_late", None),
        ("man wisse es erst seit Mai", "man wisse es erst seit April", "early_late", None),
        ("der Damm halte nicht", "der Damm breche nie", "both_negated_held", 0.5),
        ("der Damm halte nicht", "der Damm breche", "both_negated_held", None),
    ],
)
def test_what_shows_a_reply(first: str, second: str, name: str, value: float | None) -> None:
    found = evidence(first, second).get(name)
    assert found == (value if value is None else pytest.approx(value, abs=0.3))


FIRST, SECOND = "Der Damm sei fest", "Es tropfe in die Keller"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt.", set()),
        (f"{FIRST}, beteuerte Anna Berg. {SECOND}, sagte Tom Vogt.", {"insisted"}),
        (f"{FIRST}, sagte Anna Berg. {SECOND}, beteuerte Tom Vogt.", {"insists"}),
        (f"{FIRST}, sagte Anna Berg. Andere sehen es anders. {SECOND}, sagte Tom Vogt.",
         {"disputed"}),
        (f"Die Lesart ist neu. {FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt.", {"disputed"}),
        (f"Die Lesart ist neu.\n\n{FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt.", set()),
        (f"{FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt. Die Lesart ist neu.", set()),
    ],
)  # fmt: skip
def test_words_by_which_a_text_says_that_two_differ(text: str, names: set[str]) -> None:
    assert evidence(FIRST, SECOND, text).keys() & {"insisted", "insists", "disputed"} == names


@pytest.mark.parametrize(
    ("nearest", "names"), [(True, {"follows_at_once"}), (False, {"another_between"})]
)
def test_whether_another_speaks_between_two(nearest: bool, names: set[str]) -> None:
    found = evidence(FIRST, SECOND, nearest=nearest)
    assert found.keys() & {"follows_at_once", "another_between"} == names


@pytest.mark.parametrize(
    ("denial", "nearest", "elsewhere"),
    [
        ("wies das zurück", False, True),
        ("wies das zurück", True, False),
        ("wies das mit dem Damm zurück", False, False),
    ],
)
def test_words_that_point_mean_what_stands_just_before(
    denial: str, nearest: bool, elsewhere: bool
) -> None:
    text = f"{FIRST}, sagte Anna Berg. Tom Vogt {denial}."
    one, other = told(
        text, ("Anna Berg", FIRST, "asserts"), ("Tom Vogt", f"Tom Vogt {denial}", "denies")
    )
    assert ("points_elsewhere" in stance_evidence(one, other, nearest)) is elsewhere


@pytest.mark.parametrize(
    ("verb", "stance", "admits"), [("räumte ein", "confirms", 1.0), ("sagte", "confirms", None)]
)
def test_who_admits_something_agrees(verb: str, stance: str, admits: float | None) -> None:
    text = f"{FIRST}, sagte Anna Berg. Tom Vogt {verb}, {SECOND}."
    book = article(text, ("Anna Berg", FIRST, "asserts"), ("Tom Vogt", SECOND, stance))
    cued = (book.claims[0], replace(book.claims[1], cue=mention(text, verb)))
    one, other = utterances_of(prepare(replace(book, claims=cued), Actor, lambda _: text))
    assert stance_evidence(one, other, nearest=True).get("admits") == admits


@pytest.mark.parametrize(
    ("second", "accused"),
    [("Vogt habe den Damm nie geprüft", 0.5), ("es regne nicht", None), ("es regne", None)],
)
def test_a_charge_is_answered_by_a_negation_of_such_words(
    second: str, accused: float | None
) -> None:
    """It is half an answer; a denial is a whole one."""
    charge = "den Damm brüchig gelassen zu haben"
    text = f"Anna Berg warf ihm vor, {charge}. Dazu hieß es von Tom Vogt: {second}."
    one, other = told(text, ("Anna Berg", charge, "accuses"), ("Tom Vogt", second, "asserts"))
    assert stance_evidence(one, other, nearest=True).get("accused") == accused
    denial = replace(other, denies=True)
    assert stance_evidence(one, denial, nearest=True).get("accused") == 1.0


@pytest.mark.parametrize(("answered", "much"), [(("a0",), 1.0), ((), 0.5), (("a9",), None)])
def test_a_denial_beside_a_statement(answered: tuple[str, ...], much: float | None) -> None:
    """It counts in full where it is known to answer the other, and not where it answers another."""
    one, other = told(
        f"{FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt.",
        ("Anna Berg", FIRST, "asserts"), ("Tom Vogt", SECOND, "asserts"),
    )  # fmt: skip
    beside = replace(other, denial_around=True, answers_around=frozenset(answered))
    assert stance_evidence(one, beside, nearest=True).get("denial_around") == much
    before = replace(one, denial_around=True, answers_around=frozenset(answered))
    backwards = 1.0 if answered == ("a1",) else None
    assert stance_evidence(other, before, nearest=False).get("denial_around") == backwards


@pytest.mark.parametrize(
    ("verb", "counts"), [("hielt dagegen", True), ("sagte aber", False), ("sagte", False)]
)
def test_a_retort_counts_as_a_word_of_denial(verb: str, counts: bool) -> None:
    text = f"{FIRST}, sagte Anna Berg. Tom Vogt {verb}: {SECOND}."
    book = article(text, ("Anna Berg", FIRST, "asserts"), ("Tom Vogt", SECOND, "asserts"))
    claims = (book.claims[0], replace(book.claims[1], answers=("a0",)))
    one, other = utterances_of(prepare(replace(book, claims=claims), Actor, lambda _: text))
    assert ("no_denial" not in stance_evidence(one, other, nearest=True)) is counts


@pytest.mark.parametrize(
    ("first", "second", "against"),
    [
        ("er sei beteiligt", "er sei unbeteiligt", True),
        ("er sei unbeteiligt", "er sei beteiligt", True),
        ("er sei beteiligt", "er sei ungehalten", False),
        ("das Bild sei echt", "das Bild sei gefälscht", True),
        ("das Bild sei echt", "das Bild sei groß", False),
        ("das Personal sei ausreichend", "es habe an Personal gefehlt", True),
        ("es habe an Personal gefehlt", "das Personal sei ausreichend", True),
        ("das Personal sei ausreichend", "es habe an Personal gelegen", False),
    ],
)
def test_words_that_say_the_opposite(first: str, second: str, against: bool) -> None:
    text = f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    one, other = told(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    assert opposed(one, other) is against


@pytest.mark.parametrize(
    ("first", "second", "speaker", "value"),
    [
        ("er habe den Betreiber gewarnt", "Hinweise habe es nie gegeben", "die Firma", 1.0),
        ("er habe den Betreiber gewarnt", "Hinweise habe es nie gegeben", "das Amt", None),
        ("er habe die Behörden gewarnt", "Hinweise habe es nie gegeben", "das Amt", 1.0),
        ("er habe das Rathaus gewarnt", "Hinweise habe es nie gegeben", "die Stadt", 1.0),
    ],
)
def test_a_body_is_spoken_of_by_another_noun(
    first: str, second: str, speaker: str, value: float | None
) -> None:
    text = f"{first}, sagte Anna Berg. {second}, betonte {speaker}."
    one, other = told(text, ("Anna Berg", first, "asserts"), (speaker, second, "denies"))
    assert stance_evidence(one, other, nearest=True).get("spoken_of_replies") == value


@pytest.mark.parametrize(
    ("first", "cue", "value"),
    [
        ("er habe den Betreiber gewarnt", "bestreitet", 1.0),
        ("er habe das Amt gewarnt", "bestreitet", None),
        ("er habe den Betreiber nie gewarnt", "bestreitet", None),
        ("er habe den Betreiber gewarnt", "betont", None),
        ("er habe den Betreiber gewarnt", "hatte bestritten", None),
    ],
)
def test_who_is_spoken_of_denies_by_a_verb(first: str, cue: str, value: float | None) -> None:
    second = "Hinweise erhalten zu haben"
    text = f"{first}, sagte Anna Berg. die Firma {cue}, {second}."
    one, other = told(text, ("Anna Berg", first, "asserts"), ("die Firma", second, "denies"))
    claim = replace(other.statement.claim, cue=Mention(cue, ()))
    denial = replace(other, statement=replace(other.statement, claim=claim))
    assert stance_evidence(one, denial, nearest=True).get("spoken_of_denies") == value
    assert "spoken_of_denies" not in stance_evidence(one, denial, nearest=False)


@pytest.mark.parametrize(
    ("speaker", "spoken_of"),
    [
        ("Sitzungspräsident Tom Vogt", 1.0),
        ("Präsident Tom Vogt", 1.0),
        ("Kassenwart Tom Vogt", None),
    ],
)
def test_a_speaker_is_spoken_of_by_his_office(speaker: str, spoken_of: float | None) -> None:
    first, second = "den Präsidenten habe man gewarnt", "es tropfe in die Keller"
    text = f"{first}, sagte Anna Berg. {second}, sagte {speaker}."
    one, other = told(text, ("Anna Berg", first, "asserts"), (speaker, second, "asserts"))
    assert stance_evidence(one, other, nearest=True).get("spoken_of_replies") == spoken_of


def test_what_came_earlier_needs_no_word_of_denial() -> None:
    """Where they stand side by side."""
    first, second = "man wisse es erst seit Mai", "man wisse es bereits seit April"
    far = f"{first}, sagte Anna Berg. {'Es regnete. ' * 3}{second}, sagte Tom Vogt."
    assert "no_denial" not in evidence(first, second)
    assert evidence(first, second, far).keys() >= {"no_denial"}


@pytest.mark.parametrize(
    ("first", "second", "name", "value"),
    [
        ("man plane keinen Umzug", "schloss einen Umzug ins Rathaus aus", "both_against", 1.0),
        ("man plane einen Umzug", "schloss einen Umzug ins Rathaus aus", "both_against", None),
        ("man plane keinen Umzug", "schloss dies mit dem Umzug aus", "both_against", None),
        ("man plane kein Fest", "schloss einen Umzug ins Rathaus aus", "both_against", None),
        ("es gebe keinen Defekt", "wies jede Schuld von sich", "both_against", 1.0),
        ("es gebe einen Defekt", "wies jede Schuld von sich", "both_against", None),
        ("es gebe keinen Defekt", "wies jede Deutung von sich", "both_against", None),
        ("man sei zu allem bereit", "schloss eine Zusammenarbeit aus", "own_option", 1.0),
        ("man sei zu allem bereit", "schloss eine Ampelkoalition aus", "own_option", 1.0),
        ("man sei zu allem bereit", "bestritt eine Zusammenarbeit", "own_option", None),
        ("man sei zu allem bereit", "schloss einen Anschlag aus", "own_option", None),
        ("Vogt wolle mit allen reden", "schloss eine Zusammenarbeit aus", "own_option", None),
    ],
)
def test_what_somebody_rules_out(first: str, second: str, name: str, value: float | None) -> None:
    text = f"{first}, sagte Anna Berg. Tom Vogt {second}."
    one, other = told(
        text, ("Anna Berg", first, "asserts"), ("Tom Vogt", f"Tom Vogt {second}", "denies")
    )
    assert stance_evidence(one, other, nearest=True).get(name) == value


@pytest.mark.parametrize(
    ("second", "kind", "is_refused"),
    [
        ("Tom Vogt wies den Antrag zurück", "reported", True),
        ("Tom Vogt wies den Bericht zurück", "reported", False),
        ("der Antrag sei erfunden", "indirect", False),
    ],
)
def test_who_refuses_a_proposal_denies_nothing(second: str, kind: str, is_refused: bool) -> None:
    text = f"man sei für den Ausbau, sagte Anna Berg. {second}, sagte Tom Vogt."
    book = article(
        text, ("Anna Berg", "man sei für den Ausbau", "asserts"), ("Tom Vogt", second, "denies")
    )
    refusing = replace(book.claims[1], kind=kind)
    book = replace(book, claims=(book.claims[0], refusing))
    one, other = utterances_of(prepare(book, Actor, lambda _: text))
    assert ("demand" in stance_evidence(one, other, nearest=True)) is is_refused


BLAMED, FINE = "das Tor sei nie geprüft worden", "alles sei vorschriftsmäßig gebaut"


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (BLAMED, FINE, {"in_order", "amiss_in_order"}),
        (FINE, BLAMED, {"in_order", "amiss_in_order"}),
        ("die Hilfe kam zu spät", "man habe rechtzeitig gemeldet", {"in_order", "amiss_in_order"}),
        ("am Tor standen viele", FINE, {"in_order"}),
        (BLAMED, "am Tor standen viele", set()),
        (BLAMED, "nichts sei vorschriftsmäßig gebaut", set()),
        ("alles sei ordnungsgemäß", FINE, set()),
    ],
)
def test_one_finds_fault_where_all_is_in_order_for_the_other(
    first: str, second: str, names: set[str]
) -> None:
    assert evidence(first, second).keys() & {"in_order", "amiss_in_order"} == names


@pytest.mark.parametrize(
    ("between", "verb", "otherwise"),
    [
        (" Bei den Wirten klingt das anders. ", "sagte Tom Vogt", 1.0),
        (" ", "schilderte Tom Vogt das anders", 1.0),
        (" Die Wirte machen eine andere Rechnung auf. ", "sagte Tom Vogt", 1.0),
        (" ", "sagte Tom Vogt", None),
        (" Anders als im Mai regnete es. ", "sagte Tom Vogt", None),
        ("\n\nBei den Wirten klingt das anders. ", "sagte Tom Vogt", 1.0),
        ("\n\nDas sehen nicht alle so. ", "sagte Tom Vogt", 1.0),
        ("\n\nEs regnete. ", "sagte Tom Vogt", None),
        (f" Bei den Wirten klingt das anders. {'Es regnete. ' * 3}", "sagte Tom Vogt", None),
    ],
)
def test_a_text_says_that_what_follows_contradicts(
    between: str, verb: str, otherwise: float | None
) -> None:
    """It counts as a word of denial."""
    text = f"{FIRST}, sagte Anna Berg.{between}{SECOND}, {verb}."
    found = evidence(FIRST, SECOND, text)
    assert found.get("said_otherwise") == otherwise
    assert ("no_denial" in found) is (otherwise is None)


def test_what_a_text_says_before_two_statements_is_of_neither() -> None:
    text = f"Bei den Wirten klingt das anders. {FIRST}, sagte Anna Berg. {SECOND}, sagte Tom Vogt."
    assert "said_otherwise" not in evidence(FIRST, SECOND, text)


BLAME = "Das Öl stamme aus der Halle"


@pytest.mark.parametrize(
    ("first", "second", "kind", "given"),
    [
        (BLAME, "Aus unserer Halle ist nichts ausgelaufen", "direct", True),
        (BLAME, "In meiner Halle wurde alles lückenlos geprüft", "direct", True),
        ("Vogt lasse Öl ab", "Wir pumpen nichts in den Bach", "direct", True),
        (BLAME, "Aus unserer Halle ist nichts ausgelaufen", "indirect", False),
        (BLAME, "Aus der Halle ist nichts ausgelaufen", "direct", False),
        (BLAME, "In unserer Halle steht ein Tank", "direct", False),
        ("Man plane einen Umbau der Halle", "An unserer Halle tun wir nichts", "direct", False),
        ("Der Bach rieche", "Aus unserer Halle ist nichts ausgelaufen", "direct", False),
        ("Das Öl stamme nicht aus der Halle", "Bei uns in der Halle ist keins", "direct", False),
    ],
)
def test_who_speaks_for_himself_answers(first: str, second: str, kind: str, given: bool) -> None:
    """Word for word, of his own, against what was said of it; whichever stands first."""
    text = f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    book = article(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    claims = (book.claims[0], replace(book.claims[1], kind=kind))
    one, other = utterances_of(prepare(replace(book, claims=claims), Actor, lambda _: text))
    for pair in ((one, other), (other, one)):
        found = stance_evidence(*pair, nearest=True)
        assert ("for_himself" in found) is given
        assert not (given and "no_denial" in found)


def test_a_charge_finds_fault_and_a_denial_does_not() -> None:
    text = f"Am Tor standen viele, sagte Anna Berg. {FINE}, sagte Tom Vogt."
    said = ("Tom Vogt", FINE, "asserts")
    charge, fine = told(text, ("Anna Berg", "Am Tor standen viele", "accuses"), said)
    assert "amiss_in_order" in stance_evidence(charge, fine, nearest=True)
    assert "amiss_in_order" not in stance_evidence(replace(charge, denies=True), fine, nearest=True)


@pytest.mark.parametrize(
    ("between", "kinds"),
    [(" ", ["stance"]), ("\n\n", []), (" Das Tor steht, sagte Karl Amann. Es regnete. ", [])],
)
def test_who_finds_fault_and_who_does_not_side_by_side_speak_of_one_thing(
    between: str, kinds: list[str]
) -> None:
    blame, fine = "Man habe nie ein Gerät bekommen", "die Lieferung sei lückenlos gewesen"
    text = f"{blame}, klagte Anna Berg.{between}Tom Vogt versicherte, {fine}."
    said = [("Anna Berg", blame, "asserts"), ("Tom Vogt", fine, "asserts")]
    other = [("Karl Amann", "Das Tor steht", "asserts")] if "Amann" in between else []
    book = article(text, *said, *other)
    assert [each.kind for each in find(book, texts=lambda _: text) if each.shown] == kinds


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("die Halle sei ohne Genehmigung gebaut", True),
        ("er sei gegangen, ohne die Tür zu schließen", False),
        ("er sei gegangen, ohne die Tür abzuschließen", False),
        ("er sei gegangen, ohne dass jemand fragte", False),
        ("er sei nicht gegangen, ohne die Tür zu schließen", True),
    ],
)
def test_without_doing_something_negates_nothing(words: str, negated: bool) -> None:
    one, _ = told(
        f"{words}, sagte Anna Berg. {SECOND}, sagte Tom Vogt.",
        ("Anna Berg", words, "asserts"), ("Tom Vogt", SECOND, "asserts"),
    )  # fmt: skip
    assert one.negated is negated


@pytest.mark.parametrize(
    ("verb", "stance", "value"), [("räumte ein", "confirms", None), ("sagte", "asserts", 1.0)]
)
def test_an_admission_is_set_against_nobody(verb: str, stance: str, value: float | None) -> None:
    text = f"{FIRST}, sagte Anna Berg. Tom Vogt {verb}, {SECOND}."
    book = article(text, ("Anna Berg", FIRST, "asserts"), ("Tom Vogt", SECOND, stance))
    cued = (book.claims[0], replace(book.claims[1], cue=mention(text, verb), answers=("a0",)))
    one, other = utterances_of(prepare(replace(book, claims=cued), Actor, lambda _: text))
    assert stance_evidence(one, other, nearest=True).get("set_against") == value


CHARGE = "Der Verein habe die Halle von Brennitz nicht geputzt"


@pytest.mark.parametrize(
    ("between", "second", "kinds"),
    [
        ("Die Schilderungen gehen auseinander. ", "die Wirtin habe an der Tür nicht geputzt",
         ["stance"]),
        ("", "die Wirtin putze die Tür gern", []),
    ],
)  # fmt: skip
def test_two_accounts_side_by_side(between: str, second: str, kinds: list[str]) -> None:
    first = "Man habe Tür und Treppe gewischt"
    text = f"{first}, beteuerte Anna Berg. {between}Tom Vogt sagte, {second}."
    book = article(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, "asserts"))
    assert [each.kind for each in find(book, texts=lambda _: text) if each.shown] == kinds


@pytest.mark.parametrize(
    ("words", "answers", "kinds"),
    [
        ("Das Amt wollte sich dazu nicht äußern", ("a0",), []),
        ("Das Amt wollte das nicht bestätigen", ("a0",), ["stance"]),
    ],
)
def test_who_says_nothing_contradicts_nobody(
    words: str, answers: tuple[str, ...], kinds: list[str]
) -> None:
    text = f"{CHARGE}, sagte Anna Berg. {words}."
    book = article(text, ("Anna Berg", CHARGE, "asserts"), ("Das Amt", words, "withholds"))
    claims = (book.claims[0], replace(book.claims[1], answers=answers, kind="reported"))
    found = find(replace(book, claims=claims), texts=lambda _: text)
    assert [each.kind for each in found if each.shown] == kinds


@pytest.mark.parametrize(("stance", "amiss"), [("warns", True), ("asserts", False)])
def test_a_warning_finds_fault_with_what_is_called_harmless(stance: str, amiss: bool) -> None:
    first, second = "das Mittel sei unbedenklich", "das Mittel schade den Bienen"
    text = f"{first}, sagte Anna Berg. {second}, sagte Tom Vogt."
    pair = told(text, ("Anna Berg", first, "asserts"), ("Tom Vogt", second, stance))
    assert ("amiss_in_order" in stance_evidence(*pair, nearest=True)) is amiss
