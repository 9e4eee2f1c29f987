"""What the exit code of the command says."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; scripts and CI rely on them."""

    CLEAN = 0
    """Everything was checked, and nothing reached the fail level."""
    FINDINGS = 1
    """Everything was checked, and there are findings at or above the fail level."""
    ERROR = 2
    """Wrong use, something that could not be read, or a fault in b1check."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C (128 + SIGINT)."""
    BROKEN_PIPE = 141
    """Whoever read the output stopped reading (128 + SIGPIPE)."""
