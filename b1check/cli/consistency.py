"""``b1check consistency``: whether documents contradict each other or themselves."""

from __future__ import annotations

from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Zoekt in brieven en webteksten naar plekken die niet met elkaar kloppen.

Noem bij PAD bestanden of mappen. b1check vergelijkt bedragen, termijnen, telefoonnummers en openingstijden die over
hetzelfde gaan, ook tussen documenten. Staan er afspraken over woorden in uw instellingen? Dan telt b1check hoe vaak u
het afgesproken woord gebruikt, en hoe vaak een ander.

\b
Daarna weet u hoe het ging:
  0  alles is gelezen, b1check vond geen verschillen
  1  er zijn plekken die niet met elkaar kloppen
  2  een bestand was niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Zoek plekken die niet met elkaar kloppen.")
@options_of.paths()
@options_of.form("het rapport")
@options_of.output
@options_of.config()
@options_of.no_config
@options_of.color
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Compare the documents that the user names."""
    from b1check.cli.facts import Request, run  # noqa: PLC0415 - what comparing needs would slow down --help

    if "-" in options["paths"]:
        raise click.UsageError("b1check consistency leest alleen bestanden en mappen. Noem er een bij PAD.", ctx)
    options_of.validate(ctx, options)
    return run(Request(**options))
