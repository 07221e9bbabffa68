"""A statement and a figure as their article tells them: what is read around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimtrack.about.matters import Matter
from claimtrack.conflicts.figures.setting import between, setting
from claimtrack.conflicts.kinds.stance import _is_tied
from claimtrack.conflicts.propositions.match import Match
from claimtrack.conflicts.propositions.speakers import (
    is_advocate,
    names,
    nouns,
    titles,
)
from claimtrack.conflicts.propositions.turns import turns
from claimtrack.conflicts.propositions.utterance import (
    Utterance,
    antonyms,
    utterances_of,
)
from claimtrack.conflicts.statement.passage import Layout
from claimtrack.conflicts.statement.statement import Statement
from claimtrack.lexicon.stems import stem
from claimtrack.model import Mention, Source, Span
from tests.conflicts.building import count, exact, statement, utterance


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(words, (Span(start, start + len(words)),))


def said(text: str, words: str, speaker: str = "Berg", cue: str = "", **given: Any) -> Statement:
    """A statement in an article's text, in some words of it."""
    plain = {
        "layout": Layout.of(text), "quote": mention(text, words), "actors": (speaker,),
        "speaker": mention(text, speaker) if speaker in text else None,
        "cue": Mention(cue, ()) if cue else None,
    }  # fmt: skip
    return statement(given.pop("name", words), **{**plain, **given})


def one(text: str, words: str, **given: Any) -> Utterance:
    (own,) = utterances_of([said(text, words, **given)])
    return own


TEXT = "Es regnet. Der Damm halte, sagte Berg. Er breche, hieß es.\n\nNun prüft man."


@pytest.mark.parametrize(
    ("words", "sentence", "paragraph", "text"),
    [
        ("Es regnet", 0, 0, "Es regnet. "),
        ("Der Damm halte", 1, 0, "Der Damm halte, sagte Berg. "),
        ("Nun prüft man", 3, 1, "Nun prüft man."),
        ("Es regnet. Der Damm", 0, 0, "Es regnet. Der Damm halte, sagte Berg. "),
        ("Es regnet.", 0, 0, "Es regnet. "),
    ],
)
def test_where_it_stands(words: str, sentence: int, paragraph: int, text: str) -> None:
    own = one(TEXT, words)
    assert (own.sentence, own.paragraph, own.text) == (sentence, paragraph, text)


def test_a_statement_without_a_place_or_a_text() -> None:
    own = one(TEXT, "Es regnet", quote=None, claim="Der Damm halte")
    assert (own.sentence, own.paragraph, own.text) == (-1, -1, "Der Damm halte")
    assert utterances_of([replace(said(TEXT, "Es regnet"), layout=None)]) == []


def test_its_words_and_those_around_it_are_without_its_speaker() -> None:
    own = one("Berg sagte, der Damm von Berg halte.", "der Damm von Berg halte")
    assert own.stems == {"damm", stem("halte")}
    assert own.around == {"damm", stem("halte"), stem("sagte")}
    assert own.names == {"berg"}
    assert own.roots >= {"damm"}


@pytest.mark.parametrize(
    ("words", "given", "denies", "silent"),
    [
        ("der Damm halte", {}, False, False),
        ("der Damm halte", {"stance": "denies"}, True, False),
        ("der Damm halte", {"stance": "denies", "side": 0}, False, True),
        ("der Damm halte", {"side": 0}, False, False),
        ("der Damm halte", {"cue": "widersprach"}, True, False),
        ("der Damm halte", {"cue": "sagte"}, False, False),
        ("wies den Bruch zurück", {"kind": "reported"}, True, False),
        ("wies den Bruch zurück", {"kind": "indirect"}, False, False),
        ("wies die Stadt auf", {"kind": "reported"}, False, False),
        # A word of denial in a few words; in a longer statement it is part of what that tells.
        ("das sei frei erfunden", {}, True, False),
        ("Damm, Brücke und Weg seien erfunden", {}, True, False),
        ("Damm, Brücke, Weg und Steg seien erfunden", {}, False, False),
    ],
)
def test_who_speaks_against_something(
    words: str, given: dict[str, Any], denies: bool, silent: bool
) -> None:
    own = one(f"Es hieß, {words}.", words, **given)
    assert (own.denies, own.silent) == (denies, silent)


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("der Schutz dürfe keinesfalls mit Waffen erfolgen", True),
        ("der Damm sei keineswegs neu", True),
        ("der Damm sei jedenfalls neu", False),
        ("der Damm halte", False),
        ("der Damm halte nicht", True),
        ("ohne Damm", True),
        ("nicht ohne Damm", False),
        ("nicht nur der Damm", False),
        ("von wegen kein Damm", False),
        ("so etwas habe man nicht für möglich gehalten", False),
        ("der Damm sei nicht möglich", True),
        ("von wegen sicher", True),
        ("nicht, niemals, nie", True),
    ],
)
def test_words_that_are_negated(words: str, negated: bool) -> None:
    assert one(f"Es hieß, {words}.", words).negated is negated


