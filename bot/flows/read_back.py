"""Reading it back: the report, "does that fit?", striking out, the evidence, and the rights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.coaching import knowledge, rights
from bot.coaching.findings import SHOWN, Finding
from bot.coaching.report import Report, entry_name, why
from bot.flows.places import place
from bot.flows.steps import Flow, Option, Show, choose, say, show
from bot.limits import OPTIONS_MOST
from bot.words import Card, Line, Role, Text, known, t

MOST_ROUNDS: Final = 12
"""Strikes and whys in one read-back, so that every conversation ends."""

_RECORDED: Final = ("nf_illegal_question", "nf_bias_or_discrimination")
_HOURS: Final = (
    t("Write down the hours, what you did, who saw it, and what was said about pay."),
    t("Keep the messages in which the trial was agreed."),
)
ABOUT_RIGHTS: Final = ("nf_illegal_question", "nf_bias_or_discrimination", "nf_exploitative_trial")


def read_back(
    report_without: Callable[[frozenset[str]], Report], country: str | None, *, ask_place: bool
) -> Flow[Report]:
    """Show the report until it fits; what is struck out is gone, without argument.

    `ask_place` says that nobody has asked for the country yet.
    """
    struck: frozenset[str] = frozenset()
    report = report_without(struck)
    yield Show(report.cards(), report.data())
    for number in range(1, MOST_ROUNDS + 1):
        on_screen = _on_screen(report)
        if not on_screen:
            break
        wish = yield from choose(f"fits.{number}", t("Does that fit?"), _wishes(report))
        match wish:
            case "strike":
                one = yield from _which(f"strike.{number}", t("Which one does not fit?"), on_screen)
                if one is not None:
                    struck |= {one}
                    report = report_without(struck)
                    yield from say(t("Struck out: {name}. It is gone.", name=entry_name(one)))
                    yield Show((report.costs(),), report.data())
            case "why":
                one = yield from _which(f"why.{number}", t("Which one?"), on_screen)
                if one is not None:
                    yield from show(why(one))
            case "more":
                smaller = report.more()
                if smaller is not None:
                    yield from show(smaller)
            case _:
                break
    yield from _rights(report, country, ask_place=ask_place)
    return report


def _on_screen(report: Report) -> tuple[Finding, ...]:
    findings = report.findings
    mistakes = findings.mistakes if report.faults else ()
    return (*findings.not_your_fault, *mistakes, *findings.strengths)


def _wishes(report: Report) -> tuple[Option, ...]:
    wishes = [
        Option("fits", t("Yes, that fits")),
        Option("strike", t("Strike one out")),
        Option("why", t("Why do you say that?")),
    ]
    if report.faults and len(report.findings.mistakes) > SHOWN:
        wishes.append(Option("more", t("Show the smaller things")))
    return tuple(wishes)


def _which(key: str, text: Text, on_screen: tuple[Finding, ...]) -> Flow[str | None]:
    options = tuple(Option(one.id, entry_name(one.id)) for one in on_screen[:OPTIONS_MOST])
    return (yield from choose(key, text, options))


def _rights(report: Report, country: str | None, *, ask_place: bool) -> Flow[None]:
    """Offer what generally applies where a question may have been improper; never a verdict."""
    touched = [one for one in report.findings.not_your_fault if one.id in ABOUT_RIGHTS]
    if not touched:
        return
    asked = any(one.id == "nf_illegal_question" for one in touched)
    topics = frozenset(
        topic for one in touched if one.quote for topic in rights.topics_in(one.quote)
    )
    if country is None and ask_place:
        country = yield from place("rights.country")
    if asked:
        yield from choose(
            "rights.stage",
            t("When did they ask it?"),
            (
                Option("form", t("On a form or online")),
                Option("interview", t("In the interview, before any offer")),
                Option("after_offer", t("After an offer")),
                Option("not_sure", t("Not sure")),
            ),
        )
    guide = rights.guide(country, None, topics)
    record = guide.record if any(one.id in _RECORDED for one in touched) else _HOURS
    lines = [Line(text, Role.ITEM) for text in record]
    yield from show(
        Card(t("Keep a record, today if you can"), (*lines, Line(guide.not_legal_advice)))
    )
    more = yield from choose(
        "rights.more",
        t("Would you like to read what generally applies there, and what can be said?"),
        (Option("yes", t("Yes, show it")), Option("no", t("No, that is enough"))),
    )
    if more == "yes":
        if guide.ask_country:
            yield from say(t("I do not know the country, so I can only say what is common to all."))
        yield from show(*_guide_cards(guide, asked=asked))


def _guide_cards(guide: rights.Guide, *, asked: bool) -> tuple[Card, ...]:
    cards = []
    if asked:
        cards.append(
            Card(
                t("What can be said another time"),
                tuple(
                    Line(t("{choice}: “{words}”", choice=one.name, words=one.words), Role.ITEM)
                    for one in rights.in_the_moment()
                ),
            )
        )
    if guide.ask:
        cards.append(
            Card(
                t("What somebody who advises you will want to know"),
                tuple(Line(text, Role.ITEM) for text in guide.ask),
            )
        )
    lines = [shown for line in (*guide.lines, *guide.time_limits) for shown in _rule(line)]
    lines += [Line(t("You can ask: {body}", body=body), Role.ITEM) for body in guide.bodies]
    lines.append(Line(guide.not_legal_advice))
    cards.append(Card(t("What generally applies: {place}", place=guide.place), tuple(lines)))
    return tuple(cards)


def _rule(line: rights.Line) -> list[Line]:
    """Lay out one rule with its date and where it was read."""
    dated = t("Read {as_of}, no source named.", as_of=line.as_of)
    if line.sources:
        source = knowledge.sources()[line.sources[0]]
        dated = t(
            "Read {as_of}. Source: {title}",
            as_of=line.as_of,
            title=known(f"sources.{source.id}", source.title),
        )
    return [Line(line.shown(), Role.ITEM), Line(dated, Role.SMALL)]
