"""How text looks on a terminal: width, colours and links, each of which can be off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from b1check.config import Config
from b1check.explanations import rule_file
from b1check.findings import Severity

MAX_WIDTH = 100
MIN_WIDTH = 40


class Look(StrEnum):
    """Codes of ECMA-48 (ANSI) for what we use."""

    BOLD = "1"
    DIM = "2"
    UNDERLINE = "4"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    CYAN = "36"


SEVERITY_LOOK = {Severity.FOUT: Look.RED, Severity.LET_OP: Look.YELLOW, Severity.TIP: Look.CYAN}


@dataclass(frozen=True, slots=True)
class Style:
    """What the terminal can show.

    Attributes:
        width: number of columns to use.
        color: use colours.
        links: make the names of rules into links.
        rule_file: tells in which file a rule stands.
    """

    width: int = MAX_WIDTH
    color: bool = False
    links: bool = False
    rule_file: Callable[[str], Path | None] = rule_file

    def paint(self, text: str, *looks: Look) -> str:
        """Return ``text`` with ``looks``; a look of its own inside ``text`` is not kept apart."""
        if not (self.color and looks and text):
            return text
        return f"\x1b[{';'.join(looks)}m{text}\x1b[0m"

    def knowing(self, config: Config) -> Style:
        """Return this style with the files of the rules in ``config``, which may name packs of others."""
        return replace(self, rule_file=partial(rule_file, config=config)) if self.links and config.packs else self

    def rule_link(self, rule: str, text: str) -> str:
        """Return ``text`` as a link (OSC 8) to the file of ``rule`` on this machine, where links are on."""
        file = self.rule_file(rule) if self.links else None
        if file is None:
            return text
        return f"\x1b]8;;{file.as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"
