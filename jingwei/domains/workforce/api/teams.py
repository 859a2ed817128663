"""Teams over HTTP."""

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.workforce.api import schemas as io
from jingwei.domains.workforce.api.routes import router
from jingwei.domains.workforce.api.shaping import team_rows
from jingwei.domains.workforce.queries import teams as queries
from jingwei.domains.workforce.services import teams as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.clock import now

P = Permission


@edge.operation(router, "GET", "/teams", "listTeams", P.READ_WORKFORCE, response=io.WorkTeamPageOut)
def list_teams(request: HttpRequest, wanted: Query[io.WorkTeamsIn]) -> io.WorkTeamPageOut:
    """The teams that stand, by area; by keyset."""
    actor = edge.actor(request)
    page = queries.list_teams(
        actor, area_code=wanted.area_code, words=wanted.words, cursor=wanted.cursor, size=wanted.size
    )
    return io.WorkTeamPageOut(rows=team_rows(actor, page.rows), next_cursor=page.next_cursor)


@edge.operation(router, "PUT", "/teams", "saveTeam", P.MANAGE_WORKFORCE, response=io.WorkTeamOut)
def save_team(request: HttpRequest, body: io.SaveTeamIn) -> io.WorkTeamOut:
    """Make a team (version 0), change who is in it, or dissolve it."""
    actor = edge.actor(request)
    facts = services.TeamFacts(body.name, body.purpose, body.area_code, body.member_ids, body.leader_id)
    row = services.save_team(
        actor, body.id, facts, version=body.version, is_dissolved=body.is_dissolved, at=now()
    )
    return team_rows(actor, [row])[0]
