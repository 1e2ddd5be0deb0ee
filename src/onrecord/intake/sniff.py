"""What do the bytes hold: text, a web page, or something that is no text at all?"""

import codecs
import re

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"PK\x03\x04", "ZIP or office document"),
    (b"PK\x05\x06", "ZIP archive"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf'\x1c", "7z archive"),
    (b"Rar!", "RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3", "SQLite database"),
    (b"PAR1", "Parquet"),
    (b"ID3", "audio"),
    (b"OggS", "audio or video"),
)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|p|h[1-6]|ul|ol|table|blockquote|figure|br)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h[1-6]|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


def what_binary(data: bytes) -> str | None:
    """Return what kind of binary file `data` is, `None` for text. UTF-16 and UTF-32 are text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(_BOMS):
        return None
    head = data[:65536]
    if looks_wide(head) is not None:
        return None
    is_binary = head.count(0) > 0.001 * len(head) or len(_CONTROL.findall(head)) > 0.05 * len(head)
    return "control characters" if is_binary else None


def looks_wide(data: bytes) -> str | None:
    """Return the codec of UTF-16 or UTF-32 text that carries no byte order mark, `None` for any other bytes.

    Told by where the zero bytes are: news in any script is full of spaces, full stops and line ends.
    """
    head = data[: len(data[:8192]) // 4 * 4]
    if len(head) < 8 or b"\x00" not in head:
        return None
    for codec, width, lead in (
        ("utf-32-le", 4, (0,)),
        ("utf-32-be", 4, (3,)),
        ("utf-16-le", 2, (0,)),
        ("utf-16-be", 2, (1,)),
    ):
        rows = [head[at : at + width] for at in range(0, len(head), width)]
        plain = sum(all((row[at] == 0) != (at in lead) for at in range(width)) and row[lead[0]] >= 9 for row in rows)
        if plain >= 0.1 * len(rows) and _decodes(head, codec):
            return codec
    return None


def is_page(text: str) -> bool:
    """Return whether `text` is marked up as HTML, rather than text that mentions a tag."""
    head = text[:20000].lstrip("\ufeff")
    return _OPENS.match(head) is not None or len(_TAG.findall(head)) >= 4


def _decodes(head: bytes, codec: str) -> bool:
    try:
        text = codecs.decode(head, codec, "strict")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return "\x00" not in text
