"""Prints how many remarks about words carry a fix, and how often those fixes were right.

    python benchmarks/fixes.py                       our corpora, and the judgements in corpora/gold/fixes
    python benchmarks/fixes.py FILE.csv COLUMN ...   the texts in columns of a CSV file; prints counts only
    python benchmarks/fixes.py --list out.csv        also writes every first fix with its sentence, to judge by hand

Counted are remarks about words that name another wording. ``judgements.csv`` holds judgements of fixes in our own
corpora, word for word; ``counts.csv`` only counts, for texts that are not ours to share. In the columns ``grammatica``
and ``betekenis`` "goed" is a sentence that a communication adviser would leave as it is; ``past`` tells whether the
first alternative is the word that he would choose ("ja" or "nee").
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from b1check import Checker, Finding
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.findings import Applicability, Edit, Reach
from b1check.rulebook.load import specs

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
GOLD = CORPORA / "gold" / "fixes"
COLUMNS = ("document", "regel", "rule", "voor", "na", "toepassing", "grammatica", "betekenis", "past")
BARS = {Applicability.SAFE: 0.98, Applicability.REVIEW: 0.92}
SHARE_WITH_FIX = 0.80
FITS = 0.65


@dataclass
class Reached:
    """Remarks about words with another wording, and those that carry a fix, by rule."""

    named: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    by_applicability: Counter[str] = field(default_factory=Counter)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count ``findings``."""
        for finding in findings:
            if finding.reach is not Reach.WORDS or not finding.suggestions:
                continue
            self.named[finding.rule] += 1
            if finding.fixes:
                self.fixed[finding.rule] += 1
                self.by_applicability[finding.fixes[0].applicability] += 1

    @property
    def share(self) -> float:
        """Share of the remarks that carry a fix."""
        return self.fixed.total() / self.named.total() if self.named else 0.0


@dataclass(frozen=True)
class Placed:
    """The first fix of a finding, with the sentence before and after it."""

    document: str
    finding: Finding
    before: str
    after: str


def documents() -> Iterator[tuple[str, Document]]:
    """Yield our corpora, with the path of each."""
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["path"], readers.read(CORPORA / row["path"])


def texts(path: Path, columns: Iterable[str]) -> Iterator[tuple[str, Document]]:
    """Yield the texts in ``columns`` of a CSV file, each as a document."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            for column in columns:
                if row[column].strip():
                    yield f"{path.name}:{number}:{column}", readers.read_text(row[column], name=column)


def placed(name: str, document: Document, findings: Iterable[Finding]) -> Iterator[Placed]:
    """Yield the first fix of every finding, applied to its sentence."""
    source = document.source.text
    for finding in findings:
        if finding.fixes:
            edits = finding.fixes[0].edits
            start, end = _around(source, finding, edits)
            yield Placed(name, finding, source[start:end], _applied(source, edits, start, end))


def _around(source: str, finding: Finding, edits: tuple[Edit, ...]) -> tuple[int, int]:
    """Return the range of the sentence in the source; of the lines where markup stands between its words."""
    start = finding.span.start - finding.marks[0].start if finding.marks else finding.span.start
    end = start + len(finding.sentence)
    low = min(finding.span.start, *(edit.span.start for edit in edits))
    high = max(finding.span.end, *(edit.span.end for edit in edits))
    if finding.sentence and source[start:end] == finding.sentence and start <= low and high <= end:
        return start, end
    after = source.find("\n", high)
    return source.rfind("\n", 0, low) + 1, len(source) if after < 0 else after


def _applied(source: str, edits: Iterable[Edit], start: int, end: int) -> str:
    pieces, at = [], start
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [source[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*pieces, source[at:end]])


def write(path: Path, found: Iterable[Placed]) -> None:
    """Write fixes as rows of ``judgements.csv`` that wait for a judgement."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";", lineterminator="\n")
        rows.writerow(COLUMNS)
        for fix in found:
            finding = fix.finding
            sentences = (" ".join(fix.before.split()), " ".join(fix.after.split()))
            applicability = str(finding.fixes[0].applicability)
            rows.writerow([fix.document, finding.line, finding.rule, *sentences, applicability, "", "", ""])


@dataclass
class Judged:
    """Judgements of the fixes with one applicability."""

    right: int = 0
    total: int = 0
    fits: int = 0
    asked: int = 0


def judgements(folder: Path = GOLD) -> dict[str, Judged]:
    """Return the judgements by applicability.

    Raises:
        ValueError: when a row holds something that means nothing.
    """
    found: dict[str, Judged] = defaultdict(Judged)
    for row in _rows(folder / "judgements.csv"):
        known = {row["grammatica"], row["betekenis"]} <= {"goed", "fout"} and row["past"] in {"ja", "nee", ""}
        if not known:
            raise ValueError(f"cannot use {row}")
        judged = found[row["toepassing"]]
        judged.total += 1
        judged.right += row["grammatica"] == row["betekenis"] == "goed"
        judged.asked += row["past"] != ""
        judged.fits += row["past"] == "ja"
    for row in _rows(folder / "counts.csv"):
        judged = found[row["toepassing"]]
        judged.total += int(row["goed"]) + int(row["fout"])
        judged.right += int(row["goed"])
        judged.asked += int(row["past"]) + int(row["past_niet"])
        judged.fits += int(row["past"])
    return dict(found)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def report(reached: Reached) -> str:
    """Return the share of remarks with a fix, by rule, as a Markdown table."""
    lines = ["| rule | remarks with a wording | with a fix | share |", "| --- | --- | --- | --- |"]
    for rule, count in reached.named.most_common():
        lines.append(f"| {rule} | {count} | {reached.fixed[rule]} | {reached.fixed[rule] / count:.2f} |")
    total = f"{reached.named.total()} | {reached.fixed.total()} | {reached.share:.2f} (bar {SHARE_WITH_FIX})"
    return "\n".join([*lines, f"| all | {total} |", "", f"First fixes: {dict(reached.by_applicability)}"])


def verdicts(judged: Mapping[str, Judged]) -> str:
    """Return how often fixes were right, as a Markdown table."""
    lines = ["| applicability | right | judged | share | bar |", "| --- | --- | --- | --- | --- |"]
    for applicability, bar in BARS.items():
        if count := judged.get(applicability):
            share = count.right / count.total
            lines.append(f"| {applicability} | {count.right} | {count.total} | {share:.3f} | {bar} |")
    fits, asked = (sum(getattr(count, name) for count in judged.values()) for name in ("fits", "asked"))
    if asked:
        lines.append(f"| first alternative fits | {fits} | {asked} | {fits / asked:.3f} | {FITS} |")
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="a CSV file with texts; our corpora when left out")
    parser.add_argument("columns", nargs="*", help="the columns with texts")
    parser.add_argument("--list", type=Path, help="write the fixes to this file")
    options = parser.parse_args()
    checker, reached = Checker(), Reached()
    found: list[Placed] = []
    for name, document in texts(options.file, options.columns) if options.file else documents():
        checked = checker.check_document(document)
        if checked.errors:
            raise SystemExit(f"{name}: {checked.errors[0]}")
        findings = [finding for finding in checked.findings if finding.rule in specs()]
        reached.add(findings)
        found += placed(name, document, findings)
    print(report(reached))
    if options.list:
        write(options.list, found)
    if options.file is None:
        print(f"\n{verdicts(judgements())}")


if __name__ == "__main__":
    main()
