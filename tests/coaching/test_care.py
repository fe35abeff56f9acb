"""What care promises: who is met how, and that no number is wrong by our own doing."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching import care
from bot.coaching.care import Level
from bot.words import ENGLISH, PSEUDO, language

PLACES = ("US", "CA", "GB", "IE", "DE", "IN", "AU", "BR", None)

DANGER = (
    "I want to die",
    "i just want to die.",
    "I WANT TO DIE",
    "honestly I don’t want to be here anymore",
    "dont want to be here any more",
    "I do not want to be alive",
    "I can't go on.",
    "i cant go on like this",
    "I cannot go on",
    "Another no. I really can’t carry on",
    "I dont know how to go on",
    "Don't know how much longer I can keep going",
    "there's no point in living",
    "no point living if nobody wants me",
    "I don't see much point in being here, if I am honest",
    "Everyone would be better off without me",
    "my kids are better off without me",
    "they'd all be happier without me",
    "I'm going to end it all",
    "thinking of ending my life",
    "I'll end it tonight",
    "kms",
    "lol might kms after that one",
    "gonna unalive myself",
    "I'm scared I will hurt myself",
    "i keep hurting my self",
    "I started cutting again",
    "I've been self-harming since the rejection",
    "I cut my arms last night",
    "this is goodbye to everyone",
    "Goodbye everyone.",
    "I wanted to say goodbye to my family",
    "I have given my things away",
    "ive given away all my stuff, nothing left to sort",
    "gave my dog away on sunday",
    "I see no way out",
    "theres no way out of this",
    "the only way out is the bridge",
    "I want to disappear forever",
    "I just want to disappear",
    "I'd rather be dead",
    "i would rather be dead than this",
    "wish I was dead",
    "I wish I had never been born",
    "better off dead tbh",
    "I want not live more",
    "I not want live",
    "I dont want live anymore",
    "life has no sense for me",
    "my life is without sense",
    "For me the life not have meaning now",
    "I want finish my life",
    "I am tired of live",
    "i'm so tired of living",
    "Had quite enough of being alive, thank you",
    "I shouldn't think I'll be around much longer",
    "wouldn't mind not waking up tomorrow",
    "I hope I don't wake up",
    "I just want to sleep and never wake up",
    "going to top myself",
    "I might do something stupid tonight",
    "I could kill myself",
    "I am suicidal",
    "I've been feeling suicidal since Monday",
    "I keep thinking about suicide",
    "suicide is the only option left",
    "thinking about jumping off a bridge",
    "I feel like stepping in front of a train",
    "I've taken all my tablets",
    "I took an overdose",
    "I've got the pills here in my hand",
    "I'm just a burden to everyone",
    "I feel like such a burden",
    "Nobody would miss me",
    "no one would notice if I was gone",
    "what reason is there? No reason to live",
    "nothing left to live for",
    "I keep thinking about dying",
    "I can't do this anymore",
    "I want it all to stop",
    "it'd be easier for everybody if I wasn't here",
    "I'm not safe at home tonight",
    "not safe",
    "My husband hits me and I have no job now",
    "I don't want to die but I don't want to live either",
    "The interview went ok. Anyway, I've decided to end my life.",
    "I was dying of embarrassment and now I want to kill myself",
    "The client told me I did badly and I want to kill myself",
    'I told them, "I want to die", and they laughed',
    "I bombed the interview. I am going to kill myself.",
    "please just let me die",
    "i wanna die",
    "i want\nto die",
    "ich will nicht mehr leben",
    "quiero morir",
    "dieeee i want to dieeee",
    "no longer see the point of living",
    "My life is over",
    "I cant see myself being alive by Christmas",
    "I can't live like this",
    "wrote a suicide note",
    "I'm thinking about not being around anymore",
    "been having suicidal ideation since last week",
    "maybe everyone's life would improve if I just died",
    "I don't want to exist tomorrow",
    "I want to sleep and never get up",
    "honestly death sounds peaceful",
    "I cannot live with this shame anymore",
    "I feel there is no exit from this, only one",
    "I have planned how I will do it, the rope is in the garage",
    "how do people find the strength to stay alive",
    "I think my family will be better when I am not there",
    "I am fed up of this life",
    "Life is no more worth",
    "I do not wish to live",
    "I will finish my life today",
    "give me one reason to stay alive",
    "not wanting to be here is becoming normal",
    "I can't see another way out",
    "tempted to just drive into a wall",
    "I nearly jumped last night",
    "can't keep myself safe",
    "I'm struggling to stay alive",
    "I drank bleach",
    "I want to slit my wrists",
    "ready for it all to be over, ready to go",
    "I pray I do not wake",
    "I've been self harming again, nobody knows",
    "sometimes I think about how to end my life",
    "what if I just ended it",
    "nobody would even come to my funeral",
    "I feel like there's no reason to be alive anymore",
    "I've lost all will to live",
    "I am going to take my life tonight",
    "I'm ready to die",
    "I would be happier if I died in my sleep",
    "hope a car hits me on the way home",
    "i think i want to kill myself",
    "I can't keep going, I'm done with living",
    "it would be best if I was dead",
    "My kids deserve a better dad, they don't need me alive",
    "I want to hurt myself so bad",
    "thinking about cutting",
    "i have been cutting myself since the email",
    "feel so suicidal rn",
    "suicidal thoughts again after this rejection",
    "I just don't see a reason to stay alive",
    "no one will even notice if I die",
    "I am a burden for my family, better they are without me",
    "the world would be a better place without me",
    "I'm saying my goodbyes",
    "bye everyone, I love you, sorry",
    "I have decided to go. please look after my dog",
    "I don't want to wake up tomorrow",
    "I wish I didn't wake up this morning",
    "Can't see any future, I want to end my life",
    "there's no way out for me, only death",
    "I don't think I want to live any longer",
    "I do not want live in this world",
    "why I must live, I want die",
    "my heart want stop, I want no more life",
    "nothing to live for now my wife has left and no job",
    "I'd sooner be dead than go through another of these",
    "I was thinking I might throw myself under a train",
    "standing on the edge of the roof",
    "I've got a rope",
    "I took too many pills",
    "took a load of paracetamol an hour ago",
    "my wrists are bleeding",
    "I've cut my wrist",
    "im scared of myself tonight",
    "I can't stay alive like this",
    "if I disappear nobody will care",
    "I want to disappear and never come back",
    "I keep having thoughts of ending it",
    "I don't deserve to live",
    "i should not be alive",
    "every day I think about dying",
    "the thought of suicide won't leave me",
    "I can't promise I'll be here tomorrow",
    "feel like I want to just stop existing",
    "life isn't worth living",
    "what's the point of being here",
    "I've had enough of life",
    "I'm sick of being alive",
    "can not continue to live",
    "I'm at the point where I'd rather die",
    "Please, I am planning to end my life",
    "I can't carry on any more",
    "its all over im going to kms",
    "Honestly? I hope I die",
    "I don't see myself making it to next week",
    "I'd be better off six feet under",
    "what would happen if I just drove off the road",
    "I'm done. With everything. With life.",
    "nobody needs me, they'd cope fine if I were gone",
    "I can't keep living like this",
    "If I die, would anyone care",
    "I won't be a problem to anyone much longer",
    "Don't think I can carry on much longer to be honest",
    "it would be easier to be dead",
    "I think to kill me",
    "I have a blade and I don't trust myself",
    "i want out of this life",
    "id be doing everyone a favour if i died",
    "I don't belong in this world anymore",
    "I feel like ending everything",
    "I feel like dying",
    "wish I wasn't alive",
    "I am worth more dead than alive",
    "not sure I want to be alive",
    "There's nothing left for me",
    "I can't face another day",
    "I don't care if I live or die",
    "Sometimes I think it'd be simpler if a lorry hit me",
    "I'm ready to go. I've made my peace",
    "tell my kids I love them",
    "after tonight you won't hear from me again",
    "s u i c i d e",
    "I can no more",
    "I want that everything ends",
    "i want to be dead",
    "I honestly don't know why I'm still alive",
    "It would have been better if I was never born",
    "I have nothing to wake up for",
    "I pray God takes me tonight",
    "God take me please",
    "I'd like to go to sleep forever",
    "i have been thinking of ways to die",
    "googling painless ways to go",
    "how many paracetamol would it take",
    "I've been looking up how to kill myself",
    "I sat on the bridge for an hour last night",
    "stood on the platform edge and thought about it",
    "thought about the train tracks again",
    "Had the tablets lined up",
    "I've stockpiled my meds",
    "I came close to ending it yesterday",
    "I tried to end my life in March",
    "nothing matters anymore, I want to be gone",
    "I just don't want to exist any more",
    "I wish the earth would take me",
    "can't take the pain anymore",
    "the pain is too much, I want out",
    "my family would be relieved if I was gone",
    "I am just taking up space and air, should be gone",
    "I'm a burden, I should go",
    "I'm so tired of being alive",
    "I can't be here anymore",
    "Being alive hurts",
    "I hate being alive",
    "I hate my life, want it over",
    "I feel like there's no future for me and I'd rather not be around",
    "If this one says no I'm ending it",
    "if I don't get this job I will kill myself",
    "this job was my last hope, otherwise I die",
    "if they reject me I am going to do it",
    "one more rejection and I'm off the bridge",
    "one more no and that's me done for good",
    "I scratch my arms until they bleed",
    "I burn my arm with cigarettes",
    "relapsed with SH last night",
    "sh again",
    "not eating, cutting, the usual",
    "I punched the wall till my hand broke to punish myself",
    "I overdosed last weekend",
    "got suicidal again",
    "am having those thoughts again, the bad ones",
    "dark thoughts again, about ending",
    "passive ideation is back",
    "SI is back",
    "Je veux mourir",
    "don't bother with the note, I'll be dead",
    "what's the easiest way to die",
    "I want to kill me",
    "i want to suicide",
    "I want suicide",
    "want to do suicide",
    "better I die",
    "My existence is useless",
    "I have no more force to live",
    "I lost taste for life",
    "my life is nothing, I want to go away from this world",
    "life is too heavy for me, I want to leave it",
    "I would not mind if I did not wake up",
    "would be nice to just not be here",
    "I rather fancy not being alive, frankly",
    "Not terribly keen on being alive at the moment",
    "I keep imagining my funeral",
    "could easily step off the kerb in front of a bus",
    "knife in my hand right now",
    "I'm on the roof",
    "standing on a bridge now",
    "I'm scared of what I might do",
    "scared I'll do something",
    "I don't feel safe with myself",
    "afraid of what I'll do to myself",
    "I'm going to hang myself",
    "jump. that's all I think about",
    "I'm thinking of jumping",
)

NOT_DANGER = (
    "I was dying of embarrassment",
    "nearly died of shame when she read it out",
    "I was killing it until the last question",
    "I bombed the interview",
    "I could have died when I spilt it",
    "I could've died when my phone rang",
    "I was dead tired after the night shift",
    "I'd kill for this job",
    "I died on stage in the presentation",
    "I died a little inside",
    "I wanted the ground to swallow me up",
    "They asked a suicide question: a patient says he wants to end his life, what do you do?",
    "I told them about a suicidal patient I sat with all night",
    "A patient told me she wanted to die and I stayed with her",
    'She said "I want to die" and I called the crisis team',
    "The scenario was a caller who said I want to end it all and I had to respond",
    "I have done suicide prevention training",
    "asked how I would handle self-harm on the ward",
    "they wanted to know about suicide risk assessment",
    "Leaving that company was career suicide",
    "I shot myself in the foot with that answer",
    "my feet were killing me",
    "the wait is killing me",
    "my laptop died halfway through",
    "dead silence for ten seconds",
    "The deadline was yesterday",
    "I wouldn't be seen dead in a tie",
    "over my dead body would I work Sundays",
    "I was dying to ask about the pay",
    "the salary is to die for",
    "scared to death before it",
    "worked myself to death on that slide deck",
    "I'd rather die than do another group exercise",
    "I cut myself short and let her speak",
    "I cut myself on the slicer during the trial shift",
    "I slipped on the wet floor and hurt myself, so I was late",
    "I said goodbye to everyone in the room and left",
    "thanked them, said goodbye to everyone and walked out",
    "I couldn't find my way out of the building",
    "there was no way out of the car park so I was late",
    "I froze and couldn't go on",
    "I can't go on Tuesday, can they move it?",
    "I can't go on to the next stage",
    "can't carry on with the presentation without slides, I said",
    "I got the feeling he didn't want to be here",
    "I didn't want to be a burden on the team so I asked nothing",
    "the company is better off without me I suppose",
    "work-life balance was my question",
    "I don't want to live in London, and said so",
    "no point in going on about it",
    "he asked what I think about death as a funeral director",
    "the battery died",
    "I froze, my mind was blank",
    "I'm gutted",
    "I could have killed myself for forgetting her name",
    "the panel were killing time",
    "they threw me under the bus",
    "gave away too much about my notice period",
    "I gave my things to reception and sat down",
    "my manager will kill me if I take another day off",
    "the team end it all with a quiz on Fridays, nice place",
    "Everyone was lovely",
    "I was asked to describe a time I dealt with a child who was self-harming",
    "I want to live closer to work",
    "do I have a reason to live near the office, they asked",
    "tired of living with my parents, I need this job",
    "What if I get hit by a bus, who covers, that was their question",
    "I wanted to die when she found my typo, so embarrassing",
    "I lost the will to live during their two hour slide show lol",
    "It nearly killed me to smile",
    "I could murder a coffee after that",
    "I'm a hospice nurse, we talk about dying every day",
    "Asked what I'd do if a resident was found dead",
    'A service user said "I\'m going to kill myself" and I stayed calm',
    "We role-played a call, the caller says he has taken an overdose",
    "I've been cutting hair for ten years",
    "it's a burden on the team if I leave at 3 they said",
    "I can't take this test again until March",
    "I won't be here next week",
    "I told them I overcame depression",
    "He asked whether I was suicidal, can you believe it",
    "They asked if I'd had suicidal thoughts on the medical form",
    "I had to explain how to kill a process in linux",
    "my car died on the way",
    "I wanted to go to the toilet so bad I nearly died",
    "I thought I would die when the CEO walked in",
    "My career is dead",
    "my chances are dead now",
    "my hopes died when I saw the other candidates",
    "I killed my chances with that answer",
    "I feel like I killed it",
    "that answer killed me",
    "I'd die happy if I got this job",
    "I'm dying for a wee",
    "I was dead on time",
    "I drew a dead blank",
    "it's a dead end job anyway",
    "I died when I heard my own voice",
    "I was dying inside",
    "I nearly dropped dead when she said the salary",
    "I asked about maternity cover because the last person died",
    "My dad died in March and I told them about the gap",
    "my mum is dying and I had to mention it",
    "the hiring manager left to look after his dying wife",
    "My friend killed the same interview last year",
    "the dog died so I rescheduled",
    "I've lived in London all my life",
    "I was told to jump in whenever",
    "they said feel free to jump off the call",
    "Had to jump from one topic to another",
    "I'm standing on the platform waiting for my train after the interview",
    "train hit someone so I was late",
    "I left my things at reception and gave them away my pass",
    "Let's end it there, she said",
    "I should have ended it there",
    "we ended it on a high",
    "can't do this without my notes",
    "I don't know how to go on from here with the application",
    "how do I go on from here?",
    "I don't know if I can keep going to interviews",
    "I'm tired of this life insurance sales rubbish",
    "no more questions so we ended it",
    "I can't be here for the second round on Friday",
    "I won't be here tomorrow, can you remind me on Thursday",
    "I'm not here tomorrow so I want the reminder on Monday",
    "I will be gone by then, on holiday",
    "can't stand another group exercise",
    "I can't take another rejection",
    "they need me to start Monday",
    "nobody needs me on Mondays so I can go to the interview",
    "The world of finance doesn't want me",
    "tell my referee I love the role",
    "let them know I am sorry for being late",
    "I wanted them to know I am sorry",
    "Goodbye for now",
    "bye",
    "ok bye everyone",
    "thanks, goodbye",
    "ok thanks bye",
    "This is my last message to the recruiter, right?",
    "my last post was in a school",
    "my final note said thanks",
    "I burned my hand on the coffee machine",
    "I cut my finger with the knife in the trial",
    "they asked me to cut the onions, knife in my hand was shaking",
    "I asked to end the call",
    "I'd like to leave this world of retail behind",
    "it was do or die",
    "the deadly silence",
    "I wanted to crawl under the table",
    "scared I'll say something stupid",
    "I was scared I'd do something stupid like call her mum",
    "my confidence died",
    "I said I can do shifts until I drop dead",
    "He told me to kill the lights",
    "The safety question: what do you do if you find someone dead",
    "I'm a vet nurse so they asked about putting animals to sleep",
    "I have done night shifts in A&E with overdoses and self harm",
    "as a mental health nurse I talked about ligature risk and suicidal ideation",
    "I support adults who self-harm",
    "I worked on a suicide helpline for two years",
    "I volunteer with Samaritans and talk to suicidal callers",
    "I told her about the time a student came to me with thoughts of ending his life",
    "they asked me how i would talk to a student who wants to die",
    "In my answer I said the lad told me he didn't want to be here any more and I got the nurse",
    "the customer said I hope you die, so I stayed calm",
    "The resident kept shouting let me die and I held her hand",
    "I described talking a man down from a bridge",
    "I'm a train driver and they asked about the time a man stepped in front of my train",
    "I was mortified and my voice died",
    "they killed the role",
    "I nearly killed my laptop",
    "I'm dying to hear back",
    "he asked about my exit strategy",
    "the recruiter said the role is dead",
    "I finished strong and ended it with a question",
    "the last one I took was a tablet test at the kiosk",
    "we had to cut the presentation short",
    "took some tablets for my headache before the interview",
    "I took two paracetamol before it",
    "my headache was killing me, I had taken tablets",
    "I said I want to leave my current job because there's no progression",
    "I told him there's no point in a second round if pay is fixed",
    "I don't want to live near the factory",
    "want to be done with interviews",
    "I was on the edge of my seat",
    "my phone fell off the balcony",
    "the warehouse is by the train tracks and I got lost",
    "I was standing on the train platform when they phoned",
    "I'd hate to be a burden to the reader but here is what happened",
    "they said goodbye and that was it",
    "I said bye and left",
    "I couldn't wait for it to end",
    "I wished it would end",
    "I want it to stop raining lol",
    "I can't go on the course until June",
    "I can't keep going back and forth with HR",
    "I can't continue with two jobs",
    "what's the reason to live in Leeds they asked",
    "I cannot carry on the conversation in English so fast",
    "carry on like this and you'll be manager, she said",
    "I have enough of them ghosting me",
    "I gave my old books away as a volunteer project, I told them",
    "We talked about assisted dying because it is a care home",
    "the case study was about a man who wanted to end his life",
    "one of my callers was suicidal and I kept him on the line",
    "I explained the safeguarding steps when a student says they self harm",
    "A lad on my wing cut himself and I dealt with it",
    "we had a death on the ward the day before",
    "My nan died so I asked to reschedule",
    "I'm burnt out from my old job, that's why I left",
    "I said I left because I was burnt out",
    "I hurt my back lifting and they asked about it",
    "I don't feel safe working alone at night, I told them",
    "I told them the site was not safe",
    "is the site safe? not safe, I said",
    "he said they'd shoot the messenger",
    "we did a shoot on the roof last year, that was my example",
    "I was standing on the roof of the building in my story, I'm a roofer",
    "I work on bridges, so I stood on the bridge for the photo",
    "They will find me a slot",
    "I couldn't see a way out of that question",
    "I talked my way out of it",
    "the only way out was past the CEO",
    "I go on and on when I'm nervous",
    "I can't go on and on like that next time",
    "My interviewer was a dead ringer for my uncle",
    "she was dying to hire me, I could tell",
    "I asked what they'd kill for in a candidate",
    "our old product was dying and I revived it",
    "I told them we had to kill the project",
    "My alarm died so I overslept and did not wake up till nine",
    "I didn't wake up in time",
    "I want to end the week on a good note",
    "the offer would change my life",
    "I put my life and soul into that task",
    "I'd give my life for a job like that",
    "I couldn't live on that wage",
    "the commute would be the end of me",
    "he cut me off three times",
    "I kept cutting him off",
    "they cut my trial short",
    "I jumped at the question",
    "The lift broke and there was no way out for ten minutes",
    "I said I would walk into any shop and sell",
    "I feel dead on my feet after that shift",
    "I had an overdose of coffee",
    "not here to make friends, I said",
    "I want to go far in life, I told her",
    "I had nothing left to say",
    "end of story",
    "The room came alive when I showed the demo",
    "I kept the conversation alive",
    "he asked whether I keep plants alive",
    "",
    "   \n\n ",
)

HEAVY = (
    "I haven't slept for days",
    "I cant sleep since it",
    "crying every day",
    "I cry myself to sleep",
    "I can't stop crying",
    "it all feels hopeless",
    "I have lost all hope",
    "panic attacks every time the phone rings",
    "had a panic attack on the bus after",
    "can't get out of bed",
    "what's the point anymore",
    "I feel worthless",
    "I hate myself",
    "I'm drinking to cope",
    "drinking every night now",
    "I'm a failure",
    "I'll never get a job",
    "nobody will ever hire me",
    "I'm falling apart",
    "I am in a dark place",
    "I cannot cope",
    "I give up",
    "I am not suicidal",
    "my brother died by suicide last year and they asked about the gap",
    "I'm so depressed",
    "I have not left the house in weeks",
    "at the end of my tether",
)

ORDINARY = (
    "I'm gutted",
    "fed up",
    "so disappointed",
    "I feel rubbish",
    "absolutely devastated",
    "I was crushed",
    "I'm a bit sad about it",
    "so embarrassed",
    "I cried once in the car",
    "sick of interviews",
    "I was mortified",
    "it really hurts",
    "I felt like an idiot",
)

NOTHING = (
    "They asked me about Excel and I said I had used it for two years.",
    "I was late by ten minutes because of the train.",
    "I told them about an angry customer and how I calmed him down.",
    "I wasn't disappointed, it went fine",
    "I'm hopeless at maths, I said",
    "She seemed annoyed",
)


@pytest.mark.parametrize("words", DANGER)
def test_words_about_dying_harm_or_no_way_out_are_danger(words: str) -> None:
    assert care.level(words) is Level.DANGER


@pytest.mark.parametrize("words", NOT_DANGER)
def test_idioms_and_stories_about_somebody_else_are_not_danger(words: str) -> None:
    assert care.level(words) is not Level.DANGER


@pytest.mark.parametrize("words", HEAVY)
def test_what_has_become_too_much_is_heavy(words: str) -> None:
    assert care.level(words) is Level.HEAVY


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_disappointment_is_ordinary(words: str) -> None:
    assert care.level(words) is Level.ORDINARY


@pytest.mark.parametrize("words", NOTHING)
def test_a_plain_account_needs_no_care(words: str) -> None:
    assert care.level(words) is Level.NONE


ANY = st.sampled_from((*DANGER, *NOT_DANGER, *HEAVY, *ORDINARY, *NOTHING))
CHATTER = st.one_of(ANY, st.text(max_size=60))


@given(ANY, CHATTER, CHATTER)
def test_a_line_before_or_after_never_makes_it_lighter(words: str, before: str, after: str) -> None:
    assert care.level(f"{before}\n{words}\n{after}") >= care.level(words)


@given(st.one_of(ANY, st.text(max_size=80)))
def test_capitals_change_nothing(words: str) -> None:
    assert care.level(words.upper()) is care.level(words.lower()) is care.level(words)


@pytest.mark.parametrize("words", [*DANGER, *HEAVY])
def test_the_shape_of_an_apostrophe_changes_nothing(words: str) -> None:
    straight = words.replace("’", "'")
    shapes = (straight, straight.replace("'", "’"), straight.replace("'", ""))
    assert {care.level(shape) for shape in shapes} == {care.level(words)}


@pytest.mark.parametrize("end", [" ", "\n"])
@pytest.mark.parametrize("words", [NOTHING, tuple(one for one in NOT_DANGER if "way out" in one)])
def test_a_long_account_is_looked_through_in_linear_time(words: tuple[str, ...], end: str) -> None:
    account = end.join(words)
    account = (account + end) * (60_000 // len(account))
    began = time.process_time()
    care.level(account)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("between", [" ", "\n", " \r\n", "\n\n  "])
def test_a_sign_is_found_behind_a_long_account_and_across_a_line_break(between: str) -> None:
    account = "They asked me about Excel and I said I had used it.\n" * 200
    assert care.level(f"{account}I want{between}to die") is Level.DANGER


@pytest.mark.parametrize("words", ["su1cide", "s*icide", "I think of su!cide", "s u i c i d e"])
def test_a_word_with_other_signs_in_it_is_found(words: str) -> None:
    assert care.level(words) is Level.DANGER


# --- what is said ----------------------------------------------------------------------------


def said(level: Level, country: str | None) -> list[str]:
    return [ENGLISH.say(text) for text in care.texts(level, country)]


def figures(words: str) -> set[str]:
    return {found.strip() for found in re.findall(r"\d[\d ]*", words)}


@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("level", list(Level))
def test_every_figure_on_the_screen_is_one_of_the_file(level: Level, country: str | None) -> None:
    one = care.line(country)
    allowed = {*one.calls, one.text, *one.emergency} | (figures(one.name) & set(one.calls))
    if one.name.startswith("9-8-8"):
        allowed |= {"9", "8"}
    if not one.emergency:
        allowed |= {"112", "911", "999"}
    assert figures(" ".join(said(level, country))) <= allowed


def test_no_sentence_of_the_file_has_a_figure_of_its_own() -> None:
    for level in Level:
        for country in PLACES:
            assert not any(figures(text.id) for text in care.texts(level, country))
    assert not figures(care.reminder("US").id)


def test_every_number_says_how_and_when_it_was_looked_at_and_waits_for_the_release_check() -> None:
    for one in care.lines():
        assert isinstance(one.last_checked, date)
        assert one.last_checked.isoformat() in ENGLISH.say(one.history())
        assert one.needs_check_at_release
        assert one.sources or one.how == "general knowledge"


@pytest.mark.parametrize(
    ("country", "number", "emergency"),
    [
        ("US", "988", "911"),
        ("CA", "988", "911"),
        ("GB", "116 123", "999"),
        ("IE", "116 123", "112"),
        ("DE", "0800 111 0 111", "112"),
        ("IN", "14416", "112"),
        ("AU", "13 11 14", "000"),
    ],
)
def test_danger_shows_the_number_the_text_route_and_the_emergency_number(
    country: str, number: str, emergency: str
) -> None:
    words = " ".join(said(Level.DANGER, country))
    assert number in words
    assert emergency in words
    assert "text" in words
    reminder = ENGLISH.say(care.reminder(country))
    assert number in reminder
    assert emergency in reminder


@pytest.mark.parametrize("country", [None, "", "BR", "FR", "??"])
def test_an_unknown_place_gets_the_page_and_the_question_for_the_emergency_number(
    country: str | None,
) -> None:
    words = " ".join(said(Level.DANGER, country))
    assert "findahelpline.com" in words
    assert "What is the emergency number where you are?" in words
    assert {"112", "911", "999"} <= figures(words)


@pytest.mark.parametrize("code", ["GB", "gb", "UK", "GB-NIR", " gb "])
def test_northern_ireland_and_every_spelling_of_britain_have_the_same_line(code: str) -> None:
    assert care.line(code).id == "gb"


def test_ordinary_disappointment_is_met_with_one_sentence() -> None:
    (words,) = said(Level.ORDINARY, "GB")
    assert words.count(".") == 1


def test_heavy_stops_the_search_for_faults_offers_a_person_and_asks_whether_to_pause() -> None:
    words = said(Level.HEAVY, "GB")
    assert "not ask about mistakes" in words[0]
    assert "not a counsellor" in " ".join(words)
    assert "a doctor" in " ".join(words)
    assert words[-1].endswith("pause here?")


def test_danger_says_that_this_matters_more_and_ends_by_asking_whether_they_are_safe() -> None:
    words = said(Level.DANGER, "GB")
    assert words[0].startswith("This matters more than the job.")
    assert words[-1] == "Are you safe right now?"


@pytest.mark.parametrize("country", PLACES)
def test_no_text_of_danger_asks_for_reasons_promises_argues_or_names_an_illness(
    country: str | None,
) -> None:
    words = " ".join([*said(Level.DANGER, country), ENGLISH.say(care.reminder(country))]).lower()
    for never in (
        "why",
        "reason",
        "promise",
        "will be fine",
        "get better",
        "depress",
        "should",
        "you are ",
        "but ",
        "!",
        "confidential",
    ):
        assert never not in words.replace("where you are", "").replace("if you are in danger", "")


@pytest.mark.parametrize("country", PLACES)
def test_every_sentence_is_short(country: str | None) -> None:
    for level in Level:
        for paragraph in said(level, country):
            for sentence in re.split(r"(?<=[.?]) ", paragraph):
                assert len(sentence.split()) <= 24


def test_a_longer_language_keeps_every_number_whole() -> None:
    pseudo = language(PSEUDO)
    words = " ".join(pseudo.say(text) for text in care.texts(Level.DANGER, "DE"))
    assert {"0800 111 0 111", "0800 111 0 222", "116 123", "112"} <= figures(words)
