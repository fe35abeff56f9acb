"""A second reading by a language model, behind any address that speaks OpenAI's protocol.

What leaves is the account without names, mail addresses, telephone numbers and links, as far as
they are seen. What comes back is checked word by word in `coaching/reading/second.py`. Every
failure ends in the same thing: no opinion, which is said to the person, and no word of the account
in a log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import structlog

from bot.coaching.reading.second import (
    LONGEST,
    Asked,
    NoOpinion,
    Opinion,
    asked,
    opinion_in,
    schema,
)
from bot.outside.breaker import Breaker

if TYPE_CHECKING:
    from openai import AsyncOpenAI

SECONDS: Final = 20.0
"""How long a person may be kept waiting for it."""
DAILY: Final = 60_000
"""Characters that one person may have read in a day (UTC). Counted in this process alone."""
ANSWER_LONGEST: Final = 4_000
"""Tokens of an answer."""

_LOG = structlog.get_logger()


class NotInstalled(Exception):
    """The address of a language model is set, and the library that speaks to it is missing."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a language model answers."""

    url: str
    model: str
    key: str | None = None
    """Servers on one's own machine need none."""

    @property
    def host(self) -> str:
        """Give the name of the machine, which a person is told before they agree."""
        return urlsplit(self.url).hostname or self.url


@dataclass(slots=True)
class _Used:
    """How much was read for whom today; yesterday's is forgotten."""

    day: date
    characters: dict[str, int] = field(default_factory=dict)

    def fits(self, person: str, more: int, most: int, today: date) -> bool:
        if today != self.day:
            self.day = today
            self.characters.clear()
        return self.characters.get(person, 0) + more <= most

    def add(self, person: str, more: int) -> None:
        self.characters[person] = self.characters.get(person, 0) + more


class LanguageModel:
    """Reads accounts a second time. One for the whole program; close it at the end.

    Raises:
        NotInstalled: the library is missing.
    """

    def __init__(
        self,
        address: Address,
        clock: Callable[[], datetime],
        *,
        seconds: float = SECONDS,
        daily: int = DAILY,
    ) -> None:
        if find_spec("openai") is None:
            raise NotInstalled(
                "LLM_URL is set, and what speaks to a language model is not installed. Install it "
                "with pip install 'debrief[llm]', or leave LLM_URL empty."
            )
        self.address = address
        self._clock = clock
        self._seconds = seconds
        self._daily = daily
        self._breaker = Breaker()
        self._used = _Used(date.min)
        self._client: AsyncOpenAI | None = None
        self._plain = False
        """It has refused the form of an answer as JSON schema, so it is asked in words alone."""

    async def opinion(self, person: str, text: str) -> Opinion | None:
        """Have an account read; None when there is no reading, for whatever reason."""
        now = self._clock().astimezone(UTC)
        if not self._breaker.closed(now):
            return _none("it is left alone for a while")
        if len(text) > LONGEST:
            return _none("the account is too long for it")
        if not self._used.fits(person, len(text), self._daily, now.date()):
            return _none("the person's share of the day is used up")
        self._used.add(person, len(text))
        question = await asyncio.to_thread(asked, text)
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._answer(question)
            opinion = await asyncio.to_thread(opinion_in, answer, question, self.address.model)
        except NoOpinion as why:
            self._breaker.failed(self._clock().astimezone(UTC))
            return _none(str(why))
        except Exception as fault:
            # Whatever went wrong over there, the built-in reader stands. Never its message: some
            # servers repeat in it what they were sent.
            self._breaker.failed(self._clock().astimezone(UTC))
            return _none(type(fault).__name__)
        self._breaker.worked()
        return opinion

    async def aclose(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _answer(self, question: Asked) -> str:
        from openai import BadRequestError, UnprocessableEntityError

        if not self._plain:
            try:
                return await self._sent(question, _AS_SCHEMA)
            except (BadRequestError, UnprocessableEntityError):
                # Servers that know no JSON schema say so; the rules ask for JSON in words too.
                self._plain = True
        return await self._sent(question, {})

    async def _sent(self, question: Asked, form: dict[str, Any]) -> str:
        reply = await self._opened().chat.completions.create(
            model=self.address.model,
            messages=[
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
            temperature=0,
            max_tokens=ANSWER_LONGEST,
            **form,
        )
        return (reply.choices[0].message.content or "") if reply.choices else ""

    def _opened(self) -> AsyncOpenAI:
        if self._client is None:
            from openai import AsyncOpenAI

            self._client = AsyncOpenAI(
                base_url=self.address.url,
                api_key=self.address.key or "none",
                timeout=self._seconds,
                max_retries=1,
            )
        return self._client


def _none(why: str) -> Opinion | None:
    _LOG.warning("no second reading", why=why)
    return None


_AS_SCHEMA: Final[dict[str, Any]] = {
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "reading", "strict": True, "schema": schema()},
    }
}
