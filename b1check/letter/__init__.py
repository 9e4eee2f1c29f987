"""What a letter is: its parts, and what it asks, promises and must hold."""
