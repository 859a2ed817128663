"""Who hears what, and which sockets are plugged in where."""

from typing import Any

from django.conf import settings

from jingwei.config.containers import plugs_of, staff_containers
from jingwei.config.map_places import places_on_map
from jingwei.config.map_sources import pictures_of
from jingwei.config.providers import home_of, providers_of
from jingwei.config.retention import RULES
from jingwei.config.unit_use import kind_words, open_incidents, used_among
from jingwei.config.witnesses import witnesses_of
from jingwei.domains.clocks.contracts import CalendarYearEntered, CalendarYearMissing
from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.hotline.queries.kept import kept_of_calls
from jingwei.domains.hotline.queries.listening import speaks_of_danger
from jingwei.domains.hotline.queries.places import landmarks
from jingwei.domains.hotline.services.exchange import plug_exchange
from jingwei.domains.incidents.contracts import (
    IncidentMoved,
    IncidentReported,
    IncidentsBroughtIn,
    WorkHandedOver,
)
from jingwei.domains.incidents.queries.hearing import IncidentSight
from jingwei.domains.incidents.queries.map_layer import INCIDENT_INDICATORS, INCIDENT_LAYER
from jingwei.domains.incidents.queries.personal import kept_of_incidents
from jingwei.domains.incidents.services.export_source import INCIDENT_SOURCE
from jingwei.domains.incidents.services.guarding import plug_danger_sense
from jingwei.domains.incidents.services.regridding import INCIDENT_GROUND
from jingwei.domains.incidents.services.report_sheet import REPORT_SHEET
from jingwei.domains.ledger.queries.ground import COMPONENT_GROUND, RESOURCE_GROUND
from jingwei.domains.ledger.queries.map_layer import COMPONENT_LAYER, RESOURCE_LAYER
from jingwei.domains.ledger.services.sheets import COMPONENT_KIND_SHEET, COMPONENT_SHEET, RESOURCE_SHEET
from jingwei.domains.ledger.services.sources import COMPONENT_SOURCE, RESOURCE_SOURCE
from jingwei.domains.routing.services.sheets import ITEM_SHEET
from jingwei.foundation.administration.queries import kept_of_account
from jingwei.foundation.administration.services.containers import plug_bridges
from jingwei.foundation.administration.services.looks_source import LOOKS_SOURCE
from jingwei.foundation.administration.services.providers import plug_providers
from jingwei.foundation.administration.services.sheets import PEOPLE_SHEET, POST_SHEET, UNIT_SHEET
from jingwei.foundation.administration.services.units import plug_units
from jingwei.foundation.areas.contracts import GroundTable
from jingwei.foundation.audit.queries import plug_witnesses
from jingwei.foundation.basemap.services.pictures import plug_pictures
from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.files.queries import kept_of_files
from jingwei.foundation.gazetteer.queries import plug_sources
from jingwei.foundation.gazetteer.services.sheets import PLACE_SHEET
from jingwei.foundation.imports.contracts import ImportFinished, Sheet
from jingwei.foundation.imports.contracts.exports import ExportDecided, ExportEnded, ExportWaits, Source
from jingwei.foundation.imports.services.registry import register_sheets
from jingwei.foundation.imports.services.sources import register_sources
from jingwei.foundation.live.contracts import Kind, SightRule
from jingwei.foundation.live.services.sights import plug_sights
from jingwei.foundation.maps.contracts import FindOnMap, Indicator, Layer
from jingwei.foundation.maps.queries import plug_layers
from jingwei.foundation.notices.contracts import Channel, Outlet
from jingwei.foundation.notices.queries import kept_of_notices
from jingwei.foundation.notices.services.outlets import FakeOutlet, plug_outlets
from jingwei.foundation.privacy.contracts import KeptSource
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
    IncidentMoved: ("incidents.tell_of_step", "incidents.tell_followers"),
    IncidentsBroughtIn: ("incidents.tell_of_arrival",),
    WorkHandedOver: ("incidents.tell_of_hand_over",),
    DivisionPublished: ("territory.tell_of_division",),
    RowsMoved: ("territory.tell_of_moved_rows", "hotline.follow_ground"),
    PublicationFailed: ("territory.tell_of_failure",),
}

PLACE_SOURCES = (landmarks,)
"""Who knows names of places besides the gazetteer's own table. Standard addresses join here."""

SHEETS: tuple[Sheet, ...] = (
    REPORT_SHEET,
    ITEM_SHEET,
    CALENDAR_SHEET,
    UNIT_SHEET,
    POST_SHEET,
    PEOPLE_SHEET,
    COMPONENT_KIND_SHEET,
    COMPONENT_SHEET,
    RESOURCE_SHEET,
    PLACE_SHEET,
)

SOURCES: tuple[Source, ...] = (INCIDENT_SOURCE, LOOKS_SOURCE, COMPONENT_SOURCE, RESOURCE_SOURCE)

LAYERS: tuple[Layer, ...] = (INCIDENT_LAYER, COMPONENT_LAYER, RESOURCE_LAYER)
"""What the map shows besides the areas; every app that has something with a place adds its layer."""

INDICATORS: tuple[Indicator, ...] = INCIDENT_INDICATORS

FINDERS: tuple[FindOnMap, ...] = (places_on_map,)
"""Who else finds places by words."""

GROUND: tuple[GroundTable, ...] = (
    INCIDENT_GROUND,
    COMPONENT_GROUND,
    RESOURCE_GROUND,
    GroundTable("hotline_seat", "坐席", "Seats", key="post_id", position=None),
    GroundTable("gazetteer_place", "地点", "Places"),
)
"""Whose rows follow when borders move, in this order."""

OUTLETS: dict[Channel, Outlet] = {Channel.SMS: FakeOutlet()}
"""Those that every installation has; containers add theirs: ``containers.plugs_of``."""

SIGHTS: dict[Kind, SightRule] = {Kind.INCIDENT: IncidentSight(), Kind.PRESENCE: IncidentSight()}


KEPT: tuple[KeptSource, ...] = (
    kept_of_account,
    kept_of_incidents,
    kept_of_files,
    kept_of_notices,
    kept_of_calls,
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
    plug_rules(RULES)
    plug_outlets(OUTLETS | plugs.outlets)
    plug_bridges(plugs.bridges, for_staff=staff_containers(settings))
    plug_providers(providers_of(settings), home=home_of(settings))
    plug_exchange(RecordingPlace(settings.TELEPHONY_RECORDINGS))
    plug_sights(SIGHTS)
    plug_danger_sense(speaks_of_danger)
    plug_sources(PLACE_SOURCES)
    plug_witnesses(witnesses_of(settings))
    plug_pictures(pictures_of(settings))
    plug_units(kind_words=kind_words, count_open=open_incidents, find_used=used_among)


def on_queue_ready(app: Any) -> None:
    """Tasks are registered by their apps' ``tasks`` rooms; nothing else to do here yet."""
