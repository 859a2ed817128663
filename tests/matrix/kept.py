"""One of each thing that belongs to a post or a person, kept in four places, so that every relation to it occurs.

A new kind of sight needs one row in ``PLANTERS`` (or in ``OTHERS``, where it does not belong to a post), and its rule
in ``expectations.KINDS``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.gis.geos import Point

from jingwei.domains.clocks.services import CALENDAR_SHEET
from jingwei.domains.hotline.contracts import CallState, Direction
from jingwei.domains.hotline.models import Call
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.domains.hotline.services.callbacks import create_call_back
from jingwei.domains.incidents.models import Mark
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.rules.holding import SourceKind
from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.rules.personal import CONTACT_PHONE
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Container, NewKey, Permission, Role
from jingwei.foundation.access.rules.permissions import scope_of
from jingwei.foundation.access.services.keys import open_key
from jingwei.foundation.files import services as files
from jingwei.foundation.gazetteer.models import Place as GazetteerPlace
from jingwei.foundation.imports.services.uploads import upload_file
from jingwei.foundation.notices.contracts import Addressed, NewAnnouncement, Words
from jingwei.foundation.notices.models import Notice, Receiver
from jingwei.foundation.notices.services.announcements import create_announcement, spread_announcement
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import Draft, GeometryImport, Publication
from jingwei.foundation.territory.rules.features import DraftState
from jingwei.foundation.territory.rules.publishing import PublicationState
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from tests.cast import COMMUNITY, COUNTY, GRID_1, OTHER_COUNTY, TOWNSHIP, URBAN, WATER, centre, inside
from tests.matrix.of_concerns import plant_concern
from tests.matrix.of_doorvisits import plant_door_visit
from tests.matrix.of_dwellings import DWELLINGS
from tests.matrix.of_freshness import plant_collection
from tests.matrix.of_joint import JOINT
from tests.matrix.of_organisations import ORGANISATIONS
from tests.matrix.of_residents import RESIDENTS
from tests.matrix.of_supervision import SUPERVISION, cards_placed, plant_cards
from tests.matrix.of_tasking import plant_log_entry, plant_share, plant_task
from tests.matrix.of_visits import VISITS
from tests.matrix.of_workforce import WORKFORCE
from tests.matrix.people import FOUNDER, Seat, in_post
from tests.matrix.targets import Place, Target
from tests.matrix.world import (
    CALENDAR_CSV,
    CROSSINGS,
    Keeper,
    PlantedFile,
    PlantedNotice,
    World,
    ask_for_export,
    photo,
    save_planted_view,
)

KEPT_IN = [(area, unit) for area in (GRID_1, COMMUNITY) for unit in (centre(TOWNSHIP), URBAN)]
"""From a grid every relation but “parent” occurs, from its community that one; each with either sort of unit."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Where an address leads, and the facts its expectation reads."""

    samples: dict[str, Any]
    facts: Any


def _post(keeper: Seat, at: datetime) -> Planted:
    return Planted({"post_id": str(keeper.actor.post_id)}, keeper.actor.area_code)


def _post_work(keeper: Seat, at: datetime) -> Planted:
    return Planted({"post_id": str(keeper.actor.post_id)}, keeper.actor)


def _staff(keeper: Seat, at: datetime) -> Planted:
    return Planted({"person_id": str(keeper.actor.person_id)}, keeper.actor.area_code)


def _token(keeper: Seat, at: datetime) -> Planted:
    return Planted({"token_id": str(keeper.actor.token_id)}, keeper.actor.person_id)


def _key(keeper: Seat, at: datetime) -> Planted:
    who = keeper.actor
    assert who.person_id
    grants = (Permission.READ_ITEMS,)
    new = NewKey(
        f"矩阵 {keeper.name}", "矩阵核对", who.area_code, None, grants, (), 60, at + timedelta(days=1)
    )
    with eyes(FOUNDER):
        key_id, _ = open_key(new, by=who.person_id, at=at)
    return Planted({"key_id": str(key_id)}, who.area_code)


def _link(keeper: Seat, at: datetime) -> Planted:
    person_id = keeper.actor.person_id
    assert person_id
    with eyes(FOUNDER):
        link_id = access.link_container(
            person_id, Container.WECOM, subject_index=person_id.bytes, subject_sealed=b"kept", at=at
        )
    return Planted({"link_id": str(link_id)}, person_id)


