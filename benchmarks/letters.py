"""Compares what b1check understands of letters with the gold data in ``corpora/gold/letters``.

    python benchmarks/letters.py            # the documents that may be looked at, with the differences
    python benchmarks/letters.py --apart    # the documents kept apart: figures only
    python benchmarks/letters.py --table    # both, as the table in docs/accuracy.md
    python benchmarks/letters.py --batch e  # only the letters whose names begin with "e-"; figures only
    python benchmarks/letters.py --apart --without g  # figures, without the letters whose names begin with "g-"

How it is compared: the type must be the same. The parts of an action, deadlines and promises are found when they share
at least half of the words of the shorter one with gold, the pair with most in common first: some words more or less
make no difference to a reader, another sentence does. What gold does not have is too much. A clause is right when it is
found and the same elements are present. A planted fault is found when its rule reports it, or the rule that tells the
same gap. A false alarm is a finding of one of the rules for faults in a good letter without a planted fault.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from b1check import Checker, Config
from b1check.report import Quote, Report

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
GOLD = CORPORA / "gold" / "letters"
NORMS = {"antwoord": "10 werkdagen", "bellen": "2 werkdagen", "contact": "2 werkdagen"}
"""The service norms that one planted fault goes against."""
CLAUSE_NEEDS = {
    "bezwaar": ("wie", "termijn", "begin", "orgaan", "kanaal"),
    "beroep": ("wie", "termijn", "begin", "orgaan", "kanaal"),
}
_LOOKS = ("what", "when", "how", "otherwise")


@dataclass
class Tally:
    """Right, wrong and missed; and what they were."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlaps(found: str, gold: str) -> bool:
    """Tell whether two stretches of words share at least half of the shorter one."""
    least = min(len(_words(found)), len(_words(gold)))
    return least > 0 and shared(found, gold) >= least / 2


def shared(found: str, gold: str) -> int:
    """Return how many words two stretches share; punctuation at the ends of a word does not count."""
    return (Counter(_words(found)) & Counter(_words(gold))).total()


def _words(text: str) -> list[str]:
    return [bare for word in text.casefold().split() if (bare := word.strip(".,;:!?()"))]


def compare(found: Sequence[str], gold: Sequence[str], tally: Tally, name: str) -> None:
    """Match found and gold stretches one to one and count."""
    rest, extra = list(gold), list(found)
    # The pair with most in common first: "uiterlijk 3 mei 2026" also shares half its words with another date.
    pairs = sorted(((shared(one, other), one, other) for one in set(found) for other in set(gold)), reverse=True)
    for _, one, other in pairs:
        while one in extra and other in rest and overlaps(one, other):
            tally.right += 1
            extra.remove(one)
            rest.remove(other)
    tally.wrong += len(extra)
    tally.remarks += [f"{name}: too much: {words}" for words in extra]
    tally.missed += len(rest)
    tally.remarks += [f"{name}: missed: {words}" for words in rest]


