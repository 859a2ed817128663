"""Every table of the database: with its fence in words, or with the reason why it needs none."""

from dataclasses import dataclass

from tests.matrix.fences import rules
from tests.matrix.fences.rules import (
    Rule,
    either,
    everybody,
    machine,
    nobody,
    own,
    person,
    post,
    through,
    unit,
)


@dataclass(frozen=True, slots=True)
class Fence:
    """Who sees a row, and who may write one. ``None``: the application's role may not do that at all.

    ``adds`` answers whether somebody may write a copy of this very row. Where it is everybody, what may be written
    is decided by the service, because who writes could not see the row before or after.
    """

    sees: Rule
    adds: Rule | None
    changes: Rule | None = None
    removes: Rule | None = None


def _beside_incident(**given: Rule | None) -> Fence:
    through_it = rules.through_incident()
    facts = {"sees": through_it, "adds": everybody, "changes": through_it} | given
    return Fence(**facts)  # type: ignore[arg-type]


_own_hotline = Fence(sees=rules.of_own_unit, adds=rules.of_own_unit, changes=rules.of_own_unit)
_machines = Fence(sees=machine, adds=machine, changes=machine, removes=machine)
_own_entirely = Fence(sees=own, adds=own, changes=own, removes=own)
_proof = Fence(sees=everybody, adds=machine)
_in_area = either(machine, rules.area())
_within_area_code = either(machine, rules.area("area_code"))
_call_parts = through("hotline_call", "call_id", rules.of_own_unit)
_attempts = through("hotline_callback", "call_back_id", rules.of_own_unit)
_rows = through("imports_batch", "batch_id", rules.batch)
_mappings = either(machine, unit("keeper_id"), post("keeper_id"), person("keeper_id"))
_for_whom = either(machine, post(), person())

_of_draft = through("territory_draft", "draft_id", _in_area)
_of_area = Fence(sees=_in_area, adds=_in_area, changes=_in_area)
_publication = through("territory_publication", "publication_id", _in_area)
_of_published = Fence(sees=_publication, adds=_publication, changes=_publication)
_of_geometry = through("territory_geometryimport", "geometry_import_id", _of_draft)
_of_component = through("ledger_component", "component_id", rules.component)
_of_place = through("gazetteer_place", "place_id", _in_area)
_of_resource = through("ledger_resource", "resource_id", rules.resource)

_keys = Fence(sees=rules.administered, adds=rules.administered, changes=rules.administered)
_of_key = through("access_key", "key_id", rules.administered)

