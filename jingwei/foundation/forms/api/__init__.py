"""Forms as data over HTTP: what desk and phone draw from, and what the city's administrator changes."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Path, Router

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.documents.contracts import Asked, Document, Language
from jingwei.foundation.documents.services.printing import MEDIA_TYPE, make_pdf
from jingwei.foundation.forms.api import schemas as io
from jingwei.foundation.forms.contracts import Code, CodeTable, Field, FieldKind, Form, Keeping, SeenBy
from jingwei.foundation.forms.queries.assessment import AssessedField, assessment
from jingwei.foundation.forms.queries.registry import kind_of
from jingwei.foundation.forms.queries.standing import code_table, code_tables, form_of
from jingwei.foundation.forms.queries.unused import UNUSED_DAYS, unused_fields
from jingwei.foundation.forms.queries.versions import (
    Standing,
    draft_of,
    faults_of_draft,
    kinds_with_forms,
    versions_of,
)
from jingwei.foundation.forms.rules.tables import SHIPPED
from jingwei.foundation.forms.services.assessing import assessment_document
from jingwei.foundation.forms.services.drafting import (
    change_draft,
    discard_draft,
    publish_draft,
    start_draft,
)
from jingwei.foundation.forms.services.reading import form_seen
from jingwei.foundation.forms.services.tables import save_code_table
from jingwei.kernel.clock import local, now
from jingwei.kernel.redlines import RED_LINES

router = Router(tags=["forms"])
READ, MANAGE = Permission.USE_ACCOUNT, Permission.MANAGE_FORMS
KindKey = Annotated[str, Path(pattern=r"^[a-z_]{2,14}\.[a-z_]{2,14}$")]
TableKey = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
SHIPPED_KEYS = frozenset(table.key for table in SHIPPED)


@edge.operation(router, "GET", "", "listForms", MANAGE, response=list[io.RecordKindOut])
def list_forms(request: HttpRequest) -> list[io.RecordKindOut]:
    """各类记录的表单：现行版本、待生效的日期、有没有草稿。"""
    return [
        io.RecordKindOut(
            kind=one.kind.key,
            title_zh=one.form.title_zh,
            title_en=one.form.title_en,
            version=one.form.version,
            valid_from=one.form.valid_from,
            coming_from=one.coming_from,
            has_draft=one.has_draft,
            field_count=len(one.form.fields),
            personal_count=sum(field.is_personal for field in one.form.fields),
            period_days=one.form.period_days,
            is_about_person=one.kind.is_about_person,
        )
        for one in kinds_with_forms(on=local(now()).date())
    ]


@edge.operation(router, "GET", "/code-tables", "listCodeTables", READ, response=list[io.CodeTableOut])
def list_code_tables(request: HttpRequest) -> list[io.CodeTableOut]:
    """全部代码表：国家标准的、随程序提供的和本市自己的。"""
    return [_table(one) for one in code_tables().values()]


@edge.operation(
    router, "PUT", "/code-tables/{code_table_key}", "saveCodeTable", MANAGE, response=io.CodeTableOut
)
def save_table(request: HttpRequest, code_table_key: TableKey, body: io.CodeTableIn) -> io.CodeTableOut:
    """新建或修改一张代码表：代码可以增加、停用，不能去掉；国家标准的只能停用。"""
    codes = [Code(one.value, one.name_zh, one.name_en, one.is_active) for one in body.codes]
    saved = save_code_table(
        edge.actor(request),
        code_table_key,
        title_zh=body.title_zh,
        title_en=body.title_en,
        source=body.source,
        codes=codes,
    )
    return _table(saved)


@edge.operation(router, "GET", "/unused-fields", "listUnusedFields", MANAGE, response=io.UnusedFieldsOut)
def list_unused_fields(request: HttpRequest) -> io.UnusedFieldsOut:
    """必填而长期没有人用过的项：可以考虑不再要求填写。"""
    rows = [
        io.UnusedFieldOut(
            kind=one.kind.key,
            title_zh=one.kind.title_zh,
            title_en=one.kind.title_en,
            key=one.field.key,
            label_zh=one.field.label_zh,
            label_en=one.field.label_en,
            given=one.given,
            first_given_on=one.first_given_on,
            last_given_on=one.last_given_on,
            last_used_on=one.last_used_on,
        )
        for one in unused_fields(on=local(now()).date())
    ]
    return io.UnusedFieldsOut(days=UNUSED_DAYS, rows=rows)


@edge.operation(router, "GET", "/assessment", "getDataAssessment", MANAGE, response=io.DataAssessmentOut)
def get_data_assessment(request: HttpRequest) -> io.DataAssessmentOut:
    """个人信息保护影响评估：收集什么、为什么、凭什么、留多久、谁能看、看了多少次。"""
    found = assessment(at=now())
    return io.DataAssessmentOut(
        made_at=found.at,
        look_days=found.look_days,
        forms=[
            io.AssessedFormOut(
                kind=one.form.kind,
                title_zh=one.form.title_zh,
                title_en=one.form.title_en,
                version=one.form.version,
                is_about_person=one.is_about_person,
                fields=_assessed(one.fields),
                other_fields=one.other_fields,
            )
            for one in found.forms
        ],
        other=_assessed(found.other),
        never=[io.NeverAskedOut(reason_zh=one.reason_zh, reason_en=one.reason_en) for one in RED_LINES],
    )


@edge.operation(router, "GET", "/assessment.pdf", "printDataAssessment", MANAGE, response={200: None})
def print_data_assessment(request: HttpRequest, language: Language = Language.ZH) -> StreamingHttpResponse:
    """评估的PDF，可签字存档。"""
    at = now()
    asked = Asked(language, is_outside=False, at=at)
    document = assessment_document(assessment(at=at), asked)
    response = StreamingHttpResponse(_laid_out(edge.actor(request), document), content_type=MEDIA_TYPE)
    name = f"{document.title} {local(at):%Y-%m-%d}.pdf"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@edge.operation(router, "GET", "/{record_kind}", "getForm", READ, response=io.RecordFormOut)
def get_form(request: HttpRequest, record_kind: KindKey) -> HttpResponse:
    """现行表单和它用到的代码表；坐席、手机都按它画。没有变化时回答304。"""
    kind = kind_of(record_kind)
    may_manage = is_permitted(edge.actor(request), kind.permission)
    form = form_seen(form_of(record_kind, on=local(now()).date()), may_manage=may_manage)
    tables = dict.fromkeys(one.code_table for one in form.fields if one.code_table)
    answer = io.RecordFormOut(
        **_head(form),
        is_about_person=kind.is_about_person,
        may_manage=may_manage,
        fields=_fields(form.fields),
        code_tables=[_table(found) for key in tables if (found := code_table(key)) is not None],
    )
    body = answer.model_dump_json().encode()
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    is_same = tag in request.headers.get("If-None-Match", "")
    response = HttpResponse(
        b"" if is_same else body,
        status=304 if is_same else 200,
        content_type="application/json; charset=utf-8",
    )
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Authorization, Cookie"
    return response


@edge.operation(
    router, "GET", "/{record_kind}/versions", "listFormVersions", MANAGE, response=list[io.FormVersionOut]
)
def list_form_versions(request: HttpRequest, record_kind: KindKey) -> list[io.FormVersionOut]:
    """草稿和历次发布的版本，最近的在前；最后是程序自带的。"""
    return _versions(record_kind, at=now())


@edge.operation(
    router, "POST", "/{record_kind}/draft", "draftForm", MANAGE, response={201: io.FormVersionOut}
)
def draft_form(request: HttpRequest, record_kind: KindKey) -> io.FormVersionOut:
    """新建草稿：现行版本的副本。"""
    start_draft(edge.actor(request), record_kind, at=now())
    return _versions(record_kind, at=now())[0]


@edge.operation(router, "PUT", "/{record_kind}/draft", "changeFormDraft", MANAGE, response=io.FormVersionOut)
def change_form_draft(request: HttpRequest, record_kind: KindKey, body: io.FormDraftIn) -> io.FormVersionOut:
    """保存草稿，并说明还差什么才能发布。"""
    change_draft(
        edge.actor(request),
        record_kind,
        title_zh=body.title_zh,
        title_en=body.title_en,
        fields=[_field(one) for one in body.fields],
        period_days=body.period_days,
        edition=body.edition,
        at=now(),
    )
    return _versions(record_kind, at=now())[0]


@edge.operation(
    router, "POST", "/{record_kind}/draft/publish", "publishForm", MANAGE, response=io.FormVersionOut
)
def publish_form(request: HttpRequest, record_kind: KindKey, body: io.FormPublishIn) -> io.FormVersionOut:
    """发布草稿，自启用日起对坐席、手机、导入和接口同时生效。"""
    published = publish_draft(
        edge.actor(request), record_kind, valid_from=body.valid_from, edition=body.edition, at=now()
    )
    return next(one for one in _versions(record_kind, at=now()) if one.version == published.version)


@edge.operation(router, "DELETE", "/{record_kind}/draft", "discardFormDraft", MANAGE, response={204: None})
def discard_form_draft(request: HttpRequest, record_kind: KindKey) -> None:
    """放弃草稿。"""
    discard_draft(edge.actor(request), record_kind)


def _versions(kind: str, *, at: datetime) -> list[io.FormVersionOut]:
    draft = draft_of(kind)
    faults = faults_of_draft(draft) if draft is not None else []
    return [
        io.FormVersionOut(
            **_head(one.form),
            standing=one.standing.value,
            fields=_fields(one.form.fields),
            by=one.by,
            edition=draft.edition if draft is not None and one.standing is Standing.DRAFT else 0,
            faults=[
                io.FormFaultOut(field=fault.field, message=fault.message_zh, message_en=fault.message_en)
                for fault in (faults if one.standing is Standing.DRAFT else [])
            ],
        )
        for one in versions_of(kind, on=local(at).date())
    ]


def _head(form: Form) -> dict[str, Any]:
    names = ("kind", "version", "valid_from", "title_zh", "title_en", "period_days")
    return {name: getattr(form, name) for name in names}


def _fields(fields: Sequence[Field]) -> list[io.FormFieldOut]:
    return [io.FormFieldOut(**asdict(one)) for one in fields]


def _field(body: io.FormFieldIn) -> Field:
    told = body.dict()
    told |= {
        "kind": FieldKind(body.kind),
        "keeping": Keeping(body.keeping),
        "seen_by": SeenBy(body.seen_by),
    }
    return Field(**told)


def _table(table: CodeTable) -> io.CodeTableOut:
    return io.CodeTableOut(
        key=table.key,
        title_zh=table.title_zh,
        title_en=table.title_en,
        source=table.source,
        is_national=table.is_national,
        is_shipped=table.key in SHIPPED_KEYS,
        codes=[io.CodeOut(**asdict(code)) for code in table.codes],
    )


def _assessed(fields: Sequence[AssessedField]) -> list[io.AssessedFieldOut]:
    return [io.AssessedFieldOut(**asdict(one)) for one in fields]


def _laid_out(who: Actor, document: Document) -> Iterator[bytes]:
    """Only when the transaction has ended: laying out takes a second, and needs no connection meanwhile."""
    yield make_pdf(who, document)
