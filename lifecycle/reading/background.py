"""What a sentence tells of an earlier time because of the steps beside it, or of the sentence before.

Knows "that veto" and the veto just told of, a text that was brought and rejected long ago, the talks that led to it, a
text in force beside one that waits for its vote, texts called by a name that was heard of such texts alone, vetoes told
one by one after they were counted, and a text stopped "earlier this month" beside one that lives. Refuses to know the
words and dates that tell the earlier time itself; those are `past`'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lifecycle.days.dates import Phrase
from lifecycle.reading.past import NOW_AT_LAST, THIS_TIME, first_since, long_ago, this_week
from lifecycle.reading.readings import HISTORY, NEGATED, OCCURRED, Reading
from lifecycle.reading.register import Register
from lifecycle.wording.calendar import WEEKDAY
from lifecycle.wording.drafts import Reference
from lifecycle.wording.framed import OUTCOMES, VOTED_ON, Framed
from lifecycle.wording.nations import nations
from lifecycle.wording.sponsors import share
from lifecycle.wording.spots import Context

_THAT = re.compile(r"\b[Tt]hat (?:draft|resolution|text|measure|document)\b")
_THAT_ONE = re.compile(
    r"\W*(?:When [Tt]hat (?:\w+ )?resolution\b|[Tt]hat (?:\w+ )?(?:approved|adopted|passed) resolution\b"
    r"|[Tt]hat resolution,? (?:adopted|approved|passed)\b)"
)
"""What opens a sentence on a text that is in force: "That unanimously approved resolution extended ..."."""
_A_DAY = re.compile(r"\b(?:" + WEEKDAY + r"|[Tt]oday|[Yy]esterday|tonight)\b")
_AS_WELL = re.compile(r"\b(?:also|then|later|separate(?:ly)?|same day|another)\b")
"""What tells of one step beside another of the same day: "it also adopted a resolution on Chad"."""
_VETO = re.compile(r"(?:double )?veto(?:es)?", re.IGNORECASE)
"""A veto as a noun, which may be the one just told of."""
_SEVERAL_BEFORE = re.compile(
    r"\b(?:[Pp]revious|[Ee]arlier|[Pp]ast|[Ff]ormer|[Ss]everal|[Mm]any) (?:(?:UN|U\.N\.|UNSC|Security|Council|draft) )*"
    r"(?:drafts|resolutions|texts|attempts|efforts|bids)\b"
)
"""What sums up texts, of which the sentences behind it tell one by one."""
_BACK = re.compile(r"re(?:introduc|submit|tabl|viv|surrect|circulat|launch)\w+", re.IGNORECASE)
"""What brings a text of another time back into today's: "reintroduced the draft that it withdrew in May"."""
_THAT_VETO = re.compile(r"\b[Tt]hat (?:\w+ )?(?:veto|vote|adoption|passage|rejection)\Z")
_AFTER = re.compile(r" after (?!that\b|this\b)[^;:]*\Z")
_ORDINAL = "history: ordinal"
"""Why a count is of the past, which tells nothing of the text before it: "vetoed it, the fifth time it blocked one"."""
_OPENING = 30
"""Within so many characters of its start a sentence tells what it is about: "It blocked a text ..."."""
_THIS_MONTH = re.compile(r"(?:(?!\b(?:that|which|who|whose|over|after)\b)[^.;])*?\bearlier (?:this|in the) month\b")
"""The time of a step, and not of what is told behind it: "vetoed a text earlier this month"."""
_PROPER = re.compile(r"\b[A-Z][a-z]{3,}\b")
_NO_TOPIC = frozenset(
    ("Security", "Council", "United", "Nations", "That", "This", "Their", "These", "Those", "Chapter", "Article")
)


_ON_A_PLACE = re.compile(r" (?:on|against|about|over|concerning|condemning|sanctioning) (?:the )?\Z")
"""What stands between a text and the state that it is about: "a resolution against Chad"."""