def measure(cases: Iterable[tuple[dict[str, Any], Report, str]]) -> dict[str, Tally]:
    """Return a tally for each thing that is measured."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, report, quality in cases:
        name = gold["document"]
        letter = report.letter
        assert letter is not None
        _same(tallies["type"], letter.type, gold["type"], name)
        _same(tallies["date"], letter.date, gold["date"], name)
        action = gold["action"] or {}
        for part in _LOOKS:
            mine: Quote | None = getattr(letter.action, part) if letter.action else None
            theirs = action.get(part)
            compare([mine.text] if mine else [], [theirs] if theirs else [], tallies[f"action {part}"], name)
        compare(
            [d.quote.text for d in letter.deadlines], [d["text"] for d in gold["deadlines"]], tallies["deadlines"], name
        )
        compare(
            [p.quote.text for p in letter.promises], [p["text"] for p in gold["promises"]], tallies["promises"], name
        )
        _clauses(tallies, letter.clauses, gold["clauses"], name)
        for item in letter.checklist:
            _same(tallies["checklist"], item.met, gold["checklist"].get(item.name), f"{name} {item.name}")
        _faults(tallies, gold, report, quality)
    return tallies


def _same(tally: Tally, found: object, gold: object, name: str) -> None:
    if found == gold:
        tally.right += 1
    else:
        tally.wrong += 1
        tally.missed += 1
        tally.remarks.append(f"{name}: {found!r}, gold {gold!r}")


def _clauses(tallies: dict[str, Tally], found: Sequence[Any], gold: Sequence[dict[str, Any]], name: str) -> None:
    mine = {clause.kind: clause for clause in found}
    theirs = {clause["kind"]: clause for clause in gold}
    compare(list(mine), list(theirs), tallies["clauses"], name)
    for kind, clause in theirs.items():
        if kind in mine:
            for element in (*mine[kind].present, *mine[kind].missing):
                _same(
                    tallies["clause elements"],
                    element in mine[kind].present,
                    element in clause["elements"],
                    f"{name} {kind} {element}",
                )


def _faults(tallies: dict[str, Tally], gold: dict[str, Any], report: Report, quality: str) -> None:
    seen = {finding.rule for finding in report.findings}
    planted = gold["fault"]
    if planted:
        tally = tallies["planted faults"]
        if seen & {planted["rule"], *SAME_GAP.get(planted["rule"], ())}:
            tally.right += 1
        else:
            tally.missed += 1
            tally.remarks.append(f"{gold['document']}: {planted['rule']} not seen")
    elif quality == "goed":
        alarms = sorted(seen & FAULTS)
        tallies["false alarms in good letters"].wrong += len(alarms)
        tallies["false alarms in good letters"].right += 1
        tallies["false alarms in good letters"].remarks += [f"{gold['document']}: {rule}" for rule in alarms]


SAME_GAP = {
    "gevolg-ontbreekt": ("aanmaning-onvolledig", "herstelverzuim-onvolledig"),
    "actie-zonder-datum": ("aanmaning-onvolledig", "herstelverzuim-onvolledig"),
    "hoe-ontbreekt": ("aanmaning-onvolledig",),
    "last-onvolledig": ("actie-zonder-datum",),
    "belofte-zonder-termijn": ("verlenging-zonder-datum",),
    "termijn-zonder-startpunt": ("bezwaarclausule-onvolledig",),
}
"""A gap that two rules could see is told once, by the rules on the right."""
FAULTS = frozenset(
    """
    onderwerp-ontbreekt kern-niet-vooraan actie-zonder-datum actie-lezer-ontbreekt hoe-ontbreekt gevolg-ontbreekt
    contact-ontbreekt bijlage-niet-bijgevoegd bezwaarclausule-ontbreekt bezwaarclausule-onvolledig nee-zonder-reden
    nee-zonder-wat-wel besluit-niet-herkenbaar aanmaning-onvolledig last-onvolledig herstelverzuim-onvolledig
    term-met-wettelijke-betekenis-vervangen deadline-voor-briefdatum datum-en-weekdag-kloppen-niet
    belofte-zonder-termijn
    belofte-wijkt-af-van-servicenorm verlenging-zonder-datum twee-data-voor-hetzelfde tegenstrijdig-in-document
    productpagina-onvolledig termijn-zonder-startpunt
    """.split()
)
"""Rules for the faults that were planted."""


def cases(split: str, batch: str = "", without: str = "") -> Iterator[tuple[dict[str, Any], Report, str]]:
    """Yield gold data, report and quality of the documents in ``split``: of ``batch`` only, or not of ``without``."""
    checker = Checker(Config.model_validate({"servicenormen": NORMS}))
    quality = {}
    for line in (CORPORA / "index.csv").read_text(encoding="utf-8").splitlines()[1:]:
        document, *_, level = line.split(",")
        quality[document] = level
    for path in sorted(GOLD.rglob("*.json")):
        if without and path.name.startswith(f"{without}-"):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["split"] == split and (not batch or path.name.startswith(f"{batch}-")):
            yield gold, checker.check_file(CORPORA / gold["document"]), quality[gold["document"]]


def show(tallies: dict[str, Tally], *, details: bool) -> None:
    """Print a row for each tally; with ``details`` what went wrong."""
    print("| | right | too much | missed | precision | recall | F1 |\n| --- | --- | --- | --- | --- | --- | --- |")
    for name, tally in tallies.items():
        print(
            f"| {name} | {tally.right} | {tally.wrong} | {tally.missed} | {100 * tally.precision:.0f} "
            f"| {100 * tally.recall:.0f} | {100 * tally.f1:.0f} |"
        )
    if details:
        for name, tally in tallies.items():
            print(f"\n## {name}", *tally.remarks, sep="\n")


def main() -> None:
    """Measure one half, or both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--apart", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--batch", default="")
    parser.add_argument("--without", default="")
    wanted = parser.parse_args()
    if wanted.table or wanted.batch or not wanted.apart:
        show(measure(cases("bouw", wanted.batch, wanted.without)), details=not (wanted.table or wanted.batch))
    if wanted.table or wanted.batch or wanted.apart:
        show(measure(cases("apart", wanted.batch, wanted.without)), details=False)


if __name__ == "__main__":
    main()
