"""Errors at length on a terminal and as a document."""

from __future__ import annotations

import pytest

from lifecycle.explanations import explanations
from tests.conftest import Command


def test_an_error_is_explained_with_what_to_do(lifecycle: Command) -> None:
    said = lifecycle("explain", "votes-twice")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "votes-twice: a member is given two ballots on one text"
    assert "To change a ballot that another file gives" in " ".join(said.out.split())


@pytest.mark.parametrize("slug", explanations())
def test_every_explanation_fits_80_columns(lifecycle: Command, slug: str) -> None:
    said = lifecycle("explain", slug)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert not any(line != line.rstrip() for line in said.out.splitlines())
    assert lifecycle("explain", slug, "--json").json == {"format": 1, **explanations()[slug].to_json()}


def test_without_a_name_all_are_listed(lifecycle: Command) -> None:
    lines = lifecycle("explain").out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(explanations())
    assert max(map(len, lines)) <= 80
    assert [each["slug"] for each in lifecycle("explain", "--json").json["errors"]] == list(explanations())


def test_an_unknown_name_is_answered_with_the_nearest(lifecycle: Command) -> None:
    said = lifecycle("explain", "vote-twice", "--json")
    assert said.code == 2
    assert said.json["errors"][0]["slug"] == "unknown-slug"
    assert said.json["errors"][0]["nearest"][0] == "votes-twice"
    assert "`lifecycle explain` alone lists them all" in lifecycle("explain", "veto").err
