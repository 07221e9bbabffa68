"""The queue of claims, in order, and the position in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from claimtrack.model import Claim, Ledger

ORDERS = ("article", "score", "topic")
Topic = Callable[[Claim], str | None]


def in_order(order: str, claims: Sequence[Claim], ledger: Ledger, topic: Topic) -> list[Claim]:
    """Claims article by article in the order of the text; the least sure first; or by topic.

    What a person wrote has no score and comes last.
    """
    places = {source.id: at for at, source in enumerate(ledger.sources)}

    def by_text(claim: Claim) -> tuple[int, int]:
        spans = claim.quote.spans if claim.quote else ()
        start = spans[0].start if spans else 1 << 40
        return places.get(claim.article or "", len(places)), start

    if order == "score":
        return sorted(claims, key=lambda claim: claim.read.score if claim.read else 2.0)
    if order == "topic":
        return sorted(claims, key=lambda claim: (topic(claim) or "\uffff", by_text(claim)))
    return sorted(claims, key=by_text)


class Worklist:
    """Ids of claims in the order of going through them; ``at`` is the place of the one shown."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.at = 0
        self._from: str | None = None
        """From where it goes on once a claim that came in between is decided."""

    @property
    def current(self) -> str | None:
        """The claim that is shown; None where there is none."""
        return self.ids[self.at] if self.ids else None

    def move(self, by: int) -> None:
        """Goes so many claims on, as far as there are some."""
        self.at = max(0, min(len(self.ids) - 1, self.at + by))
        self._from = None

    def go(self, ident: str) -> None:
        """Goes to a claim, if it is there."""
        if ident in self.ids:
            self.at = self.ids.index(ident)
            self._from = None

    def move_group(self, by: int, group: Callable[[str], str | None]) -> None:
        """Goes to the first claim of the next group (by 1), or of the one before (by -1)."""
        at, here = self.at, group(self.ids[self.at]) if self.ids else None
        while 0 <= at < len(self.ids) and group(self.ids[at]) == here:
            at += by
        if not 0 <= at < len(self.ids):
            return
        there = group(self.ids[at])
        while by < 0 and at and group(self.ids[at - 1]) == there:
            at -= 1
        self.at, self._from = at, None

    def next_where(self, is_open: Callable[[str], bool]) -> bool:
        """Goes to the next open claim behind this one, else to the first; False without any."""
        if self._from in self.ids:
            self.at = self.ids.index(self._from)
            if is_open(self.ids[self.at]):
                self._from = None
                return True
        self._from = None
        for at in [*range(self.at + 1, len(self.ids)), *range(min(self.at + 1, len(self.ids)))]:
            if is_open(self.ids[at]):
                self.at = at
                return True
        return False

    def include(self, ident: str) -> None:
        """Takes a claim in behind the one that is shown, and goes there for a while.

        When it is decided, the next one is sought from the claim that was shown before.
        """
        here = self.current
        if ident not in self.ids:
            self.ids.insert(self.at + 1 if self.ids else 0, ident)
        self.go(ident)
        self._from = here

    def drop(self, idents: Collection[str]) -> None:
        """Takes claims out that are gone."""
        here = self.current
        before = sum(ident in idents for ident in self.ids[: self.at])
        self.ids = [ident for ident in self.ids if ident not in idents]
        self.at = max(0, min(self.at - before, len(self.ids) - 1))
        if here and here not in idents:
            self.at = self.ids.index(here)

    def choose(self, chosen: Sequence[str], here: str | None) -> None:
        """Goes through other claims from now on, from ``here`` if it is one of them."""
        self.ids = list(chosen)
        self.at = self.ids.index(here) if here in self.ids else 0
        self._from = None

    def refresh(self, chosen: Sequence[str], known: Collection[str]) -> None:
        """The same choice made anew; claims that were in it stay, if they are ``known``.

        What is decided does not vanish under the reader's hand.
        """
        here, at, wanted = self.current, self.at, set(chosen)
        staying = {ident for ident in self.ids if ident in known and ident not in wanted}
        self.ids = _woven(self.ids, chosen, staying)
        self.at = self.ids.index(here) if here in self.ids else min(at, max(0, len(self.ids) - 1))


def _woven(before: Sequence[str], chosen: Sequence[str], staying: set[str]) -> list[str]:
    """A new choice with the claims that stay put back behind those they stood behind."""
    woven = list(chosen)
    places = {ident: at for at, ident in enumerate(before)}
    for ident in sorted(staying, key=places.__getitem__):
        ahead = [each for each in woven if places.get(each, len(before)) < places[ident]]
        at = woven.index(max(ahead, key=places.__getitem__)) + 1 if ahead else 0
        woven.insert(at, ident)
    return woven
