"""What shows that a statement replies to another though neither has a word of denial.

Shapes: "nie" beside "ordnungsgemäß"; "erst im Mai" beside "schon im April"; "Bei X klingt das
anders"; „Aus unserer Halle ist nichts ausgelaufen“; "einen solchen Brief habe er nie erhalten".
And what only looks so: both speak against something, or one rules out what he could do himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimtrack.conflicts.propositions.nearness import is_near, is_spoken_of
from claimtrack.conflicts.propositions.taking_up import (
    DISMISSIVE,
    DISOWNING,
    PENNILESS,
    TAKING_UP,
    UNHARMED,
    is_of_money,
)
from claimtrack.conflicts.propositions.utterance import Utterance
from claimtrack.conflicts.statement.word_lists import either, whole_words


def are_both_against(target: Utterance, denial: Utterance) -> bool:
    """Whether two speak against something of one sort, each in words of his own.

    "Er schließt eine Koalition mit A aus", "B wolle keine mit C": neither denies the other. A
    denial that only points ("wies das zurück", "widersprach") can be of what was denied; that of
    one's guilt ("wies jede Schuld von sich") only of a charge.
    """
    against = target.statement.side == denial.statement.side == -1 and denial.denies
    if against and _GUILT.search(denial.statement.claim.words):
        return True
    points = target.denies or "bare_denial" in denial.signs
    return against and not points and bool(target.roots & denial.roots)


_GUILT = whole_words("guilt", any_case=False)
_PROPOSAL = whole_words("proposal", any_case=False)


def refuses_proposal(denial: Utterance) -> bool:
    """Whether it is a proposal or demand that is refused: "erteilte der Empfehlung eine Absage"."""
    claim = denial.statement.claim
    return denial.denies and claim.kind == "reported" and bool(_PROPOSAL.search(claim.words))


_EXCLUDING = re.compile(
    rf"(?<!\w)(?:{either('excluding')}\b.*\baus|auszuschließen|ausschließ\w+|ausgeschlossen)\b",
    re.S,
)
_OPTION = whole_words("option", any_case=False)


def rules_out_for_himself(denial: Utterance) -> bool:
    """Whether a denial is of what the speaker could do himself: "schloss eine Koalition aus".

    That speaks against nobody but who says that he will; "schloss einen Anschlag aus" does.
    """
    spoken = denial.statement.claim.words
    return bool(denial.denies and _EXCLUDING.search(spoken) and _OPTION.search(spoken))


def is_in_order(utterance: Utterance) -> bool:
    """Whether somebody says that all was as it should be: "ordnungsgemäß", "rechtzeitig"."""
    return "in_order" in utterance.tenor and not utterance.negated


def is_amiss(utterance: Utterance) -> bool:
    """Whether somebody says that something was not as it should be: "nie", "zu spät", a charge.

    Or warns of it.
    """
    blames = utterance.negated or utterance.statement.claim.stance in ("accuses", "warns")
    amiss = "amiss" in utterance.tenor or blames
    return amiss and not (is_in_order(utterance) or utterance.denies)


def is_earlier(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether of what came no earlier for one the other says that it had: "erst", "schon".

    They speak of one thing where they stand side by side and one speaks of the other.
    """
    early, late = (target, rebuttal) if "not_before" in target.tenor else (rebuttal, target)
    apart = "not_before" in early.tenor and "before_then" in late.tenor
    if not apart or "not_before" in late.tenor or not is_near(target, rebuttal):
        return False
    spoken_of = is_spoken_of(target, rebuttal) or is_spoken_of(rebuttal, target)
    return spoken_of or bool(target.stems & rebuttal.stems)


