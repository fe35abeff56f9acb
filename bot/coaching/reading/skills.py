"""The tools, methods, licences and subjects that somebody says they could not answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from bot.coaching.reading.signs import Side, SkillGap
from bot.coaching.reading.skill_words import (
    LEADS,
    NO_SKILL,
    NO_SKILL_FIRST,
    PAIRS,
    PAPERS,
    SKILL_WORDS,
    STOPS,
    TAILS,
)
from bot.coaching.reading.splitting import Page, Sentence, Span
from bot.coaching.reading.stance import Stance, stances, subject

_MOST_WORDS: Final = 5


class _Ask(StrEnum):
    """How much a phrase must show by itself to count as a skill."""

    OPEN = "open"
    """The words before it already say that it is one ("never used ...")."""
    NO_ARTICLE = "no_article"
    """With "the" or "their" before it, it must look like one ("no idea about the parking")."""
    KNOWN = "known"
    """It must look like one: a word we know, or written like the name of a tool."""
    PAPER = "paper"
    """It must be a licence, a certificate or the like."""


_HAVE_NOT: Final = (
    r"(?:never|hav(?:e|ing) ?n[o']?t|had ?n[o']?t|have never|had never|i not|i no|not)"
)
_ADVERBS: Final = (
    r"(?: (?:ever|really|actually|even|personally|properly|yet|once|myself|had to)){0,2}"
)
_NO_BUT: Final = (
    r"(?:and |but |so |well |honestly |obviously |sadly |unfortunately |again |tbh |of course |to "
    r"be honest |which |i'?m afraid ){0,3}"
)

_EXPERIENCE: Final = (
    (
        re.compile(
            rf"\b{_HAVE_NOT}{_ADVERBS} (?:used|touched|operated|done|driven|coded in|programmed in"
            r"|studied|handled|been trained (?:on|in)|trained (?:on|in)|worked on|written any"
            r"|learn(?:ed|t)|cooked|welded|taught|soldered|played with|set up|fitted) "
        ),
        _Ask.OPEN,
    ),
    (
        re.compile(
            rf"\b{_HAVE_NOT}{_ADVERBS} (?:worked with|heard of|come across|seen|written|built|"
            rf"run|made) "
            r"|\b(?:i never|i not|i no|never) (?:use|work (?:with|in)|do) "
            r"|\b(?:do ?n'?t|do not|did ?n'?t|did not|i not|i no)(?: really| even| actually)?"
            r" (?:know|understand|speak)(?: how to use| how use)?(?: about| of)? "
            r"|\b(?:can ?not|can'?t|could ?n'?t|could not) (?:speak|operate|use|drive|code in"
            r"|program in|read|explain) "
        ),
        _Ask.KNOWN,
    ),
    (
        re.compile(
            r"\b(?:no|zero|little|not (?:much|any|enough)|n'?t (?:have |got |had )?(?:any|much|"
            r"enough)"
            r"|never had any|without(?: any)?|lack(?:ed|ing)?(?: of)?|not have)(?: "
            r"[a-z-]{3,12}){0,2}?"
            r" (?:experiences?|knowledge|training|background) (?:with|in|of|on|using|about|doing|"
            r"at) "
        ),
        _Ask.OPEN,
    ),
    (
        re.compile(
            r"\b(?:(?:no|zero|not (?:a|the (?:foggiest|faintest|slightest)|any))(?: real)? "
            r"(?:idea|clue)"
            r"|n'?t (?:have )?(?:a|any|the foggiest|the faintest) (?:idea|clue)|clueless)"
            r" (?:about|on|of|how to use|how to do|how to operate|with) "
            r"|\b(?:did ?n'?t|do ?n'?t|did not|do not)(?: really| even)? (?:know|understand)"
            r" (?:anything|much|a thing|the first thing|a lot|enough|nothing|the basics) "
            r"(?:about|of|on) "
            r"|\b(?:know|knew) (?:nothing|very little|zero|next to nothing|zilch|sod all|bugger "
            r"all)"
            r" (?:about|of|on) "
            r"|\bi (?:not|no) know (?:about|nothing about|much about) "
        ),
        _Ask.NO_ARTICLE,
    ),
    (
        re.compile(
            r"\b(?:do ?n'?t|do not|did ?n'?t|did not|have ?n'?t|have not|i not|i no|never)"
            r"(?: even| actually| yet| currently){0,2} (?:have|got|hold|had|passed|done|taken) "
            r"|\b(?:no|without|lacked|missing|need(?:ed)? (?:a|an|the)) "
        ),
        _Ask.PAPER,
    ),
)
"""What they have never done or do not have. Followed by the skill."""

_ANSWER: Final = (
    (
        re.compile(
            r"\b(?:could ?n'?t|could not|can ?not|can'?t|unable to|failed to|did ?n'?t|not able "
            r"to) answer"
            r" (?:(?:any(?:thing|\s?of (?:it|them))?|a thing|much|most of (?:it|them)|(?:any|a|"
            r"the|his|her"
            r"|their|most|half|some|one|single|few|two|three|all|of|single|last|first| "
            r")* ?(?:questions?"
            r"|ones?|stuff|bits?|part)) (?:on|about|around|regarding|to do with|in) )"
            r"|\b(?:dr[ae]w|drawn|drawing)(?: (?:a|an|a total|a complete|total|complete))? "
            r"blanks? (?:on|with|about|at|over|for) "
            r"|\b(?:went|gone|was|completely|totally|total) blank(?:ed)? (?:on|about|over|at) "
            r"|\bblanked (?:on|over) "
        ),
        _Ask.NO_ARTICLE,
    ),
    (
        re.compile(
            r"\b(?:could ?n'?t|could not|can ?not|can'?t|unable to|failed to|not able to)"
            r" (?:answer|do|explain|define|describe)(?: what| how)?(?: (?:any|most|half)(?: of)?)? "
            r"|\b(?:stuck|stumped|floored|thrown|beaten|tripped up|came unstuck|fell down) (?:on|"
            r"by|with|at) "
            r"|\b(?:did ?n'?t|do ?n'?t|did not|do not)(?: even| really)? know what (?:an? |the )?"
        ),
        _Ask.KNOWN,
    ),
)
"""What they could not answer on the day. Followed by the skill."""

_QUESTION_ON: Final = re.compile(
    r"\b(?:could ?n'?t|could not|unable to|failed to|not able to) (?:answer|do) (?:the|a|his|her|"
    r"their|any|that|this|those) "
    r"(?P<np>[^.!?;,\n]{2,40}?) (?:ones?|questions?|bits?|part|section|problem)\b"
)

_NP: Final = r"(?P<np>[^.!?;:\n]{2,70}?)"
_GAP: Final = rf"(?:\s*[\"']?[,.;:!?)-]+[\"']?\s*|\s+){_NO_BUT}"
_VERBS: Final = (
    r"(?:used?|done|do|knew|know|worked (?:with|on|in)|work with|touched|had|have|got|held|hold"
    r"|familiar with|comfortable with|(?:any )?experienced? (?:with|of|in)|trained (?:in|on)|did|"
    r"driven"
    r"|drive|operated?|speak|spoken|spoke|written|write|run|built|heard of|handled?|cooked|"
    r"welded|taught)"
)
_NO_ANSWER: Final = (
    r"(?:i (?:had ?n[o']?t|have ?n[o']?t|hadnt|havent|had not|have not)(?=\s*(?:[,.;!?)\n]|$|"
    r"used|done"
    r"|touched|worked|any\b|a clue|ever\b|really\b|either\b|and\b|but\b|so\b|had any|seen|heard of"
    r"|got (?:any|one|it)|the (?:foggiest|faintest|first|slightest)))"
    r"|i (?:could ?n'?t|could not)(?=\s*(?:[,.;!?)\n]|$|answer|say|tell|explain|do (?:it|that|"
    r"one)|give"
    r"|think of|name|remember how|and\b|so\b))"
    r"|i (?:do ?n'?t|do not|did ?n'?t|did not|can'?t|can not|cannot)(?=\s*(?:[,.;!?)\n]|$|have "
    r"(?:a clue|any|one"
    r"|it|that)|know|really know|and\b))"
    r"|(?:i(?:'?d| had|'?ve| have)?|ive|id)?\s?never(?: really| actually| even)?"
    r" (?:done|used|touched|seen|heard of|worked with|tried|had|did|have|held|learn\w+|studied|"
    r"driven|made|run|written)"
    r"(?= (?:it|one|that|any|them|those|this|either|before|anything|such)\b|\s*(?:[,.;!?)\n]|$))"
    r"|(?:i )?(?:had to (?:say|admit|answer)|said|say|answered|told (?:him|her|them)|"
    r"admitted)(?: honestly| that)?"
    r"(?: (?:no|nope|never|not really)\b(?! (?:problem|worries))"
    r"| i(?:'?d| had|'?ve| have)? ?(?:had ?n[o']?t|have ?n[o']?t|hadnt|havent|never|not|"
    r"did ?n'?t|do ?n'?t|could ?n'?t)\b"
    r"| (?:i'?m|i am|i was) not sure\b| i have no\b)"
    r"|(?:no|nope|nah)(?=\s*(?:[,.;!?)\n]|$)|,? (?:i|sorry|again)\b)"
    r"|(?:the |my )?(?:honest )?answer was (?:a |an |just )?\"?'?(?:no|never|not)\b"
    r"|not (?:used|done|touched) (?:it|that|one|any)\b|(?:i )?(?:had |have |'d )?(?:no|not a|"
    r"zero) (?:idea|clue)\b"
    r"|(?:i )?(?:drew|just drew) a (?:total |complete )?blank|(?:i )?(?:just )?went blank"
    r"|(?:i )?did ?n'?t (?:have a clue|know)(?= (?:it|that|any|where|what|how|one|the first)\b|"
    r"\s*(?:[,.;!?)\n]|$))"
    r"|(?:i|i'?ve|i have|i had|i'?ve got) (?:none|zero|nothing)\b|(?:i'?m|i was|i am) not sure\b"
    r"|i have not (?:use|do|have|know)|i (?:not|no) (?:know|have|use|do))"
)
_ASKED_IF: Final = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|wanted to know|wondered|checked)(?: (?:me|us))?(?: (?:again|then|"
    r"next|also|straight off))?"
    rf" (?:if|whether) (?:i|i'?d|i'?ve|i'?m)(?: (?:had|have|could|can|was|am|were|would))?(?: "
    rf"(?:ever|actually|already|any))* ?{_VERBS}"
    rf"(?: (?:any|some|a bit of))?(?: (?:experience|knowledge|training) (?:with|of|in|on))? "
    rf"{_NP}{_GAP}{_NO_ANSWER}"
)
_ASKED_ABOUT: Final = re.compile(
    r"\b(?:ask(?:ed|s|ing)?(?: (?:me|us|a lot|loads))?|quizzed me|grilled me|questions?|one|kept "
    r"(?:on|going on)|went on"
    r"|talked|talking|moved on|came|got) (?:about|on|onto|to|for)(?: (?:my|any|the|some))?(?: "
    r"(?:experience|knowledge|skills?) (?:with|of|in|on))?"
    rf" {_NP}{_GAP}{_NO_ANSWER}"
    rf"|\b(?:mentioned|brought up|raised|(?:asked|said) how i would use) "
    rf"(?P<np2>[^.!?;:\n]{{2,70}}?){_GAP}{_NO_ANSWER}"
)
_WANTED: Final = re.compile(
    r"\b(?:they|he|she|advert|ad|job|role|post|spec|it|boss|manager|chef|panel|listing)(?:'?d| "
    r"had| all| clearly| really| obviously)?"
    r" (?:want(?:ed|s)?|need(?:ed|s)?|requires?d?|(?:were|was|are|is) (?:after|looking for)|"
    r"asked for|asks for"
    r"|expect(?:ed|s)?|says|said)(?: (?:someone|somebody|people|anyone|me|you) (?:with|who "
    r"(?:knows|knew|had|has)|to (?:know|have)))?"
    rf"(?: (?:experience|knowledge) (?:with|in|of))? {_NP}{_GAP}"
    r"(?:i (?:only|just)(?: really| ever)? (?:know|have|use|used|knew|had|done|did|do|got|work)\b"
    r"|i(?:'?ve| have|'?d) (?:only|just)\b|mine is only"
    r"|i (?:do ?n'?t|do not|did ?n'?t|did not) (?:have|know|hold) (?:it|that|one|any|them|this|"
    r"those|either)\b"
    r"|i (?:have ?n'?t|have not|havent) (?:got|used|done|touched)?"
    r"|(?:i(?:'?ve| have|'?d| had)? |ive )?never(?: even| really)? (?:used|done|touched|seen|"
    r"worked|had|heard|learn|studied|have)"
    r"(?= (?:it|one|that|any|them|those|this|either|before|with (?:it|that|them))\b|"
    r"\s*(?:[,.;!?)\n]|$))"
    r"|(?:i(?:'?ve| have) )?(?:none|no (?:idea|clue))\b)"
)
_ONLY_OTHER: Final = re.compile(
    r"\b(?P<np>[^.!?;:,\n]{2,40}?)(?: (?:is|was|are|were) (?:all |completely |totally |brand "
    r")?new to me\b"
    r"| (?:is|was) (?:a (?:closed book|complete mystery|mystery)|double dutch) to me\b"
    r"| (?:went|is|was) (?:right |way |totally |completely )?over my head\b"
    r"| questions? (?:floored|stumped|killed|finished|defeated|sank) me\b)"
)
_SHORT_ANSWER: Final = re.compile(
    r"(?:^|(?<=[.!?;,:\n(\"'-]))\s{0,6}(?P<before>(?:and |then |so |have (?:you|i) |had (?:you|i) |"
    r"did (?:you|i) |do (?:you|i) "
    r"|can (?:you|i) |ever |any |can i |could i )*(?:used|use|done|know|knew|worked with|"
    r"experience (?:with|in|of)|touched|heard of|got|hold|speak) )?"
    r"(?:ever |any |my |a |an |the )?(?P<np>[^.!?;:,\n\"']{1,40})\?+[\"']?\s{0,6}[-,]?\s{0,6}"
    r"[\"']?(?:no|nope|nah|never|not really|not used (?:it|that)|no (?:idea|clue)|not a clue|"
    r"couldn'?t answer|nothing"
    r"|never (?:used|done|touched|heard of|seen)(?: (?:it|that|one|them))?)"
    r"(?=\s{0,6}(?:[.,;!?)\n\"'-]|$)| again| and)"
)
_LINE: Final = re.compile(
    r"(?:^|(?<=[.!?;,\n*-]))\s{0,6}(?P<np>[^.!?;:,\n\"'-]{2,40}?)\s{0,6}(?::|-+>?|=|,|\?)\s{0,6}"
    r"(?P<sure>never (?:used|done|touched|heard of|worked with|seen|tried|had)(?: (?:it|that|one|"
    r"them|any))?"
    r"|not (?:used|done)(?: (?:it|that))?|could ?n'?t answer(?: (?:it|that|this|one|them))?)?"
    r"(?P<less>(?:no|not a) (?:clue|idea)|blank|drew a blank|did ?n'?t know(?: (?:it|that|any))?|"
    r"never|zero)?"
    r"(?=\s{0,6}(?:[.,;!?)\n]|$)| before| in my life| at all)"
)
_NO_LIST: Final = re.compile(r"\b(?:no|nothing (?:on|in|with|about)|zero) (?=[a-z0-9])")

_JOIN: Final = re.compile(
    r"\s*(?P<join>,\s*(?:or|and|nor)?|\b(?:or|nor|and)\b|/|&)\s*(?:even |any |a |an |the )?"
)
_TOKEN: Final = re.compile(r"[^\s,;:!?()\"/\n]+")
_AFTER_NO: Final = re.compile(r"^\W*(?:until|till|since i|before i (?:join|start|came|work))\b")
_KNOWN_AFTER_ALL: Final = re.compile(
    r"\b(?:but|though|although|even though|and yet|when|because|cos)\b[^.!?]{0,25}"
    r"\bi(?:'?ve|'?m| have| am)? (?:actually |really |do |totally |obviously |literally )?"
    r"(?:(?:do|did|use|used|know|knew|teach|done|run) (?:it|that|them|this|all|how)\b"
    r"|(?:been (?:doing|using)|done|used|know) [^.!?]{0,14}\b(?:for (?:\w+ )?years|daily|every "
    r"day|all day))"
    r"|\b(?:daily|every (?:single )?day|in my sleep|for (?:\w+ )?years)\b"
)
_LEARNT_SINCE: Final = re.compile(
    r"\b(?:learn(?:ed|t)|picked (?:it|that) up|taught myself|passed|done a course|did a course|"
    r"got (?:it|one)|trained)\b"
    r"[^.!?]{0,25}\bsince\b|\bsince (?:then )?(?:i(?:'?ve| have) )?(?:learn|pick|pass|taught|"
    r"done|got)|\bnow i (?:can|know|use|have|run|do)\b"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:last time|another interview|other interview|previous (?:interview|one)"
    r"|(?:at|in|for|with|from) (?:the|my|an)(?: \w+)? (?:last|previous|other|earlier) "
    r"(?:interview|one|round|time)"
    r"|(?:last|other|previous|earlier|first ever) interview)\b"
)
_FEARED: Final = re.compile(
    r"\b(?:worr(?:ied|y|ying)|afraid|scared|fear(?:ed)?|dread(?:ed|ing)?|terrified|panicking|"
    r"what if|in case|if they (?:ask|had|would|want)|imagined?"
    r"|dream(?:t|ed)?|nightmare|hop(?:ed|ing) (?:they|not|he|she)|wonder if|don'?t say|"
    r"pretend(?:ed|ing)?)\b"
)
_NOT_SO: Final = re.compile(
    r"\b(?:not (?:that|as if|like|true|because)|(?:is|was) ?n'?t (?:that|like|true)|nothing i|no "
    r"question i|there was ?n'?t|wasn'?t (?:one|a)"
    r"|instead of (?:saying )?)\W*(?:\w+'?\w* ){0,4}$"
)
_ASKING: Final = re.compile(
    r"\b(?:ask|want|need|mention|talk|requir|expect|question|said they|advert|job|role|on about)"
)
_SUBJECTLESS: Final = re.compile(
    r"(?:[,.;:!?\"'(-]|\band|\bbut|\bso|\bsaid|\badmit|^)\s*(?:honestly |just |sadly |again )?$"
)


def skills_missing(page: Page) -> tuple[SkillGap, ...]:
    """Find every skill that the writer says was missing, each once, in the order of the text."""
    unique: dict[str, SkillGap] = {}
    last_end = 0
    for span in sorted(_places(page), key=lambda one: (one.start, -one.end)):
        if span.start < last_end:
            continue
        last_end = span.end
        skill = page.text[span.start : span.end]
        unique.setdefault(" ".join(skill.split()).casefold(), SkillGap(skill, span.start, span.end))
    return tuple(unique.values())


def _places(page: Page) -> Iterator[Span]:
    for number, sentence in enumerate(page.sentences):
        yield from _said_outright(page, sentence)
        yield from _asked_and_denied(page, number)
        yield from _no_lists(page, sentence)
    yield from _short_answers(page)
    yield from _lines(page)


def _said_outright(page: Page, sentence: Sentence) -> Iterator[Span]:
    low = page.folded
    for frames, on_the_day in ((_EXPERIENCE, False), (_ANSWER, True)):
        for frame, ask in frames:
            for match in frame.finditer(low, sentence.start, sentence.end):
                first = _phrase(page, match.end(), sentence.end, ask)
                if first is None or not _is_own(page, sentence, match.start()):
                    continue
                if _is_taken_back(page, sentence, match.start(), first.end, on_the_day=on_the_day):
                    continue
                yield first
                yield from _listed(page, first.end, sentence.end)
    for match in _QUESTION_ON.finditer(low, sentence.start, sentence.end):
        asked = _phrase(page, match.start("np"), match.end("np"), _Ask.OPEN)
        if asked is None or not _is_own(page, sentence, match.start()):
            continue
        if not _is_taken_back(page, sentence, match.start(), match.end(), on_the_day=True):
            yield asked
    for match in _ONLY_OTHER.finditer(low, sentence.start, sentence.end):
        words = match["np"].split()
        start = match.start("np") + max(
            0, match["np"].rfind(words[-min(3, len(words))]) if words else 0
        )
        new = _phrase(page, start, match.end("np"), _Ask.KNOWN)
        if new is not None and not _is_taken_back(
            page, sentence, match.start(), match.end(), on_the_day=False
        ):
            yield new


_MOVED_ON: Final = re.compile(r"\b(?:and|but|so|then) (?:i|he|she|they|we)\b")
_LEFT_OVER: Final = 12
"""Characters after what was asked for, within which its sentence must end to be answered next."""


def _asked_and_denied(page: Page, number: int) -> Iterator[Span]:
    """Find what they asked for, where the answer to it was no, in this sentence or the next."""
    low = page.folded
    sentence = page.sentences[number]
    end = page.sentences[min(number + 1, len(page.sentences) - 1)].end
    for frame, ask in (
        (_ASKED_IF, _Ask.OPEN),
        (_ASKED_ABOUT, _Ask.NO_ARTICLE),
        (_WANTED, _Ask.NO_ARTICLE),
    ):
        for match in frame.finditer(low, sentence.start, end):
            if match.start() >= sentence.end:
                break
            group = "np" if match["np"] is not None else "np2"
            if _MOVED_ON.search(match[group]) or (
                match.end() > sentence.end and match.end(group) < sentence.end - _LEFT_OVER
            ):
                # The answer to it stood in its own sentence; the next one is about something else.
                continue
            if _is_taken_back(page, sentence, match.start(), match.end(), on_the_day=True):
                continue
            for part in _parts(page, match.start(group), match.end(group)):
                found = _phrase(page, part.start, part.end, ask)
                if found is not None:
                    yield found


def _parts(page: Page, start: int, end: int) -> Iterator[Span]:
    """Cut "Docker, Terraform or AWS" at its joints; "profit and loss" stays whole."""
    low = page.folded
    several = "," in low[start:end]
    begin = start
    for join in _JOIN.finditer(low, start, end):
        if join["join"] in ("and", "&") and not (
            several or (_is_shaped(page, begin, join.start()) and _is_shaped(page, join.end(), end))
        ):
            continue
        if join["join"] == "/":
            continue
        yield Span(begin, join.start())
        begin = join.end()
    yield Span(begin, end)


def _listed(page: Page, start: int, end: int) -> Iterator[Span]:
    """Find what follows a missing skill in the same list: "..., Terraform or AWS"."""
    low = page.folded
    place = start
    for _ in range(12):
        join = _JOIN.match(low, place, end)
        if join is None or join["join"] == "/":
            return
        sure = join["join"].strip(" ,") in ("or", "nor")
        found = _phrase(page, join.end(), end, _Ask.OPEN if sure else _Ask.KNOWN)
        if found is None or (sure and low[found.start : found.end].split()[0].endswith("ed")):
            ahead = _phrase(page, join.end(), end, _Ask.OPEN)
            follows = _JOIN.match(low, ahead.end, end) if ahead else None
            if ahead is None or follows is None or follows["join"].strip(" ,") not in ("or", "nor"):
                return
            found = ahead
        yield found
        place = found.end


def _no_lists(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Find "no Docker, no Terraform, nothing on AWS": two or more, all of them like skills."""
    found: list[Span] = []
    for match in _NO_LIST.finditer(page.folded, sentence.start, sentence.end):
        span = _phrase(page, match.end(), sentence.end, _Ask.KNOWN)
        if span is None or _is_taken_back(
            page, sentence, match.start(), span.end, on_the_day=False
        ):
            return
        found.append(span)
    if len(found) >= 2:
        yield from found


