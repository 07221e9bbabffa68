"""The verbs of a clause: the finite one, its mood, what it governs, and the verb they make together.

Shapes: "sagte"; "hat … gesagt"; "teilte … mit"; "wurde mitgeteilt"; "soll … getötet haben";
"… mitgeteilt hatte" at the end; "wollte nicht bestätigen"; infinitives with zu.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.german.tokens import Token
from claimtrack.german.verbs import Form, rejoin, reporting_lemmas

_FINITE = int(Form.FINITE)
_KONJUNKTIV = int(Form.KONJUNKTIV)
_INF = int(Form.INFINITIVE)
_PARTICIPLE = int(Form.PARTICIPLE)
_ZU = int(Form.ZU)
_NOUN_MARKERS = frozenset({"article", "determiner", "preposition"})
_NEGATION = frozenset(["nicht", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "nie", "niemals", "weder"])
_THIRD_ONLY = frozenset(["sei", "könne", "müsse", "dürfe", "wolle", "solle", "möge", "wisse"])
"""Konjunktiv I forms that the first person of the indicative does not share."""
_WURDE = frozenset({"wurde", "wurden"})
HABEN = frozenset(["habe", "hast", "hat", "haben", "habt", "hatte", "hatten", "hätte", "hätten"])
SEIN = frozenset(["bin", "bist", "ist", "sind", "seid", "war", "waren", "sei", "seien", "wäre", "wären"])
WERDEN = frozenset(["werde", "wirst", "wird", "werden", "werdet", "wurde", "wurden", "würde", "würden"])


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verbs of one clause, as indices into its sentence.

    ``lemmas`` are the verbs that carry the meaning (several where a form is ambiguous), the
    prefix rejoined; ``verbs`` all tokens of the complex; ``form`` the finite verb's flags.
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
        return bool(self.form & int(Form.KONJUNKTIV))

    @property
    def konjunktiv_one(self) -> bool:
        """Whether the finite verb is surely in the Konjunktiv I, the mood of reported speech."""
        return bool(self.form & int(Form.K1))

    @property
    def plural(self) -> bool:
        """Whether the finite verb can only be plural."""
        return bool(self.form & int(Form.PLURAL)) and not self.form & int(Form.SINGULAR)


def finite_indices(sentence: Sequence[Token], start: int, end: int) -> list[int]:
    """Which tokens are finite verbs: sure ones, or where there are none the likeliest unsure one."""
    sure: list[int] = []
    unsure: list[int] = []
    for i in range(start, end):
        verb = sentence[i].word.verb
        if verb is None or not verb.form & _FINITE or not _placed(sentence, i, start, end):
            continue
        names = sentence[i].word.classes
        helper = "auxiliary" in names or "modal" in names
        ambiguous = verb.form & (_INF | _PARTICIPLE)
        (unsure if ambiguous and not (helper and sure == []) else sure).append(i)
    return _settle(sentence, sure, unsure, end)


def _settle(sentence: Sequence[Token], sure: list[int], unsure: list[int], end: int) -> list[int]:
    if len(sure) > 1:
        sure = [i for i in sure if not _between(sentence, i, end)] or sure
    if not unsure:
        return sure
    if not sure:
        return _lonely(sentence, unsure, end)
    governed = any(_helper(sentence, i) for i in sure)
    if governed:
        kept = [i for i in unsure if _own_clause(sentence, sure, i)]
        return sorted([*sure, *kept])
    return sorted([*sure, *(i for i in unsure if _own_clause(sentence, sure, i))])


def _between(sentence: Sequence[Token], i: int, end: int) -> bool:
    """ "auf nicht weiter bezeichnete Quellen": an attribute with adverbs between it and its article."""
    if _helper(sentence, i) or not _attributive(sentence, i, end):
        return False
    j = i - 1
    while j > 0 and "adverb" in sentence[j].word.classes:
        j -= 1
    return bool(sentence[j].word.classes & _NOUN_MARKERS)


def _lonely(sentence: Sequence[Token], unsure: list[int], end: int) -> list[int]:
    """No sure finite verb: "Er berichtet …", "die Polizei bestätigt, …": the first that fits."""
    if any(_zu_infinitive(sentence, i, end) for i in range(unsure[0], end - 1)):
        return []
    plain = [i for i in unsure if i == end - 1 or sentence[i].low not in ("worden", "geworden")]
    return plain[:1]


def _zu_infinitive(sentence: Sequence[Token], i: int, end: int) -> bool:
    verb = sentence[i + 1].word.verb
    return sentence[i].low == "zu" and verb is not None and bool(verb.form & _INF)


def _own_clause(sentence: Sequence[Token], sure: list[int], i: int) -> bool:
    """ "… und berichtet …": a coordinator right before an unsure form gives it a clause of its own."""
    return (
        sentence[i - 1].low in ("und", "aber", "oder")
        and sentence[i].word.verb is not None
        and not (any(_helper(sentence, j) for j in sure))
    )


def _helper(sentence: Sequence[Token], i: int) -> bool:
    names = sentence[i].word.classes
    return "auxiliary" in names or "modal" in names


def _placed(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether a finite form at i stands where a verb can: no noun, no attribute, no "zu" before it."""
    token = sentence[i]
    before = sentence[i - 1] if i > 0 else None
    if token.word.capital and i > 0 and not (i == start and sentence[i - 1].text in '„"»:“'):
        return False
    if before is None or i == start:
        if token.word.capital:
            return not _nominal_start(sentence, i, end)
        return not (_attributive(sentence, i, end) and _verb_follows(sentence, i, end))
    if before.low == "ich" or (i + 1 < end and sentence[i + 1].low == "ich"):
        return True
    if before.low == "zu":
        return False
    after = sentence[i + 1] if i + 1 < end else None
    attribute = (
        token.low.endswith(("e", "en", "er", "es", "em"))
        and after is not None
        and (after.word.capital and not _helper(sentence, i))
    )
    if attribute and before.word.classes & _NOUN_MARKERS:
        return before.low in ("das", "dies") and i - 1 == start
    return True


