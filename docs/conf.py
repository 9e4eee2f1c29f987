"""Settings of the documentation: ``sphinx-build -W docs build/docs`` makes the site, without a network."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "b1check"
author = "b1check"
release = metadata.version("b1check")
language = "nl"

extensions = ["myst_parser", "b1site"]
exclude_patterns = ["_ext", "_build", "voorbeelden"]
nitpicky = True
myst_heading_anchors = 3
smartquotes = False  # quotes and dashes are as we write them

html_theme = "furo"
html_title = "b1check"
html_favicon = "../editors/vscode/media/icon.svg"
html_static_path = ["_static"]
html_css_files = ["b1check.css"]
html_js_files = ["dutch.js", "scrolling.js"]
html_extra_path = [path.name for path in Path(__file__).parent.glob("*.schema.json")]  # at an address that stays
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
