"""``b1check fix``: apply the fixes of remarks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, moment, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Verbetert brieven en webteksten.

Noem bij PAD bestanden of mappen. b1check verbetert .docx, .html, .md en .txt. Het doet alleen veilige verbeteringen:
die veranderen niets aan de betekenis. Wordt een zin er moeilijker van, of komt er een zwaardere opmerking bij?
Dan blijft staan wat er stond.

Uw bestand blijft zoals het is. De verbeterde tekst komt in een kopie ernaast: bij brief.docx is dat brief.b1.docx. In
een Word-bestand ziet u elke verbetering als een bijgehouden wijziging. U kunt die in Word accepteren of afwijzen.

Met - leest b1check de tekst die u naar de opdracht stuurt. De verbeterde tekst komt dan op het scherm.

\b
Daarna weet u hoe het ging:
  0  alles is verbeterd wat verbeterd kon worden
  1  alleen met --diff: er is iets te verbeteren
  2  een bestand was niet te lezen of te maken, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Verbeter brieven en webteksten.")
@options_of.paths()
@click.option("--diff", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
@click.option(
    "--interactive",
    is_flag=True,
    help="Vraag bij elke verbetering of u die wilt. U ziet dan ook verbeteringen die u zelf moet controleren.",
)
@click.option(
    "--ook-controleren",
    "also_review",
    is_flag=True,
    help="Doe ook verbeteringen die u daarna zelf moet controleren.",
)
@click.option("--in-place", is_flag=True, help="Verander het bestand zelf, en maak geen kopie.")
@click.option(
    "--output",
    metavar="DOEL",
    type=click.Path(path_type=Path),
    help="Zet de verbeterde tekst in dit bestand, of in deze map.",
)
@click.option("--overwrite", is_flag=True, help="Vervang een kopie die er al staat.")
@click.option("--accept", is_flag=True, help="Word: verander de tekst meteen, zonder bijgehouden wijzigingen.")
@click.option(
    "--change-date",
    metavar="MOMENT",
    callback=moment,
    help="Word: de datum bij de bijgehouden wijzigingen, zoals 2026-03-05T09:30. Anders: nu.",
)
@options_of.select("dient-te,woorden")
@options_of.ignore
@options_of.stdin_name
@options_of.config()
@options_of.no_config
@options_of.sort
@options_of.date
@options_of.color
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Apply fixes to the documents that the user names."""
    from b1check.cli.fixing import Request, run  # noqa: PLC0415 - what fixing needs would slow down --help

    options_of.validate(ctx, options)
    if clash := _clash(options):
        raise click.UsageError(clash, ctx)
    return run(Request(**options))


_APART = (
    ("diff", "interactive"),
    ("diff", "in_place"),
    ("diff", "output"),
    ("in_place", "output"),
    ("accept", "change_date"),
)


def _clash(options: dict[str, Any]) -> str | None:
    """Return what is wrong with how the options go together, in Dutch; None when they do."""
    for one, other in _APART:
        if options[one] and options[other]:
            return f"Gebruik {_option(one)} of {_option(other)}, niet allebei."
    if "-" not in options["paths"]:
        return "De optie --stdin-name hoort bij het pad -." if options["stdin_name"] else None
    if len(options["paths"]) > 1:
        return "Noem bij - geen andere bestanden of mappen."
    for name in ("in_place", "output", "interactive"):
        if options[name]:
            return f"De optie {_option(name)} kan niet bij -. De verbeterde tekst komt op het scherm."
    return None


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
