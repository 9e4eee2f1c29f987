"""Documents: how a file becomes blocks of plain text that know where they stand in the source."""
