"""What a rule is about, as values for people to read: in the terminal, the editor and the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from b1check import suppressions
from b1check.config import Config
from b1check.errors import RuleError
from b1check.findings import Applicability, Severity, Span
from b1check.rulebook import load, measured, options
from b1check.rulebook.load import Rulebook
from b1check.rulebook.measured import Measured
from b1check.rulebook.options import RuleOption
from b1check.rulebook.spec import Example, RuleSpec

_COMPANION_WHY = (
    "Deze opmerking is van LanguageTool, een ander programma voor spelling en grammatica. Vooral namen en vaktaal kent "
    "het vaak niet. Kijk dus zelf of de opmerking klopt."
)
_SPELLING = ("MORFOLOGIK", "HUNSPELL", "SPELL")
"""Parts of the names that LanguageTool has for its rules about spelling."""

__all__ = ["Explanation", "Measured", "RuleExample", "RuleOption", "explain", "explain_all", "rule_file"]


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A text that shows what a rule finds, or what it leaves alone.

    Attributes:
        text: the text.
        spans: the words that the rule finds; empty in a good example.
        fix: the text after the fix, or None.
        why: what a good example shows.
    """

    text: str
    spans: tuple[Span, ...]
    fix: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All about one rule.

    Attributes:
        name: name of the rule.
        title: a few words for lists.
        group: name of its group.
        group_title: title of its group.
        pack: title of the pack that it comes from; "" for a rule of b1check itself.
        severity: of its findings; some rules grade them.
        on: whether it is on by default.
        fix: what may be done with its fixes.
        message: what it says at the words; ``{...}`` stands for what differs.
        why: what the reader stumbles over.
        sources: where the rule comes from.
        bad: texts in which it finds something.
        good: texts that are right.
        options: its settings.
        measured: how often its remarks were right; None when nobody judged them yet.
    """

    name: str
    title: str
    group: str
    group_title: str
    pack: str
    severity: Severity
    on: bool
    fix: Applicability
    message: str
    why: str
    sources: tuple[str, ...]
    bad: tuple[RuleExample, ...]
    good: tuple[RuleExample, ...]
    options: tuple[RuleOption, ...]
    measured: Measured | None


def explain(name: str, *, config: Config | None = None) -> Explanation:
    """Explain the rule called ``name``.

    Args:
        name: name of the rule.
        config: settings that can name packs; only our own rules and those of installed packages when None.

    Raises:
        ConfigError: when the settings name a folder without rules.
        RuleError: when there is no such rule, or a rule of a pack is not right.
    """
    if suppressions.of_companion(name):
        return _of_companion(name)
    book = _book(config)
    if name not in book.specs:
        raise RuleError(f"De regel {name} bestaat niet. {_hint(name, book)}")
    return _explanation(name, book)


def explain_all(*, config: Config | None = None) -> tuple[Explanation, ...]:
    """Explain all rules, in the order of their groups and names.

    Args:
        config: settings that can name packs; only our own rules and those of installed packages when None.

    Raises:
        ConfigError: when the settings name a folder without rules.
        RuleError: when a rule of a pack is not right.
    """
    book = _book(config)
    order = list(book.groups)
    every = sorted(book.specs, key=lambda name: (order.index(book.specs[name][0].group), name))
    return tuple(_explanation(name, book) for name in every)


def _of_companion(name: str) -> Explanation:
    """Explain a rule of LanguageTool as far as we can: what it is about stands in its messages."""
    if name == suppressions.COMPANION:
        title = "LanguageTool: spelling en grammatica"
    else:
        title = f"LanguageTool: {'spelling' if any(part in name for part in _SPELLING) else 'grammatica of stijl'}"
    return Explanation(
        name=name,
        title=title,
        group=suppressions.COMPANION,
        group_title="LanguageTool",
        pack="",
        severity=Severity.TIP,
        on=False,
        fix=Applicability.REVIEW,
        message="LanguageTool: ...",
        why=_COMPANION_WHY,
        sources=("LanguageTool: https://languagetool.org",),
        bad=(),
        good=(),
        options=(),
        measured=None,
    )


def rule_file(name: str, config: Config | None = None) -> Path | None:
    """Return the file of the rule called ``name``, with its reason, sources and examples; None without such a rule.

    Args:
        name: of the rule.
        config: the settings; needed when they name packs of rules.
    """
    known = _book(config).specs
    return known[name][1] if name in known else None


def _book(config: Config | None) -> Rulebook:
    return load.rulebook(config.pack_folders if config else ())


def _hint(name: str, book: Rulebook) -> str:
    see_all = "Bekijk alle regels met: b1check rule --list"
    if name in book.groups:
        return f"Het is wel de naam van een groep. {see_all}"
    near = get_close_matches(name, book.specs, n=3)
    near += [known for known in book.specs if name in known and known not in near]
    return f"Bedoelt u {' of '.join(near[:3])}?" if near else see_all


def _explanation(name: str, book: Rulebook) -> Explanation:
    spec, path = book.specs[name]
    pack = book.origin.get(name)
    return Explanation(
        name=spec.name,
        title=spec.title,
        group=spec.group,
        group_title=book.groups[spec.group],
        pack=pack.title if pack else "",
        severity=spec.severity,
        on=spec.on,
        fix=spec.fix,
        message=spec.message,
        why=spec.why,
        sources=spec.sources,
        bad=tuple(map(_example, spec.bad)),
        good=tuple(map(_example, spec.good)),
        options=_options(spec, path),
        measured=measured.read(path.parent.parent).get(name),
    )


def _options(spec: RuleSpec, path: Path) -> tuple[RuleOption, ...]:
    return options.describe(load.settings(spec, path))


def _example(example: Example) -> RuleExample:
    return RuleExample(example.plain, tuple(Span(*span) for span in example.spans), example.fix, example.why)
