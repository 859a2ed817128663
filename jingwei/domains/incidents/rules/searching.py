"""How wide a search may be: words and units have no index of their own, so only few rows may be read through."""

from datetime import datetime, timedelta

from jingwei.kernel.errors import Invalid

WIDEST_SEARCH = timedelta(days=31)
"""By date of report: what a reader of one area can be made to wait for, whatever was recorded in years."""


class SearchTooWide(Invalid):
    code = "incident.search_too_wide"
    message = "按{what}查找，请限定“未办结”，或选择不超过{days}天的上报时间；有受理编号时直接输入编号。"
    message_en = (
        "To search by {what_en}, keep to open incidents or choose at most {days} days of reports; "
        "with a receipt number, enter the number."
    )


def require_bounded(
    what: str, what_en: str, *, is_open: bool, since: datetime | None, until: datetime | None, at: datetime
) -> None:
    """Only open ones, or a month at most. Raises: SearchTooWide."""
    if is_open or (since is not None and (until or at) - since <= WIDEST_SEARCH):
        return
    raise SearchTooWide(what=what, what_en=what_en, days=WIDEST_SEARCH.days)
