"""Incidents and what stands beside them. States change only through services; steps are append-only."""

from typing import ClassVar

from django.contrib.gis.db import models
from django.db.models import Exists, OuterRef, Q

from jingwei.domains.incidents.contracts import State
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import NONE, ScopedModel
from jingwei.kernel.ids import uuid7

OPEN = Q(state__lt=70)
BY_AREA = {level: [f"{level}_code"] for level in ("county", "township", "community")}


class Incident(ScopedModel):
    """One matter from report to rating. Source of the course: GB/T 30428 and domain.md, seven steps.

    ``sight_floor`` is the longest area code that still sees it by area: 15 for everybody, 0 for confidential
    tips. ``scope_code`` and the ancestors are its place by today's division; ``day_code`` is that day's area where
    borders moved since (empty: the same). ``place_cell`` is the
    small square its position lies in (``rules.nearby``) and ``map_key`` its Z-order number (``kernel.squares``): indexes
    on place that the fence lets be used. Rows
    are inserted by statements that name their columns: a plain ``save`` would ask for the cell back (RETURNING).
    ``head_id`` is the matter a report was folded into, ``fold_count`` how many were folded into this one.
    ``referee_id`` is the centre that has to decide an objection now.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    receipt_no = models.CharField(max_length=20, unique=True)
    tracking_index = models.BinaryField(unique=True)
    fingerprint = models.BinaryField()
    channel = models.CharField(max_length=10)
    state = models.PositiveSmallIntegerField(choices=[(int(s), s.name) for s in State])
    version = models.PositiveIntegerField(default=1)
    item_code = models.CharField(max_length=6, blank=True)
    item_id = models.BigIntegerField(null=True)
    title = models.CharField(max_length=60)
    words = models.TextField(blank=True)
    address = models.CharField(max_length=200, blank=True)
    position = models.PointField(srid=4326, null=True, spatial_index=False)
    place_cell = models.GeneratedField(
        expression=models.Func("position", function="jw_place_cell"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    map_key = models.GeneratedField(
        expression=models.Func("position", function="jw_map_key"),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    given_lon = models.FloatField(null=True)
    given_lat = models.FloatField(null=True)
    datum = models.CharField(max_length=10, blank=True)
    accuracy_m = models.FloatField(null=True)
    special_grid_code = models.CharField(max_length=15, null=True)
    day_code = models.CharField(max_length=15, null=True)
    is_urgent = models.BooleanField(default=False)
    identity = models.CharField(max_length=12)
    reporter_id = models.UUIDField(null=True)
    reporter_name_sealed = models.BinaryField(null=True)
    reporter_phone_sealed = models.BinaryField(null=True)
    reporter_phone_index = models.BinaryField(null=True)
    reporter_phone_tail = models.BinaryField(null=True)
    about_unit_id = models.UUIDField(null=True)
    receiving_post_id = models.UUIDField(null=True)
    sight_floor = models.PositiveSmallIntegerField(default=15)
    centre_id = models.UUIDField()
    centre_area = models.CharField(max_length=15)
    handler_unit_id = models.UUIDField(null=True)
    assignee_post_id = models.UUIDField(null=True)
    reported_at = models.DateTimeField()
    received_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    stage_started_at = models.DateTimeField()
    stage_limit = models.CharField(max_length=8, blank=True)
    due_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    is_due_provisional = models.BooleanField(default=False)
    next_warn_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    is_history = models.BooleanField(default=False)
    external_source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=80, blank=True)
    external_due_at = models.DateTimeField(null=True)
    duplicate_of_external = models.CharField(max_length=80, blank=True)
    head_id = models.UUIDField(null=True)
    fold_count = models.PositiveIntegerField(default=0, db_default=0)
    referee_id = models.UUIDField(null=True)

    owner_field: ClassVar[str | None] = "reporter_id"
    has_sight_floor: ClassVar[bool] = True

    class Meta:
        indexes = [
            models.Index(
                fields=["centre_id", "state", "due_at"],
                name="incidents_centre_open",
                condition=Q(state__lt=70),
            ),
            models.Index(
                fields=["handler_unit_id", "state", "due_at"],
                name="incidents_handler_open",
                condition=Q(state__lt=70, handler_unit_id__isnull=False),
            ),
            models.Index(fields=["-reported_at", "-id"], name="incidents_newest"),
            models.Index(fields=["county_code", "-reported_at", "-id"], name="incidents_county_newest"),
            models.Index(fields=["township_code", "-reported_at", "-id"], name="incidents_township_newest"),
            models.Index(fields=["community_code", "-reported_at", "-id"], name="incidents_community_newest"),
            models.Index(fields=["grid_code", "-reported_at", "-id"], name="incidents_grid_newest"),
            models.Index(fields=["item_code", "-reported_at", "-id"], name="incidents_item_newest"),
            # The open ones of an area: what follows the order is looked at inside the index, without the row.
            *(
                models.Index(
                    fields=[*area, "-reported_at", "-id", "due_at", "state"],
                    name=f"incidents_open_{name}",
                    condition=OPEN,
                )
                for name, area in {"newest": [], **BY_AREA}.items()
            ),
            *(
                models.Index(
                    fields=[*area, "due_at", "id", "state"], name=f"incidents_due_{name}", condition=OPEN
                )
                for name, area in {
                    "first": [],
                    "county": ["county_code"],
                    "township": ["township_code"],
                }.items()
            ),
            models.Index(
                fields=["township_code", "item_code", "-reported_at", "-id"], name="incidents_township_item"
            ),
            models.Index(
                fields=["reporter_id", "-reported_at"],
                name="incidents_reporter_newest",
                condition=Q(reporter_id__isnull=False),
            ),
            models.Index(
                fields=["reporter_phone_index"],
                name="incidents_reporter_phone",
                condition=Q(reporter_phone_index__isnull=False),
            ),
            models.Index(
                fields=["is_due_provisional"],
                name="incidents_due_provisional",
                condition=Q(is_due_provisional=True),
            ),
            models.Index(
                fields=["place_cell", "closed_at"],
                name="incidents_place_cell",
                condition=Q(place_cell__isnull=False),
            ),
            models.Index(
                fields=["state", "map_key"],
                name="incidents_map_key",
                condition=Q(map_key__isnull=False),
            ),
            models.Index(
                fields=["place_cell", "-received_at"],
                name="incidents_unfolded",
                condition=Q(place_cell__isnull=False, head_id=None, state__lt=70),
            ),
            models.Index(
                fields=["assignee_post_id", "due_at"],
                name="incidents_assignee_open",
                condition=Q(state__lt=70, assignee_post_id__isnull=False),
            ),
            models.Index(
                fields=["receiving_post_id"],
                name="incidents_receiver_open",
                condition=Q(state__lt=70, receiving_post_id__isnull=False),
            ),
            models.Index(
                fields=["head_id", "reported_at"],
                name="incidents_folded",
                condition=Q(head_id__isnull=False),
            ),
            models.Index(
                fields=["referee_id", "due_at"],
                name="incidents_disputed",
                condition=Q(referee_id__isnull=False),
            ),
            # What the sweep asks for by the minute: it costs what is due, not what is open.
            models.Index(
                fields=["next_warn_at"],
                name="incidents_next_warn",
                condition=Q(next_warn_at__isnull=False),
            ),
            # What the nightly run asks for: closed long ago, and still with a number or a name.
            models.Index(
                fields=["closed_at"],
                name="incidents_reporter_kept",
                condition=Q(reporter_phone_sealed__isnull=False) | Q(reporter_name_sealed__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["external_source", "external_id"],
                name="incidents_external_once",
                condition=~Q(external_id=""),
            ),
        ]

    @classmethod
    def sight_by_part(cls, actor: Actor) -> Q:
        """Units see what they were ever given; persons what their post was."""
        part = Q()
        if actor.sharing_unit_id is not None:
            part |= Q(unit_id=actor.sharing_unit_id, post_id=None)
        if actor.post_id is not None:
            part |= Q(post_id=actor.post_id)
        if not part:
            return NONE
        return Q(Exists(Participant.objects.filter(part, incident_id=OuterRef("pk"))))


class Fact(models.Model):
    """Something beside the state; who sees the incident sees it (row-level security through the incident)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Step(Fact):
    """One step of the course, for people: append-only. ``version`` is the incident's after the step."""

    version = models.PositiveIntegerField()
    action = models.CharField(max_length=20)
    from_state = models.PositiveSmallIntegerField(null=True)
    to_state = models.PositiveSmallIntegerField()
    centre_area = models.CharField(max_length=15)
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=80)
    role = models.CharField(max_length=20)
    at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    remark = models.TextField(blank=True)
    is_internal = models.BooleanField(default=False)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "version"], name="incidents_step_once")]
        indexes = [
            models.Index(
                fields=["person_id", "-at"],
                name="incidents_step_person",
                condition=Q(person_id__isnull=False),
            ),
        ]


