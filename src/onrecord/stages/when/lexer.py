"""Which words of a passage can tell a time, and as what?

"early on 10 May" becomes four tokens of the classes EARLY, on, NUM, MONTH. Each class is one
character, so a passage is a string of classes and the grammar (`pattern`) plain regular expressions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.errors import BrokenVocabulary

OTHER = "."
"""The symbol of every word that tells no time."""

_TOKEN = re.compile(
    r"""
    (?P<ISO> \b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?![\w-]) )
  | (?P<DTG> \b\d{6}\s?(?:[Zz]|[A-IK-Z](?=\s?[A-Z]{3}\b))(?!\w) )
  | (?P<DMY> \b\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\.?\d|%|/) )
  | (?P<CLOCK> \b\d{1,2}(?:[:.][0-5]\d)(?::[0-5]\d)?(?=\s?(?:[ap]\.?m\b|[AP]\.?M\b))
      | \b[012]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]) )
  | (?P<NTH> \b\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b )
  | (?P<DECADE> (?<![\w.,])(?:\d{3}0|[’'‘]\d0)[’']?s\b )
  | (?P<SHORTYEAR> (?<!\w)[’'‘]\d\d\b(?!s) )
  | (?P<NUM> (?<![\w.,$€£])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w%])
      | (?<![\w.,$€£])\d+(?:\.\d+)?(?=(?:[ap]m|hrs?|h)\b|[AP]M\b|\b)(?!%|\.\d|[/:]\d) )
  | (?P<APOS> [’']s\b | (?<=s)[’'](?=\s) | (?<=S)[’'](?=\s) | [’']S\b )
  | (?P<HM> \b[ap]\.\s?m\.?(?!\w) | \b[AP]\.\s?M\.?(?!\w) )
  | (?P<SHORT> \b(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun|ca
      |JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\. )
  | (?P<ERA> \bB\.\s?C\.(?:\s?E\.)? | \bA\.\s?D\. | \bC\.\s?E\. )
  | (?P<ABBR> \b(?:U\.S\.|U\.N\.|U\.K\.|[A-Z]\.(?=\s?[A-Z])) )
  | (?P<FISCAL> \b(?:FY|fy)\s?(?:\d{4}|[’'‘]?\d\d)(?:[/–-](?:\d{4}|\d\d))?(?!\w) )
  | (?P<PIECE> \b[QH][1-4]\b )
  | (?P<WORD> [^\W\d_]+(?:[’'](?!s\b|S\b)[^\W\d_]+)* | \w+ )
  | (?P<MARK> [-‐‑–—,.:;()/"“”\[\]!?~<>] | \n(?=\s*\n) )
    """,
    re.VERBOSE,
)
_MARKS = {"‐": "-", "‑": "-", "—": "–", "“": '"', "”": '"', "[": "(", "]": ")", "!": ";", "?": ";"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at characters `start` to `end` of the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one passage and the string of their classes, one character a token."""

    tokens: tuple[Token, ...]
    symbols: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their class symbol and value; `symbol` gives the character of a class or literal word."""

    words: Mapping[str, tuple[str, Any]]
    symbol: Mapping[str, str]

    def value(self, token: Token) -> Any:
        """Return the value the word table gives this word, `None` where it has none."""
        return self.words.get(token.text.lower().rstrip("."), (None, None))[1]


SHAPES = (
    "ISO", "DTG", "DMY", "CLOCK", "NTH", "DECADE", "SHORTYEAR", "NUM", "YEAR", "DAY", "BIGNUM", "APOS", "HM", "ERA",
    "FISCAL", "PIECE",
)  # fmt: skip


def lexicon_of(classes: Mapping[str, Mapping[str, Any]], literals: frozenset[str]) -> Lexicon:
    """Return the lexicon of these word classes and of the literal words and marks that patterns name."""
    if clash := sorted(literals & {word for entries in classes.values() for word in entries}):
        raise BrokenVocabulary("times", f"patterns name words that stand in a class: {', '.join(clash)}")
    names = (*SHAPES, *classes, *sorted(literals))
    symbol = {name: chr(0xE000 + i) for i, name in enumerate(names)}
    words: dict[str, tuple[str, Any]] = {word: (symbol[word], None) for word in literals}
    for name, entries in classes.items():
        words.update({word: (symbol[name], value) for word, value in entries.items()})
    return Lexicon(words, symbol)


def read_line(text: str, start: int, end: int, *, lexicon: Lexicon) -> Line:
    """Return the tokens of characters `start` to `end` of `text`."""
    tokens: list[Token] = []
    symbols: list[str] = []
    words, symbol = lexicon.words, lexicon.symbol
    for match in _TOKEN.finditer(text, start, end):
        kind, said = match.lastgroup, match[0]
        tokens.append(Token(said, match.start(), match.end()))
        if kind == "WORD":
            known = words.get(said) or words.get(said.lower())
            symbols.append(known[0] if known else OTHER)
        elif kind == "MARK":
            known = words.get(_MARKS.get(said, said))
            symbols.append(known[0] if known else OTHER)
        elif kind == "SHORT":
            symbols.append(words[said[:-1].lower()][0])
        elif kind == "NUM":
            symbols.append(symbol[_number_kind(said)])
        elif kind in ("DMY", "sep"):
            symbols.append(symbol["DMY"])
        else:
            symbols.append(symbol.get(kind or "", OTHER))
    return Line(tuple(tokens), "".join(symbols))


def _number_kind(said: str) -> str:
    if said.isdigit():
        if len(said) == 4 and "1000" <= said <= "2199":
            return "YEAR"
        if len(said) <= 2 and 1 <= int(said) <= 31:
            return "DAY"
        return "NUM" if len(said) <= 3 else "BIGNUM"
    return "BIGNUM" if "," in said else "NUM"
