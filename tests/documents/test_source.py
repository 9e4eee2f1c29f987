import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.documents.source import BlockTextBuilder, Position, Slice, SourceMap, SourceRange, SourceText

_TEXTS = st.text(alphabet=st.sampled_from("ab é😀\u0301\n\r\t\u2028\x0b"), max_size=60)


def test_positions_count_code_points_and_all_line_ends() -> None:
    source = SourceText("é😀\r\nb\rc\n")
    assert source.line_count == 4
    assert source.position(1) == Position(1, 2)
    assert source.position(4) == Position(2, 1)
    assert source.position(6) == Position(3, 1)
    assert source.position(99) == Position(4, 1)
    assert source.position(-1) == Position(1, 1)
    assert [source.line_text(line) for line in (1, 2, 3, 4)] == ["é😀", "b", "c", ""]


@given(_TEXTS)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    source = SourceText(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_start(line) + column - 1 == offset
    assert [source.line_text(line) for line in range(1, source.line_count + 1)] == re.split(r"\r\n|\r|\n", text)


@pytest.mark.parametrize(
    "slices",
    [
        (Slice(1, 2, 0, 1, literal=True),),
        (Slice(0, 0, 0, 0, literal=True),),
        (Slice(0, 1, 0, 1, literal=True), Slice(2, 3, 1, 2, literal=True)),
        (Slice(0, 1, 5, 6, literal=True), Slice(1, 2, 4, 5, literal=True)),
        (Slice(0, 2, 0, 1, literal=True),),
    ],
)
def test_a_map_with_a_gap_or_running_backwards_is_refused(slices: tuple[Slice, ...]) -> None:
    with pytest.raises(ValueError, match=r"source map|literal slice"):
        SourceMap(slices)


def test_to_source_widens_over_what_is_replaced() -> None:
    # "caf&eacute; is open" shown as "café is open".
    builder = BlockTextBuilder()
    builder.literal("caf", 0)
    builder.replaced("é", 3, 11)
    builder.literal(" is open", 11)
    text, source_map = builder.build()
    assert text == "café is open"
    assert source_map.to_source(0, 4) == SourceRange(0, 11)
    assert source_map.to_source(5, 7) == SourceRange(12, 14)
    assert source_map.to_source(4, 4) == SourceRange(11, 11)
    assert not source_map.is_literal(0, 4)
    assert source_map.is_literal(5, 7)
    assert not SourceMap(()).is_literal(0, 0)
    assert SourceMap(()).to_source(0, 3) == SourceRange(0, 0)


def test_what_shows_nothing_is_left_out() -> None:
    source = "  \u00ad par\u00adkeren\u200b\ufeff "
    builder = BlockTextBuilder()
    builder.literal(source, 0)
    builder.replaced("\u00ad", len(source), len(source) + 5)
    text, source_map = builder.build()
    assert text == "parkeren"
    assert source_map.to_source(0, 8) == SourceRange(4, 13)
    assert not source_map.is_literal(0, 8)
    assert source_map.is_literal(3, 8)


_PIECES = st.lists(
    st.tuples(st.sampled_from(["literal", "replaced", "skipped"]), st.text("ab \n\u00ad😀", max_size=5)), max_size=12
)


@given(_PIECES)
def test_a_builder_maps_every_character(pieces: list[tuple[str, str]]) -> None:
    source = "".join(text for _, text in pieces)
    builder = BlockTextBuilder()
    at = 0
    for kind, text in pieces:
        if kind == "literal":
            builder.literal(text, at)
        elif kind == "replaced":
            builder.replaced("x y", at, at + len(text))
        at += len(text)
    text, source_map = builder.build()
    assert text == text.strip()
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            source_range = source_map.to_source(start, end)
            assert 0 <= source_range.start <= source_range.end <= len(source)
            if source_map.is_literal(start, end):
                assert source[source_range.start : source_range.end] == text[start:end]
