"""What administration keeps itself: who asked for a new password, and codes sent to mobile numbers."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.administration.rules import RequestEnd
from jingwei.kernel.ids import uuid7


class PasswordRequest(models.Model):
    """Somebody forgot a password. The same row is written for a name that does not exist.

    ``person_id`` and ``area_code`` are found afterwards, behind the door; without a person nobody sees the row and it
    is deleted after a day. What was typed is sealed, and erased when the request ends.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name_index = models.BinaryField()
    username_sealed = models.BinaryField(null=True)
    contact_sealed = models.BinaryField(null=True)
    asked_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    person_id = models.UUIDField(null=True)
    area_code = models.CharField(max_length=15, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.UUIDField(null=True)
    outcome = models.CharField(max_length=10, blank=True, choices=[(e.value, e.value) for e in RequestEnd])
    remark = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "name_index", condition=Q(ended_at=None), name="administration_request_one"
            ),
        ]
        indexes = [
            models.Index(fields=["area_code", "-asked_at"], name="administration_request_area"),
            models.Index(fields=["person_id"], name="administration_request_person"),
        ]


class PhoneCode(models.Model):
    """A code sent by SMS. Number, address and code are keyed digests; only the system reads them, for two days."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    phone_index = models.BinaryField()
    address_index = models.BinaryField()
    code_digest = models.BinaryField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["phone_index", "-sent_at"], name="administration_code_phone"),
            models.Index(fields=["address_index", "-sent_at"], name="administration_code_address"),
            models.Index(fields=["sent_at"], name="administration_code_sent"),
        ]


class Pass(models.Model):
    """What an outside system lent us for a while (an access token, a ticket), sealed, for every process alike."""

    name = models.CharField(primary_key=True, max_length=60)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField()
