"""How a step of the course is drawn: its lane, whether it moved the matter up or down, and its colour."""

from typing import Literal

from jingwei.domains.incidents.contracts import Action
from jingwei.foundation.access.contracts import Role
from jingwei.kernel.codes import Level, level_of

Lane = Literal["city", "county", "township", "community", "grid", "unit", "reporter"]
Direction = Literal["up", "down", "stays"]
Tone = Literal["late", "back", "end", "wait", "note", "plain"]

LANE_OF_LEVEL: dict[Level, Lane] = {
    Level.CITY: "city",
    Level.COUNTY: "county",
    Level.TOWNSHIP: "township",
    Level.COMMUNITY: "community",
    Level.GRID: "grid",
}
LANE_OF_ROLE: dict[Role, Lane] = {
    Role.PUBLIC: "reporter",
    Role.RESIDENT: "reporter",
    Role.OFFICER: "grid",
    Role.GRID_HEAD: "grid",
    Role.CHIEF_GRID_HEAD: "grid",
    Role.HANDLER: "unit",
    Role.UNIT_HEAD: "unit",
}
BY_AREA = "by_area"
"""The fact of a step that a centre above may take: whose level it is drawn at, not that of the centre in charge."""
UNIT_ACTIONS = frozenset(
    {
        Action.TAKE,
        Action.OBJECT,
        Action.RETURN,
        Action.ASSIGN,
        Action.HANDLE,
        Action.ASK_EXTENSION,
        Action.HAND_OVER,
    }
)
"""A centre that handles something itself, or an administrator for a leaver, does these in the unit's place."""
BACK = frozenset(
    {
        Action.RETURN,
        Action.RECALL,
        Action.REROUTE,
        Action.UPHOLD,
        Action.FAIL_CHECK,
        Action.REOPEN,
        Action.VOID,
    }
)
BESIDE = frozenset(
    {Action.NOTE, Action.HAND_OVER, Action.URGE, Action.INSTRUCT, Action.ASK_REPORTER, Action.ANSWER}
    | {Action.OBJECT, Action.REFUSE_OBJECTION, Action.SPLIT}
)


def lane_of(role: Role, action: Action, centre_area: str) -> Lane:
    """The lane of a step: by who did it; centres and machines by the level of the centre then in charge."""
    if role in LANE_OF_ROLE:
        return LANE_OF_ROLE[role]
    if action in UNIT_ACTIONS:
        return "unit"
    return LANE_OF_LEVEL[level_of(centre_area)]


def direction_of(area_before: str, area: str) -> Direction:
    """Whether a step moved the matter to a centre above or below: shorter codes stand higher."""
    if len(area) == len(area_before):
        return "stays"
    return "up" if len(area) < len(area_before) else "down"


def tone_of(action: Action, *, is_late: bool) -> Tone:
    """How a step is coloured, on the page, in the file and on the phone: late first, then setbacks, then good ends."""
    if is_late:
        return "late"
    if action in BACK:
        return "back"
    if action in {Action.CLOSE, Action.PASS_CHECK}:
        return "end"
    if action is Action.SUSPEND:
        return "wait"
    return "note" if action in BESIDE else "plain"
