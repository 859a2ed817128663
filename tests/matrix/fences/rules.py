"""Who may see, change and remove a row of each table: stated once more, in Python, beside the policies in SQL.

Each rule is a pure function of who looks, the row and what else stands in the world. It is written from what the
records of decisions say (ADR 5), never from what a policy does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from jingwei.domains.incidents.rules.sight import Standing, sees
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Role
from jingwei.kernel.codes import Level, lies_within

Row = Mapping[str, Any]


@dataclass
class Facts:
    """What rules need to know besides the row: every row of every table, and who sees which incident."""

    tables: Mapping[str, list[Row]]
    standings: Mapping[UUID, Standing]
    _seen: dict[Actor, set[UUID]] = field(default_factory=dict)
    _by_key: dict[str, dict[Any, Row]] = field(default_factory=dict)

    def sees_incident(self, actor: Actor, incident_id: UUID | None) -> bool:
        if actor not in self._seen:
            self._seen[actor] = {one for one, standing in self.standings.items() if sees(actor, standing)}
        return incident_id in self._seen[actor]

    def row(self, table: str, key: Any) -> Row:
        if table not in self._by_key:
            self._by_key[table] = {row["id"]: row for row in self.tables[table]}
        return self._by_key[table][key]


Rule = Callable[[Actor, Row, Facts], bool]


def everybody(actor: Actor, row: Row, facts: Facts) -> bool:
    return True


def nobody(actor: Actor, row: Row, facts: Facts) -> bool:
    return False


def machine(actor: Actor, row: Row, facts: Facts) -> bool:
    """Named system actors."""
    return actor.scope == ANYWHERE


def either(*rules: Rule) -> Rule:
    return lambda actor, row, facts: any(rule(actor, row, facts) for rule in rules)


def person(column: str = "person_id") -> Rule:
    """The row is about this person."""
    return lambda actor, row, facts: actor.person_id is not None and row[column] == actor.person_id


def post(column: str = "post_id") -> Rule:
    """The row belongs to the post in which the person works."""
    return lambda actor, row, facts: actor.post_id is not None and row[column] == actor.post_id


def unit(column: str = "unit_id") -> Rule:
    """The row belongs to the unit whose part the post shares; field staff share none."""
    shared = "sharing_unit_id"
    return lambda actor, row, facts: (
        getattr(actor, shared) is not None and row[column] == actor.sharing_unit_id
    )


def area(column: str = "scope_code") -> Rule:
    """The row lies in the area that the post sees."""
    return lambda actor, row, facts: bool(row[column]) and lies_within(row[column], actor.scope)


def bound_in(column: str = "area_code") -> Rule:
    """The post's area lies inside the row's: what was ruled above holds here."""
    return lambda actor, row, facts: bool(actor.scope) and lies_within(actor.scope, row[column])


def through_incident(column: str = "incident_id") -> Rule:
    """What stands beside an incident shows to whoever sees the incident."""
    return lambda actor, row, facts: facts.sees_incident(actor, row[column])


def through(table: str, column: str, rule: Rule) -> Rule:
    """A part shows with its whole."""
    return lambda actor, row, facts: rule(actor, facts.row(table, row[column]), facts)


own = either(machine, person())
of_own_unit = either(machine, unit())


def incident(actor: Actor, row: Row, facts: Facts) -> bool:
    return facts.sees_incident(actor, row["id"])


def is_staff(actor: Actor) -> bool:
    return bool(actor.scope or actor.sharing_unit_id or actor.post_id)


def step(actor: Actor, row: Row, facts: Facts) -> bool:
    """Notes among staff are not part of the course that a reporter reads."""
    is_kept_back = row["is_internal"] and not is_staff(actor)
    return not is_kept_back and facts.sees_incident(actor, row["incident_id"])


def for_staff_at_it(actor: Actor, row: Row, facts: Facts) -> bool:
    """What staff note about a report; who reported learns nothing of it."""
    return is_staff(actor) and facts.sees_incident(actor, row["incident_id"])


def seen(actor: Actor, row: Row, facts: Facts) -> bool:
    """Who has read a matter is for staff."""
    may_know = actor.post_id is not None or actor.scope == ANYWHERE
    return may_know and facts.sees_incident(actor, row["incident_id"])


def participant(actor: Actor, row: Row, facts: Facts) -> bool:
    if row["post_id"] is not None:
        return row["post_id"] == actor.post_id or machine(actor, row, facts)
    return of_own_unit(actor, row, facts)


def somebody(actor: Actor, row: Row, facts: Facts) -> bool:
    """Staff are known by name to everybody who is known; residents to themselves."""
    is_known = bool(actor.scope or actor.sharing_unit_id or actor.person_id)
    if row["is_staff"] and is_known:
        return True
    return row["id"] == actor.person_id or machine(actor, row, facts)


def audit_entry(actor: Actor, row: Row, facts: Facts) -> bool:
    """Of one's area; what happened in no area is for the city; and what one did oneself."""
    if row["area_code"] == "":
        by_area = len(actor.scope) == Level.CITY
    else:
        by_area = lies_within(row["area_code"], actor.scope)
    return by_area or own(actor, row, facts)


