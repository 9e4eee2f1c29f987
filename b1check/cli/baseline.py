"""``b1check baseline``: write down which remarks there are, so that only new ones count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Legt vast welke opmerkingen er nu zijn.

Daarna ziet u met b1check check --baseline BESTAND alleen wat nieuw is. Het bestand kan alleen korter worden. Er staat
geen tekst van u in: alleen namen van documenten en regels, codes en aantallen.

\b
Daarna weet u hoe het ging:
  0  het bestand is gemaakt
  2  een document was niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Leg vast welke opmerkingen er nu zijn.")
@options_of.paths()
@click.option(
    "--output",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    default="b1check-baseline.json",
    help="Zet het in dit bestand. Anders in b1check-baseline.json.",
)
@click.option("--prune", is_flag=True, help="Haal uit het bestand wat er niet meer is. Er komt niets bij.")
@options_of.config()
@options_of.no_config
@options_of.jobs
@options_of.no_cache
@options_of.cache_dir
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Write or prune a baseline."""
    from b1check.cli.recording import record  # noqa: PLC0415 - what checking needs would slow down --help

    options_of.validate(ctx, options)
    if "-" in options["paths"]:
        raise click.UsageError("Noem bestanden of mappen. Met - kan b1check niets vastleggen.", ctx)
    return record(**options)
