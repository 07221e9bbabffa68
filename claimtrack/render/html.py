"""Elements of a page: the door to HTML. Text and values are escaped, elements are put inside.

A page of ten thousand claims has a quarter of a million elements, so what HTML does without is left
out: the end tag of a row, a cell or an item, and the marks around a plain value.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit

from claimtrack.render import safe
from claimtrack.render.safe import SafeText
from claimtrack.render.svg import Element

_VOID = frozenset({"br", "input", "link", "meta"})
_OPEN_ENDED = frozenset({"dd", "dt", "li", "option", "td", "th", "thead", "tr"})
"""Elements that end where the next of their kind begins, or what they are in ends: HTML wants no
end tag for them where nothing else follows, and nothing else does in a list or a table."""
_PLAIN = re.compile(r"[A-Za-z0-9_#-]+")
"""A value that needs no marks around it. HTML allows more; this is what our own values are of."""


def element(name: str, /, *inside: str, **attributes: object) -> Element:
    """An element: ``inside`` are elements and words, in order.

    ``data_claim="x"`` is the attribute ``data-claim``, ``class_`` is ``class``; one that is None
    or False is left out, one that is True has no value. What is in a list, a table or a select
    besides its items, rows and options makes no sense, and would be taken into the last of these.

    >>> element("p", "C&A", element("b", "x"), class_="verdict faint", id="p1", hidden=True)
    '<p class="verdict faint" id=p1 hidden>C&amp;A<b>x</b></p>'
    >>> element("ul", element("li", "x"), element("li", "y"))
    '<ul><li>x<li>y</ul>'
    """
    opening = name + "".join([_attribute(*each) for each in attributes.items()])
    if name in _VOID:
        return Element(f"<{opening}>")
    content = "".join([_escaped(part) for part in inside])
    return Element(f"<{opening}>{content}{'' if name in _OPEN_ENDED else f'</{name}>'}")


def joined(parts: Iterable[str], between: str = "") -> Element:
    """Elements and words one behind the other, with words between them."""
    return Element(_escaped(between).join([_escaped(part) for part in parts]))


def _escaped(text: str) -> str:
    if isinstance(text, Element):
        return text
    text = safe.terminal(text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = str(value)
    if _PLAIN.fullmatch(text):
        return f" {name}={text}"
    quoted = _escaped(SafeText(value) if isinstance(value, SafeText) else text)
    return f' {name}="{quoted.replace(chr(34), "&quot;")}"'


def opening(name: str, /, **attributes: object) -> Element:
    """The beginning of an element that is too long to be held as one; ``closing`` ends it."""
    return Element(f"<{name}{''.join([_attribute(*each) for each in attributes.items()])}>")


def closing(name: str) -> Element:
    """The end of an element that was opened before."""
    return Element(f"</{name}>")


def embedded(name: str, content: str) -> Element:
    """A style sheet or a script of our own, as it is: nothing from outside may be in it."""
    if "</" in content:
        raise ValueError(f"{name}: </ would end it")
    return Element(f"<{name}>{content}</{name}>")


def policy(style: str, script: str) -> str:
    """What a page may do: show this style sheet, run this script, load nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}"


def is_link(address: str | None) -> bool:
    """True if an address can be followed from a page: one of the web, in plain characters."""
    if not address or not safe.is_address(address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
