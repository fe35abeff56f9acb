"""The facts of an interview, read from a plain sentence and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching.told.interview import Interview, Way, facts_in, is_practical, way_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "role", "employer", "country"),
    [
        (
            "Line cook at Harbour Kitchen, trial shift, yesterday",
            "Line cook",
            "Harbour Kitchen",
            None,
        ),
        ("Nurse band 5, St Mary's, in England", "Nurse band 5", None, "GB"),
        ("junior dev at Acme, second round on zoom", "junior dev", "Acme", None),
        (
            "bookkeeper job with Hospital Foundation in Ohio",
            "bookkeeper",
            "Hospital Foundation",
            "US",
        ),
        ("barista in leeds uk", "barista", None, "GB"),
        ("it went badly", None, None, None),
        ("I had an interview yesterday and I froze", None, None, None),
    ],
)
def test_facts_of_a_short_answer(
    words: str, role: str | None, employer: str | None, country: str | None
) -> None:
    found = facts_in(words, TODAY)

    assert (found.role, found.employer, found.country) == (role, employer, country)


@pytest.mark.parametrize(
    ("words", "country", "region"),
    [
        ("in Scotland", "GB", "SCT"),
        ("developer in Ontario", "CA", "ON"),
        ("in Bayern, Germany", "DE", "BY"),
    ],
)
def test_a_region_is_read_with_its_country(words: str, country: str, region: str) -> None:
    found = facts_in(words, TODAY)

    assert (found.country, found.region) == (country, region)


def test_a_long_account_names_no_role_and_no_employer() -> None:
    found = facts_in("Chef said hello at The Door of a long evening. " * 20, TODAY)

    assert found.role is None
    assert found.employer is None


def test_what_is_known_is_not_overwritten() -> None:
    known = Interview(role="chef", country="IE")

    assert known.filled_from(Interview(role="cook", employer="Harbour")) == Interview(
        role="chef", employer="Harbour", country="IE"
    )


def test_a_trial_is_practical_and_a_call_is_not() -> None:
    assert is_practical(Interview(way=way_of("trial shift")))
    assert not is_practical(Interview(way=Way.PHONE))
    assert way_of("panel") is Way.GROUP


@pytest.mark.parametrize(
    ("words", "role", "employer", "country"),
    [
        (
            "Line cook at Harbour Kitchen, trial shift, yesterday",
            "Line cook",
            "Harbour Kitchen",
            None,
        ),
        ("industrial designer at Dyson", "industrial designer", "Dyson", None),
        (
            "clinical trial coordinator at Novartis, phone interview",
            "clinical trial coordinator",
            "Novartis",
            None,
        ),
        (
            "solar panel installer at Sunrise Energy, yesterday",
            "solar panel installer",
            "Sunrise Energy",
            None,
        ),
        ("video editor at BBC, in person", "video editor", "BBC", None),
        ("Volvo Group, software engineer, last Tuesday", "software engineer", "Volvo Group", None),
        ("account manager at Acme", "account manager", "Acme", None),
        ("accountant", "accountant", None, None),
        ("an account manager job", "account manager", None, None),
        ("They are called Harbour", None, None, None),
        ("Deloitte, junior auditor", "junior auditor", "Deloitte", None),
        ("Tesco, checkout assistant, yesterday", "checkout assistant", "Tesco", None),
        ("with Deloitte", None, "Deloitte", None),
        ("I met with Sarah and Tom", None, None, None),
        ("I spoke with Chad", None, None, None),
        ("Cook at Harbour Kitchen. I was nervous", "Cook", "Harbour Kitchen", None),
        ("Chad, Jordan and Georgia interviewed me", None, None, None),
        (
            "barista at Pigeon & Crumb, trial shift, last saturday, in leeds",
            "barista",
            "Pigeon & Crumb",
            None,
        ),
        (
            "Graduate Cloud Engineer at Nimbus Harbour Technologies, phone screen,"
            " yesterday, with HR and one team lead",
            "Graduate Cloud Engineer",
            "Nimbus Harbour Technologies",
            None,
        ),
        (
            "junior backend developer at Tallow Labs, live coding on zoom, today, US",
            "junior backend developer",
            "Tallow Labs",
            "US",
        ),
        (
            "In-house counsel at Marlowe Freight in London, final round, a panel, on 16 November",
            "In-house counsel",
            "Marlowe Freight",
            "GB",
        ),
        (
            "Branch librarian at Glenmore County Library, panel, last Thursday, in Ireland",
            "Branch librarian",
            "Glenmore County Library",
            "IE",
        ),
        (
            "Ward sister at Ashcombe General Hospital in England, second"
            " interview, panel of three, on 19 November.",
            "Ward sister",
            "Ashcombe General Hospital",
            "GB",
        ),
        (
            "Middle school science teacher at Cedar Hollow Academy, first"
            " interview, on November 20, in Illinois",
            "Middle school science teacher",
            "Cedar Hollow Academy",
            "US",
        ),
        (
            "Night shift supervisor at Kestrel Distribution, second interview, in"
            " person, 20 October, UK",
            "Night shift supervisor",
            "Kestrel Distribution",
            "GB",
        ),
        (
            "Welder at Brackley Steelworks, practical test and talk, yesterday, in England",
            "Welder",
            "Brackley Steelworks",
            "GB",
        ),
        (
            "I had an interview for a nurse position at St. Mary's Hospital in Leeds",
            "nurse",
            "St. Mary's Hospital",
            None,
        ),
        ("interview with HR at Google", None, "Google", None),
        ("it was for a data analyst role with Siemens in Germany", "data analyst", "Siemens", "DE"),
        ("had interview as waiter in restaurant in Berlin", "waiter", None, "DE"),
        ("I am from Poland, I had interview for cleaner in Germany", None, None, "DE"),
        ("sales assistant, Zara, Spain", "sales assistant", None, "ES"),
        ("nope", None, None, None),
        ("group interview for cabin crew at Ryanair", None, "Ryanair", None),
        ("Marketing executive, second round, video call", "Marketing executive", None, None),
        ("The position is teacher", None, None, None),
        ("software dev @ Stripe, take home", "software dev", "Stripe", None),
        ("HGV driver for Royal Mail", "HGV driver", None, None),
        (
            "Care assistant at Sunny Home, they will call by Friday",
            "Care assistant",
            "Sunny Home",
            None,
        ),
        ("nurse", "nurse", None, None),
        ("Teacher, last week", "Teacher", None, None),
        ("I interviewed with Amazon Web Services for a support engineer job", None, None, None),
        ("my interview at the Ritz was bad", None, "the Ritz", None),
        ("Junior role at Marks & Spencer", None, "Marks & Spencer", None),
        ("Head chef", "Head chef", None, None),
        ("phone interview with Amazon", None, "Amazon", None),
        ("product manager, Spotify", "product manager", None, None),
        ("mechanic at 9am", "mechanic", None, None),
        ("presentation designer at Ogilvy", "presentation designer", "Ogilvy", None),
        ("sales rep, they said next is the final interview", "sales rep", None, None),
        ("Office manager at Kenya Airways", "Office manager", "Kenya Airways", None),
        ("admin at Jordan Brothers", "admin", "Jordan Brothers", None),
        ("waiter at a hotel in Turkey", "waiter", None, "TR"),
        ("cleaner, Georgia", "cleaner", None, None),
        ("Nurse, Georgia, USA", "Nurse", None, "US"),
        (
            "graphic designer at Studio Nord in Berlin, Germany",
            "graphic designer",
            "Studio Nord",
            "DE",
        ),
        ("I live in the US but the job is in Canada", None, None, "US"),
        ("they told us to wait", None, None, None),
        ("team leader at Asda, group exercise and one to one", "team leader", "Asda", None),
        ("electrician at EDF yesterday at 3pm", "electrician", "EDF", None),
        ("cook in London", "cook", None, "GB"),
        ("plumber with British Gas", "plumber", "British Gas", None),
        (
            "teaching assistant at Oakfield Primary School in Bristol, yesterday",
            "teaching assistant",
            "Oakfield Primary School",
            None,
        ),
        ("Yesterday I had an interview at Aldi for a store assistant", None, "Aldi", None),
        (
            "Software tester (remote) at Zalando SE, on Teams, Monday",
            "Software tester",
            "Zalando SE",
            None,
        ),
        (
            "Interview for assistant manager at Boots the Chemist on Friday",
            "assistant manager",
            "Boots the Chemist",
            None,
        ),
        ("no idea what to say", None, None, None),
        ("Jordan interviewed me in Reading", None, None, None),
        (
            "Data Scientist at JPMorgan Chase & Co., second round",
            "Data Scientist",
            "JPMorgan Chase & Co",
            None,
        ),
        ("receptionist at dental clinic", "receptionist", None, None),
        ("Kellner in Wien, Austria", "Kellner", None, "AT"),
        (
            "I applied in March, interview for postdoc at University of Oxford on 12 November",
            None,
            "University of Oxford",
            None,
        ),
        ("cleaning job", "cleaning", None, None),
        ("Panel beater at Carfix", "Panel beater", "Carfix", None),
        ("warehouse, amazon, manchester", None, None, None),
        ("The Guardian, subeditor", None, None, None),
        ("Interview was at Home Office", None, None, None),
        ("lawyer at Smith, Jones and Partners in Dublin", "lawyer", None, "IE"),
        ("Sarah from Google interviewed me for analyst", None, None, None),
        ("a job", None, None, None),
        ("receptionist with the NHS", "receptionist", "the NHS", None),
        ("on site engineer at Balfour Beatty", None, "Balfour Beatty", None),
        ("Interviewed at Netflix with Tom and Anna", None, "Netflix", None),
        ("barista in leeds uk", "barista", None, "GB"),
        (
            "bookkeeper job with Hospital Foundation in Ohio",
            "bookkeeper",
            "Hospital Foundation",
            "US",
        ),
        ("Nurse band 5, St Mary's, in England", "Nurse band 5", None, "GB"),
        ("I worked in France for three years", None, None, None),
        ("The hotel is in Italy", None, None, "IT"),
        ("We are based in Poland", None, None, "PL"),
        ("a German company from Austria", None, None, "AT"),
        ("barista, Ireland", "barista", None, "IE"),
        ("I was born in Kenya", None, None, None),
        ("Cook in Georgia", "Cook", None, None),
        ("it was in New Zealand", None, None, "NZ"),
    ],
)
def test_answers_of_many_voices(
    words: str, role: str | None, employer: str | None, country: str | None
) -> None:
    found = facts_in(words, TODAY)

    assert (found.role, found.employer, found.country) == (role, employer, country)


@pytest.mark.parametrize(
    ("words", "stage", "way"),
    [
        ("industrial designer at Dyson", None, None),
        ("clinical trial coordinator at Novartis", None, None),
        ("solar panel installer", None, None),
        ("panel beater at Carfix", None, None),
        ("video editor at BBC", None, None),
        ("Volvo Group, software engineer", None, None),
        ("presentation designer at Ogilvy", None, None),
        ("on-site engineer", None, None),
        ("sales rep, they said next is the final interview", None, None),
        ("it was not the final round", None, None),
        ("cook, trial", "trial shift", Way.PRACTICAL),
        ("an unpaid trial", "trial shift", Way.PRACTICAL),
        ("nurse, panel of three", "panel", Way.GROUP),
        ("group exercise and one to one", "group interview", Way.GROUP),
        ("it was on the phone", "phone screen", Way.PHONE),
        ("a Teams call", "video call", Way.VIDEO),
        ("dev, live coding on zoom", "video call", Way.PRACTICAL),
        ("take home", "take-home", Way.PRACTICAL),
        ("I gave a short presentation", "presentation", Way.PRESENTATION),
        ("second interview, in person", "second round", Way.IN_PERSON),
        ("final round", "final round", None),
    ],
)
def test_a_stage_is_no_part_of_a_job_or_a_name(
    words: str, stage: str | None, way: Way | None
) -> None:
    found = facts_in(words, TODAY)

    assert (found.stage, found.way) == (stage, way)


@pytest.mark.parametrize(
    ("words", "held_on"),
    [
        ("nurse, last Tuesday", date(2026, 11, 17)),
        ("nurse on 12 November, they decide by 20 November", date(2026, 11, 12)),
        ("nurse, they will call on Friday", None),
        ("I applied on 2 October, interview on 12 November", date(2026, 11, 12)),
        ("Monday or Tuesday, I am not sure", None),
    ],
)
def test_the_day_is_that_of_the_interview(words: str, held_on: date | None) -> None:
    assert facts_in(words, TODAY).held_on == held_on
