"""The marks of template languages such as Jinja, Liquid and Handlebars in the text of a page.

A mark that a program replaces by words, such as ``{{ naam }}``, stays in the text. One that only steers the program,
such as ``{% if nieuw %}``, is no text that anybody reads. Neither is markup, whatever signs stand in it.
"""

from __future__ import annotations

import re

_MARK = re.compile(
    r"\{\{\{[^{}]{0,300}\}\}\}"
    r"|\{\{[^{}]{0,300}\}\}"
    r"|\{%(?:[^%]|%(?!\})){0,300}%\}"
    r"|\{#(?:[^#]|#(?!\})){0,300}#\}"
)
STEERING = re.compile(
    r"\{%(?:[^%]|%(?!\})){0,300}%\}"
    r"|\{#(?:[^#]|#(?!\})){0,300}#\}"
    r"|\{\{[-~]?\s*(?:[#/^!>&%<]|else\b)[^{}]{0,300}\}\}"
)
"""A mark that steers the program."""

_OTHERWISE = re.compile(r"\{[{%][-~+]?\s*(?:else|elif|elsif|elseif|when|case)\b|\{\{[-~]?\s*\^")

_SIGNS = str.maketrans(dict.fromkeys("<>&\"'=", "x"))


def is_between_choices(mark: str) -> bool:
    """Tell whether a mark that steers the program stands between texts of which a reader gets one."""
    return bool(_OTHERWISE.match(mark))


def masked(text: str) -> str:
    """Return ``text`` at the same length, without signs inside a mark that would be taken for markup."""
    if not has_marks(text):
        return text
    return _MARK.sub(lambda mark: mark[0].translate(_SIGNS), text)


def has_marks(text: str) -> bool:
    """Tell whether there may be a mark in ``text``; most texts have none, and that is cheap to see."""
    return "{{" in text or "{%" in text or "{#" in text
