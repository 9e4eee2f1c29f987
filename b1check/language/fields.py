"""Merge fields: the places in an example letter where a program fills in a name, a date or an amount."""

from __future__ import annotations

import re

FIELD = re.compile(
    r"«[^»\n]{1,60}»"  # Word
    r"|\{\{[^}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}"  # systems for letters and pages
    r"|\[[a-zA-Z][^\]\n]{0,40}\]"  # typed by hand
    r"|(?<![\w<])<[a-zA-Z][^<>@\n]{0,40}>"  # LibreOffice, or typed; an address between < and > has an @ in it
)
_SIGNS = ("«", "{", "[", "<")


def places(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the fields stand in ``text``, in order; most texts have none, and that is cheap to see."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    return tuple(found.span() for found in FIELD.finditer(text))
