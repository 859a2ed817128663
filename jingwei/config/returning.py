"""Where sign-in providers send the browser back to: it only hands on to the face that began, which brings the proof."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from jingwei.foundation.administration.rules.providers import STATE, face_of
from jingwei.kernel.vouching import KEY

HANDED_ON = (
    ("state", "state", 100),
    ("code", "proof", 4096),
    ("ticket", "proof", 4096),
    ("iss", "issuer", 500),
    ("error", "error", 200),
)
"""Their word, ours, and how long it may be. Nothing of it is believed here."""


def provider_return(request: HttpRequest, key: str) -> HttpResponse:
    """Back to the page of the face that the state names. It leads nowhere else, whatever the address says."""
    state = request.GET.get("state", "")
    handed_on = {"provider": key} if KEY.fullmatch(key) else {}
    for theirs, ours, longest in HANDED_ON:
        given = request.GET.get(theirs, "")
        if given and len(given) <= longest:
            handed_on[ours] = given
    face = face_of(state) if STATE.fullmatch(state) else face_of("")
    answer = HttpResponseRedirect(f"{face}sign-in/back?{urlencode(handed_on)}")
    answer["Referrer-Policy"] = "no-referrer"
    return answer
