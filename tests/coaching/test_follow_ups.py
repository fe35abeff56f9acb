"""The follow-up rules: what is due after an interview, when, and when it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.follow_ups import (
    Allowed,
    Employer,
    Event,
    FollowUp,
    FollowUpKind,
    Kind,
    Plan,
    Refused,
    Sector,
    StopReason,
    allowed,
    constants,
    done,
    employer_in,
    plan,
    rules,
    sector_of,
)
from bot.coaching.follow_ups.hours import opening
from bot.coaching.follow_ups.stops import STILL_OPEN
from bot.coaching.knowledge import sources
from bot.words import ENGLISH

BERLIN = employer_in("DE", "BE")
ZONE = BERLIN.clock


def moment(
    day: int, hour: int = 14, minute: int = 0, month: int = 11, year: int = 2026
) -> datetime:
    """Give a moment in Berlin; in November 2026 the 2nd is a Monday and nothing is a holiday."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


MONDAY = moment(2)
INTERVIEW = Event(Kind.INTERVIEW_HAPPENED, MONDAY, who="Ms Okafor")
THANKED = Event(Kind.THANK_YOU_SENT, moment(2, 16))
NOTE = Event(Kind.STATUS_NOTE_SENT, moment(9, 9))
REJECTION = Event(Kind.REJECTION, moment(4), who="Ms Okafor")


def due(
    kind: FollowUpKind,
    *events: Event,
    now: datetime,
    employer: Employer = BERLIN,
    most: Literal[1, 2] = 1,
) -> FollowUp | None:
    """Give the first follow-up of one kind that is due."""
    found = plan(events, employer, now=now, most_status_notes=most)
    return next((one for one in found.due if one.kind is kind), None)


def certainly(found: FollowUp | None) -> FollowUp:
    assert found is not None
    return found


def may(
    kind: FollowUpKind, *events: Event, now: datetime, most: Literal[1, 2] = 1
) -> Allowed | Refused:
    return allowed(kind, events, BERLIN, now=now, most_status_notes=most)


def refused(answer: Allowed | Refused) -> Refused:
    assert isinstance(answer, Refused)
    return answer


def kinds(found: Plan) -> set[FollowUpKind]:
    return {one.kind for one in found.due}


def said(found: Plan) -> str:
    return " ".join(ENGLISH.say(text) for text in found.told)


# F1 to F3, F19: thank-yous


def test_f1_a_thank_you_is_due_on_the_same_day() -> None:
    found = certainly(due(FollowUpKind.THANK_YOU, INTERVIEW, now=moment(2, 15)))
    assert (found.rule, found.due, found.until) == ("F1", moment(2, 15), moment(3, 14))


def test_f1_on_the_same_day_it_may_go_until_nine_in_the_evening() -> None:
    late = replace(INTERVIEW, at=moment(2, 19))
    assert certainly(due(FollowUpKind.THANK_YOU, late, now=moment(2, 20, 59))).due == moment(
        2, 20, 59
    )
    assert certainly(due(FollowUpKind.THANK_YOU, late, now=moment(2, 21))).due == moment(3, 9)


def test_f1_after_a_friday_evening_monday_before_ten_is_in_time() -> None:
    friday = replace(INTERVIEW, at=moment(6, 19))
    found = certainly(due(FollowUpKind.THANK_YOU, friday, now=moment(6, 22)))
    assert (found.due, found.until) == (moment(9, 9), moment(9, 10))


def test_f1_until_the_second_business_day_it_is_normal() -> None:
    found = certainly(due(FollowUpKind.THANK_YOU, INTERVIEW, now=moment(4, 11)))
    assert found.until == moment(4, 18)
    assert found.why == rules()["F1"].text("why")


@pytest.mark.parametrize("day", [5, 6, 9])
def test_f1_from_the_third_to_the_fifth_it_is_late_and_says_so(day: int) -> None:
    found = certainly(due(FollowUpKind.THANK_YOU, INTERVIEW, now=moment(day, 11)))
    assert "late" in ENGLISH.say(found.why)
    assert found.until == moment(9, 18)


def test_f1_after_the_fifth_it_becomes_one_sentence_in_the_status_note() -> None:
    assert due(FollowUpKind.THANK_YOU, INTERVIEW, now=moment(10, 9)) is None
    answer = refused(may(FollowUpKind.THANK_YOU, INTERVIEW, now=moment(10, 9)))
    assert answer.offer is not None
    assert "one sentence" in ENGLISH.say(answer.offer)


def test_f1a_a_second_thank_you_for_the_same_meeting_is_refused() -> None:
    answer = refused(may(FollowUpKind.THANK_YOU, INTERVIEW, THANKED, now=moment(3)))
    assert answer.rule == "F1a"
    assert "not needed" in said(plan([INTERVIEW, THANKED], BERLIN, now=moment(3)))


def test_f1a_a_thank_you_moves_no_other_date() -> None:
    before = due(FollowUpKind.STATUS_NOTE, INTERVIEW, now=moment(3))
    assert before == due(FollowUpKind.STATUS_NOTE, INTERVIEW, THANKED, now=moment(3))


def test_f2_several_interviewers_get_a_different_note_each() -> None:
    panel = replace(INTERVIEW, interviewers=3)
    found = certainly(due(FollowUpKind.THANK_YOU, panel, now=MONDAY))
    assert found.rule == "F2"
    assert found.to is not None
    assert "different note to each" in ENGLISH.say(found.to)


def test_f2_without_addresses_the_thanks_go_through_whoever_arranged_it() -> None:
    panel = replace(INTERVIEW, interviewers=3, addresses_known=False)
    found = certainly(due(FollowUpKind.THANK_YOU, panel, now=MONDAY))
    assert found.to is not None
    assert "pass your thanks on" in ENGLISH.say(found.to)


