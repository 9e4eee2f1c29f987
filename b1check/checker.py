"""The checker: from a document to a report, one way."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from b1check import suppressions
from b1check.config import Config, RuleSettings
from b1check.documents import readers
from b1check.documents.document import Document, Suppression
from b1check.documents.source import PagedText
from b1check.errors import ConfigError, ReadError
from b1check.findings import Finding, PageBox, Span
from b1check.language.analysis import Analyser, Analysis
from b1check.letter import parts, reading
from b1check.letter.model import DocumentType, Letter
from b1check.letter.text import LetterText
from b1check.readability import score as readability
from b1check.report import Problem, Report, Suppressed
from b1check.rulebook import allowed, engine
from b1check.rulebook.engine import Outcome
from b1check.rulebook.load import Rule, Rulebook, load, rulebook
from b1check.rulebook.match import BlockView, PerBlock
from b1check.secondopinions import second_opinions
from b1check.settings import effective
from b1check.summary import summarise
from b1check.timing import Timing

if TYPE_CHECKING:
    from b1check.languagetool.companion import Companion

Watch = Callable[[float], None]
"""Is told which share of the work is done, from 0 to 1; what it raises ends the work."""

_PART = 20_000
"""Code points to analyse before somebody who watches hears of it."""
_ANALYSIS, _LETTER, _RULES = 0.5, 0.7, 0.9
"""Share of the work that is done after each of these, about."""
_OPENING = 3_000
"""Code points that fill the screen of somebody who opens a long text, and some more: a page and a half."""
_OTHER_LANGUAGE = "geen-nederlands"
_OPEN_FIELD = "placeholder-blijft-staan"
MAX_PARAGRAPH = 100_000
"""Code points; a longer paragraph is no letter, and would take the language pipeline gigabytes."""

REMEMBERED = 250_000
"""Code points of text of which a checker keeps the analyses: the same blocks come back in the letters of one sender,
but thousands of texts must not take more memory than ten."""

_EMPTY = "Deze tekst is leeg."
_ONLY_SPACE = "In deze tekst staan alleen spaties en lege regels."
_NOT_UNDERSTOOD = "b1check kon niet nagaan wat deze tekst de lezer vertelt. De opmerkingen over woorden ziet u wel"

_FIRST, _LAST = 1900, 2100
"""Years in which a letter can be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the user knows of a document that its text may not tell.

    Attributes:
        type: what sort of document it is; it beats the settings.
        date: the day on which it goes out; a date in the document itself beats it.
    """

    type: DocumentType | None = None
    date: dt.date | None = None

    def __post_init__(self) -> None:
        """Refuse what no letter has.

        Raises:
            ConfigError: when the sort is unknown, or the date is no day between 1900 and 2100.
        """
        if self.type is not None and not isinstance(self.type, DocumentType):
            raise ConfigError(f"{self.type} is geen soort document. Kies uit: {', '.join(DocumentType)}.")
        if self.date is not None and (type(self.date) is not dt.date or not _FIRST <= self.date.year <= _LAST):
            raise ConfigError(f"De datum {self.date} kan niet. Kies een dag tussen {_FIRST} en {_LAST}.")


_NOTHING_KNOWN = About()


class Checker:
    """Checks documents with one configuration; keeps the rules, the pipeline and a cache of analyses.

    It can be used for any number of documents, one after another or from several threads at once, and the reports are
    the same either way. Threads wait for each other at the language pipeline: they keep a program free to do something
    else, and make nothing faster.

    Args:
        config: the settings; the defaults when None. A checker never looks for a configuration file itself.
        remember: how many code points of text to remember the analyses of, those that were asked for last; None for no
            limit. What is remembered takes some hundred times the memory of the text.
    """

    def __init__(self, config: Config | None = None, *, remember: int | None = REMEMBERED) -> None:
        self.config = config or Config()
        self._analyser = Analyser(self.config.pipeline, cache_characters=remember)
        self._lock = threading.Lock()
        self._companion = _companion(self.config)

    @cached_property
    def book(self) -> Rulebook:
        """All rules that this checker can choose from: ours, and those of packs.

        Raises:
            ConfigError: when the configuration names a folder without rules.
            RuleError: when a rule or a pack is not right.
        """
        return rulebook(self.config.pack_folders)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this checker runs.

        Raises:
            ConfigError: when the configuration names a rule that does not exist.
            RuleError: when a rule is not right.
        """
        settings = effective(self.config)
        rules = load(
            _selected(self.config, settings, self.book),
            options={name: rule.options for name, rule in settings.items()},
            severities={name: rule.severity for name, rule in settings.items() if rule.severity},
            book=self.book,
        )
        terms = self.config.terms
        return allowed.silence(rules, allowed=terms.allowed, explained=terms.explained)

    @property
    def notes(self) -> tuple[str, ...]:
        """Dutch lines about installed packages of which the rules cannot be used; the other rules go on.

        Raises:
            ConfigError: when the configuration names a folder without rules.
            RuleError: when a rule or a pack in such a folder is not right.
        """
        return self.book.notes

    def warm_up(self) -> None:
        """Load the rules and the language pipeline now rather than at the first text.

        Raises:
            ConfigError: when the configuration names a rule that does not exist.
            RuleError: when a rule is not right.
            PipelineError: when the pipeline cannot be loaded.
        """
        _ = self.rules, self._standard_rules
        self._analyser.warm_up()

    def check_text(
        self,
        text: str,
        *,
        name: str = "tekst",
        format: str = "txt",
        about: About = _NOTHING_KNOWN,
        opinions: bool = True,
        wait: bool = True,
    ) -> Report:
        """Check ``text``, written in ``format`` (``txt``, ``md`` or ``html``).

        Args:
            text: the text; offsets in the report are indices into it.
            name: what to call it in the report.
            format: how it is written.
            about: what is known of the document.
            opinions: whether to ask other methods for their opinion, for which their tables have to be read.
            wait: whether to ask LanguageTool, when the settings have it on. When not, its remarks are those that it
                made before about the same paragraphs; see :meth:`consult`.

        Raises:
            ReadError: when there is no text to check.
            TypeError: when ``text`` is no ``str``.
        """
        if not isinstance(text, str):
            raise TypeError(
                f"text must be a str, not {type(text).__name__}; for the bytes of a file use Checker.check_bytes"
            )
        if not text.strip():
            raise ReadError(_ONLY_SPACE if text else _EMPTY)
        read = partial(readers.read_text, text, name=name, format=format)
        return self._check(read, about, opinions=opinions, wait=wait)[0]

    def check_opening(
        self, text: str, *, name: str = "tekst", format: str = "txt", characters: int = _OPENING
    ) -> tuple[Finding, ...]:
        """Tell at once what is found in the first paragraphs of a long text; :meth:`check_text` tells the rest.

        Only what can be told from a paragraph alone: nothing about the letter as a whole, and not what it would gain.
        The full check is not slower for it, because what was found in a paragraph is remembered. It leaves out one
        remark in a hundred again, such as one in a paragraph about bezwaar that only the whole letter tells to be one.

        Args:
            text: the text; offsets in the findings are indices into it.
            name: what to call it.
            format: how it is written: ``txt``, ``md`` or ``html``.
            characters: after so many code points it stops at the end of a paragraph.

        Returns:
            Nothing where those paragraphs are all of the text: then the full check is as quick.

        Raises:
            ReadError: when the text cannot be read, or a paragraph is too long to analyse.
        """
        if len(text) <= characters:
            return ()
        document = parts.label(readers.read_text(text, name=name, format=format))
        first = next(iter(_in_parts([block.text for block in document.blocks], characters)), ())
        if len(first) == len(document.blocks):
            return ()
        opening = replace(document, blocks=document.blocks[: len(first)])
        views = self._views(opening, None)
        letter, _ = self._read_letter(opening, views, _NOTHING_KNOWN)
        alone = tuple(rule for rule in self.rules if isinstance(rule.detection, PerBlock))
        outcome = engine.run(alone, document, views, letter=letter, memory="rules", book=self.book)
        findings = self._wanted(document, outcome.findings, outcome.findings)
        return suppressions.divide(findings, document, self.book.suppressible).open

    def consult(self, text: str, *, name: str = "tekst", format: str = "txt") -> bool:
        """Ask LanguageTool about ``text`` now, so that :meth:`check_text` has its remarks without waiting.

        Returns:
            Whether it said something that it had not said before; False when the settings do not have it on.
        """
        if self._companion is None or not text.strip():
            return False
        try:
            return self._companion.consult(parts.label(readers.read_text(text, name=name, format=format)))
        except ReadError:
            return False

    def close(self) -> None:
        """Stop the server of LanguageTool that was started for this program, if there is one.

        It stops by itself when Python ends in its usual way. The checker can still be used: it starts another one.
        """
        if self._companion:
            self._companion.close()

    def check_bytes(self, data: bytes, *, name: str, about: About = _NOTHING_KNOWN) -> Report:
        """Check the content of a file; the ending of ``name`` tells the format.

        Raises:
            ReadError: when the content cannot be read.
        """
        return self.check_document(readers.read_bytes(data, name=name), about=about)

    def check_file(self, path: Path | str, *, about: About = _NOTHING_KNOWN) -> Report:
        """Check the file at ``path``.

        Raises:
            ReadError: when the file cannot be read.
        """
        return self.check_document(readers.read(Path(path)), about=about)

    def check_files(self, paths: Iterator[Path] | list[Path]) -> Iterator[Report | Problem]:
        """Check files one by one; a file that cannot be read becomes a :class:`Problem`."""
        for path in paths:
            try:
                yield self.check_file(path)
            except ReadError as error:
                yield Problem(str(path), str(error))

    def check_many(
        self, texts: Iterable[str], *, name: str = "tekst", format: str = "txt", about: About = _NOTHING_KNOWN
    ) -> Iterator[Report | Problem]:
        """Check any number of texts, each when it is asked for; a text that cannot be read becomes a :class:`Problem`.

        No text and no report is kept, so thousands of them take no more memory than a few, as long as the caller does
        not keep the reports either.

        Args:
            texts: the texts, such as lines of a file or a column of a table.
            name: what to call them, each with its number after it, from 1.
            format: how they are written: ``txt``, ``md`` or ``html``.
            about: what is known of all of them.

        Raises:
            TypeError: at a text that is no ``str``.
        """
        for number, text in enumerate(texts, start=1):
            called = f"{name} {number}"
            try:
                yield self.check_text(text, name=called, format=format, about=about)
            except ReadError as error:
                yield Problem(called, str(error))

    def check_document(
        self, document: Document, *, about: About = _NOTHING_KNOWN, wait: bool = True, watch: Watch | None = None
    ) -> Report:
        """Check a document that was read already; ``wait`` is that of :meth:`check_text`.

        Args:
            document: the document.
            about: what is known of it.
            wait: whether to ask LanguageTool.
            watch: follows the work on a long text, and may end it.

        Raises:
            ReadError: when a paragraph is too long to analyse.
        """
        return self._check(lambda: document, about, wait=wait, watch=watch)[0]

    def check_timed(self, read: Callable[[], Document], *, about: About = _NOTHING_KNOWN) -> tuple[Report, Timing]:
        """Check the document that ``read`` returns, and tell how long each step and each rule took.

        Starting up does not count: the rules and the pipeline are loaded before anything is timed.

        Raises:
            ReadError: when the document cannot be read.
        """
        self._analyser.warm_up()
        return self._check(read, about, timed=True)

    def _check(
        self,
        read: Callable[[], Document],
        about: About,
        *,
        timed: bool = False,
        opinions: bool = True,
        wait: bool = True,
        watch: Watch | None = None,
    ) -> tuple[Report, Timing]:
        rules = self.rules
        clock = engine.clock(timed=timed)
        start = clock()
        document = parts.label(read())
        done_reading = clock()
        views = self._views(document, watch)
        done_analysis = clock()
        letter, errors = self._read_letter(document, views, about)
        done_letter = clock()
        if watch:
            watch(_LETTER)
        outcome = engine.run(rules, document, views, letter=letter, timed=timed, memory="rules", book=self.book)
        done_rules = clock()
        if watch:
            watch(_RULES)
        standard = self._standard(document, views, letter, outcome)
        report = self._report(document, views, letter, outcome, standard, opinions=opinions, wait=wait)
        report = replace(report, errors=(*errors, *report.errors))
        timing = Timing(
            reading=done_reading - start,
            analysis=done_analysis - done_reading,
            letter=done_letter - done_analysis,
            rules=done_rules - done_letter,
            score=clock() - done_rules,
            by_rule=outcome.seconds,
        )
        return report, timing

    def _views(self, document: Document, watch: Watch | None) -> tuple[BlockView, ...]:
        if any(len(block.text) > MAX_PARAGRAPH for block in document.blocks):
            raise ReadError(f"Deze tekst heeft een alinea van meer dan {MAX_PARAGRAPH} tekens. Zet er witregels in.")
        analyses: list[Analysis] = []
        for texts in _in_parts([block.text for block in document.blocks], _PART if watch else None):
            with self._lock:
                analyses += self._analyser.analyse(texts)
            if watch:
                watch(_ANALYSIS * len(analyses) / len(document.blocks))
        return tuple(
            BlockView(index, block, analysis)
            for index, (block, analysis) in enumerate(zip(document.blocks, analyses, strict=True))
        )

    def _read_letter(
        self, document: Document, views: tuple[BlockView, ...], about: About
    ) -> tuple[Letter | None, tuple[str, ...]]:
        """Return what the document says to its reader, or None with a Dutch line about what went wrong."""
        sort = about.type or self.config.document_type(Path(document.name))
        try:
            return reading.read(LetterText(document, views), type=sort, sent=about.date), ()
        except Exception as error:  # whatever goes wrong here, the remarks about words and sentences must arrive
            return None, (f"{_NOT_UNDERSTOOD}: {engine.described(error)}.",)

    def _standard(
        self, document: Document, views: tuple[BlockView, ...], letter: Letter | None, outcome: Outcome
    ) -> tuple[Finding, ...]:
        """Return what the standard rules find: a text does not read easier when somebody switches rules off."""
        if not self._standard_rules:
            return (*outcome.findings, *outcome.repeats)
        standard = engine.run(
            self._standard_rules, document, views, letter=letter, memory="standard rules", book=self.book
        )
        return (*standard.findings, *standard.repeats)

    @cached_property
    def _standard_rules(self) -> tuple[Rule, ...]:
        """All our rules that are on by default, where the settings choose others; empty where they do not.

        Not just the rules that count: the others take part in settling which of two overlapping remarks stays.
        """
        config = self.config
        if config.select is None and not config.ignore and not self.book.origin and not effective(config):
            return ()
        terms = config.terms
        return allowed.silence(load(), allowed=terms.allowed, explained=terms.explained)

    def _wanted(
        self, document: Document, findings: tuple[Finding, ...], standard: Iterable[Finding]
    ) -> tuple[Finding, ...]:
        """Return ``findings`` without those that say nothing here: about another language, open fields in a template.

        Args:
            document: the document.
            findings: what was found with the rules of the writer.
            standard: what was found with the standard rules; they tell which paragraphs are in another language.
        """
        if foreign := _foreign(standard):  # of a paragraph in another language that is all there is to say
            findings = tuple(f for f in findings if f.block not in foreign or f.rule == _OTHER_LANGUAGE)
        if self.config.is_template(Path(document.name)):
            findings = tuple(finding for finding in findings if finding.rule != _OPEN_FIELD)
        return findings

    def _report(
        self,
        document: Document,
        views: tuple[BlockView, ...],
        letter: Letter | None,
        outcome: Outcome,
        standard: Sequence[Finding],
        *,
        opinions: bool,
        wait: bool,
    ) -> Report:
        findings = self._wanted(document, outcome.findings, standard)
        foreign = _foreign(standard)
        of_law: frozenset[int] = letter.remedies if letter else frozenset()
        unscored = foreign | of_law  # the words of the law are not the writer's to choose
        specs = self.book.specs
        counted = [view for view in views if view.index not in unscored]
        result = readability.score(counted, standard, specs)
        scored = {(finding.rule, finding.span) for finding in standard}
        findings = tuple(
            finding.gaining(readability.gain(finding, result, specs))
            if (finding.rule, finding.span) in scored
            else finding
            for finding in findings
        )
        beside: tuple[Finding, ...] = ()
        warning = ""
        if self._companion:
            asked = [view for view in views if view.index not in foreign]
            ours = (*findings, *outcome.repeats)
            beside, warning = self._companion.findings(document, asked, ours, wait=wait)
            beside = tuple(engine.leaving_law(beside, views, of_law))
        findings = engine.in_order((*findings, *beside)) if beside else findings
        if isinstance(document.source, PagedText):
            findings = tuple(_on_page(finding, document.source) for finding in findings)
        # Only now: a text reads no easier when the writer switches remarks off.
        divided = suppressions.divide(findings, document, self.book.suppressible)
        return Report(
            name=document.name,
            format=document.format,
            line_word=document.line_word,
            words=result.words,
            sentences=result.sentences,
            findings=divided.open,
            score=result.score,
            no_score=result.no_score,
            difficulty=result.difficulty,
            improvements=readability.improvements(divided.open, specs),
            second_opinions=second_opinions(counted) if result.score and opinions else (),
            measures=result.measures,
            blocks=result.blocks,
            letter=summarise(letter, document) if letter else None,
            notes=document.notes,
            errors=tuple(f"De regel {crash.rule} werkte niet: {crash.error}." for crash in outcome.crashes),
            warnings=(warning,) if warning else (),
            suppressed=tuple(_suppressed(finding, suppression, document) for finding, suppression in divided.off),
        )


