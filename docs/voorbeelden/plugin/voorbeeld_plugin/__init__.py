"""Parts for b1check: a pack of rules, a reader of subtitles, and a report as a table in Markdown."""

from pathlib import Path

RULES = Path(__file__).with_name("regels")
