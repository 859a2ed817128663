"""What a form may ask: every question lands in fields that are there, and that hold the same sort of answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jingwei.domains.doorvisits.contracts import NOTE, About, Landing, Question, QuestionFault
from jingwei.foundation.forms.contracts import Field, FieldKind, Form
from jingwei.kernel.redlines import red_line_of

KEY = re.compile(r"[a-z][a-z0-9_]{0,29}", re.ASCII)
MOST_QUESTIONS, MOST_LANDS = 40, 6
LONGEST_WORDS, LONGEST_WORDS_EN = 60, 120
NOTE_FIELD = "words"
Kinds = Mapping[str, tuple[About, Form]]
"""The ledgers that may be asked about, with the form each has now."""


def about_of(question: Question, kinds: Kinds) -> About:
    """Once for the house if any of its fields is the house's; else for each person."""
    if question.lands and question.lands[0].kind == NOTE:
        return About.NOTE
    is_once = any(one.kind in kinds and kinds[one.kind][0] is About.HOUSE for one in question.lands)
    return About.HOUSE if is_once else About.PERSON


def asked_by(question: Question, kinds: Kinds) -> Landing | None:
    """The field that says how a question is answered: the first of whom it is asked about. None for a note."""
    about = about_of(question, kinds)
    return next((one for one in question.lands if one.kind in kinds and kinds[one.kind][0] is about), None)


def field_of(question: Question, kinds: Kinds) -> Field | None:
    """The same as its form has it now; None where it is there no more."""
    land = asked_by(question, kinds)
    return kinds[land.kind][1].field(land.field) if land else None


def form_faults(title: tuple[str, str], questions: Sequence[Question], kinds: Kinds) -> list[QuestionFault]:
    """Everything that keeps a form from being published, in the order of its questions."""
    faults = [QuestionFault("", zh, en) for zh, en in _whole(title, questions)]
    keys: set[str] = set()
    taken: set[Landing] = set()
    for one in questions:
        for zh, en in _complaints(one, kinds, keys=keys, taken=taken):
            faults.append(
                QuestionFault(
                    one.key, f"“{one.words_zh or one.key}”{zh}。", f"“{one.words_en or one.key}” {en}."
                )
            )
        keys.add(one.key)
        taken |= set(one.lands)
    return faults


def sound_questions(questions: Sequence[Question], kinds: Kinds) -> list[Question]:
    """The questions that can be asked as things stand: those whose fields vanished or no longer fit are left out."""
    return [one for one in questions if not list(_landing_complaints(one, kinds))]


def landing_faults(questions: Sequence[Question], kinds: Kinds) -> list[QuestionFault]:
    """What has become of a published form: fields that vanished, or that hold different sorts of answers by now."""
    return [
        QuestionFault(one.key, f"“{one.words_zh}”{zh}。", f"“{one.words_en}” {en}.")
        for one in questions
        for zh, en in _landing_complaints(one, kinds)
    ]


def written(question: Question) -> dict[str, Any]:
    """A question as it is stored."""
    return {
        "key": question.key,
        "words_zh": question.words_zh,
        "words_en": question.words_en,
        "lands": [[one.kind, one.field] for one in question.lands],
    }


def question_of(stored: Mapping[str, Any]) -> Question:
    """A stored question."""
    lands = tuple(Landing(kind, field) for kind, field in stored["lands"])
    return Question(stored["key"], stored["words_zh"], stored["words_en"], lands)


def _whole(title: tuple[str, str], questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    if not title[0].strip() or not title[1].strip():
        yield "走访表要有中文和英文名称。", "The visit form needs a Chinese and an English title."
    crossed = red_line_of(title[0]) or red_line_of(title[1])
    if crossed is not None:
        yield (
            f"走访表不能这样命名：{crossed.reason_zh}。",
            f"Not a name for a visit form: {crossed.reason_en}.",
        )
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        yield f"走访表要有1至{MOST_QUESTIONS}个问题。", f"A visit form asks 1 to {MOST_QUESTIONS} questions."
    if sum(any(land.kind == NOTE for land in one.lands) for one in questions) > 1:
        yield "民情只能问一次。", "What is on people's minds is asked once."


def _complaints(
    one: Question, kinds: Kinds, *, keys: set[str], taken: set[Landing]
) -> Iterator[tuple[str, str]]:
    if not KEY.fullmatch(one.key):
        yield (
            "的键只能用小写字母、数字和下划线，以字母开头",
            "needs a key of lower-case letters, digits and underscores",
        )
    elif one.key in keys:
        yield f"与另一个问题的键相同（{one.key}）", f"has the key of another question ({one.key})"
    if (
        not 1 <= len(one.words_zh.strip()) <= LONGEST_WORDS
        or not 1 <= len(one.words_en.strip()) <= LONGEST_WORDS_EN
    ):
        yield (
            f"要有中文问法（最多{LONGEST_WORDS}字）和英文问法（最多{LONGEST_WORDS_EN}个字符）",
            f"needs Chinese words ({LONGEST_WORDS} characters) and English ones ({LONGEST_WORDS_EN})",
        )
    for words in (one.key, one.words_zh, one.words_en):
        crossed = red_line_of(words)
        if crossed is not None:
            yield f"不能问：{crossed.reason_zh}", f"must not be asked: {crossed.reason_en}"
            break
    if any(land in taken for land in one.lands):
        yield "的答案与另一个问题落到同一项", "lands in the same field as another question"
    yield from _landing_complaints(one, kinds)


def _landing_complaints(one: Question, kinds: Kinds) -> Iterator[tuple[str, str]]:
    lands = one.lands
    if not 1 <= len(lands) <= MOST_LANDS or len(set(lands)) != len(lands):
        yield f"的答案要落到1至{MOST_LANDS}项，不能重复", f"has to land in 1 to {MOST_LANDS} different fields"
        return
    if any(land.kind == NOTE for land in lands):
        if lands != (Landing(NOTE, NOTE_FIELD),):
            yield "记为民情的，不能再落到别的项", "is noted as a concern and lands in nothing else"
        return
    found: list[Field] = []
    for land in lands:
        name = f"{land.kind}.{land.field}"
        field = kinds[land.kind][1].field(land.field) if land.kind in kinds else None
        if field is None:
            yield f"要落到的“{name}”已不在表单里", f"lands in “{name}”, which is in no form any more"
        elif field.kind is FieldKind.IDENTITY:
            yield (
                "是公民身份号码：核对一次就要留痕一次，请在本人的记录里修改",
                "is an identity number: each check of one is recorded, so it is changed in the person's own record",
            )
        else:
            found.append(field)
    if len({(field.kind, field.code_table) for field in found}) > 1:
        names = "、".join(field.label_zh for field in found)
        names_en = ", ".join(field.label_en for field in found)
        yield (
            f"要落到的几项类型或代码表不同：{names}",
            f"lands in fields of different kinds or code tables: {names_en}",
        )
