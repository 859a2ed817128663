"""What is asked of those who keep a record: that somebody be moved in, or that something be put right."""

from django.db import models
from django.db.models import Q

from jingwei.domains.residents.contracts import RequestKind, RequestState
from jingwei.domains.residents.models.people import LIVINGS, Resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class Request(ScopedModel):
    """One request. It lies where the record lies, and is seen there and by whoever asked.

    ``to_code``, ``house_id``, ``address``, ``living`` say where somebody lives now; ``words`` what is wrong.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in RequestKind])
    state = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in RequestState],
        default=RequestState.OPEN.value,
    )
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+", db_index=False)
    to_code = models.CharField(max_length=15, blank=True)
    house_id = models.UUIDField(null=True)
    address = models.CharField(max_length=200, blank=True)
    living = models.PositiveSmallIntegerField(choices=LIVINGS, null=True)
    from_on = models.DateField(null=True)
    words = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    asker_person_id = models.UUIDField(null=True)
    asker_post_id = models.UUIDField(null=True)
    asker_name = models.CharField(max_length=80)
    decided_at = models.DateTimeField(null=True)
    decided_post_id = models.UUIDField(null=True)
    decided_name = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "scope_code", "-asked_at", "-id"], name="residents_request_state"),
            models.Index(fields=["resident"], name="residents_request_of"),
            models.Index(
                fields=["asker_post_id", "-asked_at"],
                name="residents_request_post",
                condition=Q(asker_post_id__isnull=False),
            ),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """Whoever asked: the post, or the person themselves where no post asked."""
        if actor.post_id is not None:
            return Q(asker_post_id=actor.post_id)
        return Q(asker_person_id=actor.person_id, asker_post_id=None) if actor.person_id else NONE
