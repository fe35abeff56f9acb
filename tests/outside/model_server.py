"""A server on this machine that speaks the chat completions protocol, and misbehaves on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[[Mapping[str, Any]], str]
"""What the model says to a request."""


@dataclass
class ModelServer:
    """What it is to do, and what it was asked."""

    port: int = 0
    answer: Answer = lambda _: '{"findings": [], "skills": []}'
    status: int = 200
    knows_schema: bool = True
    seconds: float = 0.0
    hangs_up: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def seen(self) -> str:
        """Everything that has reached the server."""
        return json.dumps(self.asked, ensure_ascii=False)


@asynccontextmanager
async def model_server() -> AsyncIterator[ModelServer]:
    state = ModelServer()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readline():
                await _one(state, request, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        await server.wait_closed()


async def _one(
    state: ModelServer, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    headers: dict[str, str] = {}
    while (line := (await reader.readline()).strip()) != b"":
        name, _, value = line.decode("ascii").partition(":")
        headers[name.lower()] = value.strip()
    body = json.loads(await reader.readexactly(int(headers["content-length"])))
    assert request.split()[:2] == [b"POST", b"/v1/chat/completions"]
    state.asked.append(body)
    state.keys.append(headers.get("authorization", ""))
    await asyncio.sleep(state.seconds)
    if state.hangs_up:
        raise ConnectionResetError
    if state.status != 200:
        _send(writer, state.status, {"error": {"message": f"no, not {state.seen}"}})
    elif "response_format" in body and not state.knows_schema:
        _send(writer, 400, {"error": {"message": "response_format is not known here"}})
    else:
        message = {"role": "assistant", "content": state.answer(body)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        reply = {"id": "1", "object": "chat.completion", "created": 1, "model": body["model"]}
        _send(writer, 200, {**reply, "choices": [choice]})
    await writer.drain()


def _send(writer: asyncio.StreamWriter, status: int, value: Mapping[str, Any]) -> None:
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    writer.write(head.encode() + b"\r\n\r\n" + body)