def counted(actor: Actor, row: Row, facts: Facts) -> bool:
    """Counts on the map: as what is counted. A unit's own part; by area, but not what is about one's own unit."""
    if machine(actor, row, facts):
        return True
    if row["unit_id"] is not None:
        return actor.sharing_unit_id is not None and row["unit_id"] == actor.sharing_unit_id
    if row["about_unit_id"] is not None and row["about_unit_id"] == actor.sharing_unit_id:
        return False
    return lies_within(row["scope_code"], actor.scope) and len(actor.scope) <= row["floor"]


def component(actor: Actor, row: Row, facts: Facts) -> bool:
    """In one's area, or owned or kept by one's unit."""
    return either(machine, area(), unit("owner_unit_id"), unit("keeper_unit_id"))(actor, row, facts)


def resource(actor: Actor, row: Row, facts: Facts) -> bool:
    """In one's area, or run by one's unit."""
    return either(machine, area(), unit())(actor, row, facts)


def together(actor: Actor, row: Row, facts: Facts) -> bool:
    """Joint work: in one's area, called by one's unit, or with one's unit taking part."""
    takes_part = actor.sharing_unit_id is not None and actor.sharing_unit_id in row["unit_ids"]
    return takes_part or either(machine, area(), unit())(actor, row, facts)


def takes_part(actor: Actor, row: Row, facts: Facts) -> bool:
    """Of those who mediate: the unit that does, those that did, whoever registered it, the area's centre."""
    mine = actor.sharing_unit_id
    return machine(actor, row, facts) or (
        mine is not None and (mine == row["unit_id"] or mine in row["unit_ids"])
    )


def mediators_line(actor: Actor, row: Row, facts: Facts) -> bool:
    return through("joint_mediation", "mediation_id", takes_part)(actor, row, facts)


def both(*rules: Rule) -> Rule:
    return lambda actor, row, facts: all(rule(actor, row, facts) for rule in rules)


def task_share(actor: Actor, row: Row, facts: Facts) -> bool:
    """In one's area, received or given by one's unit or post, or passed down by one's unit on the way."""
    is_above = actor.sharing_unit_id is not None and actor.sharing_unit_id in row["above_units"]
    parts = (unit("receiver_unit_id"), post("receiver_post_id"), post("giver_post_id"))
    return is_above or either(machine, area(), *parts)(actor, row, facts)


def task(actor: Actor, row: Row, facts: Facts) -> bool:
    """Given in one's area or by one's unit or post; and to whoever sees a share of it."""
    if either(machine, area(), unit("giver_unit_id"), post("giver_post_id"))(actor, row, facts):
        return True
    shares = (one for one in facts.tables["tasking_share"] if one["task_id"] == row["id"])
    return any(task_share(actor, one, facts) for one in shares)


log_entry = either(machine, area(), person())
concern = either(machine, area(), post())
supervision_case = either(machine, area(), unit(), unit("receiver_unit_id"))


def undone(table: str, column: str, rule: Rule) -> Rule:
    """What an import brought in and nobody has touched since."""

    def may(actor: Actor, row: Row, facts: Facts) -> bool:
        thing = facts.row(table, row[column])
        return thing["batch_id"] is not None and thing["version"] == 1 and rule(actor, thing, facts)

    return may


def behind(actor: Actor, row: Row, facts: Facts) -> bool:
    """What stands behind a closed matter: never the unit it is about; by part; by area down to the matter's floor."""
    if machine(actor, row, facts):
        return True
    if unit("about_unit_id")(actor, row, facts):
        return False
    by_part = either(unit(), unit("handler_unit_id"))(actor, row, facts)
    return by_part or (area()(actor, row, facts) and len(actor.scope) <= row["sight_floor"])


