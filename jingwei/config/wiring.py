"""Who hears what, and which sockets are plugged in where."""

from typing import Any

from django.conf import settings

from jingwei.config.containers import plugs_of, staff_containers
from jingwei.config.grid_matters import matters_for_referral, open_by_community
from jingwei.config.map_places import places_on_map
from jingwei.config.map_sources import pictures_of
from jingwei.config.providers import home_of, providers_of
from jingwei.config.retention import RULES
from jingwei.config.settled import record_settled
from jingwei.config.unit_use import kind_words, open_incidents, used_among
from jingwei.config.visiting import LEDGERS, take_note
from jingwei.config.witnesses import witnesses_of
from jingwei.domains.clocks.contracts import CalendarYearEntered, CalendarYearMissing, WatchOverdue
from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.concerns.contracts import ConcernNoted
from jingwei.domains.concerns.queries.ground import CONCERN_GROUND
from jingwei.domains.concerns.queries.map_layer import CONCERN_LAYER
from jingwei.domains.concerns.services import plug_work_log
from jingwei.domains.concerns.services.sources import CONCERN_SOURCE
from jingwei.domains.doorvisits.queries.ground import DOOR_VISIT_GROUND
from jingwei.domains.doorvisits.queries.hooks import plug_ledgers
from jingwei.domains.doorvisits.services.sources import DOOR_VISIT_SOURCE
from jingwei.domains.dwellings.queries.ground import BUILDING_GROUND, HOUSE_GROUND
from jingwei.domains.dwellings.queries.hooks import (
    plug_followers,
    plug_house_sections,
    plug_occupancy,
    plug_usages,
)
from jingwei.domains.dwellings.queries.map_layer import BUILDING_LAYER
from jingwei.domains.dwellings.rules.records import BUILDING_KIND, HOUSE_KIND
from jingwei.domains.dwellings.services.seeing import BUILDINGS_TO_SEE, HOUSES_TO_SEE
from jingwei.domains.dwellings.services.sheets import BUILDING_SHEET, HOUSE_SHEET
from jingwei.domains.dwellings.services.sources import BUILDING_SOURCE, HOUSE_SOURCE
from jingwei.domains.freshness.contracts import FreshKind
from jingwei.domains.freshness.queries.ground import COLLECTION_GROUND
from jingwei.domains.freshness.queries.kinds import plug_kinds
from jingwei.domains.hotline.queries.kept import kept_of_calls
from jingwei.domains.hotline.queries.listening import speaks_of_danger
from jingwei.domains.hotline.queries.places import landmarks
from jingwei.domains.hotline.rules.personal import PERSONAL_FIELDS as HOTLINE_PERSONAL
from jingwei.domains.hotline.services.exchange import plug_exchange
from jingwei.domains.incidents.contracts import (
    IncidentMoved,
    IncidentReported,
    IncidentsBroughtIn,
    MattersOverdue,
    WorkHandedOver,
)
from jingwei.domains.incidents.queries.hearing import IncidentSight
from jingwei.domains.incidents.queries.map_layer import INCIDENT_INDICATORS, INCIDENT_LAYER
from jingwei.domains.incidents.queries.personal import kept_of_incidents
from jingwei.domains.incidents.rules.personal import PERSONAL_FIELDS as INCIDENT_PERSONAL
from jingwei.domains.incidents.services.export_source import INCIDENT_SOURCE
from jingwei.domains.incidents.services.filing_source import FILE_SOURCE, OUTSIDE_FILE_SOURCE
from jingwei.domains.incidents.services.guarding import plug_danger_sense
from jingwei.domains.incidents.services.regridding import INCIDENT_GROUND
from jingwei.domains.incidents.services.report_sheet import REPORT_SHEET
from jingwei.domains.joint.contracts import JointHappened
from jingwei.domains.joint.queries.dispute_section import DISPUTE_SECTION
from jingwei.domains.joint.queries.file_section import JOINT_SECTION
from jingwei.domains.joint.queries.ground import JOINT_GROUND
from jingwei.domains.joint.rules.personal import PERSONAL_FIELDS as JOINT_PERSONAL
from jingwei.domains.joint.services.sources import MEDIATION_SOURCE
from jingwei.domains.ledger.queries.ground import COMPONENT_GROUND, RESOURCE_GROUND
from jingwei.domains.ledger.queries.map_layer import COMPONENT_LAYER, RESOURCE_LAYER
from jingwei.domains.ledger.rules.personal import PERSONAL_FIELDS as LEDGER_PERSONAL
from jingwei.domains.ledger.services.sheets import COMPONENT_KIND_SHEET, COMPONENT_SHEET, RESOURCE_SHEET
from jingwei.domains.ledger.services.sources import COMPONENT_SOURCE, RESOURCE_SOURCE
from jingwei.domains.organisations.queries.ground import ORGANISATION_GROUND
from jingwei.domains.organisations.queries.map_layer import ORGANISATION_LAYER
from jingwei.domains.organisations.queries.organisations import used_by_organisations
from jingwei.domains.organisations.rules.forms import ORGANISATION_KINDS
from jingwei.domains.organisations.services.keeping import HouseFollower as OrganisationFollower
from jingwei.domains.organisations.services.seeing import ORGANISATIONS_TO_SEE
from jingwei.domains.organisations.services.sheets import ORGANISATION_SHEETS
from jingwei.domains.organisations.services.source import ORGANISATION_SOURCE
from jingwei.domains.residents.contracts import RequestMoved
from jingwei.domains.residents.queries.ground import RESIDENT_GROUND
from jingwei.domains.residents.queries.kept import kept_of_resident, used_by_residents
from jingwei.domains.residents.queries.people import people_in
from jingwei.domains.residents.rules.form import RESIDENT_KIND
from jingwei.domains.residents.services.keeping import HouseFollower
from jingwei.domains.residents.services.printing import HOUSE_PEOPLE
from jingwei.domains.residents.services.seeing import RESIDENTS_TO_SEE
from jingwei.domains.residents.services.sheet import RESIDENT_SHEET
from jingwei.domains.residents.services.source import RESIDENT_SOURCE
from jingwei.domains.returnvisits.queries.file_section import RETURN_VISITS_SECTION
from jingwei.domains.returnvisits.queries.ground import CHECK_GROUND, SAMPLE_GROUND, VISIT_GROUND
from jingwei.domains.returnvisits.services.sources import VISIT_SOURCE
from jingwei.domains.routing.services.duty_sheet import DUTY_SHEET
from jingwei.domains.routing.services.sheets import ITEM_SHEET
from jingwei.domains.supervision.contracts import Supervised
from jingwei.domains.supervision.queries.file_section import SUPERVISION_SECTION
from jingwei.domains.supervision.queries.ground import CASE_GROUND
from jingwei.domains.supervision.services.sources import LAPSE_SOURCE
from jingwei.domains.tasking.contracts import TaskMoved
from jingwei.domains.tasking.queries.ground import SHARE_GROUND, TASK_GROUND
from jingwei.domains.tasking.services.sources import SHARE_SOURCE
from jingwei.domains.workforce.contracts import ReferralMoved
from jingwei.domains.workforce.queries.ground import WORKFORCE_GROUND
from jingwei.domains.workforce.queries.referrals import plug_matters
from jingwei.domains.workforce.queries.standards import names_are_public
from jingwei.domains.workforce.queries.strength import plug_open_matters
from jingwei.domains.workforce.rules.personal import PERSONAL_FIELDS as WORKFORCE_PERSONAL
from jingwei.domains.workforce.services.sheet import MEMBER_SHEET
from jingwei.domains.workforce.services.sources import MEMBER_SOURCE
from jingwei.domains.worklog.queries.ground import LOG_GROUND
from jingwei.domains.worklog.services.sources import LOG_SOURCE
from jingwei.foundation.administration.contracts import RESIDENT_PHONE, STAFF_PHONE
from jingwei.foundation.administration.queries import kept_of_account, plug_naming
from jingwei.foundation.administration.rules.providers import PROVIDER_SUBJECT
from jingwei.foundation.administration.services.containers import plug_bridges
from jingwei.foundation.administration.services.entries_source import ENTRIES_SOURCE
from jingwei.foundation.administration.services.looks_source import LOOKS_SOURCE
from jingwei.foundation.administration.services.providers import plug_providers
from jingwei.foundation.administration.services.sheets import PEOPLE_SHEET, POST_SHEET, UNIT_SHEET
from jingwei.foundation.administration.services.units import plug_units
from jingwei.foundation.areas.contracts import GroundTable
from jingwei.foundation.audit.queries import plug_witnesses
from jingwei.foundation.basemap.services.pictures import plug_pictures
from jingwei.foundation.documents.contracts import SectionSource
from jingwei.foundation.documents.queries import plug_sections
from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.files.queries import kept_of_files
from jingwei.foundation.forms.contracts import RecordKind
from jingwei.foundation.forms.queries.assessment import plug_personal_fields
from jingwei.foundation.forms.queries.registry import register_kinds
from jingwei.foundation.gazetteer.queries import plug_sources
from jingwei.foundation.gazetteer.services.lookups import LOOKUP_SHEET
from jingwei.foundation.gazetteer.services.sheets import PLACE_SHEET
from jingwei.foundation.imports.contracts import ImportFinished, Sheet
from jingwei.foundation.imports.contracts.exports import ExportDecided, ExportEnded, ExportWaits, Source
from jingwei.foundation.imports.services.registry import register_sheets
from jingwei.foundation.imports.services.sources import register_sources
from jingwei.foundation.live.contracts import Kind, SightRule
from jingwei.foundation.live.services.sights import plug_sights
from jingwei.foundation.maps.contracts import FindOnMap, Indicator, Layer
from jingwei.foundation.maps.queries import plug_layers
from jingwei.foundation.notices.contracts import CONTAINER_SUBJECT, Channel, Outlet
from jingwei.foundation.notices.queries import kept_of_notices
from jingwei.foundation.notices.services.outlets import FakeOutlet, plug_outlets
from jingwei.foundation.privacy.contracts import KeptSource, PersonalField
from jingwei.foundation.privacy.queries import plug_kept
from jingwei.foundation.retention.queries import plug_rules
from jingwei.foundation.territory.contracts import DivisionPublished, PublicationFailed, RowsMoved
from jingwei.foundation.territory.services.ground import plug_ground
from jingwei.integrations.telephony.client import RecordingPlace

