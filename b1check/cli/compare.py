"""``b1check compare``: two versions of a document side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Vergelijkt een oude en een nieuwe versie van een tekst.

U ziet wat er met de score is gebeurd. Ook ziet u welke opmerkingen en feiten weg of nieuw zijn. Een feit is
bijvoorbeeld een bedrag, een datum, een termijn, een telefoonnummer of een naam. De 2 bestanden mogen een andere vorm
hebben, zoals .docx en .txt.

\b
Daarna weet u hoe het ging:
  0  er zijn geen feiten weg, en de nieuwe tekst is niet moeilijker
  1  er zijn feiten weg, de tekst is moeilijker, of er is een nieuwe opmerking van het niveau fout
  2  een bestand was niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Vergelijk een oude en een nieuwe tekst.")
@click.argument("old", metavar="OUD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NIEUW", type=click.Path(path_type=Path))
@options_of.form("het rapport")
@options_of.output
@options_of.config("Gebruik deze instellingen. Anders gelden die van de nieuwe tekst.")
@options_of.no_config
@options_of.max_per_rule("nieuwe opmerkingen")
@options_of.color
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Compare two versions."""
    options_of.validate(ctx, options)
    return _run(**options)


def _run(
    *,
    old: Path,
    new: Path,
    format_: str,
    output: Path | None,
    config: Path | None,
    no_config: bool,
    max_per_rule: int,
    color: str,
) -> Exit:
    # Here, for what checking needs would slow down --help.
    import b1check  # noqa: PLC0415
    from b1check.cli import streams  # noqa: PLC0415
    from b1check.cli.checkers import Checkers  # noqa: PLC0415
    from b1check.reporters import comparison as report  # noqa: PLC0415
    from b1check.reporters.style import Style  # noqa: PLC0415

    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    comparison = b1check.compare_files(old, new, config=Checkers(config, no_config).settings(new))
    if format_ == "json":
        text = report.render_json(comparison)
        streams.write(output, text)
    else:
        style = Style(color=color == "altijd") if output else streams.style_for(sys.stdout, color)
        text = report.render(comparison, style, max_per_rule=max_per_rule)
        if output:
            streams.write_whole(output, text)
        else:
            click.echo(text, nl=False, color=True)  # colours are decided already
    if comparison.errors:
        return Exit.ERROR
    return Exit.FINDINGS if comparison.worse else Exit.CLEAN
