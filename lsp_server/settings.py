"""What a writer can set in the editor. A ``b1check.toml`` beats what is said here about rules."""

from __future__ import annotations

from typing import Literal

from pydantic import AliasGenerator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from b1check import Config, Severity

SECTION = "b1check"
"""The name of our settings in every editor."""


class _Settings(BaseModel):
    # An editor sends all settings of an extension, also those that are only for the extension: others do not matter.
    model_config = ConfigDict(
        extra="ignore", frozen=True, alias_generator=AliasGenerator(to_camel), populate_by_name=True
    )


class InlayHints(_Settings):
    """Which words to show between those of the writer.

    Attributes:
        words: the simpler word after a difficult one.
        sentence_length: what is said of a sentence that is too long.
    """

    words: bool = True
    sentence_length: bool = True


class EditorSettings(_Settings):
    """All settings.

    Attributes:
        debounce_ms: how long to wait after a change before the text is checked, in milliseconds.
        profile: for whom the texts are.
        select: names of rules or groups to run; None for all that are on by default.
        ignore: names of rules or groups to leave out.
        min_severity: which findings to show: this severity and heavier.
        inlay_hints: which words to show between those of the writer.
        code_lens: show the score above the text.
        workspace_diagnostics: also check files that are not open.
        max_characters: of a longer text nothing is checked while it is written, because that takes too long.
    """

    debounce_ms: int = Field(default=150, ge=0, le=10_000)
    profile: Literal["inwoner", "ondernemer", "professional"] = "inwoner"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.TIP
    inlay_hints: InlayHints = InlayHints()
    code_lens: bool = True
    workspace_diagnostics: bool = False
    max_characters: int = Field(default=200_000, ge=1_000)

    @property
    def config(self) -> Config:
        """The settings of b1check for a text without a configuration file."""
        return Config(profile=self.profile, select=self.select or None, ignore=self.ignore)
