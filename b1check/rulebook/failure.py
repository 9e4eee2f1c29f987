"""What a test of rules tells of one that does not do what its file says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A promise of a rule file or word list that is not kept; all texts are Dutch.

    Attributes:
        place: the example, or the list and its row; "" for the rule as a whole.
        problem: what is wrong; one or more sentences.
        advice: what the maker of the rule can do.
        expected: what should have been found, with the words between ``[[`` and ``]]``; "" where that says nothing.
        found: the same for what was found.
    """

    place: str
    problem: str
    advice: str
    expected: str = ""
    found: str = ""
