"""Incidents over HTTP: reports and reading, the course, and the reporter's own way in."""

from ninja import Router

from jingwei.domains.incidents.api.course import router as course
from jingwei.domains.incidents.api.reading import router as reading
from jingwei.domains.incidents.api.reporting import router as reporting

router = Router(tags=["incidents"])
for part in (reporting, reading, course):
    router.add_router("", part)