def speaks_for_himself(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether one of two says of himself, word for word, that it was not so, beside the other.

    "Das Öl stamme aus der Halle, sagte X. „Aus unserer Halle ist nichts ausgelaufen“, sagte Y."
    What somebody will not do is no answer.
    """
    ahead = target.statement.ahead or rebuttal.statement.ahead
    if ahead or not is_near(target, rebuttal) or target.paragraph != rebuttal.paragraph:
        return False
    ways = ((target, rebuttal), (rebuttal, target))
    return any(_is_for_himself(own) and _is_meant(own, by) for own, by in ways)


def _is_for_himself(utterance: Utterance) -> bool:
    direct = utterance.statement.claim.kind == "direct" and "first_person" in utterance.tenor
    return direct and (utterance.negated or bool({"emphatic", "in_order"} & utterance.tenor))


def _is_meant(utterance: Utterance, by: Utterance) -> bool:
    """Whether somebody is spoken of by another, who denies nothing, or the same things are."""
    meets = bool(utterance.roots & by.roots) or is_spoken_of(utterance, by)
    return meets and not (by.negated or by.denies)


def resuming(target: Utterance, rebuttal: Utterance) -> Sequence[str]:
    """The ways, by their names in RESUMING, in which one does away with what another said before.

    Few statements do so at all, and only with what stands right before them.
    """
    if rebuttal.tenor.isdisjoint(TAKING_UP) or target.at > rebuttal.at:
        return ()
    if not is_near(target, rebuttal):
        return ()
    return [name for name, test in RESUMING.items() if test(target, rebuttal)]


def _is_taken_up(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether one takes up what another said and says that it was not so.

    "Einen solchen Brief habe er nie erhalten"; of money "er habe keinen Cent bekommen".
    """
    if target.statement.side != 1:
        return False
    of = target.statement.claim
    disowned = DISOWNING in rebuttal.tenor and not _THOUGHT.search(of.words)
    disowned = disowned and (_names_nothing(rebuttal) or _meets(target, rebuttal))
    return disowned or (PENNILESS in rebuttal.tenor and is_of_money(of))


def _names_nothing(rebuttal: Utterance) -> bool:
    """Whether what is disowned is only pointed to: "damit hätten sie nichts zu tun"."""
    return bool(_POINTING.search(rebuttal.statement.claim.words))


def _meets(target: Utterance, rebuttal: Utterance) -> bool:
    return bool(target.stems & rebuttal.stems or target.roots & rebuttal.roots)


_POINTING = re.compile(
    rf"(?<!\w)(?:{either('part_of_it', 'of_it', 'such', 'affair')}|diese[nrms]?)(?!\w)", re.I
)
_THOUGHT = whole_words("thought")
"""What would have been was not said to be: nobody can disown it."""


def _is_dismissed(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether one does away with a view or a demand of another.

    "Zapf hält das für überflüssig"; "Das Amt bezeichnete die Umfrage als nicht belastbar".
    """
    speaks_against = target.denies or target.negated
    if _THIS_NUMBER.search(rebuttal.statement.claim.words) and not target.statement.claim.figures:
        return False
    together = target.paragraph == rebuttal.paragraph
    return DISMISSIVE in rebuttal.tenor and together and not speaks_against


_THIS_NUMBER = re.compile(
    rf"(?<!\w)(?:diese[nrms]?|jene[nrms]?) {either('number_noun')}(?!\w)", re.I
)


def _is_harm_denied(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether one says that nobody was harmed, where another counts dead or injured."""
    states = {figure.state for figure in target.statement.claim.figures}
    return UNHARMED in rebuttal.tenor and not states.isdisjoint(_HARMED)


_HARMED = frozenset({"killed", "wounded"})
RESUMING = {"taken_up": _is_taken_up, "dismissed": _is_dismissed, "harm_denied": _is_harm_denied}
"""Ways in which one takes up what another said right before and does away with it."""
_OTHERWISE = whole_words("said_otherwise")


def is_said_otherwise(target: Utterance, rebuttal: Utterance) -> bool:
    """Whether the text says between two statements that the second contradicts the first.

    "Bei den Eltern klingt das anders. „…“"; "Tom Vogt schildert etwas anderes: …".
    """
    layout = target.statement.layout
    if layout is None or not (is_near(target, rebuttal) and target.at < rebuttal.at):
        return False
    start = target.sentence + 1 if rebuttal.sentence > target.sentence else rebuttal.sentence
    return _tells_otherwise(layout.words(start, rebuttal.sentence))


@lru_cache(maxsize=4096)
def _tells_otherwise(text: str) -> bool:
    """Asked of the same few sentences for every two statements in them, either way round."""
    return _OTHERWISE.search(text) is not None
