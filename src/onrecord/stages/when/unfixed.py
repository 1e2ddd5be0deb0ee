"""The TIMEX3 values of what no calendar day is known for: "P10W", "XXXX-10-07", "XXXX-WXX-3"."""

from onrecord.stages.when.meaning import Calendar, Shift, Unit

_LENGTHS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "weekend": "P{}WE", "week": "P{}W",
    "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q", "half": "P{}M", "year": "P{}Y", "decade": "P{}DE",
    "century": "P{}CE", "millennium": "P{}ML",
}  # fmt: skip


def length_value(count: float | None, unit: Unit) -> str:
    """Return the TIMEX3 value of a stretch: "P10W", "PT24H", "PXM"."""
    if count is None:
        return _LENGTHS[unit].format("X")
    count = count * {"fortnight": 2, "half": 6}.get(unit, 1)
    return _LENGTHS[unit].format(int(count) if count == int(count) else count)


def open_value(meaning: Calendar) -> str:
    """Return the TIMEX3 value of a calendar place whose year or day is not known: "XXXX-10-07", "XXXX-WXX-3"."""
    time = ""
    if meaning.hour is not None:
        time = f"T{meaning.hour:02d}:{meaning.minute or 0:02d}{meaning.zone or ''}"
    elif meaning.part:
        time = f"T{meaning.part}"
    if meaning.month:
        day = f"-{meaning.day:02d}" if meaning.day else ""
        return f"XXXX-{meaning.month:02d}{day}{time}"
    if meaning.season:
        return f"XXXX-{meaning.season}"
    if meaning.half or meaning.quarter:
        return f"XXXX-H{meaning.half}" if meaning.half else f"XXXX-Q{meaning.quarter}"
    if meaning.weekday:
        return f"XXXX-WXX-{meaning.weekday}{time}"
    return f"XXXX-XX-XX{time}"


def open_shift(meaning: Shift) -> str:
    """Return the TIMEX3 value of a shift from a day that is not known."""
    part = f"T{meaning.part}" if meaning.part else ""
    return {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
        "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
    }.get(meaning.unit, "XXXX-XX-XX") + part  # fmt: skip