def _provider_link(keeper: Seat, at: datetime) -> Planted:
    person_id = keeper.actor.person_id
    assert person_id
    with eyes(FOUNDER):
        link_id = access.link_provider(
            person_id, "office", subject_index=person_id.bytes, subject_sealed=b"kept", at=at
        )
    return Planted({"link_id": str(link_id)}, person_id)


def _delegation(keeper: Seat, at: datetime) -> Planted:
    who = keeper.actor
    assert who.post_id
    assert who.person_id
    assert who.unit_id
    with eyes(FOUNDER):
        colleague, _ = access.register_person(name="矩阵同事", username=f"for-{who.post_id.hex[:16]}", at=at)
        post_id = access.create_post(
            title="矩阵同事", role=Role.ADMINISTRATOR, area_code=who.area_code, unit_id=who.unit_id
        )
        access.fill_post(post_id, colleague, by=None, on=local(at).date())
        lent = access.lend_post(
            who.post_id,
            from_person_id=who.person_id,
            to_person_id=colleague,
            starts_at=at + timedelta(hours=1),
            ends_at=at + timedelta(days=1),
            reason="外出学习",
            at=at,
        )
    return Planted({"delegation_id": str(lent)}, who.person_id)


def _notice(keeper: Seat, at: datetime) -> Planted:
    words = Words(title_zh="矩阵通知", title_en="Matrix", body_zh="请查看", body_en="Please look")
    target = f"kept {keeper.name}"
    assert keeper.actor.post_id
    with eyes(FOUNDER):
        notify_post(FOUNDER, keeper.actor.post_id, kind="matrix", words=words, target=target, at=at)
        found = Notice.objects.get(target=target)
    return Planted({"notice_id": str(found.pk)}, PlantedNotice(found.pk, found.post_id, found.person_id))


@dataclass(frozen=True, slots=True)
class PlantedAnnouncement:
    """Where an announcement came from, and the posts that received it."""

    post_id: UUID
    unit_id: UUID | None
    area_code: str
    receivers: frozenset[UUID]


def _announcement(keeper: Seat, at: datetime) -> Planted:
    who = keeper.actor
    assert who.post_id
    new = NewAnnouncement("矩阵公告", "请知悉", Addressed(roles=(Role.ADMINISTRATOR,)), None, None, True)
    announcement_id = create_announcement(who, new, at=at)
    spread_announcement(announcement_id, at=at)
    with eyes(FOUNDER):
        posts = Receiver.objects.filter(announcement_id=announcement_id).values_list("post_id", flat=True)
        facts = PlantedAnnouncement(who.post_id, who.unit_id, who.area_code, frozenset(posts))
    return Planted({"announcement_id": str(announcement_id)}, facts)


def _file(keeper: Seat, at: datetime) -> Planted:
    content = photo()
    upload = files.Upload(content=content, size_bytes=len(content))
    file_id = files.upload_file(keeper.actor, upload, at=at).pk
    facts = PlantedFile(file_id, keeper.actor.person_id, None)
    return Planted({"file_id": str(file_id), "side_px": 320}, (facts, None))


def _upload(keeper: Seat, at: datetime) -> Planted:
    """In a grid begun by nobody: whoever knows the secret goes on. Elsewhere by the keeper, for them alone."""
    who = PUBLIC_ACTOR if keeper.actor.area_code == GRID_1 else keeper.actor
    _, secret = files.create_upload(who, length_bytes=5, name="", media_type="", address="192.0.2.1", at=at)
    return Planted({"upload_secret": secret}, who.person_id)


def _import(keeper: Seat, at: datetime) -> Planted:
    batch = upload_file(
        keeper.actor, CALENDAR_SHEET.key, file_name="days.csv", pieces=[CALENDAR_CSV.encode()], at=at
    )
    return Planted({"batch_id": str(batch.pk)}, Keeper(batch.pk, batch.post_id, batch.unit_id))


def _view(keeper: Seat, at: datetime) -> Planted:
    view = save_planted_view(keeper.actor, at)
    return Planted({"view_id": str(view.view_id)}, view)


