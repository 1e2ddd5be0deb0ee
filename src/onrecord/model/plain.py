"""Frozen rows as plain JSON, and back, led by their annotations.

`from_plain(kind, to_plain(row)) == row` for every row made of dataclasses, tuples, `Span`s, strings,
numbers and `None`. How a kind is built is worked out once; ledgers build millions of rows.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.model.span import Span

HIDDEN = {"blocks"}  # how the markup cut the text: the passages say it better

Build = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Return frozen rows as plain dicts and lists, ready for `json.dumps`; a span is `[start, end]`."""
    kind = type(value)
    if kind is str or value is None or kind is int:
        return value
    if kind is Span:
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    names = field_names(kind)
    if names is not None:
        return {name: to_plain(getattr(value, name)) for name in names if name not in HIDDEN}
    return value


def field_names(kind: type) -> tuple[str, ...] | None:
    """Return the names of a dataclass's fields, `None` for any other class."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[str, ...] | None] = {}  # filled by `field_names`: it is asked for every row of every record


def from_plain(kind: Any, value: Any) -> Any:
    """Return `value` (plain JSON) as an instance of the annotated type `kind`.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: A key is missing or of the wrong kind.
    """
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Build:
    """Return the function that builds a `kind` from plain JSON."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _union(get_args(kind))
    if origin is Literal:
        return _literal(get_args(kind))
    if origin is tuple:
        part = _builder(get_args(kind)[0])
        return lambda value: tuple([part(one) for one in value])
    if kind is Span:
        return lambda value: Span(*value)
    if is_dataclass(kind):
        return _row(kind)
    plain = getattr(kind, "__supertype__", kind)
    if get_origin(plain) is not None:
        return _builder(plain)
    if isinstance(plain, type) and issubclass(plain, str) and plain is not str:
        return plain
    return _instance(plain)


def _row(kind: Any) -> Build:
    builders: list[tuple[str, Build]] = []

    def build(value: Any) -> Any:
        if not builders:  # on first use: a kind may hold itself
            hints = get_type_hints(kind)
            builders.extend((f.name, _builder(hints[f.name])) for f in fields(kind) if f.init)
        return kind(**{name: make(value[name]) for name, make in builders if name in value})

    return build


def _union(kinds: tuple[Any, ...]) -> Build:
    makers = [_builder(kind) for kind in kinds if kind is not NoneType]
    is_optional = NoneType in kinds

    def build(value: Any) -> Any:
        if value is None and is_optional:
            return None
        for make in makers:
            try:
                return make(value)
            except (TypeError, ValueError):
                continue
        raise ValueError(f"{value!r} is none of {kinds}")

    return build


def _literal(known: tuple[Any, ...]) -> Build:
    def build(value: Any) -> Any:
        if value not in known:
            raise ValueError(f"{value!r}; expected one of {known}")
        return value

    return build


def _instance(kind: type) -> Build:
    def build(value: Any) -> Any:
        if not isinstance(value, kind):
            raise ValueError(f"{value!r}; expected {kind.__name__}")
        return value

    return build
