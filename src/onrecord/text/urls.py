"""Which spellings of a web address are one page."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_NOISE = ("utm_", "fbclid", "gclid", "ref", "cmp", "smid", "ocid")


def url_key(url: str) -> str:
    """Return the key two addresses of one page share: no scheme, `www.`, fragment, tracking or closing slash."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    query = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(_NOISE)]
    path = parts.path.rstrip("/")
    return host + path + (f"?{urlencode(sorted(query))}" if query else "")
