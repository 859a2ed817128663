"""What a form may ask, what becomes of one whose fields changed, and who publishes it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jingwei.domains.doorvisits.contracts import NOTE, About, Landing, Question
from jingwei.domains.doorvisits.queries.forms import visit_form, visit_forms
from jingwei.domains.doorvisits.rules.forms import (
    MOST_LANDS,
    MOST_QUESTIONS,
    about_of,
    field_of,
    form_faults,
    landing_faults,
    question_of,
    sound_questions,
    written,
)
from jingwei.domains.doorvisits.rules.refusals import BadVisitForm, VisitStartRefused
from jingwei.domains.doorvisits.tests.visiting import MINDS, PHONES, QUESTIONS, TENURE, USE, published
from jingwei.foundation.forms.contracts import Field, FieldKind, Form
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError, Forbidden, StaleVersion
from jingwei.kernel.redlines import RedLineCrossed
from tests.cast import CAST, MONDAY_10

TITLE = ("日常走访表", "Everyday visit")


def form(kind: str, *fields: Field) -> Form:
    return Form(kind, 1, None, kind, kind, fields)


def field(key: str, kind: FieldKind = FieldKind.TEXT, table: str = "") -> Field:
    return Field(key, f"项{key}", key, kind, code_table=table)


LET = field("let", FieldKind.CHOICE, "yes_no")
KINDS = {
    "homes.home": (About.HOUSE, form("homes.home", LET, field("use", FieldKind.CHOICE, "house_use"))),
    "people.person": (
        About.PERSON,
        form("people.person", LET, field("phone", FieldKind.PHONE), field("number", FieldKind.IDENTITY)),
    ),
}


def asks(key: str, *lands: tuple[str, str], words: str = "问题") -> Question:
    return Question(key, words, words, tuple(Landing(*one) for one in lands))


LETS = asks("let", ("homes.home", "let"), ("people.person", "let"))
CALLS = asks("phone", ("people.person", "phone"))


def said(*questions: Question, title: tuple[str, str] = TITLE) -> str:
    return "".join(one.message_zh for one in form_faults(title, questions, KINDS))


def test_a_question_is_about_the_house_where_any_of_its_fields_is_and_about_each_person_else() -> None:
    assert about_of(LETS, KINDS) is About.HOUSE
    assert about_of(CALLS, KINDS) is About.PERSON
    assert about_of(MINDS, KINDS) is About.NOTE
    assert field_of(LETS, KINDS) == LET
    assert field_of(asks("x", ("gone.gone", "x")), KINDS) is None
    assert said(LETS, CALLS, MINDS) == ""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (asks("Key", ("homes.home", "use")), "小写字母"),
        (asks("use"), "1至"),
        (asks("use", *[("homes.home", f"a{n}") for n in range(MOST_LANDS + 1)]), "1至"),
        (asks("use", ("homes.home", "use"), ("homes.home", "use")), "不能重复"),
        (asks("use", ("homes.home", "use"), words=" "), "中文问法"),
        (asks("use", ("homes.home", "use"), words="长" * 61), "中文问法"),
        (asks("use", ("homes.home", "gone")), "已不在表单里"),
        (asks("use", ("gone.kind", "use")), "已不在表单里"),
        (asks("use", ("people.person", "number")), "公民身份号码"),
        (asks("use", ("homes.home", "use"), ("people.person", "phone")), "类型或代码表不同"),
        (asks("use", ("homes.home", "use"), ("homes.home", "let")), "类型或代码表不同"),
        (asks("use", (NOTE, "words"), ("homes.home", "use")), "民情"),
        (asks("use", (NOTE, "other")), "民情"),
        (asks("use", ("homes.home", "use"), words="宗教信仰"), "不能问"),
    ],
)
def test_each_fault_of_a_question_is_told(question: Question, words: str) -> None:
    assert words in said(question)


def test_faults_between_questions_and_of_the_whole() -> None:
    assert "键相同" in said(CALLS, replace(LETS, key="phone"))
    assert "同一项" in said(CALLS, replace(CALLS, key="other"))
    assert "只能问一次" in said(MINDS, replace(MINDS, key="again"))
    assert "1至" in said()
    assert "1至" in said(*[asks(f"q{n}", ("homes.home", f"f{n}")) for n in range(MOST_QUESTIONS + 1)])
    assert "名称" in said(CALLS, title=("", ""))
    assert "不能这样命名" in said(CALLS, title=("宗教信仰调查", "Visit"))


def test_a_field_that_vanished_is_told_and_its_question_is_asked_no_more() -> None:
    later = KINDS | {"people.person": (About.PERSON, form("people.person", LET))}
    assert [one.question for one in landing_faults((LETS, CALLS), later)] == ["phone"]
    assert sound_questions((LETS, CALLS), later) == [LETS]
    other = {"homes.home": (About.HOUSE, form("homes.home", field("let", FieldKind.TEXT)))}
    assert [one.question for one in landing_faults((LETS,), KINDS | other)] == ["let"]
    assert question_of(written(LETS)) == LETS


@pytest.mark.django_db
def test_a_form_is_published_for_a_day_and_the_next_one_follows() -> None:
    today = local(MONDAY_10).date()
    assert visit_form(on=today).version == 0
    assert published().version == 1
    found = visit_form(on=today)
    assert (found.questions, found.published_by) == (QUESTIONS, CAST.ding.name)
    with pytest.raises(StaleVersion):
        published()
    with pytest.raises(VisitStartRefused):
        published(at=MONDAY_10 - timedelta(days=3), after=1)
    week = MONDAY_10 + timedelta(days=7)
    published((USE, TENURE), at=week, after=1)
    assert visit_form(on=today).version == 1
    assert visit_form(on=local(week).date()).version == 2
    assert [one.version for one in visit_forms()] == [2, 1]


@pytest.mark.django_db
def test_what_may_not_be_asked_is_refused_and_only_who_manages_forms_publishes() -> None:
    with pytest.raises(BadVisitForm) as refused:
        published((replace(PHONES, lands=(Landing("residents.person", "gone"),)),))
    assert [one["question"] for one in refused.value.data["faults"]] == ["phone"]
    with pytest.raises(RedLineCrossed):
        published((replace(USE, words_zh="宗教信仰"),))
    with pytest.raises(Forbidden):
        from jingwei.domains.doorvisits.services.publishing import publish_visit_form

        publish_visit_form(
            CAST.wu,
            title=TITLE,
            questions=QUESTIONS,
            valid_from=local(MONDAY_10).date(),
            after_version=0,
            at=MONDAY_10,
        )
    assert issubclass(BadVisitForm, DomainError)
