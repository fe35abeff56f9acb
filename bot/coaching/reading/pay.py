"""Pay as it came up in an interview: who raised it, and which figures were named by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.coaching.reading.signs import Figure, Pay, Side
from bot.coaching.reading.splitting import Page, Sentence, Span
from bot.limits import QUOTE_LONGEST

_TOPIC: Final = (
    r"(?:salar(?:y|ies)|wages?|pay(?= (?:scale|range|band|rise|grade|rate|was|is|would|"
    r"expectations?)\b"
    r"|\s*(?:[.,;:!?)\n]|$| and\b| or\b| before\b| first\b| straight\b| at\b| in\b| on\b| so\b| "
    r"but\b| because\b| then\b| too\b| i\b| he\b| she\b| they\b| when\b| after\b| during\b| "
    r"early\b| twice\b))"
    r"|(?:hourly|day|daily) rate|the rate\b(?! of)|remuneration|compensation|ctc|(?:salary |pay "
    r")?expectations?"
    r"|(?:the |about )money|stipend|(?:pay|benefits|salary) package|package|earnings|pay packet)"
)
_HOW_MUCH: Final = (
    r"(?:what (?:it|the job|they|the role|this|i'?d) (?:pay|pays|paid|be paid|would pay|earn|be "
    r"earning|be on)"
    r"|(?:how much|what) (?:i|you) (?:earn|earned|make|made|was (?:earning|making|on|looking for|"
    r"after|paid|getting|expecting|hoping for)"
    r"|am (?:earning|making|on|paid)|were? (?:on|earning|looking for|paid|expecting)|(?:would |"
    r"'d )?(?:want|wanted|need|expect|expected)(?= (?:to (?:earn|be paid|make)|for (?:pay|"
    r"salary)|an hour|a (?:year|month)|in (?:pay|money)|money|per)))"
    r"|how much (?:it|they|the job|the role|this)?\s?(?:pay|pays|paid|would pay|i want|i wanted|"
    r"i would like|i'd like|i expect|i expected|money|salary)"
    r"|how much (?:is|was) the (?:pay|salary|wage)|(?:was|is|were|be|get|got|being) (?:it "
    r")?paid\b|(?:shift|trial|day|training|overtime|position|job|role|internship|placement) "
    r"(?:was|is|were|would be) paid"
    r"|(?:a )?(?:ball ?park )?(?:figure|number)\b(?= (?:i|for|from|first|out|in mind|and|so)\b|"
    r"\s*(?:[.,;!?)\n]|$))"
    r"|what i'?m on\b|what i am on\b|my (?:current|last|present|previous) (?:salary|pay|wage|"
    r"package|rate))"
)
_ABOUT_PAY: Final = rf"(?:{_TOPIC}|{_HOW_MUCH})"
_THEY: Final = (
    r"(?:he|she|they|hr|who|someone|somebody|one of them|form|website|portal|advert|ad|listing|"
    r"recruiter|manager|boss|interviewer|owner|agency|lady|guy"
    r"|chef|director|lead|man|woman|panel|bloke|ceo|founder|consultant|supervisor|employer|company)"
)
_BETWEEN: Final = r"[^.!?\n]{0,45}?"

_THEY_RAISED: Final = re.compile(
    rf"\b{_THEY}(?:'?d| had| then| also| first| just| even| immediately| straight away| suddenly|"
    rf" did){{0,2}}"
    r" (?:ask(?:ed|s)?|want(?:ed|s)? to know|brought up|raised|mentioned|started|opened|kicked "
    r"off|began|said|says|told|talked|wanted|wants"
    rf"|enquired|inquired|named|quoted|pushed|needed|came back|explained|went (?:into|through|"
    rf"straight)|kept asking|moved on)\b{_BETWEEN}\b{_ABOUT_PAY}\b"
    rf"|\b(?:was|were|got|been|being|get) asked\b{_BETWEEN}\b{_ABOUT_PAY}\b"
    rf"|\basked me\b{_BETWEEN}\b{_ABOUT_PAY}\b|\basked my (?:salary|pay|wage|current|expected|"
    rf"last|desired)"
    rf"|\b(?:had to|made me|have to) (?:put|write|give|state|enter|"
    rf"fill)\b{_BETWEEN}\b{_ABOUT_PAY}\b"
    r"|\b(?:the|that|a|dreaded) (?:salary|pay|money|wage|expectations?) question\b"
    r"|\b(?:he|she|they|manager|boss|recruiter|hr)(?:'?ve|'?d| have| has| had)? (?:offered|offer|"
    r"quoted)(?: me)?(?: \w+){0,3} (?=[£$€₹]?\d)"
)
_I_RAISED: Final = re.compile(
    r"(?:\bi(?:'?d| had| then| also| just| even| stupidly| only| did| went and| finally){0,2}"
    r" (?:ask(?:ed)?|brought up|raised|mentioned|started with|opened with|led with|enquired|"
    r"inquired|wanted to know"
    r"|started (?:talking|asking|going on)|blurted|kept (?:asking|going on|coming back)|talked|"
    r"pushed|checked|queried)"
    r"|^\W*(?:so |and |then |also |stupidly )*(?:asked(?! me| my| us)|brought up|raised|"
    r"mentioned|opened with|led with|enquired|inquired|kept asking|checked)"
    r"|\bfirst (?:thing|question) (?:out of my mouth |i (?:asked|said|raised|brought up) "
    r")?(?:was|is|about)?"
    rf"|\bmy (?:first|opening|only|one) question (?:was|were)?){_BETWEEN}\b{_ABOUT_PAY}\b"
)
_CAME_UP: Final = re.compile(
    rf"\b{_ABOUT_PAY}\b[^.!?\n]{{0,20}}?\b(?:came up|was (?:discussed|mentioned|raised|brought "
    rf"up)|got mentioned)\b"
    rf"|\b(?:we|then we|and we) (?:discussed|talked|spoke|got (?:on)?to|went over|moved on|"
    rf"agreed|negotiated|haggled)\b{_BETWEEN}\b{_ABOUT_PAY}\b"
    rf"|\bwhen it came to\b{_BETWEEN}\b{_ABOUT_PAY}\b|\b(?:talk|questions?|chat|conversation) "
    rf"(?:about|on|of|turned to)\b{_BETWEEN}\b{_ABOUT_PAY}\b"
)
_DENIED: Final = re.compile(
    r"\b(?:never|not|n'?t|no one|nobody|neither|without|didnt|wasnt|hasnt|havent|no (?:talk|"
    r"mention|word|question)|avoided|forgot to|forgotten to|too (?:shy|scared|nervous) to"
    r"|afraid to|should i|shall i|do i|can i|could i|will i|if i|i'?ll|i will|going to|gonna|"
    r"next time|should have|should'?ve|should of|wanted to ask"
    r"|wish|hop(?:e|ed|ing)|worried|scared|what if|in case|thought (?:about )?ask\w*|"
    r"plan(?:ning)? to|might ask|wondering|wonder|don'?t dare|dared)\b"
)
_OTHER_PLACE: Final = re.compile(
    r"\b(?:(?:last|other|another|previous) interview|my (?:mate|friend|brother|sister|cousin|mum|"
    r"mom|dad|husband|wife|flatmate|colleague)\b)"
)

_NUMBER: Final = r"(?:\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)"
_SCALE: Final = r"(?:\s?(?:k\b|thousand\b|grand\b|lakhs?\b|lacs?\b|lpa\b|crores?\b))"
_SIGN: Final = (
    r"(?:(?:us|a|c|ca|nz|hk|s|r)?[$]|[£€₹¥₦₱₪₺]|\b(?:usd|eur|gbp|inr|aud|cad|chf|sek|nok|dkk|pln|"
    r"zar|aed|sgd|ngn|rs\.?|rm)(?=\s?\d)|\br(?=\s?\d{2,3}[ ,]?\d{3}))"
)
_CODE: Final = (
    r"(?:\s?[£$€₹]|\s?(?:usd|eur|gbp|inr|aud|cad|chf|sek|nok|dkk|pln|zar|aed|sgd|ngn|euros?|"
    r"pounds?|quid|dollars?|bucks|rupees"
    r"|francs?|zloty|zł|kronor|kroner|naira|rand|dirhams?|pesos?|ringgit)\b)"
)
_UNIT: Final = (
    r"(?:\s?(?:an|per|a|each|/|p)\s?/?(?:hour|hr|h|day|week|wk|month|year|yr|annum|shift|session|"
    r"lesson)\b|\s(?:p\.?a\.?(?![a-z])|pcm|p/h|ph|pw|hourly|monthly|annually|yearly|ctc))"
)
_TAX: Final = (
    r"(?:\s?(?:brutto|netto|gross|net|before tax|after tax|plus tips|plus bonus|basic|base)\b)"
)
_MONEY: Final = re.compile(
    rf"(?<![\w.,])(?P<sign>{_SIGN})?\s?(?<![\d.,])"
    rf"(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?P<code>{_CODE})?"
    rf"(?:\s?(?:-|to|and|or)\s?{_SIGN}?\s?"
    rf"(?P<upper>{_NUMBER})(?P<scale2>{_SCALE})?(?P<code2>{_CODE})?)?"
    rf"(?P<unit>{_UNIT})?(?P<tax>{_TAX})?(?P<unit2>{_UNIT})?(?![\w%])"
)

_PAY_NEAR: Final = re.compile(
    rf"\b(?:{_ABOUT_PAY}|(?:pay(?:s|ing)?|paid)\b(?! (?:for|attention|by|back|off))|an hour|per "
    rf"hour|hourly|ot[eh]|per annum|brutto|netto|gross|minimum wage|starting (?:on|at)|basic of|"
    rf"base of|ctc)"
    r"|\d ?lpa\b|\b(?:offered|offering|offer was|the offer|their offer)\b"
    r"|\b(?:i'?m|i am|i was|currently) "
    r"on (?=[£$€₹]?\d)|\bi (?:earn|make)\b"
)
_OTHER_MONEY: Final = re.compile(
    r"\b(?:revenue|turnover|budgets?|sales|profits?|sold|sell|selling|costs?|costing|prices?|"
    r"priced|pricing|bill|invoices?|till|baskets?|discount|case study"
    r"|fine|fare|taxi|uber|parking|bought|buy|rent|loan|debts?|savings?|saved|saving|raised "
    r"(?=[£$€₹])|fund(?:s|ing|ed)?|deal|deals|worth|target|targets"
    r"|suit|shoes|refund|spend|spent|stock|stocks|account was|portfolio|grant|accounts?|"
    r"donations?|takings|took|ticket|charged?|deposit|mortgage|client|customers?"
    r"|waste|loss|losses|order|spreadsheet|calculate|sum|lost|shares?|market|users?|visitors|"
    r"units|boxes|parcels|miles|words|people|employees|staff of|covers|followers"
    r"|valuation|investment|invested|cash|float|tips jar|pension pot|bus|train|number)\b"
)
_NOT_MONEY_AFTER: Final = re.compile(
    r"\s?(?:years?|yrs?|months?|weeks?|days?|minutes?|mins?|hours?|hrs?|am\b|pm\b|o'?clock|"
    r"people|questions?|of us|of them|%|percent|times|km|miles|kg|st|nd|rd|th|:\d|candidates|"
    r"applicants)"
)
_BIG_ENOUGH: Final = re.compile(r"^\d{1,3}(?:[.,' ]\d{3})+|^\d{4,7}")

_NAMERS: Final = re.compile(
    rf"(?P<them>\b{_THEY}(?:'?d| had| then| only| just| also| later| finally| even){{0,2}} "
    rf"(?:said|says|offered|offers|offer|told|quoted|named|mentioned|came back"
    r"|wrote|put|asked|wanted|can|could|would|suggested|started|went|dropped|laughed|went up|had|"
    r"were (?:thinking|offering)|was (?:thinking|offering)|pays?|paid|give|gives|listed|says)\b"
    r"|\b(?:offered|told|quoted|gave) me\b|\b(?:was|were|been|got|being) (?:told|offered|"
    r"quoted)\b|\b(?:their|his|her) (?:offer|number|range|budget|max|top|figure|limit|best)\b"
    r"|\b(?:the )?(?:offer|advert|advertisement|ad|listing|job ad|contract|letter|posting|budget|"
    r"band) (?:was|is|said|says|had|came|at|of|in|letter)\b|\bit (?:pays|paid)\b|\bdropped to\b"
    r"|\b(?:advertised|listed) (?:at|as|for)\b|\boffering\b|\bstarts? (?:at|on)\b|\bjob pays\b|"
    r"\bthey'?re (?:paying|offering)\b|\bthe pay (?:is|was)\b)"
    r"|(?P<me>\bi(?:'?d| had| then| just| also| stupidly| only| even| finally){0,2} (?:said|"
    r"asked|told|wanted|want|put|named|went for|gave|replied|answered|mentioned|suggested|"
    r"blurted(?: out)?"
    r"|countered|proposed|aimed|quoted|wrote|need|needed|expect|expected|earn|earned|make|made|"
    r"would like|requested|say|went in|started)\b"
    r"|\bi'?m on\b|\bi am on\b|\bi was on\b|\bim on\b|\bmy (?:number|expectations?|ask|current|"
    r"minimum|salary|rate|pay|figure|range|last)\b"
    r"|^\W*(?:so |and |then |well )*(?:said|asked for|told (?:him|her|them)|put down|wrote|went "
    r"with)\b|\b(?:and|so|but|then) (?:said|asked for|told (?:him|her|them)|put|put down|"
    r"wrote)\b)"
)


@dataclass(frozen=True, slots=True)
class _Event:
    """One place where pay comes up."""

    start: int
    end: int
    side: Side


def pay_talk(page: Page) -> Pay | None:
    """Find pay as it came up in the account, or None when it did not."""
    events: list[_Event] = []
    figures: list[Figure] = []
    warm = False
    for sentence in page.sentences:
        if _OTHER_PLACE.search(page.folded, sentence.start, sentence.end):
            warm = False
            continue
        here = _raised(page, sentence)
        named = _figures(page, sentence, warm=warm or bool(here))
        events.extend(here)
        figures.extend(named)
        warm = bool(here or named)
    if not events and not figures:
        return None
    raised_by = events[0].side if events else Side.UNKNOWN
    first = min([*(one.start for one in events), *(one.start for one in figures)])
    place = _place(page, first, events, figures)
    return Pay(raised_by, tuple(figures), place.start, place.end)


def _place(page: Page, first: int, events: list[_Event], figures: list[Figure]) -> Span:
    """Give the words with which pay first comes up, no longer than a quote may be."""
    ends = [one.end for one in events if one.start == first]
    ends += [one.end for one in figures if one.start == first]
    clause = page.clause_at(first)
    end = max(clause.end, *ends)
    start = clause.start if end - clause.start <= QUOTE_LONGEST else first
    if end - start > QUOTE_LONGEST:
        blank = page.folded.rfind(" ", start + 1, start + QUOTE_LONGEST + 1)
        end = blank if blank > 0 else start + QUOTE_LONGEST
    return Span(start, end)


def _raised(page: Page, sentence: Sentence) -> list[_Event]:
    low = page.folded[sentence.start : sentence.end]
    found: list[_Event] = []
    for pattern, side in (
        (_THEY_RAISED, Side.THEM),
        (_I_RAISED, Side.ME),
        (_CAME_UP, Side.UNKNOWN),
    ):
        for match in pattern.finditer(low):
            clause = page.clause_at(sentence.start + match.start())
            before = low[clause.start - sentence.start : match.start()]
            if _DENIED.search(before[-40:] + match[0]):
                continue
            found.append(_Event(sentence.start + match.start(), sentence.start + match.end(), side))
            break
    found.sort(key=lambda one: one.start)
    if len(found) > 1 and found[0].side is Side.UNKNOWN and found[1].start < found[0].end:
        found.pop(0)
    return found


def _figures(page: Page, sentence: Sentence, *, warm: bool) -> list[Figure]:
    low = page.folded[sentence.start : sentence.end]
    found: list[Figure] = []
    near = warm or bool(_PAY_NEAR.search(low))
    for match in _MONEY.finditer(low):
        if not _is_pay(low, match, near=near):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = match.end()
        found.append(
            Figure(
                page.text[sentence.start + start : sentence.start + end],
                _namer(low, start, end),
                sentence.start + start,
                sentence.start + end,
            )
        )
    return found


def _is_pay(low: str, match: re.Match[str], *, near: bool) -> bool:
    """Tell whether a number is a sum of pay, by its own signs and by the words around it."""
    money = bool(match["sign"] or match["code"] or match["code2"])
    scaled = bool(match["scale"] or match["scale2"])
    hourly = bool(match["unit"] or match["unit2"])
    taxed = bool(match["tax"])
    yearly = "lpa" in match[0]  # lakhs a year: nothing else is counted so
    near = near or yearly
    if not near and not (money and (hourly or taxed)):
        return False
    if not (money or scaled or hourly or taxed or _BIG_ENOUGH.match(match["number"])):
        return False
    if _NOT_MONEY_AFTER.match(low, match.end()) or low[
        max(0, match.start() - 1) : match.start()
    ] in (
        "%",
        "#",
        "/",
        ":",
    ):
        return False
    begin, end = _clause(low, match.start(), match.end())
    around = low[begin:end]
    other = bool(_OTHER_MONEY.search(around))
    if other and not _PAY_NEAR.search(around):
        return False
    if (
        other
        and not (hourly or taxed or yearly)
        and re.search(
            r"\b(?:rent|sales|revenue|turnover|budget|price|cost|costs|customer|client)\b", around
        )
    ):
        return False
    if money:
        return near or (hourly and not other) or taxed
    if scaled or taxed:
        return near and not re.search(
            r"\b(?:run|race|users|followers|lines)\b", low[match.end() : match.end() + 12]
        )
    if hourly:
        return near and bool(_UNIT_PAY.search(match[0]))
    if _BIG_ENOUGH.match(match["number"]):
        value = re.sub(r"\D", "", match["number"])
        year = len(value) == 4 and value[:2] in ("19", "20") and len(match["number"]) == 4
        return (
            near
            and not year
            and bool(_NAMERS.search(low[: match.start()]) or _PAY_NEAR.search(around))
        )
    return False


_UNIT_PAY: Final = re.compile(
    r"(?:an|per|/|p) ?/?h|an hour|per annum|p\.?a\b|a (?:year|month)|hourly|ctc"
)
_CLAUSE_END: Final = re.compile(
    r"[;.!?](?:\s|$)|,\s(?!\d)|\bbut\b|\bthen\b|\band (?:i|he|she|they|we|said|asked)\b"
)


def _clause(low: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch between the joints nearest to a place."""
    begin, stop = 0, len(low)
    for joint in _CLAUSE_END.finditer(low):
        if joint.end() <= start:
            begin = joint.start()
        elif joint.start() >= end:
            stop = joint.start()
            break
    return begin, stop


def _namer(low: str, start: int, end: int) -> Side:
    """Tell who named a figure: the last one before it who is said to have spoken or written."""
    namers = list(_NAMERS.finditer(low, 0, start))
    if namers:
        last = namers[-1]
        return Side.THEM if last["them"] else Side.ME
    if re.match(
        r"\W*(?:was|is) (?:the|their|his|her) (?:offer|figure|number)|\W*(?:they|he|she) (?:said|"
        r"offered)",
        low[end : end + 40],
    ):
        return Side.THEM
    if re.match(r"\W*(?:i said|i told|was what i|is what i|i asked)", low[end : end + 40]):
        return Side.ME
    return Side.UNKNOWN
