"""``b1check init``: make a file with settings, from three questions."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from b1check.cli.dutch import Choice, DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Maakt het bestand b1check.toml met de instellingen voor uw teksten.

b1check stelt 3 vragen. Geeft u het antwoord als optie, dan vraagt b1check het niet meer. Een bestand dat er al is,
verandert nooit.
"""
_PROFILES = {
    "inwoner": "iedereen in de gemeente",
    "ondernemer": "mensen met een bedrijf",
    "professional": "mensen die het voor hun werk lezen, zoals juristen",
}
_FREE = "vrij"
_ADDRESSES = {"u": "u en uw", "je": "je en jouw", _FREE: "dat verschilt per tekst"}

_STOPPED = "Er is niets gemaakt, want er kwam geen antwoord. Met --yes kiest b1check zelf wat tussen haakjes staat."
_THERE = "In deze map staan al instellingen: {file}. Pas dat bestand aan, of kies een andere map."
_NO_FOLDER = "De map {folder} bestaat niet. Maak de map eerst, of kies een andere."
_FAILED = "Het bestand {file} is niet te maken. Kijk of u in deze map mag schrijven."
_MADE = "Gemaakt: {file}. Bekijk wat er geldt met: b1check config"

_FILE = """\
# Instellingen van b1check voor deze map en de mappen daaronder.
# Een regel met # ervoor telt niet mee. Haal het # weg om de instelling te gebruiken.
{extend}
# Voor wie u schrijft: inwoner, ondernemer of professional.
profile = "{profile}"

# Hoe u de lezer aanspreekt: u of je. Zonder deze regel mag elke tekst kiezen.
{address}

# Vanaf welk niveau de opdracht b1check check eindigt met 1: fout, let-op of tip.
# fail-on = "fout"

# Bestanden en mappen die b1check overslaat.
# exclude = ["concept/**"]

# Regels en groepen die u niet wilt. Alle regels ziet u met: b1check rule --list
# ignore = ["engels-woord"]

# De woorden van uw gemeente: wat u liever schrijft, bij het woord dat u vermijdt.
# [terms.preferred]
# loket = "balie"

# Andere instellingen voor sommige teksten.
# [[overrides]]
# paths = ["ondernemers/**"]
# profile = "ondernemer"
"""
_EXTEND = """
# Neem eerst de instellingen uit dit bestand over. Wat hieronder staat, gaat voor.
extend = "{file}"
"""


@click.command(cls=DutchCommand, help=_HELP, short_help="Maak een bestand met instellingen.")
@click.option("--profile", metavar="LEZER", type=Choice(list(_PROFILES)), help="Voor wie u schrijft.")
@click.option("--address", metavar="VORM", type=Choice(list(_ADDRESSES)), help="Hoe u de lezer aanspreekt.")
@click.option("--folder", metavar="MAP", type=click.Path(path_type=Path), help="De map met uw teksten.")
@click.option("--yes", is_flag=True, help="Vraag niets. Wat u niet kiest: inwoner, u en deze map.")
@verbose_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> Exit:
    """Ask three questions and write the file."""
    from b1check import config  # noqa: PLC0415 - what reads settings would slow down --help
    from b1check.cli import streams  # noqa: PLC0415

    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    answers = _answers(options)
    if answers is None:
        return _refuse(_STOPPED)
    profile, address, folder = answers
    if not folder.is_dir():
        return _refuse(_NO_FOLDER.format(folder=folder))
    file = folder / config.FILE_NAME
    above = config.closest_file(folder)
    if above and above.parent == folder.resolve():
        return _refuse(_THERE.format(file=folder / above.name))
    text = _FILE.format(
        profile=profile,
        address=f'{"# " if address == _FREE else ""}address = "{"u" if address == _FREE else address}"',
        extend=_EXTEND.format(file=_way(above, folder)) if above else "",
    )
    try:
        streams.create(file, text.encode("utf-8"))
    except FileExistsError:
        return _refuse(_THERE.format(file=file))
    except OSError:
        return _refuse(_FAILED.format(file=file))
    click.echo(_MADE.format(file=file))
    return Exit.CLEAN


def _answers(options: dict[str, Any]) -> tuple[str, str, Path] | None:
    """Return profile, form of address and folder; None when somebody has to say more and does not."""
    from b1check.cli import questions  # noqa: PLC0415

    quiet = options["yes"]
    profile = options["profile"] or ("inwoner" if quiet else None)
    profile = profile or questions.choose("Voor wie schrijft u?", _PROFILES, "inwoner")
    if profile is None:
        return None
    address = options["address"] or ("u" if quiet else None)
    address = address or questions.choose("Hoe spreekt u de lezer aan?", _ADDRESSES, "u")
    if address is None:
        return None
    folder = options["folder"] or (Path() if quiet else None)
    if folder is None:
        given = questions.answer("\nIn welke map staan uw teksten? [deze map]: ")
        if given is None:
            return None
        folder = Path(given).expanduser()
    return profile, address, folder


def _way(file: Path, folder: Path) -> str:
    """Return how to get from ``folder`` to ``file``, as TOML writes it."""
    return Path(os.path.relpath(file, folder.resolve())).as_posix().replace("\\", "\\\\").replace('"', '\\"')


def _refuse(line: str) -> Exit:
    click.echo(line, err=True)
    return Exit.ERROR
