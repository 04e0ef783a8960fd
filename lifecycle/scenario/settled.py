"""What one life of a scenario means for another, and for the Assembly.

Knows what the votes on amendments, parts, motions and preliminary questions do to the text they are about, and what a
veto is owed. Refuses to run a life, and to know the rules: those are `proposals`' and `aftermath`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lifecycle.model.aftermath import debate_after
from lifecycle.model.decision import Decision
from lifecycle.model.machine import Basis, Event
from lifecycle.model.proposals import Form, consequence, kind_of
from lifecycle.model.rules import Kind
from lifecycle.model.table import State
from lifecycle.scenario.life import Life
from lifecycle.scenario.scenario import Scenario, ScenarioDraft


def done_to(text: ScenarioDraft, lives: Iterable[Life]) -> tuple[Event, ...]:
    """What has happened to `text` through the votes on what is about it, in the order of the votes."""
    return tuple(_done_to(text, lives))


def _done_to(text: ScenarioDraft, lives: Iterable[Life]) -> Iterator[Event]:
    for life in lives:
        end = life.trace.draft
        act = consequence(end.form, end.state)
        if life.draft.about == text.name and act:
            when, name = life.trace.steps[-1].event.when, life.draft.label or life.draft.name
            note = f"follows from the vote on {name}, which was {end.state}"
            amendment = life.draft.name if end.form is Form.AMENDMENT else None
            yield Event(act, when, life.draft.sponsors, amendment=amendment, basis=Basis.INFERRED, note=note)


def kind_settled(draft: ScenarioDraft, drafts: Iterable[ScenarioDraft], lives: Iterable[Life]) -> Kind | None:
    """The kind of a matter of which nobody has said it; None leaves it to be assumed.

    A proposal about a text is of its form's kind or its text's; a preliminary question that carried makes its text
    procedural.
    """
    if draft.about is not None:
        return kind_of(draft.form, next((text.kind for text in drafts if text.name == draft.about), None))
    ends = [life.trace.draft for life in lives if life.draft.about == draft.name]
    carried = any(end.form is Form.PRELIMINARY_QUESTION and end.state is State.ADOPTED for end in ends)
    return Kind.PROCEDURAL if carried else None


def with_debate(decision: Decision | None, life: Life, scenario: Scenario) -> Decision | None:
    """`decision` with the day by which the Assembly debates a veto, where the scenario names the holidays."""
    if decision is None or scenario.holidays is None:
        return decision
    debate = debate_after(life.trace.draft, scenario.on, scenario.holidays)
    return replace(decision, reasons=(*decision.reasons, *debate.reasons)) if debate.due else decision
