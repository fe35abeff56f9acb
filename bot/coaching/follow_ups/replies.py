"""What answers something that they said: an offer, a further round, a hold, a no.

None of these counts towards the caps: they asked, or the person answers once.
"""

from __future__ import annotations

from typing import Final

from bot.coaching.follow_ups.events import Allowed, Event, FollowUp, FollowUpKind, Kind, Refused
from bot.coaching.follow_ups.file import MEETINGS, File
from bot.coaching.follow_ups.hours import evening, hours_after, morning
from bot.coaching.follow_ups.known import constants
from bot.coaching.follow_ups.making import Decision, follow_up, reply, write_to
from bot.words import t

_OVER: Final = (
    Kind.REJECTION,
    Kind.JOB_FILLED,
    Kind.TOLD_NOT_TO_CONTACT,
    Kind.CONTACT_UNWELCOME,
)
"""What makes a withdrawal needless, or unwelcome."""


def acknowledge_offer(file: File) -> tuple[Decision, ...]:
    """F13: a warm answer within a business day, which is neither yes nor no."""
    for event in reversed(file.lately(Kind.OFFER)):
        if not file.did(FollowUpKind.ACKNOWLEDGE_OFFER, event):
            return _one(
                reply(
                    "F13",
                    FollowUpKind.ACKNOWLEDGE_OFFER,
                    event,
                    file,
                    constants().offer.acknowledge_bd,
                    keep=True,
                )
            )
        break
    return (Refused(t("There is no offer that waits for an answer from you."), "F13"),)


def confirm_next_round(file: File) -> tuple[Decision, ...]:
    """F14: a confirmation within a business day."""
    event = _coming_round(file)
    if event is None or file.did(FollowUpKind.CONFIRM_NEXT_ROUND, event):
        return (Refused(t("There is no round to confirm."), "F14"),)
    within = constants().second_round.confirm_bd
    return _one(reply("F14", FollowUpKind.CONFIRM_NEXT_ROUND, event, file, within))


def prepare(file: File) -> tuple[Decision, ...]:
    """F14: what was hard last time goes into the preparation, the business day before."""
    event = _coming_round(file)
    if event is None or file.did(FollowUpKind.PREPARE, event):
        return (Refused(t("There is no round to prepare for."), "F14"),)
    due = file.next_hour(event.at)
    if event.day is not None:
        day_before = file.employer.calendar.before(event.day)
        due = file.next_hour(max(due, morning(day_before, file.employer)))
        if due.date() > event.day:
            return ()
    why = t("What was hard in the last interview is the first thing to prepare for the next one.")
    return (follow_up("F14", FollowUpKind.PREPARE, due, why=why),)


def _coming_round(file: File) -> Event | None:
    opened = file.lately(Kind.NEXT_STAGE)
    if not opened or file.lately(*MEETINGS):
        return None
    day = opened[-1].day
    return opened[-1] if day is None or day >= file.today else None


def acknowledge_hold(file: File) -> tuple[Decision, ...]:
    """F17: one answer to the news that the job is on hold."""
    event = file.hold
    if event is None or file.did(FollowUpKind.ACKNOWLEDGE_HOLD, event):
        return (Refused(t("There is no news of a hold to answer."), "F17"),)
    within = constants().second_round.confirm_bd
    return _one(reply("F17", FollowUpKind.ACKNOWLEDGE_HOLD, event, file, within, last=True))


def gracious_reply(file: File) -> tuple[Decision, ...]:
    """F12, F20: one kind reply to a no, within two business days, then nothing."""
    ended = file.ever(Kind.REJECTION, Kind.JOB_FILLED)
    if not ended:
        return (Refused(t("They have not said no, so there is nothing to reply to."), "F12"),)
    event = ended[-1]
    rule = "F12" if event.kind is Kind.REJECTION else "F20"
    if file.did(FollowUpKind.GRACIOUS_REPLY, event):
        return (
            Refused(t("You have replied to the no. One reply is enough, and the last word."), rule),
        )
    within = constants().feedback.gracious_reply_bd
    due = file.next_hour(event.at)
    if file.employer.calendar.count(file.day(event.at), due.date()) > within:
        return (Refused(t("The no is some days old, so a reply is not needed any more."), rule),)
    why = None
    if event.near_miss:
        why = t(
            "It was close, so one kind reply may help for a later job. "
            "You can ask once to be remembered, and then leave it."
        )
    until = evening(file.employer.calendar.plus(file.day(event.at), within), file.employer)
    to = write_to(file, event.who)
    return (
        follow_up(rule, FollowUpKind.GRACIOUS_REPLY, due, until=until, why=why, last=True, to=to),
    )