@pytest.mark.parametrize(
    ("words", "given", "admits"),
    [
        ("der Damm breche", {"stance": "confirms", "cue": "räumte ein"}, True),
        ("der Damm breche", {"stance": "asserts", "cue": "räumte ein"}, False),
        ("der Damm breche", {"stance": "confirms", "cue": "sagte"}, False),
        ("räumte einen Bruch ein", {"stance": "confirms", "kind": "reported"}, True),
        ("räumte einen Bruch ein", {"stance": "confirms", "kind": "indirect"}, False),
    ],
)
def test_what_is_told_as_an_admission(words: str, given: dict[str, Any], admits: bool) -> None:
    assert one(f"Es hieß, er {words}.", words, **given).admits is admits


@pytest.mark.parametrize(
    ("field", "words", "names"),
    [
        ("tenor", "der Damm sei niemals fest gewesen", {"emphatic", "past"}),
        ("tenor", "der Damm stehe dort", set()),
        ("signs", "der Damm halte", {"insisting"}),
    ],
)
def test_classes_of_words(field: str, words: str, names: set[str]) -> None:
    own = one(f"Berg beteuerte, {words}.", words)
    assert names <= getattr(own, field)
    assert "admission" not in own.signs


@pytest.mark.parametrize(
    ("text", "second", "given", "beside"),
    [
        ("Berg widersprach. Der Damm halte.", "Der Damm halte", {}, True),
        ("Berg widersprach, der Damm halte.", "der Damm halte", {}, True),
        ("Berg widersprach. Es regnet. Der Damm halte.", "Der Damm halte", {}, False),
        ("Berg widersprach.\n\nDer Damm halte.", "Der Damm halte", {}, False),
        ("Der Damm halte. Berg widersprach.", "Der Damm halte", {}, False),
        ("Berg widersprach. Der Damm halte.", "Der Damm halte", {"speaker": "Vogt"}, False),
        ("Berg widersprach. Der Damm halte.", "Der Damm halte",
         {"speaker": "Anna Berg", "actors": ("Anna Berg",)}, True),
        ("Berg widersprach. Der Damm halte.", "Der Damm halte", {"article": "b"}, False),
    ],
)  # fmt: skip
def test_a_denial_right_before(text: str, second: str, given: dict[str, Any], beside: bool) -> None:
    denial = said(text, "Berg widersprach", stance="denies", answers=("a9",))
    own = utterances_of([denial, said(text, second, **given)])
    assert (own[0].denial_around, own[0].answers_around) == (False, frozenset())
    assert (own[1].denial_around, own[1].answers_around) == (
        beside, frozenset({"a9"}) if beside else frozenset(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "denial", "speaker", "beside"),
    [
        ("Das Werk", "widersprach", "Betriebsleiterin Vogt", True),
        ("Das Werk", "wies das zurück", "Sprecher Vogt", True),
        ("Das Werk", "widersprach", "Kern", True),
        ("Gäste", "widersprechen", "eine Mutter aus Wesel", True),
        ("Das Werk", "bestritt Risse, Lecks, Brüche, Mängel im Beton", "Sprecher Vogt", False),
        ("Anna Berg", "widersprach", "Sprecher Vogt", False),
        ("Ein Werk", "widersprach", "Sprecher Vogt", True),
    ],
)
def test_who_only_denies_goes_on_in_the_words_of_somebody_else(
    body: str, denial: str, speaker: str, beside: bool
) -> None:
    text = f"{body} {denial}. „Der Damm hält“, sagte {speaker}."
    against = said(
        text, f"{body} {denial}", speaker=body, actors=(body.removeprefix("Das "),),
        kind="reported", stance="denies",
    )  # fmt: skip
    own = said(text, "Der Damm hält", speaker=speaker, actors=(speaker.split()[-1],), kind="direct")
    assert utterances_of([against, own])[1].denial_around is beside


