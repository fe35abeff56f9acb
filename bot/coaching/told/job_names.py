"""The role and the employer as a short answer names them: "line cook at Harbour Kitchen".

Both go into letters to the employer, so what is not sure is None.
"""

from __future__ import annotations

import re
from typing import Final

SHORT_ANSWER: Final = 200
"""Characters up to which an answer can begin with the role."""

_NAME: Final = (
    r"(?:[Tt]he )?(?:St\.? )?[A-Z0-9][\w&'’+/-]*(?:\.[A-Za-z]\w*)?"
    r"(?:(?: (?:of|and|&|de|for|the))*(?: (?=[A-Z&]))[A-Z&][\w&'’+/-]*| & [A-Z][\w'’-]*){0,5}"
)
_AT: Final = re.compile(rf"(?:\bat |@ ?)(?P<employer>{_NAME})")
_WITH: Final = re.compile(rf"\b(?P<verb>\w+)?,? ?\bwith (?P<employer>{_NAME})")
_MET: Final = re.compile(
    r"(?:met|meeting|spoke|speaking|talked|chat|chatted|call|sat|was|panel|interview(?:ed)?|zoom"
    r"|teams|video|there|them|yesterday|today|round|stage|screen)$",
    re.IGNORECASE,
)
_NO_EMPLOYER: Final = re.compile(
    r"(?:HR|Human Resources|Zoom|Teams|Skype|Google Meet|I|It|They|He|She|We|Monday|Tuesday"
    r"|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Mr|Mrs|Ms|Dr|CEO|CTO|CFO|Head|The (?:Manager|Interview|Office|End)"
    r"|\d[\d:.]*(?:am|pm)?|First|The|My|A|An|Home|Work|Night|Noon)(?: .*)?|.*\bHR",
)
_WORDS: Final = (
    # What people in jobs are called: enough to tell a role from a firm where there is no "at".
    r"(?:manager|assistant|engineer|developer|dev|nurse|sister|matron|carer|care worker|teacher"
    r"|tutor"
    r"|lecturer|cook|chef|waiter|waitress|barista|bartender|server|cleaner|driver|courier|porter"
    r"|receptionist|administrator|admin|secretary|clerk|bookkeeper|accountant|auditor|analyst"
    r"|consultant|designer|editor|writer|journalist|translator|librarian|lawyer|solicitor|counsel"
    r"|paralegal|welder|electrician|plumber|carpenter|joiner|mechanic|technician|operative|operator"
    r"|picker|packer|labourer|supervisor|director|officer|coordinator|co-ordinator|specialist"
    r"|representative|rep|agent|adviser|advisor|associate|intern|apprentice|trainee|graduate"
    r"|scientist"
    r"|researcher|architect|planner|buyer|merchandiser|salesperson|salesman|cashier|stylist"
    r"|hairdresser|therapist|physiotherapist|pharmacist|doctor|dentist|midwife|paramedic|guard"
    r"|fitter"
    r"|installer|roofer|gardener|baker|butcher|housekeeper|nanny|trainer|coach|recruiter|tester"
    r"|programmer|lead|head|worker|attendant|host|hostess|steward|inspector|surveyor|producer"
    r"|photographer|seamstress|machinist|instructor|strategist|controller|executive|partner"
    r"|physician|surgeon|warden|curator|clinician|psychologist|counsellor|team member|crew member)"
)
_HAS_JOB: Final = re.compile(rf"\b{_WORDS}s?\b", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"^(?:(?:yes|ok|okay|hi|hello|so|well|um)[,.!]? )*(?:(?:it was|it's|i (?:had|went)"
    r"|(?:just )?had"
    r"|i (?:was )?interviewed|interviewed|interview|i applied|i went)\b ?)?(?:(?:to|for|an?|as"
    r"|the|my"
    r"|(?:job )?interview|position of|role of|job as|job of)\b ?)*",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?P<role>[^\W\d_][\w'’/&+#.-]*(?: [\w'’/&+#()-]+){0,5}?)"
    r"(?: (?:job|position|role|post|vacancy|interview))?"
    r"(?= (?:at|with|@|in|for|on|via|by|through) |\s*[,;(]|\s*[.](?:\s|$)|\s+[-–—]\s|\s*$"
    r"|\s+(?:yesterday|today|last|this|two|three)\b)",
    re.IGNORECASE,
)
_NO_ROLE: Final = re.compile(
    r"^(?:it|i|i['’]\w+|we|they|he|she|this|that|there|so|well|just|hi|hello|hey|yes|no|nope"
    r"|ok(?:ay)?|my|today|yesterday|in(?!-)|at|on|the|an?|one|two|not|dont|don['’]t|skip|none"
    r"|nothing|interview|had|was|went|with|for|last|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|who|what|why|how|really|very|bad|good|fine|terrible|awful|great|horrible"
    r"|met|spoke|and|but|because|when|if|nobody|everyone|please|sorry|can|could|do|you|to|some"
    r"|something)\b"
    r"|^(?:first|second|third|final|phone|video|zoom|teams|trial|panel|group|telephone|online)"
    r"(?: (?:call|interview|round|stage|screen(?:ing)?|shift|day|chat|exercise))?$"
    r"|^(?:junior|senior|graduate|entry[- ]level|part[- ]time|full[- ]time|new|temporary|remote)$"
    r"|\b(?:is|are|was|were|went|had|have|has|did|asked|said|told|called|interviewed|they|i|me|we)\b",
    re.IGNORECASE,
)
_DAYS: Final = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|January|February|April|June"
    r"|July|August|September|October|November|December)\b.*"
)


