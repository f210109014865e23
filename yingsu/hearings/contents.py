"""What the hearings room knows of the content of its papers."""

from typing import Any

from yingsu.base import clock
from yingsu.documents.prefill import prefill
from yingsu.hearings.models import Appearance

RANKS = {"main_head": "chief", "deputy_head": "deputy"}  # as the certificate names them


def certificate_data(appearance: Appearance) -> dict[str, Any]:
    """The identity certificate of the head who will appear (办法第十七条第三款)."""
    hearing = appearance.hearing
    known = prefill(
        hearing.case, "head_identity_certificate", defendant=appearance.defendant, instance=hearing.instance
    )
    return {
        **known,
        "name": appearance.head_name,
        "post": appearance.head_title,
        "rank": RANKS.get(appearance.head.kind, "") if appearance.head else "",
        "hearing_on": hearing.day.isoformat(),
        "hearing_time": hearing.time,
        "hearing_place": hearing.place,
        "date": clock.today().isoformat(),
    }
