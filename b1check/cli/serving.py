"""What ``b1check serve`` does: choose the limits, tell where the page is, and serve it."""

from __future__ import annotations

from pathlib import Path

import click

from b1check import Checker, Config
from b1check import config as configuration
from b1check.reporters.text import clean
from b1check.serve import running
from b1check.serve.desk import Room
from b1check.serve.guard import Keys, Places
from b1check.serve.logs import Log
from b1check.serve.serving import MEGABYTE, Serving

_MINUTE = 60.0
_OPEN = """\
De pagina staat klaar. Open dit adres in uw browser:

  {address}

Dit adres werkt alleen op deze computer. Geef het niet door: wie het heeft, ziet uw teksten.
Stoppen? Druk op Ctrl en C. Dan vergeet b1check alles wat u niet hebt gedownload.\
"""
_OPEN_SHARED = "De pagina staat klaar op {host}, poort {port}. Gebruikers openen {address}"
_STOPPED = "De pagina is gestopt."
_NO_COMPANION = (
    "LanguageTool staat aan in uw instellingen, maar leest op deze pagina niet mee. "
    "Wilt u dat wel? Gebruik dan b1check check of uw editor."
)


def settings(file: Path | None, *, no_config: bool) -> Config:
    """Return the settings for all texts: those of ``file``, or of the folder that we are in.

    LanguageTool stays off: the page promises that a text goes nowhere else, and that answers come while one types.

    Raises:
        ConfigError: when they are not right.
    """
    if no_config:
        return Config()
    found = configuration.load(file) if file else configuration.find(Path.cwd())
    for note in found.notes:
        click.echo(clean(note), err=True)
    if found.languagetool.on:
        click.echo(_NO_COMPANION, err=True)
    found = found.model_copy(update={"languagetool": found.languagetool.model_copy(update={"on": False})})
    _ = Checker(found).rules  # so that a mistake shows now, and not at the first text
    return found


def for_one(config: Config, *, port: int, minutes: int, browser: bool) -> None:
    """Serve the page for the user of this computer.

    Raises:
        ServeError: when the port is taken.
    """
    keys = Keys()
    socket = running.listen(running.LOCAL, port)
    number = socket.getsockname()[1]
    start = f"http://{running.LOCAL}:{number}/start/"
    serving = Serving(
        places=Places.local(number),
        cookie=f"b1check-{number}",  # pages on other ports of this computer have their own
        keys=keys,
        config=config,
        room=Room(keep=minutes * _MINUTE),
    )

    def ready() -> None:
        click.echo(_OPEN.format(address=start + keys.token))
        if browser:
            running.show(start + keys.ticket())

    running.run(serving, socket, Log(quiet=True), ready=ready)
    click.echo(_STOPPED)


def for_all(config: Config, *, host: str, port: int, public_url: str, minutes: int) -> None:
    """Serve the page for everybody who can reach it.

    Raises:
        ServeError: when there is no such place to listen.
    """
    socket = running.listen(host, port)
    serving = Serving(
        places=Places.public(public_url),
        cookie="__Host-b1check" if public_url.lower().startswith("https:") else "b1check",
        config=config,
        room=Room(keep=minutes * _MINUTE, letters=50),
        largest=10 * MEGABYTE,
        longest=200_000,
        patience=60.0,
        burst=60.0,
        rate=10.0,
    )
    said = _OPEN_SHARED.format(host=host, port=socket.getsockname()[1], address=public_url)
    running.run(serving, socket, Log(), ready=lambda: click.echo(said, err=True))
