"""Files of reports brought in, and lists taken along as workbooks."""

import csv
import hashlib
import io
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import httpx

from bench.faults.ledger import Finished
from bench.faults.people import API, Client
from tests.cast import GRID_1, inside

FEWEST_ROWS, MOST_ROWS = 10, 230
"""More than one chunk of 200 now and then."""
LONGEST_PAUSE_S = 20
HEADERS = ["工单号", "诉求内容", "经度", "纬度"]


class Importer(Client):
    """Brings a file in: upload, check, write; and looks until it is finished."""

    begins_within_s = LONGEST_PAUSE_S

    def once(self) -> None:
        mark = uuid4().hex[:10]
        rows = self.dice.randint(FEWEST_ROWS, MOST_ROWS)
        answer = self.insist(
            "wu",
            "POST",
            f"{API}/imports",
            files={"file": (f"{mark}.csv", self._table(mark, rows), "text/csv")},
            data={"sheet_key": "incidents.reports"},
        )
        if answer is None or answer.status_code != 201:
            if answer is not None:
                self.ledger.refuse(f"import: {answer.status_code} {answer.text[:300]}")
            return
        batch = answer.json()["id"]
        for verb, reached in (("check", "checked"), ("start", "finished")):
            told = self._go_to(batch, verb, reached)
            if told is None:
                return
        self.ledger.imports.append(Finished(UUID(batch), mark, rows))
        self.ledger.note("import")
        self.pause(LONGEST_PAUSE_S)

    def _table(self, mark: str, rows: int) -> bytes:
        text = io.StringIO(newline="")
        lon, lat = inside(GRID_1)
        table = csv.writer(text)
        table.writerow(HEADERS)
        table.writerows([f"{mark}-{n}", f"第{n}盏路灯坏了 {mark}", f"{lon}", f"{lat}"] for n in range(rows))
        return text.getvalue().encode()

    def _go_to(self, batch: str, verb: str, reached: str) -> httpx.Response | None:
        """Ask for it, and look until it is so. Asking twice is refused: it had been heard."""
        asked = self.insist("wu", "POST", f"{API}/imports/{batch}/{verb}", gives_up=0.02)
        if asked is None:
            return None
        if asked.status_code not in (200, 409):
            self.ledger.refuse(f"{verb} import: {asked.status_code} {asked.text[:300]}")
            return None
        while True:
            told = self.look("wu", f"{API}/imports/{batch}")
            state = told.json()["state"]
            if state == reached:
                return told
            if told.json()["trouble"]:
                self.ledger.refuse(f"{verb} import: {told.json()['trouble']}")
                return None
            self.pause(0.6)


class Exporter(Client):
    """Takes a list along: asks, waits until it is made, downloads it whole."""

    begins_within_s = LONGEST_PAUSE_S

    def once(self) -> None:
        body = {
            "source": "incidents",
            "columns": ["receipt_no", "title"],
            "purpose": "月度例会通报",
            "filter": {"since": (datetime.now(UTC) - timedelta(minutes=2)).isoformat(timespec="seconds")},
        }
        asked = self.insist("wu", "POST", f"{API}/exports", json=body)
        if asked is None or asked.status_code != 201:
            if asked is not None:
                self.ledger.refuse(f"export: {asked.status_code} {asked.text[:300]}")
            return
        export = asked.json()["id"]
        while (told := self.look("wu", f"{API}/exports/{export}").json())["state"] in ("asked", "running"):
            self.pause(0.6)
        if told["state"] != "ready":
            self.ledger.refuse(f"export ended {told['state']}: {told['trouble']}")
            return
        file = self.insist("wu", "GET", f"{API}/exports/{export}/file", gives_up=0)
        if file is None or file.status_code != 200:
            self.ledger.refuse(
                f"download: {file.status_code if file else 0} {file.text[:200] if file else ''}"
            )
            return
        digest = hashlib.sha256(file.content).hexdigest()
        if digest != told["sha256"]:
            self.ledger.refuse(f"a workbook arrived that is not the one made: {export}")
            return
        self.ledger.exports[UUID(export)] = digest
        self.ledger.note("export")
        self.pause(LONGEST_PAUSE_S)
