"""The JSON Schema of a file of events accepts what is mined and refuses what is not."""

from __future__ import annotations

import jsonschema

from lifecycle.scenario.eventschema import EventsForm, json_schema
from tests.scenario.test_eventfile import MINED


def test_what_is_mined_fits_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    validator = jsonschema.Draft202012Validator(json_schema())
    document = MINED.to_json()
    assert [error.message for error in validator.iter_errors(document)] == []
    assert list(validator.iter_errors({**document, "events": [{"id": "e1"}]}))
    assert list(validator.iter_errors({**document, "evnts": []}))


def test_every_part_of_the_document_has_its_form() -> None:
    """The form knows the lists that the miner writes, in their order."""
    assert list(EventsForm.model_fields) == list(MINED.to_json())


def test_a_null_is_nothing_however_it_is_written() -> None:
    form = EventsForm.model_validate(
        {"drafts": [{"id": "a", "symbol": "null"}, {"id": "b", "symbol": "~"}], "events": []}
    )
    assert [draft.symbol for draft in form.drafts] == [None, None]
    assert form.model_validate({"drafts": [{"id": "a", "label": "null"}], "events": []}).drafts[0].label == "null"
