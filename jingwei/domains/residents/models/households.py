"""Households 户: a head, members with their relation, from a day until a day."""

from django.db import models
from django.db.models import Q

from jingwei.domains.residents.models.people import Resident
from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.ids import uuid7


class Household(ScopedModel):
    """People who keep house together. ``number`` is that of the household register, where there is one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=20, blank=True)
    house_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["house_id"], name="residents_household_house", condition=Q(house_id__isnull=False)
            ),
            models.Index(fields=["scope_code"], name="residents_household_scope"),
        ]


class Member(models.Model):
    """That somebody belongs to a household, as what (GB/T 4761), from a day until a day. Nothing is overwritten."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+", db_index=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+", db_index=False)
    relation = models.CharField(max_length=4)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["household", "from_on", "id"], name="residents_member_of"),
            models.Index(fields=["resident", "-from_on"], name="residents_member_who"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["resident"], condition=Q(to_on__isnull=True), name="residents_one_household"
            ),
        ]
