"""Addresses of articles: cleaned of tracking, and compared."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm|wt|at|pk|mtm|piwik|hsa|oly|vero|ns|sc|mc)_.+"
    r"|(?:fb|g|dc|ms|tw|yc|ig|ttc|wbra|gbra)cl?(?:id|lid)|igshid|cmp(?:id)?|cid|ecid|ref(?:errer)?|"
    r"refer|source|src|xtor|from|share|shared|sara_\w+|socialmedia|_ga|_gl|spm|trk|campaign|campid|"
    r"newsletter|rss|feature|app|print|amp|outputtype|reduced|dicbo|seite",
    re.IGNORECASE,
)
_SHARED = re.compile(r"=|:~:|^comment|^kommentar", re.IGNORECASE)
_MIRRORS = re.compile(r"^(?:www|m|amp|mobil|mobile)\.")


def cleaned(url: str) -> str:
    """An address without the parts that say where a reader came from.

    Of a fragment only what tracks or marks words is dropped: an entry of a ticker has its own.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    left = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    query = parts.query if left == pairs else urlencode(left)
    fragment = "" if _SHARED.search(parts.fragment) else parts.fragment
    return urlunsplit(parts._replace(query=query, fragment=fragment))


def publisher(outlet: str | None, url: str | None) -> str | None:
    """Who published an article, as a key: its outlet, else the host of its address, if known."""
    if outlet:
        return outlet.casefold()
    try:
        return _MIRRORS.sub("", (urlsplit(url or "").hostname or "").lower()) or None
    except ValueError:
        return None


def same(url: str | None) -> str | None:
    """An address as a key that all addresses of one article share; None without one.

    Scheme, ``www.`` or ``m.``, tracking parts, their order, ``/amp`` and a slash at the end make no
    difference. The front page of a site is nobody's address.
    """
    if not url:
        return None
    try:
        parts = urlsplit(cleaned(url))
        host = _MIRRORS.sub("", (parts.hostname or "").lower())
    except ValueError:
        return None
    path = re.sub(r"(?:/amp)?/*$", "", parts.path)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{path}?{query}#{parts.fragment}" if host and (path or query) else None
