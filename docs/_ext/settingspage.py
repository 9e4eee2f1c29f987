"""The page with all settings, made from their models.

``python docs/_ext/settingspage.py`` writes it again after a change. It stands in the project, not only on the site, so
that a code forge shows it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from b1check.config_schema import json_schema

PAGE = Path(__file__).resolve().parents[1] / "alle-instellingen.md"
_START = """\
# Alle instellingen op een rij

Dit kan er in `b1check.toml` staan. Hoe u het gebruikt, met voorbeelden, leest u bij [Instellingen](instellingen.md).

<!-- Gemaakt door docs/_ext/settingspage.py. Verander de tekst in b1check/config.py. -->
"""
_TABLES = {
    "Terms": ("[terms]", "De woorden van uw gemeente staan in een tabel met de naam `[terms]`."),
    "LanguageTool": ("[languagetool]", "Of LanguageTool meekijkt, staat in een tabel met de naam `[languagetool]`."),
    "RuleSettings": ("[rules.NAAM]", "Elke regel heeft een eigen tabel, zoals `[rules.lange-zin]`."),
    "Override": ("[[overrides]]", "Voor elke groep van teksten maakt u een eigen deel, met `[[overrides]]` erboven."),
}
_TYPES = {"string": "tekst", "boolean": "`true` of `false`", "integer": "heel getal", "number": "getal"}


def page() -> str:
    """Return the page in Markdown."""
    schema = json_schema()
    models: Mapping[str, Any] = schema["$defs"]
    top = schema["properties"]
    parts = [_START, "## In het bestand zelf\n", *_settings(top, models)]
    for model, (title, said) in _TABLES.items():
        parts += [f"## De tabel `{title}`\n", f"{said}\n"]
        inner = models[model]["properties"]
        same = [name for name, about in inner.items() if about["description"] == top.get(name, {}).get("description")]
        parts += _settings({name: about for name, about in inner.items() if name not in same}, models, f" in `{title}`")
        if same:
            parts.append(f"Deze instellingen betekenen hetzelfde als in het bestand zelf: {_listed(same, 'en')}.\n")
    return "\n".join(parts)


def _settings(properties: Mapping[str, Any], models: Mapping[str, Any], table: str = "") -> Iterator[str]:
    for name, about in properties.items():
        yield f"### `{name}`{table}\n"
        yield f"{about['description'].rstrip('.')}.\n"
        yield "\n".join(_lines(about, models)) + "\n"


def _lines(about: Mapping[str, Any], models: Mapping[str, Any]) -> Iterator[str]:
    yield f"- U vult in: {_kind(about, models)}"
    names = about.get("propertyNames", {}).get("enum")
    if names:
        yield f"- De namen in de tabel: {_listed(names, 'en')}"
    choices = _model(about.get("additionalProperties"), models).get("enum")
    if choices:
        yield "- De waarden in de tabel:"
        yield from (f"  - `{choice}`" for choice in choices)
    default = about.get("default")
    if isinstance(default, (str, bool, int, float)):
        yield f"- Zonder deze instelling: `{default}`"


def _kind(about: Mapping[str, Any], models: Mapping[str, Any]) -> str:
    """Return what a writer fills in."""
    if "$ref" in about:
        name = about["$ref"].rsplit("/", 1)[-1]
        return f"de tabel `{_TABLES[name][0]}`" if name in _TABLES else _kind(models[name], models)
    if "enum" in about:
        return _listed(about["enum"], "of")
    if "anyOf" in about:
        return " of ".join(dict.fromkeys(_kind(choice, models) for choice in about["anyOf"]))
    if about.get("type") == "array":
        inner = _ref(about.get("items"))
        return f"een of meer keer `{_TABLES[inner][0]}`" if inner in _TABLES else "een lijst met teksten"
    if about.get("type") == "object":
        values = about.get("additionalProperties", {})
        return _kind(values, models) if _ref(values) in _TABLES else "een tabel"
    return _TYPES[about["type"]]


def _model(about: object, models: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = models.get(_ref(about), {})
    return found


def _ref(about: object) -> str:
    return str(about.get("$ref", "")).rsplit("/", 1)[-1] if isinstance(about, Mapping) else ""


def _listed(values: list[str], word: str) -> str:
    *most, last = (f"`{value}`" for value in values)
    return f"{', '.join(most)} {word} {last}" if most else last


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
