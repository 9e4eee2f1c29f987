"""The shortest way to check a text, and what it says about what is no text."""

from __future__ import annotations

import pytest

import b1check
from b1check import ReadError


@pytest.mark.parametrize("value", [3, b"Een zin.", None])
def test_what_is_no_text_is_a_fault_of_the_caller(value: object) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {type(value).__name__}"):
        b1check.check(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "Deze tekst is leeg."), (" \n\u00a0", "In deze tekst staan alleen spaties en lege regels.")],
)
def test_a_text_without_text_is_not_called_a_file(text: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        b1check.check(text)
    assert str(error.value) == message
