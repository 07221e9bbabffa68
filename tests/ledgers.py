"""Ledgers of small news, made of few words so that they meet often, and hand edits of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

TOWNS = ("Linz", "Krems", "Steyr")
EVENTS = ("Streit um das Werk Haller", "Demonstration")
ARTICLES = tuple(f"{event} in {town}" for event in EVENTS for town in TOWNS)
ACTORS = ("Polizei", "Konzern", "Russland", "Nordkorea", "Betriebsrat und Konzern", "Experten")
COUNTED = (
    ("im Kaufhaus Weber seien {} Menschen verletzt worden", "Menschen", "wounded"),
    ("es seien {} Demonstranten gekommen", "Demonstranten", "attending"),
    ("{} nordkoreanische Soldaten seien entsandt worden", "nordkoreanische Soldaten", "sent"),
    ("es gebe {} Tote und {} Verletzte", "Tote", "killed"),
)
TOLD = (
    "das Werk in Linz sei geschlossen worden",
    "das Werk sei geschlossen worden",
    "die Entsendung nordkoreanischer Soldaten",
    "dass nordkoreanische Soldaten entsandt wurden",
    "die Vorwürfe",
    "was Moskau bestreitet",
    "es gebe keine Beweise für die Entsendung nordkoreanischer Soldaten",
)
STANCES = ("asserts", "confirms", "accuses", "denies", "doubts", "withholds")
DAYS = ("2024-05-01", "2024-05-02", "../2024-05-03", "2024-09-01")


@dataclass(frozen=True)
class Book:
    """A ledger to be written: its claims as YAML, and what else stands in the file."""

    claims: tuple[str, ...]
    titles: tuple[str, ...] = ARTICLES
    topics: tuple[str, ...] = ()
    rulings: tuple[tuple[int, int], ...] = ()
    remark: str = ""
    numbers: tuple[int, ...] = field(default=())

    def text(self) -> str:
        """The file."""
        lines = ["version: 1", self.remark and f"# {self.remark}", "articles:"]
        for at, title in enumerate(self.titles):
            lines.append(f"  - {{id: a{at}, title: {title}, published: 2024-05-0{at % 3 + 1}}}")
        if self.topics:
            lines += ["topics:", *(f"  - {{name: {one}, words: [{one}]}}" for one in self.topics)]
        lines.append("claims:")
        for number, claim in zip(self.numbers, self.claims, strict=True):
            lines.append(f"  - {{id: c{number}, {claim}}}")
        if self.rulings:
            lines.append("rulings:")
        for one, other in self.rulings:
            lines.append(f"  - {{claims: [c{one}, c{other}], verdict: update, as: 000000 000000}}")
        return "\n".join(lines) + "\n"


@st.composite
def claims(draw: st.DrawFn) -> str:
    """A claim without its id, in braces."""
    actor, article = draw(st.sampled_from(ACTORS)), draw(st.integers(0, len(ARTICLES)))
    day, start = draw(st.sampled_from((*DAYS, ""))), draw(st.integers(0, 3)) * 100
    place = f", article: a{article}, at: {start}-{start + 20}" if article < len(ARTICLES) else ""
    told, figures = draw(st.sampled_from(TOLD)), ""
    if draw(st.booleans()):
        words, what, state = draw(st.sampled_from(COUNTED))
        number = draw(st.sampled_from(("3", "40", "etwa 300", "mindestens 20")))
        told = words.format(number, 7)
        figures = f", figures: [{{text: {number}, what: {what}, state: {state}}}]"
    said = f", said: {day}" if day else ""
    stance = draw(st.sampled_from(STANCES))
    actors = actor.replace(" und ", ", ")
    return f"actor: [{actors}], quote: {told}, stance: {stance}{said}{place}{figures}"


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A ledger."""
    own = draw(st.lists(claims(), min_size=8, max_size=20))
    return Book(tuple(own), numbers=tuple(range(len(own))))


def edited(draw: st.DrawFn, book: Book) -> Book:
    """A ledger after one edit by hand."""
    at = draw(st.integers(0, len(book.claims) - 1))
    return draw(st.sampled_from(EDITS))(draw, book, at)


def _put(draw: st.DrawFn, book: Book, at: int) -> Book:
    return _with(book, at, [(book.numbers[at], draw(claims()))])


def _reject(draw: st.DrawFn, book: Book, at: int) -> Book:
    return _with(book, at, [(book.numbers[at], f"{book.claims[at]}, status: rejected")])


def _add(draw: st.DrawFn, book: Book, at: int) -> Book:
    new = max(book.numbers) + 1, draw(claims())
    return _with(book, at, [new, (book.numbers[at], book.claims[at])])


def _drop(draw: st.DrawFn, book: Book, at: int) -> Book:
    return _with(book, at, []) if len(book.claims) > 2 else book


def _with(book: Book, at: int, instead: list[tuple[int, str]]) -> Book:
    """With other claims in the place of one."""
    items = [*zip(book.numbers, book.claims, strict=True)]
    numbers, own = zip(*items[:at], *instead, *items[at + 1 :], strict=True)
    return replace(book, numbers=numbers, claims=own)


def _turn(draw: st.DrawFn, book: Book, at: int) -> Book:
    return replace(book, claims=book.claims[::-1], numbers=book.numbers[::-1])


def _title(draw: st.DrawFn, book: Book, at: int) -> Book:
    titles = list(book.titles)
    titles[at % len(titles)] = draw(st.sampled_from(ARTICLES))
    return replace(book, titles=tuple(titles))


def _topic(draw: st.DrawFn, book: Book, at: int) -> Book:
    return replace(book, topics=draw(st.sampled_from(((), ("Werk",), ("Soldaten", "Tote")))))


def _rule(draw: st.DrawFn, book: Book, at: int) -> Book:
    return replace(book, rulings=((book.numbers[at], draw(st.sampled_from(book.numbers))),))


def _remark(draw: st.DrawFn, book: Book, at: int) -> Book:
    return replace(book, remark=f"{book.remark}x")


EDITS = (_put, _put, _reject, _add, _drop, _turn, _title, _topic, _rule, _remark)
