"""Numbers that stand without a noun and count what the claim right before counted.

Shapes: "Die Polizei sprach von 20.000 Teilnehmern, die Veranstalter zählten 50.000"; "…; nach
Polizeiangaben waren es zirka 1.000"; "Die Feuerwehr ging von 40 aus."
"""

from __future__ import annotations

import re
from itertools import chain

from claimtrack.extract.candidate import Candidate
from claimtrack.extract.figures import read_bare
from claimtrack.german.verbs import read
from claimtrack.lexicon import classes
from claimtrack.model import Claim, Figure

_SAME_BREATH = 3
"""Characters between two claims that share the noun of their numbers: a comma or a full stop."""
_WORD = re.compile(r"[^\W\d_]\w*")


def same_counted(body: str, candidate: Candidate, before: Claim) -> tuple[Figure, ...]:
    """The bare numbers of a candidate, counting what the claim right before it counted.

    None where the words say more than a number, a noun or what was done: "300 seien verletzt".
    """
    if before.quote is None or not before.figures or _tells_more(body, candidate):
        return ()
    mentions = chain(candidate.spans, candidate.speaker, candidate.cue)
    start = min(span.start for span in mentions)
    if not 0 <= start - before.quote.spans[-1].end <= _SAME_BREATH:
        return ()
    return read_bare(body, candidate.spans, before.figures[-1])


def _tells_more(body: str, candidate: Candidate) -> bool:
    frame = (*candidate.speaker, *candidate.cue)
    told = [
        match[0]
        for span in candidate.spans
        for match in _WORD.finditer(body, *span)
        if not any(own.start <= match.start() < own.end for own in frame)
    ]
    return any(map(_is_content, told[1:])) or any(map(_is_done, told))


def _is_content(word: str) -> bool:
    """Whether a word is a noun, by its capital; the first word of a clause has one anyway."""
    return word[0].isupper() and word.lower() not in classes("speech_words")["many"]


def _is_done(word: str) -> bool:
    """Whether a word is the participle of a verb that says something of its own."""
    verb = read(word)
    helping = classes("grammar_words")["auxiliary_participle"]
    return bool(verb and verb.participle and not verb.finite and word not in helping)
