"""What a scenario file may say: every key, its shape, and one sentence on what it is for.

Knows the form of the document and writes the JSON Schema that editors use. Refuses to know whether a name is a member,
a path exists, or two keys agree with each other; that is the loader's.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from lifecycle.model.ballots import Ballot
from lifecycle.model.proposals import Form as Proposal
from lifecycle.model.rules import Blocks, Kind, Outcome
from lifecycle.model.table import FROM_MENTION, Act, State


def _alone(value: Any) -> Any:
    """A name given alone is a list of one."""
    return [value] if isinstance(value, str) else value


Names = Annotated[list[str], BeforeValidator(_alone, json_schema_input_type=str | list[str])]
YesNo = Annotated[bool, WithJsonSchema({"enum": [True, False, "yes", "no"]})]
"""Editors read YAML 1.2, in which yes and no are words."""
Day = date
"""A calendar day; an alias, since two forms have a key called `date`."""
BallotOrUnknown = Literal["yes", "no", "abstain", "not_participating", "absent", "unknown"]
assert BallotOrUnknown.__args__ == (*Ballot, "unknown")  # type: ignore[attr-defined]
Ruled = Literal["procedural", "not_procedural"]
Modality = Literal["occurred", "planned", "hypothetical", "negated", "history_other"]
MentionType = Literal[
    "discussed", "circulated", "revised", "submitted", "vote_scheduled", "postponed", "withdrawn", "voted",
    "adopted", "vetoed", "failed",
]  # fmt: skip
assert set(MentionType.__args__) == set(FROM_MENTION)  # type: ignore[attr-defined]


class Form(BaseModel):
    """A table whose keys are all known: an unknown one is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DraftForm(Form):
    """A draft resolution of the scenario, or something else that is put to the vote with it."""

    label: str | None = Field(None, description="What people call the text.")
    symbol: str | None = Field(None, description="Its UN document symbol, such as S/2016/846.")
    recorded_as: str | None = Field(None, description="Another symbol under which the UN's tables list the vote.")
    sponsors: Names = Field([], description="The states that put the text forward.")
    form: Proposal = Field(Proposal.TEXT, description="What is put to the vote: a text, an amendment, a motion, ...")
    about: str | None = Field(None, description="Of an amendment, part or motion: the draft that it is about.")


class VoteForm(Form):
    """Who cast which ballot. Members named nowhere cast `rest`; without `rest` their ballots are unknown."""

    yes: Names = []
    no: Names = []
    abstain: Names = []
    not_participating: Names = []
    absent: Names = []
    rest: Ballot | None = Field(None, description="The ballot of every member not named.")


class StepForm(Form):
    """An event the scenario assumes."""

    event: Act = Field(description="What happens.")
    date: Day | None = Field(None, description="The day it happens.")
    by: Names = Field([], description="Who does it.")
    until: Day | None = Field(None, description="The silence deadline, or the day a vote is put off to.")
    outcome: Outcome | None = Field(None, description="With announce: the outcome that is announced.")
    not_pressed: YesNo = Field(False, description="With withdraw: the sponsors just did not ask for a vote.")
    note: str = Field("", description="A word on why.")


class WindowForm(Form):
    """A day that is only known to lie between two others."""

    from_: date | None = Field(None, alias="from")
    to: date | None = None
    best: date | None = None
    basis: str = "stated"


class QuoteForm(Form):
    """Words that a report rests on, and where they stand."""

    file: str | None = Field(None, description="The article they stand in; without it, this scenario.")
    start: int | None = None
    end: int | None = None
    quote: str


class NamedVotesForm(Form):
    """Members whose ballots a report names."""

    in_favour: Names = []
    against: Names = []
    abstained: Names = []


class EventForm(Form):
    """A reported event, written in place instead of mined."""

    id: str | None = None
    draft: str = Field(description="The scenario's name for the draft.")
    type: MentionType
    modality: Modality = "occurred"
    date: Day | WindowForm | None = Field(
        None, description="When it happened; of a planned vote, the day it is to be held on."
    )
    actors: Names = []
    file: str | None = Field(None, description="Where it was read.")
    start: int | None = None
    end: int | None = None
    quote: str | None = Field(None, description="The words that say so.")
    votes: NamedVotesForm = NamedVotesForm()
    evidence: list[QuoteForm] = Field([], description="Further words that say so.")


