"""What one life of a scenario means for another, and for the Assembly.

Knows what the votes on amendments, parts, motions and preliminary questions do to the text they are about, and what a
veto is owed. Refuses to run a life, and to know the rules: those are `proposals`', `ruling`'s and `aftermath`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lifecycle.model.aftermath import debate_after
from lifecycle.model.decision import Decision
from lifecycle.model.draft import Basis, Event
from lifecycle.model.proposals import Form, consequence, kind_of
from lifecycle.model.rules import Kind
from lifecycle.model.ruling import Settled, settle
from lifecycle.model.table import State
from lifecycle.scenario.life import Life
from lifecycle.scenario.scenario import Scenario, ScenarioDraft


def done_to(text: ScenarioDraft, lives: Mapping[str, Life]) -> tuple[Event, ...]:
    """What has happened to `text` through the votes on what is about it, in the order of the votes."""
    return tuple(_done_to(text, lives.values()))


def _done_to(text: ScenarioDraft, lives: Iterable[Life]) -> Iterator[Event]:
    for life in lives:
        end = life.trace.draft
        act = consequence(end.form, end.state)
        if life.draft.about == text.name and act:
            when, name = life.trace.steps[-1].event.when, life.draft.label or life.draft.name
            note = f"follows from the vote on {name}, which was {end.state}"
            amendment = life.draft.name if end.form is Form.AMENDMENT else None
            yield Event(act, when, life.draft.sponsors, amendment=amendment, basis=Basis.INFERRED, note=note)


def kind_settled(draft: ScenarioDraft, scenario: Scenario, lives: Mapping[str, Life]) -> Kind | None:
    """The kind of a matter of which nobody has said it; None leaves it to be assumed.

    A proposal about a text is of its form's kind or its text's; a text is what the President ruled, or what the vote on
    a preliminary question made it.
    """
    if draft.about is not None:
        return kind_of(draft.form, next((text.kind for text in scenario.drafts if text.name == draft.about), None))
    settled = question_settled(draft, scenario, lives)
    return settled.kind if settled else None


def question_settled(draft: ScenarioDraft, scenario: Scenario, lives: Mapping[str, Life]) -> Settled | None:
    """How it was settled whether `draft` is procedural; None if nobody ruled and no full vote on it is known."""
    ends = (life.trace.draft for life in lives.values() if life.draft.about == draft.name)
    rolls = (end.roll for end in ends if end.form is Form.PRELIMINARY_QUESTION)
    asked = next((roll for roll in rolls if roll and roll.complete), None)
    if asked is None and draft.ruling is None:
        return None
    return settle(draft.kind or Kind.SUBSTANTIVE, asked, draft.ruling, scenario.rule)


def explained(decision: Decision | None, scenario: Scenario, life: Life, lives: Mapping[str, Life]) -> Decision | None:
    """`decision` with what lies beside the vote: how its kind was settled, and the debate that a veto is owed.

    The day of the debate is given where the scenario names the holidays.
    """
    if decision is None:
        return None
    settled = question_settled(life.draft, scenario, lives) if life.draft.kind is None else None
    more = settled.reasons if settled else ()
    if scenario.holidays is not None and life.trace.draft.state is State.VETOED:
        more += debate_after(life.trace.draft, scenario.on, scenario.holidays).reasons
    return replace(decision, reasons=(*decision.reasons, *more))
