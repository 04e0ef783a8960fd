"""The JSON Schema is the form's, stands beside the scenarios, and accepts every one of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lifecycle.located import Items, Node, Table, Text, read
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.schema import RuleForm, ScenarioForm, json_schema

ROOT = Path(__file__).parents[2]
SCENARIOS = scenario_files([ROOT / "scenarios"], recursive=True)
BROKEN = ROOT / "tests" / "broken"


def as_editors_read(node: Node | None) -> Any:
    """YAML 1.2 as an editor's checker has it: true, false and numbers are values, yes, no and days are words."""
    match node:
        case Table(entries=entries):
            return {key.value: as_editors_read(value) for key, value in entries}
        case Items(values=values):
            return [as_editors_read(value) for value in values]
        case Text(value=value):
            return {"true": True, "false": False}.get(value, int(value) if value.isdecimal() else value)
    return None


def complaints(path: Path) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema())
    return [error.message for error in validator.iter_errors(as_editors_read(read(path, path.name).root))]


def test_the_schema_beside_the_scenarios_is_the_one_the_form_writes() -> None:
    """`lifecycle schema scenario -o scenarios/scenario.schema.json` renews it."""
    text = (ROOT / "scenarios" / "scenario.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == json_schema()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["additionalProperties"] is False


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_fits_it_and_tells_editors_where_it_is(path: Path) -> None:
    assert complaints(path) == []
    opening = path.read_text(encoding="utf-8").split("\n")[0]
    head, _, where = opening.partition("$schema=")
    assert head == "# yaml-language-server: "
    assert (path.parent / where).resolve() == ROOT / "scenarios" / "scenario.schema.json"


@pytest.mark.parametrize("slug", ["unknown-key", "unknown-word", "bad-number", "wrong-shape", "missing-key"])
def test_it_refuses_what_has_the_wrong_form(slug: str) -> None:
    assert complaints(BROKEN / f"{slug}.yaml")


@pytest.mark.parametrize("slug", ["unknown-member", "votes-twice", "not-on-council", "impossible-rule"])
def test_it_cannot_know_what_the_words_mean(slug: str) -> None:
    assert complaints(BROKEN / f"{slug}.yaml") == []


@pytest.mark.parametrize("word", ["yes", "no", True, False])
def test_yes_and_no_are_words_and_values(word: object) -> None:
    form = {"title": "t", "rule": {"procedural_veto": word}}
    assert list(jsonschema.Draft202012Validator(json_schema()).iter_errors(form)) == []


def test_every_key_of_a_scenario_says_what_it_is_for() -> None:
    properties = json_schema()["properties"]
    assert list(properties) == [field.alias or name for name, field in ScenarioForm.model_fields.items()]
    silent = [name for name, value in properties.items() if "description" not in value and name not in {"council"}]
    assert silent == []


def test_a_rule_says_only_what_differs() -> None:
    form = RuleForm.model_validate({"may_veto": ["France"], "override": "12"})
    assert form.fields() == {"may_veto": ("France",), "override": 12}
    assert RuleForm.model_validate({"may_veto": "permanent"}).fields() == {"may_veto": "permanent"}
