"""The remarks that were there already: a count for each fingerprint, in a file that can only get shorter.

Who starts with b1check has old texts with many remarks. With a baseline only what is new shows, and only that fails a
run. The file holds no text: names of documents and rules, hashes of sentences, and counts.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, PositiveInt, ValidationError

from b1check.errors import BaselineError
from b1check.findings import Finding
from b1check.fingerprints import Fingerprint, fingerprint

VERSION = "1"
_ABOUT = (
    "De opmerkingen van b1check die er al waren: per document en per regel een code van de zin, en hoe vaak. "
    "Haal weg wat opgelost is met: b1check baseline --prune"
)


class _File(BaseModel):
    """The form of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: str
    about: str = ""
    documents: dict[str, dict[str, dict[str, PositiveInt]]]


@dataclass(frozen=True, slots=True)
class Divided:
    """The findings of a document after the baseline.

    Attributes:
        new: those that the baseline does not know.
        known: how many it knows.
    """

    new: tuple[Finding, ...]
    known: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings there are of each fingerprint."""

    counts: Mapping[Fingerprint, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(self.counts.values())


class Ledger:
    """Compares a baseline with what a run finds, document by document.

    Args:
        baseline: what was known.
        exists: tells whether there still is a document at a path of the baseline. The findings of one that is gone are
            also known in another document, which may be the same one with another name.
    """

    def __init__(self, baseline: Baseline, *, exists: Callable[[str], bool]) -> None:
        self._counts = baseline.counts
        self._left = Counter(baseline.counts)
        self._again: Counter[Fingerprint] = Counter()
        self._checked: set[str] = set()
        paths = {mark.path for mark in baseline.counts}
        self._vanished = {path for path in paths if not exists(path)}
        self._homeless: dict[tuple[str, str], list[Fingerprint]] = defaultdict(list)
        for mark in sorted(baseline.counts):
            if mark.path in self._vanished:
                self._homeless[mark.rule, mark.sentence].append(mark)

    def divide(self, findings: Sequence[Finding], path: str, *, whole: bool = True) -> Divided:
        """Take what is known out of ``findings``; of findings that are the same the first are known.

        Args:
            findings: in the order of the text.
            path: the document.
            whole: whether these are all findings; if not, what is missing may still be there.
        """
        new = tuple(finding for finding in findings if not self._takes(fingerprint(finding, path)))
        if whole:
            self._checked.add(path)
        return Divided(new, len(findings) - len(new))

    def _takes(self, mark: Fingerprint) -> bool:
        for known in (mark, *self._homeless.get((mark.rule, mark.sentence), ())):
            if self._left[known] > 0:
                self._left[known] -= 1
                self._again[mark] += 1
                return True
        return False

    @property
    def gone(self) -> int:
        """How many findings of the baseline are no more."""
        return sum(amount for mark, amount in self._left.items() if self._is_gone(mark))

    @property
    def moved(self) -> bool:
        """Whether findings were found in another document than the baseline says."""
        return any(self._left[mark] < self._counts[mark] for mark in self._counts if mark.path in self._vanished)

    def pruned(self) -> Baseline:
        """Return the baseline without the findings that are no more; it never grows."""
        left = {mark: amount for mark, amount in self._left.items() if amount and not self._is_gone(mark)}
        return Baseline(dict(self._again + Counter(left)))

    def _is_gone(self, mark: Fingerprint) -> bool:
        return mark.path in self._checked or mark.path in self._vanished


def of(documents: Iterable[tuple[str, Sequence[Finding]]]) -> Baseline:
    """Return the baseline of ``documents``: the path of each, and its findings."""
    return Baseline(Counter(fingerprint(finding, path) for path, findings in documents for finding in findings))


def render(baseline: Baseline) -> str:
    """Return ``baseline`` as JSON in a fixed order, so that a change of it reads well in a review."""
    documents: dict[str, dict[str, dict[str, int]]] = {}
    for mark, amount in sorted(baseline.counts.items()):
        documents.setdefault(mark.path, {}).setdefault(mark.rule, {})[mark.sentence] = amount
    data = {"schema_version": VERSION, "about": _ABOUT, "documents": documents}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def load(file: Path) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: when the file cannot be read or has another form.
    """
    try:
        data = _File.model_validate_json(file.read_bytes())
    except FileNotFoundError as error:
        raise BaselineError(
            f"Het bestand {file} bestaat niet. Maak het eerst met: b1check baseline PAD --output {file}"
        ) from error
    except OSError as error:
        raise BaselineError(f"Het bestand {file} gaat niet open. Controleer de naam en uw rechten.") from error
    except ValidationError as error:
        raise BaselineError(f"Het bestand {file} is geen baseline van b1check. {_AGAIN}") from error
    if data.schema_version != VERSION:
        raise BaselineError(f"Het bestand {file} is van een andere versie van b1check. {_AGAIN}")
    return Baseline(
        {
            Fingerprint(path, rule, sentence): amount
            for path, rules in data.documents.items()
            for rule, sentences in rules.items()
            for sentence, amount in sentences.items()
        }
    )


_AGAIN = "Kies een ander bestand, of gooi dit weg en maak het opnieuw met: b1check baseline PAD"
