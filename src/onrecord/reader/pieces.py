"""Turns words into what the encoder takes: word pieces, and for each its word's shape and place among quote marks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

MOST_PIECES_A_WORD = 12
SHAPES = 10
QUOTE_STATES = 4
_OPENING, _CLOSING = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one window, the shape and quote state of each, and the number of each word's first piece."""

    ids: list[int]
    shapes: list[int]
    quotes: list[int]
    first: list[int]


def shape(word: str) -> int:
    """Return the class of `word` by case and digits; 0 is kept for padding."""
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 2 if len(word) > 1 else 3
        return 4 if word[0].isupper() and word[1:].islower() else 5
    if any(c.isdigit() for c in word):
        return 6
    if any(c.isalpha() for c in word):
        return 7 if word[0].isupper() else 8
    return 9


def quote_states(words: Sequence[str], starts: Collection[int] = ()) -> list[int]:
    """Return for each word whether it stands outside double quote marks (0), inside (1), opens (2) or closes (3).

    Before each of the words `starts` a paragraph ends, and with it what a mark opened there.
    """
    out, is_open = [], False
    for number, word in enumerate(words):
        is_open = is_open and number not in starts
        if word in _OPENING or (word == '"' and not is_open):
            out.append(2)
            is_open = True
        elif word in _CLOSING or word == '"':
            out.append(3)
            is_open = False
        else:
            out.append(int(is_open))
    return out


def pieces_of(words: Sequence[str], tokenizer: Tokenizer, starts: Collection[int] = ()) -> Pieces:
    """Return the pieces of `words`, each word cut by itself and never longer than a dozen pieces.

    `starts`: the words with which a paragraph begins; before each but the first word stands the piece that ends a text.
    """
    unknown, opening, closing = (tokenizer.token_to_id(mark) or 0 for mark in ("[UNK]", "[CLS]", "[SEP]"))
    ids, shapes, quotes, first = [opening], [0], [0], []
    cut_words = tokenizer.encode_batch(list(words), add_special_tokens=False)
    for number, (word, state, found) in enumerate(zip(words, quote_states(words, starts), cut_words, strict=True)):
        if number and number in starts:
            ids, shapes, quotes = [*ids, closing], [*shapes, 0], [*quotes, 0]
        cut = found.ids[:MOST_PIECES_A_WORD] or [unknown]
        first.append(len(ids))
        ids += cut
        shapes += [shape(word)] * len(cut)
        quotes += [state] * len(cut)
    return Pieces([*ids, closing], [*shapes, 0], [*quotes, 0], first)