def test_f2_of_five_or_more_not_everybody_gets_a_note() -> None:
    panel = replace(INTERVIEW, interviewers=6)
    found = certainly(due(FollowUpKind.THANK_YOU, panel, now=MONDAY))
    assert found.to is not None
    assert "For the others" in ENGLISH.say(found.to)


def test_f3_a_thank_you_comes_with_what_it_should_say() -> None:
    found = certainly(due(FollowUpKind.THANK_YOU, INTERVIEW, now=MONDAY))
    assert found.how == rules()["F3"].advice()


def test_f19_a_trial_shift_thanks_the_same_day_and_asks_about_pay_first() -> None:
    trial = Event(Kind.TRIAL_SHIFT, moment(2, 16))
    found = plan([trial], BERLIN, now=moment(2, 17))
    assert found.due[0].rule == "F19"
    assert "was it paid" in said(found)


def test_f19_a_trial_shift_is_asked_about_after_three_business_days() -> None:
    trial = Event(Kind.TRIAL_SHIFT, moment(2, 16))
    assert certainly(due(FollowUpKind.STATUS_NOTE, trial, now=moment(2, 17))).due == moment(5, 9)


# F4 to F7: the note that asks how it stands


def promised(day: int, at: datetime = MONDAY, month: int = 11) -> Event:
    return Event(Kind.PROMISED_DATE_GIVEN, at, day=date(2026, month, day))


def test_f4_after_a_promised_date_the_note_waits_two_business_days() -> None:
    found = certainly(due(FollowUpKind.STATUS_NOTE, INTERVIEW, promised(13), now=moment(3)))
    assert (found.rule, found.due) == ("F4", moment(17, 9))


def test_f4_before_the_promised_date_a_note_is_refused_with_the_day_it_can_go() -> None:
    answer = refused(may(FollowUpKind.STATUS_NOTE, INTERVIEW, promised(13), now=moment(13)))
    assert answer.rule == "F4"
    assert answer.then is not None
    assert answer.then.due == moment(17, 9)


def test_f4_a_new_date_starts_the_clock_again_twice_and_not_a_third_time() -> None:
    events = [INTERVIEW, promised(4), promised(6, moment(4)), promised(10, moment(6))]
    assert certainly(due(FollowUpKind.STATUS_NOTE, *events, now=moment(7))).due == moment(12, 9)
    events.append(promised(20, moment(10)))
    found = plan(events, BERLIN, now=moment(11))
    assert FollowUpKind.STATUS_NOTE not in kinds(found)
    assert "three times" in said(found)


def test_f4_an_answer_with_a_new_date_counts_like_a_promise() -> None:
    answer = Event(Kind.THEY_ANSWERED, moment(5), day=date(2026, 11, 11))
    found = due(FollowUpKind.STATUS_NOTE, INTERVIEW, promised(4), answer, now=moment(6))
    assert certainly(found).due == moment(13, 9)


@pytest.mark.parametrize(
    ("sector", "day"), [(Sector.FAST, 5), (Sector.ORDINARY, 9), (Sector.SLOW, 16)]
)
def test_f5_without_a_date_the_sector_decides(sector: Sector, day: int) -> None:
    employer = replace(BERLIN, sector=sector)
    found = certainly(due(FollowUpKind.STATUS_NOTE, INTERVIEW, now=moment(3), employer=employer))
    assert (found.rule, found.due) == ("F5", moment(day, 9))


def test_f5_an_answer_from_them_moves_the_date() -> None:
    answer = Event(Kind.THEY_ANSWERED, moment(5))
    found = certainly(due(FollowUpKind.STATUS_NOTE, INTERVIEW, answer, now=moment(6)))
    assert found.due == moment(12, 9)


@pytest.mark.parametrize(
    ("role", "employer", "sector"),
    [
        ("line cook", "Harbour Kitchen", Sector.FAST),
        ("barista", "State University", Sector.FAST),
        ("Care assistant, nights", None, Sector.FAST),
        ("analyst", "Ministry of Finance", Sector.SLOW),
        ("nurse", "St Anne's Hospital", Sector.SLOW),
        ("software developer", "Lumen Barometers Ltd", Sector.ORDINARY),
        (None, None, Sector.ORDINARY),
    ],
)
def test_f5_the_sector_is_read_from_the_role_first(
    role: str | None, employer: str | None, sector: Sector
) -> None:
    assert sector_of(role, employer) is sector


def test_f6_by_default_there_is_one_note_and_a_second_is_refused_with_an_offer() -> None:
    events = [INTERVIEW, NOTE]
    assert due(FollowUpKind.STATUS_NOTE, *events, now=moment(18)) is None
    answer = refused(may(FollowUpKind.STATUS_NOTE, *events, now=moment(18)))
    assert answer.raise_cap
    assert answer.offer is not None


@pytest.mark.parametrize(
    "reason",
    [
        promised(5),
        Event(Kind.THEY_ANSWERED, moment(3), asked_to_wait=True),
        replace(INTERVIEW, at=moment(2, 15), final_round=True),
    ],
)
def test_f6_with_the_cap_raised_a_second_and_last_note_needs_a_reason(reason: Event) -> None:
    note = replace(NOTE, at=moment(10, 9))
    found = due(FollowUpKind.STATUS_NOTE, INTERVIEW, reason, note, now=moment(11), most=2)
    assert certainly(found).due == moment(19, 9)
    assert certainly(found).last
    without = refused(may(FollowUpKind.STATUS_NOTE, INTERVIEW, note, now=moment(20), most=2))
    assert (without.rule, without.raise_cap) == ("F6", False)


def test_f6_a_third_note_is_refused_and_closing_is_offered() -> None:
    events = [INTERVIEW, promised(5), NOTE, replace(NOTE, at=moment(18, 9))]
    answer = refused(may(FollowUpKind.STATUS_NOTE, *events, now=moment(19), most=2))
    assert (answer.rule, answer.raise_cap) == ("F7", False)
    assert answer.offer is not None
    assert "close" in ENGLISH.say(answer.offer)


