"""``b1check score``: only the score, for programs that read many texts."""

from __future__ import annotations

import sys

import click

from b1check.cli.dutch import DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Geeft alleen de score van teksten, voor andere programma's.

Met --jsonl leest b1check op elke regel een tekst, zoals {"text": "Dit is een zin."}. Per regel krijgt u 1 getal: hoe
hoger, hoe moeilijker. Is de tekst te kort voor een score, dan krijgt u null.
"""


@click.command(
    cls=DutchCommand,
    help=_HELP,
    short_help="Geef alleen de score, voor andere programma's.",
    context_settings={"allow_extra_args": True},  # to say in our own words what to do with the name of a file
)
@click.option("--jsonl", is_flag=True, help="Lees op elke regel 1 tekst in JSON. Dit moet u altijd kiezen.")
@click.option("--any-length", is_flag=True, help="Geef ook een getal voor een korte tekst, vanaf 1 zin.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, *, jsonl: bool, any_length: bool) -> Exit:
    """Score the texts on standard input."""
    if ctx.args:
        name = f'"{ctx.args[0]}"' if " " in ctx.args[0] else ctx.args[0]
        message = f"b1check score leest geen bestanden. De score van {name} ziet u met: b1check check {name}"
        raise click.UsageError(message, ctx)
    if not jsonl:
        raise click.UsageError("Zet --jsonl erbij, en stuur teksten in JSON naar de opdracht.", ctx)
    from b1check.cli import lines, streams  # noqa: PLC0415 - what checking needs would slow down --help

    answer = lines.difficulty if any_length else lines.scored_difficulty
    for line in lines.answers(sys.stdin.buffer, answer):
        streams.write_utf8(line + "\n")
    return Exit.CLEAN
