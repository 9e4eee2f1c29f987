"""``b1check check``: check documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, moment, verbose_option
from b1check.cli.exits import Exit
from b1check.reporters import FORMATS, foreign

_HELP = """\
Controleert brieven en webteksten.

Noem bij PAD bestanden of mappen. b1check leest .docx, .odt, .rtf, .pdf, .eml, .msg, .html, .md en .txt. Met - leest
b1check de tekst die u naar de opdracht stuurt. Met een adres (https://...) leest b1check die ene pagina.

\b
Daarna weet u hoe het ging:
  0  alles is gecontroleerd, er is niets wat u moet veranderen
  1  er zijn opmerkingen van het niveau bij --fail-on of zwaarder, of een score is te laag
  2  een bestand was niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Controleer brieven en webteksten.")
@options_of.paths(required=False)
@options_of.stdin_name
@options_of.form("het rapport", "html", "jsonl", *FORMATS, more=lambda: foreign().plugins)
@options_of.output
@options_of.select("lange-zin,woorden")
@options_of.ignore
@options_of.languagetool
@options_of.fail_on
@options_of.min_score
@options_of.baseline
@options_of.changed_since
@options_of.config()
@options_of.no_config
@options_of.min_severity(
    "Laat dit niveau en zwaarder zien: fout, let-op of tip. Zonder keuze (auto): alles, maar geen tips in een "
    "document met meer dan 25 opmerkingen."
)
@options_of.max_per_rule("opmerkingen per document")
@options_of.color
@options_of.sort
@options_of.date
@click.option("--allow-private", is_flag=True, help="Lees ook een pagina op uw eigen computer of netwerk.")
@click.option(
    "--mask",
    is_flag=True,
    help="Verberg in het rapport: burgerservicenummers, rekeningnummers, telefoonnummers en mailadressen.",
)
@click.option(
    "--annotate",
    metavar="DOEL",
    type=click.Path(path_type=Path),
    help="Word en LibreOffice: maak een kopie met de opmerkingen in de kantlijn, in dit bestand of in deze map.",
)
@click.option("--overwrite", is_flag=True, help="Vervang een kopie van --annotate die er al staat.")
@click.option(
    "--comment-date",
    metavar="MOMENT",
    callback=moment,
    help="De datum bij de opmerkingen van --annotate, zoals 2026-03-05T09:30. Anders: nu.",
)
@options_of.jobs
@options_of.no_cache
@options_of.cache_dir
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
    options_of.validate(ctx, options)
    if options["stdin_name"] and "-" not in options["paths"]:
        raise click.UsageError("De optie --stdin-name hoort bij het pad -.", ctx)
    if options["changed_since"] is not None and "-" in options["paths"]:
        raise click.UsageError("De optie --changed-since werkt niet met het pad -. Noem het bestand.", ctx)
    named = " ".join(options["paths"])
    if options["changed_since"] is not None and ("http://" in named or "https://" in named):
        raise click.UsageError("De optie --changed-since werkt niet met een pagina van een website.", ctx)
    if clash := _clash(options):
        raise click.UsageError(clash, ctx)
    return run(Request(**options))


def _clash(options: dict[str, Any]) -> str | None:
    """Return what is wrong with how the options about comments go together, in Dutch; None when they do."""
    if not options["annotate"]:
        for name in ("overwrite", "comment_date"):
            if options[name]:
                return f"De optie --{name.replace('_', '-')} hoort bij --annotate."
        return None
    if options["mask"]:
        return "Gebruik --annotate of --mask, niet allebei. In de kopie staat uw hele tekst."
    if "-" in options["paths"]:
        return "De optie --annotate werkt niet met het pad -. Noem het bestand."
    if not options["annotate"].parent.is_dir():
        return f"De map van {options['annotate']} bestaat niet. Kies een andere bij --annotate."
    if options["output"] and options["annotate"].resolve() == options["output"].resolve():
        return "Bij --output en --annotate staat hetzelfde bestand. Kies een ander bij --annotate."
    return None


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