def test_f7_ten_business_days_after_the_last_note_it_is_closed() -> None:
    found = certainly(due(FollowUpKind.CLOSE_AS_SILENT, INTERVIEW, NOTE, now=moment(10)))
    assert (found.rule, found.due) == ("F7", moment(23, 9))


def test_f7_without_a_note_it_is_closed_fifteen_business_days_after_the_date() -> None:
    assert certainly(due(FollowUpKind.CLOSE_AS_SILENT, INTERVIEW, now=moment(3))).due == moment(
        23, 9
    )
    found = certainly(due(FollowUpKind.CLOSE_AS_SILENT, INTERVIEW, promised(9), now=moment(3)))
    assert found.due == moment(30, 9)


def test_f7_with_a_second_note_still_possible_silence_is_counted_from_that() -> None:
    events = [INTERVIEW, promised(5), NOTE]
    found = certainly(due(FollowUpKind.CLOSE_AS_SILENT, *events, now=moment(10), most=2))
    assert found.due == moment(2, 9, month=12)


def test_f7_closing_is_said_once() -> None:
    events = [INTERVIEW, NOTE]
    closing = certainly(due(FollowUpKind.CLOSE_AS_SILENT, *events, now=moment(24)))
    found = plan([*events, done(closing, moment(24))], BERLIN, now=moment(25))
    assert found.due == ()
    assert found.stopped is not None
    assert found.stopped.reason is StopReason.SILENT


def test_f7_it_opens_again_if_they_write() -> None:
    closing = certainly(due(FollowUpKind.CLOSE_AS_SILENT, INTERVIEW, now=moment(24)))
    answer = Event(Kind.THEY_ANSWERED, moment(26), day=date(2026, 12, 1))
    found = plan([INTERVIEW, done(closing, moment(24)), answer], BERLIN, now=moment(27))
    assert found.stopped is None
    assert kinds(found) == {FollowUpKind.STATUS_NOTE, FollowUpKind.CLOSE_AS_SILENT}


def test_f7_who_comes_late_and_never_asked_may_still_ask_once() -> None:
    found = plan([INTERVIEW], BERLIN, now=moment(25, 10))
    assert kinds(found) == {FollowUpKind.CLOSE_AS_SILENT}
    answer = may(FollowUpKind.STATUS_NOTE, INTERVIEW, now=moment(25, 10))
    assert isinstance(answer, Allowed)
    assert answer.at == moment(25, 10)


@pytest.mark.parametrize(("region", "told"), [("ON", True), ("BC", False)])
def test_f7_in_ontario_the_duty_to_tell_is_mentioned(region: str, told: bool) -> None:
    found = plan([INTERVIEW], employer_in("CA", region), now=moment(1, 18, month=12))
    assert ("Ontario" in said(found)) is told


# F8, F9: invitations


CALL_US = Event(Kind.INVITED_TO_CALL, MONDAY, words="Give us a call next week", who="Mr Lindqvist")


def test_f8_an_invited_call_without_a_window_is_made_from_the_third_business_day() -> None:
    found = certainly(due(FollowUpKind.CALL, INTERVIEW, CALL_US, now=moment(2, 15)))
    assert (found.due, found.until) == (moment(5, 10), moment(9, 16))
    assert "Give us a call next week" in ENGLISH.say(found.why)


def test_f8_a_call_is_made_inside_the_window_they_named() -> None:
    window = replace(CALL_US, from_day=date(2026, 11, 4), day=date(2026, 11, 5))
    assert certainly(due(FollowUpKind.CALL, window, now=moment(4, 13))).due == moment(4, 14)
    assert due(FollowUpKind.CALL, window, now=moment(5, 16)) is None


def test_f8_a_day_they_named_stands_even_on_a_weekend() -> None:
    saturday = replace(CALL_US, day=date(2026, 11, 7))
    assert certainly(due(FollowUpKind.CALL, saturday, now=moment(3))).due == moment(7, 10)


def test_f8_one_call_only() -> None:
    call = done(
        certainly(due(FollowUpKind.CALL, INTERVIEW, CALL_US, now=moment(5, 9))), moment(5, 10)
    )
    assert due(FollowUpKind.CALL, INTERVIEW, CALL_US, call, now=moment(5, 11)) is None
    assert refused(may(FollowUpKind.CALL, INTERVIEW, CALL_US, call, now=moment(5, 11))).rule == "F8"


def test_f8_keep_in_touch_is_no_invitation_to_call() -> None:
    vague = replace(CALL_US, words="Do keep in touch!")
    found = plan([INTERVIEW, vague], BERLIN, now=moment(3))
    assert FollowUpKind.CALL not in kinds(found)
    assert FollowUpKind.STATUS_NOTE in kinds(found)
    assert "e-mail is safer" in said(found)


def test_f8_a_call_nobody_asked_for_is_refused() -> None:
    assert refused(may(FollowUpKind.CALL, INTERVIEW, now=moment(3))).rule == "F8"


def test_f8_while_a_call_is_invited_no_note_is_due() -> None:
    assert due(FollowUpKind.STATUS_NOTE, INTERVIEW, CALL_US, now=moment(9, 11)) is None


def test_f8_told_to_phone_then_told_off_leaves_one_apology_and_e_mail_only() -> None:
    call = Event(Kind.CALL_MADE, moment(5, 10), invited=True)
    told_off = Event(Kind.CONTACT_UNWELCOME, moment(5, 11))
    events = [INTERVIEW, CALL_US, call, told_off]
    found = plan(events, BERLIN, now=moment(5, 12))
    assert kinds(found) == {FollowUpKind.APOLOGY}
    assert "not your mistake" in ENGLISH.say(found.due[0].why)
    sorry = done(found.due[0], moment(5, 13))
    assert plan([*events, sorry], BERLIN, now=moment(6)).due == ()
    again = replace(CALL_US, at=moment(9))
    assert refused(may(FollowUpKind.CALL, *events, sorry, again, now=moment(10))).rule == "F8"


