"""Tests whether rules keep the promises of their files: examples, near misses, messages and word lists.

One implementation for our own rules (``tests/rules``) and for those of others (``b1check test``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from b1check.errors import RuleError
from b1check.findings import Finding
from b1check.language.analysis import Analyser
from b1check.rulebook import examples, lists, load, packs
from b1check.rulebook.engine import Crash
from b1check.rulebook.failure import Failure
from b1check.rulebook.load import Rule
from b1check.rulebook.packs import Pack
from b1check.rulebook.spec import Example, RuleSpec

MIN_EXAMPLES = 4
"""Bad and good examples together; fewer do not show where a rule begins and ends."""
_ENDS = (".", "?", "!")
_CACHED_TEXTS = 20_000
"""More than all examples of all rules and lists together."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example of a rule.

    Attributes:
        example: the text.
        number: its place among the examples of its sort, from 1.
        good: True for a near miss, which must stay silent.
    """

    example: Example
    number: int
    good: bool

    @property
    def place(self) -> str:
        """Where it stands in the rule file, in Dutch."""
        return f"{'Goed' if self.good else 'Fout'} voorbeeld {self.number}"


@dataclass(frozen=True, slots=True)
class Result:
    """How the test of one rule went.

    Attributes:
        name: name of the rule.
        file: its file.
        failures: the promises that it does not keep.
    """

    name: str
    file: Path
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What to test.

    Attributes:
        pack: the pack that holds the rules.
        files: the rule files to test.
        own: whether it holds our own rules, so that it stands in their place and not beside them.
    """

    pack: Pack
    files: tuple[Path, ...]
    own: bool


def cases(spec: RuleSpec) -> Iterator[Case]:
    """Yield the examples of a rule: first the bad ones, then the near misses."""
    for good, group in ((False, spec.bad), (True, spec.good)):
        for number, example in enumerate(group, start=1):
            yield Case(example, number, good)


def target(place: Path | None = None) -> Target:
    """Find the rules under ``place``: a pack, the folder of one group, or one rule file; our own rules when None.

    Raises:
        RuleError: when there are no rules, or the pack says something wrong about itself.
    """
    place = place.resolve() if place else packs.rules_folder()
    if place.is_file() and place.suffix == ".toml" and place.name != packs.PACK_FILE:
        folder, files = place.parent.parent, [place]
    elif place.is_dir() and any(place.glob("*/*.toml")):
        folder = place
        files = packs.read(folder).files()
    elif place.is_dir() and any(path.name != packs.PACK_FILE for path in place.glob("*.toml")):
        folder, files = place.parent, sorted(place.glob("*.toml"))
    elif place.exists():
        raise RuleError(f"In {place} staan geen regels. {packs.advice_on_place(place)}")
    else:
        raise RuleError(f"De map of het bestand {place} bestaat niet. Kijk naar de naam.")
    pack = packs.read(folder)
    return Target(pack, tuple(files), own=folder == packs.rules_folder() or pack.name == packs.OWN)


def run(what: Target, *, analyser: Analyser | None = None) -> Iterator[Result]:
    """Test the rules of ``what``, one result each, in the order of group and name.

    Raises:
        RuleError: when a rule of ours, which stands beside them, is not right.
        PipelineError: when the language pipeline cannot be loaded.
    """
    analyser = analyser or Analyser(cache_size=_CACHED_TEXTS)
    ours = {} if what.own else load.specs()
    read = _read(what.pack, ours)
    rules = {path: rule for path, rule in read.items() if isinstance(rule, Rule)}
    beside = (
        *load.load([name for name, (spec, _) in ours.items() if spec.on]),
        *(rule for rule in rules.values() if rule.spec.on),
    )
    wanted = [rules[path] for path in what.files if path in rules]
    shelf = lists.shelve([*((spec, path) for spec, path in ours.values()), *((r.spec, r.path) for r in rules.values())])
    _warm(wanted, shelf, analyser)
    for path in what.files:
        rule = read[path]
        failures = (rule,) if isinstance(rule, Failure) else tuple(check(rule, beside, shelf, analyser))
        yield Result(path.stem, path, failures)


def check(rule: Rule, beside: Sequence[Rule], shelf: lists.Shelf, analyser: Analyser) -> Iterator[Failure]:
    """Yield what is wrong with ``rule``; ``beside`` are all rules that are on, ``shelf`` holds all word lists."""
    yield from enough_examples(rule.spec)
    told: set[str] = set()
    for case in cases(rule.spec):
        for failure in list(alone(rule, case, analyser)) or among(rule, beside, case, analyser):
            if failure.expected or failure.found or failure.problem not in told:  # once is enough without a text
                told.add(failure.problem)
                yield failure
    yield from lists.failures(rule, shelf)
    yield from lists.unfound(rule, analyser)


def enough_examples(spec: RuleSpec) -> Iterator[Failure]:
    """Yield a failure when a rule has too few examples to show where it begins and ends."""
    found = len(spec.bad) + len(spec.good)
    if found < MIN_EXAMPLES:
        yield Failure(
            "",
            f"De regel heeft {found} voorbeelden. Dat is te weinig.",
            f"Geef minstens {MIN_EXAMPLES} voorbeelden, bij [[bad]] en [[good]] samen.",
        )


