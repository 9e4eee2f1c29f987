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


@click.command(cls=DutchCommand, help=_HELP, short_help="Geef alleen de score, voor andere programma's.")
@click.option("--jsonl", is_flag=True, required=True, help="Lees op elke regel 1 tekst in JSON.")
@click.option("--any-length", is_flag=True, help="Geef ook een getal voor een korte tekst, vanaf 1 zin.")
@verbose_option
def command(jsonl: bool, any_length: bool) -> Exit:
    """Score the texts on standard input."""
    from b1check.cli import lines, streams  # noqa: PLC0415 - what checking needs would slow down --help

    answer = lines.difficulty if any_length else lines.scored_difficulty
    for line in lines.answers(sys.stdin.buffer, answer):
        streams.write_utf8(line + "\n")
    return Exit.CLEAN
