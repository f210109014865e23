"""The clock service. Every “now” of the platform comes from here, in Asia/Shanghai."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment in Asia/Shanghai; with `YINGSU_TODAY` set, that day at the present time of day."""
    moment = datetime.now(ZONE)
    if settings.FIXED_TODAY:
        return datetime.combine(date.fromisoformat(settings.FIXED_TODAY), moment.timetz())
    return moment


def today() -> date:
    """The present calendar date in Asia/Shanghai."""
    return now().date()


def at_noon(day: date) -> datetime:
    """A moment on *day* for records that need a time although only the day is known."""
    return datetime.combine(day, time(12), ZONE)
