"""What one article tells: its mentions, each with its reading and its draft within the article.

Knows the order of the work on one article: sentences, cues, what the text commits to, which draft. Of days it knows
only whether a step is told as long past. Refuses to know other articles and the days of steps; `mining.miner` joins
those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lifecycle.days.phrases import phrases_in
from lifecycle.press.article import Article
from lifecycle.press.sentences import Sentence, sentences
from lifecycle.reading.agents import Agents
from lifecycle.reading.awaited import awaited, once_ended
from lifecycle.reading.background import Background, Topics, told_before
from lifecycle.reading.bodies import Talk, tells_of_the_council
from lifecycle.reading.entry import Entry, Hint, share_state
from lifecycle.reading.forecasts import still_ahead
from lifecycle.reading.found import Found, in_favour
from lifecycle.reading.modality import modality_of
from lifecycle.reading.nostep import is_none
from lifecycle.reading.past import listed_in_the_past, stays_in_the_past
from lifecycle.reading.readings import HISTORY, HYPOTHETICAL, OCCURRED, PLANNED, Reading
from lifecycle.reading.register import Register
from lifecycle.reading.shortfalls import endings, met_a_veto, reconciled, tells_of_one
from lifecycle.reading.stages import ends, is_ahead
from lifecycle.reading.votedon import counted, only_vetoed, put_to_the_vote, vetoed, voted_on
from lifecycle.wording.drafts import NAMED_WITHIN, Reference, references
from lifecycle.wording.framed import OUTCOMES, SPONSORS_DO, VOTED_ON, Framed
from lifecycle.wording.heads import may_name
from lifecycle.wording.nations import nations
from lifecycle.wording.spots import Context
from lifecycle.wording.steps import Cues, cues_in, steps_in
from lifecycle.wording.talks import tells_of_other_talks
from lifecycle.wording.turns import owned, possessed, tells_of_two, turns

_BARE_VETO = re.compile(
    r"(?:.*\b(?:[Tt]he|[Tt]his|[Tt]hat)|.*['’]s|.*(?:ian|ese|ish|nch|can|US|U\.S\.)) veto(?! (?:of|on)).{0,5}"
)
_IT = re.compile(r"\bit\b")
_IT_IS = re.compile(r"\b[Ii]t (?:\w+ ){0,4}\Z")
"""What makes "it" the subject of a step: "Diplomats said it could be put to a vote"."""
_WHICH_WAS = re.compile(r",? (?:which|that) (?:(?:was|were|is|are|had been|has been|will be) )?(?:\w+ly )?")
"""Between a draft and what is told of it in a relative clause: "a Russian draft, which was | voted on"."""
_OPENS = re.compile(r"(?:opened|launched|initiated) .*(?:discussions?|negotiations?|talks|consultations?)")
_PUT = re.compile(r"(?:\w+ ){0,3}?(?:put|brought|taken) ", re.IGNORECASE)
_INSTEAD = re.compile(r"\b[Ii]nstead\b(?! of)")
_THE_VOTE = re.compile(r"\b(?:[Tt]he|[Tt]hat) (?:vote|ballot)\b")
_GOES_ON = re.compile(r"(?![\"“'‘])\W*(?:It|That|This|They|Its|Their|(?:A|The) vote on it)\b")
_ON_IT = re.compile(r"\b(?:vote|voting|action|decision) on it\b")
"""What makes "it" the text that is voted on: "A vote on it was put off"."""
_COMES_AFTER = re.compile(r"\b(?:follows|followed|(?:comes|came|coming) (?:\w+ ){0,3}after)\b[^.;]*\Z")
"""Before a text, what sets it apart from one told of first: "the vote comes after Russia vetoed a US text"."""
AWAITED = frozenset(("vote_scheduled", "adopted"))
FORWARD = SPONSORS_DO | {"revised"}


def found_in(article: Article) -> tuple[tuple[Found, ...], Register]:
    """The mentions of one article, and the register of its drafts. Reads nothing but the article."""
    register = Register()
    text = article.text
    if not tells_of_the_council(text):
        return (), register
    found: list[Found] = []
    talk, topics, just_named, other_talks = Talk(text), Topics(text), 0, tells_of_other_talks(text)
    published, past, listed, end, now = article.published.best, False, False, 0, ""
    for place, sentence in enumerate(sentences(text)):
        elsewhere = talk.is_elsewhere(sentence.text)
        opens = "\n" in text[end : sentence.start]
        listed = listed_in_the_past(listed, sentence.text, published)
        past = listed or stays_in_the_past(past, sentence.text, opens_paragraph=opens, published=published)
        end, before, now = sentence.end, now, sentence.text
        cues = cues_in(sentence.text)
        if not (cues or may_name(sentence.text)):
            just_named = max(0, just_named - 1)
            continue
        one_talks = bool(register.live) and not other_talks
        before = "" if opens else before
        if opens and not _GOES_ON.match(sentence.text):
            register.turn_back()
        context = Context(
            just_named=just_named > 0,
            elsewhere=elsewhere,
            headline=sentence.headline,
            before=before,
            published=published,
            past=past,
            one_talks=one_talks,
            abroad=talk.abroad,
        )
        told = _Told(sentence, cues, place, context, register, topics)
        others = talk.of_another_body(sentence.text)
        mentions = [m for m in told.mentions() if not (others and m.framed.rule.id == "voted-held")]
        just_named = 2 if told.named or mentions else max(0, just_named - 1)
        past = past or (bool(mentions) and all(_stays(each, register) for each in mentions))
        found.extend(mentions)
    return reconciled(awaited(found, register)), register


_NEEDED = re.compile(r"[^.;,]{0,30}? (?:be|is|was) (?:\w+ )?(?:needed|necessary|required)\b")
_NEED = re.compile(r"\b(?:need(?:s|ed)?|require[ds]?|without|call(?:s|ed)? for|instead of) \Z")
"""What speaks of "a new text" that nobody has brought: "a fresh resolution would be needed"."""
_HAS = re.compile(r"\b(?:has|have|is|are) (?:\w+ )?\Z")
_HAD = re.compile(r"\b(?:had|having) (?:\w+ )?\Z")


_MEASURES = re.compile(
    r"\W*(?:It|This|That|The (?:veto|vote|failure|defeat)) (?:was|is|marked|marks) (?:only )?(?:the|its|their) "
    r"(?:[\w-]+ ){1,5}(?:since|in)\b"
)
"""What sets a step of today against one of the past, and goes on to speak of today: "It was the first veto since"."""


def _stays(found: Found, register: Register) -> bool:
    """Whether a step is told as one of a year, a month or a day long past, so that what follows is of then too.

    An aside in the pluperfect, in a story of today, keeps the time to itself.
    """
    if _MEASURES.match(found.sentence.text):
        return False
    aside = _HAD.search(found.sentence.text[: found.framed.start]) and any(each.told for each in register.live)
    long_past = any(why.endswith(("year", "month", "last", "before")) for why in found.reading.reasons)
    return found.reading.history and long_past and not aside


class _Told:
    """One sentence of the article on its way to mentions."""

    def __init__(
        self, sentence: Sentence, cues: Cues, place: int, context: Context, register: Register, topics: Topics
    ) -> None:
        self.sentence, self.place, self.context, self.register = sentence, place, context, register
        self.topics = topics
        self.text = sentence.text
        self.states = nations(self.text)
        self.named = tuple(references(self.text, self.states))
        if self.named or context.just_named:
            self.named = tuple(sorted((*self.named, *owned(self.text)), key=lambda each: each.start))
        register.two = register.two or tells_of_two(self.text)
        if len(register.live) > 1 or register.two:
            theirs = (each for each in possessed(self.text, self.states) if register.has_one_of(each.sponsors))
            self.named = tuple(
                sorted((*self.named, *turns(self.text, self.states), *theirs), key=lambda each: each.start)
            )
        self.agents = Agents(self.text, context.before, self.states, self.named)
        self.beaten: list[Entry | None] = []
        framed = steps_in(sentence, cues, self.named, self.states, context)
        self.framed = tuple(met_a_veto(self.text, step) for step in framed) if only_vetoed(register) else framed

    def mentions(self) -> list[Found]:
        """The mentions, in the order of the sentence; the register learns the drafts on the way."""
        phrases = phrases_in(self.text) if self.framed and self.context.published else ()
        told = told_before(self.register, self.place)
        earlier = Background(self.text, self.framed, self.named, self.context, told, self.topics)
        ended = frozenset(entry.ended for entry in self.register.live if entry.ended)
        readings = [
            modality_of(self.text, step, self.context.published, past=earlier.why(step, phrases), ended=ended)
            for step in self.framed
        ]
        together = zip(self.framed, earlier.together(readings), strict=True)
        readings = [once_ended(self.text, step, reading, ended) for step, reading in together]
        if readings:
            past = all(each.history for each in readings)
            self.topics.heard(self.text, past=past)
            self.register.old = self.place if past else self.register.old
            if any(s.rule.type == "vetoed" and r.history for s, r in zip(self.framed, readings, strict=True)):
                self.register.vetoed_then = self.place
        known = self._named_drafts(readings)
        self.beaten = [
            known.get(step.reference.start)
            for step, reading in zip(self.framed, readings, strict=True)
            if step.reference and reading.modality == OCCURRED and step.rule.type in {"vetoed", "failed"}
        ]
        found = [
            self._mention(step, reading, known)
            for step, reading in zip(self.framed, readings, strict=True)
            if not is_none(step, reading, self.agents, self.register)
        ]
        topic = next((entry for entry in known.values() if entry is not None), None)
        if topic is not None and topic.live:
            self.register.here = topic
        return found

    def _named_drafts(self, readings: Sequence[Reading]) -> dict[int, Entry | None]:
        """By its place, the draft that each reference of the sentence names."""
        told = [(s, r) for s, r in zip(self.framed, readings, strict=True) if s.reference]
        steps = {id(s.reference): (s, r) for s, r in sorted(told, key=lambda pair: ends(*pair))}
        brought = {id(s.reference): s for s, _ in told if s.rule.type in FORWARD}
        known: dict[int, Entry | None] = {}
        for reference in self.named:
            step, reading = steps.get(id(reference), (None, None))
            if reading is None or not reading.history:
                hint = self._hint(reference, step)
                brings = self._brings(reference, step)
                ahead = brings or (step is not None and reading is not None and is_ahead(step, reading))
                forward = brought.get(id(reference))
                by = hint.by or (self._hint(reference, forward).by if forward else ())
                if step and reading and step.rule.type == "revised" and reading.modality == HYPOTHETICAL:
                    by = ()  # who seeks changes to a text is not its sponsor
                outcome = step.rule.type if step and reading and ends(step, reading) else None
                beaten = (brings or reference.again) and self._beaten_before(reference, told)
                earlier = _COMES_AFTER.search(self.text, 0, reference.start) is not None
                hint = replace(hint, by=by, ahead=ahead, beaten=beaten, ends=outcome, earlier=earlier)
                known[reference.start] = self.register.name(reference, self.place, hint)
        return known

    def _brings(self, reference: Reference, step: Framed | None) -> bool:
        """Whether a text is told as one that comes after another: "circulated a new text", "has tabled a text"."""
        if step is None or step.rule.type not in FORWARD | {"discussed"}:
            wanted = _NEEDED.match(self.text, reference.end) or _NEED.search(self.text[: reference.start])
            return reference.fresh and step is None and not wanted and reference.head != "compromise"
        now = _HAS.search(self.text[max(0, step.start - 20) : step.start])
        return reference.fresh or bool(now and not reference.definite and reference.head != "motion")

    def _beaten_before(self, reference: Reference, told: Sequence[tuple[Framed, Reading]]) -> bool:
        """Whether the sentence tells of another text, before this one, that it did not pass or was withdrawn."""
        return any(
            step.rule.type in {"vetoed", "failed", "withdrawn"}
            and step.reference is not reference
            and step.start < reference.start
            for step, reading in told
            if reading.modality == OCCURRED
        )

    def _hint(self, reference: Reference | None, step: Framed | None) -> Hint:
        actors = self.agents.of(step) if step else ()
        subject: tuple[str, ...] = ()
        if reference and reference.own:
            subject = self.agents.owning(reference, but=actors if step and step.rule.type == "vetoed" else ())
        elif reference and self._brought(reference, step):
            subject = actors or self.agents.owning(reference)
        if step is None:
            return Hint(subject=subject)
        active = (
            reference is None
            or reference.start > step.start
            or re.search(r"\bby\b", self.text[step.end : step.end + 45])
        )
        forward = step.rule.type in FORWARD or _OPENS.match(self.text, step.start)
        by = actors if forward and active and step.rule.id != "revised-text" else ()  # an adjective has no subject
        talks = step.rule.type == "discussed" and reference is None and len(actors) == 1
        owner = actors if talks or step.rule.type in {"vote_scheduled", "postponed"} else ()
        return Hint(by, actors if step.rule.type == "vetoed" else (), subject, owner)

    def _brought(self, reference: Reference, step: Framed | None) -> bool:
        """Whether the clause says who came with a rival text: "Russia responded with a counter-resolution"."""
        return reference.rival and (step is None or step.rule.type in FORWARD)

    def _mention(self, step: Framed, reading: Reading, known: dict[int, Entry | None]) -> Found:
        register, actors = self.register, self.agents.of(step)
        named = step.reference if step.reference and not _elsewhere(self.text, step, step.reference) else None
        entry = self._suited(self._meant(step, reading, named, known), step, reading, named)
        if entry.live and reading.modality == OCCURRED and step.rule.type in OUTCOMES:
            own = step.rule.type == "vetoed" and share_state(entry.backers, actors)
            again = step.rule.type == "adopted" and named is not None and named.definite and not named.sponsors
            plain = named.definite and not named.sponsors if named else tells_of_one(self.context.before + self.text)
            if step.rule.id == "failed-short" and entry.ended == "vetoed" and plain:
                entry.ended = None  # vetoed in name only: it missed the votes it needed (Charter, Article 27(3))
            taken = entry.ended_otherwise(step.rule.type)
            entry = register.ending(entry, step.rule.type, why_open=step.rule.leaves_open, own=own, again=again)
            if taken and named:
                register.owe(entry, named.sponsors)
        if reading.modality in {OCCURRED, HYPOTHETICAL} and step.rule.type == "vetoed":
            entry.opponents.update(actors)
        if reading.modality == OCCURRED and step.rule.type == "vetoed":
            entry.vetoers = entry.vetoers or actors
        if step.rule.id == "voted-counted" and "against" in self.text[step.start : step.end]:
            entry.opponents.update(actors)
        if named is None and step.rule.type == "adopted":
            entry.hear(self.text[step.end : step.end + NAMED_WITHIN])
        entry.mentions += 1
        entry.awaited = entry.awaited or (step.rule.type in AWAITED and reading.modality in {PLANNED, HYPOTHETICAL})
        entry.due = entry.due or (step.rule.type == "vote_scheduled" and reading.modality == PLANNED)
        if reading.modality == OCCURRED:
            entry.told.add(step.rule.type)
        return Found(self.sentence, step, reading, entry, self.agents.told_of(step, entry, actors))

    def _meant(self, step: Framed, reading: Reading, named: Reference | None, known: dict[int, Entry | None]) -> Entry:
        """The draft that the words mean: the one named with the step, else the one spoken of."""
        register = self.register
        named = named or next((r for r in self.named if _WHICH_WAS.fullmatch(self.text, r.end, step.start)), None)
        entry = known.get(named.start) if named else None
        if _BARE_VETO.fullmatch(self.text[max(0, step.start - 12) : step.end + 5]):
            entry = vetoed(register) or entry
        if reading.modality == HISTORY or reading.history:
            entry = register.other(self.text[step.start : step.end])
        if entry is None and named and named.plural and (named.counted or step.rule.type in VOTED_ON):
            entry = (register.of_others(named) if ends(step, reading) else None) or register.several()
        entry = register.led(self.agents.leading(step, named)) or entry
        if entry is None:
            meant = voted_on(register) if step.rule.id == "voted-held" else register.current()
            if register.here and register.here.live and self._it(step):
                meant = register.here
            elif step.rule.type in {"postponed", "vote_scheduled"} and _THE_VOTE.search(self.text, 0, step.end):
                meant = put_to_the_vote(register, meant)
            hint = self._hint(None, step)
            entry = register.fitting(meant, hint) or register.new(hint.by)
            if step.rule.type == "adopted" and reading.modality == OCCURRED and entry in self.beaten:
                entry = register.new()
            if step.rule.type == "voted" and reading.modality == OCCURRED:
                entry = counted(register, entry, endings(in_favour(self.text, step, self.agents.of(step))))
            register.here = entry
        return entry

    def _suited(self, entry: Entry, step: Framed, reading: Reading, named: Reference | None) -> Entry:
        """`entry`, or the draft that it must be: nobody vetoes its own, and nothing more comes of what has ended."""
        register, actors = self.register, self.agents.of(step)
        if entry.live and step.rule.type == "vetoed" and share_state(entry.backers, actors):
            entry = register.fitting(entry, Hint(against=actors)) or entry
        if step.rule.type == "vetoed" and entry.ended in {"failed", "adopted"} and reading.modality == HYPOTHETICAL:
            points = named is not None and (named.sponsors or named.turn)
            entry = (None if points else vetoed(register)) or entry
        if entry.closed and entry.live and self._lies_ahead(step, reading, named):
            entry = register.open() or entry
        instead = step.rule.type == "adopted" and not named and _INSTEAD.search(self.text, step.clause[0], step.end)
        if entry.told and entry.live and instead:
            entry = register.here = register.new()
        return entry

    def _lies_ahead(self, step: Framed, reading: Reading, named: Reference | None) -> bool:
        """Whether the step is one to come, and no text is named with it but "it" or "the resolution"."""
        if reading.modality not in {PLANNED, HYPOTHETICAL} or (named and (named.sponsors or not named.definite)):
            return False
        before = self.text[max(0, step.clause[0], step.start - 90) : step.end]
        return still_ahead(before)

    def _it(self, step: Framed) -> bool:
        """Whether "it" is the object of the step, or opens a sentence that follows one which names the draft."""
        here = self.register.here
        before = any(each.end <= step.start for each in self.named)
        follows = here is not None and (here.last == self.place - 1 or (here.last == self.place and before))
        on_it = _ON_IT.search(self.text, step.clause[0], step.end + len(" on it"))
        return bool(on_it or _IT.search(self.text[step.start : step.end + 5])) or (
            follows and bool(self.text.startswith("It ") or _IT_IS.search(self.text[step.clause[0] : step.start]))
        )


def _elsewhere(text: str, step: Framed, reference: Reference) -> bool:
    """Whether "the vote" only shares its sentence with this draft: it is not the vote on it."""
    on = re.match(r" (?:on|over|upon) ", text[step.end : step.end + 6]) or text.endswith(" on", step.start, step.end)
    there = (on and step.end < reference.start < step.end + 60) or _PUT.match(text, step.start)
    return step.rule.id == "voted-held" and not there