class Topics:
    """The proper names of an article by whether only texts of another time were told of in sentences with them.

    Knows the whole `article` too, and whether it has told of drafts of today.
    """

    def __init__(self, article: str) -> None:
        self._article = article
        self._past: dict[str, bool] = {}
        self._today = False

    def heard(self, text: str, *, past: bool) -> None:
        """A sentence told of drafts: of those of another time alone if `past`."""
        for name in _names(text):
            self._past[name] = past and self._past.get(name, True)
        if not past:
            self._today = True

    @cached_property
    def _named(self) -> Counter[str]:
        return _states_of(self._article)

    def elsewhere(self, text: str, end: int) -> bool:
        """Whether a text named up to `end` of a sentence is about a state that the article names there alone.

        Something must have been told of today's drafts before.
        """
        about = next((each for each in nations(text) if each.start >= end), None)
        if about is None or not _ON_A_PLACE.fullmatch(text, end, about.start):
            return False
        return self._today and self._named[about.code] == _states_of(text)[about.code]

    def of_the_past(self, words: str) -> bool:
        """Whether the words that name a draft hold a name known from texts of another time alone."""
        return any(self._past.get(name, False) for name in _names(words))


def _states_of(text: str) -> Counter[str]:
    """How often a text names each state, by code."""
    return Counter(state.code for state in nations(text))


def _names(text: str) -> set[str]:
    states = {text[state.start : state.end] for state in nations(text)}
    return {name for name in _PROPER.findall(text) if name not in _NO_TOPIC and name not in states}


@dataclass(frozen=True, slots=True)
class Before:
    """What the article has told before a sentence.

    `follows`: the sentence before told of texts of another time alone. `waits`: the article's own text, of which a vote
    is announced or was put off, has yet to be voted on; `awaited`: one has not ended, of which a vote or the adoption
    was spoken of as one to come. `echoes`: the sentence before told of the veto of another text, and none is known of
    today's. `sponsors` put the article's texts forward; `lives`: one of them has not ended.
    """

    follows: bool
    waits: bool
    awaited: bool
    echoes: bool
    sponsors: tuple[str, ...]
    lives: bool


def told_before(register: Register, place: int) -> Before:
    """What the `register` of an article has learnt when its sentence number `place` is read."""
    live = register.live
    return Before(
        follows=register.old == place - 1,
        waits=any(entry.pending for entry in live),
        awaited=any(entry.awaited and not entry.closed for entry in live),
        echoes=register.vetoed_then == place - 1 and "vetoed" not in (entry.ended for entry in live),
        sponsors=tuple(state for entry in live for state in entry.backers),
        lives=any(not entry.closed for entry in live),
    )


