"""A draft's situation, what can happen to it, and what becomes of it once something has.

Knows a draft and an event as values, what guards read off the two, and what each act changes besides the state. Refuses
to know whether a step is legal: that is `machine`'s to say, by the rows of `table`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any

from lifecycle.model.ballots import Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import as_counted, vote_values
from lifecycle.model.guards import Value, Values
from lifecycle.model.minting import mint
from lifecycle.model.proposals import Form
from lifecycle.model.readings import COUNCIL, UNNAMED, asked, belongs, deadline, seated
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Outcome, Rule
from lifecycle.model.table import DOMAINS, Act, Row, State


class Basis(StrEnum):
    """Why a step is in a trace: somebody reported it, the next report needs it, or a scenario says so."""

    REPORTED = "reported"
    INFERRED = "inferred"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft resolution's whole situation: everything a guard may read. A value; a step makes a new one.

    `sponsors` and `seconders` are names of states; no sponsors means that nobody has said who they are. `kind` is None
    while nobody has said it, `roll` until the text is put to the vote. `revision` counts the texts that came after the
    first, and `amended_by` names the amendments taken into this one. Anything else that is put to the vote is a draft
    of another `form`, and `parent` names the text it is about.
    """

    name: str
    council: Council
    rule: Rule
    kind: Kind | None = None
    symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    parties: tuple[Member, ...] = ()
    state: State = State.DRAFTED
    roll: Roll | None = None
    seconders: tuple[str, ...] = ()
    revision: int = 0
    silence_until: date | None = None
    amended_by: tuple[str, ...] = ()
    form: Form = Form.TEXT
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a draft. `by` names who does it; the other fields belong to one act each.

    `outcome` goes with announce (None: whatever the roll amounts to), `roll` with vote (None: nothing is known of it),
    `until` with the silence deadline that is set or moved, `not_pressed` with a withdrawal by not asking for a vote,
    `amendment` with the amendment of that name, which is now in the text.
    """

    act: Act
    when: When = When()  # noqa: RUF009 (frozen)
    by: tuple[str, ...] = ()
    outcome: Outcome | None = None
    roll: Roll | None = None
    until: date | None = None
    not_pressed: bool = False
    amendment: str | None = None
    basis: Basis = Basis.ASSUMED
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


def situations(draft: Draft, event: Event, reads: Iterable[str] = DOMAINS) -> Iterator[Values]:
    """The values guards read, once for each way the unknown ballots can fall when an outcome is announced.

    `reads` names those wanted of the fields that are read off the draft and the event; by default all.
    """
    life = {name: _READ[name](draft, event) for name in reads}
    if event.act is not _ANNOUNCE:
        yield life
        return
    roll, kind = draft.roll or Roll.unknown(draft.council), draft.kind or Kind.SUBSTANTIVE
    for values in vote_values(as_counted(roll, kind, draft.rule, draft.parties), kind, draft.rule):
        yield {**life, **values}


# A member of an enum costs a tenth of a step to look up, as of Python 3.11.
_ANNOUNCE = Act.ANNOUNCE


_READ: dict[str, Callable[[Draft, Event], Value]] = {
    "seconded": lambda draft, event: bool(draft.seconders),
    "by_sponsor": lambda draft, event: belongs(event.by, draft.sponsors),
    "by_seconder": lambda draft, event: belongs(event.by, draft.seconders),
    "by_member": lambda draft, event: seated(event.by, draft.council),
    "by_mover": lambda draft, event: "unsaid",  # the text is another draft; `meeting` knows both
    "by_council": lambda draft, event: COUNCIL in event.by,
    "asked": lambda draft, event: asked(event.by, draft.sponsors, draft.council),
    "deadline": lambda draft, event: deadline(draft.silence_until, event.when.best),
    "announced": lambda draft, event: event.outcome.value if event.outcome else "unsaid",
}
"""How each field of `table.DOMAINS` is read off a draft and an event."""


def after(draft: Draft, event: Event, row: Row) -> Draft:
    """The situation once `event` has been taken by `row`."""
    changes = _CHANGES.get(event.act)
    if not changes and row.target is draft.state:
        return draft
    # What `dataclasses.replace` gives, in a fifth of its time: every step makes a draft.
    values = list(_FIELDS(draft))
    values[_STATE] = row.target
    if changes:
        for name, value in changes(draft, event).items():
            values[_PLACES[name]] = value
    return _make_draft(*values)


_make_draft = mint(Draft)
_FIELDS = attrgetter(*Draft.__slots__)
_PLACES = {name: place for place, name in enumerate(Draft.__slots__)}
_STATE = _PLACES["state"]


def _joined(draft: Draft, event: Event) -> dict[str, object]:
    """Sponsors join up to the vote; where nobody has said who they are, one name would look like all of them."""
    more = tuple(name for name in event.by if name not in draft.sponsors and name != COUNCIL)
    return {"sponsors": (*draft.sponsors, *more)} if draft.sponsors else {}


def _taken_over(draft: Draft, event: Event) -> dict[str, object]:
    """The seconder who insists is the sponsor from now on; other seconders keep their right."""
    sponsors = event.by or draft.seconders
    left = tuple(name for name in draft.seconders if name not in sponsors and name != UNNAMED)
    return {"sponsors": sponsors, "seconders": left}


_CHANGES: dict[Act, Callable[[Draft, Event], dict[str, Any]]] = {
    Act.REVISE: lambda draft, event: {"revision": draft.revision + 1},
    Act.PLACE_UNDER_SILENCE: lambda draft, event: {"silence_until": event.until},
    Act.EXTEND_SILENCE: lambda draft, event: {"silence_until": event.until},
    Act.SUBMIT: _joined,
    Act.SECOND: lambda draft, event: {"seconders": (*draft.seconders, *(event.by or (UNNAMED,)))},
    Act.AMEND: lambda draft, event: {
        "revision": draft.revision + 1,
        "amended_by": (*draft.amended_by, event.amendment or UNNAMED),
    },
    Act.VOTE: lambda draft, event: {"roll": event.roll or Roll.unknown(draft.council)},
    Act.INSIST: _taken_over,
}
"""What an act changes besides the state."""
