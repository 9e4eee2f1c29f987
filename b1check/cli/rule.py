"""``b1check rule``: explain rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Legt uit wat een regel zoekt en waarom. Met --list in plaats van een NAAM ziet u alle regels.

Hebt u in deze map een bestand b1check.toml met packs? Dan ziet u ook de regels daaruit.
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Lees wat een regel zoekt en waarom.")
@click.argument("names", metavar="NAAM", nargs=-1)
@click.option("--list", "all_", is_flag=True, help="Laat alle regels zien.")
@options_of.form("de uitleg")
@options_of.color
@verbose_option
@click.pass_context
def command(ctx: click.Context, *, names: tuple[str, ...], all_: bool, format_: str, color: str) -> Exit:
    """Explain one rule, or list all."""
    if len(names) != (0 if all_ else 1):
        raise click.UsageError("Noem 1 regel, of bekijk alle regels met --list.", ctx)
    # What reads the rules would slow down --help.
    from b1check import Checker, config, explain, explain_all  # noqa: PLC0415
    from b1check.cli import streams  # noqa: PLC0415
    from b1check.reporters import rules  # noqa: PLC0415
    from b1check.reporters.text import clean  # noqa: PLC0415

    streams.never_fail(sys.stdout)
    settings = config.find(Path.cwd())
    for note in Checker(settings).notes:
        click.echo(clean(note), err=True)
    chosen = explain_all(config=settings) if all_ else explain(names[0], config=settings)
    if format_ == "json":
        streams.write_utf8(rules.render_json(chosen))
        return Exit.CLEAN
    style = streams.style_for(sys.stdout, color).knowing(settings)
    text = rules.render_rule(chosen, style) if not isinstance(chosen, tuple) else rules.render_list(chosen, style)
    click.echo(text, nl=False, color=True)
    return Exit.CLEAN
