"""Units: what fits under what, and what stands in the way of switching one off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from jingwei.foundation.access.contracts import ANYWHERE, CENTRE, NewUnit, UnitBrief
from jingwei.kernel.codes import Level, lies_within, parent_of
from jingwei.kernel.errors import DomainError, Invalid

CENTRE_WORDS = {CENTRE: CENTRE, "综治中心": CENTRE, "指挥中心": CENTRE}
"""What people may write for the kind of centres; every other kind is data."""

PUBLIC_PHONE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4}|1[0-9]{2,4}")


class UnitCodeTaken(DomainError):
    code = "administration.unit_code_taken"
    message = "单位代码“{unit_code}”已被“{unit}”使用（停用单位的代码也不再给别的单位）。请换一个代码。"
    message_en = "The unit code “{unit_code}” belongs to “{unit}” (also while switched off). Choose another."


class PublicPhoneMalformed(Invalid):
    code = "administration.public_phone_malformed"
    message = "“{phone}”不能作为公开电话。请填办公电话（如 0737-4200001）、400 电话或 12345 这样的短号；个人手机号不公开。"
    message_en = (
        "“{phone}” cannot be a public phone. Give an office number (0737-4200001), a 400 number or a short one "
        "such as 12345; personal mobile numbers are not published."
    )


class UnitKindUnknown(Invalid):
    code = "administration.unit_kind_unknown"
    message = "没有“{kind}”这种单位类型。请填单位类型表中的代码或中文名称；综治中心填 centre。"
    message_en = (
        "There is no kind of unit “{kind}”. Give a key or Chinese name from the list of kinds, or centre."
    )


class UnitAreaUnknown(Invalid):
    code = "administration.unit_area_unknown"
    message = "没有代码为“{area_code}”的区划。请核对区划代码。"
    message_en = "There is no area with the code “{area_code}”. Check the code."


class OutsideYourArea(Invalid):
    code = "administration.outside_your_area"
    message = "区划“{area_code}”不在您的辖区内。请由上级管理员办理，或改选辖区内的区划。"
    message_en = (
        "The area “{area_code}” lies outside yours. Ask the administrator above you, or choose another."
    )


class ParentDoesNotFit(Invalid):
    code = "administration.parent_does_not_fit"
    message = "上级单位不合适：{reason}"
    message_en = "The parent does not fit: {reason_en}"


class CentreExists(DomainError):
    code = "administration.centre_exists"
    message = "区划“{area_code}”已有综治中心“{unit}”。一个区划只设一个；要换名称请改名。"
    message_en = (
        "The area “{area_code}” already has the centre “{unit}”; there is one to an area. Rename it instead."
    )


class UnitStillUsed(DomainError):
    code = "administration.unit_still_used"
    message = "“{unit}”还不能停用：{reason}"
    message_en = "“{unit}” cannot be switched off yet: {reason_en}"


class UnitUnknown(Invalid):
    code = "administration.unit_unknown"
    message = "没有代码为“{unit_code}”的在用单位，或不在您的辖区内。请核对单位代码。"
    message_en = "No active unit in your area has the code “{unit_code}”. Check the code."


class PostStands(DomainError):
    code = "administration.post_stands"
    message = "“{unit}”在这一区划已有名为“{title}”的岗位。请换一个名称，如加上（二）。"
    message_en = "“{unit}” already has a post “{title}” for this area. Choose another title."


@dataclass(frozen=True, slots=True)
class UnitWish:
    """A unit as somebody wants it: the kind in their words, the parent by id or code, or left to the house."""

    unit_id: UUID
    code: str
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None = None
    parent_code: str = ""
    is_government: bool = True


@dataclass(slots=True)
class Ground:
    """What a wish is measured against; planned units are added, so that rows may stand on earlier rows."""

    kinds: Mapping[str, str]
    areas: frozenset[str]
    by_id: dict[UUID, UnitBrief] = field(default_factory=dict)
    by_code: dict[str, UnitBrief] = field(default_factory=dict)
    centres: dict[str, UnitBrief] = field(default_factory=dict)

    def add(self, unit: UnitBrief) -> None:
        self.by_id[unit.unit_id] = unit
        self.by_code[unit.code] = unit
        if unit.kind == CENTRE and unit.is_active:
            self.centres[unit.area_code] = unit


def planned(wish: UnitWish, ground: Ground, *, scope: str) -> NewUnit:
    """The unit as it will be written; it stands on the ground from now on.

    Raises: UnitCodeTaken; UnitKindUnknown; UnitAreaUnknown; OutsideYourArea; CentreExists; ParentDoesNotFit.
    """
    taken = ground.by_code.get(wish.code)
    if taken is not None:
        raise UnitCodeTaken(unit_code=wish.code, unit=taken.name, column="code")
    kind = ground.kinds.get(wish.kind)
    if kind is None:
        raise UnitKindUnknown(kind=wish.kind, column="kind")
    if wish.area_code not in ground.areas:
        raise UnitAreaUnknown(area_code=wish.area_code, column="area_code")
    if scope != ANYWHERE and not lies_within(wish.area_code, scope):
        raise OutsideYourArea(area_code=wish.area_code, column="area_code")
    if kind == CENTRE:
        require_no_centre(wish.area_code, ground)
    parent = _parent_of(wish, kind, ground)
    unit = NewUnit(
        unit_id=wish.unit_id,
        code=wish.code,
        name=wish.name,
        kind=kind,
        area_code=wish.area_code,
        parent_id=parent.unit_id if parent else None,
        is_government=wish.is_government,
    )
    ground.add(UnitBrief(unit.unit_id, unit.name, kind, unit.area_code, unit.parent_id, unit.code))
    return unit


def require_no_centre(area_code: str, ground: Ground) -> None:
    """Raises: CentreExists."""
    present = ground.centres.get(area_code)
    if present is not None:
        raise CentreExists(area_code=area_code, unit=present.name, column="area_code")


def codes_above(area_code: str) -> list[str]:
    """The area itself and those above it, nearest first."""
    return [area_code[: int(level)] for level in reversed(Level) if int(level) <= len(area_code)]


def _parent_of(wish: UnitWish, kind: str, ground: Ground) -> UnitBrief | None:
    if wish.parent_id is None and not wish.parent_code:
        start = parent_of(wish.area_code) if kind == CENTRE else wish.area_code
        above = codes_above(start) if start else []
        return next((ground.centres[code] for code in above if code in ground.centres), None)
    named = ground.by_id.get(wish.parent_id) if wish.parent_id else ground.by_code.get(wish.parent_code)
    if named is None or not named.is_active:
        raise _misfit(
            "没有这个单位，或已停用。请核对；上级要写在下级前面，留空则归最近的综治中心。",
            "there is no such active unit. Parents come before children; leave it empty for the nearest centre.",
        )
    if not lies_within(wish.area_code, named.area_code):
        raise _misfit(
            f"“{named.name}”的辖区不包含{wish.area_code}。请选辖区包含它的单位。",
            f"the territory of “{named.name}” does not contain {wish.area_code}. Choose one that does.",
        )
    if kind == CENTRE and (named.kind != CENTRE or named.area_code == wish.area_code):
        raise _misfit(
            "综治中心的上级应是上一级区划的综治中心。", "above a centre stands the centre of an area above."
        )
    return named


def _misfit(reason: str, reason_en: str) -> ParentDoesNotFit:
    return ParentDoesNotFit(reason=reason, reason_en=reason_en, column="parent_code")


def require_unused(
    unit: UnitBrief, *, held_titles: list[str], has_units_below: bool, open_incidents: int
) -> None:
    """Whether a unit can be switched off. Raises: UnitStillUsed."""
    if unit.kind == CENTRE and unit.parent_id is None:
        raise _used(
            unit,
            "它是全市的综治中心，下级没有中心时由它受理。要换名称请改名。",
            "it is the city's centre, which receives what no other does. Rename it instead.",
        )
    if held_titles:
        shown = "、".join(held_titles[:5])
        raise _used(
            unit,
            f"还有{len(held_titles)}个岗位有人担任（{shown}）。请先办理卸任。",
            f"{len(held_titles)} posts are held ({shown}). Vacate them first.",
        )
    if has_units_below:
        raise _used(
            unit,
            "它还有在用的下级单位。请先停用下级单位。",
            "units below it are active. Switch those off first.",
        )
    if open_incidents:
        raise _used(
            unit,
            f"还有{open_incidents}件未办结的事件在它名下。请先办结、改派或上报上级。",
            f"{open_incidents} open incidents are with it. Finish, dispatch or escalate them first.",
        )


def _used(unit: UnitBrief, reason: str, reason_en: str) -> UnitStillUsed:
    return UnitStillUsed(unit=unit.name, reason=reason, reason_en=reason_en)


def public_phone(written: str) -> str:
    """An office number as it will stand on the public pages; empty stays empty. Raises: PublicPhoneMalformed."""
    phone = written.strip()
    if phone and not PUBLIC_PHONE.fullmatch(phone):
        raise PublicPhoneMalformed(phone=phone)
    return phone
