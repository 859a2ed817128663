"""The demo's visits at the door: a form that asks about house, people and minds, and some visits of one officer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.ledger import SEEDER
from jingwei.config.demo.organisation import GRID_ONE
from jingwei.config.demo.staff import Staff
from jingwei.domains.doorvisits.contracts import NOTE, About, Landing, Question
from jingwei.domains.doorvisits.models import DoorVisit
from jingwei.domains.doorvisits.queries.hooks import ledgers
from jingwei.domains.doorvisits.rules.answers import Answer, Looked
from jingwei.domains.doorvisits.services.publishing import publish_visit_form
from jingwei.domains.doorvisits.services.visiting import NewVisit, NoteGiven, record_visit
from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

TENURE = Question("tenure", "房屋现在怎么用", "How the house is used", (Landing(HOUSE, "tenure"),))
USE = Question("use", "房屋用途", "Use of the house", (Landing(HOUSE, "use"),))
PHONE = Question("phone", "联系电话", "Telephone", (Landing(RESIDENT, "phone"),))
MINDS = Question("minds", "最近有什么烦心事", "What is on people's minds", (Landing(NOTE, "words"),))
TITLE = ("日常入户走访表", "Everyday door visit")
NOTED = NoteGiven(MINDS.key, "0303", "电梯常停，老人上下楼不便")
HOUSES = 4
A_DAY = timedelta(days=1)


def seed_door_visits(*, at: datetime, say: Callable[[str], object]) -> int:
    """Publish the form and make the visits, once. Returns how many were made."""
    with eyes(SEEDER):
        if DoorVisit.objects.unscoped("the demo is seeded once").exists():
            return 0
        lived_in = Resident.objects.visible_to(SEEDER).filter(Resident.inside(GRID_ONE), ended_at=None)
        houses = list(
            lived_in.exclude(house_id=None).order_by("house_id").values_list("house_id", flat=True).distinct()
        )[:HOUSES]
    if not houses:
        return 0
    say("发布走访表，写入入户走访（演示数据） …")
    form = publish_visit_form(
        SEEDER,
        title=TITLE,
        questions=(TENURE, USE, PHONE, MINDS),
        valid_from=local(at - A_DAY).date(),
        after_version=0,
        at=at - A_DAY,
    )
    with eyes(SEEDER):
        officer = Staff(SMALL_COUNTY_CODE).officer(GRID_ONE)
    for number, house_id in enumerate(houses):
        with eyes(officer):
            looked, answers = _all_as_it_was(officer, house_id)
        if number == 0:
            answers = [one for one in answers if one.question != TENURE.key]
            answers.append(Answer(TENURE.key, None, "let"))
        new = NewVisit(uuid7(), house_id, form.version, looked, answers, NOTED if number == 1 else None)
        record_visit(officer, new, at=at - timedelta(hours=HOUSES - number))
    return len(houses)


def _all_as_it_was(officer: Actor, house_id: UUID) -> tuple[list[Looked], list[Answer]]:
    looked: list[Looked] = []
    answers = [Answer(one.key, None, is_unchanged=True) for one in (TENURE, USE)]
    for ledger in ledgers():
        for one in ledger.known(officer, house_id):
            looked.append(Looked(ledger.kind, one.record_id, one.version))
            if ledger.about is About.PERSON:
                answers.append(Answer(PHONE.key, one.record_id, is_unchanged=True))
    return looked, answers
