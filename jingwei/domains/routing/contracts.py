"""Items 事项 as other domains speak of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemBrief:
    """One item of the list in force on a day: who is responsible, by when, with which proof.

    Limits are written ``4h`` / ``5d`` (working hours, days) or ``2H`` / ``3D`` (natural hours, days).
    """

    item_id: int
    item_code: str
    class_name: str
    subclass_name: str
    item_name: str
    unit_kind: str
    accept_limit: str
    handle_limit: str
    verify_limit: str
    evidence: frozenset[str]
    is_urgent: bool
    is_published: bool = False


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """An item with its sentences: what belongs to it, how it is handled, when it counts as done, on what law."""

    brief: ItemBrief
    definition: str
    handling_standard: str
    closing_standard: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class UnitKindBrief:
    """A kind of unit that items may name as responsible."""

    key: str
    name_zh: str
    name_en: str
