"""How a rule of the time grammar is written down, and how it is run.

A pattern is words parted by spaces: CAPITALS name a class of `vocab/times.yaml` or a shape of the
lexer, small letters and marks stand for themselves, `a|b` and `( )` and `? * +` mean what they mean
in regular expressions, `name:X` keeps what X matched under a name.

    part:EARLY? -? month:MONTH ,? year:YEAR      "early May 1989", "mid-May, 1989"
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.stages.when.lexer import Lexicon, Line, Token
from onrecord.stages.when.meaning import Meaning

_PIECE = re.compile(
    r"(?P<name>[a-z_0-9]+):(?=\S)|(?P<open>[(|)])|(?P<word>[A-Za-z'][\w']*|[-–,.:;/\"~])|(?P<many>[?*+])|\s+|\\(?P<mark>[()])"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule matched: tokens of `line` by the names of its pattern."""

    line: Line
    match: re.Match[str]
    lexicon: Lexicon
    groups: Mapping[str, tuple[str, ...]]

    @property
    def start(self) -> int:
        """Return the number of the first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Return the number after the last token."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Return whether something matched under `name`."""
        return self._group(name) is not None

    def tokens(self, name: str) -> tuple[Token, ...]:
        """Return the tokens that matched under `name`, none where nothing did."""
        group = self._group(name)
        return self.line.tokens[self.match.start(group) : self.match.end(group)] if group is not None else ()

    def at(self, name: str) -> tuple[int, int]:
        """Return the numbers of the first token under `name` and of the one after the last; all tokens without it."""
        group = self._group(name)
        return self.match.span(group) if group is not None else self.match.span()

    def is_a(self, name: str, symbol: str) -> bool:
        """Return whether the first word under `name` is of the class `symbol`."""
        return self.has(name) and self.line.symbols[self.at(name)[0]] == self.lexicon.symbol[symbol]

    def _group(self, name: str) -> str | None:
        return next((group for group in self.groups.get(name, ()) if self.match[group]), None)

    def word(self, name: str) -> str:
        """Return the first word that matched under `name` in small letters, empty where none did."""
        tokens = self.tokens(name)
        return tokens[0].text.lower() if tokens else ""

    def words(self, name: str) -> str:
        """Return all words that matched under `name`, in small letters, parted by spaces."""
        return " ".join(token.text.lower() for token in self.tokens(name))

    def value(self, name: str) -> Any:
        """Return the value the word table gives the first word under `name`, `None` where nothing matched."""
        tokens = self.tokens(name)
        return self.lexicon.value(tokens[0]) if tokens else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means. `build` may refuse what it matched by returning `None`."""

    pattern: str
    build: Callable[[Hit], Meaning | None]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to run over strings of classes."""

    regex: re.Pattern[str]
    groups: Mapping[str, tuple[str, ...]]
    build: Callable[[Hit], Meaning | None]


def literals_of(rules: Iterable[Rule], classes: Iterable[str]) -> frozenset[str]:
    """Return the literal words and marks the patterns name."""
    found = set()
    for rule in rules:
        for piece in _PIECE.finditer(rule.pattern):
            word = piece["word"] or piece["mark"]
            if word and not word.isupper():
                found.add(word)
    return frozenset(found)


def compile_rule(rule: Rule, lexicon: Lexicon) -> CompiledRule:
    """Return the rule with its pattern as a regular expression over class symbols.

    Raises:
        ValueError: The pattern holds something that is no piece, or names a class that does not exist.
    """
    out: list[str] = []
    groups: dict[str, list[str]] = {}
    opener, at = "(?:", 0
    while at < len(rule.pattern):
        piece = _PIECE.match(rule.pattern, at)
        if piece is None:
            raise ValueError(f"pattern {rule.pattern!r} is not understood at {at}: {rule.pattern[at:]!r}")
        at = piece.end()
        if (name := piece["name"]) is not None:
            groups.setdefault(name, []).append(f"{name}_{len(out)}")
            opener = f"(?P<{name}_{len(out)}>"
            continue
        if piece["open"]:
            out.append(opener if piece["open"] == "(" else piece["open"])
        elif piece["many"]:
            out.append(piece["many"])
        elif (word := piece["word"] or piece["mark"]) is not None:
            out.append(_symbol(word, rule, lexicon) if opener == "(?:" else f"{opener}{_symbol(word, rule, lexicon)})")
        else:
            continue
        opener = "(?:"
    regex = re.compile("".join(out))
    return CompiledRule(regex, {name: tuple(found) for name, found in groups.items()}, rule.build)


def _symbol(word: str, rule: Rule, lexicon: Lexicon) -> str:
    if word not in lexicon.symbol:
        raise ValueError(f"pattern {rule.pattern!r} names {word!r}, which is no class")
    return lexicon.symbol[word]