def test_f9_a_promised_thing_is_sent_by_the_next_business_day_and_once() -> None:
    owed = Event(Kind.PROMISED_ITEM, MONDAY, what="portfolio")
    found = certainly(due(FollowUpKind.SEND_ITEM, INTERVIEW, owed, now=moment(2, 15)))
    assert (found.rule, found.due, found.until) == ("F9", moment(2, 15), moment(3, 18))
    assert found.what == "portfolio"
    sent = done(found, moment(2, 16))
    assert due(FollowUpKind.SEND_ITEM, INTERVIEW, owed, sent, now=moment(2, 17)) is None


def test_f9_a_date_they_set_stands_even_on_a_weekend() -> None:
    asked = Event(Kind.INVITED_TO_WRITE, moment(6, 19), what="references", day=date(2026, 11, 7))
    found = certainly(due(FollowUpKind.SEND_ITEM, asked, now=moment(6, 20)))
    assert found.due == moment(7, 9)


def test_f9_two_promised_things_are_two_things_to_do() -> None:
    owed = [Event(Kind.PROMISED_ITEM, MONDAY, what=what) for what in ("portfolio", "references")]
    sent = Event(Kind.ITEM_SENT, moment(2, 16), what="portfolio")
    found = plan([*owed, sent], BERLIN, now=moment(2, 17))
    assert [one.what for one in found.due] == ["references"]


# F10 to F12, F20: after a no


def test_f10_feedback_is_asked_for_after_a_day_and_within_five_business_days() -> None:
    found = certainly(due(FollowUpKind.FEEDBACK_REQUEST, INTERVIEW, REJECTION, now=moment(4, 15)))
    assert (found.rule, found.due, found.until) == ("F10", moment(5, 14), moment(11, 18))
    assert found.last


def test_f10_within_the_first_day_a_request_is_refused() -> None:
    answer = refused(may(FollowUpKind.FEEDBACK_REQUEST, INTERVIEW, REJECTION, now=moment(5, 13)))
    assert answer.then is not None
    assert answer.then.due == moment(5, 14)


def test_f10_before_an_outcome_a_request_is_refused() -> None:
    assert refused(may(FollowUpKind.FEEDBACK_REQUEST, INTERVIEW, now=moment(5))).rule == "F10"


def test_f10_after_a_week_a_request_is_not_proposed_and_may_still_be_made() -> None:
    events = [INTERVIEW, REJECTION]
    assert due(FollowUpKind.FEEDBACK_REQUEST, *events, now=moment(12, 9)) is None
    answer = may(FollowUpKind.FEEDBACK_REQUEST, *events, now=moment(12, 9))
    assert isinstance(answer, Allowed)
    assert answer.caution is not None


def test_f10_an_agency_is_asked_first() -> None:
    through = replace(INTERVIEW, through_agency=True)
    found = certainly(due(FollowUpKind.FEEDBACK_REQUEST, through, REJECTION, now=moment(4, 15)))
    assert found.to is not None
    assert "agency" in ENGLISH.say(found.to)


def test_f10_with_nobody_to_ask_there_is_no_request() -> None:
    nameless = [replace(INTERVIEW, who=None), replace(REJECTION, who=None, no_reply=True)]
    assert due(FollowUpKind.FEEDBACK_REQUEST, *nameless, now=moment(6)) is None


def test_f10_feedback_that_came_is_thanked_for_within_a_business_day() -> None:
    asked = Event(Kind.FEEDBACK_REQUESTED, moment(5, 15))
    came = Event(Kind.FEEDBACK_RECEIVED, moment(9, 10))
    found = plan([INTERVIEW, REJECTION, asked, came], BERLIN, now=moment(9, 11))
    assert kinds(found) == {FollowUpKind.THANK_FOR_FEEDBACK}
    assert found.due[0].until == moment(10, 18)


def test_f11_after_silence_or_a_refusal_nothing_is_asked_again() -> None:
    asked = Event(Kind.FEEDBACK_REQUESTED, moment(5, 15))
    found = plan([INTERVIEW, REJECTION, asked], BERLIN, now=moment(10))
    assert found.due == ()
    assert "Many employers give no feedback" in said(found)
    again = refused(may(FollowUpKind.FEEDBACK_REQUEST, INTERVIEW, REJECTION, asked, now=moment(10)))
    assert (again.rule, again.offer) == ("F11", None)


def test_f12_a_no_gets_one_reply_within_two_business_days_then_nothing() -> None:
    found = certainly(due(FollowUpKind.GRACIOUS_REPLY, INTERVIEW, REJECTION, now=moment(4, 15)))
    assert (found.rule, found.due, found.until) == ("F12", moment(4, 15), moment(6, 18))
    replied = done(found, moment(4, 16))
    after = plan([INTERVIEW, REJECTION, replied], BERLIN, now=moment(12))
    assert after.due == ()
    assert "2 February" in said(after)


def test_f12_after_a_near_miss_they_may_be_asked_once_to_remember() -> None:
    near = replace(REJECTION, near_miss=True)
    found = certainly(due(FollowUpKind.GRACIOUS_REPLY, INTERVIEW, near, now=moment(4, 15)))
    assert "remembered" in ENGLISH.say(found.why)