def alone(rule: Rule, case: Case, analyser: Analyser) -> Iterator[Failure]:
    """Yield what goes wrong in an example when no other rule runs: places, fixes, severity and message.

    Raises:
        RuleError: when a rule that the example needs beside it does not exist.
    """
    beside = load.load(case.example.beside)
    outcome = examples.run([rule, *beside], examples.document(case.example), analyser)
    if outcome.crashes:
        yield _crashed(case, outcome.crashes[0])
        return
    found = tuple(finding for finding in outcome.findings if finding.rule == rule.name)
    text, wanted = case.example.plain, list(case.example.spans)
    if _spans(found) != wanted:
        yield _misplaced(case, found)
        return
    after = examples.first_fixes(text, found)
    if case.example.fix is not None and after != case.example.fix:
        yield Failure(
            case.place,
            "De verbetering is anders dan bij fix staat.",
            "Is de gevonden tekst goed? Pas dan fix aan. Verander anders de regel of de woordenlijst.",
            case.example.fix,
            after,
        )
    severities = {finding.severity for finding in found}
    if case.example.severity is not None and severities != {case.example.severity}:
        yield Failure(
            case.place,
            "Het niveau van de opmerking is anders dan bij severity staat.",
            "Pas severity bij het voorbeeld aan, of de getallen bij [options].",
            case.example.severity,
            ", ".join(sorted(severities)),
        )
    for message in dict.fromkeys(finding.message for finding in found):
        yield from _message(case, message)


def among(rule: Rule, beside: Sequence[Rule], case: Case, analyser: Analyser) -> Iterator[Failure]:
    """Yield what goes wrong in an example when all rules that are on run as well: the longest words win."""
    rules = [other for other in beside if other.name != rule.name]
    found = examples.run([*rules, rule], examples.document(case.example), analyser).findings
    own = tuple(finding for finding in found if finding.rule == rule.name)
    wanted = case.example.spans
    if _spans(own) == list(wanted):
        return
    lost = [span for span in wanted if span not in _spans(own)]
    stronger = {
        finding.rule
        for finding in found
        if finding.rule != rule.name
        and any(finding.span.start < end and start < finding.span.end for start, end in lost)
    }
    names = f" Deze regel was hier sterker: {', '.join(sorted(stronger))}." if stronger else ""
    text = case.example.plain
    yield Failure(
        case.place,
        f"Samen met de andere regels vindt de regel iets anders.{names}",
        "Kies een ander voorbeeld, of laat uw regel meer woorden aanwijzen: de langste woorden tellen.",
        examples.marked(text, wanted),
        examples.marked(text, _spans(own)),
    )


def _read(pack: Pack, ours: Mapping[str, tuple[RuleSpec, Path]]) -> dict[Path, Rule | Failure]:
    """Read and build every rule of a pack; one that is not right is a failure, and the others go on."""
    read: dict[Path, Rule | Failure] = {}
    taken = {name: path for name, (_, path) in ours.items()}
    for path in pack.files():
        try:
            spec = load.read_spec(path, pack.groups)
            read[path] = load.build(spec, path)
        except RuleError as error:
            read[path] = _unusable(str(error))
            continue
        other = taken.setdefault(spec.name, path)
        if other != path:
            read[path] = _unusable(load.same_name(spec.name, path, other))
    return read


def _unusable(problem: str) -> Failure:
    return Failure("", problem, "Verbeter dit eerst. Daarna test b1check ook de voorbeelden.")


def _warm(rules: Sequence[Rule], shelf: lists.Shelf, analyser: Analyser) -> None:
    """Analyse all texts in one go, which costs much less than one by one."""
    documents = [examples.document(case.example) for rule in rules for case in cases(rule.spec)]
    texts = [block.text for document in documents for block in document.blocks]
    texts += [entry.example for rule in rules for path in lists.files(rule) for entry in shelf.entries.get(path, ())]
    analyser.analyse(texts)


def _spans(found: Sequence[Finding]) -> list[tuple[int, int]]:
    return [(finding.span.start, finding.span.end) for finding in found]


def _misplaced(case: Case, found: Sequence[Finding]) -> Failure:
    """Say which words should have been found, and which were."""
    text, spans = case.example.plain, _spans(found)
    if case.good:
        problem = "De regel vindt iets in een goed voorbeeld."
        advice = "Maak de regel strenger, zodat hij deze woorden overslaat. Of haal het voorbeeld weg."
    elif not found:
        problem = "De regel vindt niets."
        advice = "Kijk of de woorden tussen [[ en ]] in de woordenlijst staan, of in het patroon passen."
    else:
        problem = "De regel vindt andere woorden dan er tussen [[ en ]] staan."
        advice = "Zet [[ en ]] om precies de woorden die de regel vindt, of pas de regel aan."
    return Failure(case.place, problem, advice, examples.marked(text, case.example.spans), examples.marked(text, spans))


def _crashed(case: Case, crash: Crash) -> Failure:
    if crash.error.startswith("KeyError"):
        name = crash.error.removeprefix("KeyError: ").split(" (")[0].strip("'")
        return Failure(
            case.place,
            f"In message staat {{{name}}}. Deze soort regel kent die naam niet.",
            "Gebruik {gevonden} voor de gevonden woorden en {advies} voor het alternatief.",
        )
    return Failure(
        case.place, f"De regel werkt niet: {crash.error}.", "Kijk bij [options], of vraag hulp aan de makers."
    )


_MESSAGE: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda text: "{" not in text, "In de opmerking blijft een { staan."),
    (lambda text: "  " not in text, "In de opmerking staan 2 spaties achter elkaar."),
    (lambda text: text[:1].isupper() or not text[:1].isalpha(), "De opmerking begint zonder hoofdletter."),
    (lambda text: text.rstrip("’”)").endswith(_ENDS), "De opmerking eindigt zonder punt of vraagteken."),
)
"""What must hold for a message, with what to say when it does not."""


def _message(case: Case, message: str) -> Iterator[Failure]:
    for holds, problem in _MESSAGE:
        if not holds(message):
            yield Failure(case.place, problem, "Pas message aan.", found=message)