class RuleForm(Form):
    """A voting rule, as what differs from the Charter's rule of the day."""

    name: str | None = Field(None, description="What to call it.")
    text: str | None = Field(None, description="The rule in one line.")
    seats: int | None = Field(None, ge=1, le=193, description="Members of the Council.")
    majority: int | None = Field(None, ge=1, le=193, description="Yes votes needed.")
    review_majority: int | None = Field(None, ge=1, le=193, description="Yes votes for a Charter review conference.")
    may_veto: Literal["permanent"] | Names | None = Field(None, description="`permanent`, or the members by name.")
    blocks: Blocks | None = Field(None, description="Which ballot stops a text: no, or anything but yes.")
    vetoes_needed: int | None = Field(None, ge=1, le=193, description="How many vetoes it takes to stop a text.")
    override: int | None = Field(None, ge=1, le=193, description="Yes votes that beat any veto.")
    procedural_veto: YesNo | None = Field(None, description="Whether a veto counts on procedural matters.")
    obligatory_abstention: YesNo | None = Field(
        None, description="Whether a party to the dispute must abstain (Article 27(3)); its ballot is not counted."
    )

    def fields(self) -> dict[str, Any]:
        """What the form says, as fields of a rule."""
        said = self.model_dump(exclude_none=True)
        return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}


class CouncilForm(Form):
    """Another Council than the day's: some elected members exchanged, or all seats named. Always labelled invented."""

    without: Names = Field([], description="Elected members that lose their seats.")
    with_: Names = Field([], alias="with", description="States that get those seats.")
    permanent: Names | None = Field(None, description="All permanent members, if every seat is named.")
    elected: Names | None = Field(None, description="All elected members, if every seat is named.")


_AnyBallot = Ballot | Literal["any"]
Ballots = Annotated[list[_AnyBallot], BeforeValidator(_alone, json_schema_input_type=_AnyBallot | list[_AnyBallot])]


class SweepForm(Form):
    """What `lifecycle sweep` varies: every combination of what is listed here."""

    draft: str | None = Field(None, description="The draft voted on; needed where there are several.")
    members: dict[str, Ballots] = Field({}, description="The ballots each member may cast; `any` is all five.")
    rules: Names = Field([], description="Named rules; without them the scenario's own.")
    dates: list[Day] = Field([], description="Days whose Councils vote.")
    councils: list[CouncilForm] = Field([], description="Invented Councils that vote.")
    rest: Ballot | None = Field(None, description="The ballot of a member of another Council who has none here.")


Probability = Annotated[str, BeforeValidator(lambda text: text, json_schema_input_type=str | float)]
LeaningForm = str | dict[Ballot, Probability]
"""A ballot or a stance in one word, or a probability for each ballot, such as 0.9, 90% or 9/10."""


class ScenarioForm(Form):
    """One history or one hypothesis."""

    title: str = Field(description="One line that says what is replayed.")
    on: date | None = Field(None, description="The day that fixes the Council's members and the rule.")
    drafts: dict[str, DraftForm] = Field({}, description="The drafts, each under a short name.")
    votes: dict[str, VoteForm] = Field({}, description="The ballots on a draft.")
    expect: dict[str, State] = Field({}, description="The state each draft should end in.")
    sweep: SweepForm | None = Field(None, description="What `lifecycle sweep` varies.")
    leanings: dict[str, dict[str, LeaningForm]] = Field(
        {}, description="How each member leans on a draft, for `lifecycle forecast`; `rest` is everybody else."
    )
    blocs: dict[str, list[Names]] = Field({}, description="On a draft, members who cast one ballot together.")
    holidays: list[Day] | None = Field(
        None, description="Holidays at UN Headquarters: of a veto, the day by which the Assembly debates it is given."
    )
    teaches: str | None = Field(None, description="One line on what to learn from it.")
    source: str | None = Field(None, description="Where the facts can be checked, such as a meeting record.")
    extends: str | None = Field(None, description="Another scenario file; this one holds only what differs.")
    change: dict[str, dict[str, BallotOrUnknown]] = Field({}, description="Ballots changed, member by member.")
    steps: dict[str, list[StepForm]] = Field({}, description="Events that this scenario assumes.")
    before: date | None = Field(None, description="Use only reports of events dated before this day.")
    council: CouncilForm | None = None
    rule: str | RuleForm | None = Field(None, description="A named rule, or a rule's fields.")
    kind: dict[str, Kind] = Field({}, description="The kind of matter of a draft; substantive is assumed.")
    ruling: dict[str, Ruled] = Field({}, description="What the President ruled a draft to be, whoever said no.")
    parties: dict[str, Names] = Field({}, description="Parties to the dispute (Article 27(3), last part).")
    articles: Names = Field([], description="Articles (.txt) or folders of them, mined when replayed.")
    published: dict[str, date] = Field({}, description="Publication days of articles, by file name, where known.")
    events: str | list[EventForm] | None = Field(None, description="A file written by `lifecycle mine -o`, or events.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a scenario file (draft 2020-12), for editors."""
    schema = ScenarioForm.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
