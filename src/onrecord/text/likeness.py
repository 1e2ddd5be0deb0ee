"""Is this the same text once more, taken from another file or another markup?

`Orvane, 3 May – “At least 12 …”` as text and the same words taken from a web page differ in white
space, quotation marks and what stands above and below. A toll that went from 12 to 13 is another text.
"""

import re
from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from hashlib import blake2b, sha256

_WORD = re.compile(r"\w+")
_SHINGLE = 8
_N_SKETCH = 6
_MOST = (60, 30)  # words of furniture above or below (title, byline, links), and inside (a caption left out)
_MOST_ON_ONE_PAGE = (12, 3)
_LEAST_SHARED = 0.9


def words_of(text: str) -> list[str]:
    """Return the words of `text` without case, marks or white space."""
    return _WORD.findall(text.casefold())


def words_digest(text: str) -> str:
    """Return a hash that two texts share when their words are the same in the same order."""
    return sha256(" ".join(words_of(text)).encode("utf-8", "surrogatepass")).hexdigest()


def sketch(text: str) -> tuple[int, ...]:
    """Return a few numbers, at least one of which nearly all texts with nearly the same words share."""
    words = words_of(text)
    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = (blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs)
    return tuple(sorted(int.from_bytes(digest, "big") >> 1 for digest in hashes)[:_N_SKETCH])


def is_same_text(left: str, right: str, *, of_one_page: bool = False) -> bool:
    """Return whether `left` and `right` are one text, but for what page furniture adds and extraction drops.

    Words may stand above or below in one of them only (a title, a byline, a date), and a caption may be left
    out; but nowhere a number or a word of denial that the other does not have. Two texts `of_one_page` are held
    to more: there a sentence that came in or went is an edit, and makes another version.
    """
    ours, theirs = words_of(left), words_of(right)
    if ours == theirs:
        return True
    shorter = min(len(ours), len(theirs))
    if not shorter or abs(len(ours) - len(theirs)) > max(2 * _MOST[0], shorter // 4):
        return False
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < _LEAST_SHARED * shorter:
        return False
    most_at_edge, most_inside = _MOST_ON_ONE_PAGE if of_one_page else _MOST
    known = set(ours) & set(theirs)
    return all(
        _is_furniture(gap, known, most=most_at_edge if at_edge else most_inside)
        for gap, at_edge in _gaps(ours, theirs, blocks)
    )


Gap = tuple[list[str], list[str]]


def _gaps(ours: list[str], theirs: list[str], blocks: list[Match]) -> Iterator[tuple[Gap, bool]]:
    """Give what differs between the matching blocks, each with whether it stands at the edge of both texts."""
    i = j = 0
    for block in blocks:
        yield (ours[i : block.a], theirs[j : block.b]), i == j == 0
        i, j = block.a + block.size, block.b + block.size
    yield (ours[i:], theirs[j:]), True


def _is_furniture(gap: Gap, known: set[str], *, most: int) -> bool:
    ours, theirs = gap
    if ours and theirs:
        return "".join(ours) == "".join(theirs)
    words = _without_dates(ours + theirs)
    return len(words) <= most and all(word in known or not _weighs(word) for word in words)


def _without_dates(words: list[str]) -> list[str]:
    """Return `words` without those of dates and clock times: what a page puts around its text."""
    text = " ".join(words)
    return _DATE.sub(" ", text).split()


def _weighs(word: str) -> bool:
    return any(map(str.isdigit, word)) or word in _NUMBER_WORDS or word in _DENIALS


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: \d{{4}})?"
    r"|(?:19|20)\d\d \d\d \d\d|[012]?\d [0-5]\d(?: (?:am|pm|gmt|utc|est|cet|bst))?|\d{1,2} ?(?:am|pm)|(?:19|20)\d\d)\b"
)
_DENIALS = frozenset({"no", "not", "never", "none", "denied", "denies", "deny", "without", "correction", "retracted"})
_NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens
    hundreds thousands several scores""".split()  # noqa: SIM905  # a line of words reads better than a list
)
