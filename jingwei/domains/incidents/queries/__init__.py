"""Reads of incidents: one matter with its course, lists by keyset, the inbox of a post."""

from jingwei.domains.incidents.queries.filters import Bucket, Filter, buckets_of
from jingwei.domains.incidents.queries.inbox import COUNT_CAP, inbox_counts
from jingwei.domains.incidents.queries.lists import LARGEST_PAGE, NEVER, PAGE_SIZE, Order, list_incidents
from jingwei.domains.incidents.queries.matter import (
    Course,
    actions_for,
    course_of,
    incident_for,
    item_of,
    standing_of,
)

__all__ = [
    "COUNT_CAP",
    "LARGEST_PAGE",
    "NEVER",
    "PAGE_SIZE",
    "Bucket",
    "Course",
    "Filter",
    "Order",
    "actions_for",
    "buckets_of",
    "course_of",
    "inbox_counts",
    "incident_for",
    "item_of",
    "list_incidents",
    "standing_of",
]
