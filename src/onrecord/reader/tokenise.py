"""Cuts text into words as Universal Dependencies does: contractions, hyphens and money signs stand apart."""

import re

from onrecord.model.span import Span

_TITLES = "mr|mrs|ms|dr|gen|col|lt|maj|sgt|capt|brig|gov|sen|rep|rev|prof|st|jr|sr|vs|etc|inc|corp|co|ltd"
_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]     # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?:[^\W\d_]\.){{2,}}                                # U.S.
  | (?<!\w)[A-Z]\.(?=[ ]?[A-Z][a-z])                   # J. Okello
  | (?i:\b(?:{_TITLES}|{_MONTHS})\.)                    # Gen.
  | (?<![\w-])\d{{3}}-\d{{3}}-\d{{4}}\b
  | (?>\d+(?:[.,:/]\d+)*)(?:st|nd|rd|th|s)?\b           # 1,200  1.9  12/20  4th
  | \d+(?:[.,:/]\d+)*
  | (?i:(?<=[a-z])n['’]t\b)                             # do|n't
  | (?i:[a-z]+?(?=n['’]t\b))
  | (?i:['’](?:s|re|ve|ll|d|m)\b)                       # Israel|'s
  | (?i:\b(?:can(?=not\b)|(?:do|did|does|wo|ca|is|was|could|would|should)(?=nt\b)|gon(?=na\b)|wan(?=na\b)))
  | (?i:(?<=can)not\b | (?<=do|wo|ca|is)nt\b | (?<=did|was)nt\b | (?<=does)nt\b | (?<=could|would)nt\b
      | (?<=should)nt\b | (?<=gon|wan)na\b)
  | (?i:e-?mails?\b)
  | [A-Z]+&[A-Z]+\b                                    # AT&T
  | [^\W\d_]+['’](?!(?i:s|re|ve|ll|d|m|t)\b)[^\W\d_]+    # Shi'ite  Sana'a  O'Brien
  | [^\W\d_][^\W_]*                                     # words
  | [:;]-?[()DP](?!\w) | <3(?!\w)
  | \.{{2,}} | -{{2,}} | _+ | [!?]{{2,}} | <<+ | >>+ | \*+ | =+ | ~+ | \#{{2,}} | ''| ’’ | ‘‘ | ``
  | \S
    """,
    re.VERBOSE,
)


def tokenise(text: str, *, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the spans of the words of `text` between `start` and `end`, in order."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text, start, len(text) if end is None else end))
