"""Options that several commands share, and what must hold of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from b1check import DocumentType
from b1check.cli.dutch import Choice, Count, day
from b1check.reporters.text import listing

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _named(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a name of no characters: that comes from a variable without a value, and would be the current folder."""
    if "" in values:
        raise click.BadParameter("er staat een lege naam bij. Noem een bestand of een map.", ctx, param)
    return values


def paths(*, required: bool = True) -> Callable[[_Command], _Command]:
    """Return the argument with the files and folders to work on."""
    return click.argument("paths", metavar="PAD...", nargs=-1, required=required, callback=_named)


_SEVERITIES = ("fout", "let-op", "tip")

output = click.option(
    "--output", metavar="BESTAND", type=click.Path(path_type=Path), help="Zet het rapport in dit bestand."
)
no_config = click.option("--no-config", is_flag=True, help="Zoek geen bestand met instellingen.")
color = click.option(
    "--color",
    metavar="WANNEER",
    type=Choice(["auto", "altijd", "nooit"]),
    default="auto",
    help="Gebruik kleuren: auto, altijd of nooit.",
)


def names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists with commas; a callback."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


ignore = click.option(
    "--ignore", metavar="REGELS", multiple=True, callback=names, help="Sla deze regels of groepen over."
)
stdin_name = click.option("--stdin-name", metavar="NAAM", help="Naam voor de tekst van -, zoals brief.html.")
sort = click.option(
    "--type",
    "type_",
    metavar="SOORT",
    type=Choice([str(sort) for sort in DocumentType]),
    help="Zeg zelf wat voor document het is, zoals aanmaning. Anders raadt b1check het.",
)
date = click.option(
    "--date",
    metavar="DATUM",
    callback=day,
    help="De dag waarop u de brief verstuurt, als die er niet in staat: 2026-03-05.",
)


def number(highest: float) -> Callable[[click.Context, click.Parameter, str | None], float | None]:
    """Return a callback that reads a number from 0, with a comma or a point."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
        if value is None:
            return None
        try:
            given = float(value.replace(",", "."))
        except ValueError:
            given = -1.0
        if not 0 <= given <= highest:
            raise click.BadParameter(f"{value} kan niet. Geef een getal van 0 tot en met {highest:g}.", ctx, param)
        return given

    return read


min_score = click.option(
    "--min-score",
    metavar="GETAL",
    callback=number(100),
    help="Eindig met 1 als een document een lagere score heeft, zoals 60. Een tekst zonder score telt niet mee.",
)
fail_on = click.option(
    "--fail-on",
    metavar="NIVEAU",
    type=Choice([*_SEVERITIES, "geen", "nooit"]),
    help="Eindig met 1 vanaf dit niveau: fout, let-op of tip. Met geen: eindig niet met 1 om een opmerking.",
)
baseline = click.option(
    "--baseline",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Laat weg wat in dit bestand staat. U maakt het met: b1check baseline.",
)
changed_since = click.option(
    "--changed-since",
    metavar="PUNT",
    help="Kijk alleen naar tekst die veranderd is sinds dit punt in git: een tak, tag of commit, zoals main.",
)
languagetool = click.option(
    "--languagetool/--no-languagetool",
    default=None,
    help="Laat ook LanguageTool kijken naar spelling en grammatica, of juist niet. Anders: zie uw instellingen.",
)
jobs = click.option(
    "--jobs",
    metavar="GETAL",
    type=Count(least=1),
    help="Controleer zoveel documenten tegelijk. Zonder keuze: 1 bij weinig documenten, anders wat uw computer aankan.",
)
no_cache = click.option(
    "--no-cache",
    is_flag=True,
    envvar="B1CHECK_NO_CACHE",
    help="Controleer alles opnieuw, en bewaar niets. Anders kijkt b1check alleen naar wat veranderd is.",
)
cache_dir = click.option(
    "--cache-dir",
    metavar="MAP",
    type=click.Path(path_type=Path),
    envvar="B1CHECK_CACHE_DIR",
    help="Bewaar in deze map wat b1check al weet. Er staan zinnen uit uw documenten in.",
)


def select(example: str) -> Callable[[_Command], _Command]:
    """Return the option that chooses rules, with an ``example``."""
    return click.option(
        "--select",
        metavar="REGELS",
        multiple=True,
        callback=names,
        help=f"Gebruik alleen deze regels of groepen, zoals {example}.",
    )


def min_severity(help: str) -> Callable[[_Command], _Command]:
    """Return the option that leaves out the lighter remarks; "auto" leaves the choice to the report."""
    return click.option(
        "--min-severity", metavar="NIVEAU", type=Choice(["auto", *_SEVERITIES]), default="auto", help=help
    )


def max_per_rule(what: str) -> Callable[[_Command], _Command]:
    """Return the option that says how often a rule shows; ``what`` is what it counts, such as "opmerkingen"."""
    return click.option(
        "--max-per-rule",
        metavar="GETAL",
        type=Count(),
        default=5,
        help=f"Laat van elke regel hoogstens 5 {what} zien, of een ander GETAL. Met 0: alle.",
    )


def config(help: str = "Gebruik deze instellingen.") -> Callable[[_Command], _Command]:
    """Return the option that names a file with settings."""
    return click.option("--config", metavar="BESTAND", type=click.Path(path_type=Path), help=help)


def form(what: str, *others: str, more: Callable[[], Iterable[str]] = tuple) -> Callable[[_Command], _Command]:
    """Return the option for the form of ``what``, such as "het rapport": terminal, json, ``others`` or ``more``."""
    forms = ["terminal", "json", *others]
    return click.option(
        "--format",
        "format_",
        metavar="VORM",
        type=Choice(forms, more),
        default="terminal",
        help=f"Vorm van {what}: {listing(forms, word='of')}.",
    )


def validate(ctx: click.Context, options: Mapping[str, Any]) -> None:
    """Refuse settings and a report that cannot be.

    Raises:
        click.UsageError: when ``--config`` and ``--no-config`` are both given, or a file or folder does not exist.
    """
    if options.get("config") and options.get("no_config"):
        raise click.UsageError("Gebruik --config of --no-config, niet allebei.", ctx)
    if options.get("config") and not options["config"].is_file():
        raise click.UsageError(f"Het bestand {options['config']} bestaat niet. Kijk naar de naam bij --config.", ctx)
    if options.get("cache_dir") and options["cache_dir"].exists() and not options["cache_dir"].is_dir():
        raise click.UsageError(f"{options['cache_dir']} is geen map. Kies een andere bij --cache-dir.", ctx)
    if options.get("baseline") and options.get("output") and options["baseline"] == options["output"]:
        raise click.UsageError("Bij --output en --baseline staat hetzelfde bestand. Kies een ander bij --output.", ctx)
    if options.get("output") and not options["output"].parent.is_dir():
        raise click.UsageError(f"De map van {options['output']} bestaat niet. Kies een andere bij --output.", ctx)