def test_f20_a_job_that_is_filled_gets_a_reply_and_no_question() -> None:
    filled = Event(Kind.JOB_FILLED, moment(10))
    found = plan([INTERVIEW, filled], BERLIN, now=moment(10, 15))
    assert [(one.rule, one.kind) for one in found.due] == [("F20", FollowUpKind.GRACIOUS_REPLY)]
    answer = refused(may(FollowUpKind.FEEDBACK_REQUEST, INTERVIEW, filled, now=moment(12)))
    assert answer.rule == "F20"


# F13 to F18


def test_f13_an_offer_is_acknowledged_within_a_business_day_and_ends_the_asking() -> None:
    offer = Event(Kind.OFFER, moment(4, 17))
    found = plan([INTERVIEW, THANKED, offer], BERLIN, now=moment(4, 19))
    assert [(one.rule, one.kind) for one in found.due] == [("F13", FollowUpKind.ACKNOWLEDGE_OFFER)]
    assert (found.due[0].due, found.due[0].until) == (moment(5, 9), moment(5, 18))
    assert refused(may(FollowUpKind.STATUS_NOTE, INTERVIEW, offer, now=moment(20))).rule == "F13"


def test_f13_another_offer_allows_one_note_before_the_date_and_above_the_cap() -> None:
    other = Event(Kind.COMPETING_OFFER, moment(10, 11), day=date(2026, 11, 13))
    events = [INTERVIEW, NOTE, promised(20, moment(10)), other]
    found = certainly(due(FollowUpKind.OFFER_NOTE, *events, now=moment(10, 12)))
    assert (found.rule, found.due, found.until) == ("F13", moment(10, 12), moment(13, 18))
    second = replace(other, at=moment(12))
    told = [*events, done(found, moment(10, 13)), second]
    assert due(FollowUpKind.OFFER_NOTE, *told, now=moment(12, 15)) is None


def test_f14_a_further_round_is_confirmed_prepared_for_and_counted_anew() -> None:
    further = Event(Kind.NEXT_STAGE, moment(11, 11), day=date(2026, 11, 18))
    found = plan([INTERVIEW, NOTE, further], BERLIN, now=moment(11, 12))
    assert [(one.kind, one.due) for one in found.due] == [
        (FollowUpKind.CONFIRM_NEXT_ROUND, moment(11, 12)),
        (FollowUpKind.PREPARE, moment(17, 9)),
    ]
    assert found.stopped is None
    second = replace(INTERVIEW, at=moment(18))
    again = due(FollowUpKind.STATUS_NOTE, INTERVIEW, NOTE, further, second, now=moment(19))
    assert certainly(again).due == moment(25, 9)


def test_f14_each_round_has_its_own_thank_you() -> None:
    second = replace(INTERVIEW, at=moment(4))
    found = certainly(due(FollowUpKind.THANK_YOU, INTERVIEW, THANKED, second, now=moment(4, 15)))
    assert found.about == date(2026, 11, 4)


def test_f14_two_meetings_on_one_day_are_thanked_once() -> None:
    again = replace(INTERVIEW, at=moment(2, 15))
    found = plan([INTERVIEW, again, replace(THANKED, at=moment(2, 17))], BERLIN, now=moment(2, 18))
    assert FollowUpKind.THANK_YOU not in kinds(found)


def test_f15_an_angry_draft_holds_everything_for_a_day() -> None:
    angry = Event(Kind.ANGRY_DRAFT, moment(9, 10))
    found = certainly(due(FollowUpKind.STATUS_NOTE, INTERVIEW, angry, now=moment(9, 11)))
    assert found.due == moment(10, 10)
    late = replace(angry, at=moment(9, 20))
    held = certainly(due(FollowUpKind.STATUS_NOTE, INTERVIEW, late, now=moment(9, 21)))
    assert held.due == moment(11, 9)


def test_f16_an_agency_is_told_on_the_same_day_and_everything_goes_through_it() -> None:
    through = replace(INTERVIEW, through_agency=True)
    found = plan([through], BERLIN, now=moment(2, 15))
    assert found.due[0].kind is FollowUpKind.BRIEF_AGENCY
    assert (found.due[0].due, found.due[0].until) == (moment(2, 15), moment(2, 18))
    to = [ENGLISH.say(one.to) for one in found.due if one.to is not None]
    assert len(to) == 3
    assert all("agency" in words for words in to)


def test_f17_a_job_on_hold_gets_one_answer_and_one_question_then_nothing() -> None:
    hold = Event(Kind.ON_HOLD, moment(4, 11))
    events = [INTERVIEW, THANKED, hold]
    found = plan(events, BERLIN, now=moment(4, 12))
    assert [(one.kind, one.due) for one in found.due] == [
        (FollowUpKind.ACKNOWLEDGE_HOLD, moment(4, 12)),
        (FollowUpKind.RECHECK, moment(2, 9, month=12)),
    ]
    events += [done(one, one.due) for one in found.due]
    after = plan(events, BERLIN, now=moment(3, 9, month=12))
    assert kinds(after) == {FollowUpKind.CLOSE_AS_SILENT}


def test_f18_no_longer_interested_is_one_polite_withdrawal() -> None:
    wish = Event(Kind.NOT_INTERESTED, moment(3))
    found = plan([INTERVIEW, wish], BERLIN, now=moment(3, 15))
    assert [(one.rule, one.kind) for one in found.due] == [("F18", FollowUpKind.WITHDRAWAL)]
    withdrawn = done(found.due[0], moment(3, 16))
    assert plan([INTERVIEW, wish, withdrawn], BERLIN, now=moment(4)).due == ()


@pytest.mark.parametrize("kind", [Kind.TOLD_NOT_TO_CONTACT, Kind.REJECTION])
def test_f18_where_they_ended_it_first_no_withdrawal_is_sent(kind: Kind) -> None:
    events = [INTERVIEW, Event(kind, moment(3)), Event(Kind.NOT_INTERESTED, moment(4))]
    assert plan(events, BERLIN, now=moment(5)).due == ()


