"""``b1check site``: check the pages of a website."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import Count, DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Controleert de pagina's van een website, en zegt wat u het beste eerst kunt verbeteren.

Geef bij ADRES het adres van een pagina of van een sitemap. Een sitemap mag ook een bestand zijn. Bij een pagina volgt
b1check de links op dezelfde website. Bij een sitemap leest b1check de pagina's die erin staan.

b1check houdt zich aan robots.txt en wacht steeds voordat het een pagina leest. Stopt u met Ctrl-C? Dan gaat u later
verder met --resume.

\b
Daarna weet u hoe het ging:
  0  alles is gecontroleerd, er is niets wat u moet veranderen
  1  er zijn opmerkingen van het niveau bij --fail-on of zwaarder, of een score is te laag
  2  een pagina was niet te lezen, of er ging iets anders mis
"""

_FORMS = ("html", "jsonl", "csv", "sarif")


@click.command(cls=DutchCommand, help=_HELP, short_help="Controleer de pagina's van een website.")
@click.argument("start", metavar="ADRES")
@click.option("--max-pages", metavar="GETAL", type=Count(1), default=100, help="Lees hoogstens 100 pagina's, of GETAL.")
@click.option(
    "--depth", metavar="GETAL", type=Count(), default=5, help="Volg links tot 5 stappen vanaf ADRES, of tot GETAL."
)
@click.option(
    "--delay",
    metavar="SECONDEN",
    default="1",
    callback=options_of.number(3_600),
    help="Wacht minstens 1 seconde voor elke pagina, of SECONDEN. Wil de website meer? Dan doet b1check dat.",
)
@click.option("--resume", is_flag=True, help="Ga verder waar u de vorige keer stopte.")
@click.option(
    "--state",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Bewaar in dit bestand wat gelezen is. Het blijft dan staan, ook als alles klaar is.",
)
@click.option("--allow-private", is_flag=True, help="Lees ook een website op uw eigen computer of netwerk.")
@options_of.form("het rapport", *_FORMS)
@options_of.output
@click.option("--full", is_flag=True, help="Laat alles zien: alle pagina's met hun opmerkingen.")
@options_of.select("lange-zin,woorden")
@options_of.ignore
@options_of.fail_on
@options_of.min_score
@options_of.config()
@options_of.no_config
@options_of.min_severity("Laat bij de pagina's dit niveau en zwaarder zien: fout, let-op of tip.")
@options_of.max_per_rule("opmerkingen per pagina")
@options_of.color
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Check the website that the user names."""
    from b1check.cli.visiting import Request, run  # noqa: PLC0415 - what checking needs would slow down --help

    options_of.validate(ctx, options)
    if options["state"] and not options["state"].parent.is_dir():
        raise click.UsageError(f"De map van {options['state']} bestaat niet. Kies een andere bij --state.", ctx)
    return run(Request(**options))
