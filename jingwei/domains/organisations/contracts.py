"""What other apps may know of organisations and places: of which kind they are, and how they stand."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What is kept; each is a kind of record with a form of its own."""

    LEGAL_ENTITY = "legal_entity"  # 法人
    SELF_EMPLOYED = "self_employed"  # 个体工商户
    SOCIAL = "social"  # 社会组织
    PLACE = "place"  # 场所

    @property
    def form_kind(self) -> str:
        """The key of the kind of record: form, import and history go by it."""
        return f"organisations.{self.value}"


ENTITIES = (OrganisationKind.LEGAL_ENTITY, OrganisationKind.SELF_EMPLOYED, OrganisationKind.SOCIAL)
"""Those that have a credit code and may run places."""


class OrganisationStatus(StrEnum):
    """How it stands. Whatever is not open has ended: it is kept until its period is over."""

    OPEN = "open"  # 在营
    CLOSED = "closed"  # 停业
    MOVED_AWAY = "moved_away"  # 迁出
    STRUCK_OFF = "struck_off"  # 注销
