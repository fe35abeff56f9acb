"""What they said would happen next: a day they named, a call they asked for, a stop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coaching.told.clauses import Sentence, is_only_a_time, sentences_of
from bot.coaching.told.when import coming_day, coming_days, names_a_time

NOT: Final = re.compile(
    r"n't\b|\b(?:not|never|no|nobody|nothing|none|nor|without|cannot|didnt|dont|wont|doesnt"
    r"|cant)\b",
    re.IGNORECASE,
)
"""A word that turns a clause round."""
_NO_NEGATION: Final = re.compile(
    r"\b(?:no|not) later than\b|\bno (?:matter|problem|worries|doubt)\b|\b(?:yes or no|no or yes"
    r"|whether or not|or not)\b|\b(?:is|a|it's) (?:a )?no\b|\bif not\b",
    re.IGNORECASE,
)

# Who tells whom. "I" and "me" are the person, everybody else is theirs.
_THEY: Final = (
    r"(?:they|he|she|hr|someone|somebody|you|we|the (?!job|role|post|position|shift|contract)\w+"
    r"(?: \w+)?)"
)
_WILL: Final = (
    r"(?:'ll|'d| will| would| should| shall|(?:'re| are|'s| is|'m| were| was)? going to| want to"
    r"| wants to"
    r"| hoped? to| hopes to| aim to| aims to| plan to| plans to| promised to| have to| has to"
    r"| must| need to| needs to| like to| try to| intend to)*"
)
_ADVERBS: Final = (
    r"(?: (?:also|probably|then|all|only|both|try to|like to|still|definitely|surely))*"
)
_TELL: Final = (
    r"(?:calls?|rings?|phones?|telephones?|writes?|texts?|e-?mails?|mails?|messages?|whatsapps?"
    r"|decides?|answers?|repl(?:y|ies)|responds?|tells?|informs?|contacts?|notif(?:y|ies)|confirms?"
    r"|announces?|(?:be|get|stay) (?:back )?in (?:touch|contact)|be (?:calling|ringing|writing"
    r"|emailing|deciding)|(?:gets?|comes?) back|lets? \w+(?: \w+)? know|know"
    r"|(?:makes?|takes?|haves?|has|reach) (?:a|an|the|their|its)? ?(?:\w+ )?(?:decision|answer))"
)
_THEY_TELL: Final = re.compile(
    rf"(?<!\w)(?:{_THEY}{_WILL}{_ADVERBS} {_TELL}"
    rf"|(?:will|would|'ll|going to|wants? to|promised to|hopes? to|plans? to){_ADVERBS} {_TELL}"
    rf"|(?:calls?|rings?|phones?|telephones?|texts?|e-?mails?|mails?|messages?|whatsapps?|tells?"
    rf"|writes?(?: to)?|informs?|contacts?|notif(?:y|ies)|getting back to|lets?|letting)"
    rf" (?:me|us|everybody|everyone|all|candidates)\b)(?!\w)",
    re.IGNORECASE,
)
_I_HEAR: Final = re.compile(
    r"\b(?:i|we|you|everyone|everybody)(?:'ll|'d| will| would| should| (?:can )?expect to)*(?: also"
    r"| probably| definitely)* (?:hear|be (?:told|called|informed|contacted|notified|rung|emailed)"
    r"|(?:get|have|receive|become) (?:an?|the|my|their) (?:\w+ )?(?:call|answer|decision|e-?mail"
    r"|mail|message|letter|reply|response|result|news|text|feedback))\b"
    r"|\b(?:i|we|you)(?:'ll|'d| will| would| should)(?: probably)? know\b"
    r"|\b(?:to|i'll|i'd) hear (?:back|from|something|by|on|within|in|next|tomorrow)\b"
    r"|^(?:should |will )?hear(?:ing)? (?:back|from|something|by|on|within|in|next|tomorrow)\b",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    r"\b(?:decision|answer|results?|news|outcome|verdict|reply|response|feedback)\b"
    r"(?: (?:is|are|comes?|expected|due|promised|made|will|would|should|be|come|arrive|from them"
    r"|from hr|by e?mail|by phone))* ?(?=(?:by|on|before|until|within|in|next|this|tomorrow|today"
    r"|the|a|end|early|late|around|about|latest|not later|no later|at the)\b|\d)",
    re.IGNORECASE,
)
_THEY_SAID: Final = re.compile(
    r"^(?:yes )?(?:and )?(?:they|he|she|hr|the \w+(?: \w+)?)(?: (?:only|just|also|then))?"
    r" (?:said|says|say|told me|told us|mentioned|promised)(?: (?:it'd|it would|it will"
    r"|it'll) (?:be|take))? ",
    re.IGNORECASE,
)
_MINE: Final = re.compile(
    r"\b(?:i|we)(?:'ll|'d|'m| will| would| must| should| can| could| might| have| need| had| am"
    r"| was"
    r"| got)*(?: to)? (?:call|ring|phone|telephone|write|text|e-?mail|mail|message|decide|answer"
    r"|reply"
    r"|respond|tell|give|let|confirm|contact|get back|chase|follow up|start|begin|send|go"
    r"|come)\b(?! you\b)"
    r"|\b(?:me|us) (?:not )?to (?!know)\w+|\bmy (?:answer|decision|reply|response)\b"
    r"|\bsaid (?:to |just |please |i can |i could |i should )*(?:call|ring|phone|write|e-?mail"
    r"|text)\b"
    r"|\byou (?:can|could|may|should|must|have to) (?:call|ring|phone|write|e-?mail|contact|text)\b"
    r"|\bi (?:hope|want|wanted|wish|need|would like|'d like)\b"
    r"|\bif (?:i|you|we|they|he|she)\b.*\b(?:hear|heard|call|called|ring|rung|write)\b"
    r"|\b(?:may|might|could) (?:call|ring|phone|write|decide|answer|text|be in touch|get back)\b",
    re.IGNORECASE,
)
_OF_THE_FUTURE: Final = re.compile(
    r"\b(?:will|would|going to|wants? to|promised|hopes? to|plans? to|aims? to|me|us|hear|know"
    r"|decision"
    r"|answer|everybody|everyone|told|become|get|become)\b|'(?:ll|d)\b",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r" (?:\w+ )?(?:customers?|clients?|patients?|guests|suppliers|parents|users|students|him|her"
    r"|them)\b",
    re.IGNORECASE,
)
"""In a telling: people of the work itself, to whom somebody may write by a day."""
_GOT: Final = re.compile(
    r"\b(?:asked|asking|ask|got|had|gave|sent|received|was|were|came|called|emailed|rang|chased"
    r"|heard"
    r"|wrote|wait|waiting|waited)\b",
    re.IGNORECASE,
)
_OTHER_MATTER: Final = re.compile(
    r"\b(?:interview|round|stage|job|role|contract|shift|training|induction|certificates?"
    r"|references?|documents?|trial|start|starts|starting|begins?|deadline for)\b",
    re.IGNORECASE,
)


def promised_day(told_next: str, text: str, held_on: date, today: date) -> date | None:
    """Find the day by which they said they would answer, counted from the interview.

    `told_next` is the answer to the question about it, where a bare day counts too. The last that
    was told holds.
    """
    for words, asked in ((told_next, True), (text, False)):
        days = [
            day
            for sentence in sentences_of(words)
            if not sentence.asks
            for clause in sentence.clauses
            if (day := _promised(clause, held_on, today, asked=asked)) is not None
        ]
        if days:
            return days[0] if len(set(days)) == 1 else None
    return None


def gave_no_day(told_next: str) -> bool:
    """Tell whether the answer about the next steps says plainly that no day was named."""
    words = told_next.strip()
    sentences = sentences_of(words)
    if not sentences or any(one.asks for one in sentences):
        return False
    if _NO_DAY.search(words) is not None:
        return True
    return not names_a_time(words) and any(
        (_THEY_TELL.search(clause) or _I_HEAR.search(clause))
        and not _MINE.search(clause)
        and not NOT.search(clause)
        for sentence in sentences
        for clause in sentence.clauses
    )


_NO_DAY: Final = re.compile(
    r"^\W*(?:no|nope|nah|none|nothing|not really|they didn't|didn't say|not said)\W*$"
    r"|\b(?:didn't|didnt|did not|haven't|have not|hasn't|never|wouldn't|would not"
    r"|couldn't) (?:really |actually |even )?"
    r"(?:say|said|tell|told|mention|mentioned|give|given|gave|name|named|specify|specified)\b"
    r"(?! (?:if|whether|that|no\b))"
    r"|\b(?:said|told me|mentioned|gave) (?:absolutely )?nothing\b"
    r"|\bnothing (?:was |has been )?(?:said|mentioned|told|clear|agreed)\b"
    r"|\b(?:no|without(?: a| any)?) (?:exact |fixed |clear |specific |real )?(?:date|dates|day|idea"
    r"|deadline|timeline|timescale|time ?frame|details?)\b"
    r"|\b(?:nobody|no one) (?:said|told|mentioned|knew)\b",
    re.IGNORECASE,
)


def _promised(clause: str, held_on: date, today: date, *, asked: bool) -> date | None:
    plain = _NO_NEGATION.sub(" ", clause)
    if NOT.search(plain) or _MINE.search(plain):
        return None
    if asked and is_only_a_time(clause):
        return day_told(clause, held_on, today)
    found = _THEY_TELL.search(clause) or _I_HEAR.search(clause) or _ANSWER.search(clause)
    if found is not None:
        after, before = clause[found.end() :], clause[: found.start()]
        if found.re is _ANSWER and _GOT.search(before):
            return None
        if not asked and (not _OF_THE_FUTURE.search(found[0]) or _OTHERS.match(after)):
            return None
        if _OTHER_MATTER.search(after) or _OTHER_MATTER.search(before):
            return None
        if names_a_time(after):
            return day_told(after, held_on, today)
        return day_told(before, held_on, today)
    if asked and (said := _THEY_SAID.match(clause)) and is_only_a_time(clause[said.end() :]):
        return day_told(clause[said.end() :], held_on, today)
    return None


_NEAR: Final = re.compile(
    r"\b(?:tomorrow|today|tonight|this (?:evening|afternoon))\b", re.IGNORECASE
)


def day_told(words: str, held_on: date, today: date) -> date | None:
    """Read a day as counted from the interview, but for "tomorrow" and "today"."""
    # "tomorrow" is said of the day on which it is written, and the later day costs nothing.
    return coming_day(words, today if _NEAR.search(words) else held_on)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Something that they asked the person for, in which days."""

    words: str
    from_day: date | None = None
    day: date | None = None
    what: str | None = None


