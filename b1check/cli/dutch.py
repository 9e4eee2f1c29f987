"""Makes click speak Dutch: the words around its help, and what it says when a command is not right.

Only the surface is ours. How arguments are read and commands are found stays with click.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from b1check.cli.exits import Exit
from b1check.errors import B1CheckError

_VERBOSE = "b1check.verbose"
DEBUG_VARIABLE = "B1CHECK_DEBUG"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_DISK_IS_FULL = "Er is geen ruimte meer op de schijf. Maak ruimte en voer de opdracht nog eens uit."


class Choice(click.Choice[str]):
    """One of some words.

    Args:
        choices: the words.
        more: gives other words that can be chosen; it is asked only for a value that is none of ``choices``.
    """

    def __init__(self, choices: Iterable[str], more: Callable[[], Iterable[str]] = tuple) -> None:
        super().__init__(list(choices))
        self._more = more

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return ``value`` when it is one of the choices."""
        if value in self.choices:
            return str(value)
        choices = [*self.choices, *self._more()]
        if value in choices:
            return str(value)
        near = get_close_matches(str(value), choices, n=1)
        meant = f" Bedoelt u {near[0]}?" if near else ""
        raise click.BadParameter(f"{value} kan niet.{meant} Kies uit: {', '.join(choices)}.", ctx, param)


class Count(click.types.IntParamType):
    """A whole number from 0, or from ``least``."""

    name = "getal"

    def __init__(self, least: int = 0) -> None:
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return ``value`` as a number."""
        if str(value).isdecimal() and int(value) >= self._least:
            return int(value)
        raise click.BadParameter(f"{value} kan niet. Geef een heel getal: {self._least} of meer.", ctx, param)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day, as 2026-03-05; a callback for an option."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value} kan niet. Schrijf een dag zo: 2026-03-05.", ctx, param) from error


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.datetime | None:
    """Read a moment, as 2026-03-05 or 2026-03-05T09:30, in UTC unless it says otherwise; a callback for an option."""
    if value is None:
        return None
    try:
        read = dt.datetime.fromisoformat(value)
    except ValueError as error:
        message = f"{value} kan niet. Schrijf een dag zo: 2026-03-05. Of met de tijd: 2026-03-05T09:30."
        raise click.BadParameter(message, ctx, param) from error
    return read.replace(tzinfo=dt.UTC) if read.tzinfo is None else read.astimezone(dt.UTC)


class DutchCommand(click.Command):
    """A command with Dutch help."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", "[OPTIES]")
        ours = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        settings["context_settings"] = ours | settings.get("context_settings", {})
        super().__init__(*args, **settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; an error knows which command it is about."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with a Dutch text."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Laat deze uitleg zien."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl(records)


class DutchGroup(DutchCommand, click.Group):
    """A command with subcommands that are imported when they are used, and the end of every error.

    Args:
        modules: the module of each subcommand, which holds a click command called ``command``.
    """

    def __init__(self, *args: Any, modules: dict[str, str], **settings: Any) -> None:
        settings.setdefault("subcommand_metavar", "OPDRACHT [...]")
        settings.setdefault("no_args_is_help", True)
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand called ``cmd_name``."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand that ``args`` start with."""
        if args[0] not in self._modules and not args[0].startswith("-"):
            near = get_close_matches(args[0], self._modules, n=1)
            meant = f"Bedoelt u {near[0]}?" if near else f"Kies uit: {', '.join(self._modules)}."
            raise click.UsageError(f"Deze opdracht bestaat niet: {args[0]}. {meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands and the options."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in commands if command])
        super().format_options(ctx, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command, say in Dutch what goes wrong, and exit with one of our codes.

        With ``standalone_mode=False`` the code is returned.
        """
        try:
            code = super().main(args, prog_name or self.name, complete_var, standalone_mode=False, **extra)
        except click.UsageError as error:
            code = _refuse(error)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else Exit.CLEAN)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; whatever ends it early becomes one line and an exit code."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt as stop:
            if sys.stderr.isatty():
                click.echo(err=True)  # the terminal has just written ^C
            code = _tell(" ".join(["Gestopt.", *map(str, stop.args)]), Exit.INTERRUPTED)
        except BrokenPipeError:
            _drop_output()
            code = Exit.BROKEN_PIPE
        except B1CheckError as error:
            code = _tell(str(error), Exit.ERROR)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # the user must always get an answer
            if is_verbose(ctx):
                traceback.print_exc()
            full = isinstance(error, OSError) and error.errno in _FULL
            if full:
                _drop_output()
            code = _tell(_DISK_IS_FULL if full else internal_error(error), Exit.ERROR)
        return code


def _drop_output() -> None:
    """Forget what is still to be written to the output; without this Python complains about it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def internal_error(error: Exception) -> str:
    """Return what to tell about a fault of ours."""
    return (
        f"Er ging iets mis in b1check ({type(error).__name__}: {error}). Dat is een fout van ons. "
        "Voer de opdracht nog eens uit met --verbose erbij en stuur ons wat u dan ziet."
    )


verbose_option = click.option(
    "--verbose",
    is_flag=True,
    is_eager=True,  # --version and others ask for it
    expose_value=False,
    callback=lambda ctx, _param, value: ctx.meta.update({_VERBOSE: value or ctx.meta.get(_VERBOSE, False)}),
    help="Laat alle details zien als er iets misgaat.",
)
"""The option ``--verbose``, for each command."""


def is_verbose(ctx: click.Context) -> bool:
    """Tell whether the user wants all details of an error."""
    return bool(ctx.meta.get(_VERBOSE) or os.environ.get(DEBUG_VARIABLE))


def _tell(line: str, code: Exit) -> Exit:
    click.echo(" ".join(line.split()), err=True)
    return code


def _refuse(error: click.UsageError) -> Exit:
    """Say what is wrong with the way the command was called, and where to find help."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        click.echo(error.format_message(), err=True)
        return Exit.ERROR
    path = error.ctx.command_path if error.ctx else "b1check"
    click.echo(f"{usage_message(error)}\nHulp: {path} --help", err=True)
    return Exit.ERROR


def usage_message(error: click.UsageError) -> str:
    """Return what is wrong with the way the command was called."""
    match error:
        case click.NoSuchOption():
            meant = f" Bedoelt u {error.possibilities[0]}?" if error.possibilities else ""
            return f"Deze optie bestaat niet: {error.option_name}.{meant}"
        case click.BadOptionUsage():
            option = _option(error)
            if option and option.is_flag:
                return f"Bij {error.option_name} hoort geen waarde."
            return f"Bij {error.option_name} hoort een waarde."
        case click.MissingParameter():
            return f"Er ontbreekt iets: {_name(error).rstrip('.')}."
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
    return error.message


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else "Een waarde"


def _option(error: click.BadOptionUsage) -> click.Option | None:
    params = error.ctx.command.params if error.ctx else []
    return next((p for p in params if isinstance(p, click.Option) and error.option_name in p.opts), None)
