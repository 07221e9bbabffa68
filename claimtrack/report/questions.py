"""The questions: all at a glance, then one by one with both sides, the reason and the rulings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from claimtrack.conflicts.results.blocks import Camp, camps
from claimtrack.conflicts.results.values import Conflict, Side
from claimtrack.conflicts.verdicts import Gap
from claimtrack.model import Source
from claimtrack.render.conflict import milder
from claimtrack.render.html import element, joined
from claimtrack.render.overview import alone, names_of, what_of
from claimtrack.render.svg import Element
from claimtrack.report import byline
from claimtrack.report.language import Language
from claimtrack.report.page_contents import Anchors, Contents, Question
from claimtrack.report.strips import Bar, strip

_FEW = 3
"""So many names stand for a camp at a glance."""


def overview(contents: Contents, language: Language) -> Iterator[Element]:
    """A line a question, event by event: what is disputed, who says what."""
    shown = contents.questions[0]
    if not shown:
        yield element("p", language("questions.none"), class_="empty")
        return
    for event, own in groupby(shown, lambda question: question.first.event):
        yield element("h3", event or language("events.several"), lang=_german(language))
        yield element("ol", *(_glance(question, language) for question in own), class_="glance")
    if contents.more:
        yield element("p", language.counted("questions.more", contents.more))


def _german(language: Language) -> str | None:
    return byline.lang_of(byline.GERMAN, language)


def _glance(question: Question, language: Language) -> Element:
    first, groups = question.first, camps_of(question)
    apart = alone(groups)
    camp_lines = [_camp_line(camp, first.kind, language) for camp in groups]
    link = element("a", *_what(first, language), href=f"#{question.anchor}", class_="what")
    since = _since(groups, language)
    notes = [language.word("kind", first.kind)]
    notes += [language("alone", names=", ".join(apart))] if apart else []
    notes += [language("since", day=since)] if since else []
    return element(
        "li",
        element("span", str(question.number), class_="number"),
        element("div", link, " ", verdict(first.told, language), class_="head"),
        element("ul", *camp_lines, class_="sides"),
        element("p", " · ".join(notes), class_="faint"),
    )


def _what(conflict: Conflict, language: Language) -> list[str]:
    """What is counted or talked about, and what happened to it."""
    topic = what_of(conflict) if conflict.topic else language("topic.none")
    shown: list[str] = [element("span", topic, lang=_german(language) if conflict.topic else None)]
    if conflict.phase:
        shown += [" (", language.word("state", conflict.phase), ")"]
    return shown


def verdict(word: str, language: Language) -> Element:
    """A verdict as a mark of its own."""
    return element(
        "span", language.word("verdict", word), class_=f"verdict {word.replace(' ', '-')}"
    )


def _camp_line(camp: Camp, kind: str, language: Language) -> Element:
    names = names_of(camp)
    more = f" +{len(names) - _FEW}" if len(names) > _FEW else ""
    says = _says(camp, kind, language)
    return element("li", element("b", says), f" {', '.join(names[:_FEW])}{more}")


def _says(camp: Camp, kind: str, language: Language) -> str:
    """What a camp says: its figure, or what those in it do; of one actor also when, how sure."""
    first = camp.sides[0]
    if first.figure:
        return language.figure(first.figure)
    stances = dict.fromkeys(side.claim.stance for side in camp.sides)
    acts = ", ".join(language.word("stance", word) for word in stances)
    if kind not in ("reversal", "retelling"):
        return acts
    when = byline.day(first.claim, language)
    sure = language.word("confidence", first.claim.confidence) if kind == "retelling" else ""
    return ", ".join(filter(None, (acts, sure, when)))


def _since(groups: Sequence[Camp], language: Language) -> str:
    """The first of the last days on which each can have said it."""
    days = (side.claim.said or side.reported or "" for camp in groups for side in camp.sides)
    last = sorted(filter(None, (day.rpartition("/")[2].strip(".~?%") for day in days)))
    return language.day(last[0]) if last else ""


def camps_of(question: Question) -> tuple[Camp, ...]:
    """Who stands against whom; of two tellings of one statement each by itself."""
    if question.first.kind in ("figure", "stance"):
        return camps(question.pairs)
    return tuple(Camp((side,)) for side in question.first.sides)


def questions(contents: Contents, language: Language) -> Iterator[Element]:
    """The questions one by one: open ones, what is settled, what is no contradiction."""
    sources = {source.id: source for source in contents.sources}
    view = _View(sources, contents, language)
    aside = _by_matter(contents.not_compared)
    for key, shown in zip(("open", "settled", "quiet"), contents.questions, strict=True):
        if shown and key != "open":
            yield element("h3", language(f"questions.{key}"), class_="part")
            yield element("p", language(f"questions.{key}.text"))
        for matter, own in groupby(shown, _matter):
            for question in own:
                yield view.question(question)
            if key == "open" and matter in aside:
                yield _not_compared(aside.pop(matter), contents.anchors, language)


def _matter(question: Question) -> tuple[str | None, str | None]:
    return question.first.event, question.first.topic


def _by_matter(aside: Iterable[Conflict]) -> dict[object, list[Conflict]]:
    matters: dict[object, list[Conflict]] = {}
    for pair in aside:
        matters.setdefault((pair.event, pair.topic), []).append(pair)
    return matters


def _not_compared(pairs: Sequence[Conflict], anchors: Anchors, language: Language) -> Element:
    """Figures on the same matter that were not compared, and why."""
    lines = [
        element(
            "li",
            byline.to_words(
                pair.sides[1].claim,
                anchors,
                f"„{pair.sides[1].figure.text if pair.sides[1].figure else ''}“",
            ),
            f" {byline.actor(pair.sides[1].claim, language)}: ",
            byline.reason("span", pair.reason, language),
        )
        for pair in pairs
    ]
    summary = element("summary", language.counted("not_compared", len(pairs)))
    return element("details", summary, element("ul", *lines), class_="aside")


class _View:
    """How questions are shown: with the articles of their sides, in a language."""

    def __init__(
        self, sources: Mapping[str, Source], contents: Contents, language: Language
    ) -> None:
        self._sources = sources
        self._anchors = contents.anchors
        self._language = language
        self._with_notes = contents.with_notes

    def question(self, question: Question) -> Element:
        """One question whole."""
        first, groups = question.first, camps_of(question)
        weaker = milder(question.pairs)
        return element(
            "article",
            self._head(question, len(groups)),
            element("div", *(self._camp(camp, first, weaker) for camp in groups), class_="camps"),
            *strip(list(self._bars(groups)), self._language),
            byline.reason("p", first.reason, self._language, class_="reason"),
            *self._rulings(question),
            id=question.anchor,
            class_=f"question {first.told.replace(' ', '-')}",
        )

    def _head(self, question: Question, sides: int) -> Element:
        first, language = question.first, self._language
        facts = [language.word("kind", first.kind)]
        if len(question.pairs) > 1:
            facts.append(language("block", sides=sides, pairs=len(question.pairs)))
        gaps = [pair.gap for pair in question.pairs if pair.gap]
        if gaps:
            facts.append(self._apart(max(gaps, key=lambda gap: gap.difference)))
        event = element("p", first.event or "", class_="event", lang=_german(language))
        return element(
            "header",
            event if first.event else "",
            element(
                "h4",
                element("span", f"{question.number} ", class_="number"),
                *_what(first, language),
            ),
            element("p", verdict(first.told, language), " ", " · ".join(facts), class_="facts"),
        )

    def _apart(self, gap: Gap) -> str:
        language = self._language
        difference = language.number(gap.difference)
        if not gap.ratio:
            return language("apart", difference=difference)
        ratio = language.number(float(f"{gap.ratio:.3g}"))
        return language("apart.times", difference=difference, ratio=ratio)

    def _camp(self, camp: Camp, first: Conflict, weaker: Mapping[object, str]) -> Element:
        language, names = self._language, names_of(camp)
        origins = language.counted("origins", len(names))
        named = joined((f"{origins}: ", element("b", ", ".join(names))))
        return element(
            "section",
            element("h5", _says(camp, first.kind, language)),
            element("p", named, class_="origins"),
            *(self._side(side, weaker) for side in camp.sides),
            class_="camp",
        )

    def _side(self, side: Side, weaker: Mapping[object, str]) -> Element:
        claim, language = side.claim, self._language
        source = self._sources.get(claim.article or "")
        less = weaker.get((claim.id, side.figure.text if side.figure else ""))
        when = byline.day_in_words(claim.said, side.reported, language)
        who = [element("b", byline.chain(claim, language)), f" · {when} · "]
        who += [byline.manner(claim, language)]
        who += [" ", verdict(less, language)] if less else []
        figure = side.figure.text if side.figure else None
        title = byline.title(source, language)
        outlet = f"{source.outlet}: " if source and source.outlet else ""
        link = byline.to_words(claim, self._anchors, language("to.words"), "to")
        where = element("cite", title, lang=_german(language) if source else None)
        return element(
            "div",
            element("p", *who, class_="who"),
            element("blockquote", byline.quotation(claim, language, figure=figure)),
            element("p", link, " ", outlet, where, class_="source"),
            class_="side",
        )

    def _bars(self, groups: Sequence[Camp]) -> Iterator[Bar]:
        """All figures, each of one actor once; of one actor alone by their days."""
        sides = [side for camp in groups for side in camp.sides if side.figure]
        names = {byline.actor(side.claim, self._language) for side in sides}
        seen = set()
        for side in sides:
            who = byline.actor(side.claim, self._language)
            if len(names) == 1:
                who = byline.day(side.claim, self._language)
            if side.figure and (who, side.figure.near) not in seen:
                seen.add((who, side.figure.near))
                yield Bar(who, side.figure)

    def _rulings(self, question: Question) -> Iterator[Element]:
        """What an analyst ruled on the pairs, each once."""
        language, shown = self._language, set()
        for pair in question.pairs:
            ruling = pair.ruling
            if ruling is None or (verdict := (ruling, pair.stale)) in shown:
                continue
            shown.add(verdict)
            who = ruling.by if self._with_notes else None
            on = language.day(ruling.on) if ruling.on else None
            facts = [language.word("verdict", ruling.verdict), *filter(None, (who, on))]
            yield element(
                "p",
                element("b", language("ruling")), " ", " · ".join(facts), ": ",
                ruling.why or language("ruling.no_reason"),
                f" {language('ruling.stale')}" if pair.stale else "",
                class_="ruling",
            )  # fmt: skip
