"""Joint work over HTTP: whistles, joint meetings, mediation and joint enforcement."""

from jingwei.domains.joint.api import enforcement, mediations, meetings, whistles
from jingwei.domains.joint.api.routes import router

__all__ = ["enforcement", "mediations", "meetings", "router", "whistles"]