def _export(keeper: Seat, at: datetime) -> Planted:
    """Asked for by somebody of the keeper's place whose role takes lists away."""
    role = Role.UNIT_HEAD if keeper.actor.unit_id == URBAN else Role.DESK
    asked = ask_for_export(replace(keeper.actor, role=role, scope=scope_of(role, keeper.actor.area_code)), at)
    return Planted({"export_id": str(asked.export_id)}, asked.asker)


def _mark(keeper: Seat, at: datetime) -> Planted:
    """A mark that somebody of the keeper's area made."""
    mark = Mark(
        kind=SourceKind.DEVICE.value,
        key=b"kept by somebody"[:16],
        area_code=keeper.actor.area_code,
        incident_id=keeper.actor.post_id,
        receipt_no="kept",
        reason="矩阵中的标记",
        marked_at=at,
        expires_at=at + timedelta(days=1),
        marked_by=keeper.name,
    )
    with eyes(FOUNDER):
        mark.save(force_insert=True)
    return Planted({"mark_id": str(mark.pk)}, mark.area_code)


def _call(keeper: Seat, at: datetime) -> Planted:
    """Calls are a centre's own; a unit that is none stands here for every other unit."""
    number, codes = seal_value(CALLER_NUMBER, "13800000000"), ancestor_codes(keeper.actor.area_code)
    call = Call(
        call_key=f"kept {keeper.name}",
        direction=Direction.INBOUND.value,
        state=CallState.ENDED.value,
        unit_id=keeper.actor.unit_id,
        number_sealed=number.sealed,
        rang_at=at,
        answered_at=at,
        ended_at=at,
        told_at=at,
        city_code=codes.city,
        scope_code=codes.scope,
    )
    with eyes(FOUNDER):
        call.save(force_insert=True)
    return Planted({"call_id": str(call.pk)}, keeper.actor.unit_id)


def _call_back(keeper: Seat, at: datetime) -> Planted:
    desk = replace(keeper.actor, role=Role.DESK, scope=scope_of(Role.DESK, keeper.actor.area_code))
    due_at = at + timedelta(hours=1)
    made = create_call_back(desk, why="矩阵回电", due_at=due_at, phone="13800000000", at=at)
    return Planted({"call_back_id": str(made.pk)}, keeper.actor.unit_id)


