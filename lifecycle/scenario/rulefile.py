"""A voting rule in a YAML file of its own.

Knows how to read one, with the place of every complaint. Refuses to know what the fields mean; that is `presets`'.
"""

from __future__ import annotations

from pathlib import Path

from lifecycle.errors import InputError
from lifecycle.located import read
from lifecycle.model.council import Council
from lifecycle.model.presets import changed_rule
from lifecycle.model.rules import Rule
from lifecycle.scenario.form import read_form
from lifecycle.scenario.schema import RuleForm


def read_rule(path: Path, council: Council) -> Rule:
    """The rule in the file at `path`: fields that replace those of the Charter's rule of the Council's day.

    Raises InputError, with the file's name, for a file that is no rule and for a rule that no roll can meet.
    """
    document = read(path, path.as_posix(), patient=True)
    form = read_form(document, RuleForm)
    try:
        return changed_rule(council, form.fields())
    except InputError as error:
        raise InputError(document.problem(p.slug, p.message, (), p.nearest) for p in error.problems) from error