# When to stop


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (Kind.TOLD_NOT_TO_CONTACT, StopReason.TOLD_NOT_TO_CONTACT),
        (Kind.OFFER_ACCEPTED, StopReason.OFFER_ACCEPTED),
        (Kind.STOPPED_BY_PERSON, StopReason.STOPPED_BY_PERSON),
        (Kind.WITHDRAWN, StopReason.NOT_INTERESTED),
        (Kind.COMPLAINT_MADE, StopReason.COMPLAINT),
    ],
)
def test_after_a_stop_nothing_is_due_and_everything_is_refused(
    kind: Kind, reason: StopReason
) -> None:
    events = [INTERVIEW, Event(kind, moment(3))]
    found = plan(events, BERLIN, now=moment(3, 15))
    assert found.due == ()
    assert found.stopped is not None
    assert found.stopped.reason is reason
    assert all(isinstance(may(one, *events, now=moment(3, 15)), Refused) for one in FollowUpKind)


def test_after_a_clear_no_only_the_reply_and_the_request_are_left() -> None:
    found = plan([INTERVIEW, REJECTION], BERLIN, now=moment(4, 15))
    assert kinds(found) == {FollowUpKind.GRACIOUS_REPLY, FollowUpKind.FEEDBACK_REQUEST}


def test_after_the_cap_only_the_closing_is_left() -> None:
    found = plan([INTERVIEW, NOTE], BERLIN, now=moment(9, 15))
    assert kinds(found) == {FollowUpKind.CLOSE_AS_SILENT}
    assert found.stopped is not None
    assert found.stopped.reason is StopReason.CAP_REACHED


@pytest.mark.parametrize("kind", [Kind.INVITED_TO_WRITE, Kind.NEXT_STAGE, Kind.OFFER])
def test_a_question_of_theirs_opens_the_file_again(kind: Kind) -> None:
    events = [INTERVIEW, REJECTION, Event(kind, moment(9))]
    found = plan(events, BERLIN, now=moment(9, 15))
    assert found.stopped is None
    assert found.due


def test_a_question_of_theirs_resets_no_cap() -> None:
    asked = Event(Kind.INVITED_TO_WRITE, moment(11), what="references")
    sent = Event(Kind.ITEM_SENT, moment(11, 15), what="references")
    assert due(FollowUpKind.STATUS_NOTE, INTERVIEW, NOTE, asked, sent, now=moment(12)) is None


def test_what_the_person_ended_they_cannot_open() -> None:
    events = [INTERVIEW, Event(Kind.STOPPED_BY_PERSON, moment(3)), Event(Kind.OFFER, moment(9))]
    assert plan(events, BERLIN, now=moment(10)).due == ()


# Caps, hours and places


def test_an_employer_gets_one_uninvited_note_in_seven_days() -> None:
    second = replace(INTERVIEW, at=moment(10))
    fast = replace(BERLIN, sector=Sector.FAST)
    early = [INTERVIEW, NOTE, second]
    found = certainly(due(FollowUpKind.STATUS_NOTE, *early, now=moment(11), employer=fast))
    assert found.due == moment(16, 9)
    answer = allowed(FollowUpKind.STATUS_NOTE, early, fast, now=moment(13, 10))
    assert "seven days" in ENGLISH.say(refused(answer).reason)


def test_an_uninvited_call_counts_like_a_note() -> None:
    call = Event(Kind.CALL_MADE, moment(9, 10))
    assert refused(may(FollowUpKind.STATUS_NOTE, INTERVIEW, call, now=moment(20))).raise_cap


def test_an_invited_note_does_not_count() -> None:
    invited = replace(NOTE, at=moment(4), invited=True)
    assert due(FollowUpKind.STATUS_NOTE, INTERVIEW, invited, now=moment(5)) is not None


@pytest.mark.parametrize(
    ("asked", "fair"),
    [
        (moment(3, 8), moment(3, 8)),
        (moment(3, 7, 59), moment(3, 9)),
        (moment(3, 17, 59), moment(3, 17, 59)),
        (moment(3, 18), moment(4, 9)),
        (moment(6, 18), moment(9, 9)),
        (moment(7, 12), moment(9, 9)),
        (moment(24, 20, month=12), moment(28, 9, month=12)),
    ],
)
def test_outside_office_hours_it_waits_for_the_next_business_morning(
    asked: datetime, fair: datetime
) -> None:
    assert opening(asked, BERLIN) == fair


def test_where_the_job_is_worked_in_the_evening_their_own_hours_count() -> None:
    bar = replace(BERLIN, hours=(time(16), time(23)))
    assert opening(moment(3, 10), bar) == moment(3, 16)
    assert opening(moment(3, 22), bar) == moment(3, 22)


def test_a_holiday_of_the_region_moves_the_note() -> None:
    before_epiphany = moment(29, month=12, year=2025)
    interview = replace(INTERVIEW, at=before_epiphany)
    bavaria, berlin = employer_in("DE", "BY"), employer_in("DE", "BE")
    days = [
        certainly(
            due(FollowUpKind.STATUS_NOTE, interview, now=before_epiphany, employer=one)
        ).due.date()
        for one in (berlin, bavaria, employer_in("DE"))
    ]
    assert days == [date(2026, 1, 6), date(2026, 1, 7), date(2026, 1, 7)]


def test_a_country_without_known_holidays_is_said() -> None:
    assert "not known here" in said(plan([INTERVIEW], employer_in("ZZ"), now=moment(3)))
    assert said(plan([INTERVIEW], employer_in(None), now=moment(3))) == ""


