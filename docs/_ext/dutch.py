"""Dutch for the words that the theme says in English only: most of them cannot be reached by a translation file."""

from __future__ import annotations

import re

_WORDS = {
    ">Skip to content<": ">Naar de tekst<",
    "<span>Next</span>": "<span>Volgende</span>",
    "<span>Previous</span>": "<span>Vorige</span>",
    "<div>Home</div>": "<div>Begin</div>",
    "<span>Back to top</span>": "<span>Naar boven</span>",
    "<title>Contents</title>": "<title>Inhoud</title>",
    "<title>Expand</title>": "<title>Open</title>",
    "<title>Light mode</title>": "<title>Licht</title>",
    "<title>Dark mode</title>": "<title>Donker</title>",
    "<title>Auto light/dark, in light mode</title>": "<title>Zoals uw computer: licht</title>",
    "<title>Auto light/dark, in dark mode</title>": "<title>Zoals uw computer: donker</title>",
    'aria-label="Toggle site navigation sidebar"': 'aria-label="Menu openen of sluiten"',
    'aria-label="Toggle table of contents sidebar"': 'aria-label="Inhoud van deze pagina openen of sluiten"',
    'aria-label="Toggle Light / Dark / Auto color theme"': 'aria-label="Licht, donker of zoals uw computer"',
    'aria-label="Toggle navigation of ': 'aria-label="Open of sluit: ',
    'title="Link to this heading"': 'title="Link naar deze kop"',
    'title="Permalink to this heading"': 'title="Link naar deze kop"',
    '<span class="toc-title">\n            Contents': '<span class="toc-title">\n            Inhoud',
}
_MADE = re.compile(r"Made with (<a [^>]*>Sphinx</a>) and <a [^>]*>@pradyunsg</a>'s\s+(<a [^>]*>Furo</a>)")


def page(text: str) -> str:
    """Return a page of the theme with its own words in Dutch."""
    for english, dutch in _WORDS.items():
        text = text.replace(english, dutch)
    return _MADE.sub(r"Gemaakt met \1 en \2", text)
