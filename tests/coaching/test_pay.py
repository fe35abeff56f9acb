"""Pay as it came up: who raised it, which figures, and who named them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reading.pay import pay_talk
from bot.coaching.reading.signs import Side
from bot.coaching.reading.splitting import page

ME, THEM, UNKNOWN = Side.ME, Side.THEM, Side.UNKNOWN

PAID: list[tuple[str, Side, list[tuple[str, Side]]]] = [
    ("They asked my salary expectations.", THEM, []),
    (
        "They asked what I was looking for in pay and I said 45k",
        THEM,
        [("45k", ME)],
    ),
    ("She asked about salary. I said £32,000.", THEM, [("£32,000", ME)]),
    ("I asked what it pays and he said £12.50 an hour", ME, [("£12.50 an hour", THEM)]),
    ("pretty much the first thing i asked was the money", ME, []),
    ("They told the budget is 5.5 LPA", UNKNOWN, [("5.5 LPA", THEM)]),
    ("He offered me 1.800 € brutto", THEM, [("1.800 € brutto", THEM)]),
    ("the advert said £24-26k but they offered £22k", THEM, [("£24-26k", THEM), ("£22k", THEM)]),
    ("had to put down what i earn now or it wouldnt submit", THEM, []),
    (
        "When they asked about pay I asked for 38 thousand",
        THEM,
        [("38 thousand", ME)],
    ),
    ("HR asked my expected CTC, I told them 12 lakh", THEM, [("12 lakh", ME)]),
    ("we talked about salary and it was fine", UNKNOWN, []),
    ("Salary came up near the end.", UNKNOWN, []),
    ("I asked whether the trial shift was paid", ME, []),
    ("The recruiter said the salary is $70,000 per annum.", THEM, [("$70,000 per annum", THEM)]),
    ("I was asked how much I earn now", THEM, []),
    ("I brought up the wages before she did", ME, []),
    ("asked about pay at the end", ME, []),
    ("They asked me for a number and I said 50 to 55k", THEM, [("50 to 55k", ME)]),
    ("I told them I'm on £28k", UNKNOWN, [("£28k", ME)]),
    ("was offered £11.44 per hour", UNKNOWN, [("£11.44 per hour", THEM)]),
    ("the form wanted my current salary", THEM, []),
    ("My first question was about the salary, stupid", ME, []),
    ("Then he asked the salary question", THEM, []),
    ("the dreaded salary question. Said 40000.", THEM, [("40000", ME)]),
    ("She wanted to know what I'm on", THEM, []),
    ("they offered 60k USD", THEM, [("60k USD", THEM)]),
    ("he said the pay is 15 euros an hour", THEM, [("15 euros an hour", THEM)]),
    ("I raised salary, they said €3,200 a month gross", ME, [("€3,200 a month gross", THEM)]),
    ("I mentioned salary straight away", ME, []),
    ("They said salary would be R25 000 a month", THEM, [("R25 000 a month", THEM)]),
    (
        "interviewer asked my expectations, I said 30k. He said they can do 27k.",
        THEM,
        [("30k", ME), ("27k", THEM)],
    ),
    ("kept asking about the money like an idiot, me. I asked about pay twice", ME, []),
    ("she asked how much I wanted to earn", THEM, []),
]

UNPAID: list[str] = [
    "",
    "it went well",
    "the cake in the task cost £200",
    "they asked how I'd price a £200 cake",
    "I grew revenue to £2m a year",
    "my last shop took £9k a week",
    "I am 54 and they are 25",
    "got the 38 bus at 9.30",
    "waited 40 minutes",
    "pay never came up",
    "they didn't mention salary",
    "I didn't ask about the pay",
    "we never talked about money",
    "should I ask about the salary next time?",
    "I wanted to ask about pay but was too shy",
    "I need the money",
    "paid for the parking, £6",
    "the taxi was £20",
    "I paid attention to everything",
    "next time I'll ask what it pays",
    "there were 12000 parcels a day",
    "since 2019 I have worked nights",
    "I saved them 40k on packaging",
    "the case study had a budget of $50,000",
    "in my last interview they asked about salary",
    "my friend asked about the salary at hers",
    "it took 2 hours, an hour too long",
    "my expectations of myself are high",
    "their expectations were high",
    "the salary is low in this trade",
    "rent here is £900 a month",
    "I ran a 10k on Sunday",
    "room 1204 on floor 12",
    "i told them i managed 3000 customers",
]


@pytest.mark.parametrize(("text", "raised", "figures"), PAID)
def test_pay_is_found_with_who_raised_it_and_who_named_each_figure(
    text: str, raised: Side, figures: list[tuple[str, Side]]
) -> None:
    pay = pay_talk(page(text))
    assert pay is not None
    assert pay.raised_by is raised
    assert [(figure.amount, figure.named_by) for figure in pay.figures] == figures


@pytest.mark.parametrize("text", UNPAID)
def test_other_money_and_unspoken_pay_are_left_alone(text: str) -> None:
    assert pay_talk(page(text)) is None


_PIECES = st.sampled_from(
    [*(text for text, _, _ in PAID), *UNPAID, "İ", "😀", "\n- ", "£", "k", "1,", "’", "ß"]
)


@given(st.lists(_PIECES, max_size=6).map(" ".join) | st.text(max_size=200))
def test_every_figure_stands_where_it_says(text: str) -> None:
    pay = pay_talk(page(text))
    if pay is None:
        return
    assert 0 <= pay.start < pay.end <= len(text)
    assert pay.end - pay.start <= 200
    for figure in pay.figures:
        assert text[figure.start : figure.end] == figure.amount
        assert figure.amount == figure.amount.strip() != ""


@pytest.mark.parametrize(
    "piece",
    ["they asked ", "£1,000 ", "1", "1,000,", "i said pay ", "salary ", "1 000 ", "how much "],
)
def test_the_longest_account_is_read_in_a_moment(piece: str) -> None:
    whole = page((piece * 60_000)[:60_000])
    begun = time.process_time()
    pay_talk(whole)
    assert time.process_time() - begun < 10
