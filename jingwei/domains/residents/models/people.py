"""Residents, where they have lived, what was changed, and the texts by which they are found."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Left

from jingwei.domains.residents.contracts import Living
from jingwei.foundation.records import Change, FoundText, Record
from jingwei.foundation.scoping import AREA_COLUMNS, ScopedModel
from jingwei.kernel.ids import uuid7

LIVINGS = [(int(one), one.name) for one in Living]


class Resident(Record):
    """Somebody who lives here or is registered here. Numbers are sealed; the name is plain within the scope.

    ``address``, ``house_id`` and ``living`` are those of the present residence. ``identity_index`` finds the same
    number anywhere in the city; ``account_person_id`` is the account that proved to be theirs. One that was found to be a
    double is ended, says into which it was merged, and lies where that one lies.
    """

    name = models.CharField(max_length=60)
    sound = models.CharField(max_length=120)
    gender = models.CharField(max_length=10, null=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    living = models.PositiveSmallIntegerField(choices=LIVINGS)
    house_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200, blank=True)
    identity_index = models.BinaryField(null=True)
    account_person_id = models.UUIDField(null=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="+", null=True, db_index=False
    )

    owner_field = "account_person_id"

    class Meta:
        indexes = [
            *(
                models.Index(fields=[column, "sound", "id"], name=f"residents_person_{name}")
                for name, column in AREA_COLUMNS.items()
            ),
            models.Index(
                fields=["house_id"], name="residents_person_house", condition=Q(house_id__isnull=False)
            ),
            models.Index(
                fields=["account_person_id"],
                name="residents_person_account",
                condition=Q(account_person_id__isnull=False),
            ),
            models.Index(
                fields=["merged_into"],
                name="residents_person_merged",
                condition=Q(merged_into__isnull=False),
            ),
            models.Index(
                fields=["ended_at"], name="residents_person_ended", condition=Q(ended_at__isnull=False)
            ),
            models.Index(fields=["scope_code"], name="residents_person_scope"),
            models.Index(
                fields=["scope_code", "due_on", "id"],
                name="residents_person_due_here",
                condition=Q(ended_at=None, due_on__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["identity_index"], condition=Q(ended_at__isnull=True), name="residents_one_number"
            ),
        ]


class ResidentChange(Change):
    """One line of somebody's history; of sealed fields it says that they changed."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["resident", "-at", "-id"], name="residents_change_newest")]


class Residence(ScopedModel):
    """That somebody lived somewhere from a day until a day. Past ones stay where they were, with whoever looks after
    the ground there; they name nobody but by an id that leads on only within sight.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+", db_index=False)
    house_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200, blank=True)
    living = models.PositiveSmallIntegerField(choices=LIVINGS)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    why = models.CharField(max_length=20, blank=True)
    noted_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["resident", "-from_on", "-id"], name="residents_residence_of"),
            models.Index(
                fields=["house_id", "-to_on"],
                name="residents_residence_house",
                condition=Q(house_id__isnull=False),
            ),
            models.Index(fields=["scope_code"], name="residents_residence_scope"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["resident"], condition=Q(to_on__isnull=True), name="residents_one_present_home"
            ),
        ]


class Key(FoundText):
    """A text that leads to somebody; read through ``jw_find_residents`` only. The area follows by a trigger."""

    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["scope_code", "text", "resident"], name="residents_key_within"),
            models.Index(Left("scope_code", 6), "text", "resident", name="residents_key_county"),
            models.Index(fields=["resident"], name="residents_key_of"),
        ]
