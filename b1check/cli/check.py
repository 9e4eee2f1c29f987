"""``b1check check``: check documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from b1check import DocumentType
from b1check.cli.dutch import Choice, Count, DutchCommand, day, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Controleert brieven en webteksten.

Noem bij PAD bestanden of mappen. b1check leest .docx, .odt, .eml, .html, .md en .txt. Met - leest b1check de
tekst die u naar de opdracht stuurt.

\b
Daarna weet u hoe het ging:
  0  alles is gecontroleerd, er is niets wat u moet veranderen
  1  er zijn opmerkingen van het niveau bij --fail-on of zwaarder
  2  een bestand was niet te lezen, of er ging iets anders mis
"""

_SEVERITIES = ("fout", "let-op", "tip")


def names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists with commas."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


@click.command(cls=DutchCommand, help=_HELP, short_help="Controleer brieven en webteksten.")
@click.argument("paths", metavar="PAD...", nargs=-1)
@click.option("--stdin-name", metavar="NAAM", help="Naam voor de tekst van -, zoals brief.html.")
@click.option(
    "--format",
    "format_",
    metavar="VORM",
    type=Choice(["terminal", "json"]),
    default="terminal",
    help="Vorm van het rapport: terminal of json.",
)
@click.option("--output", metavar="BESTAND", type=click.Path(path_type=Path), help="Zet het rapport in dit bestand.")
@click.option(
    "--select",
    metavar="REGELS",
    multiple=True,
    callback=names,
    help="Gebruik alleen deze regels of groepen, zoals lange-zin,woorden.",
)
@click.option("--ignore", metavar="REGELS", multiple=True, callback=names, help="Sla deze regels of groepen over.")
@click.option(
    "--fail-on",
    metavar="NIVEAU",
    type=Choice([*_SEVERITIES, "nooit"]),
    help="Eindig met 1 vanaf dit niveau: fout, let-op, tip of nooit.",
)
@click.option("--config", metavar="BESTAND", type=click.Path(path_type=Path), help="Gebruik deze instellingen.")
@click.option("--no-config", is_flag=True, help="Zoek geen bestand met instellingen.")
@click.option(
    "--min-severity",
    metavar="NIVEAU",
    type=Choice(["auto", *_SEVERITIES]),
    default="auto",
    help="Laat dit niveau en zwaarder zien: fout, let-op of tip. Zonder keuze (auto): alles, maar geen tips in een "
    "document met meer dan 25 opmerkingen.",
)
@click.option(
    "--max-per-rule",
    metavar="GETAL",
    type=Count(),
    default=5,
    help="Laat van elke regel hoogstens 5 opmerkingen per document zien, of een ander GETAL. Met 0: alle.",
)
@click.option(
    "--color",
    metavar="WANNEER",
    type=Choice(["auto", "altijd", "nooit"]),
    default="auto",
    help="Gebruik kleuren: auto, altijd of nooit.",
)
@click.option(
    "--type",
    "type_",
    metavar="SOORT",
    type=Choice([str(sort) for sort in DocumentType]),
    help="Zeg zelf wat voor document het is, zoals aanmaning. Anders raadt b1check het.",
)
@click.option(
    "--date",
    metavar="DATUM",
    callback=day,
    help="De dag waarop u de brief verstuurt, als die er niet in staat: 2026-03-05.",
)
@click.option("--quiet", is_flag=True, help="Laat alleen het totaal zien.")
@click.option(
    "--timing", is_flag=True, help="Laat na het rapport zien hoe lang alles duurde, en welke regels traag zijn."
)
@click.option("--jsonl", is_flag=True, help="Voor andere programma's: lees op elke regel 1 tekst in JSON, zonder PAD.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Check the documents that the user names."""
    from b1check.cli.checking import Request, run  # noqa: PLC0415 - what checking needs would slow down --help

    if options.pop("jsonl"):
        return _lines(ctx, options["paths"], select=options["select"], ignore=options["ignore"])
    if not options["paths"]:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    if options["config"] and options["no_config"]:
        raise click.UsageError("Gebruik --config of --no-config, niet allebei.", ctx)
    if options["config"] and not options["config"].is_file():
        raise click.UsageError(f"Het bestand {options['config']} bestaat niet. Kijk naar de naam bij --config.", ctx)
    if options["output"] and not options["output"].parent.is_dir():
        raise click.UsageError(f"De map van {options['output']} bestaat niet. Kies een andere bij --output.", ctx)
    if options["stdin_name"] and "-" not in options["paths"]:
        raise click.UsageError("De optie --stdin-name hoort bij het pad -.", ctx)
    return run(Request(**options))


def _lines(ctx: click.Context, paths: tuple[str, ...], *, select: tuple[str, ...], ignore: tuple[str, ...]) -> Exit:
    """Answer every line of JSON on standard input with the findings about words in its text."""
    from b1check.cli import lines, streams  # noqa: PLC0415 - what checking needs would slow down --help

    if paths:
        raise click.UsageError("Met --jsonl leest b1check de invoer. Noem dan geen PAD.", ctx)
    for name in ctx.params:
        given = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        if given and name not in {"jsonl", "paths", "select", "ignore", "verbose", "no_config"}:
            option = name.rstrip("_").replace("_", "-")
            raise click.UsageError(f"Met --jsonl werkt --{option} niet. Zet het in de regels van de invoer.", ctx)
    for line in lines.answers(sys.stdin.buffer, lines.word_findings, select=select, ignore=ignore):
        streams.write_utf8(line + "\n")
    return Exit.CLEAN
