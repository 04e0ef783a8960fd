"""Explorations that many tests ask for, each made once in a process: whole lives and meetings under one rule.

Knows that an exploration depends on its arguments alone. Refuses to be the one by which lines are counted: it goes
unwatched, and the tests of the check itself explore in full view as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial

from lifecycle.checking.check import TEXTS, Report, check
from lifecycle.checking.joint import AGENDAS, Agenda
from lifecycle.checking.laws import LAWS
from lifecycle.checking.meeting_check import MeetingReport, check_meetings
from lifecycle.checking.properties import Law
from lifecycle.checking.system import Start, starts
from lifecycle.model.council import Council
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import Rule
from lifecycle.model.table import Row
from tests.unwatched import unwatched

KEPT = 8
"""How many explorations are kept: each holds some ten thousand states, and tests that share one stand together."""


def explored(
    council: Council,
    rule: Rule,
    tables: Mapping[Form, tuple[Row, ...]] = TABLES,
    begin: Sequence[Start] = starts(TEXTS),
    laws: Iterable[Law] = LAWS,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """As `check`; nobody is told of progress."""
    return _explored(council, rule, tuple(tables.items()), tuple(begin), tuple(laws))


@lru_cache(KEPT)
def _explored(
    council: Council,
    rule: Rule,
    tables: tuple[tuple[Form, tuple[Row, ...]], ...],
    begin: tuple[Start, ...],
    laws: tuple[Law, ...],
) -> Report:
    return unwatched(partial(check, council, rule, dict(tables), begin, laws))


def meetings_explored(
    council: Council,
    rule: Rule,
    agendas: Iterable[Agenda] = AGENDAS,
    progress: Callable[[int], None] | None = None,
) -> tuple[MeetingReport, ...]:
    """As `check_meetings`, with every law; nobody is told of progress."""
    return unwatched(partial(check_meetings, council, rule, agendas))