def _verb_follows(sentence: Sequence[Token], i: int, end: int) -> bool:
    """Whether the clause has another verb behind i: "bestimmte Techniken zu benutzen"."""
    return any(
        token.low == "zu"
        or (token.word.verb is not None and token.word.verb.form & (_FINITE | _ZU))
        for token in sentence[i + 2 : end]
        if not token.word.capital
    )


def _nominal_start(sentence: Sequence[Token], i: int, end: int) -> bool:
    """A capitalised first word that looks like a verb form: a noun unless a verb has no rival."""
    verb = sentence[i].word.verb
    if verb is not None and verb.form & int(Form.K1) and not _helper(sentence, i):
        return True
    return any(
        other.word.finite and not other.word.capital
        for other in sentence[i + 1 : min(end, i + 8)]
    )


def read_predicate(
    sentence: Sequence[Token], start: int, end: int, finite: list[int], *, final: bool
) -> Predicate | None:
    """The predicate of the clause ``sentence[start:end]``; ``final`` says that its verb stands last."""
    if not finite:
        return _infinitive(sentence, start, end)
    i = finite[-1] if final else finite[0]
    verb = sentence[i].word.verb
    assert verb is not None
    governed = _governed(sentence, start, end, i)
    form = verb.form & ~_KONJUNKTIV if _first_person(sentence, i, start, end) else verb.form
    negated = any(token.low in _NEGATION for token in sentence[start:end])
    low = sentence[i].low
    first = all(
        token.low in ("und", "aber", "doch", "oder", "sondern", "sowie") or not token.word.letters
        for token in sentence[start:i]
    )
    if governed is not None and (_helper(sentence, i)):
        lemmas = _with_prefix(sentence, governed)
        inner = sentence[governed].word.verb.form  # type: ignore[union-attr]
        passive = (
            low in WERDEN and bool(inner & _PARTICIPLE) and (not inner & _INF or low in _WURDE)
        )
        passive = passive or any(token.low == "worden" for token in sentence[start:end])
        modal = verb.lemmas[0] if "modal" in sentence[i].word.classes else None
        verbs = tuple(sorted({i, governed}))
        return Predicate(i, verbs, lemmas, form, first, passive, modal, False, negated)
    prefix = _prefix(sentence, i, end, verb.lemmas) if not final else None
    lemmas = prefix[1] if prefix else _with_prefix(sentence, i)
    verbs = (i, prefix[0]) if prefix else (i,)
    modal = verb.lemmas[0] if "modal" in sentence[i].word.classes else None
    return Predicate(i, verbs, lemmas, form, first, False, modal, False, negated)