def _short_answers(page: Page) -> Iterator[Span]:
    """Find "used Excel macros? no. Power BI? no"."""
    last_end = -100
    for match in _SHORT_ANSWER.finditer(page.folded):
        in_a_run = match.start() - last_end <= 12
        ask = _Ask.OPEN if match["before"] or in_a_run else _Ask.KNOWN
        found = _phrase(page, match.start("np"), match.end("np"), ask)
        if found is not None:
            last_end = match.end()
            yield found


def _lines(page: Page) -> Iterator[Span]:
    """Find "VLOOKUP: no clue" and "Sage - never used it", as in notes."""
    for match in _LINE.finditer(page.folded):
        if not (match["sure"] or match["less"]) or len(match["np"].split()) > _MOST_WORDS:
            continue
        found = _phrase(page, match.start("np"), match.end("np"), _Ask.KNOWN)
        if found is not None:
            sentence = page.sentences[page.sentence_at(found.start)]
            if not _is_taken_back(page, sentence, found.start, match.end(), on_the_day=True):
                yield found


def _phrase(page: Page, start: int, end: int, ask: _Ask) -> Span | None:
    """Give the noun phrase that begins here, without article and tail, if it may be a skill."""
    low = page.folded
    tokens: list[Span] = []
    article = False
    place = start
    while len(tokens) < _MOST_WORDS:
        while place < end and low[place] in " \"'*":
            place += 1
        match = _TOKEN.match(low, place, end)
        if match is None:
            break
        bare = match[0].strip("'*").rstrip(".-'")
        if not bare or (bare.startswith("-") and len(bare) < 3):
            break
        if not tokens and bare in LEADS:
            article = article or bare in ("the", "their", "his", "her", "your", "this")
            place = match.end()
            continue
        if not tokens and bare == "my" and ask is _Ask.PAPER:
            place = match.end()
            continue
        pair = (
            f"{low[tokens[-1].start : tokens[-1].end]} {low[place : place + 12]}" if tokens else ""
        )
        if bare in STOPS and not pair.startswith(PAIRS):
            break
        begin = match.start() + (len(match[0]) - len(match[0].lstrip("'*")))
        tokens.append(Span(begin, begin + len(bare)))
        place = match.end()
        if match[0].rstrip("'") != bare or low[place : place + 1] != " ":
            break
    while tokens and low[tokens[-1].start : tokens[-1].end] in TAILS:
        tokens.pop()
    if not tokens:
        return None
    words = [low[token.start : token.end] for token in tokens]
    span = Span(tokens[0].start, tokens[-1].end)
    return span if _may_be_a_skill(page, span, words, ask, article=article) else None


