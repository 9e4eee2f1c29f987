"""What overlaps and what holds what, in paragraphs of any length."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from b1check.findings import Reach, Severity
from b1check.language.analysis import Analysis, Sentence, Token
from b1check.rulebook import engine

PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=25)


def _hit(start: int, end: int) -> Any:
    rule = SimpleNamespace(name="regel", reach=Reach.WORDS, spec=SimpleNamespace(severity=Severity.TIP))
    return SimpleNamespace(rule=rule, index=0, match=SimpleNamespace(start=start, end=end, severity=None))


@given(places=PLACES)
def test_of_words_that_overlap_one_remark_stays(places: list[tuple[int, int]]) -> None:
    hits = [_hit(start, start + length) for start, length in places]
    taken: list[tuple[int, int]] = []
    for hit in sorted(hits, key=engine._strength):
        place = (hit.match.start, hit.match.end)
        if not any(place[0] < end and start < place[1] for start, end in taken):
            taken.append(place)
    assert [(hit.match.start, hit.match.end) for hit in engine._without_overlaps(hits)] == taken


def _analysis(gaps: list[tuple[int, int]]) -> Analysis:
    """Sentences of one token each, with ``gaps`` of space before them and their lengths."""
    tokens, at = [], 0
    for index, (space, length) in enumerate(gaps):
        at += space
        tokens.append(Token(index, "x" * length, "x" * length, at, at + length, "x", "NOUN", "", "root", index))
        at += length
    return Analysis("", tuple(tokens), tuple(Sentence((token,), token.text) for token in tokens))


@given(
    gaps=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6)), max_size=12),
    start=st.integers(0, 60),
    length=st.integers(1, 20),
)
def test_the_sentences_at_a_place(gaps: list[tuple[int, int]], start: int, length: int) -> None:
    analysis = _analysis(gaps)
    inside = [one for one in analysis.sentences if one.start < start + length and start < one.end]
    assert list(analysis.sentences_in(start, start + length)) == inside
    assert analysis.sentence_at(start) is next((one for one in inside if one.start <= start), None)
    assert [analysis.number(one) for one in analysis.sentences] == list(range(len(gaps)))
