"""``b1check config``: which settings hold for a document, and where they come from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Laat zien welke instellingen gelden, en waar elke instelling vandaan komt.

Noem met --show een tekst. Zonder --show ziet u de instellingen voor deze map.
"""
_NOT_SET = "(niet ingesteld)"
_EXCLUDED = "Let op: deze tekst staat bij exclude. b1check slaat de tekst over."
_TEMPLATE = "Deze tekst staat bij templates. Een open veld is er geen fout."
_WIDEST = 48
"""Columns for a value; a longer one pushes its origin aside."""


@click.command(cls=DutchCommand, help=_HELP, short_help="Bekijk welke instellingen gelden, en waarom.")
@click.option(
    "--show",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Laat de instellingen voor deze tekst zien. De tekst hoeft nog niet te bestaan.",
)
@options_of.form("het overzicht")
@options_of.select("lange-zin,woorden")
@options_of.ignore
@options_of.config("Gebruik deze instellingen, en niet die in de map van de tekst.")
@options_of.no_config
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Show the settings of a document."""
    from b1check import config as configuration  # noqa: PLC0415 - what reads settings would slow down --help
    from b1check.cli import streams  # noqa: PLC0415
    from b1check.cli.checkers import Checkers  # noqa: PLC0415
    from b1check.origins import settings  # noqa: PLC0415
    from b1check.reporters.text import clean  # noqa: PLC0415

    options_of.validate(ctx, options)
    streams.never_fail(sys.stdout)
    path: Path = options["show"]
    select, ignore = options["select"], options["ignore"]
    checkers = Checkers(options["config"], options["no_config"], select, ignore)
    config = checkers.settings(path)
    _ = checkers.checker(path)  # so that a rule that does not exist shows here too
    file = None if options["no_config"] else options["config"] or configuration.closest_file(path)
    found = settings(path, file, select=select, ignore=ignore)
    sort = config.document_type(path)
    if options["format_"] == "json":
        values = [{"key": one.name, "value": one.value, "origins": list(one.origins)} for one in found]
        data = {
            "path": str(path),
            "file": str(file) if file else None,
            "excluded": config.is_excluded(path),
            "template": config.is_template(path),
            "document": sort,
            "settings": values,
        }
        streams.write_utf8(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return Exit.CLEAN
    rows = [(clean(one.name), clean(_toml(one.value)), clean(" en ".join(one.origins))) for one in found]
    lines = [f"Instellingen voor {'deze map' if path == Path() else clean(str(path))}:", "", *_table(rows), ""]
    lines += [f"Soort document: {sort}."] if sort else []
    lines += [_TEMPLATE] if config.is_template(path) else []
    lines += [_EXCLUDED] if config.is_excluded(path) else []
    if file is None:
        lines += ["Er is geen bestand met instellingen gevonden. Maak er een met: b1check init"]
    while not lines[-1]:
        lines.pop()
    for line in lines:
        click.echo(line)
    return Exit.CLEAN


def _toml(value: Any) -> str:
    return _NOT_SET if value is None else json.dumps(value, ensure_ascii=False)


def _table(rows: list[tuple[str, str, str]]) -> list[str]:
    from b1check.reporters.text import pad, width  # noqa: PLC0415

    names = max(width(name) for name, _, _ in rows)
    values = min(max(width(value) for _, value, _ in rows), _WIDEST)
    return [f"  {pad(name, names)}  {pad(value, values)}  {origin}" for name, value, origin in rows]
