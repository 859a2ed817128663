"""What the demo city asks besides: two more fields of buildings, a code table of its own, and a draft being written.

Invented like the rest of the demo.
"""

from collections.abc import Sequence
from datetime import datetime

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import Code, Field, FieldKind
from jingwei.foundation.forms.queries.standing import form_of
from jingwei.foundation.forms.queries.versions import draft_of
from jingwei.foundation.forms.services.drafting import change_draft, publish_draft, start_draft
from jingwei.foundation.forms.services.tables import save_code_table
from jingwei.kernel.clock import local

SECTION = {"section_zh": "设施", "section_en": "Facilities"}
GATES = (
    Code("none", "没有门禁", "No door control"),
    Code("card", "刷卡", "Card"),
    Code("code", "密码", "Code"),
    Code("guard", "有人值守", "Somebody on duty"),
)
LIFTS = Field("lifts", "电梯", "Lifts", FieldKind.WHOLE, least=0, most=40, unit_zh="部", **SECTION)
GATE = Field("gate", "单元门禁", "Door control", FieldKind.CHOICE, code_table="gate_kind", **SECTION)
GAS = Field("piped_gas", "通管道燃气", "Piped gas", FieldKind.YES_NO, **SECTION)


def load_demo_forms(actor: Actor, *, at: datetime) -> int:
    """Publish the form of buildings and begin one of houses, where nobody has. Returns how many were written."""
    if form_of(BUILDING, on=local(at).date()).version or draft_of(BUILDING) or draft_of(HOUSE):
        return 0
    save_code_table(
        actor, "gate_kind", title_zh="门禁方式", title_en="Door control", source="本市自定", codes=GATES
    )
    edition = _draft(actor, BUILDING, (LIFTS, GATE), at=at)
    publish_draft(actor, BUILDING, valid_from=local(at).date(), edition=edition, at=at)
    _draft(actor, HOUSE, (GAS,), at=at)
    return 2


def _draft(actor: Actor, kind: str, more: Sequence[Field], *, at: datetime) -> int:
    form = form_of(kind, on=local(at).date())
    draft = start_draft(actor, kind, at=at)
    return change_draft(
        actor,
        kind,
        title_zh=form.title_zh,
        title_en=form.title_en,
        fields=[*form.fields, *more],
        period_days=form.period_days,
        edition=draft.edition,
        at=at,
    ).edition
