"""The code tables over HTTP. Rows of the table of components come in through the imports."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path

from jingwei.domains.ledger.api import schemas as io
from jingwei.domains.ledger.api.routes import router
from jingwei.domains.ledger.queries import kinds as queries
from jingwei.domains.ledger.queries.kinds import ResourceKindRow
from jingwei.domains.ledger.services.kinds import save_resource_kind as save
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission

P = Permission


@edge.operation(
    router,
    "GET",
    "/component-kinds",
    "listComponentKinds",
    P.READ_LEDGER,
    response=list[io.ComponentKindOut],
)
def list_component_kinds(request: HttpRequest) -> list[io.ComponentKindOut]:
    """部件代码表：大类、小类和默认巡检周期，停用的也在内。"""
    return [
        io.ComponentKindOut(
            code=kind.code,
            class_code=kind.code[:2],
            class_name=kind.class_name,
            type_name=kind.type_name,
            inspect_days=kind.inspect_days,
            is_active=kind.is_active,
        )
        for kind in queries.component_kinds()
    ]


@edge.operation(
    router, "GET", "/resource-kinds", "listResourceKinds", P.READ_LEDGER, response=list[io.ResourceKindOut]
)
def list_resource_kinds(request: HttpRequest) -> list[ResourceKindRow]:
    """资源类别，停用的也在内。"""
    return queries.resource_kinds()


@edge.operation(
    router,
    "PUT",
    "/resource-kinds/{kind_key}",
    "saveResourceKind",
    P.MANAGE_ITEMS,
    response={204: None},
)
def save_resource_kind(
    request: HttpRequest, kind_key: Annotated[io.KindKey, Path()], body: io.ResourceKindIn
) -> None:
    """增加一类资源，或改它的名称；停用的类别不再能登记，已登记的不变。仅市级。"""
    row = ResourceKindRow(
        kind_key, body.name_zh, body.name_en, body.counts_zh, body.counts_en, body.is_active
    )
    save(edge.actor(request), row)
