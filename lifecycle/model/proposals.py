"""What else the Council votes on while a text is before it: amendments, parts, motions, preliminary questions.

Knows each form of proposal as data (its kind, its place in the queue, what its adoption does to the text) and its life
as a flat table of the same rows as a text's. A proposal is a child: it has a vote of its own and names its text.
Refuses to run anything, and to nest one life in another; how lives of one meeting wait for each other is `meeting`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.rules import Kind
from lifecycle.model.table import ROWS, Act, Row, State, rows_out_of, unless


class Form(StrEnum):
    """What is put to the vote. The five motions stand in the order in which rule 33 takes them."""

    TEXT = "text"
    SUSPENSION = "suspension"
    ADJOURNMENT = "adjournment"
    ADJOURNMENT_TO_A_DAY = "adjournment_to_a_day"
    REFERRAL = "referral"
    POSTPONEMENT = "postponement"
    ORDER = "order"
    PRELIMINARY_QUESTION = "preliminary_question"
    AMENDMENT = "amendment"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Nature:
    """What the rules say of one form.

    `kind` is None where it is the text's own. Of two open proposals the one of lower `rank` is voted on first.
    `carried` is what happens to the text if the proposal is adopted, `lost` if it is not (None: nothing by itself).
    """

    form: Form
    kind: Kind | None
    rank: int
    debated: bool
    carried: Act | None
    cites: tuple[Citation, ...]
    lost: Act | None = None


_MOTION = (charter.ROP_33, charter.ARTICLE_27_2)
NATURES = {
    nature.form: nature
    for nature in (
        Nature(Form.SUSPENSION, Kind.PROCEDURAL, 1, False, None, _MOTION),
        Nature(Form.ADJOURNMENT, Kind.PROCEDURAL, 2, False, None, _MOTION),
        Nature(Form.ADJOURNMENT_TO_A_DAY, Kind.PROCEDURAL, 3, True, None, _MOTION),
        Nature(Form.REFERRAL, Kind.PROCEDURAL, 4, True, Act.POSTPONE, _MOTION),
        Nature(Form.POSTPONEMENT, Kind.PROCEDURAL, 5, True, Act.POSTPONE, _MOTION),
        Nature(Form.ORDER, Kind.PROCEDURAL, 6, True, None, (charter.ROP_32, charter.ARTICLE_27_2)),
        Nature(Form.PRELIMINARY_QUESTION, Kind.PRELIMINARY_QUESTION, 7, True, None, (charter.FOUR_POWER_STATEMENT,)),
        Nature(Form.AMENDMENT, None, 8, True, Act.AMEND, (charter.ROP_36, charter.ARTICLE_27_3)),
        # A part that is not retained leaves the text a shorter one.
        Nature(Form.PART, None, 9, True, None, (charter.ROP_32, charter.ARTICLE_27_3), lost=Act.REVISE),
        Nature(Form.TEXT, None, 10, True, None, (charter.ROP_32,)),
    )
}
"""Every form, in the order in which open proposals are voted on; rule 33 itself gives the places up to amendments."""

STOPPING = (Form.SUSPENSION, Form.ADJOURNMENT, Form.ADJOURNMENT_TO_A_DAY)
"""The motions that, once carried, end the sitting."""

MOTIONS = (*STOPPING, Form.REFERRAL, Form.POSTPONEMENT, Form.ORDER, Form.PRELIMINARY_QUESTION)
"""The forms that are about how to go on, not about what the text says."""


def kind_of(form: Form, text: Kind | None) -> Kind | None:
    """The kind of matter a proposal of this form is, given its text's.

    >>> kind_of(Form.AMENDMENT, Kind.SUBSTANTIVE), kind_of(Form.SUSPENSION, Kind.SUBSTANTIVE)
    (<Kind.SUBSTANTIVE: 'substantive'>, <Kind.PROCEDURAL: 'procedural'>)
    """
    return NATURES[form].kind or text


def consequence(form: Form, end: State) -> Act | None:
    """What happens to the text once a proposal about it has ended so.

    >>> consequence(Form.AMENDMENT, State.ADOPTED), consequence(Form.AMENDMENT, State.VETOED)
    (<Act.AMEND: 'amend'>, None)
    """
    if end is State.ADOPTED:
        return NATURES[form].carried
    return NATURES[form].lost if end in {State.VETOED, State.FAILED} else None


_BY_SPONSOR = "a sponsor to do it"
_VOTES = tuple(row for row in ROWS if row.act is Act.ANNOUNCE)
"""A vote on a proposal ends in the same three ways, by the same guards, as one on a text."""


def _life(moved_under: Citation, more: Iterable[Row] = ()) -> tuple[Row, ...]:
    """The life of a proposal: moved, perhaps seconded, withdrawn or let fall, else voted on."""
    out_of, only, twice = rows_out_of, (State.DRAFTED,), (State.DRAFTED, State.SUBMITTED)
    by_mover = (unless("by_sponsor", "no", charter.ROP_35, _BY_SPONSOR),)
    seconder = tuple(c for row in ROWS if row.name == "submitted--second--submitted" for c in row.guard)
    insisting = tuple(c for row in ROWS if row.act is Act.INSIST for c in row.guard)
    here = (State.SUBMITTED,)
    return (
        *out_of(only, Act.SUBMIT, State.SUBMITTED, moved_under),
        *out_of(here, Act.REVISE, None, charter.PRACTICE),
        *out_of(here, Act.SECOND, None, charter.ROP_34, guard=seconder),
        *out_of(here, Act.VOTE, State.VOTED, charter.ROP_40),
        *_VOTES,
        *out_of(here, Act.ADOPT_WITHOUT_VOTE, State.ADOPTED, charter.PRACTICE),
        *out_of(twice, Act.WITHDRAW, State.WITHDRAWN, charter.ROP_35, guard=by_mover),
        *out_of((State.WITHDRAWN,), Act.INSIST, State.SUBMITTED, charter.ROP_35, guard=insisting),
        *out_of(twice, Act.SUPERSEDE, State.SUPERSEDED, charter.PRACTICE),
        *out_of(twice, Act.LAPSE, State.LAPSED, charter.PRACTICE),
        *more,
    )


_MOVER_OF_THE_TEXT = unless("by_mover", "no", charter.ROP_32, "a sponsor of the text to do it")

TABLES: dict[Form, tuple[Row, ...]] = {
    Form.TEXT: ROWS,
    **dict.fromkeys(STOPPING, _life(charter.ROP_33)),
    **dict.fromkeys((Form.REFERRAL, Form.POSTPONEMENT), _life(charter.ROP_33)),
    Form.ORDER: _life(charter.ROP_32),
    Form.PRELIMINARY_QUESTION: _life(charter.FOUR_POWER_STATEMENT),
    Form.AMENDMENT: _life(charter.ROP_36),
    # A separate vote on a part is anybody's to ask for, unless the mover of the text objects.
    Form.PART: _life(
        charter.ROP_32,
        rows_out_of((State.SUBMITTED,), Act.OBJECT, State.LAPSED, charter.ROP_32, guard=(_MOVER_OF_THE_TEXT,)),
    ),
}
"""The table of each form of proposal."""
