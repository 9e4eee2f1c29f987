"""The vectors of words, each worked out once: texts say the same words again and again, and an edit nearly all of them.

Floret makes the vector of a word from its parts, which takes some 8 µs: a tenth of what the pipeline needs for a word.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

import numpy as np
from spacy.util import registry
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # compiled, without types
from spacy.vocab import Vocab

FACTORY = "b1check.Vectors.v1"

_KEPT = 10_000
"""Words; their vectors take 4 MB."""
_Keys = np.ndarray[Any, np.dtype[np.uint64]]
_Vectors = np.ndarray[Any, np.dtype[np.float32]]


class RememberedVectors(Vectors):  # type: ignore[misc]
    """The vectors of spaCy, which remember those of the last words; for a table that does not change any more."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._rows: dict[int, int] = {}

    def get_batch(self, keys: _Keys) -> _Vectors:
        """Return the vectors of the words with these keys, one a row."""
        wanted = keys.tolist()
        words = set(wanted)
        if len(words) > _KEPT:
            return cast(_Vectors, super().get_batch(keys))
        new = words - self._rows.keys()
        if len(self._rows) + len(new) > _KEPT:
            self._rows.clear()
            new = words
        if new:
            first, after = len(self._rows), len(self._rows) + len(new)
            self._known[first:after] = super().get_batch(list(new))
            self._rows.update(zip(new, range(first, after), strict=True))
        return self._known[[self._rows[key] for key in wanted]]

    @cached_property
    def _known(self) -> _Vectors:
        return np.empty((_KEPT, self.data.shape[1]), dtype=np.float32)


@registry.vectors(FACTORY)  # type: ignore[untyped-decorator]
def create() -> Callable[[Vocab], RememberedVectors]:
    """Return how a vocabulary gets its vectors; the name stands in the settings of the pipeline."""

    def make(vocab: Vocab) -> RememberedVectors:
        return RememberedVectors(strings=vocab.strings)

    return make
