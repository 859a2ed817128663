"""A form, a house with two people, and a visit, as tests make them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.doorvisits.contracts import NOTE, Landing, Question, VisitForm
from jingwei.domains.doorvisits.models import DoorVisit
from jingwei.domains.doorvisits.rules.answers import Answer, Looked
from jingwei.domains.doorvisits.services.publishing import publish_visit_form
from jingwei.domains.doorvisits.services.visiting import NewVisit, NoteGiven, record_visit
from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import House
from jingwei.domains.dwellings.tests.things import farmhouse
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.tests.people import PHONE, resident
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10

USE = Question("use", "房屋用途", "Use of the house", (Landing(HOUSE, "use"),))
TENURE = Question("tenure", "使用情况", "How the house is used", (Landing(HOUSE, "tenure"),))
PHONES = Question("phone", "联系电话", "Telephone", (Landing(RESIDENT, "phone"),))
MINDS = Question("minds", "最近有什么烦心事", "What is on your mind", (Landing(NOTE, "words"),))
QUESTIONS = (USE, TENURE, PHONES, MINDS)
NOISE = "0105"
"""A topic every city starts with."""
NEW_PHONE = "13973700001"
RENTED, LIVED_IN = "20", "10"
NOTE_GIVEN = NoteGiven(MINDS.key, NOISE, "夜里施工吵")


def published(
    questions: tuple[Question, ...] = QUESTIONS, *, at: datetime = MONDAY_10, after: int = 0
) -> VisitForm:
    return publish_visit_form(
        CAST.ding,
        title=("日常走访表", "Everyday visit"),
        questions=questions,
        valid_from=local(at).date(),
        after_version=after,
        at=at,
    )


def at_home(**facts: Any) -> tuple[House, Resident, Resident]:
    """A house of its own with two people in it."""
    house = farmhouse(**facts)
    first = resident("王小明", 1, facts={"phone": PHONE}, house_id=house.pk)
    second = resident("李四", 2, house_id=house.pk)
    return house, first, second


def looked(house: House, *people: Resident, **versions: int) -> list[Looked]:
    found = [Looked(HOUSE, house.pk, versions.get("of_house", 1))]
    return found + [Looked(RESIDENT, one.pk, versions.get("of_person", 1)) for one in people]


def same(question: Question, record_id: UUID | None = None) -> Answer:
    return Answer(question.key, record_id, is_unchanged=True)


def told(question: Question, value: object, record_id: UUID | None = None) -> Answer:
    return Answer(question.key, record_id, value)


def visited(
    house: House,
    people: tuple[Resident, ...],
    answers: list[Answer],
    *,
    actor: Actor = CAST.lin,
    at: datetime = MONDAY_10,
    visit_id: UUID | None = None,
    version: int = 1,
    note: NoteGiven | None = None,
    versions: Mapping[str, int] | None = None,
) -> DoorVisit:
    new = NewVisit(
        visit_id or uuid7(),
        house.pk,
        version,
        looked(house, *people, **(versions or {})),
        answers,
        note,
    )
    return record_visit(actor, new, at=at)
