"""What a browser sends is read no further than is allowed, and no longer."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message

from b1check.serve.asking import RefusedError, body

_TOO_LARGE = RefusedError(413, "wrong_question")


def _request(*parts: bytes, length: str = "") -> Request:
    """Return a question that sends ``parts``, and then nothing more without ever ending."""
    waiting = list(parts)

    async def receive() -> Message:
        if not waiting:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": waiting.pop(0), "more_body": True}

    headers = [(b"content-length", length.encode())] if length else []
    return Request({"type": "http", "method": "POST", "headers": headers}, receive)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (_request(b"abc"), 408),
        (_request(), 408),
        (_request(b"abc", b"def"), 413),
        (_request(length="6"), 413),
    ],
)
def test_too_slow_and_too_much(request_: Request, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        asyncio.run(body(request_, 5, _TOO_LARGE, patience=0.05))
    assert refused.value.status == status
