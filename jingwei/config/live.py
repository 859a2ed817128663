"""The entry of the live process: its own, because each of its readers stays for hours (ADR 21)."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
django.setup()

from jingwei.config.lifeline import end_with_parent  # noqa: E402
from jingwei.foundation.live.api.stream import LiveApplication  # noqa: E402  (apps must be loaded first)

application = LiveApplication()
end_with_parent()
