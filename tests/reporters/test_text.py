from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.findings import Span
from b1check.reporters.excerpt import excerpt, is_whole
from b1check.reporters.text import clean, cut_end, cut_middle, cut_start, listing, number, pad, width, wrap

from .conftest import SENTENCE, finding

words = st.text(st.characters(codec="utf-8"), max_size=200).map(clean)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("brief", 5), ("cafe\u0301", 4), ("café", 4), ("日本", 4), ("👩‍👧", 2), ("", 0), ("a\u200db", 1)],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_clean_leaves_one_line_that_steers_nothing() -> None:
    assert clean("a\tb\r\n c\u00ad\u202e\x1b[1m\udce9") == "a b c [1m\N{REPLACEMENT CHARACTER}"


@given(words, st.integers(12, 60))
def test_what_is_cut_fits(text: str, columns: int) -> None:
    for cut in (cut_end, cut_start, cut_middle):
        assert width(cut(text, columns)) <= columns
        if width(text) <= columns:
            assert cut(text, columns) == text


def test_cuts_keep_whole_words() -> None:
    assert cut_end("een twee drie vier", 11) == "een twee …"
    assert cut_start("een twee drie vier", 12) == "… drie vier"
    assert cut_middle("een twee drie vier vijf zes", 18) == "een twee … zes"
    assert cut_end("onafgebroken", 6) == "onafg…"


def test_wrap_measures_columns() -> None:
    assert wrap("日本 日本 日本", 9, indent="  ", hang="   ") == ["  日本", "   日本", "   日本"]
    assert wrap("", 10, indent="  ") == ["  "]


def test_numbers_are_dutch() -> None:
    assert number(1234.5) == "1.234,5"
    assert number(4.25, sign=True) == "+4,2"
    assert number(-12, decimals=0) == "-12"


def test_listing() -> None:
    assert listing([]) == ""
    assert listing(["1"]) == "1"
    assert listing(["1", "2", "3"]) == "1, 2 en 3"


def test_pad_measures_columns() -> None:
    assert pad("日", 4) == "日  "
    assert pad("x", 3, right=True) == "  x"


@pytest.mark.parametrize("columns", [30, 40])
def test_the_words_stay_in_sight(columns: int) -> None:
    start = SENTENCE.index("op grond van")
    part = excerpt(SENTENCE, (Span(start, start + len("op grond van")),), columns)
    assert part.pieces == (("op grond van", True),)
    assert width(part.before + "op grond van" + part.after) <= columns
    assert part.before.startswith("…")
    assert part.after.endswith("…")


@given(words, words, words, st.integers(20, 100))
def test_an_excerpt_fits(before: str, marked: str, after: str, columns: int) -> None:
    sentence = before + marked + after
    part = excerpt(sentence, (Span(len(before), len(before) + len(marked)),), columns)
    assert width(part.before) + sum(width(text) for text, _ in part.pieces) + width(part.after) <= columns


def test_room_that_one_side_leaves_goes_to_the_other() -> None:
    part = excerpt(SENTENCE, (Span(0, 4),), 60)
    assert part.before == ""
    assert width(part.pieces[0].text + part.after) > 50


def test_words_that_stand_apart_are_marked_apart() -> None:
    part = excerpt("Dat wordt straks betaald.", (Span(4, 9), Span(17, 24)), 60)
    assert part.pieces == (("wordt", True), (" straks ", False), ("betaald", True))
    assert (part.before, part.after) == ("Dat ", ".")


def test_of_words_far_apart_only_the_first_are_marked() -> None:
    sentence = f"Dat wordt {'heel ' * 20}snel betaald."
    part = excerpt(sentence, (Span(4, 9), Span(sentence.index("betaald"), len(sentence) - 1)), 60)
    assert part.pieces == (("wordt", True),)


def test_a_whole_sentence_is_not_underlined() -> None:
    assert is_whole(finding(SENTENCE, SENTENCE))
    assert not is_whole(finding("op grond van", SENTENCE))
