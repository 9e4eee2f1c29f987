from collections.abc import Callable

import pytest

from b1check.documents.document import Block, Document


def _show(document: Document) -> list[str]:
    """The blocks, one a line: kind, level when it has one, and the text."""
    return [f"{block.kind}{block.level or ''}: {block.text}" for block in document.blocks]


def _marks(block: Block) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, block.text[mark.start : mark.end], mark.value) for mark in block.marks]


def _assert_exact(document: Document) -> None:
    """Every block maps to the source without a gap, and each literal character to itself."""
    source = document.source.text
    for block in document.blocks:
        assert block.text == block.text.strip()
        assert block.text
        assert block.map.slices[0].text_start == 0
        assert block.map.slices[-1].text_end == len(block.text)
        for piece in block.map.slices:
            assert 0 <= piece.source_start <= piece.source_end <= len(source)
            if piece.literal:
                assert block.text[piece.text_start : piece.text_end] == source[piece.source_start : piece.source_end]
        for mark in block.marks:
            assert block.text[mark.start : mark.end].strip()


@pytest.fixture(scope="session")
def show() -> Callable[[Document], list[str]]:
    return _show


@pytest.fixture(scope="session")
def marks() -> Callable[[Block], list[tuple[str, str, str]]]:
    return _marks


@pytest.fixture(scope="session")
def assert_exact() -> Callable[[Document], None]:
    return _assert_exact
