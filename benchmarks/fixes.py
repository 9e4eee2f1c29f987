"""Prints how many remarks about words carry a fix, and how often those fixes were right.

    python benchmarks/fixes.py                       our corpora, and the judgements in corpora/gold/fixes
    python benchmarks/fixes.py FILE.csv COLUMN ...   the texts in columns of a CSV file; prints counts only
    python benchmarks/fixes.py --list out.csv        also writes every first fix with its sentence, to judge by hand,
                                                     but none of the letters that are kept apart
    python benchmarks/fixes.py --twice               makes all safe fixes in our corpora, and once more

Counted are remarks about words that name another wording: all of them, and those outside paragraphs about bezwaar or
beroep, where no fix may be. ``judgements.csv`` holds judgements of fixes in our own
corpora, word for word. In the columns ``grammatica`` and ``betekenis`` "goed" is a sentence that a communication
adviser would leave as it is; each has its own share, and "both" is the share of fixes with "goed" twice. ``past`` tells
whether the first alternative is the word that he would choose ("ja" or "nee"). Shares come with their 95 % interval
(Wilson's score interval, which takes the judgements as independent).

``rounds.csv`` holds rounds of judging, each of fixes that nobody had seen before; after each round the general causes
of what was wrong were repaired. The author of the rewriters judged rounds 1 to 6, a second judge rounds 7 to 9, and
who repaired rewriters that day round 10. Its texts are not all ours to share, so a row has the first 12 digits of the
SHA-256 of the sentence, and the words that change. ``nog`` tells whether b1check still makes that very fix ("ja"),
only shows it ("getoond"), or makes another one or none ("nee").
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from b1check import Checker, Finding, fixes
from b1check.documents import readers, writers
from b1check.documents.document import Document
from b1check.errors import WriteError
from b1check.findings import Applicability, Edit, Reach
from b1check.language.analysis import Analyser
from b1check.rulebook import lawtext
from b1check.rulebook.load import specs
from b1check.rulebook.match import BlockView

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
GOLD = CORPORA / "gold" / "fixes"
LETTERS = CORPORA / "gold" / "letters"
COLUMNS = ("document", "regel", "rule", "voor", "na", "toepassing", "grammatica", "betekenis", "past")
BARS = {Applicability.SAFE: 0.98, Applicability.REVIEW: 0.92}
SHARE_WITH_FIX = 0.80
FITS = 0.65
_Z = 1.96
"""Standard errors on either side of a share, for 95 %."""


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


def of_law(document: Document, analyser: Analyser) -> frozenset[int]:
    """Return the blocks that tell what a reader can do against a decision."""
    analyses = analyser.analyse([block.text for block in document.blocks])
    pairs = enumerate(zip(document.blocks, analyses, strict=True))
    return lawtext.blocks([BlockView(index, block, analysis) for index, (block, analysis) in pairs])


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
    """Judgements of the fixes with one applicability: how many are right in each way, and in both (``right``)."""

    grammatical: int = 0
    kept: int = 0
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
        _count(row, found[row["toepassing"]])
    return dict(found)


def rounds(folder: Path = GOLD) -> dict[tuple[str, str], Judged]:
    """Return the judgements at first sight, by round and applicability; under "nu" of all fixes that are still made.

    Raises:
        ValueError: when a row holds something that means nothing.
    """
    found: dict[tuple[str, str], Judged] = defaultdict(Judged)
    for row in _rows(folder / "rounds.csv"):
        if row["nog"] not in {"ja", "nee", "getoond"}:
            raise ValueError(f"cannot use {row}")
        for name in (row["ronde"], "nu")[: 2 if row["nog"] == "ja" else 1]:
            _count(row, found[name, row["toepassing"]])
    return dict(found)


def _count(row: Mapping[str, str], judged: Judged) -> None:
    known = {row["grammatica"], row["betekenis"]} <= {"goed", "fout"} and row["past"] in {"ja", "nee", ""}
    if not known:
        raise ValueError(f"cannot use {row}")
    judged.total += 1
    judged.grammatical += row["grammatica"] == "goed"
    judged.kept += row["betekenis"] == "goed"
    judged.right += row["grammatica"] == row["betekenis"] == "goed"
    judged.asked += row["past"] != ""
    judged.fits += row["past"] == "ja"


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


def interval(count: int, total: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share (Wilson's score interval)."""
    share = count / total
    middle = (share + _Z**2 / (2 * total)) / (1 + _Z**2 / total)
    reach = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2)) / (1 + _Z**2 / total)
    return middle - reach, middle + reach