def _may_be_a_skill(page: Page, span: Span, words: list[str], ask: _Ask, *, article: bool) -> bool:
    if not any(letter.isalpha() for word in words for letter in word) or words[0] in NO_SKILL_FIRST:
        return False
    if words[-1] in NO_SKILL or any(word in NO_SKILL_FIRST for word in words[1:]):
        return False
    if len(words) == 1 and len(words[0]) == 1:
        return page.text[span.start] in "CR" and page.text[span.start].isupper()
    if ask is _Ask.PAPER:
        return words[-1] in PAPERS
    looks = _is_shaped(page, span.start, span.end) or any(
        part in SKILL_WORDS for word in words for part in (word, *word.split("-"))
    )
    if ask is _Ask.KNOWN or (ask is _Ask.NO_ARTICLE and article):
        return looks
    return True


def _is_shaped(page: Page, start: int, end: int) -> bool:
    """Tell whether it is written like the name of a tool: SQL, PowerBI, C++, S4."""
    sentence = page.sentences[page.sentence_at(start)]
    around = page.text[sentence.start : sentence.end]
    shouting = sum(map(str.isupper, around)) > len(around) * 0.4
    for word in page.text[start:end].split():
        low = word.lower().strip(".,'\"")
        if low in SKILL_WORDS:
            return True
        if low in NO_SKILL or low in NO_SKILL_FIRST or low in STOPS:
            continue
        if any(sign in word for sign in "+#") or (
            any(map(str.isdigit, word)) and any(map(str.isalpha, word)) and not word[0].isdigit()
        ):
            return True
        if not shouting and len(word) > 1 and any(letter.isupper() for letter in word[1:]):
            return True
    return False