@dataclass(frozen=True, slots=True)
class Background:
    """A sentence and its steps, what was told `before` it, and the `topics` of the sentences before."""

    text: str
    framed: Sequence[Framed]
    named: Sequence[Reference]
    context: Context
    before: Before
    topics: Topics

    def why(self, step: Framed, phrases: tuple[Phrase, ...]) -> str:
        """What beyond the words of the sentence tells the step as one of an earlier time; "" if nothing does."""
        if self.context.past and step.rule.type in VOTED_ON and not this_week(self.text, step.start, step.end):
            return "history: the paragraph"
        if step.rule.type in VOTED_ON and self._one_of_those(step):
            return "history: one of those counted"
        named = step.reference if step.reference and step.reference.definite else None
        if named and not self._this_time(step) and self.topics.of_the_past(self.text[named.start : named.end]):
            return "history: a text known from that time"
        told_before = self.before.echoes and not _A_DAY.search(self.text)
        if (
            told_before
            and step.rule.id == "vetoed"
            and not step.reference
            and _VETO.fullmatch(self.text, step.start, step.end)
        ):
            return "history: the veto just told of"
        if self.before.waits and step.rule.type == "adopted" and step.reference and self._in_force(step.reference):
            return "history: a text in force while another waits"
        if self._of_elsewhere(step):
            return "history: a text on another place"
        if self._of_a_text_then(step):
            return "history: earlier this month"
        if self._just_told_of(step):
            return "history: the text just told of"
        another = (self.before.waits or self.before.awaited) and self._of_no_text_known(step)
        if long_ago(self.text, step, phrases, self.context.published, another_waits=another):
            return "history: a day long before"
        return ""

    def _of_elsewhere(self, step: Framed) -> bool:
        """Whether "a text" that was voted on is about a state which today's drafts have nothing to do with."""
        named = step.reference
        if named is None or named.definite or step.rule.type not in VOTED_ON:
            return False
        too = _A_DAY.search(self.text) or _AS_WELL.search(self.text)
        return self.topics.elsewhere(self.text, named.end) and not too

    def _of_no_text_known(self, step: Framed) -> bool:
        """Whether a step is the end of "a text", or an adoption told by what it does: "voted to extend its mission"."""
        if step.reference is None:
            return step.rule.type == "adopted"
        known = step.reference.definite or share(step.reference.sponsors, self.before.sponsors)
        return step.rule.type in VOTED_ON and not known

    def _of_a_text_then(self, step: Framed) -> bool:
        """Whether "a text" was stopped earlier in the month, and the article tells of another."""
        named = step.reference
        if named is None or named.definite or step.rule.type not in {"vetoed", "failed"} or not self.before.lives:
            return False
        then = _THIS_MONTH.match(self.text, step.end, step.clause[1])
        return then is not None and not _A_DAY.search(self.text, *step.clause)

    def _just_told_of(self, step: Framed) -> bool:
        """Whether "the text" that ended is the sentence before's, of another time, while today's awaits a vote."""
        waits = self.before.follows and (self.before.waits or self.before.awaited)
        named = step.reference
        plain = named is not None and named.definite and not (named.sponsors or named.turn or named.rival)
        return bool(waits and plain and step.rule.type in OUTCOMES) and not _A_DAY.search(self.text)

    def _in_force(self, named: Reference) -> bool:
        """Whether the sentence opens with "that resolution": one just spoken of, and not the text that waits."""
        return bool(_THAT_ONE.match(self.text)) and named.start < _OPENING

    def together(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, history for all that is told of a text of another time."""
        return self._past_together(self._of_that_text(readings))

    def _one_of_those(self, step: Framed) -> bool:
        """Whether the end of "a text" tells more of those that the sentence before counted."""
        follows = self.before.follows and self.context.before
        one = step.reference and not (step.reference.definite or step.reference.rival or step.reference.adjective)
        opens = step.start < _OPENING or (follows and _SEVERAL_BEFORE.search(self.context.before))
        return bool(follows and one and opens) and not this_week(self.text, step.start, step.end)

    def _past_together(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, history for all that is told of a text of another time: "brought a draft that was rejected"."""
        old = {
            id(s.reference): Reading(HISTORY, r.reasons, True)  # "proposed in May, it was never put to a vote"
            for s, r in zip(self.framed, readings, strict=True)
            if s.reference and r.history and _ORDINAL not in r.reasons
        }
        told = [
            old.get(id(step.reference), reading)
            if reading.modality == OCCURRED and not (self._this_time(step) or _BACK.match(self.text, step.start))
            else reading
            for step, reading in zip(self.framed, readings, strict=True)
        ]
        return [
            told[at - 1] if at and told[at - 1].history and each.modality == OCCURRED and self._led_to(at) else each
            for at, each in enumerate(told)
        ]

    def _this_time(self, step: Framed) -> bool:
        """Whether a step is set against that of the other time: "vetoed the May draft, this time chose to abstain"."""
        now = step.reference and THIS_TIME.search(self.text, step.reference.end, step.start)
        at = self.text, step.start, step.end
        return bool(now or NOW_AT_LAST.match(self.text, step.end)) or first_since(*at) or this_week(*at)

    def _led_to(self, at: int) -> bool:
        """Whether step `at` is told as what led to the one before it: "adopted only after weeks of talks"."""
        before, step = self.framed[at - 1], self.framed[at]
        return step.rule.type in {"discussed", "revised"} and bool(_AFTER.search(self.text[before.end : step.start]))

    def _of_that_text(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings, history where "that text" is the one of another time that the sentence before told of."""
        if not self.before.follows:
            return list(readings)
        readings = [
            Reading(HISTORY, (*r.reasons, "history: that veto"), True)
            if s.rule.type in VOTED_ON and _THAT_VETO.search(self.text[max(0, s.start - 20) : s.end])
            else r
            for s, r in zip(self.framed, readings, strict=True)
        ]
        old = [r for r in self.named if _THAT.search(self.text, max(0, r.start - 5), r.end)]
        if not old:
            return readings
        return [
            Reading(HISTORY if r.modality == OCCURRED else r.modality, (*r.reasons, "history: that text"), True)
            if r.modality in {OCCURRED, NEGATED} and (s.reference or self.named[0]) in old
            else r
            for s, r in zip(self.framed, readings, strict=True)
        ]
