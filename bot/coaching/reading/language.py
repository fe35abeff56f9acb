"""Whether a text is English: the reader reads no other language, and says so."""

from __future__ import annotations

import re
from typing import Final

_SAMPLE: Final = 6_000
"""So many characters are looked at; a text does not change its language often."""
_TOO_SHORT: Final = 4
"""With fewer words than this a text is given the benefit of the doubt."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_ENGLISH: Final = frozenset(
    """
    i me my we us our you your he him his she her they them their it its this that these those the a
    an and or but so if because then than when while where which who what why how not no yes to of
    in on at for from with about by after before into out up down off over is are was were be been
    being am have has had do does did will would can could should may might must just very really
    too also only even still again never always some any all there here said asked told got went
    came think thought know knew felt didn't don't wasn't couldn't wouldn't isn't haven't hadn't
    can't i'm i'd i've it's they'd he'd she'd didnt dont wasnt couldnt im ive id late early
    interview job went questions question nothing bit lot time work boss manager good nice ok okay
    """.split()
)
_OTHERS: Final = (
    frozenset(
        """
    ich und der die das ist nicht ein eine einen einem mit für auf dem den des war hatte habe haben
    wurde sie er wir mich mir dass aber auch noch nach beim zum zur sehr dann weil wie über kein
    keine gefragt gesagt
    je tu il elle nous vous ils le la les un une des du de et est pas que qui dans pour sur avec
    mais ce cette mon ma mes j'ai était suis avait très être au aux ne ont m'a c'était qu'il plus
    yo el los las y en que no se por con una para como más pero me mi fue era estaba muy lo al del
    su porque cuando sobre había tenía dijo preguntó entrevista trabajo
    o os e do da em um uma não com mais mas foi eu ele ela eles minha meu estava muito disse
    il lo gli che non di per sono mi ho ha era con della nel alla molto anche come perché più
    ik het een en van niet dat die voor met maar was waren zijn heb hebben mijn werd ook naar bij
    i w z na się że nie to jest był była było jak ale do po mnie mi dla tak już co od czy o za
    bardzo rozmowa pracy
    main maine mujhe mera meri hai tha thi the hain nahi nahin kya aur ko ka ki ke se mein bhi unhone
    usne lekin phir kuch bahut woh wo yeh ye kar kiya gaya raha
    jag och att det som en på är av för med den till inte var hade men om
    ve bir bu da de ile için çok ama ben bana dedi sordu değil
    saya dan yang di tidak itu dengan untuk ada dia mereka
    """.split()
    )
    - _ENGLISH
)


def looks_english(text: str) -> bool:
    """Tell whether a text is English; short and unclear texts count as English.

    Words decide, by what they do in a sentence and not by what they are about, so that a note full
    of foreign names or of mistakes is still English.
    """
    sample = text[:_SAMPLE]
    letters = sum(letter.isalpha() for letter in sample)
    if letters == 0:
        return True
    latin = sum(letter.isalpha() and letter < "\u0250" for letter in sample)
    if latin < letters * 0.6:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    english = sum(word in _ENGLISH for word in words)
    others = sum(word in _OTHERS for word in words)
    if len(words) < _TOO_SHORT:
        return not (others >= 2 and english == 0)
    if others > english and others >= 2:
        return False
    return len(words) < 12 or english >= len(words) * 0.1
