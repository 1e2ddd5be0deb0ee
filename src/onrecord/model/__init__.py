"""The nouns of a record: frozen, one concept a file, no input or output."""