def _with_prefix(sentence: Sequence[Token], i: int) -> tuple[str, ...]:
    """The verbs of a form, with a prefix that stands right before it: "bekannt gegeben", "bekannt gab"."""
    verb = sentence[i].word.verb
    assert verb is not None
    if i > 0 and "prefix" in sentence[i - 1].word.classes:
        joined = tuple(
            name for lemma in verb.lemmas if (name := rejoin(sentence[i - 1].low, lemma))
        )
        return joined + verb.lemmas
    return verb.lemmas


def finish(sentence: Sequence[Token], main: Predicate, start: int, end: int) -> Predicate | None:
    """The predicate of a main clause completed by a prefix or participle in ``start:end``, or None."""
    words = [i for i in range(start, end) if sentence[i].word.letters]
    if not words or main.finite is None or len(main.verbs) > 1:
        return None
    i = words[-1]
    verb = sentence[i].word.verb
    if _helper(sentence, main.finite):
        if verb is None or sentence[i].word.capital or not verb.form & (_PARTICIPLE | _INF):
            return None
        lemmas = _with_prefix(sentence, i)
    else:
        lemmas = tuple(name for lemma in main.lemmas if (name := rejoin(sentence[i].low, lemma)))
    if not lemmas or len(words) > 2:
        return None
    return replace(main, verbs=(main.finite, i), lemmas=lemmas)


def _first_person(sentence: Sequence[Token], i: int, start: int, end: int) -> bool:
    """ "ich habe", "glaube ich": the first person of the present looks like a Konjunktiv."""
    near = sentence[max(start, i - 3) : min(end, i + 3)]
    if any(token.low == "ich" for token in near):
        return True
    distinct = sentence[i].low in _THIRD_ONLY or not sentence[i].low.endswith("e")
    return not distinct and any(token.low == "ich" for token in sentence)


def _governed(sentence: Sequence[Token], start: int, end: int, finite: int) -> int | None:
    """The participle or infinitive that the finite auxiliary governs: the last content verb."""
    fallback = None
    for i in range(end - 1, start - 1, -1):
        token = sentence[i]
        verb = token.word.verb
        if (
            i == finite
            or verb is None
            or (token.word.capital and i > 0)
            or not verb.form & (_PARTICIPLE | _INF | _ZU)
        ):
            continue
        if _helper(sentence, i) or token.low in ("worden", "geworden", "gewesen", "gehabt"):
            fallback = fallback if fallback is not None else None
            continue
        if _attributive(sentence, i, end):
            continue
        return i
    return fallback


def _attributive(sentence: Sequence[Token], i: int, end: int) -> bool:
    after = sentence[i + 1] if i + 1 < end else None
    return (
        after is not None
        and after.word.capital
        and sentence[i].low.endswith(("e", "en", "er", "es", "em"))
    )


def _prefix(
    sentence: Sequence[Token], finite: int, end: int, lemmas: tuple[str, ...]
) -> tuple[int, tuple[str, ...]] | None:
    """The separated prefix at the end of the clause: teilte … mit, gab … bekannt."""
    for i in range(end - 1, finite, -1):
        token = sentence[i]
        if not token.word.letters:
            continue
        if "prefix" not in token.word.classes:
            return None
        joined = tuple(name for lemma in lemmas if (name := rejoin(token.low, lemma)))
        if joined:
            reported = reporting_lemmas()
            plain = () if any(name in reported for name in joined) else lemmas
            return i, (*joined, *plain)
    return None


def _infinitive(sentence: Sequence[Token], start: int, end: int) -> Predicate | None:
    for i in range(end - 1, start - 1, -1):
        verb = sentence[i].word.verb
        if verb is None or sentence[i].word.capital:
            continue
        inner = bool(verb.form & _ZU)
        if inner or (verb.form & _INF and i > start and sentence[i - 1].low == "zu"):
            verbs = (i,) if inner else (i - 1, i)
            negated = any(token.low in _NEGATION for token in sentence[start:end])
            return Predicate(
                None, verbs, verb.lemmas, verb.form & ~_FINITE, zu=True, negated=negated
            )
    return None