def _component(keeper: Seat, at: datetime) -> Planted:
    """A lamp that the keeper's unit looks after."""
    who = keeper.actor
    row = Component(
        code=f"{COUNTY}0118{int(keeper.actor.post_id or 0) % 900_000 + 1:06d}",
        kind_id="0118",
        keeper_unit_id=who.unit_id,
        **_standing(who.area_code, at),
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return Planted({"component_id": str(row.pk), "component_code": row.code}, (who.area_code, who.unit_id))


def _resource(keeper: Seat, at: datetime) -> Planted:
    """A post that the keeper's unit runs, with somebody to call."""
    who = keeper.actor
    phone = seal_value(CONTACT_PHONE, "13800000000").sealed
    row = Resource(
        name=f"矩阵驿站 {keeper.name}"[:80],
        kind_id="grid_station",
        unit_id=who.unit_id,
        contact_phone_sealed=phone,
        **_standing(who.area_code, at),
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return Planted({"resource_id": str(row.pk)}, (who.area_code, who.unit_id))


def _geometry(keeper: Seat, at: datetime) -> Planted:
    """A file in a draft of the keeper's township; the draft is over, so that others may be open on the same ground."""
    draft = _draft_in(keeper, at)
    row = GeometryImport(
        draft_id=draft.pk,
        state="checked",
        file_name="矩阵.geojson",
        size_bytes=1,
        format="geojson",
        system="wgs84",
        certainty="assumed",
        by_name=keeper.name,
        created_at=at,
        expires_at=at + timedelta(days=1),
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return Planted({"import_id": str(row.pk)}, draft.scope_code)


def _draft_in(keeper: Seat, at: datetime) -> Draft:
    """A draft of the keeper's township that is over: who may see it is the same."""
    codes = ancestor_codes(keeper.actor.area_code[:9])
    draft = Draft(
        title="矩阵草稿",
        state=DraftState.DISCARDED,
        opened_by_name=keeper.name,
        opened_at=at,
        changed_by_name=keeper.name,
        changed_at=at,
        city_code=codes.city,
        county_code=codes.county,
        township_code=codes.township,
        scope_code=codes.scope,
    )
    with eyes(FOUNDER):
        draft.save(force_insert=True)
    return draft


def _draft(keeper: Seat, at: datetime) -> Planted:
    draft = _draft_in(keeper, at)
    return Planted({"draft_id": str(draft.pk)}, draft.scope_code)


def _publication(keeper: Seat, at: datetime) -> Planted:
    draft = _draft_in(keeper, at)
    row = Publication(
        draft_id=draft.pk,
        title=draft.title,
        on=local(at).date(),
        state=PublicationState.UNDONE,
        reason="矩阵核对",
        published_by_name=keeper.name,
        published_at=at,
        city_code=draft.city_code,
        county_code=draft.county_code,
        township_code=draft.township_code,
        scope_code=draft.scope_code,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return Planted({"publication_id": str(row.pk)}, row.scope_code)


def _place(keeper: Seat, at: datetime) -> Planted:
    """A place of the keeper's area; units answer for none."""
    codes, (lon, lat) = ancestor_codes(keeper.actor.area_code), inside(GRID_1)
    row = GazetteerPlace(
        name=f"矩阵路 {keeper.name}"[:80],
        kind="road",
        position=Point(lon, lat, srid=4326),
        given_lon=lon,
        given_lat=lat,
        datum="wgs84",
        source="hand",
        added_at=at,
        changed_at=at,
        city_code=codes.city,
        county_code=codes.county,
        township_code=codes.township,
        community_code=codes.community,
        grid_code=codes.grid,
        scope_code=codes.scope,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return Planted({"place_id": str(row.pk)}, (keeper.actor.area_code, None))


def _standing(area_code: str, at: datetime) -> dict[str, Any]:
    codes, (lon, lat) = ancestor_codes(area_code), inside(GRID_1)
    return {
        "city_code": codes.city,
        "county_code": codes.county,
        "township_code": codes.township,
        "community_code": codes.community,
        "grid_code": codes.grid,
        "scope_code": codes.scope,
        "position": Point(lon, lat, srid=4326),
        "given_lon": lon,
        "given_lat": lat,
        "datum": "wgs84",
        "registered_at": at,
        "changed_at": at,
    }


PLANTERS: dict[str, Callable[[Seat, datetime], Planted]] = {
    **{
        name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at))
        for name, plant in (JOINT | SUPERVISION).items()
    },
    **{name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at)) for name, plant in VISITS.items()},
    **{
        name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at)) for name, plant in DWELLINGS.items()
    },
    **{
        name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at)) for name, plant in WORKFORCE.items()
    },
    **{
        name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at)) for name, plant in RESIDENTS.items()
    },
    **{
        name: lambda keeper, at, plant=plant: Planted(*plant(keeper, at))
        for name, plant in ORGANISATIONS.items()
    },
    "collection": lambda keeper, at: Planted(*plant_collection(keeper, at)),
    "post": _post,
    "post_work": _post_work,
    "staff": _staff,
    "token": _token,
    "key": _key,
    "link": _link,
    "provider_link": _provider_link,
    "delegation": _delegation,
    "notice": _notice,
    "announcement": _announcement,
    "file": _file,
    "upload": _upload,
    "import": _import,
    "view": _view,
    "export": _export,
    "own export": _export,
    "mark": _mark,
    "call": _call,
    "call_back": _call_back,
    "component": _component,
    "resource": _resource,
    "place": _place,
    "draft": _draft,
    "publication": _publication,
    "geometry": _geometry,
    "given_task": lambda keeper, at: Planted(*plant_task(keeper, at)),
    "task_share": lambda keeper, at: Planted(*plant_share(keeper, at)),
    "log_entry": lambda keeper, at: Planted(*plant_log_entry(keeper, at)),
    "door_visit": lambda keeper, at: Planted(*plant_door_visit(keeper, at)),
    "concern": lambda keeper, at: Planted(*plant_concern(keeper, at)),
}


