"""Articles: read from files, and told apart from the debris of their page."""

from claimtrack.article.debris import Block, blocks, stretches
from claimtrack.article.formats import of_line
from claimtrack.article.sources import count, iter_articles, read, read_named

__all__ = [
    "Block",
    "blocks",
    "count",
    "iter_articles",
    "of_line",
    "read",
    "read_named",
    "stretches",
]
