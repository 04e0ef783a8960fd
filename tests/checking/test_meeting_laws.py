"""The laws of a meeting as a list: each with a source, each with its twin, each broken by the scene it speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.checking.joint import SECOND, TEXT, Notes
from lifecycle.checking.meeting_laws import MEETING_LAWS, STATED, MeetingLaw, Scene
from lifecycle.checking.places import Role
from lifecycle.checking.properties import Mode
from lifecycle.model.charter import CITATIONS
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft
from lifecycle.model.meeting import Meeting, Sitting
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act, State

NOW = council_on(date(2023, 12, 22))


def meeting(sitting: Sitting = Sitting.OPEN, **drafts: State) -> Meeting:
    """A meeting on these proposals; `text` and `second` are texts, the others what their names say."""
    forms = {"amendment": Form.AMENDMENT, "part": Form.PART, "motion": Form.SUSPENSION}
    found = [
        Draft(SECOND if name == "second" else name, NOW, rule_on(NOW.on), Kind.SUBSTANTIVE, state=state,
              form=forms.get(name, Form.TEXT), parent=TEXT if name in forms else None)
        for name, state in drafts.items()
    ]  # fmt: skip
    return replace(Meeting.on(*found), sitting=sitting)


def scene(name: str, act: Act | None, before: Meeting, after: Meeting, role: Role = Role.NOBODY) -> Scene:
    return Scene(name, act, role, before, after, Notes((TEXT, SECOND)), frozenset(), lambda: False)


S, V, A, F = State.SUBMITTED, State.VOTED, State.ADOPTED, State.FAILED
FALSE = [
    ("first-submitted-first-decided", SECOND, Act.VOTE, meeting(text=S, second=S), meeting(text=S, second=V)),
    ("amendments-before-the-text", TEXT, Act.VOTE, meeting(text=S, amendment=S), meeting(text=V, amendment=S)),
    ("parts-before-the-whole", TEXT, Act.VOTE, meeting(text=S, part=S), meeting(text=V, part=S)),
    ("motions-before-anything", TEXT, Act.VOTE, meeting(text=S, motion=S), meeting(text=V, motion=S)),
    ("adopted-amendment-is-in-the-text", "amendment", Act.ANNOUNCE, meeting(text=S, amendment=V),
     meeting(text=S, amendment=A)),
    ("lost-amendment-changes-nothing", "amendment", Act.ANNOUNCE, meeting(text=S, amendment=V),
     meeting(text=F, amendment=F)),
    ("amendment-of-a-text-that-waits", "amendment", Act.VOTE, meeting(text=A, amendment=S),
     meeting(text=A, amendment=V)),
    ("no-vote-while-suspended", TEXT, Act.VOTE, meeting(Sitting.SUSPENDED, text=S, motion=A),
     meeting(Sitting.SUSPENDED, text=V, motion=A)),
    ("carried-suspension-ends-the-sitting", "motion", Act.ANNOUNCE, meeting(text=S, motion=V),
     meeting(text=S, motion=A)),
    ("motion-is-not-vetoed", "motion", Act.ANNOUNCE, meeting(text=S, motion=V), meeting(text=S, motion=State.VETOED)),
    ("one-vote-at-a-time", "", None, meeting(text=V, second=V), meeting(text=V, second=V)),
    ("no-child-outlives-its-text", "", None, meeting(text=A, part=S), meeting(text=A, part=S)),
    ("finished-votes-matter-no-more", "", None, meeting(text=A), meeting(text=A)),
    ("first-in-the-queue-can-be-voted-on", "", None, meeting(text=S, second=S), meeting(text=S, second=S)),
]  # fmt: skip


def named(name: str) -> MeetingLaw:
    return next(law for law in STATED if law.id == name)


@pytest.mark.parametrize(("name", "about", "act", "before", "after"), FALSE, ids=lambda value: str(value)[:24])
def test_a_law_is_broken_by_the_scene_it_forbids(
    name: str, about: str, act: Act | None, before: Meeting, after: Meeting
) -> None:
    law, seen = named(name), scene(about, act, before, after)
    assert act in law.acts or (act is None and not law.acts)
    assert law.then is not None
    assert law.when(seen)
    assert not law.then(seen)


def test_only_the_mover_of_the_text_objects() -> None:
    law, here = named("only-the-mover-objects"), meeting(text=S, part=S)
    then = meeting(text=S, part=State.LAPSED)
    assert law.then is not None
    assert law.then(scene("part", Act.OBJECT, here, then, Role.MOVER))
    assert not law.then(scene("part", Act.OBJECT, here, then, Role.MEMBER))


def test_each_law_has_a_source_a_name_of_its_own_and_a_twin() -> None:
    assert len({law.id for law in MEETING_LAWS}) == len(MEETING_LAWS)
    assert all(CITATIONS[cite.key] == cite for law in MEETING_LAWS for cite in law.cites)
    seen = {law.given for law in MEETING_LAWS if law.mode is Mode.SOMETIMES}
    assert {law.given for law in STATED} <= seen
    assert all(law.text.endswith(".") for law in MEETING_LAWS)
