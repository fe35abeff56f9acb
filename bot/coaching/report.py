"""What a person is told at the end, in which order: as data, and as cards to read.

The order is a decision: what was not theirs, then at most three
findings, each as their own words, what it may have cost, the next move; the skills; pay; what went
well; what to do next, with dates. To find nothing is a good answer and is said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.coaching import knowledge
from bot.coaching.findings import SHOWN, Certainty, Finding, Findings
from bot.coaching.follow_ups import FollowUp, FollowUpKind, Plan
from bot.coaching.knowledge import GRADES, Evidence
from bot.coaching.reading.signs import Pay, Side, SkillGap
from bot.limits import QUOTE_LONGEST
from bot.words import Card, Line, Role, Text, Tone, known, t, tn


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a debrief comes to."""

    telling: str
    """The person's words, whole: what every quote and offset points into."""
    findings: Findings
    plan: Plan
    engine: str
    tone: Tone = Tone.GENTLE
    practical: bool = False
    """There was a task: noted when nothing was found."""
    went_well: str | None = None
    """What they answered when they were asked for a moment that went well."""
    answered: frozenset[str] = frozenset()
    """Keys of the questions that were answered in words."""
    faults: bool = True
    """False after a heavy day: the look at what went wrong waits for another one."""

    def data(self) -> dict[str, object]:
        """Give all of it for a program: every finding, ranked, not only the three on a screen."""
        return {
            "account": self.telling,
            # After a heavy day nobody looks for faults, so none is handed on either.
            "mistakes": [_entry(one) for one in self.findings.mistakes] if self.faults else [],
            "not_your_fault": [_entry(one) for one in self.findings.not_your_fault],
            "strengths": [_entry(one) for one in self.findings.strengths],
            "skill_gaps": [_gap(one, self.telling) for one in self.findings.skill_gaps],
            "pay": _pay_data(self.findings.pay),
            "follow_ups": [_follow_up(one) for one in self.plan.due],
            "stopped": None if self.plan.stopped is None else self.plan.stopped.why,
            "engine": self.engine,
        }

    def cards(self) -> tuple[Card, ...]:
        """Give all of it for a person, a card a subject, empty ones left out."""
        return tuple(
            card
            for card in (
                self._not_yours(),
                self.costs(),
                self._skills(),
                self._pay(),
                self._went_well(),
                self._next(),
            )
            if card is not None
        )

    def more(self) -> Card | None:
        """Give the findings past the first three, for whoever asks for them."""
        rest = self.findings.mistakes[SHOWN:]
        if not rest or not self.faults:
            return None
        return Card(t("Smaller things"), tuple(line for one in rest for line in self._cost(one)))

    def _not_yours(self) -> Card | None:
        lines: list[Line] = []
        for one in self.findings.not_your_fault:
            factor = knowledge.factors()[one.id]
            lines += _quoted(one, factor.text("ask"))
            lines.append(Line(factor.text("say")))
            lines.append(Line(factor.text("do")))
        return Card(t("What was not your doing"), tuple(lines)) if lines else None

    def costs(self) -> Card:
        """Give what may have cost them: three findings, or that there are none."""
        if not self.faults:
            return Card(
                t("What could be better"),
                (Line(t("That can wait for a better day. It is not needed tonight.")),),
            )
        if not self.findings.mistakes:
            return self._nothing_found()
        lines = [line for one in self.findings.mistakes[:SHOWN] for line in self._cost(one)]
        rest = len(self.findings.mistakes) - SHOWN
        if rest > 0:
            lines.append(
                Line(
                    tn(
                        "One smaller thing is left out here.",
                        "{n} smaller things are left out here.",
                        rest,
                    ),
                    Role.SMALL,
                )
            )
        return Card(t("What may have cost you"), tuple(lines))

    def _cost(self, one: Finding) -> list[Line]:
        mistake = knowledge.mistakes()[one.id]
        cost = mistake.text("direct" if self.tone is Tone.DIRECT else "gentle")
        lines = [*_quoted(one, mistake.text("ask")), Line(cost)]
        if one.certainty is Certainty.SUGGESTED:
            lines.append(Line(t("You were not sure of this one."), Role.SMALL))
        elif one.certainty is Certainty.LIKELY:
            lines.append(
                Line(
                    t("I read this between your lines, so I may be wrong. Strike it out if so."),
                    Role.SMALL,
                )
            )
        lines.append(Line(t("Next move: {move}", move=mistake.text("next_move"))))
        return lines

    def _nothing_found(self) -> Card:
        if len(self.telling) < _LITTLE:
            little = t("You told me little of it, so there is little that I can say about it.")
            return Card(t("What may have cost you"), (Line(little),))
        lines = [
            Line(
                t("I found no mistake in what you told me. That is a good answer, and a real one.")
            ),
            Line(
                t(
                    "About seven people are interviewed for one job (Robert Half, 2018, a survey "
                    "of over 300 managers). Whatever they decide, it says little about you."
                )
            ),
        ]
        if not self.findings.not_your_fault:
            lines.append(
                Line(
                    t(
                        "Reasons that have nothing to do with you are common: somebody inside the "
                        "company, a job put on hold, a close field."
                    )
                )
            )
        if self.practical:
            lines.append(
                Line(
                    t(
                        "You did a practical task. If nobody said anything about it, nothing can "
                        "be read from their silence."
                    )
                )
            )
        if self.answered.isdisjoint(("unanswered", "next_steps")):
            lines.append(
                Line(
                    t(
                        "Two things could still teach you something: the questions you had no "
                        "answer to, and what they said happens next."
                    )
                )
            )
        return Card(t("What may have cost you"), tuple(lines))

    def _skills(self) -> Card | None:
        gaps = self.findings.skill_gaps
        if not gaps:
            return None
        lines = [
            Line(t("They asked about these, and you had no answer yet:")),
            *(Line(t("{skill}", skill=one.skill), Role.ITEM) for one in gaps),
            Line(
                t(
                    "Look which of them the advert names. Start with the first two of those; the "
                    "others can wait."
                )
            ),
        ]
        return Card(t("Skills to build"), tuple(lines))

    def _pay(self) -> Card | None:
        pay = self.findings.pay
        if pay is None:
            return None
        lines = [Line(_RAISED[pay.raised_by])]
        lines += [
            Line(_NAMED[figure.named_by].with_values(amount=figure.amount), Role.ITEM)
            for figure in pay.figures
        ]
        lines.append(Line(_pay_move(pay)))
        return Card(t("Pay"), tuple(lines))

    def _went_well(self) -> Card | None:
        lines: list[Line] = []
        for one in self.findings.strengths:
            strong = knowledge.strengths()[one.id]
            lines += _quoted(one, strong.text("ask"))
            lines.append(Line(strong.text("say")))
            lines.append(Line(t("Keep it: {keep}", keep=strong.text("keep"))))
        if not lines and self.went_well:
            words = self.went_well[:QUOTE_LONGEST]
            lines = [
                Line(t("“{quote}”", quote=words), Role.QUOTE),
                Line(t("That is what you saw yourself. Keep it: it can be an example next time.")),
            ]
        return Card(t("What went well"), tuple(lines)) if lines else None

    def _next(self) -> Card | None:
        lines = [Line(step_text(one), Role.ITEM) for one in self.plan.due]
        lines += [Line(told) for told in self.plan.told]
        if self.plan.stopped is not None:
            lines.append(Line(self.plan.stopped.why))
        return Card(t("What to do next"), tuple(lines)) if lines else None


