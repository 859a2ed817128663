"""Calls, seats, call-backs, hand-over notes, and the addresses people have named. Own centre only: see ``CentreOwned``."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db.models import Q

from jingwei.domains.hotline.contracts import CallState, Direction, Emergency, Reached
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.scoping import ALL, NONE, ScopedModel
from jingwei.kernel.ids import uuid7


class CentreOwned(ScopedModel):
    """A row that is one centre's business: who telephoned is not for the centres above to browse.

    Its area is the centre's, for the audit; sight goes by unit alone, in the query and in the fence.
    """

    unit_id = models.UUIDField()

    class Meta:
        abstract = True

    @classmethod
    def sight(cls, actor: Actor) -> Q:
        return cls.listing(actor)

    @classmethod
    def listing(cls, actor: Actor, within: str | None = None) -> Q:
        if actor.scope == ANYWHERE:
            return ALL
        return Q(unit_id=actor.sharing_unit_id) if actor.sharing_unit_id else NONE


class Seat(ScopedModel):
    """A desk post that takes calls 坐席, and the extension that rings on its table."""

    post_id = models.UUIDField(primary_key=True, editable=False)
    unit_id = models.UUIDField()
    extension = models.CharField(max_length=20, unique=True)
    is_signed_on = models.BooleanField(default=False)
    since_at = models.DateTimeField()

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        return Q(unit_id=actor.sharing_unit_id) if actor.sharing_unit_id else NONE


class Call(CentreOwned):
    """One call, as the exchange told of it. ``recording`` is the exchange's reference; we never fetch the sound."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call_key = models.CharField(max_length=80, unique=True)
    direction = models.CharField(max_length=8, choices=[(d.value, d.value) for d in Direction])
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in CallState])
    seat_post_id = models.UUIDField(null=True)
    extension = models.CharField(max_length=20, blank=True)
    number_sealed = models.BinaryField(null=True)
    number_index = models.BinaryField(null=True)
    number_tail = models.BinaryField(null=True)
    rang_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    recording = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["unit_id", "-rang_at", "-id"], name="hotline_call_newest"),
            models.Index(fields=["seat_post_id"], name="hotline_call_open", condition=Q(ended_at=None)),
            models.Index(
                fields=["rang_at"], name="hotline_call_numbered", condition=Q(number_sealed__isnull=False)
            ),
        ]


class CallEvent(models.Model):
    """What the exchange told, each event once: append-only, so that a repeated one is recognised."""

    event_id = models.CharField(max_length=80, primary_key=True)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+", db_index=False)
    happening = models.CharField(max_length=10)
    at = models.DateTimeField()
    told_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["call", "at"], name="hotline_event_call")]


class CallMatter(models.Model):
    """Which matters a call was about: append-only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="+", db_index=False)
    incident = models.ForeignKey(
        "incidents.Incident", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_taken_in = models.BooleanField()
    at = models.DateTimeField()
    post_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "incident"], name="hotline_call_matter_once")]
        indexes = [models.Index(fields=["incident"], name="hotline_call_matter_case")]


class Reception(models.Model):
    """How a matter came to the desk: by whom it was taken, a letter's own date, a visitor's place of reception."""

    incident = models.OneToOneField(
        "incidents.Incident", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    channel = models.CharField(max_length=10)
    unit_id = models.UUIDField()
    post_id = models.UUIDField(null=True)
    taken_by = models.CharField(max_length=80)
    at = models.DateTimeField()
    written_on = models.DateField(null=True)
    place = models.CharField(max_length=100, blank=True)
    is_sms_wanted = models.BooleanField(default=False)


class HandOver(CentreOwned):
    """A matter handed to 110, 119 or 120: what was said, when, by whom. ``text`` is what was read out."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    service = models.CharField(max_length=3, choices=[(s.value, s.value) for s in Emergency])
    place = models.CharField(max_length=200)
    words = models.CharField(max_length=1000)
    text = models.TextField()
    at = models.DateTimeField()
    post_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80)
    call = models.ForeignKey(Call, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    incident = models.ForeignKey(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["unit_id", "-at", "-id"], name="hotline_handover_newest"),
            models.Index(
                fields=["incident"], name="hotline_handover_case", condition=Q(incident__isnull=False)
            ),
        ]


class CallBack(CentreOwned):
    """A promise to call back. Open until ``done_at``; overdue after ``due_at``."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number_sealed = models.BinaryField(null=True)
    number_index = models.BinaryField(null=True)
    number_tail = models.BinaryField(null=True)
    why = models.CharField(max_length=200)
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=80)
    call = models.ForeignKey(Call, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    incident = models.ForeignKey(
        "incidents.Incident", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    claimed_by_id = models.UUIDField(null=True)
    claimed_by_name = models.CharField(max_length=80, blank=True)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True, choices=[(r.value, r.value) for r in Reached])
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit_id", "due_at", "id"], name="hotline_cb_open", condition=Q(done_at=None)
            ),
            models.Index(
                fields=["unit_id", "-done_at", "-id"],
                name="hotline_cb_done",
                condition=Q(done_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["call"], name="hotline_cb_once_a_missed_call", condition=Q(made_by="", done_at=None)
            )
        ]


class CallBackAttempt(models.Model):
    """One attempt to call back: append-only."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call_back = models.ForeignKey(CallBack, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=80)
    reached = models.CharField(max_length=12)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["call_back", "at"], name="hotline_attempt_order")]


class KnownAddress(ScopedModel):
    """An address that was named in reports, once for each community. ``pairs`` are what it is found by."""

    id = models.BigAutoField(primary_key=True)
    text = models.CharField(max_length=200)
    position = models.PointField(srid=4326, null=True, spatial_index=False)
    pairs = ArrayField(models.CharField(max_length=2))
    uses = models.PositiveIntegerField()
    last_used_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["city_code", "county_code", "township_code", "community_code", "text"],
                name="hotline_address_once",
                nulls_distinct=False,
            )
        ]
        indexes = [
            GinIndex(fields=["pairs"], name="hotline_address_pairs"),
            models.Index(fields=["-last_used_at"], name="hotline_address_newest"),
            models.Index(fields=["county_code", "-last_used_at"], name="hotline_address_county"),
            models.Index(fields=["township_code", "-last_used_at"], name="hotline_address_township"),
            models.Index(fields=["community_code", "-last_used_at"], name="hotline_address_community"),
        ]


class KnownPlace(models.Model):
    """A landmark for everybody's suggestions: named by several reports, without doors, and of nobody.

    Made anew every night from the addresses named in reports; ``position`` is the middle of where they lay.
    """

    id = models.BigAutoField(primary_key=True)
    area_code = models.CharField(max_length=15)
    text = models.CharField(max_length=40)
    position = models.PointField(srid=4326, null=True, spatial_index=False)
    pairs = ArrayField(models.CharField(max_length=2))
    uses = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area_code", "text"], name="hotline_place_once")]
        indexes = [GinIndex(fields=["pairs"], name="hotline_place_pairs")]
