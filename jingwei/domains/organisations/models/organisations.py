"""Organisations and places, what was changed, and the texts by which they are found."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.db.models import Q
from django.db.models.functions import Left

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.foundation.records import Change, FoundText, Record
from jingwei.foundation.scoping import COLUMN_AT_LEVEL

LEVELS = {column.removesuffix("_code"): column for column in COLUMN_AT_LEVEL.values()}


class Organisation(Record):
    """A legal entity, a self-employed business, a social organisation or a place; ``kind`` says which, and by which form.

    What a form has no field for is empty. ``operator_id`` is who runs a place. With ``house_id`` address, position and
    area are the house's; else they are its own, and a position may be missing. ``status_on`` is since when it stands as
    ``status`` says; one that was merged says into which.
    """

    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in OrganisationKind])
    name = models.CharField(max_length=100)
    sound = models.CharField(max_length=120)
    aliases = ArrayField(models.CharField(max_length=100), default=list)
    credit_code = models.CharField(max_length=18, blank=True)
    industry = models.CharField(max_length=20, blank=True)
    place_kind = models.CharField(max_length=20, blank=True)
    employees = models.CharField(max_length=20, blank=True)
    floor_area_m2 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    floors_used = models.PositiveSmallIntegerField(null=True)
    extinguishers = models.PositiveSmallIntegerField(null=True)
    exits = models.PositiveSmallIntegerField(null=True)
    uses_gas = models.BooleanField(null=True)
    people_sleep = models.BooleanField(null=True)
    operator_id = models.UUIDField(null=True)
    house_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200)
    position = models.PointField(srid=4326, spatial_index=False, null=True)
    given_lon = models.FloatField(null=True)
    given_lat = models.FloatField(null=True)
    datum = models.CharField(max_length=10, blank=True)
    accuracy_m = models.FloatField(null=True)
    status = models.CharField(
        max_length=12,
        choices=[(one.value, one.value) for one in OrganisationStatus],
        default=OrganisationStatus.OPEN.value,
    )
    status_on = models.DateField(null=True)
    merged_into_id = models.UUIDField(null=True)
    map_key = models.GeneratedField(
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "sound", "id"], name=f"organisations_org_{name}")
                for name, column in LEVELS.items()
            ),
            models.Index(
                fields=["house_id"], name="organisations_org_house", condition=Q(house_id__isnull=False)
            ),
            models.Index(
                fields=["operator_id"],
                name="organisations_org_operator",
                condition=Q(operator_id__isnull=False),
            ),
            models.Index(
                fields=["ended_at"], name="organisations_org_ended", condition=Q(ended_at__isnull=False)
            ),
            models.Index(fields=["scope_code"], name="organisations_org_scope"),
            models.Index(
                fields=["scope_code", "kind", "due_on", "id"],
                name="organisations_org_due_here",
                condition=Q(due_on__isnull=False, ended_at=None),
            ),
            models.Index(fields=["map_key"], name="organisations_org_map_key"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"],
                name="organisations_one_code",
                condition=Q(ended_at=None) & ~Q(credit_code=""),
            ),
        ]


class OrganisationChange(Change):
    """One line of the history; of sealed fields it says that they changed."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-at", "-id"], name="organisations_change_newest")]


class Key(FoundText):
    """A text that leads to a record; read through ``jw_find_organisations`` only. The area follows by a trigger."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["scope_code", "text", "organisation"], name="organisations_key_within"),
            models.Index(Left("scope_code", 6), "text", "organisation", name="organisations_key_county"),
            models.Index(fields=["organisation"], name="organisations_key_of"),
        ]