_LITTLE: Final = 60
"""Characters below which nothing was told that could be looked at."""


def step_text(one: FollowUp) -> Text:
    """Give one step of the plan as a sentence with its day and hour and the reason for it."""
    return t("{day}: {what}. {why}", day=one.due, what=STEPS[one.kind], why=one.why)


STEPS: Final[Mapping[FollowUpKind, Text]] = {
    FollowUpKind.THANK_YOU: t("send a short thank-you"),
    FollowUpKind.STATUS_NOTE: t("send one note asking for news"),
    FollowUpKind.FEEDBACK_REQUEST: t("ask once for feedback"),
    FollowUpKind.GRACIOUS_REPLY: t("answer their no in one line"),
    FollowUpKind.WITHDRAWAL: t("tell them that you withdraw"),
    FollowUpKind.ACKNOWLEDGE_OFFER: t("say that you have the offer"),
    FollowUpKind.ACKNOWLEDGE_HOLD: t("say that you have read it"),
    FollowUpKind.OFFER_NOTE: t("tell them that you have another offer"),
    FollowUpKind.CONFIRM_NEXT_ROUND: t("confirm the next round"),
    FollowUpKind.SEND_ITEM: t("send what you promised"),
    FollowUpKind.CALL: t("make the call they asked for"),
    FollowUpKind.APOLOGY: t("send one line of apology by e-mail"),
    FollowUpKind.RECHECK: t("ask once whether the job is open again"),
    FollowUpKind.THANK_FOR_FEEDBACK: t("thank them for the feedback"),
    FollowUpKind.BRIEF_AGENCY: t("tell the agency how it went"),
    FollowUpKind.PREPARE: t("prepare the next round"),
    FollowUpKind.CLOSE_AS_SILENT: t("close this one if nothing has come"),
}
"""What there is to do, as a part of a list; each stands for itself and can be translated."""


