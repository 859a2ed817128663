"""Ask every sign-in provider with a made-up proof: whoever refuses just that knows us, our secret and our address."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.config.providers import home_of, providers_of
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError
from jingwei.kernel.vouching import ProviderAttempt, ProviderFault, ProviderRefused, ProviderReturn

NOBODY = "No sign-in provider is set up. See docs/guides/operator.md, “统一身份认证（单点登录）”."
MADE_UP = "ST-made-up-by-the-check"


class Command(BaseCommand):
    help = "Ask the sign-in providers, as far as they are set up, with this installation's secrets."

    def handle(self, *args: Any, **options: Any) -> None:
        plugged, silent = providers_of(settings), []
        for facts, provider in plugged:
            at = now()
            attempt = ProviderAttempt(
                "check", "check", "c" * 64, f"{home_of(settings)}/sign-in/{facts.key}", started_at=at
            )
            given = ProviderReturn(MADE_UP, issuer=getattr(provider, "issuer", None))
            try:
                provider.begin(attempt, at=at)
                provider.finish(attempt, given, at=at)
                said = "answers anything: it took a made-up proof"
            except ProviderRefused as refusal:
                is_fine = refusal.data["fault"] == ProviderFault.PROOF
                said = "" if is_fine else refusal.text_en
            except DomainError as fault:
                said = fault.text_en
            self.stdout.write(f"{facts.name_en}: {said or 'answers, and refuses a made-up proof'}")
            if said:
                silent.append(facts.name_en)
        if not plugged:
            self.stdout.write(NOBODY)
        if silent:
            raise CommandError(f"something is wrong with: {', '.join(silent)}")
