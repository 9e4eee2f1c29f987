"""Tests of what is understood of letters."""
