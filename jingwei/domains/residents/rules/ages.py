"""Ages as they are counted: by bands, from the year alone. Nobody is listed by birthday."""

BANDS: tuple[tuple[str, int, int], ...] = (
    ("0-5", 0, 5),
    ("6-17", 6, 17),
    ("18-59", 18, 59),
    ("60-79", 60, 79),
    ("80+", 80, 200),
)


def years_of(band: str, *, this_year: int) -> tuple[int, int]:
    """The first and the last year of birth of a band."""
    youngest, oldest = next((low, high) for name, low, high in BANDS if name == band)
    return this_year - oldest, this_year - youngest


def band_of(birth_year: int | None, *, this_year: int) -> str:
    """The band somebody is counted in; empty where the year is not known."""
    if birth_year is None:
        return ""
    age = max(0, this_year - birth_year)
    return next(name for name, low, high in BANDS if low <= age <= high)