_CALL: Final = r"(?:call|ring|phone|telephone)"
_INVITES: Final = re.compile(
    rf"\b(?:(?:told|asked|invited|wants?|wanted|advised|encouraged|said for) (?:me|us) to {_CALL}"
    rf"|(?:i|you|we)(?: (?:can|could|may|should|must|have to|need to|am to|was to|had to)"
    rf"|'m to) {_CALL}"
    rf"|said (?:that )?(?:to |just |please |also )*{_CALL}"
    rf"|^(?:(?:and|then|so|just|please|to|also) )*{_CALL})\b"
    r"(?! (?:it|a|an|out|up|in sick|me\b(?! back| on| after| if| any| next))\b)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_TO_THEM: Final = re.compile(
    r"^ (?:me|him|her|them|us|back|hr|again|the (?:manager|office|shop|restaurant|hotel|company"
    r"|recruiter|agency|chef|school|ward|head\w*|number)|any ?time|whenever)\b",
    re.IGNORECASE,
)
_UNHEARD: Final = re.compile(
    r"\bif (?:i|you|we)\b.{0,25}\b(?:hear|heard)\b(?P<day>.*)", re.IGNORECASE
)
_UNTIL_HEARD: Final = re.compile(
    r"\bif (?:i|you|we) (?:don't|dont|do not|haven't|have not) (?:hear|heard)\b", re.IGNORECASE
)
_AFTER: Final = re.compile(
    r"\b(?P<how>after|from|not before|once)\b(?P<day>.*)|\b(?P<onwards>.*) onwards", re.IGNORECASE
)


