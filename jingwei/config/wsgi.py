"""The entry of the web server."""

import os

from django.core.wsgi import get_wsgi_application

from jingwei.config.lifeline import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
application = get_wsgi_application()
end_with_parent()
