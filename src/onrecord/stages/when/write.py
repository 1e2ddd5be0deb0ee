"""How a resolved time is written: as interval, as TIMEX3 value, as EDTF."""

from datetime import date, timedelta

from onrecord.model.when import TimePrecision
from onrecord.stages.when.moment import PARTS, Moment, first_day, last_day, months_of

_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MODS = {"EARLY": "START", "LATE": "END"}
_PARTS_OF_DECADE = {"EARLY": (0, 3), "MID": (4, 6), "LATE": (7, 9)}
_PRECISIONS: dict[str, TimePrecision] = {
    "century": "longer", "decade": "longer", "year": "year", "half": "season", "quarter": "season",
    "season": "season", "month": "month", "week": "week", "weekend": "day", "day": "day", "part": "part_of_day",
    "clock": "minute",
}  # fmt: skip


def mod_of(mod: str | None) -> str | None:
    """Return the TIMEX3 modifier of an inner one ("LATE" is END)."""
    return _MODS.get(mod, mod) if mod is not None else None


def precision_of(moment: Moment) -> TimePrecision:
    """Return how exactly a moment is fixed."""
    return _PRECISIONS[moment.level]


def value_of(moment: Moment) -> str:
    """Return the TIMEX3 value: "1940-10", "BC0490", "196", "2003-03-20T05:34", "2023-12-19TNI"."""
    if moment.year < 1:
        name = f"BC{1 - moment.year:04d}"
        if moment.level == "decade":
            return f"BC{(1 - moment.year) // 10:03d}"
        if moment.level == "century":
            return f"BC{-moment.year // 100:02d}"
    else:
        name = f"{moment.year:04d}"
    day = f"{name}-{moment.month:02d}-{moment.day:02d}"
    match moment.level:
        case "century":
            return name[:2]
        case "decade":
            return name[:3]
        case "year":
            return name
        case "half":
            return f"{name}-H{moment.number}"
        case "quarter":
            return f"{name}-Q{moment.number}"
        case "season":
            return f"{name}-{moment.season}"
        case "month":
            return f"{name}-{moment.month:02d}"
        case "week":
            return f"{name}-W{moment.number:02d}"
        case "weekend":
            return f"{name}-W{moment.number:02d}-WE"
        case "day":
            return day
        case "part":
            return f"{day}T{moment.part}"
        case _:
            return f"{day}T{moment.hour:02d}:{moment.minute:02d}{moment.zone}"


def bounds_of(moment: Moment, mod: str | None = None) -> tuple[str, str]:
    """Return first and last day (or date-time) of a moment, both inclusive, narrowed by its modifier."""
    if moment.level == "part":
        return _part_bounds(moment, mod)
    if moment.level == "clock":
        zone = moment.zone if moment.zone in ("", "Z") else f"{moment.zone}:00"
        clock = f"{iso_day(moment)}T{min(moment.hour, 23):02d}:{moment.minute:02d}{zone}"
        return clock, clock
    if moment.level == "day":
        return _day_bounds(moment, mod)
    start, end = first_day(moment), last_day(moment)
    if start is None or end is None:
        return _early_bounds(moment)
    start, end = narrow(start, end, mod)
    return start.isoformat(), end.isoformat()


def narrow(start: date, end: date, mod: str | None) -> tuple[date, date]:
    """Return the third of a stretch that "early", "mid" or "late" names; its edge for "start" and "end"."""
    days = (end - start).days + 1
    if 3600 < days < 3700 and mod in _PARTS_OF_DECADE:
        first, last = _PARTS_OF_DECADE[mod]
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31)
    third = days // 3
    edge = max(1, min(31, days // 4)) if days < 366 else max(31, days // 10)
    match mod:
        case "EARLY":
            return start, start + timedelta(days=third - 1 if third else 0)
        case "MID":
            return start + timedelta(days=third), end - timedelta(days=third)
        case "LATE":
            return end - timedelta(days=third - 1 if third else 0), end
        case "START":
            return start, start + timedelta(days=edge - 1)
        case "END":
            return end - timedelta(days=edge - 1), end
        case _:
            return start, end


def iso_day(moment: Moment) -> str:
    """Return the ISO 8601 day of a moment; years before 1 astronomically ("-0489-09-01")."""
    return f"{iso_year(moment.year)}-{moment.month:02d}-{moment.day:02d}"


def iso_year(year: int) -> str:
    """Return a year in ISO 8601, astronomically before year 1."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _early_bounds(moment: Moment) -> tuple[str, str]:
    (year, month), (last_year, last_month) = months_of(moment)
    last = 28 if last_month == 2 else 30 if last_month in (4, 6, 9, 11) else 31
    return f"{iso_year(year)}-{month:02d}-01", f"{iso_year(last_year)}-{last_month:02d}-{last}"


def _day_bounds(moment: Moment, mod: str | None) -> tuple[str, str]:
    day = iso_day(moment)
    match mod:
        case "EARLY" | "START":
            return f"{day}T00:00", f"{day}T08:59"
        case "LATE" | "END":
            return f"{day}T20:00", f"{day}T23:59"
        case "MID":
            return f"{day}T11:00", f"{day}T13:59"
        case _:
            return day, day


def _part_bounds(moment: Moment, mod: str | None) -> tuple[str, str]:
    start, end = PARTS[moment.part]
    day = following = iso_day(moment)
    if moment.part == "MO" and mod in ("EARLY", "START"):
        start, end = "00:00", "08:59"
    if moment.part == "NI" and moment.year >= 1:
        following = (date(moment.year, moment.month, moment.day) + timedelta(days=1)).isoformat()
    return f"{day}T{start}", f"{following}T{end}"


def edtf_of(moment: Moment, mod: str | None = None, *, approximate: bool = False) -> str | None:
    """Return a moment in EDTF, `None` for parts of a day, which it cannot write."""
    if moment.level == "part" or (moment.level == "day" and mod in ("EARLY", "START", "LATE", "END", "MID")):
        return None
    if moment.level == "clock":
        zone = moment.zone if moment.zone in ("", "Z") else f"{moment.zone}:00"
        return f"{iso_day(moment)}T{min(moment.hour, 23):02d}:{moment.minute:02d}:00{zone}"
    about = "~" if approximate else ""
    if mod in ("EARLY", "MID", "LATE", "START", "END") or moment.level in ("half", "quarter", "week", "weekend"):
        start, end = bounds_of(moment, mod)
        return f"{start}{about}/{end}{about}"
    return _plain_edtf(moment) + about


def _plain_edtf(moment: Moment) -> str:
    year = iso_year(moment.year)
    match moment.level:
        case "century":
            return f"{year[:-2]}XX"
        case "decade":
            return f"{year[:-1]}X"
        case "season":
            return f"{year}-{_CODES[moment.season]}"
        case "month":
            return f"{year}-{moment.month:02d}"
        case "day":
            return iso_day(moment)
        case _:
            return year


def interval_edtf(
    start: str | None, end: str | None, *, approximate: bool = False, by_month: bool = False
) -> str | None:
    """Return an interval of days (or months) in EDTF, an open side as `..`; `None` if both are or one has a clock."""
    if (start is None and end is None) or "T" in (start or "") + (end or ""):
        return None
    about = "~" if approximate else ""
    if by_month and start is not None and end is not None:
        start, end = start[:7], end[:7]
    left = ".." if start is None else start + about
    right = ".." if end is None else end + about
    return f"{left}/{right}" if left != right else left
