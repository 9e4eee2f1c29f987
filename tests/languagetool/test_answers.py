"""What a server answers, and the way from units of UTF-16 to code points."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.languagetool import answers

from .conftest import match, units


def body(*matches: object) -> bytes:
    return json.dumps({"software": {"version": "6.6"}, "matches": matches}).encode()


def test_places_after_an_emoji_are_right() -> None:
    text = "Een 😀 en een fouut 👩‍👩‍👧 en nog een fouut."
    places = [at for at in range(len(text)) if text.startswith("fouut", at)]
    said = answers.read(body(*(match(units(text[:at]), 5, "X", "fout") for at in places)), text)
    assert [text[one.start : one.end] for one in said] == ["fouut", "fouut"]
    assert [one.start for one in said] == places
    assert said[0].replacements == ("fout",)
    assert (said[0].rule, said[0].category) == ("X", "TYPOS")


@given(st.text(), st.data())
def test_any_words_of_any_text_come_back(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "replace").decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    said = answers.read(body(match(units(text[:start]), units(text[start:end]))), text)
    assert [(one.start, one.end) for one in said] == ([(start, end)] if start < end else [])


def test_a_place_in_the_middle_of_a_sign_takes_all_of_it() -> None:
    (said,) = answers.read(body(match(2, 2)), "a😀😀b")
    assert (said.start, said.end) == (1, 3)


def test_messages_are_one_line_and_words_come_once() -> None:
    (said,) = answers.read(body(match(0, 1, "X", *"abacdefg", message=" Kijk\n  goed. ")), "a")
    assert said.message == "Kijk goed."
    assert said.replacements == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>Welkom</html>",
        b"{}",
        b"[]",
        b'{"matches": null}',
        b'{"matches": [{}]}',
        body(match(-1, 2)),
        body(match(0, 3)),
        body(match(3, 0)),
        body(match(0, 1, "a b\x1b[31m")),
        body({**match(0, 1), "rule": {"id": ""}}),
    ],
)
def test_anything_else_is_refused(answer: bytes) -> None:
    with pytest.raises(ValueError):
        answers.read(answer, "ab")
