"""``b1check consistency``: whether documents contradict each other or themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from b1check.cli.dutch import Choice, DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Zoekt in brieven en webteksten naar plekken die elkaar tegenspreken.

Noem bij PAD bestanden of mappen. b1check vergelijkt bedragen, termijnen, telefoonnummers en openingstijden die over
hetzelfde gaan, ook tussen documenten. Staan er afspraken over woorden in uw instellingen? Dan telt b1check hoe vaak u
het afgesproken woord gebruikt, en hoe vaak een ander.

\b
Daarna weet u hoe het ging:
  0  alles is gelezen, b1check vond niets dat elkaar tegenspreekt
  1  er zijn plekken die elkaar tegenspreken
  2  een bestand was niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Zoek plekken die elkaar tegenspreken.")
@click.argument("paths", metavar="PAD...", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    metavar="VORM",
    type=Choice(["terminal", "json"]),
    default="terminal",
    help="Vorm van het rapport: terminal of json.",
)
@click.option("--output", metavar="BESTAND", type=click.Path(path_type=Path), help="Zet het rapport in dit bestand.")
@click.option("--config", metavar="BESTAND", type=click.Path(path_type=Path), help="Gebruik deze instellingen.")
@click.option("--no-config", is_flag=True, help="Zoek geen bestand met instellingen.")
@click.option(
    "--color",
    metavar="WANNEER",
    type=Choice(["auto", "altijd", "nooit"]),
    default="auto",
    help="Gebruik kleuren: auto, altijd of nooit.",
)
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Compare the documents that the user names."""
    from b1check.cli.facts import Request, run  # noqa: PLC0415 - what comparing needs would slow down --help

    if "-" in options["paths"]:
        raise click.UsageError("b1check consistency leest alleen bestanden en mappen. Noem er een bij PAD.", ctx)
    if options["config"] and options["no_config"]:
        raise click.UsageError("Gebruik --config of --no-config, niet allebei.", ctx)
    if options["config"] and not options["config"].is_file():
        raise click.UsageError(f"Het bestand {options['config']} bestaat niet. Kijk naar de naam bij --config.", ctx)
    if options["output"] and not options["output"].parent.is_dir():
        raise click.UsageError(f"De map van {options['output']} bestaat niet. Kies een andere bij --output.", ctx)
    return run(Request(**options))
