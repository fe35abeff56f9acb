"""English is read; any other language is told apart, and nobody's English is too poor."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reading import looks_english

OTHER_LANGUAGES = {
    "German": "Ich war heute bei einem Vorstellungsgespräch und es lief nicht gut, weil ich zu "
    "spät "
    "gekommen bin.",
    "German, small letters": "war heute beim gespräch, die haben mich nach meinem gehalt gefragt "
    "und "
    "ich wusste nicht was ich sagen soll",
    "French": "Je suis arrivé en retard et je n'ai pas su répondre à la question sur mon "
    "expérience.",
    "Spanish": "Llegué tarde a la entrevista y no supe qué contestar cuando me preguntó por mi "
    "jefe.",
    "Polish": "Byłem wczoraj na rozmowie o pracę i nie wiedziałem co powiedzieć na pytanie o "
    "zarobki.",
    "Polish without its own letters": "bylem na rozmowie i nie wiedzialem co powiedziec o mojej "
    "pracy "
    "bo sie bardzo stresowalem",
    "Hindi in Latin letters": "kal interview tha aur maine sahi se jawab nahi diya, unhone salary "
    "ke "
    "baare mein poocha",
    "Italian": "Sono arrivato in ritardo al colloquio e non ho saputo rispondere alla domanda.",
    "Portuguese": "Cheguei atrasado na entrevista e não soube responder quando ele perguntou do "
    "salário.",
    "Dutch": "Ik was te laat voor het gesprek en ik wist niet wat ik moest zeggen over mijn werk.",
    "Turkish": "Mülakata geç kaldım ve maaş sorusunu cevaplayamadım, çok utandım bir de terledim.",
    "Swahili": "Nilichelewa kwenye mahojiano na sikuweza kujibu swali kuhusu mshahara wangu wa "
    "zamani "
    "kazini kwangu jana asubuhi",
    "Chinese": "我昨天去面试迟到了，经理问我的问题我答不上来。",
    "Arabic": "تأخرت عن المقابلة ولم أستطع الإجابة على السؤال.",
    "Hebrew": "איחרתי לראיון ולא ידעתי מה לענות על השאלה.",
    "Russian": "Я опоздал на собеседование и не смог ответить на вопрос.",
    "Hindi": "कल मेरा इंटरव्यू था और मैं जवाब नहीं दे पाया।",
}

ENGLISH = {
    "plain": "I was ten minutes late and I could not say what the company does.",
    "a learner": "Yesterday I have interview for cleaner, I am come late because bus not come, "
    "boss "
    "is angry with me",
    "a learner from Germany": "I become an invitation since two weeks, in the talk they asked me "
    "after "
    "my salary and I said 45k brutto",
    "slang": "ngl was buzzin for it then my phone goes off mid convo n he just looks at me like "
    "bruh",
    "without punctuation": "so got there bout ten past and the fella goes youre late i said sorry "
    "traffic",
    "names": "Met Agnieszka Wiśniewska and Jürgen Müller at Société Générale in São Paulo, then "
    "Ben "
    "and Dan from Van den Berg",
    "notes": "Panel of three. Drug calculation: blank. Sepsis scenario ok. Values question: "
    "rambled. "
    "Thank-you email not sent.",
    "notes without small words": "Phone screen Tuesday. Recruiter pleasant. Kubernetes, "
    "Terraform, Helm: "
    "no experience. Salary 60k. Rejected Thursday.",
    "a German word or two": "The Geschäftsführer asked about my Ausbildung and I could not "
    "explain it.",
    "a driver": "Drove the van to the depot, met the man in charge, and he said the war is over "
    "for me",
    "misspelt": "i waz to nervus an i didnt no wot to say wen they arsked abowt my last job",
    "with emoji": "bombed it 😭😭😭 they asked why I want the job and I said the money 💀",
}


@pytest.mark.parametrize("name", OTHER_LANGUAGES)
def test_another_language_is_told_apart(name: str) -> None:
    assert not looks_english(OTHER_LANGUAGES[name])


@pytest.mark.parametrize("name", ENGLISH)
def test_everybodys_english_is_english(name: str) -> None:
    assert looks_english(ENGLISH[name])


@pytest.mark.parametrize(
    "text", ["", "   ", "😭", "12:30", "no", "late", "Siemens", "Łukasz", "ok ok"]
)
def test_a_short_text_gets_the_benefit_of_the_doubt(text: str) -> None:
    assert looks_english(text)


def test_one_foreign_sentence_in_an_english_account_changes_nothing() -> None:
    assert looks_english(
        "They told me it would be in English. Then he said 'erzählen Sie mal von sich' and I had "
        "to "
        "ask whether we could go on in English, which they did. It went fine after that."
    )


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert looks_english(text) in (True, False)


def test_a_long_text_takes_no_longer_than_a_short_one_needs() -> None:
    begun = time.perf_counter()
    for piece in ("a ", "((((", "x", "😭", "é'é"):
        looks_english((piece * 60_000)[:60_000])
    assert time.perf_counter() - begun < 1
