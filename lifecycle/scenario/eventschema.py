"""What a file of mined events may say: the document `lifecycle mine` writes, as forms.

Knows every key of it and writes the JSON Schema of such a file. Refuses to know how a scenario uses one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field

from lifecycle.model.reports import When
from lifecycle.scenario.schema import Form, MentionType, Modality

T = TypeVar("T")


def _null(value: Any) -> Any:
    """YAML reaches a form as text, so a null is a word."""
    return None if value in {"null", "~", ""} else value


_as_null = BeforeValidator(lambda value: _null(value) if isinstance(value, str) else value)
MaybeText = Annotated[str | None, _as_null]
MaybeDay = Annotated[date | None, _as_null]
MaybeCount = Annotated[int | None, _as_null]


class WhenForm(Form):
    """A day, or a window of days with a best answer in it."""

    from_: MaybeDay = Field(None, alias="from")
    to: MaybeDay = None
    best: MaybeDay = None
    basis: str = "stated"

    def when(self) -> When:
        """The form as a date of the model."""
        return When(self.from_, self.to, self.best, self.basis)


_UNDATED = WhenForm.model_validate({"basis": "none"})


class CountForm(Form):
    """How many members are said to have cast a ballot, and which of them are named."""

    n: MaybeCount = None
    min: MaybeCount = None
    max: MaybeCount = None
    members: tuple[str, ...] = ()


class VotesForm(Form):
    """What a mention says of the ballots."""

    in_favour: Annotated[CountForm | None, _as_null] = None
    against: Annotated[CountForm | None, _as_null] = None
    abstained: Annotated[CountForm | None, _as_null] = None
    required: MaybeCount = None
    unanimous: Annotated[bool | None, _as_null] = None


class ArticleForm(Form):
    """An article that was mined, and when it was out."""

    file: str
    published: WhenForm = _UNDATED


class MinedDraftForm(Form):
    """A draft that the articles speak of."""

    id: str
    label: str = ""
    sponsors: tuple[str, ...] = ()
    symbol: MaybeText = None


class MentionForm(Form):
    """A place in an article that tells a step."""

    id: str
    file: str
    start: int
    end: int
    cue: str = ""
    quote: str
    type: MentionType
    draft: str
    modality: Modality
    actors: tuple[str, ...] = ()
    date: WhenForm = _UNDATED
    votes: Annotated[VotesForm | None, _as_null] = None
    rule: str = ""
    reasons: tuple[str, ...] = ()


class MinedEventForm(Form):
    """What happened, with the mentions of it by their ids."""

    id: str
    draft: str = Field(description="The id of one of the drafts.")
    type: MentionType
    modality: Modality
    date: WhenForm = _UNDATED
    actors: tuple[str, ...] = ()
    mentions: tuple[str, ...] = Field((), description="The ids of the mentions that tell it.")


class StanceForm(Form):
    """What a member says of a draft; no step."""

    id: str
    file: str
    start: int
    end: int
    quote: str
    member: str
    draft: str
    stance: str
    date: WhenForm = _UNDATED


class StoryForm(Form):
    """Articles that speak of the same drafts."""

    id: str
    files: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()


class ConflictForm(Form):
    """Two mentions, or a mention and a given fact, that cannot both be right."""

    draft: MaybeText = None
    about: str
    between: tuple[str, ...] = ()
    text: str


class EventsForm(Form):
    """Everything mined from a set of articles."""

    format: int = 1
    articles: tuple[ArticleForm, ...] = ()
    drafts: tuple[MinedDraftForm, ...]
    mentions: tuple[MentionForm, ...] = ()
    events: tuple[MinedEventForm, ...]
    stances: tuple[StanceForm, ...] = ()
    stories: tuple[StoryForm, ...] = ()
    conflicts: tuple[ConflictForm, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a file of mined events (draft 2020-12)."""
    schema = EventsForm.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
