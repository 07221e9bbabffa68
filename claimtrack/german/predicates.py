"""The verbs of a clause: the finite one, its mood, what it governs, the verb they make together.

Shapes: "sagte"; "hat … gesagt"; "teilte … mit"; "wurde mitgeteilt"; "soll … getötet haben";
"… mitgeteilt hatte" at the end; "wollte nicht bestätigen"; infinitives with zu.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.german.attributes import attributive
from claimtrack.german.finite import in_marked_name
from claimtrack.german.tokens import LOW, Token
from claimtrack.german.verbs import Form, Verb, is_konjunktiv_one, rejoin, reporting_lemmas
from claimtrack.lexicon import classes

_KONJUNKTIV = int(Form.KONJUNKTIV)
_SINGULAR, _PLURAL = int(Form.SINGULAR), int(Form.PLURAL)
_NEGATION = classes("grammar_words")["negation"]
_THIRD_PERSON = classes("grammar_words")["third_person"]
_JOINERS = classes("grammar_words")["joiner"]
_WURDE = frozenset(["wurde", "wurden"])
_AUXILIARY_PARTICIPLES = classes("grammar_words")["auxiliary_participle"]
_WANTING = frozenset(["möchte", "möchten"])
"""Forms of the Konjunktiv that only say what somebody wants."""

_NEAR = 3
_FAR = 60
"""Words around a verb in which an "ich" is surely its subject, or at all in the same speech."""


class Predicate(NamedTuple):
    """The verbs of one clause, as indices into its sentence.

    ``finite`` is the finite verb (None in infinitives with zu), ``verbs`` all tokens of the
    complex in rising order; ``lemmas`` the verbs that carry the meaning, prefixes rejoined, several
    where a form is ambiguous; ``form`` the finite verb's flags (0 without one); ``modal`` the
    infinitive of a finite modal. ``first`` says that the finite verb opens its clause, ``zu`` that
    this is an infinitive with zu, ``negated`` that a negation stands in the clause.
    """

    finite: int | None
    verbs: tuple[int, ...]
    lemmas: tuple[str, ...]
    form: int
    first: bool = False
    passive: bool = False
    modal: str | None = None
    zu: bool = False
    negated: bool = False

    @property
    def konjunktiv(self) -> bool:
        """Whether the finite verb is surely in the Konjunktiv."""
        return self.form & _KONJUNKTIV != 0

    @property
    def konjunktiv_one(self) -> bool:
        """Whether the finite verb is surely in the Konjunktiv I, the mood of reported speech."""
        return is_konjunktiv_one(self.form)

    @property
    def plural(self) -> bool:
        """Whether the finite verb can only be plural."""
        return self.form & _PLURAL != 0 and not self.form & _SINGULAR


def read_predicate(
    sentence: Sequence[Token], start: int, end: int, finite: Sequence[int], *, final: bool
) -> Predicate | None:
    """The predicate of the clause ``sentence[start:end]``, None for a clause without verbs.

    ``finite`` are its finite verbs as ``finite_indices`` finds them; ``final`` says that the
    clause is a subordinate one, whose verb stands last.
    """
    if not finite:
        return _infinitive(sentence, start, end)
    i = finite[-1] if final else finite[0]
    verb = _verb(sentence, i)
    governed = _governed(sentence, start, end, i) if sentence[i].word.auxiliary else None
    prefix = None if final or governed is not None else _prefix(sentence, i, end)
    form = verb.form
    if form & _KONJUNKTIV and (
        sentence[i].low in _WANTING or _first_person(sentence, i, start, end)
    ):
        form &= ~_KONJUNKTIV
    other, lemmas = prefix or (governed, _joined(sentence, i if governed is None else governed))
    return Predicate(
        finite=i,
        verbs=(i,) if other is None else (min(i, other), max(i, other)),
        lemmas=lemmas,
        form=form,
        first=_opens(sentence, start, i),
        passive=governed is not None and _passive(sentence, start, end, i, governed),
        modal=verb.lemmas[0] if "modal" in sentence[i].word.classes else None,
        negated=_negated(sentence, start, end),
    )


_LONGEST_END = 2
"""Words of the piece in which a participle can stand alone; a prefix may have more before it."""


def finish(sentence: Sequence[Token], main: Predicate, start: int, end: int) -> Predicate | None:
    """The predicate of a main clause completed by what stands alone in ``sentence[start:end]``.

    That is a prefix (warf …, als er kam, vor) or the participle or infinitive of an auxiliary
    (hat …, als er kam, gesagt); None where it is neither, or nothing is missing. No prefix is what
    governs a number behind it: "kam auf 50 Gäste, die Wirtin auf 30".
    """
    words = [i for i in range(start, end) if sentence[i].word.letters]
    if main.finite is None or len(main.verbs) > 1 or not words:
        return None
    last = words[-1]
    if any(token.text[0].isdigit() for token in sentence[last + 1 : end]):
        return None
    if sentence[main.finite].word.auxiliary:
        if len(words) > _LONGEST_END:
            return None
        lemmas = _joined(sentence, last) if _can_be_governed(sentence[last]) else ()
        passive = bool(lemmas) and _passive(sentence, start, end, main.finite, last)
    else:
        lemmas, passive = _rejoined(sentence[last].low, main.lemmas), False
    verbs = (main.finite, last)
    return main._replace(verbs=verbs, lemmas=lemmas, passive=passive) if lemmas else None


def _verb(sentence: Sequence[Token], i: int) -> Verb:
    verb = sentence[i].word.verb
    if verb is None:
        raise ValueError(f"no verb form: {sentence[i].text}")
    return verb


def _infinitive(sentence: Sequence[Token], start: int, end: int) -> Predicate | None:
    """The last infinitive with zu: "zu berichten", "mitzuteilen"."""
    for i in range(end - 1, start - 1, -1):
        verb = sentence[i].word.verb
        if verb is None or sentence[i].word.capital:
            continue
        apart = verb.infinitive and i > start and sentence[i - 1].low == "zu"
        if verb.inner_zu or apart:
            verbs = (i,) if verb.inner_zu else (i - 1, i)
            negated = _negated(sentence, start, end)
            return Predicate(None, verbs, verb.lemmas, form=0, zu=True, negated=negated)
    return None


def _governed(sentence: Sequence[Token], start: int, end: int, finite: int) -> int | None:
    """The participle or infinitive that a finite auxiliary governs: the last content verb.

    Forms of sein, haben and werden are passed over ("soll geflohen sein", "ist getötet worden");
    "sein" is the answer where there is nothing else ("soll krank sein").
    """
    lone = None
    for i in range(end - 1, start - 1, -1):
        token = sentence[i]
        if i == finite or not _can_be_governed(token, first=i == 0):
            continue
        if token.low == "sein":
            lone = i
        elif not (
            token.word.auxiliary
            or token.low in _AUXILIARY_PARTICIPLES
            or attributive(sentence, i, end)
        ):
            return i
    return lone


def _can_be_governed(token: Token, *, first: bool = False) -> bool:
    verb = token.word.verb
    if verb is None or (token.word.capital and not first):
        return False
    return verb.participle or verb.infinitive or verb.inner_zu


def _joined(sentence: Sequence[Token], i: int) -> tuple[str, ...]:
    """The verbs of a form, first those with a prefix right before it: "bekannt gegeben"."""
    lemmas = _verb(sentence, i).lemmas
    if i > 0 and "prefix" in sentence[i - 1].word.classes:
        return _rejoined(sentence[i - 1].low, lemmas) + lemmas
    return lemmas


def _rejoined(prefix: str, lemmas: Sequence[str]) -> tuple[str, ...]:
    return tuple(joined for lemma in lemmas if (joined := rejoin(prefix, lemma)))


def _prefix(sentence: Sequence[Token], finite: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """The prefix at the end of the clause and the verbs it makes: teilte … mit, gab … bekannt.

    The bare verb stays among them unless a verb of reporting has come about.
    """
    lemmas = _verb(sentence, finite).lemmas
    for i in range(end - 1, finite, -1):
        token = sentence[i]
        if token.text[0].isdigit():
            return None  # "kommt auf 50 Gäste und die Wirtin auf 30"
        if not token.word.letters:
            continue
        if "prefix" not in token.word.classes:
            return None
        if joined := _rejoined(token.low, lemmas):
            return i, joined if reporting_lemmas() & set(joined) else joined + lemmas
    return None


def _passive(sentence: Sequence[Token], start: int, end: int, finite: int, governed: int) -> bool:
    """Whether werden makes a passive and no future: "wurde vergeben", "ist vergeben worden"."""
    if "worden" in map(LOW, sentence[start:end]):
        return True
    if "werden" not in _verb(sentence, finite).lemmas:
        return False
    inner = _verb(sentence, governed)
    return inner.participle and (not inner.infinitive or sentence[finite].low in _WURDE)


def _first_person(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether a form is that of "ich", which looks like a Konjunktiv: "ich habe", "glaube ich"."""
    if any(token.low == "ich" for token in sentence[max(start, i - _NEAR) : min(end, i + _NEAR)]):
        return True
    low = sentence[i].low
    if low in _THIRD_PERSON or not low.endswith("e"):
        return False
    return any(token.low == "ich" for token in sentence[max(0, i - _FAR) : i + _FAR])


def _opens(sentence: Sequence[Token], start: int, i: int) -> bool:
    """Whether nothing but a coordinator and marks stands between the clause's start and i."""
    for token in sentence[start:i]:
        if token.word.letters and token.low not in _JOINERS:
            return False
    return True


def _negated(sentence: Sequence[Token], start: int, end: int) -> bool:
    """Whether a clause has a negation; not in the name of who acts: „Wir zahlen nicht“."""
    if _NEGATION.isdisjoint(map(LOW, sentence[start:end])):
        return False
    negations = [i for i in range(start, end) if sentence[i].low in _NEGATION]
    return not all(in_marked_name(sentence, i) for i in negations)
