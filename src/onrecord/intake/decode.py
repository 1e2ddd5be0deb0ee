"""In which encoding were the bytes written?

Asked in this order: byte order mark; zero bytes of UTF-16 and UTF-32; UTF-8, which hardly any other text fits;
what a page declares, unless the words then come out as strings of accented letters ("Ïðåçèäåíò"); Windows-1252
for text that is nearly all ASCII (curly quotes, one accented name); charset-normalizer. A few broken bytes show
as U+FFFD and spoil no text.
"""

import codecs
import re
from collections.abc import Iterator

from onrecord.intake.sniff import looks_wide

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""Labels that pages use for a wider encoding than the one they name (WHATWG Encoding Standard)."""

_FULL_RANGE = re.compile("[\u00c0-\u00ff]")
_LETTER = re.compile(r"[^\W\d_]")
_MAC_QUOTES = re.compile(r"\w\u00d5(?:s|t|re|ve|ll)\b|(?:^|\s)\u00d2\w|[.,!?]\u00d3(?:\s|$)")


def decode(data: bytes) -> str | None:
    """Return `data` as text without its byte order mark, `None` when no encoding fits."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _mended(data[len(bom) :], codec)
    wide = looks_wide(data)
    if wide is not None:
        return _mended(data, wide)
    if b"\x1b" not in data:
        text = _mended(data, "utf-8")
        if text is not None:
            return text
    for codec in _candidates(data):
        text = _decoded(data, codec)
        if text is not None and _is_plausible(text):
            return text
    from charset_normalizer import from_bytes  # rarely needed, and slow to load

    best = from_bytes(data).best()
    return _decoded(data, "utf-8") if best is None else str(best)


def _candidates(data: bytes) -> Iterator[str]:
    """Give the encodings to try before guessing, likeliest first."""
    match = _DECLARED.search(data[:4096]) if b"<" in data[:1024] else None
    if match is not None:
        try:
            codec = codecs.lookup(match[1].decode("ascii")).name
        except LookupError:
            codec = ""
        if codec and codec != "utf-8":
            yield _AS_BROWSERS_DO.get(codec, codec)
    if b"\x1b$" in data or b"\x1b(" in data:
        yield "iso2022_jp"
    high = sum(byte >= 0x80 for byte in data[:200000])
    if high <= 0.06 * len(data[:200000]):
        yield "mac_roman" if _MAC_QUOTES.search(data[:200000].decode("latin-1")) else "cp1252"


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes, codec: str) -> str | None:
    """Return `data` in `codec`, U+FFFD for a few broken bytes among many sound ones; `None` where more are broken."""
    text = _decoded(data, codec)
    if text is not None:
        return text
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken if codec == "utf-8" else len(text) - broken
    return text if sound > 4 * broken else None


def _is_plausible(text: str) -> bool:
    """Return whether the letters could be a language's: none writes more than a third of them accented."""
    letters = _LETTER.findall(text[:200000])
    foreign = [letter for letter in letters if letter > "\x7f"]
    return len(foreign) < 8 or len(_FULL_RANGE.findall("".join(letters))) <= 0.3 * len(letters)
