"""Spelling and grammar from LanguageTool, beside our own findings: off by default, and never in the score."""
