"""Word tables as data: reads the YAML files beside this one."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.errors import BrokenVocabulary

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """Return the word table `name` (`hedges`, `events` ...), a mapping at its top. Do not change it.

    Raises:
        BrokenVocabulary: There is no such table, or it is not a mapping.
    """
    source = files("onrecord.vocab").joinpath(f"{name}.yaml")
    if not source.is_file():
        raise BrokenVocabulary(name, "no such table")
    table = yaml.load(source.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(table, dict):
        raise BrokenVocabulary(name, f"expected a mapping at the top, found {type(table).__name__}")
    return table


@cache
def load_pattern(name: str, key: str) -> re.Pattern[str]:
    """Return the pattern under `key` of the word table `name`, case ignored.

    Raises:
        BrokenVocabulary: There is no such table.
    """
    return re.compile(load_table(name)[key], re.IGNORECASE)
