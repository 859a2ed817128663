"""How buildings are told apart on the map, and how they are counted by squares."""

from jingwei.foundation.maps.contracts.rollups import CountedTable

MARKS: dict[str, tuple[str, str]] = {
    "home": ("住宅", "Homes"),
    "trade": ("商业", "Commerce"),
    "public": ("教育、医疗、文化、办公", "Public and offices"),
    "industry": ("工业、仓储", "Industry and storage"),
    "other": ("其他或未登记", "Other or not said"),
}
USES = {
    "11": "home",
    "12": "home",
    "13": "home",
    "20": "industry",
    "30": "trade",
    "40": "public",
    "50": "public",
    "60": "public",
}
"""From the use's code (GB/T 17986.1) to the key of the legend."""
_WHENS = " ".join(f"when '{code}' then '{mark}'" for code, mark in USES.items())
MARK_SQL = f"case r.use {_WHENS} else 'other' end"
BUILDING_COUNTED = CountedTable(
    table="dwellings_building",
    layer="buildings",
    a=MARK_SQL,
    when="r.ended_at is null",
    columns=("use", "ended_at"),
    touches=("name", "address"),
)


def mark_of(use: str) -> str:
    """The key of the legend."""
    return USES.get(use, "other")
