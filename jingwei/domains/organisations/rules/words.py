"""What kinds and standings are called, and how they are told apart on the map."""

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.foundation.maps.contracts.rollups import CountedTable

KIND_WORDS: dict[OrganisationKind, tuple[str, str]] = {
    OrganisationKind.LEGAL_ENTITY: ("法人", "Legal entity"),
    OrganisationKind.SELF_EMPLOYED: ("个体工商户", "Self-employed business"),
    OrganisationKind.SOCIAL: ("社会组织", "Social organisation"),
    OrganisationKind.PLACE: ("场所", "Place"),
}
STATUS_WORDS: dict[OrganisationStatus, tuple[str, str]] = {
    OrganisationStatus.OPEN: ("在营", "Open"),
    OrganisationStatus.CLOSED: ("停业", "Closed"),
    OrganisationStatus.MOVED_AWAY: ("迁出", "Moved away"),
    OrganisationStatus.STRUCK_OFF: ("注销", "Struck off"),
}
LAYER_KEY = "organisations"
COUNTED = CountedTable(
    table="organisations_organisation",
    layer=LAYER_KEY,
    a="r.kind",
    when="r.ended_at is null",
    columns=("kind", "ended_at"),
    touches=("name",),
)
