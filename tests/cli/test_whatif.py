"""The command `whatif`.

Knows the two drafts of October 2016 and what each lacked. Refuses to check the search itself; `analysis` has its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Command

ALEPPO = Path(__file__).parents[2] / "scenarios" / "aleppo-2016" / "as-reported.yaml"
PARTIAL = """\
title: An invented vote of which little is known
on: 2016-10-08
drafts: {text: {}}
votes: {text: {no: [Russia], yes: [France, Spain, Japan]}}
"""

COUNTED = """\
UNITED NATIONS, Oct. 8, 2016 (Reuters) - Russia on Saturday vetoed a French draft resolution on Aleppo in the U.N.
Security Council. The draft got 11 votes in favour, with two against and two abstentions. Venezuela also voted against;
China abstained.
"""


def test_the_document_has_the_fixed_keys(lifecycle: Command) -> None:
    (scenario,) = lifecycle("whatif", ALEPPO, "--json").json["scenarios"]
    french, russian = scenario["drafts"]["french"], scenario["drafts"]["russian"]
    assert french["outcome"] == "vetoed"
    assert {"member": "Russian Federation", "to": "abstain", "outcome": "adopted"} in french["pivots"]
    assert french["nearest"]["adopted"]["changes"] == 1
    assert russian["nearest"]["adopted"]["changes"] == 5
    assert set(french["nearest"]["adopted"]) == {"changes", "count", "groups", "sets"}
    assert [{"member": "Russian Federation", "to": "abstain"}] in french["nearest"]["adopted"]["sets"]


def test_people_read_names_numbers_and_the_source(lifecycle: Command) -> None:
    said = lifecycle("whatif", ALEPPO)
    assert said.code == 0
    assert "the Russian Federation*: to yes, abstain, not participating or absent" in said.out
    assert "any 2 of 8" in said.out
    assert "Charter 27(3)" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_rules_stand_side_by_side(lifecycle: Command) -> None:
    (scenario,) = lifecycle("whatif", ALEPPO, "--rule", "no-veto", "--json").json["scenarios"]
    without = scenario["drafts"]["french"]["rules"]["no-veto"]
    assert (without["outcome"], without["nearest"]["vetoed"]["changes"]) == ("adopted", None)
    said = lifecycle("whatif", ALEPPO, "--rule", "no-veto", "--plain").out
    assert "Under no-veto: adopted. Changes needed: vetoed never; failed 3." in said
    assert "never" in lifecycle("whatif", ALEPPO, "--rule", "no-veto").out


def test_what_the_press_counts_without_names_is_counted(lifecycle: Command, tmp_path: Path) -> None:
    """Eleven, two and two: one of the twelve who are not named abstained, so there are twelve ways."""
    (tmp_path / "a.txt").write_text(COUNTED, encoding="utf-8")
    file = tmp_path / "counted.yaml"
    file.write_text("title: t\non: 2016-10-08\narticles: [a.txt]\ndrafts: {text: {sponsors: [France]}}\n")
    said = " ".join(lifecycle("whatif", file).out.split())
    assert "VETOED 11 yes, 2 no, 2 abstain 11 yes, 9 needed, but the Russian Federation" in said
    assert "12 members are not named: 11 voted yes, none voted no, 1 abstained." in said
    assert "Open: 12 ballots are unknown. Of the 12 ways they can fall (yes, no or neither, in the numbers" in said
    assert "Pivotal alone: the Russian Federation* (adopted by yes," in said


def test_a_partial_roll_is_open(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "partial.yaml"
    file.write_text(PARTIAL, encoding="utf-8")
    said = lifecycle("whatif", file)
    assert "Open: 11 ballots are unknown. Of the 177,147 ways" in said.out
    draft = lifecycle("whatif", file, "--json").json["scenarios"][0]["drafts"]["text"]
    assert draft["outcome"] is None
    assert draft["possible_outcomes"] == ["vetoed", "failed"]
    assert draft["open"]["adopted"] == 0


def test_a_scenario_without_ballots_is_wholly_open(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "open.yaml"
    file.write_text("title: Nothing known\non: 2016-10-08\ndrafts: {text: {}}\n", encoding="utf-8")
    draft = lifecycle("whatif", file, "--json").json["scenarios"][0]["drafts"]["text"]
    assert sum(draft["open"].values()) == 3**15


def test_a_text_that_ended_without_a_vote_has_none_to_change(lifecycle: Command, tmp_path: Path) -> None:
    """The sponsors withdraw the French draft on 7 October; the ballots that the base file gives were never cast."""
    said = lifecycle("whatif", ALEPPO.parent / "withdrawn-before-the-vote.yaml")
    told = "It was withdrawn on 7 October 2016: no vote was taken, so there is none to change."
    assert said.code == 0
    assert told in " ".join(said.out.split())
    assert said.out.count("Pivotal alone") == 1, "of the Russian draft, which was voted on"
    (scenario,) = lifecycle("whatif", ALEPPO.parent / "withdrawn-before-the-vote.yaml", "--json").json["scenarios"]
    assert list(scenario["drafts"]) == ["french", "russian"]
    french = scenario["drafts"]["french"]
    assert set(french) == set(scenario["drafts"]["russian"])
    assert (french["outcome"], french["possible_outcomes"], french["pivots"], french["nearest"]) == (None, [], [], {})
    assert french["reasons"] == [{"text": told, "cites": ["Rule 35"]}]
    more = "--rule", "no-veto", "--rule", "two-vetoes-needed", "--json"
    drafts = lifecycle("whatif", ALEPPO.parent / "withdrawn-before-the-vote.yaml", *more).json["scenarios"][0]["drafts"]
    assert set(drafts["french"]) == set(drafts["russian"])
    assert drafts["french"]["rules"] == {name: french | {"rule": name} for name in drafts["russian"]["rules"]}
    lapsed = lifecycle("whatif", ALEPPO.parent / "postponed-for-ever.yaml").out
    assert "It lapsed on 31 December 2016: no vote was taken" in lapsed


WITHDRAWN = "France withdrew its draft resolution on Syria in the UN Security Council on Friday."
EVENT = "{draft: text, type: withdrawn, modality: occurred, date: 2016-10-07, actors: [France]}"


@pytest.mark.parametrize("source", ["articles: [article.txt]", "events: events.yaml", f"events: [{EVENT}]"])
def test_what_the_sources_report_counts_as_in_replay_though_all_ballots_are_given(
    lifecycle: Command, tmp_path: Path, source: str
) -> None:
    """Russia's no would have been a veto of 14-1-0; the text that the article says was withdrawn met none."""
    (tmp_path / "article.txt").write_text(WITHDRAWN, encoding="utf-8")
    mined = "mine", tmp_path / "article.txt", "--published", "article.txt=2016-10-08", "-o", tmp_path / "events.yaml"
    assert lifecycle(*mined).code == 0
    file, given = tmp_path / "a.yaml", "votes: {text: {no: [Russia], rest: yes}}"
    begun = "title: An invented withdrawal\non: 2016-10-08\ndrafts: {text: {sponsors: [France]}}\n"
    file.write_text(f"{begun}{source}\n{given}\n", encoding="utf-8")
    replayed = lifecycle("replay", file, "--json").json["scenarios"][0]["drafts"]["text"]
    assert (replayed["state"], replayed["decision"]) == ("withdrawn", None)
    asked = lifecycle("whatif", file, "--json").json["scenarios"][0]["drafts"]["text"]
    assert (asked["outcome"], asked["pivots"]) == (None, [])
    file.write_text(f"{begun}{given}\n", encoding="utf-8")
    asked = lifecycle("whatif", file, "--json").json["scenarios"][0]["drafts"]["text"]
    assert (asked["outcome"], {pivot["member"] for pivot in asked["pivots"]}) == ("vetoed", {"Russian Federation"})