def _incidents(world: World) -> Iterable[Target]:
    """Both in the hands of the township's centre and of a unit; one of a grid, one of a whole community."""
    for name in CROSSINGS:
        case = world.cases[name]
        place = Place(case.standing.scope_code, frozenset({case.standing.centre_id, case.standing.unit_id}))
        yield Target(name, {"incident_id": str(case.incident_id)}, case, place)


def _tracked(world: World) -> Iterable[Target]:
    for target in _incidents(world):
        yield Target(target.name, {"code": target.facts.tracking_code}, target.facts, target.place)


def _tracked_files(world: World) -> Iterable[Target]:
    """Photos of another matter than the one whose code is typed."""
    for target in _tracked(world):
        samples = target.samples | {"file_id": str(world.files[0].file_id), "side_px": 320}
        yield Target(target.name, samples, False, target.place)


def _map_features(world: World) -> Iterable[Target]:
    for target in _incidents(world):
        samples = {"layer": "incidents", "feature_id": target.samples["incident_id"]}
        yield Target(target.name, samples, target.facts, target.place)


def _public_matters(world: World) -> Iterable[Target]:
    for target in _incidents(world):
        samples = {"public_id": str(public_id_of(target.facts.incident_id)), "number": 0, "side_px": 320}
        yield Target(target.name, samples, target.facts, target.place)


def _units(world: World) -> Iterable[Target]:
    for unit, area in (
        (URBAN, COUNTY),
        (WATER, COUNTY),
        (centre(COMMUNITY), COMMUNITY),
        (centre(OTHER_COUNTY), OTHER_COUNTY),
    ):
        yield Target(f"unit of {area}", {"unit_id": str(unit)}, area, Place(area, frozenset({unit})))


OTHERS: dict[str, Callable[[World], Iterable[Target]]] = {
    "incident": _incidents,
    "tracked": _tracked,
    "tracked file": _tracked_files,
    "public matter": _public_matters,
    "followed": _public_matters,
    "unit": _units,
    "supervision_card": cards_placed,
    "map_feature": _map_features,
    "layer": lambda world: (),
}


def placed(world: World, sees: str) -> list[Target]:
    """Things of one kind whose place is known. Raises: NothingPlanted."""
    if sees in OTHERS:
        return list(OTHERS[sees](world))
    if sees in world.kept:
        return world.kept[sees]
    raise NothingPlanted(
        f"An operation points at “{sees}” (x-sees), and no such thing stands in the matrix's world. "
        "Plant one per keeper with a row in PLANTERS of tests/matrix/kept.py, and give its rule in "
        "KINDS of tests/matrix/expectations.py."
    )


class NothingPlanted(LookupError):
    """The world holds nothing that an operation's address could point at."""


def plant_kept(world: World, at: datetime) -> None:
    """Fill ``world.kept``: four administrators, two of a centre and two of a unit, with one of each thing."""
    plant_cards(world, at)
    keepers = [_keeper(number, area, unit, at) for number, (area, unit) in enumerate(KEPT_IN)]
    for sees, plant in PLANTERS.items():
        world.kept[sees] = [_target(keeper, plant(keeper, at)) for keeper in keepers]
    # The keepers sit in no seat: somebody must be let in to their own.
    li = _link(world.seat("resident li"), at)
    world.kept["link"].append(Target("of resident li", li.samples, li.facts))
    li = _provider_link(world.seat("resident li"), at)
    world.kept["provider_link"].append(Target("of resident li", li.samples, li.facts))


def _target(keeper: Seat, planted: Planted) -> Target:
    place = Place(keeper.actor.area_code, frozenset({keeper.actor.unit_id}))
    return Target(f"kept by the {keeper.name}", planted.samples, planted.facts, place)


def _keeper(number: int, area: str, unit: Any, at: datetime) -> Seat:
    name = f"keeper {number + 1} at {area}"
    with eyes(FOUNDER):
        person_id, _ = access.register_person(name=name, username=f"matrix-keeper-{number + 1}", at=at)
        post_id = access.create_post(title=name, role=Role.ADMINISTRATOR, area_code=area, unit_id=unit)
        access.fill_post(post_id, person_id, by=None, on=local(at).date())
        return in_post(name, person_id, post_id, at)
