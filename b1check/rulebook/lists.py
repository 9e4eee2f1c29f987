"""What must hold for the word lists of rules, each by itself and all together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b1check.documents.document import BlockKind
from b1check.errors import RuleError
from b1check.language.analysis import Analyser
from b1check.rulebook import examples, kinds, load, packs, wordlist
from b1check.rulebook.failure import Failure
from b1check.rulebook.load import Rule
from b1check.rulebook.spec import RuleSpec
from b1check.rulebook.wordlist import Entry, WordSort

_LEXICON = "lexicon"
"""Only entries of this kind are reported wherever they stand, so only these may not meet each other."""
_NEEDS_MORE = frozenset({"late_explanation"})
"""Kinds that find nothing in one sentence: they look at where in a text a word is explained."""
_NOT_A_LETTER = re.compile(r"[^\w ]|_")


@dataclass(frozen=True, slots=True)
class Shelf:
    """All word lists in use.

    Attributes:
        entries: the rows, by file.
        owners: the first rule that names a list, by file; what is wrong with the list is told there.
        homes: for every word of a lexicon with its sort, the files and rows in which it stands.
        reported: words of a lexicon that are reported unless the settings say otherwise, with their file.
    """

    entries: Mapping[Path, Sequence[Entry]]
    owners: Mapping[Path, str]
    homes: Mapping[tuple[str, WordSort], Sequence[tuple[Path, int]]]
    reported: Mapping[str, Path]


def files(rule: Rule) -> list[Path]:
    """Return the word lists of a rule."""
    return of_spec(rule.spec, rule.path)


def of_spec(spec: RuleSpec, path: Path) -> list[Path]:
    """Return the word lists of the rule with this specification and file."""
    if "lists" not in kinds.get(spec.kind).options.model_fields:
        return []
    return [path.parent / name for name in spec.options.get("lists", ())]


def shelve(specs: Iterable[tuple[RuleSpec, Path]]) -> Shelf:
    """Read the lists of rules, given with their files; a list that is not right is left out."""
    entries: dict[Path, Sequence[Entry]] = {}
    owners: dict[Path, str] = {}
    homes: dict[tuple[str, WordSort], list[tuple[Path, int]]] = {}
    reported: dict[str, Path] = {}
    for spec, rule_file in specs:
        for path in of_spec(spec, rule_file):
            try:
                entries[path] = wordlist.read(path)
            except RuleError:
                continue  # the rule that names it could not be built, and says so
            if owners.setdefault(path, spec.name) == spec.name and spec.kind == _LEXICON:
                for row, entry in _rows(entries[path]):
                    homes.setdefault((entry.plain.lower(), entry.sort), []).append((path, row))
                    if not entry.strict:
                        reported.setdefault(entry.plain.lower(), path)
    return Shelf(entries, owners, homes, reported)


def failures(rule: Rule, shelf: Shelf) -> Iterator[Failure]:
    """Yield what is wrong with the lists of ``rule``: order, words that stand twice, alternatives that are reported."""
    for path in files(rule):
        entries = shelf.entries.get(path, ())
        if shelf.owners.get(path) != rule.name:
            continue
        yield from _out_of_order(path, entries)
        if rule.spec.kind == _LEXICON:
            yield from _twice(path, entries, shelf)
            yield from _reported_alternatives(path, entries, shelf)
        else:
            yield from _twice_in_list(path, entries)


def unfound(rule: Rule, analyser: Analyser) -> Iterator[Failure]:
    """Yield the entries that ``rule`` does not find in their own example.

    Raises:
        PipelineError: when the language pipeline cannot be loaded.
    """
    if rule.spec.kind in _NEEDS_MORE or not files(rule):
        return
    eager = _eager(rule.spec)
    eager_rule = load.build(rule.spec, rule.path, options=eager)
    for path in files(rule):
        for row, entry in _rows(wordlist.read(path)):
            if entry.strict and "strict" not in eager:
                continue  # rules of this kind never report it
            outcome = examples.run([eager_rule], examples.blocks((entry.example, BlockKind.PARAGRAPH)), analyser)
            if not outcome.findings:
                yield Failure(
                    _place(path, row),
                    f"De regel vindt ‘{entry.plain}’ niet in het voorbeeld van dat woord.",
                    "Kijk of het woord in het voorbeeld staat. Kijk ook bij soort en niet_bij.",
                    found=entry.example,
                )


def _eager(spec: RuleSpec) -> dict[str, Any]:
    """Return the settings with which a rule reports every entry, also where it only counts them otherwise."""
    fields = kinds.get(spec.kind).options.model_fields
    wanted: dict[str, Any] = {"strict": True, "per_block": {"tip": 1}}
    return {name: value for name, value in wanted.items() if name in fields}


def _out_of_order(path: Path, entries: Sequence[Entry]) -> Iterator[Failure]:
    """Yield the first row that is out of order; programs differ in what they do with accents and signs, so all may."""
    words = [entry.word for entry in entries]
    if any(words == sorted(words, key=key) for key in (str, _letters_and_signs, _letters)):
        return
    pairs = zip(_rows(entries), words[1:], strict=False)
    row, after = next((row + 1, after) for (row, entry), after in pairs if _letters(entry.word) > _letters(after))
    yield Failure(
        _place(path, row),
        f"De lijst staat niet op alfabet: ‘{after}’ staat te laat.",
        "Sorteer de lijst op de kolom woord.",
    )


def _twice(path: Path, entries: Sequence[Entry], shelf: Shelf) -> Iterator[Failure]:
    for row, entry in _rows(entries):
        others = [home for home in shelf.homes[entry.plain.lower(), entry.sort] if home != (path, row)]
        if others:
            other, other_row = others[0]
            yield Failure(
                _place(path, row),
                f"‘{entry.plain}’ staat ook in {_name(other)}, regel {other_row}.",
                "Haal een van de 2 weg. Is de andere lijst niet van u? Zet dan uw eigen advies bij preferred in uw "
                "instellingen.",
            )


def _twice_in_list(path: Path, entries: Sequence[Entry]) -> Iterator[Failure]:
    seen: dict[str, int] = {}
    for row, entry in _rows(entries):
        if entry.word in seen:
            problem = f"‘{entry.plain}’ staat ook in regel {seen[entry.word]}."
            yield Failure(_place(path, row), problem, "Haal een van de 2 weg.")
        seen[entry.word] = row


def _reported_alternatives(path: Path, entries: Sequence[Entry], shelf: Shelf) -> Iterator[Failure]:
    for row, entry in _rows(entries):
        for word in entry.alternatives:
            if word.lower() in shelf.reported:
                home = shelf.reported[word.lower()]
                yield Failure(
                    _place(path, row),
                    f"Het alternatief ‘{word}’ is zelf een woord dat b1check meldt. Het staat in {_name(home)}.",
                    "Kies een ander alternatief.",
                )


def _rows(entries: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """Yield the entries with their row as a spreadsheet counts them, in which the names of the columns are row 1."""
    return enumerate(entries, start=2)


def _name(path: Path) -> str:
    """Return group and file of a list, and whose it is when it is ours."""
    ours = " van b1check" if path.is_relative_to(packs.rules_folder()) else ""
    return f"{path.parent.name}/{path.name}{ours}"


def _place(path: Path, row: int) -> str:
    return f"{path.name}, regel {row}"


def _letters_and_signs(word: str) -> str:
    """Return a word without capitals and accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))


def _letters(word: str) -> str:
    """Return only the letters and spaces of a word, which is how a spreadsheet sorts."""
    return _NOT_A_LETTER.sub("", _letters_and_signs(word))
