"""``b1check test``: test whether rules do what their files promise."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Test de regels van uw organisatie. Zonder PAD test b1check zijn eigen regels.

Noem bij PAD de map met uw regels, de map van 1 groep, of het bestand van 1 regel. Dan kijkt b1check of elke
regel de voorbeelden in zijn bestand goed doet: alleen, en samen met alle andere regels. Ook test b1check de
woordenlijsten.

\b
Daarna weet u hoe het ging:
  0  alle regels doen wat ze beloven
  1  er is een regel die iets anders doet dan in zijn bestand staat
  2  de map is niet te lezen, of er ging iets anders mis
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Test of uw eigen regels goed werken.")
@click.argument("place", metavar="[PAD]", required=False, type=click.Path(path_type=Path))
@options_of.form("de uitkomst")
@options_of.color
@verbose_option
def command(*, place: Path | None, format_: str, color: str) -> Exit:
    """Test the rules at ``place``."""
    from b1check.cli import streams  # noqa: PLC0415 - what reads the rules would slow down --help
    from b1check.reporters import selftest as report  # noqa: PLC0415
    from b1check.rulebook import selftest  # noqa: PLC0415

    streams.never_fail(sys.stdout)
    target = selftest.target(place)
    results = []
    style = streams.style_for(sys.stdout, color)
    if format_ == "terminal":
        click.echo(f"{target.pack.title} ({target.pack.folder})")
    for result in selftest.run(target):
        results.append(result)
        if format_ == "terminal":
            click.echo(report.render_result(result, style, here=Path.cwd()), nl=False, color=True)
    if format_ == "json":
        streams.write_utf8(report.render_json(target.pack.name, results))
    else:
        click.echo(report.render_totals(results, style), nl=False, color=True)
    return Exit.FINDINGS if any(result.failures for result in results) else Exit.CLEAN
