"""Reporters: one function each, from a report or a run to what the user reads."""
