"""What moving borders needs to know of officers and teams: nobody's place is a position; they go where their code goes."""

from jingwei.foundation.areas.contracts import GroundTable

WORKFORCE_GROUND = (
    GroundTable("workforce_member", "人员档案", "Files of people who work in grids", position=None),
    GroundTable("workforce_service", "网格任职", "Services in grids", position=None, is_open="to_on is null"),
    GroundTable("workforce_team", "队伍", "Teams", position=None, is_open="dissolved_on is null"),
    GroundTable("workforce_referral", "转介", "Referrals", position=None, is_open="state = 'asked'"),
)
