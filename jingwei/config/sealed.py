"""Every column that holds values under the key of personal fields, and as what they were sealed.

``columns`` asks the models, so that none is forgotten: a column that is called sealed and stands here nowhere is a fault.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from jingwei.config.wiring import RECORD_KINDS
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.joint.rules.personal import PARTY_NAME, PARTY_PHONE
from jingwei.domains.ledger.rules.personal import CONTACT_NAME, CONTACT_PHONE
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.foundation.access.services.factors import SECRET_FIELD
from jingwei.foundation.administration.contracts import RESIDENT_PHONE, STAFF_PHONE
from jingwei.foundation.administration.queries.staff import CONTACT_FIELD
from jingwei.foundation.administration.rules.providers import PROVIDER_SUBJECT
from jingwei.foundation.administration.services.containers import LENT
from jingwei.foundation.administration.services.providers import FAREWELL_FIELD
from jingwei.foundation.administration.services.resets import NAME_FIELD
from jingwei.foundation.imports.queries import ANSWER_FIELD, FAULTS_FIELD
from jingwei.foundation.notices.contracts import CONTAINER_SUBJECT
from jingwei.foundation.notices.services.messages import TEXT_FIELD
from jingwei.foundation.records import Record

OF_ROW = "="
"""Stands before an SQL expression, where each row says itself as what it was sealed."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "access_containerlink.subject_sealed": (CONTAINER_SUBJECT.name,),
    "access_person.phone_sealed": (STAFF_PHONE.name, RESIDENT_PHONE.name),
    "access_providerlink.subject_sealed": (PROVIDER_SUBJECT.name,),
    "access_providersession.farewell_sealed": (FAREWELL_FIELD,),
    "access_secondfactor.secret_sealed": (f"{OF_ROW}'{SECRET_FIELD}:' || person_id",),
    "administration_pass.sealed": (LENT,),
    "administration_passwordrequest.contact_sealed": (CONTACT_FIELD,),
    "administration_passwordrequest.username_sealed": (NAME_FIELD,),
    "hotline_call.number_sealed": (CALLER_NUMBER.name,),
    "hotline_callback.number_sealed": (CALL_BACK_NUMBER.name,),
    "imports_batchrow.answer_sealed": (ANSWER_FIELD,),
    "imports_batchrow.faults_sealed": (FAULTS_FIELD,),
    "incidents_incident.reporter_name_sealed": (REPORTER_NAME.name,),
    "incidents_incident.reporter_phone_sealed": (REPORTER_PHONE.name,),
    "joint_party.name_sealed": (PARTY_NAME.name,),
    "joint_party.phone_sealed": (PARTY_PHONE.name,),
    "ledger_resource.contact_name_sealed": (CONTACT_NAME.name,),
    "ledger_resource.contact_phone_sealed": (CONTACT_PHONE.name,),
    "notices_outgoing.address_sealed": (f"{OF_ROW}address_field->>'name'",),
    "notices_outgoing.text_sealed": (TEXT_FIELD,),
    "workforce_member.phone_sealed": (MEMBER_PHONE.name,),
}


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of ciphertexts. ``fields`` are the names of which one was bound in; of records by form (``is_by_form``)
    the column holds many by key, and ``fields`` are the kinds before the key."""

    table: str
    key: str
    column: str
    fields: tuple[str, ...]
    is_by_form: bool = False

    @property
    def name(self) -> str:
        return f"{self.table}.{self.column}"


def columns() -> list[SealedColumn]:
    """All of them, by name. Raises: LookupError for one of which nobody has said as what it is sealed."""
    return sorted(
        (_column(model, field) for model in apps.get_models() for field in _sealed_of(model)),
        key=lambda one: one.name,
    )


def _sealed_of(model: type[models.Model]) -> Iterable["models.Field[object, object]"]:
    for field in model._meta.local_fields:
        is_called_so = field.name == "sealed" or field.name.endswith("_sealed")
        if is_called_so and isinstance(field, models.BinaryField | models.JSONField):
            yield field


def _column(model: type[models.Model], field: "models.Field[object, object]") -> SealedColumn:
    table, key = model._meta.db_table, str(model._meta.pk.column)
    if issubclass(model, Record):
        kinds = [kind.key for kind in RECORD_KINDS if kind.key.startswith(f"{model._meta.app_label}.")]
        return SealedColumn(table, key, field.column, tuple(kinds), is_by_form=True)
    return SealedColumn(table, key, field.column, FIELDS[f"{table}.{field.column}"])
