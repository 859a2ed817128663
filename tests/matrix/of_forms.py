"""A draft of a form, for what its operations point at; forms are the whole city's."""

from datetime import datetime

from jingwei.config.wiring import RECORD_KINDS
from jingwei.foundation.forms.services.drafting import start_draft
from tests.cast import CITY
from tests.matrix.people import FOUNDER

OF_THE_CITY = dict.fromkeys(
    ("draftForm", "changeFormDraft", "publishForm", "discardFormDraft", "saveCodeTable"), CITY
)
"""Operations of forms and code tables, which only whoever has the whole city in their care may use."""


def plant_form_draft(at: datetime) -> dict[str, object]:
    """Where the addresses of forms lead."""
    kind = RECORD_KINDS[0].key
    start_draft(FOUNDER, kind, at=at)
    return {"record_kind": kind, "code_table_key": "stall_kind"}
