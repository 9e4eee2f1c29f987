"""The command ``b1check``: one module per subcommand.

To answer ``--help`` at once, nothing here may import pydantic, spaCy or a reader at the top of a module that
the help needs; ``b1check.Checker`` and the like are loaded when they are first used.
"""

from __future__ import annotations

import gc
import os
import sys

import click

import b1check
from b1check.cli.dutch import DutchGroup, is_verbose, verbose_option

__all__ = ["command", "main"]


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value:
        return
    if is_verbose(ctx):
        from b1check.cli import versions  # noqa: PLC0415 - it looks at everything that there is

        click.echo("\n".join(versions.lines()))
    else:
        click.echo(f"b1check {b1check.__version__}")
    ctx.exit()


@click.group(
    "b1check",
    cls=DutchGroup,
    modules={
        "baseline": "b1check.cli.baseline",
        "check": "b1check.cli.check",
        "compare": "b1check.cli.compare",
        "config": "b1check.cli.config",
        "consistency": "b1check.cli.consistency",
        "fix": "b1check.cli.fix",
        "init": "b1check.cli.init",
        "rule": "b1check.cli.rule",
        "score": "b1check.cli.score",
        "serve": "b1check.cli.serve",
        "site": "b1check.cli.site",
        "test": "b1check.cli.test",
    },
    help="Controleert of brieven en webteksten goed te lezen zijn voor mensen met taalniveau B1.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=_show_version,
    help="Laat zien welke versie dit is. Met --verbose erbij: alles wat nodig is om een fout te melden.",
)
@verbose_option
def command() -> None:
    """Do nothing: the subcommands do the work."""


def main() -> None:
    """Run the command and exit with one of the codes in :class:`b1check.cli.exits.Exit`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end
    gc.set_threshold(100_000)  # nearly all that is made while rules and pipeline load is there to stay
    command()
