"""What the package promises to importers, and that its words are explained."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import onrecord

_ROOT = Path(__file__).parent.parent
_MODULES = [module.name for module in pkgutil.walk_packages(onrecord.__path__, "onrecord.")]
_GLOSSARY = (_ROOT / "docs/glossary.md").read_text(encoding="utf-8")


def _model_classes() -> list[str]:
    names = []
    for path in sorted((_ROOT / "src/onrecord/model").glob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names += [node.name for node in body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    return names


def test_public_names_are_sorted_and_there() -> None:
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


@pytest.mark.parametrize("name", _MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    if name.endswith("__main__"):
        return
    assert (importlib.import_module(name).__doc__ or "").strip(), f"{name} has no docstring"


@pytest.mark.parametrize("name", _model_classes())
def test_every_noun_of_the_model_is_in_the_glossary(name: str) -> None:
    assert re.search(rf"`{name}`", _GLOSSARY), f"docs/glossary.md does not name `{name}`"
