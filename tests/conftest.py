"""What several tests share."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``tests/corpora`` write its snapshots anew."""
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots of all findings anew")


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The Dutch pipeline, loaded once; it remembers every text it has seen."""
    return Analyser()
