"""Words for a moment that is no day of the calendar: "in de week van 4 mei", "eind juni", "voor de zomer", "morgen"."""

from __future__ import annotations

import re

from b1check.language import dates
from b1check.language.patterns import Pattern

_MONTH = "|".join(dates.MONTHS)
_YEAR = r"(?:\s+(?:19|20)\d\d)?"
_SEASON = (
    r"(?:(?:zomer|herfst|kerst|voorjaars|mei)?vakantie|bouwvak|zomer|herfst|winter|lente|voorjaar|najaar|weekend"
    r"|feestdagen|jaarwisseling|kerst|pasen|schooljaar|einde\s+van\s+(?:de|deze|het|dit)\s+(?:week|maand|jaar"
    r"|schooljaar))"
)
PATTERN = (
    rf"(?:in\s+de\s+week\s+(?:van|na)\s+(?:de\s+)?(?:{dates.PATTERN})|in\s+week\s+\d+"
    rf"|(?:in|eind|begin|half|medio)\s+(?:{_MONTH})\b{_YEAR}"
    rf"|in\s+de\s+(?:eerste|tweede|derde|vierde|laatste)\s+(?:week|helft)\s+van\s+\w+{_YEAR}"
    rf"|in\s+de\s+loop\s+van\s+(?:deze\s+|de\s+|volgende\s+)?\w+{_YEAR}"
    rf"|(?:deze|volgende|komende)\s+(?:week|maand)\b|(?:aanstaande|volgende|komende)\s+(?:{'|'.join(dates.WEEKDAYS)})\b"
    r"|vandaag|overmorgen|morgen(?:ochtend|middag|avond)?\b"
    rf"|(?:in|na|v(?:oo|óó|óo|oó)r)\s+(?:de|het|dit|deze)\s+{_SEASON}\b)"
)
"""Pattern of such words, for use in other patterns; match it without regard to capitals."""
VAGUE = Pattern(rf"\b{PATTERN}", re.IGNORECASE)
