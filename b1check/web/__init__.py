"""Pages of a website: fetched politely, one at a time, and never more than was asked for."""
