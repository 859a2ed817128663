"""One house, everybody signed in, and one run of all journeys for this folder."""

from collections.abc import Iterator

import pytest

from tests.databases import clone_database, database_name, drop_database
from tests.journeys.journeys import Run, travel
from tests.journeys.people import People
from tests.journeys.servers import House, running
from tests.journeys.summary import summary


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    name = database_name("journeys")
    clone_database(name)
    try:
        with running(name, tmp_path_factory.mktemp("house")) as servers:
            yield servers
    finally:
        drop_database(name)


@pytest.fixture(scope="package")
def people(house: House) -> Iterator[People]:
    everybody = People(house.address)
    yield everybody
    everybody.leave()


@pytest.fixture(scope="package")
def run(house: House, people: People) -> Iterator[Run]:
    done = travel(house, people)
    yield done
    print(f"\n{summary(done)}")  # seen with -s, as under `./jw journeys`
