"""How often the remarks of a rule were right: counts of judged findings, in ``precision.csv`` beside the rules.

``benchmarks/precision.py --write`` makes the file for our own rules; a pack may bring one of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from b1check.errors import RuleError

FILE = "precision.csv"
COLUMNS = ("rule", "goed", "beoordeeld", "past", "alternatieven")


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts for one rule.

    Attributes:
        right: findings that an editor would keep.
        judged: findings that were judged.
        fits: findings of which the first alternative fits in the sentence.
        alternatives: findings of which the first alternative was judged.
    """

    right: int
    judged: int
    fits: int = 0
    alternatives: int = 0


@cache
def read(folder: Path) -> Mapping[str, Measured]:
    """Return the counts by rule from the file in ``folder``; none when there is no such file.

    Raises:
        RuleError: when the file is not right.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    found: dict[str, Measured] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter=";", strict=True)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise RuleError(f"Het bestand {path} hoort deze kolommen te hebben: {';'.join(COLUMNS)}.")
            for row in rows:
                found[row["rule"]] = Measured(*(int(row[column]) for column in COLUMNS[1:]))
    except (OSError, ValueError, TypeError, csv.Error) as error:
        raise RuleError(f"Het bestand {path} is niet te lezen: {error}. Schrijf in elke kolom een getal.") from error
    return found


def write(folder: Path, counts: Mapping[str, Measured]) -> None:
    """Write the counts, by name of the rule, to the file in ``folder``."""
    with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(
            (rule, count.right, count.judged, count.fits, count.alternatives) for rule, count in sorted(counts.items())
        )
