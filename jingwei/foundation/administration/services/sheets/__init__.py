"""Sheets of the organisation: units, posts, people."""

from jingwei.foundation.administration.services.sheets.cells import UNIT_CODE_PATTERN
from jingwei.foundation.administration.services.sheets.people import PEOPLE_SHEET, USERNAME_PATTERN
from jingwei.foundation.administration.services.sheets.posts import POST_SHEET
from jingwei.foundation.administration.services.sheets.units import UNIT_SHEET

__all__ = ["PEOPLE_SHEET", "POST_SHEET", "UNIT_CODE_PATTERN", "UNIT_SHEET", "USERNAME_PATTERN"]