FENCED: dict[str, Fence] = {
    "access_account": Fence(sees=own, adds=everybody, changes=own),
    "access_containerlink": _own_entirely,
    "access_key": _keys,
    "access_keysecret": Fence(sees=_of_key, adds=_of_key, changes=_of_key),
    "access_knownplace": _machines,
    "access_person": Fence(
        sees=rules.somebody, adds=everybody, changes=either(machine, person("id")), removes=nobody
    ),
    "access_providerlink": _own_entirely,
    "access_providersession": _machines,
    "access_providerstate": _machines,
    "access_recoverycode": _own_entirely,
    "access_secondfactor": _own_entirely,
    "access_token": Fence(sees=own, adds=everybody, changes=own, removes=machine),
    "administration_pass": _machines,
    "administration_phonecode": _machines,
    "administration_passwordrequest": Fence(
        sees=_within_area_code, adds=machine, changes=machine, removes=machine
    ),
    "audit_check": _proof,
    "audit_era": _proof,
    "audit_seal": _proof,
    "audit_walk": Fence(sees=everybody, adds=machine, changes=machine),
    "audit_entry": Fence(sees=rules.audit_entry, adds=nobody),
    "files_file": Fence(sees=rules.file, adds=rules.uploads_as, changes=rules.file, removes=machine),
    "files_pieceupload": Fence(sees=machine, adds=machine, changes=machine, removes=machine),
    "hotline_call": _own_hotline,
    "hotline_callback": _own_hotline,
    "hotline_handover": _own_hotline,
    "hotline_callbackattempt": Fence(sees=_attempts, adds=_attempts),
    "hotline_callevent": Fence(sees=_call_parts, adds=_call_parts),
    "hotline_callmatter": Fence(sees=_call_parts, adds=_call_parts),
    "hotline_knownaddress": Fence(sees=_in_area, adds=machine, changes=machine, removes=machine),
    "gazetteer_place": Fence(sees=everybody, adds=_in_area, changes=_in_area, removes=_in_area),
    "gazetteer_placekey": Fence(sees=everybody, adds=_of_place, removes=_of_place),
    "hotline_knownplace": Fence(sees=everybody, adds=machine, removes=machine),
    "hotline_reception": Fence(sees=rules.reception, adds=rules.of_own_unit),
    "hotline_seat": Fence(
        sees=either(_in_area, unit()), adds=_in_area, changes=either(_in_area, unit()), removes=_in_area
    ),
    "imports_batch": Fence(sees=rules.batch, adds=rules.batch, changes=rules.batch, removes=rules.batch),
    "imports_batchrow": Fence(sees=_rows, adds=_rows, changes=_rows, removes=_rows),
    "imports_export": Fence(sees=rules.export, adds=rules.export, changes=rules.export),
    "imports_mapping": Fence(sees=_mappings, adds=_mappings, changes=_mappings, removes=_mappings),
    "incidents_incident": Fence(sees=rules.incident, adds=everybody, changes=rules.incident),
    "incidents_assignment": _beside_incident(),
    "incidents_attachment": _beside_incident(),
    "incidents_extension": _beside_incident(),
    "incidents_question": _beside_incident(),
    "incidents_rating": _beside_incident(),
    "incidents_subject": _beside_incident(),
    "incidents_suspension": _beside_incident(),
    "incidents_follow": Fence(sees=own, adds=person(), removes=person()),
    "incidents_fold": _beside_incident(sees=rules.for_staff_at_it, changes=rules.for_staff_at_it),
    "incidents_hold": _beside_incident(sees=rules.for_staff_at_it, changes=rules.for_staff_at_it),
    "incidents_mark": Fence(
        sees=_within_area_code, adds=everybody, changes=_within_area_code, removes=machine
    ),
    "incidents_preservation": Fence(
        sees=rules.for_staff_at_it, adds=rules.through_incident(), changes=rules.for_staff_at_it
    ),
    "incidents_source": Fence(sees=machine, adds=everybody, removes=machine),
    "incidents_participant": Fence(sees=rules.participant, adds=everybody),
    "incidents_seen": Fence(sees=rules.seen, adds=rules.marks_seen, changes=person()),
    "incidents_step": Fence(sees=rules.step, adds=everybody),
    "territory_draft": _of_area,
    "territory_publication": _of_area,
    "territory_feature": Fence(sees=_of_draft, adds=_of_draft, changes=_of_draft),
    "territory_change": Fence(sees=_of_draft, adds=_of_draft, changes=_of_draft),
    "territory_answer": Fence(sees=_of_draft, adds=_of_draft, changes=_of_draft),
    "territory_publishedversion": _of_published,
    "territory_movedpost": _of_published,
    "territory_run": _of_published,
    "territory_move": _machines,
    "territory_geometryimport": Fence(sees=_of_draft, adds=_of_draft, changes=_of_draft),
    "territory_importedfeature": Fence(sees=_of_geometry, adds=_of_geometry, removes=_of_geometry),
    "ledger_component": Fence(sees=rules.component, adds=_in_area, changes=rules.component, removes=_in_area),
    "ledger_componententry": Fence(
        sees=_of_component,
        adds=_of_component,
        removes=rules.undone("ledger_component", "component_id", rules.component),
    ),
    "ledger_resource": Fence(sees=rules.resource, adds=_in_area, changes=rules.resource, removes=_in_area),
    "ledger_resourceentry": Fence(
        sees=_of_resource,
        adds=_of_resource,
        removes=rules.undone("ledger_resource", "resource_id", rules.resource),
    ),
    "live_presence": Fence(
        sees=rules.presence, adds=rules.appears, changes=person(), removes=either(machine, person())
    ),
    "maps_cell": Fence(sees=rules.counted, adds=machine, changes=machine, removes=machine),
    "maps_delta": Fence(sees=rules.counted, adds=everybody, changes=machine, removes=machine),
    "notices_announcement": Fence(
        sees=rules.announcement,
        adds=either(machine, post("author_post_id")),
        changes=rules.authors_announcement,
    ),
    "notices_receiver": Fence(sees=either(machine, post()), adds=machine, changes=either(machine, post())),
    "notices_notice": Fence(sees=_for_whom, adds=machine, changes=_for_whom, removes=machine),
    "notices_outgoing": _machines,
    "notices_fakedelivery": _machines,
    "preferences_savedview": Fence(
        sees=either(person(), unit("shared_unit_id")), adds=person(), changes=person(), removes=person()
    ),
    "privacy_reveal": Fence(sees=rules.reveal, adds=everybody),
}

OPEN: dict[str, str] = {
    "access_delegation": "who stands in for whom is told to colleagues; names no resident",
    "access_holding": "who holds which post, as in a directory of staff; residents hold none",
    "access_post": "posts as in a directory of staff",
    "access_unit": "units and their published numbers",
    "areas_area": "the territory is public",
    "areas_edition": "a number that says when the territory changed",
    "basemap_dataset": "which files the base map was made from",
    "basemap_edition": "a number that says when the base map changed",
    "basemap_feature": "the base map is public",
    "basemap_shape": "the base map is public",
    "clocks_calendarday": "the working calendar is public",
    "clocks_calendaryear": "the working calendar is public",
    "clocks_workinghours": "the working hours are public",
    "django_migrations": "the state of the schema",
    "geography_columns": "PostGIS's own list of columns",
    "geometry_columns": "PostGIS's own list of columns",
    "ledger_componentkind": "the code table of components, as the city publishes it",
    "ledger_resourcekind": "kinds of resources; names no thing and nobody",
    "limits_bucket": "keyed digests with a count; nobody can be read from it",
    "limits_spent": "keyed digests of what was used up; nobody can be read from it",
    "procrastinate_events": "times at which jobs began and ended",
    "procrastinate_jobs": "jobs carry ids, never what stands behind them",
    "procrastinate_periodic_defers": "when periodic jobs were deferred",
    "procrastinate_workers": "which workers live",
    "retention_run": "how often each period was carried out and how many rows went; nobody stands in it",
    "routing_item": "the item list is public",
    "routing_itemlist": "the item list is public",
    "routing_unitkind": "kinds of units are public",
    "territory_limit": "the city's grid standard is public",
    "territory_standard": "the city's grid standard is public",
    "spatial_ref_sys": "PostGIS's own list of reference systems",
}
"""A table without a fence needs one line here that says why everybody may read it."""

MISSING = (
    "{tables}: no case in tests/matrix/fences/tables.py. Write into FENCED who sees, adds, changes and removes a row "
    "(and plant one in planting.py), or into OPEN why everybody may read it."
)