def _is_own(page: Page, sentence: Sentence, place: int) -> bool:
    """Tell whether it is the writer who had not used it."""
    if subject(page, sentence, place) is not Side.THEM:
        return True
    before = page.folded[sentence.start : place]
    return bool(_ASKING.search(before)) and bool(_SUBJECTLESS.search(before))


def _is_taken_back(
    page: Page, sentence: Sentence, start: int, end: int, *, on_the_day: bool
) -> bool:
    """Tell whether the words around say that it is no gap after all, or not of this interview."""
    if Stance.WORDS_MISSING in stances(page, Span(start, end), own_denial=True):
        return True
    low = page.folded
    before = low[sentence.start : start]
    number = page.sentence_at(max(start, end - 1))
    last = page.sentences[number]
    after = low[end : max(end, last.end)]
    if number + 1 < len(page.sentences):
        follows = page.sentences[number + 1]
        following = after + " " + low[follows.start : min(follows.end, follows.start + 120)]
    else:
        following = after
    return bool(
        _NOT_SO.search(before)
        or _FEARED.search(before)
        or _ELSEWHERE.search(low, sentence.start, max(sentence.end, last.end))
        or _AFTER_NO.match(after)
        or _KNOWN_AFTER_ALL.search(after)
        or (not on_the_day and _LEARNT_SINCE.search(following))
    )
