"""Ballots, file by file: votes replace votes, changes are laid over them, and a ballot goes with its seat."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.scenario.loader import load

BASE = (
    "title: base\non: 2016-10-08\ndrafts: {a: {sponsors: [France]}}\n"
    "votes: {a: {no: [Russia, Egypt], abstain: [China, Spain], rest: yes}}\n"
)


def cast(folder: Path, *variations: str) -> Roll | None:
    """The roll of the last of a chain of files, each a variation of the one before."""
    before = "f0.yaml"
    (folder / before).write_text(BASE, encoding="utf-8")
    for number, text in enumerate(variations, 1):
        path = folder / f"f{number}.yaml"
        path.write_text(f"title: t\nextends: {before}\n{text}\n", encoding="utf-8")
        before = path.name
    return load(folder / before).drafts[0].roll


def ballots(roll: Roll | None) -> dict[str, Ballot | None]:
    assert roll
    return {member.code: roll.of_member(member) for member in roll.council.members}


def test_a_change_is_laid_over_what_is_inherited(tmp_path: Path) -> None:
    found = ballots(cast(tmp_path, "change: {a: {RUS: abstain}}", "change: {a: {Moscow: absent, Spain: unknown}}"))
    assert (found["RUS"], found["ESP"], found["EGY"]) == ("absent", None, "no")


def test_votes_given_anew_replace_votes_and_changes(tmp_path: Path) -> None:
    found = ballots(cast(tmp_path, "change: {a: {Russia: yes}}", "votes: {a: {no: [France]}}"))
    assert found["FRA"] == "no"
    assert {ballot for code, ballot in found.items() if code != "FRA"} == {None}


def test_a_change_without_votes_leaves_the_rest_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: t\non: 2016-10-08\ndrafts: {a: {}, b: {}}\nchange: {a: {RUS: no}}\n", encoding="utf-8")
    first, second = load(path).drafts
    assert first.roll is not None
    assert (first.roll.tally().no, first.roll.tally().unknown) == (1, 14)
    assert second.roll is None


def test_a_ballot_falls_away_with_its_seat(tmp_path: Path) -> None:
    """Egypt's no goes with its seat; Germany, in that seat, casts what the rest cast. Invented."""
    found = ballots(cast(tmp_path, "council: {without: [Egypt], with: [Germany]}"))
    assert "EGY" not in found
    assert (found["DEU"], found["RUS"], found["ESP"]) == ("yes", "no", "abstain")


@pytest.mark.parametrize(
    ("text", "slug", "line", "column"),
    [
        ("change: {a: {RUS: yes, Moscow: no}}", "votes-twice", 3, 24),
        ("change: {a: {Germany: yes}}", "not-on-council", 3, 14),
        ("votes: {a: {no: [Egypt, Cairo]}}", "votes-twice", 3, 25),
        ("votes: {a: {no: [Egypt]}}\ncouncil: {without: [Egypt], with: [Fiji]}", "not-on-council", 3, 18),
    ],
)
def test_a_ballot_nobody_can_cast_is_refused(tmp_path: Path, text: str, slug: str, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        cast(tmp_path, text)
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.line, problem.place.column) == (slug, line, column)


def test_on_another_day_that_really_was_a_member_without_a_seat_is_refused(tmp_path: Path) -> None:
    """Spain's term ended with 2016, Egypt's with 2017: the inherited votes cannot simply be cast a year later."""
    with pytest.raises(InputError) as caught:
        cast(tmp_path, "on: 2017-10-08")
    (problem,) = caught.value.problems
    assert (problem.slug, Path(str(problem.place.file)).name) == ("not-on-council", "f0.yaml")
    assert problem.message.startswith("Spain is not on the Council of 8 October 2017")