def _share(count: int, total: int) -> str:
    low, high = interval(count, total)
    return f"{count}: {count / total:.3f} ({low:.2f}-{high:.2f})"


def _shares(count: Judged) -> str:
    cells = [str(count.total), *(_share(part, count.total) for part in (count.grammatical, count.kept, count.right))]
    return " | ".join([*cells, _share(count.fits, count.asked) if count.asked else ""])


_SHARES = "judged | grammatical | meaning kept | both | first alternative fits"


def verdicts(judged: Mapping[str, Judged]) -> str:
    """Return how often fixes were right, as a Markdown table."""
    lines = [f"| applicability | bar | {_SHARES} |", "| --- " * 7 + "|"]
    for applicability, bar in BARS.items():
        if count := judged.get(applicability):
            lines.append(f"| {applicability} | {bar} | {_shares(count)} |")
    fits, asked = (sum(getattr(count, name) for count in judged.values()) for name in ("fits", "asked"))
    if asked:
        lines.append(f"\nFirst alternative fits, all: {_share(fits, asked)} of {asked} (bar {FITS})")
    return "\n".join(lines)


def progress(found: Mapping[tuple[str, str], Judged]) -> str:
    """Return how often fixes were right at first sight in each round, as a Markdown table."""
    lines = [f"| round | applicability | {_SHARES} |", "| --- " * 7 + "|"]
    for (name, applicability), count in sorted(found.items()):
        lines.append(f"| {name} | {applicability} | {_shares(count)} |")
    return "\n".join(lines)


def apart() -> frozenset[str]:
    """Return the letters that nobody who builds may look into."""
    kept = (json.loads(path.read_text(encoding="utf-8")) for path in LETTERS.rglob("*.json"))
    return frozenset(gold["document"] for gold in kept if gold["split"] == "apart")


def twice() -> str:
    """Make all safe fixes in our corpora, in memory, and once more in the files that come of it; return the counts."""
    checker = Checker()
    files, first, second, lower = 0, 0, 0, 0
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as index:
        names = [row["path"] for row in csv.DictReader(index)]
    for name in names:
        try:
            file = writers.editable((CORPORA / name).read_bytes(), name=name)
        except WriteError:  # of a PDF nothing can be written
            continue
        fixed = fixes.fix(file, checker.check_document)
        files, first = files + 1, first + len(fixed.applied)
        lower += bool(fixed.before.score and fixed.after.score and fixed.after.score.value < fixed.before.score.value)
        again = fixes.fix(writers.editable(fixed.write(), name=name), checker.check_document)
        second += len(again.applied)
    return f"{first} safe fixes in {files} documents; a second run makes {second}; the score drops in {lower}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="a CSV file with texts; our corpora when left out")
    parser.add_argument("columns", nargs="*", help="the columns with texts")
    parser.add_argument("--list", type=Path, help="write the fixes to this file")
    parser.add_argument("--twice", action="store_true", help="make all safe fixes, and once more")
    options = parser.parse_args()
    if options.twice:
        print(twice())
        return
    checker, analyser, reached, elsewhere = Checker(), Analyser(), Reached(), Reached()
    found: list[Placed] = []
    for name, document in texts(options.file, options.columns) if options.file else documents():
        checked = checker.check_document(document)
        if checked.errors:
            raise SystemExit(f"{name}: {checked.errors[0]}")
        findings = [finding for finding in checked.findings if finding.rule in specs()]
        reached.add(findings)
        kept = of_law(document, analyser)
        elsewhere.add(finding for finding in findings if finding.block not in kept)
        found += placed(name, document, findings)
    print(report(reached))
    print(f"Not about bezwaar or beroep: {elsewhere.fixed.total()} of {elsewhere.named.total()}, {elsewhere.share:.3f}")
    if options.list:
        closed = apart()
        write(options.list, (one for one in found if one.document not in closed))
    if options.file is None:
        print(f"\n{verdicts(judgements())}\n\n{progress(rounds())}")


if __name__ == "__main__":
    main()