HEARERS: dict[type[Event], tuple[str, ...]] = {
    ImportFinished: ("notices.announce",),
    ExportWaits: ("notices.announce",),
    ExportDecided: ("notices.announce",),
    ExportEnded: ("notices.announce",),
    CalendarYearMissing: ("notices.announce",),
    CalendarYearEntered: ("incidents.recompute_provisional",),
    IncidentReported: ("incidents.tell_of_report",),
    IncidentMoved: (
        "incidents.tell_of_step",
        "incidents.tell_followers",
        "supervision.hear_step",
        "returnvisits.hear_step",
    ),
    IncidentsBroughtIn: ("incidents.tell_of_arrival",),
    WorkHandedOver: ("incidents.tell_of_hand_over",),
    WatchOverdue: ("joint.hear_overdue", "supervision.hear_overdue", "returnvisits.hear_overdue"),
    MattersOverdue: ("supervision.hear_overdue_matters",),
    Supervised: ("supervision.tell_of_happening",),
    JointHappened: ("joint.tell_of_happening",),
    DivisionPublished: ("territory.tell_of_division",),
    RowsMoved: (
        "territory.tell_of_moved_rows",
        "hotline.follow_ground",
        "worklog.follow_ground",
        "concerns.follow_ground",
        "residents.follow_ground",
    ),
    PublicationFailed: ("territory.tell_of_failure",),
    TaskMoved: ("tasking.tell_of_tasks",),
    RequestMoved: ("residents.tell_of_request",),
    ConcernNoted: (),
    ReferralMoved: ("workforce.tell_of_referral",),
}

