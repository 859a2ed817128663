"""Every table of the database: with its fence in words, or with the reason why it needs none."""

from dataclasses import dataclass

from tests.matrix.fences import of_dwellings, of_organisations, of_residents, of_visits, of_workforce, rules
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
_rulings = either(_within_area_code, rules.bound_in(), unit("from_unit_id"), unit("to_unit_id"))
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
_given = either(machine, unit("giver_unit_id"), post("giver_post_id"))
_of_share = through("tasking_share", "share_id", rules.task_share)
_of_door_visit = through("doorvisits_doorvisit", "visit_id", rules.log_entry)
_of_concern = through("concerns_concern", "concern_id", rules.concern)
_of_collection = through("freshness_collection", "collection_id", _in_area)
_of_resource = through("ledger_resource", "resource_id", rules.resource)

_of_resident = through("residents_resident", "resident_id", of_residents.resident)
_of_household = through("residents_household", "household_id", _in_area)
_of_case = through("supervision_case", "case_id", rules.supervision_case)
_of_machines_for_staff = Fence(sees=rules.for_staff_at_it, adds=machine, changes=rules.for_staff_at_it)
_together = Fence(sees=rules.together, adds=rules.of_own_unit, changes=rules.of_own_unit)


def _part_of(table: str, column: str) -> Fence:
    """Parts of joint work: changed by whoever called, and by the unit whose part it is."""
    conducts = through(table, column, rules.of_own_unit)
    sees = through(table, column, rules.together)
    return Fence(sees=sees, adds=conducts, changes=rules.both(sees, either(conducts, unit())))


_keys = Fence(sees=rules.administered, adds=rules.administered, changes=rules.administered)
_of_key = through("access_key", "key_id", rules.administered)

FENCED: dict[str, Fence] = {
    **{name: Fence(**rules_of) for name, rules_of in of_workforce.RULES.items()},
    **{name: Fence(**rules_of) for name, rules_of in of_dwellings.RULES.items()},
    **{name: Fence(**rules_of) for name, rules_of in of_organisations.RULES.items()},
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
    "incidents_clockwarning": Fence(sees=rules.for_staff_at_it, adds=machine, changes=rules.for_staff_at_it),
    "clocks_watch": Fence(sees=machine, adds=machine, changes=machine),
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
    "incidents_assist": _beside_incident(),
    "incidents_objection": _beside_incident(sees=rules.for_staff_at_it, changes=rules.for_staff_at_it),
    "incidents_tie": Fence(sees=rules.for_staff_at_it, adds=everybody, removes=machine),
    "incidents_precedent": Fence(sees=_rulings, adds=_within_area_code, changes=_within_area_code),
    "joint_whistle": _together,
    "joint_meeting": _together,
    "returnvisits_visit": Fence(sees=rules.behind, adds=machine, changes=machine),
    "returnvisits_count": Fence(sees=rules.behind, adds=machine, changes=machine),
    "returnvisits_sample": Fence(sees=of_visits.sample, adds=machine, changes=machine),
    "returnvisits_spotcheck": Fence(sees=rules.spot_check, adds=machine, changes=machine),
    "joint_summons": _part_of("joint_whistle", "whistle_id"),
    "joint_invited": _part_of("joint_meeting", "meeting_id"),
    "joint_decision": _part_of("joint_meeting", "meeting_id"),
    "joint_mediation": Fence(sees=rules.together, adds=rules.takes_part, changes=rules.takes_part),
    "joint_party": Fence(sees=rules.mediators_line, adds=rules.mediators_line, changes=machine),
    "joint_mediationentry": Fence(sees=rules.mediators_line, adds=rules.mediators_line),
    "joint_enforcement": _together,
    "joint_enforcer": _part_of("joint_enforcement", "enforcement_id"),
    "joint_finding": Fence(
        sees=through("joint_enforcement", "enforcement_id", rules.together),
        adds=rules.both(rules.of_own_unit, through("joint_enforcement", "enforcement_id", rules.together)),
    ),
    "supervision_card": _beside_incident(sees=rules.for_staff_at_it, changes=rules.for_staff_at_it),
    "supervision_cardentry": Fence(sees=rules.for_staff_at_it, adds=everybody),
    "supervision_note": _of_machines_for_staff,
    "supervision_lapsefound": _of_machines_for_staff,
    "supervision_case": Fence(
        sees=rules.supervision_case,
        adds=rules.of_own_unit,
        changes=either(machine, unit(), unit("receiver_unit_id")),
    ),
    "supervision_caseentry": Fence(sees=_of_case, adds=_of_case),
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
    "tasking_task": Fence(sees=rules.task, adds=_given, changes=machine),
    "tasking_share": Fence(sees=rules.task_share, adds=_given, changes=rules.task_share),
    "tasking_shareentry": Fence(sees=_of_share, adds=_of_share),
    "doorvisits_doorvisit": Fence(
        sees=rules.log_entry, adds=either(machine, person()), changes=machine, removes=machine
    ),
    "doorvisits_landed": Fence(sees=_of_door_visit, adds=_of_door_visit, removes=machine),
    "worklog_logentry": Fence(sees=rules.log_entry, adds=either(machine, person()), changes=rules.log_entry),
    "concerns_concern": Fence(sees=rules.concern, adds=either(machine, post()), changes=rules.concern),
    "concerns_hearing": Fence(sees=_of_concern, adds=_of_concern),
    "concerns_weekcount": Fence(sees=_in_area, adds=machine, changes=machine, removes=machine),
    "freshness_collection": Fence(sees=_in_area, adds=machine, changes=_in_area, removes=machine),
    "freshness_item": Fence(sees=_of_collection, adds=machine, changes=_of_collection, removes=machine),
    "freshness_gridcount": Fence(sees=_in_area, adds=machine, changes=machine, removes=machine),
    "worklog_daycount": Fence(sees=_in_area, adds=machine, changes=machine, removes=machine),
    "residents_resident": Fence(
        sees=of_residents.resident, adds=_in_area, changes=_in_area, removes=of_residents.taken_back
    ),
    "residents_residentchange": Fence(
        sees=_of_resident, adds=_of_resident, removes=of_residents.taken_back_with_resident
    ),
    "residents_residence": Fence(
        sees=either(_in_area, _of_resident),
        adds=_in_area,
        changes=_in_area,
        removes=of_residents.taken_back_with_resident,
    ),
    "residents_household": Fence(sees=_in_area, adds=_in_area, changes=_in_area, removes=machine),
    "residents_member": Fence(sees=_of_household, adds=_of_household, changes=_of_household, removes=machine),
    "residents_request": Fence(sees=of_residents.request, adds=machine, changes=machine, removes=machine),
    "residents_key": Fence(sees=_in_area, adds=_in_area, changes=_in_area, removes=_in_area),
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
    "routing_simulation": _own_entirely,
}

