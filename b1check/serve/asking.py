"""What a browser asks: read no further than is allowed, and taken for nothing but what it should be."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import Request

from b1check.serve.texts import TEXTS

_LARGEST = 1_000_000
"""Bytes of a question that is no file."""
_PATIENCE = 30.0
"""Seconds in which such a question must have come."""


class RefusedError(Exception):
    """A question that gets no answer but a Dutch sentence.

    Attributes:
        status: of HTTP.
        text: the sentence.
    """

    def __init__(self, status: int, name: str, **values: object) -> None:
        """Refuse with the text called ``name``, with ``values`` filled in."""
        super().__init__(name)
        self.status = status
        self.text = TEXTS[name].format(**values)


async def body(request: Request, largest: int, too_large: RefusedError, *, patience: float = _PATIENCE) -> bytes:
    """Return what was sent, without ever holding more than ``largest`` bytes.

    Args:
        request: what is asked.
        largest: most bytes.
        too_large: what to raise when there is more.
        patience: seconds in which all of it must have come.

    Raises:
        RefusedError: ``too_large``, or when it comes too slowly.
        ClientDisconnect: when the sending was broken off; nothing is kept of it.
    """
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > largest:
        raise too_large
    parts, size = [], 0
    try:
        async with asyncio.timeout(patience):
            async for part in request.stream():
                size += len(part)
                if size > largest:
                    raise too_large
                parts.append(part)
    except TimeoutError as error:
        raise RefusedError(408, "not_sent") from error
    return b"".join(parts)


class Question:
    """The values of a question, each asked for by its kind."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    @classmethod
    async def of(cls, request: Request) -> Question:
        """Read the question.

        Raises:
            RefusedError: when it is no object of JSON.
        """
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise RefusedError(415, "wrong_question")
        data = await body(request, _LARGEST, RefusedError(413, "wrong_question"))
        try:
            values = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise RefusedError(400, "wrong_question") from error
        if not isinstance(values, dict):
            raise RefusedError(400, "wrong_question")
        return cls(values)

    def number(self, name: str) -> int:
        """Return a whole number from 0.

        Raises:
            RefusedError: when it is not there, or something else.
        """
        value = self._values.get(name)
        if type(value) is not int or value < 0:
            raise RefusedError(400, "wrong_question")
        return value

    def text(self, name: str, *, most: int = _LARGEST) -> str:
        """Return a text; "" when it is not there.

        Raises:
            RefusedError: when it is something else, or longer than ``most`` code points.
        """
        value = self._values.get(name, "")
        if not isinstance(value, str) or len(value) > most:
            raise RefusedError(400, "wrong_question")
        return value