class Participant(models.Model):
    """Who was ever given a part: append-only, so that what was handled stays in sight. Its own fence stands alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    part = models.CharField(max_length=12)
    since_at = models.DateTimeField()
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "unit_id", "post_id"], name="incidents_part_once", nulls_distinct=False
            ),
        ]
        indexes = [
            models.Index(fields=["unit_id", "-reported_at", "-incident"], name="incidents_part_unit"),
            models.Index(
                fields=["post_id", "-reported_at"],
                name="incidents_part_post",
                condition=Q(post_id__isnull=False),
            ),
        ]


class Assignment(Fact):
    """A task 工单 given to a unit, and inside it to a post."""

    unit_id = models.UUIDField()
    by_post_id = models.UUIDField(null=True)
    dispatched_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    assignee_post_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_assignment_one_open", condition=Q(ended_at=None)
            ),
        ]
        indexes = [
            models.Index(fields=["incident", "dispatched_at"], name="incidents_assignment_case"),
            models.Index(fields=["unit_id", "ended_at"], name="incidents_assignment_unit"),
        ]


class Extension(Fact):
    """A request for more time and its answer."""

    assignment_id = models.UUIDField()
    asked_at = models.DateTimeField()
    asked_by_post_id = models.UUIDField(null=True)
    limit = models.CharField(max_length=8)
    reason = models.TextField()
    decided_at = models.DateTimeField(null=True)
    is_granted = models.BooleanField(null=True)
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_extension_one_open", condition=Q(decided_at=None)
            ),
        ]
        indexes = [models.Index(fields=["assignment_id"], name="incidents_extension_task")]


class Suspension(Fact):
    """A pause with its reason; ``left_minutes`` of ``left_kind`` time go on when it ends."""

    started_at = models.DateTimeField()
    until_at = models.DateTimeField()
    reason = models.TextField()
    left_minutes = models.IntegerField(null=True)
    is_left_working = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_suspension_one_open", condition=Q(ended_at=None)
            ),
        ]


class Question(Fact):
    """A question to whoever reported; it ends with the answer, with a later question, or with the matter."""

    asked_at = models.DateTimeField()
    asked_by_post_id = models.UUIDField(null=True)
    asked_by_unit_id = models.UUIDField(null=True)
    words = models.TextField()
    answered_at = models.DateTimeField(null=True)
    answered_version = models.PositiveIntegerField(null=True)
    answer = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_question_one_open", condition=Q(ended_at=None)
            ),
        ]
        indexes = [models.Index(fields=["incident", "asked_at"], name="incidents_question_case")]


class Rating(Fact):
    """The reporter's word on the result; one for each closing."""

    closed_at = models.DateTimeField()
    at = models.DateTimeField()
    stars = models.PositiveSmallIntegerField()
    is_solved = models.BooleanField()
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "closed_at"], name="incidents_rating_once"),
            models.CheckConstraint(condition=Q(stars__range=(1, 5)), name="incidents_rating_stars"),
        ]


