"""What incidents keep about somebody, and who has looked at it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from jingwei.domains.incidents.models import Follow, Incident
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Kept, KeptKind, Look
from jingwei.foundation.privacy.queries import looks_about

MOST_REPORTS = 1000
MINE = "incidents.incident:"


def kept_of_incidents(actor: Actor, *, at: datetime) -> list[Kept]:
    """One's reports with the number and name given with them, and the public matters one follows."""
    if actor.person_id is None:
        return []
    mine = Incident.objects.visible_to(actor).filter(reporter_id=actor.person_id)
    has_phone = Q(reporter_phone_sealed__isnull=False)
    has_name = Q(reporter_name_sealed__isnull=False)
    facts = mine.aggregate(
        reports=Count("pk"),
        since=Min("reported_at"),
        phones=Count("pk", filter=has_phone),
        phones_since=Min("reported_at", filter=has_phone),
        names=Count("pk", filter=has_name),
        names_since=Min("reported_at", filter=has_name),
    )
    follows = Follow.objects.filter(person_id=actor.person_id)
    followed = follows.aggregate(count=Count("pk"), since=Min("since_at"))
    phone, name = REPORTER_PHONE, REPORTER_NAME
    return [
        Kept(KeptKind.REPORTS, facts["reports"], "办理您反映的事项", phone.legal_basis, None, facts["since"]),
        Kept(
            KeptKind.REPORTER_PHONE,
            facts["phones"],
            phone.purpose,
            phone.legal_basis,
            phone.retention_days,
            facts["phones_since"],
        ),
        Kept(
            KeptKind.REPORTER_NAME,
            facts["names"],
            name.purpose,
            name.legal_basis,
            name.retention_days,
            facts["names_since"],
        ),
        Kept(
            KeptKind.FOLLOWED,
            followed["count"],
            "把公开的进展告诉您",
            "《个人信息保护法》第十三条第一款第一项",
            None,
            followed["since"],
        ),
    ]


def looks_at_mine(actor: Actor) -> list[tuple[Look, UUID | None, str]]:
    """Who looked at one's data, latest first, with the report it belongs to (id and receipt number)."""
    if actor.person_id is None:
        return []
    mine = Incident.objects.visible_to(actor).filter(reporter_id=actor.person_id)
    newest = mine.order_by("-reported_at").values_list("pk", "receipt_no")[:MOST_REPORTS]
    receipts = {f"{MINE}{incident_id}": (incident_id, receipt_no) for incident_id, receipt_no in newest}
    looks = looks_about(actor.person_id, receipts)
    return [(one, *receipts.get(one.target, (None, ""))) for one in looks]
