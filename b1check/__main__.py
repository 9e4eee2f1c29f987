"""``python -m b1check`` is the command ``b1check``."""

from b1check.cli import main

main()
