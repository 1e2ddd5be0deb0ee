"""Frozen rows as plain JSON, and back, led by their annotations.

`from_plain(kind, to_plain(row)) == row` for every row made of dataclasses, tuples, `Span`s, strings,
numbers and `None`.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.model.span import Span

HIDDEN = {"blocks"}  # how the markup cut the text: the passages say it better


def to_plain(value: Any) -> Any:
    """Return frozen rows as plain dicts and lists, ready for `json.dumps`; a span is `[start, end]`."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value) if field.name not in HIDDEN}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def from_plain(kind: Any, value: Any) -> Any:
    """Return `value` (plain JSON) as an instance of the annotated type `kind`.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: A key is missing or of the wrong kind.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _build_union(get_args(kind), value)
    if origin is Literal:
        return _checked(value, lambda: value in get_args(kind), f"one of {get_args(kind)}")
    if origin is tuple:
        return tuple(from_plain(get_args(kind)[0], part) for part in value)
    if kind is Span:
        return Span(*value)
    if is_dataclass(kind):
        return _build_row(kind, value)
    plain = getattr(kind, "__supertype__", kind)
    if isinstance(plain, type) and issubclass(plain, str) and plain is not str:
        return plain(value)
    return _checked(value, lambda: isinstance(value, plain), plain.__name__)


def _build_row(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    return kind(
        **{f.name: from_plain(hints[f.name], value[f.name]) for f in fields(kind) if f.init and f.name in value}
    )


def _build_union(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    for kind in (kind for kind in kinds if kind is not NoneType):
        try:
            return from_plain(kind, value)
        except (TypeError, ValueError):
            continue
    raise ValueError(f"{value!r} is none of {kinds}")


def _checked(value: Any, is_right: Callable[[], bool], expected: str) -> Any:
    if not is_right():
        raise ValueError(f"{value!r}; expected {expected}")
    return value
