"""Which characters of a decoded text are kept?

`"13\\xa0killed\\r\\n"` becomes `"13 killed\\n"`; `"civ\\xadilians"` becomes `"civilians"`.
"""

import re

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BLANK = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00a0\u2007\u202f]")
_LONE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` with one kind of line end, plain spaces, and no marks that show nothing.

    Half a surrogate pair, which no UTF-8 file can hold, becomes U+FFFD.
    """
    return _LONE.sub("\ufffd", _BLANK.sub(" ", _UNSEEN.sub("", _LINE_END.sub("\n", text))))