def test_the_employers_day_counts_and_not_the_persons() -> None:
    # Nine in the evening on Sunday in London is Monday morning in Auckland.
    auckland = employer_in("NZ", "AUK")
    call_over = datetime(2026, 11, 8, 21, tzinfo=UTC)
    found = certainly(
        due(
            FollowUpKind.STATUS_NOTE,
            replace(INTERVIEW, at=call_over),
            now=call_over,
            employer=auckland,
        )
    )
    assert found.due == datetime(2026, 11, 16, 9, tzinfo=auckland.clock)


@pytest.mark.parametrize("day", [date(2026, 3, 24), date(2026, 10, 20)])
def test_a_change_of_the_clocks_moves_no_hour(day: date) -> None:
    interview = replace(INTERVIEW, at=datetime.combine(day, time(14), tzinfo=ZONE))
    found = certainly(due(FollowUpKind.STATUS_NOTE, interview, now=interview.at))
    assert found.due.time() == time(9)
    assert found.due.utcoffset() != interview.at.utcoffset()


def test_a_moment_without_an_offset_is_not_taken() -> None:
    naive = datetime(2026, 11, 2, 14)  # noqa: DTZ001
    with pytest.raises(ValueError, match="aware"):
        Event(Kind.OFFER, naive)
    with pytest.raises(ValueError, match="aware"):
        plan([], BERLIN, now=naive)


# The knowledge


def test_every_rule_has_its_words_in_a_few_sentences() -> None:
    assert len(rules()) == 21
    for rule in rules().values():
        assert len(rule.why) <= 320, rule.id
        assert "!" not in f"{rule.title}{rule.why}{rule.how or ''}"


def test_every_rule_rests_on_sources_that_are_known() -> None:
    assert {source for rule in rules().values() for source in rule.sources} <= sources().keys()


def test_the_raised_cap_is_two_and_the_default_one() -> None:
    assert constants().caps.status_notes_per_stage == 2
    assert constants().conservative.status_notes_per_stage == 1


# The seed's cases


def test_seed_answered_everything_well_gets_its_two_dates() -> None:
    trial = Event(Kind.TRIAL_SHIFT, moment(2, 16), words="the cook-off")
    found = plan([trial, replace(THANKED, at=moment(2, 18))], BERLIN, now=moment(3))
    assert [(one.rule, one.due) for one in found.due] == [
        ("F5", moment(5, 9)),
        ("F7", moment(23, 9)),
    ]


def test_seed_they_said_they_would_get_back_and_do_not_gets_one_note() -> None:
    events = [INTERVIEW, Event(Kind.NO_DATE_GIVEN, MONDAY)]
    note = certainly(due(FollowUpKind.STATUS_NOTE, *events, now=moment(12, 10)))
    assert note.due == moment(12, 10)
    assert note.last
    after = [*events, done(note, moment(12, 10))]
    assert due(FollowUpKind.STATUS_NOTE, *after, now=moment(20)) is None


def test_seed_asked_properly_for_feedback_and_no_answer_is_not_blamed() -> None:
    asked = Event(Kind.FEEDBACK_REQUESTED, moment(5, 15))
    words = said(plan([INTERVIEW, REJECTION, asked], BERLIN, now=moment(12)))
    assert "wrong" not in words
    assert "Many employers give no feedback" in words


# What holds for every file

employers = st.sampled_from(
    [
        BERLIN,
        employer_in("DE"),
        employer_in("GB", "SCT", sector=Sector.FAST),
        employer_in("US", "NY", sector=Sector.SLOW),
        employer_in("US"),
        employer_in("IN"),
        employer_in("AU", "NSW"),
        employer_in("CL"),
        employer_in(None, otherwise="Africa/Lagos"),
    ]
)
starts = st.integers(0, 24 * 365 * 3).map(
    lambda hours: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)
caps: st.SearchStrategy[Literal[1, 2]] = st.sampled_from([1, 2])
hours_on = st.integers(0, 24 * 40)
some_words = st.sampled_from([None, "keep in touch", "ring me on 030 1234567"])


@st.composite
def files(
    draw: st.DrawFn, most: int = 8, without: frozenset[Kind] = frozenset()
) -> tuple[datetime, list[Event]]:
    """Draw a file that begins with an interview, and a moment somewhere in it."""
    start = draw(starts)
    events = [Event(Kind.INTERVIEW_HAPPENED, start, final_round=draw(st.booleans()))]
    for kind in draw(st.lists(st.sampled_from(sorted(set(Kind) - without)), max_size=most)):
        at = start + timedelta(hours=draw(hours_on))
        ahead = draw(st.none() | st.integers(0, 20))
        events.append(
            Event(
                kind,
                at,
                day=None if ahead is None else at.date() + timedelta(days=ahead),
                words=draw(some_words),
                what=draw(st.sampled_from([None, "references"])),
                invited=draw(st.booleans()),
                asked_to_wait=draw(st.booleans()),
                done=draw(st.sampled_from(FollowUpKind)) if kind is Kind.DONE else None,
            )
        )
    return start + timedelta(hours=draw(st.integers(0, 24 * 60))), events


