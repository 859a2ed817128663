"""What saved views are limited to, and their refusals."""

from collections.abc import Sequence
from uuid import UUID

from jingwei.kernel.errors import DomainError, Invalid
from jingwei.kernel.redlines import refuse_red_lines

MOST_VIEWS = 50
"""Per person and place: a list of places to go that has to be searched is no help."""
NAME_LENGTH = 40
QUERY_LENGTH = 2000


class ViewUnknown(DomainError):
    code = "preferences.view_unknown"
    message = "没有找到这个视图，可能已被删除。请刷新视图列表。"
    message_en = "This view is not there; it may have been deleted. Refresh the list of views."
    status = 404


class ViewNameTaken(DomainError):
    code = "preferences.view_name_taken"
    message = "您已有名为“{name}”的视图。请换一个名字，或修改原来的视图。"
    message_en = "You already have a view called “{name}”. Choose another name, or change that view."


class ViewNameMissing(Invalid):
    code = "preferences.view_name_missing"
    message = "请给视图起个名字。"
    message_en = "Give the view a name."


class TooManyViews(DomainError):
    code = "preferences.too_many_views"
    message = "每处最多保存{most}个视图。请先删除不用的。"
    message_en = "At most {most} views are kept for one place. Delete one that is not needed."


class ViewOfColleague(DomainError):
    code = "preferences.view_of_colleague"
    message = "这是同事共享的视图，只有保存的人能修改或删除。您可以另存为自己的视图。"
    message_en = "A colleague shares this view; only its owner can change or delete it. Save it as your own."
    status = 403


class NoUnitToShareWith(DomainError):
    code = "preferences.no_unit_to_share_with"
    message = "当前岗位不与同事共享，视图只能自己用。"
    message_en = "Your present post shares nothing with colleagues; the view stays your own."


class OrderUnfit(Invalid):
    code = "preferences.order_unfit"
    message = "排序的视图与现有的不一致。请刷新后重新排序。"
    message_en = "These are not the views you have now. Refresh and put them in order again."


def named(name: str) -> str:
    """A name on one line. Raises: ViewNameMissing, RedLineCrossed."""
    line = " ".join(name.split())[:NAME_LENGTH].strip()
    if not line:
        raise ViewNameMissing
    refuse_red_lines([line], place_zh="视图的名称", place_en="the name of a view")
    return line


def require_room(count: int) -> None:
    """Raises: TooManyViews."""
    if count >= MOST_VIEWS:
        raise TooManyViews(most=MOST_VIEWS)


def require_same(wanted: Sequence[UUID], present: Sequence[UUID]) -> None:
    """An order names every own view once. Raises: OrderUnfit."""
    if len(wanted) != len(present) or set(wanted) != set(present):
        raise OrderUnfit