PLACE_SOURCES = (landmarks,)
"""Who knows names of places besides the gazetteer's own table. Standard addresses join here."""

SHEETS: tuple[Sheet, ...] = (
    REPORT_SHEET,
    ITEM_SHEET,
    DUTY_SHEET,
    CALENDAR_SHEET,
    UNIT_SHEET,
    POST_SHEET,
    PEOPLE_SHEET,
    COMPONENT_KIND_SHEET,
    COMPONENT_SHEET,
    RESOURCE_SHEET,
    BUILDING_SHEET,
    HOUSE_SHEET,
    RESIDENT_SHEET,
    *ORGANISATION_SHEETS,
    MEMBER_SHEET,
    PLACE_SHEET,
    LOOKUP_SHEET,
)

SOURCES: tuple[Source, ...] = (
    INCIDENT_SOURCE,
    LOOKS_SOURCE,
    ENTRIES_SOURCE,
    COMPONENT_SOURCE,
    RESOURCE_SOURCE,
    BUILDING_SOURCE,
    HOUSE_SOURCE,
    RESIDENT_SOURCE,
    ORGANISATION_SOURCE,
    SHARE_SOURCE,
    LOG_SOURCE,
    VISIT_SOURCE,
    LAPSE_SOURCE,
    FILE_SOURCE,
    OUTSIDE_FILE_SOURCE,
    MEDIATION_SOURCE,
    CONCERN_SOURCE,
    DOOR_VISIT_SOURCE,
    MEMBER_SOURCE,
)

FILE_SECTIONS: tuple[SectionSource, ...] = (
    JOINT_SECTION,
    DISPUTE_SECTION,
    SUPERVISION_SECTION,
    RETURN_VISITS_SECTION,
)
"""What other apps add to the file of a matter 一事一档; each says by its own order where it stands."""