def _foreign(standard: Iterable[Finding]) -> frozenset[int | None]:
    """Return the blocks that the standard rules found to be in another language."""
    return frozenset(finding.block for finding in standard if finding.rule == _OTHER_LANGUAGE)


def _in_parts(texts: Sequence[str], size: int | None) -> Iterator[Sequence[str]]:
    """Yield ``texts`` in parts of some ``size`` code points; all of them at once when None."""
    start, weight = 0, 0
    for at, text in enumerate(texts):
        weight += len(text)
        if size is not None and weight >= size:
            yield texts[start : at + 1]
            start, weight = at + 1, 0
    if start < len(texts):
        yield texts[start:]


def _companion(config: Config) -> Companion | None:
    """Return LanguageTool as the settings want it; None when they do not have it on."""
    if not config.languagetool.on:
        return None
    from b1check.languagetool.companion import Companion  # noqa: PLC0415 - only who wants it waits for its parts

    return Companion(config.languagetool, config.terms)


def _on_page(finding: Finding, source: PagedText) -> Finding:
    """Return ``finding`` with the boxes of its words, in tenths of points."""
    if finding.block is None:
        return finding
    boxes = source.boxes(finding.span.start, finding.span.end)
    return replace(finding, boxes=tuple(PageBox(page, *(round(side, 1) for side in sides)) for page, *sides in boxes))