def invited_to_call(told_next: str, text: str, held_on: date, today: date) -> Invitation | None:
    """Find where they asked for a call, and the days in which it is welcome."""
    for sentence in sentences_of(told_next or text):
        for clause in sentence.clauses:
            found = None if sentence.asks else _INVITES.search(clause)
            if found is None or NOT.search(_UNTIL_HEARD.sub("", clause[: found.start("rest")])):
                continue
            rest = found["rest"]
            to_them = _TO_THEM.match(rest) is not None
            named = coming_days(rest, held_on) is not None
            if not to_them and not (told_next and (named or len(rest.split()) <= 4)):
                continue
            return _window(sentence, rest, held_on, today)
    return None


def _window(sentence: Sentence, rest: str, held_on: date, today: date) -> Invitation:
    words = sentence.words.strip(" .!")[:200]
    if unheard := _UNHEARD.search(sentence.words):
        day = coming_day(unheard["day"], held_on)
        return Invitation(words, None if day is None else day + timedelta(days=1))
    if after := _AFTER.search(rest):
        day = coming_day(after["day"] or after["onwards"], held_on)
        late = timedelta(days=1 if after["how"] == "after" else 0)
        return Invitation(words, None if day is None else day + late)
    days = coming_days(rest, today if _NEAR.search(rest) else held_on)
    return Invitation(words) if days is None else Invitation(words, *days)


