"""Which skills an account names as missing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reading.skills import skills_missing
from bot.coaching.reading.splitting import page

MISSING: list[tuple[str, list[str]]] = [
    ("I've never used Kubernetes.", ["Kubernetes"]),
    ("had no idea about double-entry so I just smiled", ["double-entry"]),
    ("they asked if I'd done IV cannulation and I hadn't", ["IV cannulation"]),
    ("They wanted SAP, I only know Sage.", ["SAP"]),
    ("couldn't answer the SQL one", ["SQL"]),
    ("drew a blank on pivot tables", ["pivot tables"]),
    ("he asked about VAT returns and I've never done one", ["VAT returns"]),
    ("I don't have my forklift licence", ["forklift licence"]),
    ("no Docker, no Terraform, nothing on AWS", ["Docker", "Terraform", "AWS"]),
    ("used Excel macros? no. Power BI? no.", ["Excel macros", "Power BI"]),
    ("I not know about welding TIG", ["welding TIG"]),
    ("never done a vat return and that seemed to be half the job", ["vat return"]),
    ("i have never worked with Salesforce", ["Salesforce"]),
    (
        "I had never used Docker, Terraform or Ansible before.",
        ["Docker", "Terraform", "Ansible"],
    ),
    ("She asked about SAP. I've never touched it.", ["SAP"]),
    ("He wanted to know if I had used Revit, I had to say no.", ["Revit"]),
    ("they asked if i knew Python and i said no", ["Python"]),
    ("I haven't got a CSCS card but I do have no HGV licence either", ["HGV licence"]),
    ("I have no experience with dementia care", ["dementia care"]),
    ("no experience of commercial leases whatsoever", ["commercial leases"]),
    ("I couldn't answer anything on IFRS 16", ["IFRS 16"]),
    ("couldnt answer the question about recursion", ["recursion"]),
    ("I couldn't answer the depreciation question.", ["depreciation"]),
    ("I didn't know what a tachograph was", ["tachograph"]),
    ("knew nothing about fire regulations", ["fire regulations"]),
    ("I don't know the first thing about sourdough", ["sourdough"]),
    ("i never use AutoCAD", ["AutoCAD"]),
    ("I have not used the Epic system", ["Epic system"]),
    ("- Xero: never used it", ["Xero"]),
    ("VLOOKUP - no clue", ["VLOOKUP"]),
    ("Python? never used it", ["Python"]),
    ("she asked me about phonics and I went blank", ["phonics"]),
    ("The regex question floored me", ["regex"]),
    ("microservices was all new to me", ["microservices"]),
    ("they asked for experience with Tableau and I have none", ["Tableau"]),
    ("asked whether I'd driven a reach truck, and I haven't", ["reach truck"]),
    ("He mentioned Kafka and I had no idea", ["Kafka"]),
    ("Hadn’t done venepuncture either, so that was that", ["venepuncture"]),
    ("i dont have a food hygiene certificate", ["food hygiene certificate"]),
    ("I can't speak German and they need it", ["German"]),
    ("never operated a CNC lathe in my life", ["CNC lathe"]),
    ("I'd never heard of HACCP", ["HACCP"]),
    ("they asked about C++ and i had to say no", ["C++"]),
    ("Never used R.", ["R"]),
    ("They need TIG welding, I only did MIG", ["TIG welding"]),
    ("I've never used Kubernetes but he said they train that", ["Kubernetes"]),
    (
        "couldn't answer the question on indexes, I've learned it since",
        ["indexes"],
    ),
    ("i no have forklift license", ["forklift license"]),
    ("asked had i used sage, xero. they asked if i'd used quickbooks and i hadnt", ["quickbooks"]),
    ("Never done payroll. Never done payroll, honestly.", ["payroll"]),
    ("Asked about Docker, Terraform and AWS and I had to say no", ["Docker", "Terraform", "AWS"]),
    ("they said do you know profit and loss. never done profit and loss", ["profit and loss"]),
    ("he asked if I have experience in hotel reservations, I said never", ["hotel reservations"]),
]

NOTHING: list[str] = [
    "I could answer everything on SQL",
    "they asked if I'd used SAP and I have, for six years",
    "blanked on the word but I do it daily",
    "I was worried they'd ask about Kubernetes and I'd never used Kubernetes",
    "the other candidate had never used Excel",
    "she told me her last assistant had never used Excel",
    "had no idea about that",
    "I had no idea what to say",
    "couldn't answer it",
    "I couldn't answer the last one",
    "I couldn't answer the question",
    "never heard another thing",
    "I've never been late",
    "I've never worked for Tesco",
    "never met Sarah before",
    "never worked with Sarah before",
    "never heard of Serco",
    "no feedback, no call, nothing",
    "no notes, no form, nothing, just vibes",
    "Any reply? no. Feedback? no.",
    "they asked about my family and I had no idea why",
    "I'd never used Docker until I joined my last team and now I run it",
    "I've never used my phone in an interview",
    "never done an interview like that",
    "I have never done a video interview",
    "I haven't heard back",
    "I don't have a problem with that",
    "no idea about the salary",
    "no idea about the parking",
    "in my last interview I couldn't answer the SQL question",
    "I had never used Terraform but I have learned it since",
    "it's not that I've never used Excel",
    "I've never done anything like it",
    "they wanted references, I only have one",
    "he asked if I was nervous and I said no",
    "they asked if I had any questions and I said no",
    "they asked if I had children and I said no",
    "asked about the gap and I couldn't explain the gap",
    "I never lie in interviews",
    "I didn't know their name",
    "I couldn't explain myself",
    "",
    "no",
    "it went perfectly, he seemed to like me",
    "no problem, no worries, no stress",
    "I did not use notes",
    "I don't know London at all",
]


@pytest.mark.parametrize(("text", "skills"), MISSING)
def test_a_skill_named_as_missing_is_found_as_it_was_written(text: str, skills: list[str]) -> None:
    assert [gap.skill for gap in skills_missing(page(text))] == skills


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_a_missing_skill_is_left_alone(text: str) -> None:
    assert skills_missing(page(text)) == ()


def test_each_skill_is_told_once_whatever_its_capitals() -> None:
    found = skills_missing(page("Never used Docker. They asked about docker and I had no idea."))
    assert [gap.skill for gap in found] == ["Docker"]


_PIECES = st.sampled_from(
    [*(text for text, _ in MISSING), *NOTHING, "İ", "😀", "\n- ", ", or ", " and ", "?", "’", "ß"]
)


@given(st.lists(_PIECES, max_size=6).map(" ".join) | st.text(max_size=200))
def test_every_skill_stands_where_it_says(text: str) -> None:
    for gap in skills_missing(page(text)):
        assert text[gap.start : gap.end] == gap.skill
        assert gap.skill == gap.skill.strip() != ""


@given(st.lists(_PIECES, max_size=6).map(" ".join))
def test_no_skill_is_longer_than_five_words(text: str) -> None:
    assert all(len(gap.skill.split()) <= 5 for gap in skills_missing(page(text)))


@pytest.mark.parametrize(
    "piece",
    ["they asked about ", "no ", "never used ", "a", "used excel? ", "- ", "i said, ", "sql, "],
)
def test_the_longest_account_is_read_in_a_moment(piece: str) -> None:
    whole = page((piece * 60_000)[:60_000])
    begun = time.process_time()
    skills_missing(whole)
    assert time.process_time() - begun < 10