@settings(deadline=None)  # the first look at a country's holidays takes a while
@given(files(), employers, caps)
def test_nothing_is_due_in_the_past_or_out_of_order(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    found = plan(events, employer, now=now, most_status_notes=most).due
    assert all(one.until is None or one.until >= one.due for one in found)
    dates = [one.due for one in found]
    assert all(date >= now for date in dates)
    assert dates == sorted(dates)


@settings(deadline=None)
@given(files(), employers, caps)
def test_nothing_is_due_outside_the_hours_that_are_fair(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    for one in plan(events, employer, now=now, most_status_notes=most).due:
        clock, day = one.due.time(), one.due.date()
        set_by_them = any(event.day is not None for event in events)
        business = employer.calendar.is_business_day(day)
        match one.kind:
            case FollowUpKind.CALL:
                assert any(h.opens <= clock < h.closes for h in constants().quiet.calls)
                assert business or set_by_them
            case FollowUpKind.THANK_YOU if one.about == day:
                assert time(8) <= clock < time(21)
            case FollowUpKind.SEND_ITEM:
                assert time(8) <= clock < time(18)
                assert business or set_by_them
            case _:
                assert time(8) <= clock < time(18)
                assert business


ROUNDS = frozenset({Kind.INTERVIEW_HAPPENED, Kind.TRIAL_SHIFT, Kind.NEXT_STAGE})


@settings(deadline=None)
@given(files(without=ROUNDS), st.integers(0, 20), st.integers(0, 20), employers, caps)
def test_a_note_is_never_due_before_a_promised_date(
    file: tuple[datetime, list[Event]],
    ahead: int,
    into: int,
    employer: Employer,
    most: Literal[1, 2],
) -> None:
    _, events = file
    last = max(event.at for event in events)
    now = last + timedelta(days=into)
    day = last.astimezone(employer.clock).date() + timedelta(days=ahead)
    events.append(Event(Kind.PROMISED_DATE_GIVEN, last, day=day))
    for one in plan(events, employer, now=now, most_status_notes=most).due:
        if one.kind in (FollowUpKind.STATUS_NOTE, FollowUpKind.RECHECK):
            assert one.due.date() > day


@settings(deadline=None)
@given(files(without=ROUNDS), employers, caps)
def test_a_note_is_never_due_above_the_cap(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    asked = [
        event
        for event in events
        if event.kind in (Kind.STATUS_NOTE_SENT, Kind.CALL_MADE)
        and not event.invited
        and event.at <= now
    ]
    found = plan(events, employer, now=now, most_status_notes=most)
    if len(asked) >= most:
        assert FollowUpKind.STATUS_NOTE not in kinds(found)
        answer = allowed(
            FollowUpKind.STATUS_NOTE, events, employer, now=now, most_status_notes=most
        )
        assert isinstance(answer, Refused)


SENT = frozenset({Kind.STATUS_NOTE_SENT, Kind.CALL_MADE, Kind.DONE})
CONTACTS = (FollowUpKind.STATUS_NOTE, FollowUpKind.RECHECK)


@settings(max_examples=40, deadline=None)
@given(files(without=SENT), employers, caps)
def test_whoever_does_all_that_is_due_asks_at_most_once_in_seven_days(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    _, events = file
    now, end = events[0].at, events[0].at + timedelta(days=90)
    asked: list[datetime] = []
    for _step in range(60):
        found = plan(events, employer, now=now, most_status_notes=most).due
        ready = [one for one in found if one.due <= now]
        for one in ready[:1]:
            events.append(done(one, now))
            if one.kind in CONTACTS:
                asked.append(one.due.replace(tzinfo=None))
        coming = [one.due for one in found if one.due > now]
        coming += [event.at for event in events if event.at > now]
        if not ready:
            if not coming or min(coming) > end:
                break
            now = min(coming)
    assert all(b - a >= timedelta(days=7) for a, b in pairwise(asked))


@settings(deadline=None)
@given(files(), employers, caps, st.sampled_from(sorted(STILL_OPEN)))
def test_a_stop_empties_what_is_due_but_for_what_answers_it(
    file: tuple[datetime, list[Event]],
    employer: Employer,
    most: Literal[1, 2],
    reason: StopReason,
) -> None:
    stops = {
        StopReason.TOLD_NOT_TO_CONTACT: Kind.TOLD_NOT_TO_CONTACT,
        StopReason.REJECTED: Kind.REJECTION,
        StopReason.JOB_FILLED: Kind.JOB_FILLED,
        StopReason.OFFER_ACCEPTED: Kind.OFFER_ACCEPTED,
        StopReason.STOPPED_BY_PERSON: Kind.STOPPED_BY_PERSON,
        StopReason.NOT_INTERESTED: Kind.NOT_INTERESTED,
        StopReason.UNWELCOME: Kind.CONTACT_UNWELCOME,
        StopReason.COMPLAINT: Kind.COMPLAINT_MADE,
    }
    if reason not in stops:
        return
    _, events = file
    now = max(event.at for event in events) + timedelta(hours=1)
    events.append(Event(stops[reason], now))
    found = plan(events, employer, now=now, most_status_notes=most)
    assert found.stopped is not None
    assert kinds(found) <= STILL_OPEN[reason]


@settings(deadline=None)
@given(files(), employers, caps)
def test_a_plan_depends_on_nothing_but_what_it_is_given(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    one = plan(events, employer, now=now, most_status_notes=most)
    elsewhere = now.astimezone(employer_in("JP").clock)
    assert plan(tuple(events), employer, now=elsewhere, most_status_notes=most) == one
    if len({event.at for event in events}) == len(events):
        assert plan(reversed(events), employer, now=now, most_status_notes=most) == one


@settings(deadline=None)
@given(files(), employers, caps)
def test_what_is_planned_for_now_is_allowed_now(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    for one in plan(events, employer, now=now, most_status_notes=most).due:
        answer = allowed(one.kind, events, employer, now=now, most_status_notes=most)
        if isinstance(answer, Refused):
            assert answer.then is not None
            assert answer.then.due > now


@settings(deadline=None)
@given(files(), employers, caps)
def test_every_text_can_be_said(
    file: tuple[datetime, list[Event]], employer: Employer, most: Literal[1, 2]
) -> None:
    now, events = file
    found = plan(events, employer, now=now, most_status_notes=most)
    texts = [*found.told, *(one.why for one in found.due)]
    texts += [text for one in found.due for text in (one.how, one.to) if text is not None]
    for kind in FollowUpKind:
        answer = allowed(kind, events, employer, now=now, most_status_notes=most)
        if isinstance(answer, Refused):
            texts += [answer.reason, *([] if answer.offer is None else [answer.offer])]
    assert all(ENGLISH.say(text).strip() for text in texts)