def feedback_request(file: File) -> tuple[Decision, ...]:
    """F10, F11: one request for advice, a day after a no and while they remember."""
    if refusal := _no_feedback(file):
        return (refusal,)
    event = file.ever(Kind.REJECTION)[-1]
    feedback, calendar = constants().feedback, file.employer.calendar
    ready = hours_after(event.at.astimezone(file.employer.clock), feedback.wait_h_after_rejection)
    due, since = file.next_hour(ready), file.day(event.at)
    if calendar.count(since, due.date()) > feedback.ask_until_bd:
        late = t(
            "It is more than a week since the no, so they may remember less. You may still ask."
        )
        return (Allowed("F10", due, caution=late),)
    to, kind = write_to(file, event.who), FollowUpKind.FEEDBACK_REQUEST
    until = evening(calendar.plus(since, feedback.ask_until_bd), file.employer)
    found = follow_up("F10", kind, due, until=until, last=True, to=to)
    if file.now < ready:
        soon = t(
            "The no is very fresh. A question is calmer after a day, from {moment}.", moment=due
        )
        return (Refused(soon, "F10", then=found),)
    return (found,)


def _no_feedback(file: File) -> Refused | None:
    """Give what speaks against asking for feedback at all."""
    if file.ever(Kind.FEEDBACK_RECEIVED):
        return Refused(t("They have told you what they thought. There is no need to ask."), "F10")
    if file.ever(Kind.FEEDBACK_REFUSED):
        return Refused(t("They do not give feedback. Asking again may not bring it."), "F11")
    if file.ever(Kind.FEEDBACK_REQUESTED):
        return Refused(
            t("You have asked for feedback once, and once is the most. Silence is common."), "F11"
        )
    outcomes = file.ever(Kind.REJECTION, Kind.JOB_FILLED)
    if not outcomes:
        return Refused(
            t("They have not decided yet, or have not told you. Feedback comes after a decision."),
            "F10",
            offer=t("You can ask how it stands, when a note is due."),
        )
    if outcomes[-1].kind is Kind.JOB_FILLED:
        return Refused(t("They have not told you themselves, so asking why does not fit."), "F20")
    if not file.ever(*MEETINGS):
        return Refused(t("There was no interview, so they cannot say how it went."), "F10")
    if outcomes[-1].no_reply and file.contact is None and not file.agency:
        return Refused(
            t("There is nobody to ask: the no came from an address with no name."), "F10"
        )
    return None


def thank_for_feedback(file: File) -> tuple[Decision, ...]:
    """F10: thanks for feedback within a business day, without answering its points."""
    for event in reversed(file.ever(Kind.FEEDBACK_RECEIVED)):
        if not file.did(FollowUpKind.THANK_FOR_FEEDBACK, event):
            within = constants().feedback.thank_bd
            why = t("They took the time to answer, and few do. Thank them, and leave the points.")
            kind = FollowUpKind.THANK_FOR_FEEDBACK
            return _one(reply("F10", kind, event, file, within, why=why, how=None, last=True))
        break
    return (Refused(t("There is no feedback to thank for."), "F10"),)


def withdrawal(file: File) -> tuple[Decision, ...]:
    """F18: one polite line when the person no longer wants the job."""
    wishes = file.ever(Kind.NOT_INTERESTED)
    if not wishes or file.ever(Kind.WITHDRAWN, *_OVER):
        return (Refused(t("There is nothing to withdraw."), "F18"),)
    due = file.next_hour(wishes[-1].at)
    to = write_to(file)
    return (follow_up("F18", FollowUpKind.WITHDRAWAL, due, last=True, to=to),)


def apology(file: File) -> tuple[Decision, ...]:
    """F8: one apology by e-mail when a contact was not welcome."""
    for event in reversed(file.ever(Kind.CONTACT_UNWELCOME)):
        if not file.did(FollowUpKind.APOLOGY, event):
            why = t("The contact was not welcome. One short line of apology by e-mail closes it.")
            if file.ever(Kind.INVITED_TO_CALL):
                why = t(
                    "They had asked for the contact, and then it was not welcome. That is a mixed "
                    "signal, and not your mistake. One short line by e-mail closes it."
                )
            due, to = file.next_hour(event.at), write_to(file, event.who)
            kind = FollowUpKind.APOLOGY
            return (follow_up("F8", kind, due, why=why, how="F9", last=True, to=to),)
        break
    return (Refused(t("There is nothing to apologise for."), "F8"),)


def _one(found: FollowUp | None) -> tuple[Decision, ...]:
    return () if found is None else (found,)
