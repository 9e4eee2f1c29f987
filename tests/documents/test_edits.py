"""Edits of a text: applied, put after each other, made small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.writers.edits import after, apply, new_spans, old_offset, trimmed, without_idle
from b1check.findings import Edit, Span

_WORDS = st.text("ab \n", max_size=4)


def _edit(start: int, end: int, replacement: str) -> Edit:
    return Edit(Span(start, end), replacement)


@st.composite
def _edits_of(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Edits of ``text``, in order, of which no two touch."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(places[0::2], places[1::2], strict=False)
    return tuple(Edit(Span(start, end), draw(_WORDS)) for start, end in pairs)


@given(st.data(), st.text("xyz \n", max_size=12))
def test_one_after_the_other_is_both(data: st.DataObject, text: str) -> None:
    joined: tuple[Edit, ...] = ()
    now = text
    for _ in range(4):
        edits = data.draw(_edits_of(now))
        joined = after(joined, edits)
        now = apply(now, edits)
        assert apply(text, joined) == now
        assert [now[span.start : span.end] for span in new_spans(joined)] == [edit.replacement for edit in joined]
    assert apply(text, without_idle(text, joined)) == now


def test_edits_that_do_not_touch_stay_apart() -> None:
    first = (_edit(0, 6, "Als"),)
    assert after(first, (_edit(6, 11, "moet"),)) == (_edit(0, 6, "Als"), _edit(9, 14, "moet"))


def test_an_edit_of_new_words_becomes_part_of_the_first() -> None:
    assert after((_edit(0, 6, "In het geval"),), (_edit(3, 12, "dien"),)) == (_edit(0, 6, "In dien"),)
    assert after((_edit(2, 4, "abc"),), (_edit(0, 3, "x"), _edit(4, 6, ""))) == (_edit(0, 5, "xb"),)


def test_a_place_in_the_new_text_has_one_in_the_old() -> None:
    edits = (_edit(0, 6, "Als"), _edit(10, 10, "nu "))
    assert [old_offset(edits, at) for at in (0, 2, 3, 7, 9, 10, 20)] == [0, 0, 6, 10, 10, 10, 20]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("moet u het formulier", "u het formulier", (0, 5, "")),
        ("in de brief van 3 mei", "in de mail van 3 mei", (6, 11, "mail")),
        ("werkdag", "werkdagen", (0, 7, "werkdagen")),
        ("de brief", "de brief", (8, 8, "")),
        ("a a", "a a a", (3, 3, " a")),
    ],
)
def test_only_the_words_that_change_are_left(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert trimmed(old, _edit(0, len(old), new)) == _edit(*expected)


@given(st.text("ab ", max_size=10), st.text("ab ", max_size=10))
def test_a_smaller_edit_does_the_same(old: str, new: str) -> None:
    assert apply(old, (trimmed(old, _edit(0, len(old), new)),)) == new


@pytest.mark.parametrize("edits", [((2, 4), (3, 5)), ((3, 5), (1, 2)), ((0, 9),)])
def test_edits_that_cannot_be_are_refused(edits: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="edit out of place"):
        apply("abcdef", [_edit(*place, "x") for place in edits])