def why(id_: str) -> Card:
    """Show what is known about an entry, from where, of which year, and how weak it is.

    Raises:
        KeyError: no such id.
    """
    evidence = knowledge.entry(id_).evidence
    return Card(t("Why: {name}", name=entry_name(id_)), tuple(_evidence(id_, evidence)))


def entry_name(id_: str) -> Text:
    """Name an entry of the taxonomy in a few words, for a heading or a button.

    Raises:
        KeyError: no such id.
    """
    return knowledge.entry(id_).text("name")


_SECOND_HAND: Final = t("We know this one from somebody who wrote about it, not from itself.")


def _evidence(id_: str, evidence: Evidence) -> list[Line]:
    lines: list[Line] = []
    for number, claim in enumerate(evidence.claims):
        lines.append(Line(known(f"evidence.{id_}.{number}", claim.says), Role.ITEM))
        for source in claim.sources:
            found = knowledge.sources()[source]
            lines.append(
                Line(
                    t("Source: {title}", title=known(f"sources.{source}", found.title)), Role.SMALL
                )
            )
            if found.read == "second_hand":
                lines.append(Line(_SECOND_HAND, Role.SMALL))
            if found.caution:
                lines.append(Line(known(f"sources.{source}.caution", found.caution), Role.SMALL))
    lines.append(
        Line(
            t(
                "How strong that is: {grade}. {weakness}",
                grade=known(f"grades.{evidence.grade}", GRADES[evidence.grade]),
                weakness=known(f"evidence.{id_}.weakness", evidence.weakness),
            )
        )
    )
    return lines


def _quoted(one: Finding, question: Text) -> list[Line]:
    if one.quote is not None:
        return [Line(t("“{quote}”", quote=one.quote), Role.QUOTE)]
    return [Line(t("I asked: “{question}” You said yes.", question=question), Role.QUOTE)]


_RAISED: Final[Mapping[Side, Text]] = {
    Side.ME: t("Pay came up. From what you wrote, you raised it."),
    Side.THEM: t("Pay came up. From what you wrote, they raised it."),
    Side.UNKNOWN: t("Pay came up. I cannot tell from your words who raised it."),
}
_NAMED: Final[Mapping[Side, Text]] = {
    Side.ME: t("{amount}: named by you"),
    Side.THEM: t("{amount}: named by them"),
    Side.UNKNOWN: t("{amount}: I cannot tell who named it"),
}


def _pay_move(pay: Pay) -> Text:
    sides = {figure.named_by for figure in pay.figures}
    if Side.THEM in sides and Side.ME in sides:
        return t(
            "Next: two figures are on the table. If they come back, ask what theirs includes, and "
            "have it in writing before you answer."
        )
    if Side.THEM in sides:
        return t(
            "Next: keep their figure. If an offer comes, ask for it in writing with hours, place "
            "and start, and compare it with the advert."
        )
    if Side.ME in sides:
        return t(
            "Next: you have named a figure. You need not repeat it. If an offer comes, ask which "
            "range the job has before you answer."
        )
    return t(
        "Next: if it comes up again, ask which range the job has. You need not name a figure first."
    )


def _entry(one: Finding) -> dict[str, object]:
    return {
        "id": one.id,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "certainty": one.certainty.value,
    }


def _gap(one: SkillGap, telling: str) -> dict[str, object]:
    return {
        "skill": one.skill,
        "quote": telling[one.start : one.end],
        "start": one.start,
        "end": one.end,
    }


def _pay_data(pay: Pay | None) -> dict[str, object] | None:
    if pay is None:
        return None
    return {
        "raised_by": pay.raised_by.value,
        "figures": [{"amount": one.amount, "named_by": one.named_by.value} for one in pay.figures],
    }


def _follow_up(one: FollowUp) -> dict[str, object]:
    return {
        "rule": one.rule,
        "kind": one.kind.value,
        "due": one.due.isoformat(),
        "why": one.why,
    }
