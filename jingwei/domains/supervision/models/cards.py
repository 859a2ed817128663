"""What is said to whoever owes a matter: cards, the answers to leaders' notes, and lapses that rules found."""

from django.db import models
from django.db.models import Q

from jingwei.domains.supervision.contracts import CardKind, CardState, LapseKind
from jingwei.kernel.ids import uuid7

OPEN = Q(ended_at=None)


class Beside(models.Model):
    """Something beside a matter: whoever of the staff sees the matter sees it, who reported never does."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    incident = models.ForeignKey(
        "incidents.Incident", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Card(Beside):
    """A card 督办单 on a matter: raised by rule (``by_rule`` names what was reached) or by hand, owed by a unit.

    ``missed`` counts the deadlines for an answer that passed; ``missed_due_at`` is the last of them.
    """

    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CardKind])
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CardState])
    unit_id = models.UUIDField()
    by_unit_id = models.UUIDField()
    by_area = models.CharField(max_length=15)
    by_name = models.CharField(max_length=80)
    by_rule = models.JSONField(null=True)
    reason = models.CharField(max_length=500)
    raised_at = models.DateTimeField()
    missed = models.PositiveSmallIntegerField(default=0)
    missed_due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident"], name="supervision_card_one_open", condition=OPEN),
        ]
        indexes = [
            models.Index(fields=["incident", "raised_at"], name="supervision_card_matter"),
            models.Index(fields=["-raised_at", "-id"], name="supervision_card_newest"),
            models.Index(fields=["unit_id", "-raised_at"], name="supervision_card_unit"),
            models.Index(fields=["by_unit_id", "-raised_at"], name="supervision_card_raiser"),
        ]


class CardEntry(Beside):
    """One line of a card's course: raised, answered, sent back, accepted, lifted, missed. Append-only."""

    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="+", db_index=False)
    act = models.CharField(max_length=10)
    at = models.DateTimeField()
    unit_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80)
    words = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["card", "at"], name="supervision_cardentry_card")]


class Note(Beside):
    """That a unit owes an answer to a leader's note 批示, which is the step ``version`` of the matter's course."""

    version = models.PositiveIntegerField()
    unit_id = models.UUIDField()
    noted_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer_name = models.CharField(max_length=80, blank=True)
    answer_post_id = models.UUIDField(null=True)
    answer = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "version"], name="supervision_note_once"),
        ]


class LapseFound(Beside):
    """A lapse that a rule found, of the unit that owed the matter then. ``key`` is what it was found by.

    It ends where what it says is no longer so: a closing against the resident's word that was reopened.
    """

    lapse = models.CharField(max_length=12, choices=[(one.value, one.value) for one in LapseKind])
    key = models.CharField(max_length=60)
    unit_id = models.UUIDField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "lapse", "key"], name="supervision_lapse_once"),
        ]
        indexes = [
            models.Index(fields=["-at", "-id"], name="supervision_lapse_newest"),
            models.Index(fields=["unit_id", "-at"], name="supervision_lapse_unit"),
        ]