OPEN: dict[str, str] = {
    "incidents_handoffrule": "what a city decided about returning and objecting is told to everybody",
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
    "clocks_policy": "what a city decided about its clocks is public",
    "clocks_policylimit": "what a city decided about its clocks is public",
    "clocks_policywarning": "what a city decided about its clocks is public",
    "supervision_policyversion": "what a city decided about supervision is for everybody who works there",
    "clocks_workinghours": "the working hours are public",
    "returnvisits_policy": "who is visited after closing is what a city decided, and public",
    "workforce_kind": "kinds of force are the city's, and public",
    "workforce_standard": "what a grid should have is what a city decided, and public",
    "joint_disputekind": "the kinds of disputes and how long mediating them may take are public",
    "django_migrations": "the state of the schema",
    "forms_citycode": "codes that the city's forms choose from; they name nobody",
    "forms_citytable": "the city's own code tables",
    "forms_fielduse": "how often a field was filled in and used; no values and nobody's name but the field's",
    "forms_formversion": "what the city's forms ask for, which anybody who fills one in may know",
    "geography_columns": "PostGIS's own list of columns",
    "geometry_columns": "PostGIS's own list of columns",
    "ledger_componentkind": "the code table of components, as the city publishes it",
    "doorvisits_visitformversion": "what is asked at every door, which anybody who asks may know",
    "concerns_topic": "the city's tree of topics; names nobody",
    "ledger_resourcekind": "kinds of resources; names no thing and nobody",
    "limits_bucket": "keyed digests with a count; nobody can be read from it",
    "limits_spent": "keyed digests of what was used up; nobody can be read from it",
    "memory_mark": "random numbers that say when something that everybody may know was changed",
    "procrastinate_events": "times at which jobs began and ended",
    "procrastinate_jobs": "jobs carry ids, never what stands behind them",
    "procrastinate_periodic_defers": "when periodic jobs were deferred",
    "procrastinate_workers": "which workers live",
    "retention_run": "how often each period was carried out and how many rows went; nobody stands in it",
    "routing_dutylist": "the duty matrix is public",
    "routing_dutyrow": "the duty matrix is public",
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