def role_and_employer(words: str) -> tuple[str | None, str | None]:
    """Name the role and the employer, each where the answer names it plainly."""
    if len(words) > 2 * SHORT_ANSWER:
        return None, None
    first = words.strip().split("\n", 1)[0]
    employer = _employer(words)
    if len(words) > SHORT_ANSWER:
        return None, employer
    if employer is None and (both := _employer_first(first)) is not None:
        return both
    return _role(first), employer


def _role(words: str) -> str | None:
    opening = _OPENING.match(words)
    rest = words[opening.end() :] if opening else words
    found = _ROLE.match(rest)
    if found is None:
        return None
    role = found["role"].strip(" -.")
    if _NO_ROLE.search(role) or len(role) > 60:
        return None
    # "Deloitte, yesterday" and "Acme": a name that is no job is left alone.
    after_at = re.match(
        r"(?: (?:job|position|role|post|vacancy|interview))? (?:at|with|@|in) |"
        r" (?:job|position|role|post|vacancy)\b",
        rest[found.end("role") :],
    )
    return role if after_at or _HAS_JOB.search(role) else None


def _employer(words: str) -> str | None:
    for cue in (_AT, _WITH):
        for found in cue.finditer(words):
            name = _DAYS.sub("", found["employer"]).rstrip(".,'’ ")
            if _NO_EMPLOYER.fullmatch(name):
                continue
            if re.match(r", [A-Z]\w+ (?:and|&) [A-Z]", words[found.end("employer") :]):
                continue  # "Smith, Jones and Partners" is longer than its first name
            if cue is _WITH:
                before = words[: found.start("employer")].removesuffix("with ").rstrip()
                after = words[found.end("employer") :]
                if _MET.search(before) and not re.search(r"\binterview$", before, re.IGNORECASE):
                    continue
                if before.endswith(",") or re.match(r"(?: and |, | from )(?-i:[A-Z])", after):
                    continue
            return name
    return None


def _employer_first(words: str) -> tuple[str | None, str | None] | None:
    """Read "Deloitte, junior auditor": a firm, a comma, a job."""
    found = re.match(rf"(?P<employer>{_NAME}), ?(?P<role>[^,.;(]{{3,50}}?)(?=[,.;(]|$)", words)
    if found is None or _HAS_JOB.search(found["employer"]):
        return None
    role = re.sub(r"^(?:as )?(?:an?|the) ", "", found["role"].strip(), flags=re.IGNORECASE)
    if (
        not _HAS_JOB.search(role)
        or _NO_ROLE.search(role)
        or _NO_EMPLOYER.fullmatch(found["employer"])
    ):
        return None
    return role, found["employer"]
