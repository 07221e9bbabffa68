"""The parts that people and outlets have in a candidate, and who they are.

Somebody speaks, an outlet may have carried the words, and the speaker may lean on another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrack.extract.actor.resolve import trace
from claimtrack.extract.actor.trace import Finding
from claimtrack.extract.candidate import Candidate, Spans
from claimtrack.extract.reporting_words import nouns
from claimtrack.extract.sentence import Sentence
from claimtrack.extract.speaker.chain import carries, cited, relays, reports_itself
from claimtrack.german.animacy import speaker_noun
from claimtrack.german.document import Document
from claimtrack.lexicon import classes
from claimtrack.registry import Registry
from claimtrack.registry.bodies import state_of

_SMALL = classes("actor_words")

_OWNERS = ("sein", "ihr", "unser", "mein", "dessen", "deren")
"""How possessives begin: "seiner Aussage nach" is somebody's."""

_GENITIVE = ("s", "’", "'")


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions of one candidate: who speaks, who carried it, whom the speaker leans on."""

    speaker: Spans
    via: tuple[Spans, ...]
    cites: tuple[Spans, ...]
    reports_itself: bool = False
    """The frame is one of a report, so that a speaker that is an outlet carried it as well."""


def roles_of(sentence: Sentence, candidate: Candidate, registry: Registry) -> Roles:
    """The mentions of a candidate by the part they have in it."""
    if candidate.carried and not candidate.frame:
        return Roles(candidate.who, candidate.via, ())
    document = sentence.document
    near = tuple((span,) for span in relays(sentence, candidate, registry))
    far = tuple((span,) for span in cited(sentence, candidate))
    outer = tuple(
        spans for spans in candidate.via if spans != candidate.speaker and carries(document, spans)
    )
    inner = tuple(spans for spans in near if not _overlap(spans, outer))
    return Roles(candidate.who, (*outer, *inner), far, reports_itself(sentence, candidate))


def _overlap(spans: Spans, others: Sequence[Spans]) -> bool:
    return any(
        span.start < other.end and other.start < span.end
        for span in spans
        for group in others
        for other in group
    )


def findings_of(
    document: Document, parts: Sequence[Roles], registry: Registry
) -> dict[Spans, Finding]:
    """Every mention of a role with how its actors were found, resolved in reading order."""
    mentions = {m for roles in parts for m in (roles.speaker, *roles.via, *roles.cites) if m}
    ordered = sorted(mentions)
    relays_only = {m for roles in parts for m in roles.via}
    silent = relays_only - {roles.speaker for roles in parts}
    findings = trace(document, ordered, registry, silent)
    return {
        mention: _of_nobody(finding) if _nobody(document, mention) else finding
        for mention, finding in zip(ordered, findings, strict=True)
    }


def _of_nobody(finding: Finding) -> Finding:
    return replace(finding, actors=(), steps=("nobody",))


def _nobody(document: Document, mention: Spans) -> bool:
    """Whether a mention is a noun of speech without an owner: "Vorwürfe", "die Befürchtung".

    Owners are a state's adjective, a genitive, and a name in marks: "russische Angaben", "Hubers
    Ansicht", "„Bild“-Informationen".
    """
    words = [word.text for span in mention for word in document.words_in(span)]
    if not words:
        return False
    noun = words[-1]
    owned = words[0].lower().startswith(_OWNERS) or any(map(state_of, words[:-1]))
    owned = owned or (len(words) > 1 and words[0].istitle() and words[0].endswith(_GENITIVE))
    owned = owned or not document.text[mention[0].start].isalnum()
    speech = noun.lower() in nouns() or noun in _SMALL["saying"]
    return speech and speaker_noun(noun) is None and len(words) <= 2 and not owned
