"""The page for a communication team: ``b1check serve``. Nothing imports this but the command of that name."""
