"""Whether a text is English: the reader reads no other language, and says so."""

from __future__ import annotations

import re
from typing import Final

_SAMPLE: Final = 6_000
"""So many characters are looked at; a text does not change its language often."""
_TOO_SHORT: Final = 4
"""With fewer words than this a text is given the benefit of the doubt."""
_ENOUGH: Final = 14
"""From so many words on, a text without English words is in a language not listed here."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH: Final = _words(
    """
    i me my we us our you your he him his she her they them their it its this that these those the
    a an and or but so if because then than when while where which who what why how not no yes to
    of in on at for from with about by after before into out up down off over is are was were be
    been being am have has had do does did will would can could should may might must just very
    really too also only even still again never always some any all there here said asked told got
    went came think thought know knew felt didn't don't wasn't couldn't wouldn't isn't haven't
    hadn't can't i'm i'd i've it's they'd he'd she'd didnt dont wasnt couldnt im ive id late early
    interview job questions question nothing bit lot time work boss manager good nice ok okay one
    two three first last more much many like well bad wrong back today yesterday week weeks day
    minutes minute hour sent send answer answered answers call called phone email mail thank thanks
    waiting waited talked talk said people person something someone everything anything u ur
    """
)

_AMBIGUOUS: Final = _words(
    "met van ben dan ada main per ha war die man co var hat den plus al pour elle per art con sin"
)
"""Words of other languages that an English note holds too, as words or as names."""

_OTHERS: Final = tuple(
    _words(line) - _ENGLISH - _AMBIGUOUS
    for line in (
        """ich und der die das ist nicht ein eine einen einem mit für auf dem des hatte habe haben
        wurde sie er wir mich mir dass aber auch noch nach beim zum zur sehr dann weil wie über
        kein keine gefragt gesagt zu im vom bei gespräch vorstellungsgespräch""",
        """je tu il elle nous vous ils le la les un une des du de et est pas que qui dans sur avec
        mais ce cette mon ma mes j'ai était suis avait très être au aux ne ont m'a c'était qu'il
        entretien j'étais ils m'ont""",
        """yo el los las y en que se una un para como más pero mi fue era estaba muy lo del su por
        la de porque cuando sobre había tenía dijo preguntó entrevista trabajo es""",
        """o os e do da de em um uma não com mais mas foi eu ele ela eles minha meu estava muito
        disse que para entrevista""",
        """il lo la gli che non di è un una e sono mi ho era della nel alla molto anche come perché
        più mia colloquio lavoro ma""",
        """ik het een en niet dat voor maar waren zijn heb hebben mijn werd ook naar bij de ze
        gesprek""",
        """w z na się że nie jest był była było jak ale po mnie mi dla tak już czy od za bardzo
        rozmowa rozmowie pracy pracę o i""",
        """maine mujhe mera meri hai hain tha thi nahi nahin kya aur ko ka ki ke se mein bhi
        unhone usne lekin phir kuch bahut woh wo yeh ye kar kiya gaya raha hua""",
        "jag och att det som en på är av för med den till inte var hade om jeg og ikke til er",
        "ve bir bu da de ile için çok ama bana dedi sordu değil",
        "saya yang di tidak itu dengan untuk dia mereka ini tapi aku",
        "ang ng sa na ako ko hindi mga ay po naman yung kasi",
    )
)


def looks_english(text: str) -> bool:
    """Tell whether a text is English; short and unclear texts count as English.

    Words decide, by what they do in a sentence and not by what they are about, so that a note full
    of foreign names or of mistakes is still English.
    """
    sample = text[:_SAMPLE]
    letters = "".join(filter(str.isalpha, sample))
    if not letters:
        return True
    if sum(letter < "\u0250" for letter in letters) < len(letters) * 0.6:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    english = sum(word in _ENGLISH for word in words)
    other = max(sum(word in language for word in words) for language in _OTHERS)
    if len(words) < _TOO_SHORT:
        return not (other >= 2 and english == 0)
    if other > english and other >= 2:
        return False
    return len(words) < _ENOUGH or english >= len(words) * 0.08
