"""Where do the built index and the user's own places lie: `ONRECORD_HOME`, else the XDG folders."""

import os
from collections.abc import Mapping
from pathlib import Path


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what the user gave and what cannot be made again."""
    if home := environ.get("ONRECORD_HOME"):
        return Path(home)
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "onrecord"


def cache_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what can be made again at any time."""
    if home := environ.get("ONRECORD_HOME"):
        return Path(home) / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord"
