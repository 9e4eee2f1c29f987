"""The rulebook: rules are data (``rules/*/*.toml``) plus a kind of detection (``kinds/``)."""
