"""What is written down of a call, and what it must hold."""

from dataclasses import dataclass

from jingwei.domains.returnvisits.rules.refusals import AnswerMissing, AnswerWithoutContact

SATISFIED_FROM = 4
"""Stars of five from which somebody counts as satisfied: the same as everywhere in public."""


@dataclass(frozen=True, slots=True)
class VisitAnswer:
    """What somebody said: reached or not, solved or not, one to five stars, and their words."""

    is_contacted: bool
    is_solved: bool | None = None
    stars: int | None = None
    remark: str = ""


def require_answer(answer: VisitAnswer) -> None:
    """Raises: AnswerMissing, AnswerWithoutContact."""
    given = (answer.is_solved, answer.stars)
    if answer.is_contacted and None in given:
        raise AnswerMissing
    if not answer.is_contacted and given != (None, None):
        raise AnswerWithoutContact


def words_of_reopening(remark: str) -> str:
    """The reason in the course; who reported reads it too, so it names nobody."""
    said = remark.strip()
    return f"回访：反映人表示没有解决。{said}" if said else "回访：反映人表示没有解决。"