class Attachment(Fact):
    """A file shown with the incident: with the report, or as proof of a step. A file belongs to one incident."""

    file_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=14)
    version = models.PositiveIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["incident", "added_at"], name="incidents_attachment_case")]


class Seen(Fact):
    """Which member of staff has opened it, in which post: first and last time. Its own record, beside the audit."""

    person_id = models.UUIDField()
    post_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    person_name = models.CharField(max_length=80)
    role = models.CharField(max_length=20)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "person_id", "post_id"], name="incidents_seen_once", nulls_distinct=False
            ),
        ]


class Follow(Fact):
    """Somebody follows a matter that is public: they see its public course only, and nobody sees who follows."""

    person_id = models.UUIDField()
    since_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "person_id"], name="incidents_follow_once"),
        ]
        indexes = [models.Index(fields=["person_id", "-since_at"], name="incidents_follow_person")]


class Source(Fact):
    """Keyed digests of the device and the network address a report came from, for a week; only the system reads them.

    There is none of tips, of what staff take down, and of what is older: nobody is known by it, and nobody sees it.
    """

    device = models.BinaryField(null=True)
    address = models.BinaryField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident"], name="incidents_source_once")]


class Mark(models.Model):
    """A source whose next reports are held for a second look, with reason and end. ``key`` names nobody by itself."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=10)
    key = models.BinaryField(max_length=16)
    area_code = models.CharField(max_length=15)
    incident_id = models.UUIDField()
    receipt_no = models.CharField(max_length=20)
    reason = models.CharField(max_length=200)
    marked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    marked_by = models.CharField(max_length=80)
    held_count = models.PositiveIntegerField(default=0)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=80, blank=True)
    lifted_why = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["key"], name="incidents_mark_key", condition=Q(lifted_at=None)),
            models.Index(
                fields=["expires_at"],
                name="incidents_mark_phones",
                condition=Q(kind="phone", lifted_at=None),
            ),
            models.Index(fields=["-marked_at", "-id"], name="incidents_mark_newest"),
        ]


class Hold(Fact):
    """A report from a marked source, kept from the lists until a second person has looked, or the day is over.

    ``floor`` is the sight floor it gets back. One that speaks of danger is passed on at once and says so.
    """

    mark_id = models.UUIDField()
    marked_by_id = models.UUIDField(null=True)
    floor = models.PositiveSmallIntegerField()
    held_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True)
    person_id = models.UUIDField(null=True)
    post_id = models.UUIDField(null=True)
    ended_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident"], name="incidents_hold_once")]
        indexes = [
            models.Index(fields=["until_at"], name="incidents_hold_open", condition=Q(ended_at=None)),
        ]


class Fold(Fact):
    """A report folded into another matter: it keeps its words, photos, code and rating, and follows the other's course.

    ``followed_version`` is the other's version up to which it has followed.
    """

    head_id = models.UUIDField()
    folded_at = models.DateTimeField()
    folded_by = models.CharField(max_length=80)
    followed_version = models.PositiveIntegerField()
    taken_out_at = models.DateTimeField(null=True)
    taken_out_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_fold_one_open", condition=Q(taken_out_at=None)
            ),
        ]
        indexes = [
            models.Index(fields=["head_id"], name="incidents_fold_head", condition=Q(taken_out_at=None)),
        ]


class Preservation(Fact):
    """A matter whose records are preserved 留存 for an investigation or a suit: nothing of theirs goes meanwhile."""

    since_at = models.DateTimeField()
    by_name = models.CharField(max_length=80)
    by_post_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=200)
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=80, blank=True)
    end_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"], name="incidents_preservation_one_open", condition=Q(ended_at=None)
            ),
        ]


class Subject(Fact):
    """Which component of the ledger a matter is about; one at most. Null where the link was taken off again."""

    component_id = models.UUIDField(null=True)
    linked_at = models.DateTimeField()
    post_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident"], name="incidents_subject_once")]
        indexes = [
            models.Index(
                fields=["component_id"],
                name="incidents_subject_component",
                condition=Q(component_id__isnull=False),
            ),
        ]
