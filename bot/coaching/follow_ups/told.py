"""What the person should know beside what is due: facts without anything to do about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from bot.coaching.business_days import knows_holidays
from bot.coaching.follow_ups.events import FollowUpKind, Kind, Stop, StopReason
from bot.coaching.follow_ups.file import File, meeting_days
from bot.coaching.follow_ups.invitations import allows_call
from bot.coaching.follow_ups.known import constants, rules
from bot.coaching.follow_ups.notes import moved_too_often
from bot.coaching.follow_ups.stops import may_ask_late
from bot.coaching.follow_ups.thanks import thanked_days
from bot.words import Text, t


def told(file: File, stop: Stop | None) -> Iterable[Text]:
    """Give what the person should know although nothing is to be done about it."""
    country = file.employer.country
    if country is not None and not knows_holidays(country):
        yield t("The public holidays of that country are not known here. Please check the dates.")
    if stop is not None and stop.reason in _QUIET:
        return
    yield from _told_of_meetings(file)
    yield from _told_of_waiting(file, stop)
    yield from _told_of_a_no(file)


_QUIET: Final = frozenset(
    {
        StopReason.OFFER_ACCEPTED,
        StopReason.STOPPED_BY_PERSON,
        StopReason.COMPLAINT,
        StopReason.NOT_INTERESTED,
        StopReason.TOLD_NOT_TO_CONTACT,
    }
)


def _told_of_meetings(file: File) -> Iterable[Text]:
    thanked = thanked_days(file)
    meetings = [(day, event) for day, event in meeting_days(file).items() if event in file.stage]
    for day, event in meetings:
        if day in thanked:
            yield t("You have thanked them for {day}. A second note is not needed.", day=day)
            yield rules()["F1a"].text("why")
        elif event.kind is Kind.TRIAL_SHIFT and event.what is None:
            yield t("Before you thank them: how long was the shift, and was it paid?")


def _told_of_waiting(file: File, stop: Stop | None) -> Iterable[Text]:
    rounds = constants().status_promised.max_restarts
    if file.settled is None and file.clock.promises > 1 + rounds:
        yield moved_too_often().reason
    invited = file.lately(Kind.INVITED_TO_CALL)
    if invited and not allows_call(invited[-1]):
        yield t("Their words do not clearly ask for a call, so an e-mail is safer.")
    if file.ever(Kind.CONTACT_UNWELCOME):
        yield t("E-mail only from now on, and only if they write.")
    if file.lately(Kind.OFFER):
        yield t("Before you accept, compare the terms in writing with what they told you.")
    if stop is not None and stop.reason is StopReason.SILENT:
        if may_ask_late(stop, file):
            yield t(
                "You have not asked them how it stands. One short note is still fair, if you wish."
            )
        if (file.employer.country, file.employer.region) in _ONTARIO:
            yield t(
                "In Ontario, since 1 January 2026, an employer with 25 or more employees who "
                "advertised the job publicly must tell an interviewed applicant within 45 days of "
                "the last interview whether a decision has been made. You may ask, if you wish. "
                "An answer that nothing is decided yet is enough."
            )


_ONTARIO: Final = frozenset({("CA", "ON"), ("CA", "CA-ON")})


def _told_of_a_no(file: File) -> Iterable[Text]:
    ended = file.ever(Kind.REJECTION, Kind.JOB_FILLED)
    if not ended:
        return
    if file.did(FollowUpKind.GRACIOUS_REPLY, ended[-1]):
        days = constants().feedback.then_nothing_days
        until = file.day(ended[-1].at) + timedelta(days=days)
        yield t("You have replied to the no. Nothing more is needed before {day}.", day=until)
    if file.ever(Kind.FEEDBACK_REFUSED) or (
        file.ever(Kind.FEEDBACK_REQUESTED) and not file.ever(Kind.FEEDBACK_RECEIVED)
    ):
        yield rules()["F11"].text("why")
        if (advice := rules()["F11"].advice()) is not None:
            yield advice
