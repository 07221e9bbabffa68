"""The ledger's format: which fields there are, what each may hold, and what it is for.

Strict: a field that is not listed is an error, not something to be passed over. The field
descriptions are what an editor shows; the order of a claim's fields is the order in which a new
claim is written.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from claimtrack.ledger.format.field_types import (
    Credibility,
    Date,
    Id,
    Ids,
    Names,
    Number,
    Passages,
    Ranges,
    Reliability,
    Score,
    Stamp,
    Stamps,
    Verdict,
    Version,
)
from claimtrack.lexicon.states import OTHER, states
from claimtrack.model import ActorKind, Confidence, Kind, Stance, Status


@cache
def _known(entry: type[BaseModel]) -> frozenset[str]:
    return frozenset(names(entry))


class Strict(BaseModel):
    """A mapping of the ledger. A known field that is there and empty counts as left out."""

    # Deferred: an entry is made ready when one is read, and most ledgers have few kinds of them.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)
    NAME: ClassVar[str] = "entry"

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, fields: Any) -> Any:
        if isinstance(fields, dict) and "" in fields.values():
            known = _known(cls)
            return {k: value for k, value in fields.items() if value != "" or k not in known}
        return fields


class FigureEntry(Strict):
    """A number in a claim."""

    NAME = "figure"
    text: str = Field(description="The German words: “etwa 10.000”.")
    what: str | None = Field(None, description="What is counted, as the text has it.")
    state: str | None = Field(None, description="planned, ready, sent, killed, wounded, …")
    scope: Names = Field((), description="What narrows it: since when, where, per what, of whom.")
    value: Number | None = Field(None, description="The number named, where the words hide it.")
    min: Number | None = Field(
        None, description="Your own lower bound; replaces that of the words."
    )
    max: Number | None = Field(None, description="Your own upper bound; open without it.")

    @field_validator("max", mode="after")
    @classmethod
    def _not_below(cls, value: float | None, info: ValidationInfo) -> float | None:
        lower = info.data.get("min")
        if value is not None and lower is not None and value < lower:
            raise ValueError("the upper bound is below the lower one, “min”")
        return value


class ReadEntry(Strict):
    """What the parser notes of its own work; safe to delete."""

    NAME = "read"
    rule: str = Field("", description="The rule that found the claim.")
    score: Score = Field(0.0, description="How sure the parser is of its reading, 0 to 1.")
    speaker: Ranges | None = Field(None, description="Where the speaker is named.")
    cue: Ranges | None = Field(None, description="Position of the reporting word.")
    stamp: Stamp | None = Field(None, alias="as", description="A hash of what was written.")


class ClaimEntry(Strict):
    """Who said what, when, with what confidence, in which words of which article."""

    NAME = "claim"
    id: Id | None = Field(None, description="Its permanent id; “check --fix” makes one.")
    actor: Names = Field(
        (), description="Who makes the claim; a list if several; none if nobody is named."
    )
    via: Names = Field((), description="Who passed the claim on to the article, nearest first.")
    cites: Names = Field((), description="Whom the actor relies on.")
    claim: str | None = Field(None, description="Your own wording, shown instead of the quote.")
    quote: str | None = Field(None, description="The article's words, verbatim.")
    said: Date | None = Field(
        None, description="When it was said, EDTF: ../2024-10-25 is on or before that day."
    )
    about: Date | None = Field(None, description="The time that the claim is about, EDTF.")
    stance: Stance = Field("asserts", description="What the actor does with the words.")
    confidence: Confidence = Field("stated", description="How certain the speaker is.")
    hedge: str | None = Field(None, description="The German words that express the confidence.")
    answers: Ids = Field((), description="Ids of the claims that it responds to, nearest first.")
    figures: tuple[FigureEntry, ...] = Field((), description="The numbers in the claim.")
    kind: Kind | None = Field(None, description="How the words are reported.")
    article: Id | None = Field(None, description="The id of the article.")
    at: Ranges | None = Field(None, description="Position of the words in its body, in characters.")
    topic: str | None = Field(None, description="The topic, if the derived one is not right.")
    status: Status = Field("new", description="Your decision.")
    credibility: Credibility | None = Field(None, description="Admiralty 1 (confirmed) to 6.")
    tags: Names = Field((), description="Your own tags.")
    note: str | None = Field(None, description="Your own remark.")
    read: ReadEntry | None = Field(None, description="What only the parser needs.")

    @model_validator(mode="after")
    def _has_words(self) -> ClaimEntry:
        if not self.claim and not self.quote:
            raise ValueError("a claim needs its words: “quote” or “claim”")
        return self


class ArticleEntry(Strict):
    """A source text: where it is, what is known of it."""

    NAME = "article"
    id: Id = Field(description="Its name in this ledger.")
    file: str | None = Field(None, description="Its path, relative to the ledger's folder.")
    title: str | None = Field(None, description="Its headline.")
    published: Date | None = Field(None, description="EDTF; wins over the file's front matter.")
    outlet: str | None = Field(None, description="Who published it.")
    author: str | None = Field(None, description="Who wrote it.")
    agencies: Names = Field((), description="The news agencies that it draws on.")
    url: str | None = Field(None, description="Where it was found.")
    retrieved: Date | None = Field(None, description="When it was fetched.")
    archive: str | None = Field(None, description="An archived copy.")
    reliability: Reliability | None = Field(None, description="Admiralty A (reliable) to F.")
    passed: Passages = Field((), description="No claim is missing there: 812-822 sechs Wochen.")
    sha256: Stamp | None = Field(None, description="Of the body, as last read.")
    wrote: Stamps = Field((), description="One word per claim the parser ever wrote for it.")


class ActorEntry(Strict):
    """Somebody who says something, beyond those who are known anyway."""

    NAME = "actor"
    name: str = Field(description="The name that is shown.")
    aliases: Names = Field((), description="Other names in the texts.")
    kind: ActorKind | None = Field(None, description="What it is.")
    of: str | None = Field(None, description="The state or body it belongs to.")
    reliability: Reliability | None = Field(None, description="Admiralty A (reliable) to F.")


class TopicEntry(Strict):
    """A name for what claims are about."""

    NAME = "topic"
    name: str = Field(description="The name that is shown.")
    words: Names = Field((), description="The words that point to it.")


class RulingEntry(Strict):
    """What was decided on two claims."""

    NAME = "ruling"
    claims: tuple[Id, Id] = Field(description="The ids of the two.")
    verdict: Verdict = Field(description="What they are to each other.")
    why: str | None = Field(None, description="The reason.")
    by: str | None = Field(None, description="Who decided.")
    on: Date | None = Field(None, description="When.")
    stamps: Stamps = Field((), alias="as", description="Hashes of the two claims at that time.")


class EventEntry(Strict):
    """Which articles report the same event."""

    NAME = "event"
    name: str = Field(description="The name that is shown.")
    articles: Names = Field((), description="The ids of the articles that tell of it.")
    apart: Names = Field((), description="Ids of articles that look so, but tell of another one.")


class LedgerFile(Strict):
    """A claimtrack ledger."""

    NAME = "ledger"
    model_config = ConfigDict(title="claimtrack ledger")
    version: Version = Field("1", description="The version of this format.")
    articles: tuple[ArticleEntry, ...] = Field((), description="The source texts.")
    actors: tuple[ActorEntry, ...] = Field((), description="Who can say something.")
    topics: tuple[TopicEntry, ...] = Field((), description="What claims can be about.")
    claims: tuple[ClaimEntry, ...] = Field((), description="Who said what.")
    rulings: tuple[RulingEntry, ...] = Field((), description="Decisions on pairs of claims.")
    events: tuple[EventEntry, ...] = Field((), description="Which articles report the same event.")


ENTRIES: dict[str, type[Strict]] = {
    "articles": ArticleEntry,
    "actors": ActorEntry,
    "topics": TopicEntry,
    "claims": ClaimEntry,
    "rulings": RulingEntry,
    "events": EventEntry,
}
"""What an item of each list is."""


def names(entry: type[BaseModel]) -> tuple[str, ...]:
    """The fields of an entry as they are written, in order."""
    return tuple(info.alias or name for name, info in entry.model_fields.items())


def schema() -> dict[str, Any]:
    """The format as JSON Schema (draft 2020-12), for editors."""
    form = LedgerFile.model_json_schema(by_alias=True)
    figure = form["$defs"]["FigureEntry"]["properties"]
    figure["state"]["anyOf"][0]["enum"] = list(dict.fromkeys((*states(), OTHER)))
    words = [{"required": ["claim"]}, {"required": ["quote"]}]
    form["$defs"]["ClaimEntry"]["anyOf"] = words  # see ClaimEntry._has_words
    for mapping in (form, *form["$defs"].values()):
        for name, field in mapping["properties"].items():
            if name not in mapping.get("required", ()):
                mapping["properties"][name] = _or_null(field)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_as_text(form)}


def _as_text(schema: Any) -> Any:
    """The same where any scalar will do for text: ``text: 300`` needs no quotes here."""
    if isinstance(schema, list):
        return [_as_text(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    fields = {name: _as_text(part) for name, part in schema.items()}
    free = fields.get("type") == "string" and not {"enum", "const", "pattern"} & fields.keys()
    return {**fields, "type": ["string", "number", "boolean"]} if free else fields


def _or_null(field: dict[str, Any]) -> dict[str, Any]:
    """A field that may be left empty: “url:” is null to an editor."""
    about: dict[str, Any] = {
        key: field.pop(key) for key in ("description", "title") if key in field
    }
    field.pop("default", None)
    choices = field["anyOf"] if set(field) == {"anyOf"} else [field]
    return {**about, "anyOf": [*(c for c in choices if c != {"type": "null"}), {"type": "null"}]}
