"""How the embedded Dutch pipeline is made and measured; see README.md."""