_CONTACT: Final = r"(?:call|contact|ring|phone|e-?mail|write|text|message|bother|chase)(?:ing)?"
_WHOM: Final = (
    r"(?: (?:to )?(?:us|them|him|her|me|hr|back|anyone|anybody|the (?:company|office|manager|shop"
    r"|agency|recruiter)))?(?: (?:again|any ?more|ever|at all|please|about (?:it|this|the job)))*"
)
_NO_CONTACT: Final = re.compile(
    rf"\b(?:(?:told|asked|warned) (?:me|us)|(?:was|been|got) (?:told|asked"
    rf"|warned)) (?:to )?(?:never|not) (?:to )?(?:ever )?{_CONTACT}{_WHOM}\W*$"
    rf"|\b(?:told|asked) (?:me|us) to (?:stop {_CONTACT}{_WHOM}|leave (?:them|him|her) alone)\W*$"
    rf"|\bsaid (?:that )?(?:i|we) (?:must not|mustn't|should not|shouldn't|can't|cannot|may not) "
    rf"{_CONTACT}{_WHOM}\W*$"
    rf"|\bsaid (?:to )?(?:never|not to) (?:to )?{_CONTACT}{_WHOM}\W*$"
    rf"|(?:^|\bsaid |\bwrote |\btold me |\bplease |\band |[\"'])(?:please )?(?:do not|don't|dont"
    rf"|never)"
    rf" (?:ever )?{_CONTACT}"
    r" (?:to )?(?:us|them|him|her|me|back|again|any ?more)\b"
    r"(?: (?:again|any ?more|ever|at all|please|about (?:it|this|the job)))*\W*$"
    r"|\b(?:they|he|she|hr) (?:do not|don't|dont|doesn't|does not) want (?:any (?:more )?contact"
    rf"|(?:me|us) to {_CONTACT}{_WHOM})\W*$",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:but|only|instead|rather)\b.{0,30}\b(?:e-?mail|write|text|message|call|ring)"
    r"|\b(?:e-?mail|write|text|call|ring) instead\b",
    re.IGNORECASE,
)


def told_not_to_contact(words: str) -> str | None:
    """Give the sentence in which they said that they want no contact at all, if there is one.

    "Not by phone", "not before Friday" and "we will call you" are none.
    """
    for sentence in sentences_of(words):
        if sentence.asks or _ELSEWHERE.search(sentence.words):
            continue
        if any(_NO_CONTACT.search(clause) for clause in sentence.clauses):
            return sentence.words
    return None