def _suppressed(finding: Finding, suppression: Suppression, document: Document) -> Suppressed:
    place = suppression.place
    return Suppressed(finding, suppression.reason, Span(*place), document.source.position(place.start).line)


def _selected(config: Config, settings: Mapping[str, RuleSettings], book: Rulebook) -> list[str]:
    """Return the names of the rules to run, in the order of the rule files."""
    known = book.specs
    groups = {spec.group for spec, _ in known.values()}
    for name in (*(config.select or ()), *config.ignore, *config.rules):
        if name not in known and name not in groups:
            near = get_close_matches(name, [*known, *groups], n=1)
            meant = f" Bedoelt u {near[0]}?" if near else ""
            raise ConfigError(
                f"De regel of groep {name} bestaat niet.{meant} Bekijk alle regels met: b1check rule --list"
            )
    chosen = []
    for name, (spec, _) in known.items():
        rule = settings.get(name)
        on = spec.on if rule is None or rule.on is None else rule.on
        if config.select is not None:  # a rule that is named runs, a group gives those of it that are on
            on = name in config.select or (spec.group in config.select and on)
            if (own := config.rules.get(name)) and own.on is not None:
                on = own.on
        if on and name not in config.ignore and spec.group not in config.ignore:
            chosen.append(name)
    return chosen