LAYERS: tuple[Layer, ...] = (
    INCIDENT_LAYER,
    COMPONENT_LAYER,
    RESOURCE_LAYER,
    BUILDING_LAYER,
    ORGANISATION_LAYER,
    CONCERN_LAYER,
)
"""What the map shows besides the areas; every app that has something with a place adds its layer."""

INDICATORS: tuple[Indicator, ...] = INCIDENT_INDICATORS

FINDERS: tuple[FindOnMap, ...] = (places_on_map,)
"""Who else finds places by words."""

GROUND: tuple[GroundTable, ...] = (
    INCIDENT_GROUND,
    COMPONENT_GROUND,
    RESOURCE_GROUND,
    BUILDING_GROUND,
    HOUSE_GROUND,
    GroundTable("hotline_seat", "坐席", "Seats", key="post_id", position=None),
    GroundTable("gazetteer_place", "地点", "Places"),
    TASK_GROUND,
    SHARE_GROUND,
    COLLECTION_GROUND,
    LOG_GROUND,
    *WORKFORCE_GROUND,
    CONCERN_GROUND,
    DOOR_VISIT_GROUND,
    VISIT_GROUND,
    SAMPLE_GROUND,
    CHECK_GROUND,
    CASE_GROUND,
    *JOINT_GROUND,
    *RESIDENT_GROUND,
    ORGANISATION_GROUND,
)
"""Whose rows follow when borders move, in this order."""

OUTLETS: dict[Channel, Outlet] = {Channel.SMS: FakeOutlet()}
"""Those that every installation has; containers add theirs: ``containers.plugs_of``."""

SIGHTS: dict[Kind, SightRule] = {Kind.INCIDENT: IncidentSight(), Kind.PRESENCE: IncidentSight()}


RECORD_KINDS: tuple[RecordKind, ...] = (BUILDING_KIND, HOUSE_KIND, RESIDENT_KIND, *ORGANISATION_KINDS)
"""The kinds of records whose form the city may change; each app tells its own."""

FRESH_KINDS: tuple[FreshKind, ...] = (
    BUILDINGS_TO_SEE,
    HOUSES_TO_SEE,
    RESIDENTS_TO_SEE,
    *ORGANISATIONS_TO_SEE,
)
"""The kinds of records that are gone round for when they are due; each app tells its own."""

PERSONAL: tuple[PersonalField, ...] = (
    STAFF_PHONE,
    RESIDENT_PHONE,
    PROVIDER_SUBJECT,
    CONTAINER_SUBJECT,
    *INCIDENT_PERSONAL,
    *LEDGER_PERSONAL,
    *HOTLINE_PERSONAL,
    *JOINT_PERSONAL,
    *WORKFORCE_PERSONAL,
)
"""What is kept of people besides what forms ask for; it stands in the data-protection assessment."""

KEPT: tuple[KeptSource, ...] = (
    kept_of_account,
    kept_of_incidents,
    kept_of_files,
    kept_of_notices,
    kept_of_calls,
    kept_of_resident,
)
"""Who answers what is kept about somebody; every app that keeps something of a person stands here."""


def connect() -> None:
    """Plug the house together. Called once, when every app is loaded."""
    events.wire(HEARERS)
    register_sheets(SHEETS)
    register_sources(SOURCES)
    plugs = plugs_of(settings)
    plug_ground(GROUND)
    plug_layers(LAYERS, INDICATORS, FINDERS)
    plug_kept(KEPT)
    register_kinds(RECORD_KINDS)
    plug_kinds(FRESH_KINDS)
    plug_occupancy(people_in)
    plug_usages([used_by_residents, used_by_organisations])
    plug_followers([HouseFollower(), OrganisationFollower()])
    plug_personal_fields(PERSONAL)
    plug_ledgers(LEDGERS, take_note=take_note)
    plug_sections(FILE_SECTIONS)
    plug_house_sections([HOUSE_PEOPLE])
    plug_rules(RULES)
    plug_outlets(OUTLETS | plugs.outlets)
    plug_bridges(plugs.bridges, for_staff=staff_containers(settings))
    plug_providers(providers_of(settings), home=home_of(settings))
    plug_exchange(RecordingPlace(settings.TELEPHONY_RECORDINGS))
    plug_sights(SIGHTS)
    plug_danger_sense(speaks_of_danger)
    plug_work_log(record_settled)
    plug_matters(matters_for_referral)
    plug_open_matters(open_by_community)
    plug_naming(names_are_public)
    plug_sources(PLACE_SOURCES)
    plug_witnesses(witnesses_of(settings))
    plug_pictures(pictures_of(settings))
    plug_units(kind_words=kind_words, count_open=open_incidents, find_used=used_among)


def on_queue_ready(app: Any) -> None:
    """Tasks are registered by their apps' ``tasks`` rooms; nothing else to do here yet."""
