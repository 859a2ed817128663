"""Item lists 事项清单 and the duty matrix 权责清单: dated versions, each row with its limits."""

from django.db import models
from django.db.models import F, Q

from jingwei.kernel.ids import uuid7


class UnitKind(models.Model):
    """A kind of unit that may be responsible for items (units carry its key in ``kind``)."""

    key = models.CharField(max_length=40, primary_key=True)
    name_zh = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=80)


class ItemList(models.Model):
    """One version of the list, in force from a day until a day (exclusive); a draft while it has no first day.

    ``batch_id`` is the import that brought a draft.
    """

    name = models.CharField(max_length=80)
    valid_from_on = models.DateField(unique=True, null=True, blank=True)
    valid_to_on = models.DateField(null=True, blank=True)
    loaded_at = models.DateTimeField()
    batch_id = models.UUIDField(unique=True, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to_on=None)
                | (Q(valid_from_on__isnull=False) & Q(valid_to_on__gt=F("valid_from_on"))),
                name="routing_list_order",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(valid_to_on=None) & Q(valid_from_on__isnull=False),
                name="routing_list_one_open",
            ),
        ]


class Item(models.Model):
    """One item 小项 of a list, under its class 大类 and sub-class 中类.

    ``is_published`` 公开: single matters of it may stand on the public pages (item, community, blurred place). Items
    that lead to a home, a person or a business are counted there and never listed.
    """

    item_list = models.ForeignKey(ItemList, on_delete=models.PROTECT, related_name="+")
    item_code = models.CharField(max_length=6)
    class_name = models.CharField(max_length=40)
    subclass_name = models.CharField(max_length=40)
    item_name = models.CharField(max_length=60)
    definition = models.CharField(max_length=300)
    unit_kind = models.CharField(max_length=40)
    accept_limit = models.CharField(max_length=6)
    handle_limit = models.CharField(max_length=6)
    verify_limit = models.CharField(max_length=6)
    evidence = models.CharField(max_length=80, blank=True)
    handling_standard = models.CharField(max_length=300)
    closing_standard = models.CharField(max_length=300)
    is_urgent = models.BooleanField(default=False)
    is_published = models.BooleanField(default=False)
    legal_basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("item_list", "item_code", name="routing_item_code_once")]


class DutyList(models.Model):
    """One version of the duty matrix 权责清单, in force from a day until a day (exclusive); a draft while it has none.

    ``batch_id`` is the import that brought a draft; ``is_proposed`` marks the one draft that collects proposals.
    """

    name = models.CharField(max_length=80)
    valid_from_on = models.DateField(unique=True, null=True, blank=True)
    valid_to_on = models.DateField(null=True, blank=True)
    loaded_at = models.DateTimeField()
    batch_id = models.UUIDField(unique=True, null=True, blank=True)
    is_proposed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to_on=None)
                | (Q(valid_from_on__isnull=False) & Q(valid_to_on__gt=F("valid_from_on"))),
                name="routing_duties_order",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(valid_to_on=None) & Q(valid_from_on__isnull=False),
                name="routing_duties_one_open",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=Q(valid_from_on=None) & Q(is_proposed=True),
                name="routing_duties_one_proposed",
            ),
        ]


class DutyRow(models.Model):
    """One line of a duty matrix; ``place`` orders them, the first that fits decides. Columns: ``contracts.NewLine``."""

    duty_list = models.ForeignKey(DutyList, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.PositiveIntegerField()
    item_prefix = models.CharField(max_length=6, blank=True)
    area_code = models.CharField(max_length=15, blank=True)
    level = models.PositiveSmallIntegerField(default=0)
    hours = models.CharField(max_length=11, blank=True)
    lead = models.CharField(max_length=44)
    assists = models.CharField(max_length=300, blank=True)
    handle_limit = models.CharField(max_length=6, blank=True)
    assist_limit = models.CharField(max_length=6, blank=True)
    village = models.CharField(max_length=8, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["duty_list", "place", "id"], name="routing_duty_order")]


class Simulation(models.Model):
    """A matrix tried on the past: asked by whom over which area and days, how far it has come, and what would move.

    ``result`` holds counts by unit and a sample of matters; who asks sees of a matter only what they see anyway.
    ``against_name`` is the version in force that it is compared with, empty where there is none.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    duty_list_id = models.BigIntegerField()
    list_name = models.CharField(max_length=80)
    against_name = models.CharField(max_length=80, blank=True)
    area_code = models.CharField(max_length=15)
    from_on = models.DateField()
    to_on = models.DateField()
    person_id = models.UUIDField()
    asked_at = models.DateTimeField()
    beat_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["person_id", "-asked_at"], name="routing_simulation_own")]
