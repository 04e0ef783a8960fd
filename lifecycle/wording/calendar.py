"""The names of days and months, as patterns.

Knows how they are spelled out. Refuses to know which days they mean; that is for `days` to tell.
"""

from __future__ import annotations

from lifecycle.model.reports import MONTHS

WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = f"(?:{'|'.join(MONTHS)})"
