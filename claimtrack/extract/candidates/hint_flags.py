"""What the words of a sentence may hint at, and which two hints together give a third."""

from __future__ import annotations


class Hint:
    """What a sentence may have, by its words alone: flags, plain integers for speed."""

    MARKS = 1 << 0
    """Quotation marks."""
    VERB = 1 << 1
    """A reporting verb: sagte, teilte … mit, "orakelte, es werde"."""
    NOUN = 1 << 2
    """A reporting noun and what it may announce: "die Forderung, … zu", "Berichte, dass"."""
    OPINION = 1 << 3
    """A word of opinion, likewise: "überzeugt, dass"."""
    KONJUNKTIV = 1 << 4
    """A form that is surely in the Konjunktiv: sei, hätten."""
    EITHER = 1 << 5
    """A preterite that is the Konjunktiv II as well: genügten."""
    SOURCE = 1 << 6
    """A source in a phrase: laut, zufolge, "nach Angaben"."""
    HENCE = 1 << 7
    """Words that point to a source named before: demnach, wonach, "Berichte, nach denen"."""
    SOLLEN = 1 << 8
    WOLLEN = 1 << 9
    """A wollen beside a perfect: "will gesehen haben"."""
    ALLEGEDLY = 1 << 10
    SO = 1 << 11
    OPEN = 1 << 12
    """A word that says that something is open: unklar, "steht nicht fest"."""
    DENIAL = 1 << 13
    """A verb, noun or view that answers others: bestritt, "hält das für falsch"."""
    NUMBER_VERB = 1 << 14
    """A verb that puts numbers: zählte, "kam auf"."""
    COUNTING = 1 << 15
    """A verb of counting, which stands behind its words, too: "…, zählte X"."""
    RECKONING = 1 << 16
    """A noun for a reckoning: Bilanz, Messergebnis."""
    ACT = 1 << 17
    """A verb that reports and may make its own clause the claim: "kritisierte das"."""
    WOVEN = 1 << 18
    """Quotation marks and a reporting verb: "nannte das „falsch“"."""
    FRAME = 1 << 19
    """A reporting verb and what it may announce: "sagte, dass", "sagte, er sei", "schrieb: …"."""
    FOR = 1 << 20
    """The word "für", which may name whose view a sentence tells."""
    # Hints that no way asks for: they make others, see ``TOGETHER``.
    ANY_MOOD = 1 << 21
    UNLISTED = 1 << 22
    REPORTING_NOUN = 1 << 23
    ADJECTIVE = 1 << 24
    DASS = 1 << 25
    QUESTION = 1 << 26
    ZU = 1 << 27
    NACH = 1 << 28
    VIEW = 1 << 29
    NONE = 1 << 30
    KNOWLEDGE = 1 << 31
    HEARD = 1 << 32
    VON = 1 << 33


_ANNOUNCED = Hint.DASS | Hint.QUESTION | Hint.ZU | Hint.KONJUNKTIV
"""What a noun or an adjective can announce has one of these."""

TOGETHER = (
    (Hint.UNLISTED, Hint.DASS | Hint.KONJUNKTIV | Hint.MARKS, Hint.VERB),
    (Hint.VERB, Hint.MARKS, Hint.WOVEN),
    (Hint.VERB, _ANNOUNCED | Hint.EITHER | Hint.SOLLEN | Hint.ANY_MOOD, Hint.FRAME),
    (Hint.REPORTING_NOUN, _ANNOUNCED, Hint.NOUN),
    (Hint.ADJECTIVE, _ANNOUNCED, Hint.OPINION),
    (Hint.NACH, Hint.VIEW, Hint.SOURCE),
    (Hint.NACH, Hint.REPORTING_NOUN, Hint.HENCE),
    (Hint.KNOWLEDGE, Hint.NONE, Hint.DENIAL),
    (Hint.HEARD, Hint.VON, Hint.NUMBER_VERB),
)
"""Hints that make a third where a sentence has both: the first, any of the second, the third."""
