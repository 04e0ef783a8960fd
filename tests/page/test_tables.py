"""The page's tables are the engine: every class of rolls, every rule, every sentence once the names are in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.groups import Groups
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.decision import decide
from lifecycle.model.reasons import listed
from lifecycle.model.rules import Kind, Outcome, Rule
from lifecycle.page.tables import LETTERS, Words, power_words, roll_with, rule_table
from lifecycle.testing import presets_for, rolls

COUNCILS = [council_on(date(1956, 10, 30)), council_on(date(2016, 10, 8))]
CASES = [(council, rule) for council in COUNCILS for rule in presets_for(council)]
KINDS = (Kind.SUBSTANTIVE, Kind.PROCEDURAL)


def filled(text: str, roll: Roll, rule: Rule) -> str:
    """A sentence with its places filled in, as the page does it."""
    holders = rule.veto_holders(roll.council)
    noes = [member for member in holders if roll.of_member(member) is Ballot.NO]
    others = [member for member in holders if roll.of_member(member) is not Ballot.YES]
    lists = {
        "noes": listed(noes),
        "others": listed(others),
        "aside": listed(member for member in others if member not in noes),
        "permanent": listed(m for m in roll.council.permanent if roll.of_member(m) is Ballot.NO),
        "yes": str(roll.tally().yes),
    }
    return re.sub(r"\{(\w+)\}", lambda found: _put(found.group(1), lists), text)


def _put(name: str, lists: dict[str, str]) -> str:
    value = lists[name.lower()]
    return value[:1].upper() + value[1:] if name[0].isupper() else value


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("council", "rule"), CASES, ids=lambda each: getattr(each, "name", None) or str(each.on.year))
def test_every_class_of_rolls_has_the_outcome_of_the_engine(council: Council, rule: Rule, kind: Kind) -> None:
    groups = Groups(council, rule, kind)
    table = rule_table(groups, Words(), None)
    splits = list(groups.splits())
    assert len(table["cells"]) == len(table["why"]) == len(splits)
    for letter, split in zip(table["cells"], splits, strict=True):
        assert letter == LETTERS[Outcome(str(decide(roll_with(groups, split), kind, rule).outcome))]


@given(st.data())
def test_every_sentence_is_the_engines_once_the_names_are_in(data: st.DataObject) -> None:
    council, rule = data.draw(st.sampled_from(CASES))
    kind = data.draw(st.sampled_from(KINDS))
    groups, words = Groups(council, rule, kind), Words()
    roll = data.draw(rolls(council, rule, kind))
    table = rule_table(groups, words, None)
    cell = list(groups.splits()).index(groups.split(roll))
    powerless = any(m.permanent and roll.of_member(m) is Ballot.NO for m in groups.others)
    told = [words.texts[place] for place in table["idle" if powerless else "why"][cell]]
    reasons = decide(roll, kind, rule).reasons
    assert [filled(text, roll, rule) for text, _ in told] == [reason.text for reason in reasons]
    assert [cites for _, cites in told] == [tuple(cite.key for cite in reason.cites) for reason in reasons]


def test_the_least_changes_of_the_two_drafts_are_one_and_five() -> None:
    """S/2016/846: one ballot from adoption; S/2016/847: five."""
    council, near = COUNCILS[1], Words()
    groups = Groups(council, presets_for(council)[0], Kind.SUBSTANTIVE)
    table, splits = rule_table(groups, Words(), near), list(groups.splits())
    french, russian = splits.index((3, 1, 8)), splits.index((2, 3, 2))
    adopted, vetoed, failed = range(3)
    assert near.texts[table["near"][french][adopted]]["changes"] == 1
    assert near.texts[table["near"][russian][adopted]]["changes"] == 5
    assert (table["near"][french][vetoed], table["near"][russian][failed]) == (-1, -1)


def test_a_rule_without_a_veto_never_says_vetoed() -> None:
    council = COUNCILS[1]
    (rule,) = (rule for rule in presets_for(council) if rule.name == "no-veto")
    near = Words()
    table = rule_table(Groups(council, rule, Kind.SUBSTANTIVE), Words(), near)
    assert "v" not in table["cells"]
    assert {row[1] for row in table["near"]} == {-1}


def test_power_is_told_in_percent() -> None:
    """421/2145 and 4/2145; without a veto one fifteenth for everybody, and nobody may veto."""
    council = COUNCILS[1]
    charter, no_veto = (next(r for r in presets_for(council) if r.name == name) for name in ("charter-1965", "no-veto"))
    assert power_words(Groups(council, charter)) == ["19.63", "0.19"]
    assert power_words(Groups(council, no_veto)) == ["", "6.67"]
