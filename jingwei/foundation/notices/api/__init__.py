"""The inbox and announcements over HTTP."""

from jingwei.foundation.notices.api import announcements, inbox

router = inbox.router
router.add_router("", announcements.router)
