"""When a list may come into force."""

from datetime import date

from jingwei.domains.routing.rules.refusals import StartRefused


def refuse_bad_start(valid_from_on: date, *, today: date, open_from_on: date | None) -> None:
    """Raises: StartRefused.

    The first list of a city may begin in the past, so that history can be brought in under it. Afterwards incidents
    may have been registered under the list in force, so a later one begins today at the earliest.
    """
    if open_from_on is None:
        return
    if valid_from_on <= open_from_on:
        raise StartRefused(
            valid_from_on=valid_from_on.isoformat(),
            reason=f"现行清单从{open_from_on}起启用，新的清单要在它之后",
            reason_en=f"the open list begins on {open_from_on} and a new one must begin later",
        )
    if valid_from_on < today:
        raise StartRefused(
            valid_from_on=valid_from_on.isoformat(),
            reason="日期已过，期间的事件已按现行清单登记",
            reason_en="the day has passed, and incidents since then were registered under the list in force",
        )
