"""Reads of incidents: one matter with its course, lists by keyset, the inbox of a post."""

from jingwei.domains.incidents.queries.filters import Bucket, Filter, buckets_of
from jingwei.domains.incidents.queries.hands import OpenWork, open_work
from jingwei.domains.incidents.queries.inbox import COUNT_CAP, inbox_counts
from jingwei.domains.incidents.queries.lists import LARGEST_PAGE, NEVER, PAGE_SIZE, Order, list_incidents
from jingwei.domains.incidents.queries.matter import (
    Course,
    actions_for,
    course_of,
    hears_questions,
    incident_for,
    item_of,
    question_of,
    seen_by,
    standing_of,
    urged_again_at,
)
from jingwei.domains.incidents.queries.nearby import Similar, similar_by_place
from jingwei.domains.incidents.queries.published import figures_of, lately_closed, open_matters
from jingwei.domains.incidents.queries.receivers import receivers_for
from jingwei.domains.incidents.queries.rows import batch_moves, seen_among

__all__ = [
    "COUNT_CAP",
    "LARGEST_PAGE",
    "NEVER",
    "PAGE_SIZE",
    "Bucket",
    "Course",
    "Filter",
    "OpenWork",
    "Order",
    "Similar",
    "actions_for",
    "batch_moves",
    "buckets_of",
    "course_of",
    "figures_of",
    "hears_questions",
    "inbox_counts",
    "incident_for",
    "item_of",
    "lately_closed",
    "list_incidents",
    "open_matters",
    "open_work",
    "question_of",
    "receivers_for",
    "seen_among",
    "seen_by",
    "similar_by_place",
    "standing_of",
    "urged_again_at",
]
