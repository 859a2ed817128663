"""The wire to a CAS server: a service ticket is asked about, over the server's own connection, once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from jingwei.integrations.cas.mapping import (
    login_address,
    logout_address,
    require_ticket,
    said_of,
    validation_address,
)
from jingwei.kernel.sockets import Asked, Call, OutsideDown
from jingwei.kernel.vouching import (
    ProviderAttempt,
    ProviderFault,
    ProviderReturn,
    Vouched,
    provider_refused,
    service_of,
)

PATHS = {2: "serviceValidate", 3: "p3/serviceValidate"}
SKEW = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class CasProvider:
    """One CAS server. ``strong`` lists what it calls a sign-in by two factors (``authnContextClass``)."""

    base: str
    call: Call = field(repr=False)
    version: int = 3
    strong: frozenset[str] = frozenset()

    def begin(self, attempt: ProviderAttempt, *, at: datetime) -> str:
        return login_address(self.base, service_of(attempt), is_fresh=attempt.is_fresh)

    def finish(self, attempt: ProviderAttempt, given: ProviderReturn, *, at: datetime) -> Vouched:
        if given.error is not None:
            raise provider_refused(ProviderFault.DENIED)
        address = validation_address(
            self.base,
            PATHS[self.version],
            service=service_of(attempt),
            ticket=require_ticket(given.proof),
            is_fresh=attempt.is_fresh,
        )
        answer = self.call(Asked("GET", address, accept="application/xml"))
        if answer.status != 200:
            raise OutsideDown(reason=f"status {answer.status}")
        said = said_of(answer.body, strong=self.strong)
        if said.proved_at is not None and said.proved_at > at + SKEW:
            raise provider_refused(ProviderFault.TIME)
        proved_at = said.proved_at or (at if said.is_new else None)
        # With renew=true the server itself answers only for a password just given; where it says when, that must fit.
        if attempt.is_fresh and proved_at is not None and proved_at < attempt.started_at - SKEW:
            raise provider_refused(ProviderFault.STALE)
        if attempt.is_fresh and proved_at is None:
            proved_at = attempt.started_at
        return Vouched(said.user, said.user, proved_at, said.is_strong)

    def leave(self, farewell: str, *, return_to: str, at: datetime) -> str | None:
        return logout_address(self.base, return_to)
