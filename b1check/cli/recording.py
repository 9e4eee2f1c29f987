"""What ``b1check baseline`` does: check all documents, and keep which remarks there are."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from b1check import B1CheckError, Config, Report, Run
from b1check import baseline as baselines
from b1check.baseline import Baseline, Ledger
from b1check.cli import streams
from b1check.cli.attempts import Text
from b1check.cli.checking import Request, run_into
from b1check.cli.exits import Exit
from b1check.cli.narrowing import folder_of, ledger
from b1check.errors import BaselineError
from b1check.fingerprints import relative
from b1check.reporters.text import clean, count

_THERE = (
    "Het bestand {file} is er al. Haal weg wat opgelost is met --prune. "
    "Wilt u echt opnieuw beginnen? Gooi het dan eerst weg."
)


@dataclass(slots=True)
class _Kept:
    """Keeps the reports of a run, and shows nothing."""

    reports: list[Report] = field(default_factory=list)

    def document(self, report: Report, text: Text, config: Config) -> None:
        self.reports.append(report)

    def end(self, run: Run) -> None:
        """Do nothing: what to keep is known."""


def record(
    *,
    paths: tuple[str, ...],
    output: Path,
    prune: bool,
    config: Path | None,
    no_config: bool,
    jobs: int | None,
    no_cache: bool,
    cache_dir: Path | None,
) -> Exit:
    """Write the baseline of ``paths`` to ``output``, or take out of it what is no more.

    Raises:
        BaselineError: when the file is there already, or is not there to be pruned.
        B1CheckError: when it cannot be written.
    """
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    if output.exists() and not prune:
        raise BaselineError(_THERE.format(file=output))
    known = ledger(output) if prune else None
    kept = _Kept()
    request = replace(_request(paths, config, no_config), jobs=jobs, no_cache=no_cache, cache_dir=cache_dir)
    code = run_into(kept, request)
    lines = _prune(known, kept.reports, output) if known else _make(kept.reports, output)
    for line in lines:
        click.echo(clean(line))
    return code


def _request(paths: tuple[str, ...], config: Path | None, no_config: bool) -> Request:
    """Return a request for all findings, none of which fails the run."""
    return Request(
        paths=paths,
        stdin_name=None,
        format_="json",
        output=None,
        select=(),
        ignore=(),
        fail_on="geen",
        min_score=None,
        baseline=None,
        changed_since=None,
        config=config,
        no_config=no_config,
        min_severity="auto",
        max_per_rule=0,
        color="auto",
        mask=False,
        quiet=False,
        timing=False,
        type_=None,
        date=None,
    )


def _make(reports: list[Report], file: Path) -> list[str]:
    folder = folder_of(file)
    made = baselines.of((relative(report.name, folder), report.findings) for report in reports)
    _write(made, file)
    remarks, documents = _amount(len(made)), count(len(reports), "document", "documenten")
    return [f"{remarks} in {documents} vastgelegd in {file}."]


def _prune(known: Ledger, reports: list[Report], file: Path) -> list[str]:
    folder = folder_of(file)
    new = 0
    for report in reports:
        whole = not (report.errors or report.warnings)
        divided = known.divide(report.findings, relative(report.name, folder), whole=whole)
        new += len(divided.new)
    if known.gone or known.moved:
        _write(known.pruned(), file)
    left = len(known.pruned())
    lines = [f"{_amount(known.gone)} weggehaald uit {file}. Nu {'staat' if left == 1 else 'staan'} er nog {left} in."]
    if new:
        lines.append(f"Niet toegevoegd, want nieuw: {_amount(new)}. U ziet ze met: b1check check PAD --baseline {file}")
    return lines


def _amount(number: int) -> str:
    return count(number, "opmerking", "opmerkingen")


def _write(baseline: Baseline, file: Path) -> None:
    try:
        streams.put(file, baselines.render(baseline).encode("utf-8"))
    except OSError as error:
        raise B1CheckError(f"Het bestand {file} is niet te maken. Kies een andere map of naam bij --output.") from error
