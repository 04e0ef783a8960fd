"""Votes as rows of the published form.

Knows how a vote that was read is written again, one row a member. Refuses to touch a disk.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from lifecycle.model.ballots import Ballot
from lifecycle.record.columns import COLUMNS, LETTERS, TOTALS
from lifecycle.record.votes import Vote


def written(votes: Iterable[Vote]) -> str:
    """The votes as the published form has them, with a column for the outcome: one row a member, header first.

    Absent members are written X like those who did not participate, which is all the form can say.
    """
    text = StringIO()
    writer = csv.writer(text)  # lines end as RFC 4180 has it, or a carriage return in a title would go unquoted
    writer.writerow([*COLUMNS, "outcome"])
    for vote in votes:
        shared = _shared_cells(vote)
        for member, ballot in zip(vote.roll.council.members, vote.roll.ballots, strict=True):
            own = {"ms_code": member.code, "ms_name": member.name.upper(), "permanent_member": str(member.permanent)}
            cells = {**shared, **own, "ms_vote": _LETTER_OF[ballot]}
            writer.writerow([cells.get(name, "") for name in (*COLUMNS, "outcome")])
    return text.getvalue()


_LETTER_OF = {**{ballot: letter for letter, ballot in LETTERS.items()}, Ballot.ABSENT: "X"}


def _shared_cells(vote: Vote) -> dict[str, str]:
    totals = vote.totals
    counts = (totals.yes, totals.no, totals.abstain, totals.aside) if totals else ("",) * 4
    return {
        "undl_id": vote.key,
        "date": vote.day.isoformat(),
        "resolution": vote.resolution,
        "draft": vote.draft,
        "meeting": vote.meeting,
        "description": vote.title,
        "agenda": vote.agenda,
        "vote_note": vote.note,
        "modality": "Without Vote" if vote.without_vote else "Vote",
        "total_ms": str(len(vote.roll.council.members)),
        "outcome": vote.recorded.value if vote.recorded else "",
        **dict(zip(TOTALS, map(str, counts), strict=True)),
    }
