"""A duty matrix in force, for what its operations point at; it speaks of no item that the planted matters have."""

from datetime import datetime

from jingwei.domains.routing.contracts import NewLine
from jingwei.domains.routing.queries.duties import lines_of
from jingwei.domains.routing.services.duties import load_duties
from jingwei.kernel.clock import local
from tests.matrix.people import FOUNDER


def plant_duties(at: datetime) -> dict[str, int]:
    """Where the addresses of duty lists and their lines lead."""
    line = NewLine(lead="urban_management", item_prefix="98")
    opened = load_duties(FOUNDER, "矩阵权责清单", [line], local(at).date(), at=at)
    return {"duty_list_id": opened.pk, "duty_line_id": lines_of(opened.pk)[0].line_id}
