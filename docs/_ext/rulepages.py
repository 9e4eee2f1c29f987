"""One page for each rule, and the lists of them, made from the same values as ``b1check rule``.

The pages are Markdown for Sphinx alone: they are made when the site is built, and their addresses are the names of
the rules (``regels/lange-zin.html``). Text of a rule is never read as markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from b1check.explanations import Explanation, RuleExample
from b1check.findings import Severity
from b1check.reporters.rules import ENOUGH, FIX_SAYS, measured_says, pieces, value_says
from b1check.rulebook.options import RuleOption

FOLDER = "regels"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|&~^$:@\"'=/])")
_ADDRESS = re.compile(r"(https?://[^\s)]*[^\s).,;])")
_GRADES = (".tip", ".let_op", ".fout")
_MEANS = {
    Severity.FOUT: "Dit moet u veranderen.",
    Severity.LET_OP: "Dit kan bijna altijd beter.",
    Severity.TIP: "Kijk of dit beter kan.",
}


def pages(rules: Sequence[Explanation]) -> Mapping[str, str]:
    """Return the pages by their path from the folder of the documentation."""
    made = {f"{FOLDER}/{rule.name}.md": page(rule) for rule in rules}
    groups = {group: tuple(members) for group, members in groupby(rules, key=lambda rule: rule.group)}
    made |= {f"{FOLDER}/groep/{group}.md": group_page(members) for group, members in groups.items()}
    return {f"{FOLDER}/index.md": index(groups), **made}


def page(rule: Explanation) -> str:
    """Return the page of one rule."""
    state = "staat aan" if rule.on else "staat uit"
    group = f"[{_text(rule.group_title)}](groep/{rule.group}.md)"
    parts = [
        f"# {_text(rule.title)}",
        f"Regel `{rule.name}` · niveau **{rule.severity}** · {state} · groep {group}",
        "## Waarom",
        *_paragraphs(rule.why),
        "## Wat u leest bij de tekst",
        f"> {_text(rule.message)}",
        *([_text("Op de plaats van woorden tussen { en } staat iets uit uw tekst.")] if "{" in rule.message else []),
        f"{_level(rule)} {FIX_SAYS[rule.fix]}",
        "## Zo liever niet",
        *(_bad(example) for example in rule.bad),
        "## Dit is wel goed",
        *(_good(example) for example in rule.good),
        "## Hoe vaak klopt het?",
        f"{measured_says(rule)} Hoe wij meten, leest u in [Accuracy](../accuracy.md). Die pagina is in het Engels.",
        "## Zelf instellen",
        *_settings(rule),
        "## Bronnen",
        "\n".join(f"- {_linked(source)}" for source in rule.sources),
        f"De regel staat in het bestand `rules/{rule.group}/{rule.name}.toml`. "
        f"In een terminal leest u dit alles met `b1check rule {rule.name}`.",
    ]
    return "\n\n".join(parts) + "\n"


def group_page(rules: Sequence[Explanation]) -> str:
    """Return the page of a group, with its rules."""
    first = rules[0]
    names = "\n".join(f"../{rule.name}" for rule in rules)
    return (
        f"# {_text(first.group_title)}\n\n"
        f"De groep `{first.group}` heeft {len(rules)} regels.\n\n{_table(rules, '../')}\n"
        f"Wilt u deze groep niet? Zet `{first.group}` bij `ignore` in uw [instellingen](../../instellingen.md).\n\n"
        f"```{{toctree}}\n:hidden:\n\n{names}\n```\n"
    )


def index(groups: Mapping[str, Sequence[Explanation]]) -> str:
    """Return the page with all rules by group."""
    total = sum(map(len, groups.values()))
    off = sum(not rule.on for rules in groups.values() for rule in rules)
    parts = [
        "# Alle regels",
        f"b1check heeft {total} regels in {len(groups)} groepen. Van die regels staan er {off} eerst uit. "
        "Die zet u zelf aan in uw [instellingen](../instellingen.md).",
        "Kies een regel om te lezen waarom hij er is, met voorbeelden en bronnen. In de laatste kolom staat hoe vaak "
        f"een opmerking van de regel goed was. Een streepje betekent: minder dan {ENOUGH} keer gemeten.",
    ]
    for group, rules in groups.items():
        parts += [f"(groep-{group})=\n## {_text(rules[0].group_title)}", _table(rules, "")]
    names = "\n".join(f"groep/{group}" for group in groups)
    parts.append(f"```{{toctree}}\n:hidden:\n\n{names}\n```")
    return "\n\n".join(parts) + "\n"


def _level(rule: Explanation) -> str:
    if any(option.name.endswith(_GRADES) and option.value is not None for option in rule.options):
        return "Het niveau hangt af van hoe erg het is. Bij de opties ziet u vanaf wanneer."
    return f"Het niveau is {rule.severity}. {_MEANS[rule.severity]}"


def _table(rules: Sequence[Explanation], to: str) -> str:
    rows = [
        f"| [{rule.name}]({to}{rule.name}.md) | {_text(rule.title)}{'' if rule.on else ' (staat uit)'} "
        f"| {rule.severity} | {_share(rule)} |"
        for rule in rules
    ]
    return "\n".join(["| regel | wat hij vindt | niveau | goed |", "| --- | --- | --- | ---: |", *rows]) + "\n"


def _share(rule: Explanation) -> str:
    counts = rule.measured
    return f"{round(100 * counts.right / counts.judged)} %" if counts and counts.judged >= ENOUGH else "–"


def _bad(example: RuleExample) -> str:
    marked = "".join(
        f"<mark>{_html(text)}</mark>" if is_found else _html(text)
        for text, is_found in pieces(example.text, example.spans)
    )
    better = f'<p class="b1-beter">Beter: {_html(example.fix)}</p>' if example.fix else ""
    return f'<div class="b1-voorbeeld b1-liever-niet"><p>{marked}</p>{better}</div>'


def _good(example: RuleExample) -> str:
    return (
        f'<div class="b1-voorbeeld b1-goed"><p>{_html(example.text)}</p>'
        f'<p class="b1-waarom">{_html(example.why)}</p></div>'
    )


def _settings(rule: Explanation) -> Iterator[str]:
    change = 'severity = "tip"     # of "let-op" of "fout"\non = false           # zet de regel uit'
    yield f"In `b1check.toml` kiest u het niveau, of zet u de regel {'uit' if rule.on else 'aan'}:"
    yield f"```toml\n[rules.{rule.name}]\n{change if rule.on else 'on = true'}\n```"
    if rule.options:
        yield "Deze opties zet u bij `options`. Zie [Instellingen](../instellingen.md)."
        yield "\n".join(["| optie | nu | wat het doet |", "| --- | --- | --- |", *map(_option, rule.options)])


def _option(option: RuleOption) -> str:
    value = "–" if option.value is None else f"<code>{_text(value_says(option.value))}</code>"
    usual = ""
    if option.default not in (option.value, None):
        usual = f" Gewoon is <code>{_text(value_says(option.default))}</code>."
    kind = option.type[:1].upper() + option.type[1:]
    return f"| `{option.name}` | {value} | {_text(f'{kind}. {option.description}')}{usual} |"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield _text(paragraph)


def _linked(text: str) -> str:
    """Return ``text`` with its addresses as links."""
    return "".join(f"<{part}>" if number % 2 else _text(part) for number, part in enumerate(_ADDRESS.split(text)))


def _text(text: str) -> str:
    """Return ``text`` on one line, as Markdown that shows just that."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _html(text: str) -> str:
    """Return ``text`` as HTML on one line, so that Markdown takes it as it is; its own lines stay lines."""
    return "<br>".join(html.escape(line, quote=False) for line in text.strip().splitlines())
