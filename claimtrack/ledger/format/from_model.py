"""Articles and claims as the parser writes them into a ledger: fields in order, no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.fields import Field, as_text, of
from claimtrack.ids import stamp
from claimtrack.ledger.format import to_model
from claimtrack.ledger.format.entries import ArticleEntry, ClaimEntry, FigureEntry, names
from claimtrack.ledger.format.quoted import written
from claimtrack.ledger.yaml.nodes import Data
from claimtrack.model import Article, Claim, Figure, Reading, Span

Fields = dict[str, Data]

READING = tuple(field.name for field in of("words", "reading") if field.name != "at")
"""The words and the reading: what the parser proposes and an analyst decides."""

PROPOSED = (*READING, "at", "read")
"""All fields that the parser fills in besides id and article."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as the parser would write it: its fields, and what the ledger then says."""

    claim: Claim
    entry: ClaimEntry
    fields: Fields


def proposal(claim: Claim, article: str, body: str, ident: str) -> Proposal:
    """How a claim that was found in ``body`` is written under the id ``ident``.

    The stamp is that of the claim as the ledger will give it back, so that it holds for as long
    as nobody touches the entry.
    """
    spans = claim.quote.spans if claim.quote else ()
    texts = [body[span.start : span.end] for span in spans]
    actor = claim.actors[0] if len(claim.actors) == 1 else list(claim.actors)
    own: Fields = {
        "id": ident,
        "actor": actor,
        "quote": written(texts) if texts else claim.words,
        "figures": [figure_fields(figure) for figure in claim.figures],
        "article": article,
        "at": ranges(spans),
    }
    filled: Fields = {
        field.name: own[field.name] if field.name in own else _plain(claim, field)
        for field in of("key", "words", "reading")
    }
    fields = {name: value for name, value in filled.items() if value}
    read = claim.read or Reading("", 0)
    back = to_model.claim(ClaimEntry.model_validate(fields), ident)
    fields["read"] = _read(claim, read, stamp(back))
    entry = ClaimEntry.model_validate(fields)
    return Proposal(to_model.claim(entry, ident), entry, fields)


def _plain(claim: Claim, field: Field) -> Data:
    value = getattr(claim, field.of_claim)
    return list(value) if isinstance(value, tuple) else value or ""


def _read(claim: Claim, read: Reading, mark: str) -> Fields:
    filled: Fields = {
        "rule": read.rule,
        "score": f"{round(read.score, 2):g}",
        "speaker": ranges(claim.speaker.spans if claim.speaker else ()),
        "cue": ranges(claim.cue.spans if claim.cue else ()),
        "as": mark,
    }
    return {name: value for name, value in filled.items() if value}


def ranges(spans: Sequence[Span]) -> Data:
    """``4197-4373``, or a list of such."""
    shown = [f"{span.start}-{span.end}" for span in spans]
    return shown[0] if len(shown) == 1 else shown


def figure_fields(figure: Figure) -> Fields:
    """How a figure is written: its words alone, wherever they say by themselves what it is."""
    fields: Fields = {"text": figure.text, "what": figure.what or "", "state": figure.state or ""}
    fields["scope"] = list(figure.scope)
    alone = to_model.figure(FigureEntry.model_validate({"text": figure.text}))
    if figure.value is not None and figure.value != alone.value:
        fields["value"] = number(figure.value)
    if figure.near is not None and figure.near != alone.near:
        fields["min"] = number(figure.near.low)
        fields["max"] = "" if figure.near.high is None else number(figure.near.high)
    return {name: value for name, value in fields.items() if value}


def figures_fields(figures: Iterable[Figure | Fields]) -> list[Data]:
    """Figures as they are written; those that are written already are as they were."""
    return [figure_fields(each) if isinstance(each, Figure) else each for each in figures]


def written_figure(entry: FigureEntry) -> Fields:
    """The fields of a figure that was read from a ledger, to be written again."""
    bounds = {"value": entry.value, "min": entry.min, "max": entry.max}
    fields: Fields = {"text": entry.text, "what": entry.what or "", "state": entry.state or ""}
    fields["scope"] = list(entry.scope)
    fields |= {name: number(bound) for name, bound in bounds.items() if bound is not None}
    return {name: value for name, value in fields.items() if value}


def number(value: float) -> str:
    """A number in German: 10000 is ``10.000``, 1.5 is ``1,5``."""
    whole, _, fraction = f"{value:.6f}".rstrip("0").rstrip(".").partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def article_fields(article: Article, file: str | None, wrote: Sequence[str]) -> Fields:
    """The entry of an article that the ledger does not know yet."""
    known = {
        "id": article.id,
        "file": file,
        "title": article.title,
        "published": article.published,
        "outlet": article.outlet,
        "author": article.author,
        "agencies": list(article.agencies),
        "url": article.url,
        "retrieved": article.meta.get("retrieved"),
        "archive": article.meta.get("archive"),
        "sha256": article.sha256,
        "wrote": " ".join(wrote),
    }
    return {name: value for name in names(ArticleEntry) if (value := known.get(name))}


def differing(old: ClaimEntry, new: ClaimEntry, fields: Sequence[str]) -> tuple[str, ...]:
    """The fields in which two entries do not say the same."""
    return tuple(name for name in fields if getattr(old, name) != getattr(new, name))


def shown(entry: ClaimEntry, name: str) -> str:
    """A field's value in a few words, for a report."""
    value = getattr(entry, name)
    if name == "figures":
        return "; ".join(map(_shown_figure, entry.figures))
    if name == "at":
        return ", ".join(f"{span.start}-{span.end}" for span in entry.at or ())
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _shown_figure(figure: FigureEntry) -> str:
    bounds = (("value", figure.value), ("min", figure.min), ("max", figure.max))
    shown_bounds = (f"{name} {number(value)}" for name, value in bounds if value is not None)
    return " ".join(
        filter(None, (figure.text, figure.what, figure.state, *figure.scope, *shown_bounds))
    )


def untouched(claim: Claim) -> bool:
    """Whether a claim is still as the parser wrote it: stamp and status say so."""
    noted = claim.read.stamp if claim.read else None
    return claim.status == "new" and noted is not None and noted == stamp(claim)


def annotated(claim: Claim) -> bool:
    """Whether an analyst wrote something of their own beside a claim's words and reading."""
    return any(as_text(field, claim) for field in of("analyst") if field.name != "status")


def by_parser(claim: Claim) -> bool:
    """Whether the parser wrote a claim, whoever worked on it since."""
    return claim.read is not None and claim.read.stamp is not None


def with_places(read: Mapping[str, Data], claim: Claim | None) -> Fields:
    """A claim's ``read`` with the speaker's and the cue's place as another reading has them.

    Without another reading they are left out: where they stand now is not known.
    """
    places: Fields = {
        "speaker": ranges(claim.speaker.spans) if claim and claim.speaker else "",
        "cue": ranges(claim.cue.spans) if claim and claim.cue else "",
    }
    rule = {"rule": read.get("rule", ""), "score": read.get("score", "")}
    filled: Fields = {**rule, **places, "as": read.get("as", "")}
    return {name: value for name, value in filled.items() if value}