def spot_check(actor: Actor, row: Row, facts: Facts) -> bool:
    """As a visit, and the post that is to go there."""
    is_about = unit("about_unit_id")(actor, row, facts)
    return behind(actor, row, facts) or (post()(actor, row, facts) and not is_about)


def file(actor: Actor, row: Row, facts: Facts) -> bool:
    """Its uploader's, and whoever sees the matter or the thing that it is claimed for."""
    is_uploaders = either(machine, person("uploader_person_id"))
    if is_uploaders(actor, row, facts) or facts.sees_incident(actor, row["claimed_for"]):
        return True
    things = (
        ("ledger_component", component),
        ("ledger_resource", resource),
        ("dwellings_building", either(machine, area())),
        ("dwellings_house", either(machine, area())),
        ("tasking_task", task),
        ("tasking_share", task_share),
        ("worklog_logentry", log_entry),
        ("supervision_case", supervision_case),
        ("returnvisits_spotcheck", spot_check),
        ("joint_meeting", together),
        ("joint_enforcement", together),
        ("joint_mediationentry", mediators_line),
    )
    return any(
        rule(actor, thing, facts)
        for table, rule in things
        for thing in facts.tables[table]
        if thing["id"] == row["claimed_for"]
    )


def uploads_as(actor: Actor, row: Row, facts: Facts) -> bool:
    """A new file bears its uploader's name, or nobody's where nobody is signed in."""
    return row["uploader_person_id"] == actor.person_id


def reception(actor: Actor, row: Row, facts: Facts) -> bool:
    return unit()(actor, row, facts) or facts.sees_incident(actor, row["incident_id"])


def administered(actor: Actor, row: Row, facts: Facts) -> bool:
    """What administrators keep for their area."""
    is_keepers = actor.role is Role.ADMINISTRATOR and area("area_code")(actor, row, facts)
    return is_keepers or machine(actor, row, facts)


def batch(actor: Actor, row: Row, facts: Facts) -> bool:
    """The post's and its unit's; of somebody without a post, the person's."""
    is_personal = row["post_id"] is None and person()(actor, row, facts)
    return either(machine, post(), unit())(actor, row, facts) or is_personal


def export(actor: Actor, row: Row, facts: Facts) -> bool:
    """Like an import; one with clear personal fields also for those of the area, who may have to consent."""
    return batch(actor, row, facts) or (row["is_clear"] and area("area_code")(actor, row, facts))


def announcement(actor: Actor, row: Row, facts: Facts) -> bool:
    """Where it came from, and its receivers."""
    received = any(
        one["announcement_id"] == row["id"] and one["post_id"] == actor.post_id
        for one in facts.tables["notices_receiver"]
    )
    return received or authors_announcement(actor, row, facts)


authors_announcement = either(machine, post("author_post_id"), unit("author_unit_id"), area("area_code"))


def presence(actor: Actor, row: Row, facts: Facts) -> bool:
    return own(actor, row, facts) or facts.sees_incident(actor, row["subject_id"])


def appears(actor: Actor, row: Row, facts: Facts) -> bool:
    """One is present as oneself, in one's post, at what one sees."""
    is_self = person()(actor, row, facts) and post()(actor, row, facts)
    return is_self and facts.sees_incident(actor, row["subject_id"])


def marks_seen(actor: Actor, row: Row, facts: Facts) -> bool:
    return person()(actor, row, facts) and facts.sees_incident(actor, row["incident_id"])


def _is_inspected(actor: Actor, row: Row) -> bool:
    """At what lies in the inspector's area, by whose post lies in it; what lies nowhere is for the city."""
    if not row["area_code"] and not row["viewer_area"]:
        return len(actor.scope) == Level.CITY
    return any(row[name] and lies_within(row[name], actor.scope) for name in ("area_code", "viewer_area"))


OF_INCIDENT = "incidents.incident:"


def reveal(actor: Actor, row: Row, facts: Facts) -> bool:
    """Who looked is for the one who was looked at, for who looked, for the reporter of the matter and for inspectors."""
    if either(machine, person("subject_id"), person())(actor, row, facts):
        return True
    if actor.role is Role.INSPECTOR and _is_inspected(actor, row):
        return True
    if not row["target"].startswith(OF_INCIDENT):
        return False
    subject = UUID(row["target"].removeprefix(OF_INCIDENT))
    if actor.case_id is not None:
        return actor.case_id == subject
    reported = facts.standings.get(subject)
    return reported is not None and actor.person_id is not None and reported.reporter_id == actor.person_id
