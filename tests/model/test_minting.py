"""A minted value is the ordinary one in every respect but the time it took.

Knows one frozen class with slots and the stepper's own. Refuses to time anything.
"""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.draft import Draft
from lifecycle.model.machine import step
from lifecycle.model.minting import mint
from lifecycle.testing import councils, drafts, events


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values."""

    left: object
    right: object = None


make_pair = mint(Pair)


@given(st.integers(), st.text())
def test_a_minted_value_is_the_ordinary_one(left: int, right: str) -> None:
    minted, ordinary = make_pair(left, right), Pair(left, right)
    assert type(minted) is Pair
    assert (minted, hash(minted), repr(minted)) == (ordinary, hash(ordinary), repr(ordinary))
    assert copy.copy(minted) == pickle.loads(pickle.dumps(minted)) == ordinary
    assert replace(minted, left=0) == Pair(0, right)


def test_a_minted_value_is_locked() -> None:
    minted = make_pair(1, 2)
    with pytest.raises(FrozenInstanceError):
        minted.left = 3  # type: ignore[misc]
    assert not hasattr(minted, "__dict__")


def test_every_value_must_be_given() -> None:
    with pytest.raises(TypeError):
        make_pair(1)


@given(st.data())
def test_what_the_stepper_mints_could_have_been_made_by_hand(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    verdict = step(draft, data.draw(events(draft)))
    assert type(verdict.draft) is Draft
    assert replace(verdict) == verdict
    assert Draft(**{field.name: getattr(verdict.draft, field.name) for field in fields(Draft)}) == verdict.draft
