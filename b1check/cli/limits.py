"""What fails a run: what the options say, or else the settings."""

from __future__ import annotations

from b1check import Config, Severity
from b1check.reporters.results import Limits

_NEVER = frozenset({"geen", "nooit"})


def limits(fail_on: str | None, min_score: float | None, config: Config) -> Limits:
    """Return what fails the run for a document.

    Args:
        fail_on: what ``--fail-on`` says.
        min_score: what ``--min-score`` says.
        config: the settings that hold for the document.
    """
    level = config.fail_on if fail_on is None else None if fail_on in _NEVER else Severity(fail_on)
    return Limits(level, config.min_score if min_score is None else min_score)
