"""The marks that writers type in front of the items of a list."""

from __future__ import annotations

import re

# The last two are what Word's symbol fonts give for a bullet.
BULLETS = "-*•–—·▪●◦‣■✓✔➢\uf0b7\uf0a7"

# A lone sign of any symbol font at the start of a line is a bullet, whichever it is.
BULLET = re.compile(rf"[{re.escape(BULLETS)}\ue000-\uf8ff][ \t\u00a0]+(?=\S)|o(?:\t|[ \u00a0]{{2,}})[ \t\u00a0]*(?=\S)")
"""A bullet with the space after it; a letter o counts only with wide space after it."""

NUMBER = re.compile(r"(?:\(?\d{1,2}\)|\d{1,2}\.|\(?[a-z]\)|[a-z]\.)[ \t\u00a0]+(?=\S)")
"""A number or lower-case letter with a dot or bracket; a capital with a dot is the initial of a name."""
