"""The API behind a real socket, over a database of its own with a crowd of incidents, for programs that know no test client."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from threading import Thread

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection

from jingwei.domains.incidents.tests.mapped import crowd
from jingwei.foundation.access.contracts import NewKey, Permission, system_actor
from jingwei.foundation.access.services.keys import open_key
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import COUNTY, id_of

CROWD = 200
GRANTS = (Permission.READ_TERRITORY, Permission.READ_INCIDENT)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *told: object) -> None:
        return None


@dataclass(frozen=True)
class Gis:
    """Where the API listens, and the key of a county."""

    origin: str
    secret: str


@pytest.fixture(scope="module")
def gis(own_city: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[Gis]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        crowd(CROWD)
        new = NewKey("地理信息平台", "读取图层", COUNTY, None, GRANTS, (), 6000, now() + timedelta(days=30))
        with eyes(system_actor("密钥登记")):
            _, secret = open_key(new, by=id_of("person ding"), at=now())
        server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet)
        server.set_app(get_wsgi_application())
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Gis(f"http://127.0.0.1:{server.server_port}", secret)
        server.shutdown()
        server.server_close()
        thread.join()
        connection.close()
