"""Readers of the corpora the model is trained and measured on, as lists of `Example`."""
