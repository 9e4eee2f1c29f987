"""``b1check serve``: a page in the browser on which a team works through its letters."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from b1check.cli import options as options_of
from b1check.cli.dutch import Count, DutchCommand, verbose_option
from b1check.cli.exits import Exit

_HELP = """\
Opent een pagina in uw browser waarop u aan teksten werkt.

U plakt een tekst of kiest een bestand. U ziet wat beter kan, u verandert het, en u neemt de tekst mee naar Word. De
pagina werkt alleen op deze computer. b1check bewaart niets. Stoppen doet u met Ctrl en C.

Een gemeente kan de pagina ook op een server zetten, achter haar eigen inlog. Dat doet u met --shared. Lees eerst
docs/serve.md.
"""
_MISSING = 'De pagina is nog niet compleet. Typ: pip install "b1check[web]"'
_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_DEFAULT_MINUTES = 60


@click.command(cls=DutchCommand, help=_HELP, short_help="Open een pagina om aan teksten te werken.")
@click.option("--port", metavar="GETAL", type=Count(), default=0, help="De poort. Zonder keuze: een poort die vrij is.")
@click.option("--no-browser", is_flag=True, help="Open geen browser. U krijgt alleen het adres.")
@click.option(
    "--keep",
    metavar="MINUTEN",
    type=Count(least=1),
    default=_DEFAULT_MINUTES,
    help="Vergeet een tekst als niemand er zo lang iets mee doet. Zonder keuze: 60 minuten.",
)
@options_of.config()
@options_of.no_config
@click.option("--shared", is_flag=True, help="Voor een server: laat iedereen binnen die er via uw eigen inlog bij kan.")
@click.option("--host", metavar="ADRES", default="127.0.0.1", help="Voor een server: luister op dit adres.")
@click.option("--public-url", metavar="ADRES", help="Voor een server: zo openen gebruikers de pagina (https://...).")
@verbose_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    port: int,
    no_browser: bool,
    keep: int,
    config: Path | None,
    no_config: bool,
    shared: bool,
    host: str,
    public_url: str | None,
) -> Exit:
    """Serve the page until the user stops it."""
    options_of.validate(ctx, {"config": config, "no_config": no_config})
    if clash := _clash(shared=shared, host=host, public_url=public_url, port=port):
        raise click.UsageError(clash, ctx)
    try:
        from b1check.cli import serving  # noqa: PLC0415 - what serving needs would slow down --help
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"starlette", "uvicorn", "anyio", "h11"}:
            raise
        raise click.UsageError(_MISSING, ctx) from error

    settings = serving.settings(config, no_config=no_config)
    if shared:
        assert public_url is not None  # seen to above
        serving.for_all(settings, host=host, port=port, public_url=public_url, minutes=keep)
    else:
        serving.for_one(settings, port=port, minutes=keep, browser=not no_browser)
    return Exit.CLEAN


def _clash(*, shared: bool, host: str, public_url: str | None, port: int) -> str | None:
    """Return what is wrong with how the options go together, in Dutch; None when they do."""
    if port > 65_535:
        return f"Poort {port} bestaat niet. Kies een getal tot en met 65535."
    if not shared:
        if host not in _OURS:
            return "Met --host kunnen anderen bij de pagina. Wilt u dat? Zet --shared erbij en lees docs/serve.md."
        return "De optie --public-url hoort bij --shared." if public_url else None
    if not public_url:
        return "Bij --shared hoort --public-url: het adres waarmee gebruikers de pagina openen."
    parts = urlsplit(public_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        return f"{public_url} is geen adres van een pagina. Schrijf het zo: https://b1check.gemeente.example"
    return None