@pytest.mark.parametrize(("speaker", "beside"), [("Kern", True), ("Moser", False)])
def test_what_a_denial_is_of_does_not_say_it(speaker: str, beside: bool) -> None:
    text = f"Der Damm halte, sagte Moser. Gäste widersprechen. „Er bebt“, sagte {speaker}."
    first = said(text, "Der Damm halte", speaker="Moser", actors=("Moser",))
    against = said(
        text, "Gäste widersprechen", speaker="Gäste", actors=("Gäste",), kind="reported",
        stance="denies", answers=(first.claim.id,),
    )  # fmt: skip
    own = said(text, "Er bebt", speaker=speaker, actors=(speaker,), kind="direct")
    assert utterances_of([first, against, own])[2].denial_around is beside


def test_words_that_say_the_opposite_by_their_stems() -> None:
    table = antonyms()
    assert stem("spät") in table[stem("früh")]
    assert stem("früh") in table[stem("spät")]
    assert stem("früh") not in table[stem("früh")]


def test_verbs_that_say_the_opposite_by_their_infinitives() -> None:
    table = antonyms()
    assert "sinken" in table["steigen"] and "steigen" in table["sinken"]
    assert "fehlen" in table[stem("genügend")]
    assert "steigen" not in table["steigen"]


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("es fehle Personal", {"fehlen"}),
        ("das Wasser sei abgelaufen", {"ablaufen"}),
        ("das Wasser läuft ab", {"ablaufen"}),
        ("der Mangel", set()),
    ],
)
def test_the_verbs_of_a_statement(words: str, verbs: set[str]) -> None:
    assert one(f"Berg sagte, {words}.", words).verbs == verbs


@pytest.mark.parametrize(
    ("called", "actors", "own"),
    [
        ("Berg", ("Anna Berg",), {"anna", "berg"}),
        ("Berg", ("Sprecher Berg",), {"berg"}),
        ("Berg", ("die Bahn",), {"bahn"}),
        ("Berg", (), set()),
    ],
)
def test_the_names_of_a_speaker(called: str, actors: tuple[str, ...], own: set[str]) -> None:
    assert names(said(f"{called} sagte es.", "sagte es", called, actors=actors)) == own


@pytest.mark.parametrize(
    ("called", "actors", "advocate", "nouns_"),
    [
        ("der Anwalt von Berg", ("Berg",), True, {stem("Anwalt"), "berg"}),
        ("Berg", ("Anwalt Vogt",), True, {"berg"}),
        ("der Bahn-Chef Berg", ("Berg",), False, {"bahn", "chef", "berg"}),
        ("Berg", (), False, set()),
    ],
)
def test_how_a_speaker_is_mentioned(
    called: str, actors: tuple[str, ...], advocate: bool, nouns_: set[str]
) -> None:
    own = said(f"Es sagte {called} dies.", "dies", called, actors=actors)
    assert is_advocate(own) is advocate
    assert nouns(own) == nouns_


BODY = "Die Bergbahn bestreitet das."


@pytest.mark.parametrize(
    ("behind", "called", "actors", "body"),
    [
        ("", "Sprecherin Lenz", ("Lenz",), True),
        ("", "Die Sprecherin", ("Lenz",), True),
        ("", "Sprecherin der Stadt", ("Lenz",), False),
        ("", "Anna Lenz", ("Lenz",), False),
        ("\n\n", "Sprecherin Lenz", ("Lenz",), False),
    ],
)
def test_an_office_is_of_the_body_before_it(
    behind: str, called: str, actors: tuple[str, ...], body: bool
) -> None:
    text = f"{BODY}{behind} {called} sagte dies."
    own = [
        said(text, "bestreitet das", "Die Bergbahn", actors=("Bergbahn",)),
        said(text, "sagte dies", called, actors=actors),
    ]
    assert (stem("Bergbahn") in titles(own)["a", actors]) is body


@pytest.mark.parametrize(
    ("called", "actors", "body"),
    [
        ("Die Bergbahn", ("Bergbahn",), True),
        ("Bergbahn", ("Bergbahn",), False),
        ("Die Bergbahn", ("Bergbahn", "Stadt"), False),
        ("Die Anna", ("Anna",), False),
        ("Der Wirt", ("Wirt",), False),
        ("Die Experten", ("Experten",), False),
    ],
)
def test_what_is_a_body(called: str, actors: tuple[str, ...], body: bool) -> None:
    text = f"{called} bestreitet das. Sprecherin Lenz sagte dies."
    own = [said(text, "bestreitet das", called, actors=actors),
           said(text, "sagte dies", "Sprecherin Lenz", actors=("Lenz",))]  # fmt: skip
    told = titles(own)["a", ("Lenz",)]
    assert bool(told - {"lenz"}) is body


