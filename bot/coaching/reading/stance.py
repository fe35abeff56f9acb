"""How a person stands to what they tell: it happened, was feared, was somebody else's.

A trigger, its reach, and what ends its reach, as in ConText. Nothing here knows the taxonomy, so it
serves whatever finds the places.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.coaching.reading.allowances import done_again, words_missing
from bot.coaching.reading.signs import Side
from bot.coaching.reading.splitting import Page, Sentence, Span


class Stance(StrEnum):
    """One way to stand to what is told. A place may have several; none means it happened."""

    DENIED = "denied"
    SOMEBODY_ELSE = "somebody_else"
    FEARED = "feared"
    """Feared, imagined, almost: it is told, and it did not happen."""
    PLANNED = "planned"
    PUT_RIGHT = "put_right"
    DONE_AGAIN = "done_again"
    """Put right by doing it over, so that nothing of it was left."""
    WORDS_MISSING = "words_missing"
    """They knew the thing and missed its words in a language, which nobody judges here."""
    INVITED = "invited"
    """The employer asked for it, allowed it or caused it."""
    REPORTED = "reported"
    """Part of a question or a rule that is quoted."""
    ELSEWHERE = "elsewhere"
    """Another interview, another job, long ago, or what they do in general."""
    ONLY_HERE = "only_here"
    """Thought, or told to the bot, and not said in the interview."""
    UNSURE = "unsure"
    """They say themselves that they are not sure of it."""


_NOT: Final = (
    r"(?:not|never|no|nor|neither|without|cannot|\w{2,8}n't|(?:is|was|does|has|did|had|could|would"
    r"|should|are|were|have|must|need)nt|cant"
    r"|wont|dont|aint|hardly|stopped myself|resisted|avoided|instead of|rather than|refused"
    r"|nobody (?:could|can|would) say|kept (?:myself )?from|managed not|careful not|tried not"
    r"|made sure not|didint|did nt|far from"
    r"|nothing like|good job i)"
)
_NO_DENIAL: Final = re.compile(
    r"\bnot (?:only|just|gonna lie|going to lie|to mention|sure (?:why|what came|how)|proud|long"
    r"|great|good|ideal|helped|my (?:finest|best|proudest))\b"
    r"|\b(?:can'?t|cannot|won'?t|wont) (?:lie|deny|believe)\b"
    r"|\bcould ?n'?t (?:help|stop|believe|resist|shut up)\b|\bcould not (?:help|stop|believe)\b"
    r"|\bno (?:doubt|wonder|surprise|excuse|joke|idea (?:why|how|what came)|lie|kidding)\b"
    r"|\bdid ?n'?t (?:even )?(?:realise|realize|notice|mean to|think|expect|know why)\b"
    r"|\bdo ?n'?t (?:know (?:why|how|what)|think (?:that )?(?:it|that|this) (?:helped|went))\b"
    r"|\bwithout (?:even |really )?(?:thinking|meaning|realising|realizing|noticing|warning|asking"
    r"|being asked|knowing|looking)\b|\bwhy not\b|\bif not\b|\bor not\b|\bno,|\bno one\b"
    r"|\bnobody\b(?! (?:could|can|would) say)"
    r"|\bnever (?:been|felt|\w{2,12}ed) (?:\w{1,9} )?so\b"
)
_DENIAL: Final = re.compile(rf"\b{_NOT}\b")
_REACH_ENDS: Final = re.compile(
    r"[.!?;:]|\b(?:but|though|although|because|cos|cuz|yet|until|till|and then|then|so|except"
    r"|still|just|and (?:i|he|she|they|we|it))\b"
)
_FRONTED: Final = ("without", "not", "no")
_ANSWERED_NO: Final = re.compile(r"(?:no|nope|nah|not|never|of course not)\b")
_THEN_I: Final = re.compile(r"^ \w+.*(?<!did )(?<!do )\bi(?:'?d|'?m)? $")
_DO_NOT: Final = re.compile(r"(?:did|could|can|was|had)|no$|without")
_AND_THEN: Final = re.compile(
    r"\band (?:came|got|went|said|told|forgot|spoke|gave|left|lost|made|took|ran|froze|broke|kept"
    r"|then|ended|started|arrived|turned|\w{3,10}ed)\b"
)
_REGRET: Final = re.compile(
    r"\b(?:should ?n'?t (?:have|ve|of|a)|should not have|should never have|shouldn'?t'?ve"
    r"|(?:wish|if only|if) (?:that )?i (?:had ?n'?t|had not|had never|did ?n'?t)"
    r"|(?:wish|if only|if) i'd (?:not|never)|i regret)(?: \w+){0,2} $"
)
"""They wish that they had not: so they did."""
_REACH: Final = 48
"""A denial reaches so many characters: six to eight words."""

_FEAR: Final = re.compile(
    r"\b(?:worried|worry|worrying|afraid|scared|feared|fear|dreading|dreaded|terrified|paranoid"
    r"|anxious|panicking|nervous) (?:that |about |of |i'?d |in case |to )"
    r"|\bwhat if\b|\bin case\b|(?<!ask )(?<!asked )(?<!me )(?<!know )(?<!see )\bif i(?:'?d| had"
    r"| were| was)?\b|\b(?:would|could|might"
    r"|should)(?:'ve| have|"
    r" of|a) \w+|\bi wish\b|\bwish i\b|\bi'?d be lying|\balmost\b|\bnearly\b|\bnightmare\b"
    r"|\bdream(?:t|ed)?\b"
    r"|\bimagine[ds]?\b"
    r"|\b(?:thought|convinced|expected|expecting|sure|certain|felt like|feared) (?:that )?"
    r"(?:i(?:'?d| would| was going to| was gonna| might)|to)\b|\bhop(?:e|ed|ing) (?:i|that|to"
    r"|not)\b"
    r"|\b(?:close|tempted|about|ready|wanted|dying|itching) to (?:say|tell|swear|snap|ask|walk"
    r"|argue)"
    r"|\bthink(?:ing)? (?:that )?i(?:'?d| would| will| was going to)\b"
    r"|\bwould i\b|\bshould i\b|\bdid i\b|\bwas i (?:too|being|rude|wrong)\b"
)
_PLAN: Final = re.compile(
    r"\b(?:next time|i'?ll|i will|(?:going to|gonna)(?! (?:lie|pretend|deny))|planning to"
    r"|plan to|tomorrow|tonight|intend to"
    r"|meaning to|next week|by monday|later today|this evening i'?ll)\b"
)
_QUESTION: Final = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|wanted to know|wondered|question was|questions? (?:about|on|like)"
    r"|tell (?:me|us|them) about|describe|talk about a time|a time when|time i)\b"
    r"(?: (?:me|us|her|him|them))?(?: (?:if|whether|about|what|why|how|for|when|to describe))?"
)
_WHEN: Final = re.compile(r"\b(?:when|once|after|because|as soon as|every time)\b")
_RULE: Final = re.compile(
    r"\b(?:you should|you shouldn'?t|you'?re (?:not )?supposed to|never ever|they say (?:you"
    r"|that|never)"
    r"|people say|everyone says|everybody says|my (?:mum|mom|dad|wife|husband|friend|mate|brother"
    r"|sister|teacher|coach|tutor|neighbour|gran|uncle|aunt|partner) (?:says|always|told|reckons"
    r"|thinks)|the (?:internet|article|book"
    r"|website|guide|advice|video|leaflet) (?:says|said)|i(?:'ve| have)? read (?:that|somewhere)"
    r"|(?:the )?rule (?:is|was)|tip (?:is|was)|advice (?:is|was))\b"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?!for the first time)(?:last time|(?:an)?other (?:interview|place|company|firm|job|time)"
    r"|previous (?:interview|one|round)"
    r"|(?:at|in|for|with|from) (?:the|my) (?:last|previous|first|other|earlier) (?:interview|one"
    r"|round"
    r"|place|time)|my (?:last|previous|first ever|very first) (?:interview|one)"
    r"|interview before (?:this|that)"
    r"|years ago|(?:last|the) year (?:before|i)|last (?:year|summer|spring|winter|autumn)"
    r"|back in (?:20|19|my)"
    r"|used to|normally|generally|as a rule|whenever i|every interview|some interviews"
    r"|(?:the )?one before|once before|before that i'?d|a different (?:interview|job|company)"
    r"|my (?:mate|friend|brother|sister|cousin|flatmate|colleague|husband|wife|son|daughter|mum"
    r"|dad)(?:'s (?:interview|one)| once))\b"
)
_ONLY_HERE: Final = re.compile(
    r"\b(?:between us|between you and me|between ourselves|telling you (?:this|that)?|to you\b"
    r"|only you"
    r"|not (?:to )?them\b|(?:not|n'?t|never) (?:that i )?(?:say|said|tell|told|show|showed"
    r"|mention(?:ed)?)"
    r" (?:that|it|so|this|them|him|her|any of)|kept (?:it|that|this|my mouth|quiet|my thoughts)"
    r"|in my head|to myself|bit my (?:tongue|lip)|held my tongue|just venting|my private|(?:not"
    r"|n'?t|never) "
    r"(?:actually |really )?(?:send|sent|say it|said it)|deleted it|in (?:my )?drafts?|unsent"
    r"|only thought|just thought|off the record here|here i can say|i can (?:say|tell) you)\b"
)
_RIGHTED: Final = re.compile(
    r"\b(?:recovered|sorted (?:it|that|out)?|fixed (?:it|that)|laughed (?:it off|about it|together)"
    r"|(?:we|they|she|he|everyone|all|both) (?:both |all )?(?:just )?laughed|had a laugh|no harm"
    r"|(?:nobody|no one|no-one|they|he|she) (?:seemed |really )?(?:cared|minded|bothered)"
    r"|(?:they|he|she|nobody|no one) (?:really )?(?:did ?n'?t|did not) (?:seem to )?(?:mind|care)"
    r"|(?:it|that|all|everything|they|he|she|we) (?:was|were|is|went|turned out|came out) "
    r"(?:all |totally |completely |absolutely |perfectly |very |still |really )?(?:fine|ok|okay"
    r"|good|great"
    r"|cool about|lovely about|nice about|understanding|alright|all right|sweet|grand)"
    r"|caught myself|corrected (?:it|myself)|put (?:it|that) right|made up for|got (?:it )?back"
    r" (?:on track|into)|carried on (?:fine|as normal|like)|picked (?:it|myself) (?:back )?up"
    r"|pulled (?:it|myself) (?:back|together)|luckily|thankfully|no problem"
    r"|not a problem"
    r"|no big deal|apologi[sz]ed and|said sorry and|mopped|wrapped (?:it )?up|stopped myself"
    r"|still (?:i )?(?:gave|got|answered|did|managed)|then (?:i )?(?:managed|remembered|found)"
    r"|since (?:then )?(?:learn|look|pass|done|fixed)|now i (?:know|can|have)|moved (?:it|me|us|my)"
    r"|re-?scheduled|they agreed|rang ahead|phoned ahead|called ahead|let them know|warned them"
    r"|did ?n'?t (?:matter|affect|hurt|change)|made no difference)\b"
)
_RIGHTED_NEXT: Final = re.compile(
    r"^(?:\W*(?:but|and|then|luckily|thankfully|still|anyway|so|in the end|after that|fortunately"
    r"|they|he|she|we|it|no one|nobody|everyone|all)\b)"
)
_INVITATION: Final = re.compile(
    r"\b(?:(?:he|she|they|hr|agency|recruiter|manager|boss|chef|owner|lady|guy|invite|invitation"
    r"|email"
    r"|interviewer|it|letter) (?:had |specifically |actually |'?d )?(?:told|asked|invited|wanted"
    r"|instructed"
    r"|encouraged|advised|begged) (?:me|us)|(?:he|she|they|hr|invite|email) said (?:to|i (?:can"
    r"|could"
    r"|should)|ring|call|phone|email|mail|text|write|just|keep|don'?t|not to)|as (?:the invite"
    r"|requested|asked"
    r"|agreed|instructed|told)|(?:was|were|been|i'?d been) (?:told|asked|instructed|invited) to"
    r"|gave me (?:his|her|their|the) (?:number|mobile|cell|direct|email|card|line)|at (?:his|her"
    r"|their)"
    r" (?:request|suggestion)|(?:he|she|they) (?:raised|brought) (?:it|that|this) up|by arrangement"
    r"|that'?s what (?:they|he|she) (?:asked|wanted|said)|(?:he|she|they) added me)\b"
)
_ASKED_ALOUD: Final = re.compile(r"\?\s+(?:and|but|so|then|to which|i) ")
"""A question whose answer follows in the same breath."""
_DOUBT: Final = re.compile(
    r"\b(?:i think|i guess|i suppose|i reckon|i feel like|i fear|i suspect|maybe|perhaps"
    r"|probably|possibly"
    r"|might(?:'ve| have| of)?|may have|may of|not sure (?:if|whether)|dont know if"
    r"|don'?t know (?:if|whether)"
    r"|do not know if|could be that|seems like|felt (?:like|as if)|apparently"
    r"|wonder(?:ing)? (?:if|whether)"
    r"|must(?:'ve| have| of)|probs|prob|kind of felt|i'm told|(?:worr(?:y|ied)|afraid|scared"
    r"|paranoid) i)\b"
)

_THEM_WORDS: Final = (
    r"he|she|they|who|hr|hm|(?:hiring )?manager|interviewers?|recruiter|panel|boss|chef|somebody"
    r"|someone|everybody|everyone|nobody|one of them|both of them|"
    r"(?:(?:the|a|an|one|another|other|my|their|his|her|this|that|our|some|two|three"
    r"|all) (?:[a-z]{2,14} )?)"
    r"(?:interviewers?|manager|recruiter|boss|bloke|lady|ladies|guy|guys|man|men|woman|women|chef"
    r"|panel(?:list)?|director|owner|(?<!my )(?:head|lead)|consultant|supervisor|agency"
    r"|receptionist|candidates?"
    r"|lad|girl|boy|kid|kids|son|daughter|wife|husband|mum|mom|dad|friend|mate|colleague|nurse"
    r"|matron"
    r"|teacher|professor|doctor|engineer|developer|founder|ceo|cto|host|foreman|principal|landlord"
    r"|customer|client|people|team|staff|person|fella|dude|chap|rep|officer|partner|neighbour"
    r"|brother"
    r"|sister|applicants?|company|firm|employer)"
)
_SUBJECT: Final = re.compile(
    rf"\b(?:(?P<me>i(?:'?d|'?m|'?ve|'?ll)?|im|ive|we|we'?d|yours truly|me(?= and\b))"
    rf"|(?P<them>(?:{_THEM_WORDS})(?:'?d|'s|'?ve)?))\b"
    r"(?! (?:number|name|card|email|office|desk|cv|voice|face|room|phone|question)\b)"
)
_OWNS: Final = re.compile(
    r"\b(?:(?P<mine>my|our)|his|her|their|your|\w{2,14}'s) (?:[a-z]{2,14} )?$"
)
_AFTER_OBJECT: Final = re.compile(
    r"\b(?:to|with|for|at|from|by|(?<!one )(?<!some )(?<!both )(?<!two )of|about|before|after"
    r"|beside|told|asked|tell|ask|gave|give|let|made|make|saw|see"
    r"|heard"
    r"|behind|interrupt\w*|like|than|rang|called|emailed|texted|thanked|as|between) $"
)
_STARTS_WITH_THING: Final = re.compile(
    r"\W*(?:and |but |so |then |well |also )*(?:the|their|his|her|its|that|this|there|it)\b"
)


def subject(page: Page, sentence: Sentence, place: int) -> Side:
    """Tell whose act stands at a place: the last subject named before it, in its sentence.

    A note without a subject ("got there late") is about the one who writes it.
    """
    low = page.folded
    found = Side.UNKNOWN
    for clause in sentence.clauses:
        if clause.start > place:
            break
        last: re.Match[str] | None = None
        for match in _SUBJECT.finditer(low, clause.start, min(clause.end, place)):
            before = low[max(clause.start, match.start() - 14) : match.start()]
            if match["me"] or not _AFTER_OBJECT.search(before):
                last = match
        if last is not None:
            found = Side.ME if last["me"] else Side.THEM
        if clause.start < place <= clause.end:
            owner = _OWNS.search(low[max(clause.start, place - 30) : place])
            if owner is not None and (last is None or last.end() < place - 1):
                found = Side.ME if owner["mine"] else Side.THEM
    if found is not Side.UNKNOWN:
        return found
    if _STARTS_WITH_THING.match(low, sentence.start):
        return Side.UNKNOWN
    return Side.ME


def stances(page: Page, place: Span, *, own_denial: bool = False) -> frozenset[Stance]:
    """Tell how the writer stands to what is told at a place.

    `own_denial` says that the place is itself an omission ("never sent a thing"), whose "never" is
    no denial of it.
    """
    low = page.folded
    number = page.sentence_at(place.start)
    sentence = page.sentences[number]
    clause = page.clause_at(place.start)
    before = low[clause.start : place.start]
    inside = low[place.start : place.end]
    whole = low[sentence.start : max(sentence.end, place.end)]
    lead = low[sentence.start : place.start]
    after = low[place.end : sentence.end]
    following = (
        low[page.sentences[number + 1].start : page.sentences[number + 1].end]
        if number + 1 < len(page.sentences)
        else ""
    )
    previous = (
        low[page.sentences[number - 1].start : page.sentences[number - 1].end] if number else ""
    )
    found: set[Stance] = set()
    regretted = bool(_REGRET.search(lead))
    denied = _denied(before, inside) or _denied(inside, to_end=False)
    if denied and not own_denial and not regretted:
        found.add(Stance.DENIED)
    asks = bool(_ASKED_ALOUD.search(after)) or whole.rstrip().endswith("?")
    if asks and _ANSWERED_NO.match(following):
        found.add(Stance.DENIED)
    if not regretted and _FEAR.search(_reaching(lead + inside[:12])):
        found.add(Stance.FEARED)
    if _PLAN.search(before + inside[:12]):
        found.add(Stance.PLANNED)
    if _asked(_reaching(before)) or _RULE.search(lead):
        found.add(Stance.REPORTED)
    if _ELSEWHERE.search(whole):
        found.add(Stance.ELSEWHERE)
    if not own_denial and _ONLY_HERE.search(whole):
        found.add(Stance.ONLY_HERE)
    if _RIGHTED.search(after) or (
        _RIGHTED_NEXT.match(following) and _RIGHTED.search(following[:90])
    ):
        found.add(Stance.PUT_RIGHT)
    if done_again(whole) or done_again(following[:100]):
        found.add(Stance.DONE_AGAIN)
    if words_missing(whole) or words_missing(following[:60]):
        found.add(Stance.WORDS_MISSING)
    if _INVITATION.search(whole) or _INVITATION.search(previous):
        found.add(Stance.INVITED)
    if asks or _DOUBT.search(_reaching(lead) + " " + inside[:24]):
        found.add(Stance.UNSURE)
    return frozenset(found)


def _asked(words: str) -> bool:
    """Tell whether these words make what follows part of a question that somebody asked."""
    found = _QUESTION.search(words)
    if found is None:
        return False
    told_when = _WHEN.search(words, 0, found.start())
    return not (told_when and _THEN_I.search(words[found.end() :]))


def _denied(words: str, following: str = "", *, to_end: bool = True) -> bool:
    """Tell whether a denial in these words reaches their end, or anything in them."""
    harmless = [match.span() for match in _NO_DENIAL.finditer(words)]
    for match in _DENIAL.finditer(words):
        if any(start <= match.start() < end for start, end in harmless):
            continue
        if not to_end:
            return True
        rest = words[match.end() :]
        if len(rest) > _REACH or _REACH_ENDS.search(rest):
            continue
        if match[0].endswith(_FRONTED) and _THEN_I.search(rest):
            continue  # without a plan i [talked too long]
        if _DO_NOT.match(match[0]) and _AND_THEN.search(rest + following):
            continue  # did not sleep and [came late]
        return True
    return False


def _reaching(words: str) -> str:
    """Give the last stretch of words that a trigger in them would still reach over."""
    start = 0
    for end in _REACH_ENDS.finditer(words, 0, max(0, len(words) - 2)):
        start = end.end()
    return words[start:]
