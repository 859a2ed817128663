"""Archives of who works in a grid, and what they served as, where, from when until when: nothing is overwritten."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from jingwei.domains.workforce.contracts import MemberDeed
from jingwei.domains.workforce.models.standards import Kind
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import AREA_COLUMNS, NONE, ScopedModel
from jingwei.kernel.codes import Level
from jingwei.kernel.ids import uuid7


def serves_around(actor: Actor) -> Q:
    """What stands for a whole community is seen from each of its grids."""
    return Q(scope_code=actor.scope[: Level.COMMUNITY]) if len(actor.scope) == Level.GRID else NONE


class Member(ScopedModel):
    """Somebody's file, kept in the area in which it was made. ``person_id``: their account of staff, where they have one.

    The phone is sealed, for who has no account; it is erased a year after they left for good.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=40)
    person_id = models.UUIDField(null=True)
    employer = models.CharField(max_length=80, blank=True)
    duties = models.CharField(max_length=200, blank=True)
    phone_sealed = models.BinaryField(null=True)
    version = models.PositiveIntegerField(default=1)
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    left_on = models.DateField(null=True)
    batch_id = models.UUIDField(null=True)

    owner_field = "person_id"

    class Meta:
        indexes = [models.Index(fields=["scope_code"], name="workforce_member_scope")]
        constraints = [
            models.UniqueConstraint(
                "person_id", condition=Q(person_id__isnull=False), name="workforce_member_one_account"
            )
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """Whoever sees where somebody serves sees their file."""
        return Q(Exists(Service.objects.visible_to(actor).filter(member_id=OuterRef("pk"))))


class Service(ScopedModel):
    """One time of service: as what, in which grid or community, from a day until a day (exclusive; empty: still).

    That nobody serves twice as the same in one place is the services' business: where two grids are joined into one,
    both services of who worked in both go on.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey(
        Kind, on_delete=models.PROTECT, related_name="+", db_column="kind_key", db_index=False
    )
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    moved_to_id = models.UUIDField(null=True)
    batch_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "kind", "id"], name=f"workforce_service_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(fields=["scope_code"], name="workforce_service_scope"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="workforce_service_order"
            ),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        return serves_around(actor)


class Entry(models.Model):
    """One line of somebody's file: append-only. ``facts`` are the fields that changed; never a number."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", db_index=False)
    deed = models.CharField(max_length=12, choices=[(one.value, one.value) for one in MemberDeed])
    at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    remark = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["member", "-at", "-id"], name="workforce_entry_newest")]