def test_a_body_in_one_word_with_an_office() -> None:
    called = "Hafensprecher Berg"
    own = said(f"{called} sagte dies.", "sagte dies", called, actors=("Berg",))
    assert titles([own])["a", ("Berg",)] >= {"hafe", "berg"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg sagte es so. Berg bedauerte das.", {"regret": 1.0}),
        ("Berg sagte es so. Es regnet. Berg bedauerte das.", {"regret": 0.4}),
        ("Berg sagte es so. Vogt bedauerte das.", {}),
        ("Vogt bedauerte das. Berg sagte es so.", {}),
    ],
)
def test_what_tells_of_a_turn(text: str, told: dict[str, float]) -> None:
    own = utterances_of([said(text, "sagte es so", "Berg")])
    assert turns(own)[own[0].statement.claim.id] == told
    assert turns([]) == {}


def figure(text: str, words: str, number: str, **given: Any) -> Any:
    own = exact(number, 40, given.pop("what", None))
    plain = {"layout": Layout.of(text), "quote": mention(text, words)}
    return count("a0", own, **{**plain, **given})


@pytest.mark.parametrize(
    ("text", "words", "field", "told"),
    [
        ("Es brannte. Man zählte 40 Brände.", "40 Brände", "sentence", 1),
        ("Es brannte. Man zählte 40 Brände.", "Man zählte 40 Brände", "at", 23),
        ("Es brannte. Man zählte 40 Brände.", "40 Brände", "text", "Man zählte 40 Brände."),
        ("Es brannte. Man zählte 40.", "40", "before", {stem("brannte")}),
        ("Es brannte.\n\nMan zählte 40.", "40", "before", set()),
        ("Man zählte 40.", "40", "before", set()),
        ("Man zählte 40 in Ulm.", "40", "places", {"ulm"}),
        ("Es brannte in Ulm. Man zählte 40.", "40", "places", {"ulm"}),
        ("Es brannte in Ulm. Es regnete. Man zählte 40.", "40", "places", {"ulm"}),
        ("Es brannte in Ulm. Es regnete in Bonn. Man zählte 40.", "40", "places",
         {"ulm", "bonn"}),
        ("Es brannte in Ulm.\n\nEs regnete in Bonn. Man zählte 40.", "40", "places", {"bonn"}),
        ("Es brannte in Ulm.\n\nMan zählte 40.", "40", "places", set()),
        ("Es brannte in Ulm. Man zählte 40.", "40", "own_places", set()),
        ("Man zählte 40 in Ulm.", "40", "own_places", {"ulm"}),
        ("Man zählte 40 in Russland.", "40", "lands", {"Russland"}),
        ("Man zählte 40 im Jahr 2019.", "40", "years", {"2019"}),
        ("Man zählte 40 Meter.", "40 Meter", "dimension", "count"),
        # Some words tell something wherever they stand in the sentence, others near the figure.
        (f"Insgesamt {'x' * 40} 40.", "40", "signs", {"total"}),
        (f"Insgesamt {'x' * 49} 40.", "40", "signs", {"total"}),
        (f"Insgesamt {'x' * 50} 40.", "40", "signs", set()),
        (f"Dagegen {'x' * 90} 40.", "40", "signs", {"contrast"}),
        (f"Da waren 40 {'x' * 48} insgesamt.", "40", "signs", {"total"}),
        (f"Da waren 40 {'x' * 60} insgesamt.", "40", "signs", set()),
    ],
)  # fmt: skip
def test_what_stands_around_a_figure(text: str, words: str, field: str, told: object) -> None:
    assert getattr(setting(figure(text, words, "40")), field) == told


def test_a_figure_without_a_text() -> None:
    own = setting(count("a0", exact("40", 40), claim="insgesamt 40 in Ulm", layout=None))
    assert (own.at, own.sentence, own.paragraph, own.text) == (-1, -1, -1, "insgesamt 40 in Ulm")
    assert own.signs == {"total"}
    assert own.before == frozenset()


