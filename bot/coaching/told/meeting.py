"""Who was on the other side at an interview: how many, and whether an agency stood between."""

from __future__ import annotations

import re
from typing import Final

from bot.coaching.told.clauses import sentences_of

_NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_N: Final = r"(?P<n>[2-9]|10|two|three|four|five|six|seven|eight|nine|ten)"
_PEOPLE: Final = (
    r"(?:people|persons|interviewers|managers|panell?ists|panel members|ladies|men|women"
    r"|gentlemen|directors|supervisors|partners|engineers|doctors|nurses|consultants|governors)"
)
_HOW_MANY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bpanel (?:of|with) {_N}\b(?! (?:candidates|applicants))",
        rf"\b{_N}[- ](?:person|people|man|member|strong) (?:interview )?panel\b",
        rf"\b{_N} interviewers",
        rf"\b(?:interviewed by|panel was|panel:|in front of|faced"
        rf"|met with) {_N} (?:\w+ )?{_PEOPLE}",
        rf"^(?:and |but )?(?:there were |with )?(?:only )?{_N} of them(?: (?:on the panel|asking"
        rf"|interviewing"
        r" me|interviewed me|asked me questions|in the room|behind (?:a|the) (?:desk|table)))?\W*$",
        rf"^(?:and |so )?(?:(?:there were|it was|with|just|only) )*{_N} (?:\w+ )?{_PEOPLE}"
        r"(?: (?:asked|interviewed|asking|interviewing|questioned|talked to|spoke to) (?:me|us|the"
        r" questions).*| (?:on the panel|in the room|opposite me))?\W*$",
    )
)
_AND_ONE_MORE: Final = re.compile(
    r"(?: \w+)?,? (?:and|plus|with) (?:hr|the|an?|one|some|their)\b", re.IGNORECASE
)
_NOT_THEM: Final = re.compile(
    r"n't\b|\b(?:not|no|candidates|applicants|other|others|us|customers|staff|team of)\b",
    re.IGNORECASE,
)
_THINGS: Final = re.compile(
    r"\b(?:questions|tasks|answers|mistakes|tests|exercises|candidates|applicants|jobs|shifts"
    r"|managed|led|worked)\b",
    re.IGNORECASE,
)


def interviewers_in(words: str) -> int:
    """Count the people who asked, where a number is told plainly; else one."""
    counts: set[int] = set()
    before = ""
    for sentence in sentences_of(words):
        for clause in sentence.clauses:
            for cue in _HOW_MANY:
                found = cue.search(clause)
                if found is None or _NOT_THEM.search(clause):
                    continue
                if " of them" in found[0].lower() and _THINGS.search(before):
                    continue
                rest = sentence.words.partition(found[0])[2]
                if _AND_ONE_MORE.match(rest):
                    continue
                told = found["n"].lower()
                counts.add(int(told) if told.isdigit() else _NUMBERS[told])
            before = clause
    return counts.pop() if len(counts) == 1 else 1


_KIND: Final = (
    r"(?:(?:recruitment|recruiting|temp|temping|staffing|employment|nursing|care|supply|teaching"
    r"|job|"
    r"work|local|external|outside|big|small|legal|medical|placement) )?"
)
_BETWEEN: Final = (
    r"(?:(?:employment|recruitment|staffing|temp|job)? ?agency|recruiter|recruitment (?:agency"
    r"|consultant|company|firm)|head ?hunter|staffing (?:agency|company))"
)
_AGENCY: Final = re.compile(
    rf"\b(?:through|via) (?:an?|the|my|this) {_KIND}{_BETWEEN}\b(?!['’]s? )(?! (?:website|page))"
    rf"|\b(?:agency|recruiter|head ?hunter|recruitment consultant)\b(?: (?:from|at"
    rf"|of) \w+(?: \w+)?)?"
    r" (?:had |has )?(?:(?:arranged|organi[sz]ed|set up|booked) (?:it|this|the interview"
    r"|everything|that)"
    r"|set (?:it|this) up|put me forward|got me (?:it|this|the interview|in)"
    r"|sent me (?:there|to (?:it|this|the interview|them)))\b"
    r"|\b(?:arranged|organi[sz]ed|set up|booked) (?:through|by|via) (?:an?|the|my) "
    rf"{_KIND}{_BETWEEN}\b",
    re.IGNORECASE,
)


def was_through_agency(words: str) -> bool:
    """Tell whether an agency or an outside recruiter arranged the interview."""
    return any(
        _AGENCY.search(clause)
        and not re.search(r"n['’]t\b|\b(?:not|never|no|without)\b", clause, re.IGNORECASE)
        for sentence in sentences_of(words)
        for clause in sentence.clauses
    )
