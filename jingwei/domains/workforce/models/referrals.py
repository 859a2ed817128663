"""Referrals 转介: an officer asks a specialist of the grid."""

from django.db import models
from django.db.models import Q

from jingwei.domains.workforce.contracts import ReferralState
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Referral(ScopedModel):
    """A question to one specialist, about a matter or about nothing on record. It lies where it is asked for.

    Of a matter only id and number are kept: whoever reads the referral sees of it what they see of it anyway.
    ``to_person_id`` is the receiver's account; without one the asker telephones and notes the answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    service_id = models.UUIDField()
    to_person_id = models.UUIDField(null=True)
    to_name = models.CharField(max_length=40)
    kind_key = models.CharField(max_length=40)
    incident_id = models.UUIDField(null=True)
    receipt_no = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=500)
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ReferralState], default=ReferralState.ASKED
    )
    answer = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    asker_name = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["scope_code", "-asked_at", "-id"], name="workforce_referral_area"),
            models.Index(fields=["community_code", "-asked_at", "-id"], name="workforce_referral_comm"),
            models.Index(fields=["person_id", "-asked_at", "-id"], name="workforce_referral_asker"),
            models.Index(fields=["to_person_id", "-asked_at", "-id"], name="workforce_referral_to"),
            models.Index(
                fields=["incident_id"],
                name="workforce_referral_matter",
                condition=Q(incident_id__isnull=False),
            ),
        ]

    @classmethod
    def sight_of_own(cls, actor: Actor) -> Q:
        """Who asked and who was asked."""
        if actor.person_id is None:
            return NONE
        return Q(person_id=actor.person_id) | Q(to_person_id=actor.person_id)