def test_a_figure_in_a_quotation_of_two_pieces() -> None:
    text = "Man zählte, so Berg, 40 Brände."
    quote = Mention("Man zählte 40 Brände", (Span(0, 10), Span(21, 30)))
    own = figure(text, "Man", "40", quote=quote)
    assert setting(own).at == 21
    first = figure(text, "Man", "40", quote=replace(quote, text="40 zählte Man, Brände"))
    assert setting(first).at == 0
    none = figure(text, "Man", "40", quote=replace(quote, text="Man zählte Brände"))
    assert setting(none).at == 0


@pytest.mark.parametrize(
    ("given", "field", "told"),
    [
        ({"state": "active"}, "signs", {"stock"}),
        ({"state": "killed"}, "signs", set()),
        ({"unit": "minute", "sort": "measure"}, "dimension", "minute"),
        ({"unit": "minute"}, "dimension", "count"),
        ({"what": "Euro"}, "dimension", "euro"),
        ({"actors": ("Anna Berg", "Experten")}, "speakers", {"anna berg"}),
        ({"title_places": frozenset({"ulm"})}, "own_places", {"Russland"}),
        ({"actors": ("Behörden in Russland",)}, "lands", set()),
    ],
)
def test_what_a_figure_is_of(given: dict[str, Any], field: str, told: object) -> None:
    own = figure("In Ulm, Russland, sah man 40 so.", "40", "40", **given)
    if field == "lands":
        assert setting(figure("In Ulm, Russland, sah man 40 so.", "40", "40")).lands == {"Russland"}
    assert getattr(setting(own), field) == told


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [(0, 0, "Eins. "), (0, 1, "Eins. Zwei. "), (1, 0, "Eins. Zwei. "), (1, 2, "Zwei. Drei."),
     (-1, 1, ""), (1, -1, "")],
)  # fmt: skip
def test_the_text_between_two_figures(first: int, second: int, text: str) -> None:
    layout = Layout.of("Eins. Zwei. Drei.")
    one, other = (
        replace(setting(count("a", exact("40", 40))), sentence=at) for at in (first, second)
    )
    assert between(one, other, layout) == text
    assert between(one, other, None) == ""


AB, BC, B = (frozenset(letters) for letters in (("xa", "xb"), ("xb", "xc"), ("xb",)))


@pytest.mark.parametrize(
    ("pieces", "of", "against", "tied"),
    [
        (("answers",), {}, {}, True),
        (("antonyms",), {}, {}, True),
        (("denies",), {}, {}, False),
        (("accused",), {}, {"denies": True}, True),
        (("accused",), {}, {}, False),
        ((), {}, {"denies": True}, False),
        # A word that is not what the whole article is about; two where neither takes a side.
        ((), {"stems": AB}, {"stems": BC}, True),
        ((), {"stems": AB, "title_gist": B}, {"stems": BC}, False),
        ((), {"stems": AB}, {"stems": BC, "title_gist": B}, False),
        (("no_sides",), {"stems": AB}, {"stems": BC}, False),
        (("no_sides",), {"stems": AB}, {"stems": AB}, True),
        (("no_sides",), {"stems": AB, "roots": AB | {"xr"}}, {"stems": BC, "roots": BC | {"xr"}},
         True),
        (("no_sides",), {"stems": AB, "roots": AB}, {"stems": BC, "roots": BC}, False),
        # A denial of hardly more than what was said: of one thing, be it that of the title.
        ({"alike": 0.6}, {}, {"denies": True}, True),
        ({"alike": 0.59}, {}, {"denies": True}, False),
        ({"alike": 0.6}, {"denies": True}, {}, False),
        ((), {"roots": AB}, {"roots": BC}, True),
        ((), {"roots": AB, "title_gist": B}, {"roots": BC}, False),
    ],
)  # fmt: skip
def test_what_ties_two_sides(
    pieces: tuple[str, ...] | dict[str, float],
    of: dict[str, Any],
    against: dict[str, Any],
    tied: bool,
) -> None:
    pair = utterance("a0", **of), utterance("a1", **against)
    given = pieces if isinstance(pieces, dict) else dict.fromkeys(pieces, 1.0)
    assert _is_tied(Match("stance", pair, given, 0.0)) is tied


def test_a_title_that_is_none() -> None:
    own = said(TEXT, "Es regnet", source=Source("a"), matters=(Matter("x", "X", "thing"),))
    assert utterances_of([own])[0].turns == {}