def test_a_scenario_of_which_no_text_was_voted_on_is_told_as_one(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    begun = "title: An invented end\non: 2016-10-08\ndrafts: {text: {sponsors: [France]}}\n"
    file.write_text(begun + "steps: {text: [{event: submit}, {event: withdraw}]}\n", encoding="utf-8")
    said = lifecycle("whatif", file)
    assert (said.code, said.err) == (0, "")
    assert "It was withdrawn: no vote was taken, so there is none to change." in said.out
    file.write_text(begun + "steps: {text: [{event: submit}, {event: adopt_without_vote}]}\n", encoding="utf-8")
    assert "It was adopted without a vote, so there is none to change." in lifecycle("whatif", file).out


def test_before_a_vote_the_answer_is_what_it_would_come_to(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "open.yaml"
    begun = "title: Not yet\non: 2016-10-08\ndrafts: {text: {}}\n"
    file.write_text(begun, encoding="utf-8")
    line = "  No vote has been taken; the text is {}. This is what one would come to.\n"
    assert line.format("drafted") in lifecycle("whatif", file).out
    file.write_text(
        begun + "votes: {text: {rest: yes}}\nsteps: {text: [{event: submit}, {event: postpone}]}\n", encoding="utf-8"
    )
    said = lifecycle("whatif", file).out
    assert " ".join(line.format("postponed").split()) in " ".join(said.split())
    assert "ADOPTED  15 yes" in said
    assert "No vote has been taken" not in lifecycle("whatif", ALEPPO).out


def test_a_motion_is_of_the_kind_that_replay_gives_it(lifecycle: Command) -> None:
    """To put a vote off is procedural (Charter 27(2)), so nobody's no blocks it and it cannot be vetoed."""
    history = ALEPPO.parents[1] / "history" / "2025-ukraine.yaml"
    motion = lifecycle("whatif", history, "--json").json["scenarios"][0]["drafts"]["motion"]
    assert motion["nearest"]["vetoed"]["changes"] is None


def test_what_cannot_be_read_is_told_and_the_rest_done(lifecycle: Command, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(PARTIAL.replace("Russia]", "Rusia]"), encoding="utf-8")
    said = lifecycle("whatif", wrong, ALEPPO, "--json")
    assert said.code == 2
    assert said.json["errors"][0]["nearest"][0] == "Russian Federation"
    assert len(said.json["scenarios"]) == 1
    assert lifecycle("whatif", wrong).code == 2


def test_an_unknown_rule_is_refused(lifecycle: Command) -> None:
    said = lifecycle("whatif", ALEPPO, "--rule", "no-vetoes")
    assert said.code == 2
    assert "no-veto" in said.err


def test_what_is_wrong_with_the_call_is_told_once_for_all_scenarios(lifecycle: Command) -> None:
    said = lifecycle("whatif", ALEPPO.parent, "--rule", "nope")
    assert said.code == 2
    assert said.err.count("'nope'") == 1
    assert "\n1 error. " in said.err
