"""The words beside a time that decide whether it is one: the lists under `beside` in the word table `times`."""

from functools import cache

from onrecord.vocab.load import load_table


@cache
def beside(name: str) -> frozenset[str]:
    """Return the list `name`."""
    return frozenset(load_table("times")["beside"][name])
