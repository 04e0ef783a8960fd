"""The published form: the columns and codes of the UN Digital Library's "Security Council Voting Data".

Knows the names of record 4055387's columns, which of them a reader needs, and the four codes of a ballot. Refuses to
read or write a row.
"""

from __future__ import annotations

from lifecycle.model.ballots import Ballot

COLUMNS = (
    "undl_id", "ms_code", "ms_name", "permanent_member", "ms_vote", "date",
    "resolution", "draft", "meeting", "description", "agenda", "subjects",
    "vote_note", "total_yes", "total_no", "total_abstentions", "total_non_voting",
    "total_ms", "modality", "undl_link",
)  # fmt: skip
"""The official columns; a file may hold them in any order."""
NEEDED = ("ms_code", "ms_vote", "date", "resolution")
TOTALS = ("total_yes", "total_no", "total_abstentions", "total_non_voting")
SAME = ("date", "resolution", "draft", "modality", *TOTALS, "outcome")
"""What every row of one vote must agree on."""
LETTERS = {"Y": Ballot.YES, "N": Ballot.NO, "A": Ballot.ABSTAIN, "X": Ballot.NOT_PARTICIPATING, "": None}
"""The record's codes. X covers absent members too; nothing in the rule depends on which it was."""
