"""The names of days and months."""

from __future__ import annotations

import calendar
import re

from lifecycle.wording.calendar import MONTH, WEEKDAY


def test_every_day_and_month_is_known_by_its_name_and_no_other() -> None:
    """The names are those of the standard library, in the C locale."""
    assert all(re.fullmatch(WEEKDAY, name) for name in calendar.day_name)
    assert all(re.fullmatch(MONTH, name) for name in list(calendar.month_name)[1:])
    assert not any(re.fullmatch(pattern, word) for pattern in (WEEKDAY, MONTH) for word in ("Today", "mid-May", "Mon"))
