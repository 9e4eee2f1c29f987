"""What each rule is set to: the profile, what the municipality agreed on, and at last what the settings say of a rule.

A profile is a file in ``b1check/profiles`` in the form of a configuration file. It changes rules and nothing else, so
that everything it does can be undone in ``b1check.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from b1check.config import Config, RuleSettings, Terms

_PROFILES = Path(__file__).resolve().parent / "profiles"


def effective(config: Config) -> dict[str, RuleSettings]:
    """Return the settings by name of the rule; a later source wins for every single option."""
    settings: dict[str, RuleSettings] = {}
    sources = (profile(config.profile).items(), _preferences(config), _agreed(config.terms), config.rules.items())
    for source in sources:
        for name, rule in source:
            settings[name] = rule.over(settings.get(name, RuleSettings()))
    return settings


@cache
def profile(name: str) -> Mapping[str, RuleSettings]:
    """Return what the profile called ``name`` changes, by name of the rule."""
    with (_PROFILES / f"{name}.toml").open("rb") as file:
        rules: dict[str, Any] = tomllib.load(file).get("rules", {})
    return {rule: RuleSettings.model_validate(settings) for rule, settings in rules.items()}


def _preferences(config: Config) -> Iterator[tuple[str, RuleSettings]]:
    if config.address:
        yield "u-en-je-gemengd", RuleSettings(options={"form": config.address})
    if config.servicenormen:
        yield "belofte-wijkt-af-van-servicenorm", RuleSettings(on=True, options={"norms": config.servicenormen})
    if config.numbers:
        yield "telwoord-of-cijfer", RuleSettings(options={"form": config.numbers})


def _agreed(terms: Terms) -> Iterator[tuple[str, RuleSettings]]:
    if terms.preferred or terms.forbidden:
        words = {"words": terms.preferred, "forbidden": terms.forbidden}
        yield "afgesproken-woord", RuleSettings(on=True, options=words)
    if terms.explanations:
        yield "afgesproken-uitleg", RuleSettings(on=True, options={"explanations": terms.explanations})
