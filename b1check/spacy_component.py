"""b1check as a component of a spaCy pipeline: ``nlp.add_pipe("b1check")`` gives every text ``doc._.b1``.

    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("b1check", config={"profile": "ondernemer"})
    doc = nlp("Indien u vragen heeft, kunt u contact opnemen.")
    print(doc._.b1.score, doc._.b1.findings, doc.spans["b1check"])

The text is analysed by b1check's own pipeline, in whatever pipeline the component stands: its rules are measured with
that one, so a text gets the same findings everywhere.

A document goes to another process, or to disk, as bytes. So the report is kept in it as JSON, and read when it is
asked for.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import Any, Literal

from pydantic import ValidationError
from spacy.language import Language
from spacy.tokens import Doc, Span

from b1check.cache import decode, encode
from b1check.checker import Checker
from b1check.config import Config
from b1check.errors import ConfigError
from b1check.findings import Finding
from b1check.report import Report
from b1check.validation import explain

NAME = "b1check"
"""Of the component, and of the group of spans that it makes."""
ATTRIBUTE = "b1"
"""``doc._.b1``: the :class:`~b1check.report.Report`; None for a text that holds nothing to check."""
_KEY = "b1check"
_READ = 64
"""Reports to keep as values: who asks for one mostly asks for it several times."""


@Language.factory(
    NAME,
    assigns=[f"doc._.{ATTRIBUTE}", "doc.spans"],
    default_config={"profile": "inwoner", "select": None, "ignore": [], "format": "txt"},
)
def create(
    nlp: Language,
    name: str,
    profile: str,
    select: list[str] | None,
    ignore: list[str],
    format: Literal["txt", "md", "html"],
) -> Component:
    """Make the component.

    Args:
        nlp: the pipeline that it comes in.
        name: its name in that pipeline.
        profile: for whom the texts are: ``inwoner``, ``ondernemer`` or ``professional``.
        select: names of rules or groups to run; None for all that are on by default.
        ignore: names of rules or groups to leave out.
        format: how the texts are written.

    Raises:
        ConfigError: when there is no such profile, rule or group, or ``doc._.b1`` is something of somebody else.
    """
    return Component(name, {"profile": profile, "select": select, "ignore": ignore}, format)


class Component:
    """Checks the text of every document.

    Args:
        name: its name in the pipeline.
        settings: as in ``b1check.toml``.
        format: how the texts are written: ``txt``, ``md`` or ``html``.

    Raises:
        ConfigError: when the settings are not right, or ``doc._.b1`` is something of somebody else.
    """

    def __init__(self, name: str, settings: dict[str, Any], format: str) -> None:
        _register()
        self.name = name
        self._settings = settings
        self._format = format
        try:
            config = Config.model_validate(settings)
        except ValidationError as error:
            raise ConfigError(explain(error)) from error
        self._checker = Checker(config)
        _ = self._checker.rules  # so that a rule that does not exist shows here, and not at the first text

    def __call__(self, doc: Doc) -> Doc:
        """Put the report and the spans in ``doc``.

        Raises:
            ReadError: when a paragraph is too long to analyse.
            ConfigError: when somebody else took ``doc._.b1`` after this was made.
        """
        _register()
        doc.spans[NAME] = []
        doc.user_data.pop(_KEY, None)
        if not doc.text.strip():
            return doc
        report = self._checker.check_text(doc.text, format=self._format, opinions=False)
        doc.user_data[_KEY] = encode(report)
        doc.spans[NAME] = [span for finding in report.findings if (span := _span(doc, finding))]
        return doc

    def __reduce__(self) -> tuple[type[Component], tuple[str, dict[str, Any], str]]:
        """Go to another process as settings: a checker holds locks, and what it loaded is there too."""
        return Component, (self.name, self._settings, self._format)


def _span(doc: Doc, finding: Finding) -> Span | None:
    """Return the tokens of which ``finding`` is about a part; None for one about the whole document."""
    if finding.block is None:
        return None
    start, end = finding.span.start, finding.span.end
    return doc.char_span(start, end, label=finding.rule, alignment_mode="expand")


def _report(doc: Doc) -> Report | None:
    data = doc.user_data.get(_KEY)
    return _decoded(data) if data else None


_decoded = lru_cache(_READ)(decode)


def _register() -> None:
    """Make ``doc._.b1``, once in a process; a document has one set of such attributes for all pipelines.

    Raises:
        ConfigError: when it is there already and not ours: with it the report would be lost without a word.
    """
    if not Doc.has_extension(ATTRIBUTE):
        Doc.set_extension(ATTRIBUTE, getter=_report)
    getter = Doc.get_extension(ATTRIBUTE)[2]
    if getattr(getter, "__module__", None) != __name__:  # not `is`: this module can be loaded anew
        raise ConfigError(
            f"doc._.{ATTRIBUTE} is al van een ander programma. b1check zet daar zijn rapport. Geef het andere een "
            f'andere naam, of haal het weg met: Doc.remove_extension("{ATTRIBUTE}")'
        )


with suppress(ConfigError):  # said when a component is made: to import this must not fail
    _register()
