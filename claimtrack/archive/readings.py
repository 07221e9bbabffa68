"""The lines of a part: an article with its claims, or an error.

Each is a ``claimtrack.reading/1``: ``article`` is what is known of the article besides its text,
``claims`` are ``claimtrack.claim/1``. Where something could not be read, ``article`` is null and
``error`` says what, where, and, if that is known, in which article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimtrack.model import Article, Claim, Problem
from claimtrack.render import contract

SCHEMA = "claimtrack.reading/1"

_OF_ARTICLE = ("id", "file", "title", "published", "outlet", "author", "url", "sha256")


def reading(article: Article, claims: Iterable[Claim], topics: Mapping[str, str]) -> contract.Json:
    """The line of an article; ``topics`` is what its claims are about, by their ids."""
    known: contract.Json = {name: getattr(article, name) for name in _OF_ARTICLE}
    return {
        "schema": SCHEMA,
        "article": {**known, "agencies": list(article.agencies)},
        "claims": [contract.claim_record(claim, topics.get(claim.id)) for claim in claims],
        "error": None,
    }


def errors(problems: Iterable[Problem]) -> Iterator[contract.Json]:
    """The lines of what could not be read, by file and line, however many processes read it."""
    for problem in sorted(problems, key=lambda at: (at.file, at.line, at.message)):
        yield error(problem)


def error(problem: Problem) -> contract.Json:
    """The line of what could not be read; ``line`` counts from 1, 0 is the file as a whole."""
    of = ("article", "file", "line", "message")
    fields = {name: getattr(problem, name) for name in of}
    return {"schema": SCHEMA, "article": None, "claims": [], "error": fields}
