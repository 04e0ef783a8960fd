"""Who, in one sentence, does a step, owns a text or leads the effort for it.

Knows the states that the sentence names, what "it" and "their" mean in it, which steps have no state as an agent, and
that the sponsors and vetoers a draft is known by do what the sentence leaves to nobody. Refuses to know which draft is
meant; the register does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lifecycle.press.sentences import without_quotations
from lifecycle.reading.entry import Entry
from lifecycle.wording.actors import (
    COUNCIL,
    actors_at,
    council_before,
    listed_from,
    subject_before,
)
from lifecycle.wording.company import included_behind, partners_behind
from lifecycle.wording.drafts import Reference
from lifecycle.wording.framed import SPONSORS_DO, Framed
from lifecycle.wording.nations import Nation, nations
from lifecycle.wording.numbers import SEVERAL
from lifecycle.wording.steps import clause_of

_NOMINAL_VOTE = re.compile(
    r"(?:an? |the )?vot(?:e|ing)\b(?! (?:on|upon|for|against|in favou?r|to|[\"“‘']?(?:no|yes)[\"”’']?)\b)"
)
"""A vote told as a noun, which has no state as its agent."""
_ASKS_FOR = re.compile(
    r"\b(?:wants?|wanted|seeks?|sought|(?:push|press|call|ask)(?:ed|es|s|ing)? for|demand(?:ed|s)?|request(?:ed|s)?"
    r"|insist(?:ed|s)? on) \Z"
)
"""Who stands before such a verb asks for the vote behind it."""
_GOT_VOTES = re.compile(
    r"(?!cast|sole|only|lone|single)\w+ .*\b(?:votes?|(?:support|backing|approval|endorsement) (?:of|from))\b"
)
_SO_MANY = re.compile(
    r"(?:^|[,;] |while |with |, and |(?:against|for|no|yes|it|draft|text|resolution|favou?r) and )"
    rf"(?:(?:the )?(?:(?:other|remaining) )?{SEVERAL}(?: (?:other|remaining))?"
    r"(?: (?:members|countries|states|nations|others))?"
    r"|(?:the )?rest(?: of (?:the|its) (?:\w+ )?(?:council|members))?"
    r"|(?:everyone|everybody) else|(?:all )?(?:the )?others)"
    r"(?: (?:all|either|both))? \Z",
    re.IGNORECASE,
)
"""A number as the subject, of whom only those named behind are known: "... and four abstained", "and the rest"."""
_NUMBER = re.compile(rf"\b{SEVERAL}\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:,? (?:along|together) with|(?: [^.;,]{1,60})?,? as did|, joined by) (?:the )?(?=[A-Z])"
    r"| with (?:the )?"
    r"(?=[A-Z][\w.]+(?: [A-Z][\w.]+)?(?: and (?:the )?[A-Z][\w.]+(?: [A-Z]\w+)?)?(?:[.,;]|$| on\b| and\b))"
)
"""Before those who voted the same way: "abstained, along with China"."""
_PRONOUN = re.compile(r"\b(?:it|he|she) (?:(?:has|had|then|later|also|first|\w+ly) )*\Z", re.IGNORECASE)
"""A subject that stands for the state of the sentence before."""
_JOINED = re.compile(
    r"\b(?:(?:join(?:ed|s|ing)?(?: with)?|follow(?:ed|s|ing)) (?:the )?(?=[A-Z])"
    r"(?:[\w.]+ ){1,6}(?:(?:on|last) \w+(?: \d{1,2})? )?in"
    r"|(?:sid|vot)(?:ed|es|ing) with (?:the )?(?=[A-Z])(?:[\w.]+ ){1,6}(?:in|and)) (?:\w+ )?\Z"
)
"""Before what two did together: "it joined Russia on Friday in | vetoing a text"."""
_WERE_THEY = re.compile(
    r"(?: (?:it|the (?:\w+ )?(?:draft|text|resolution|measure)))?"
    r" (?:was|were|are|includ(?:ed?|es)|came from) (?:the )?(?=[A-Z])"
)
"""Between a ballot and those who cast it: "Abstaining | were Peru and Chad"."""
_THOSE = re.compile(
    r"(?:^\W*|\b(?:[Tt]hose|[Cc]ountries|[Mm]embers|[Ss]tates|[Nn]ations)(?: (?:that|who|which))?(?: had| have)? )\Z"
)
"""What stands before such a ballot."""
_AMONG = re.compile(
    r"\b(?:was|were|is|are)(?: \w+)? (?:among|one of|two of)\b(?:(?!\b(?:and|but)\b)[^.;,A-Z]){0,60}?"
    r"\b(?:that|which|who|those|members|countries|states|nations)(?: (?:had|have|to))? \Z"
)
"""Between those who cast a ballot and the words for it: "Peru was among the five that abstained"."""
_WE = re.compile(
    r"\b(?:[Ww]e|I|(?:[Mm]y|[Oo]ur) (?:delegation|country|government))(?:['’](?:ll|ve|d|m|re))?"
    r"(?: (?:have|has|had|will|would|shall|can|cannot|could|may|might|must|should|are|am|is|do|did|not|also|therefore"
    r"|then|now|decided to|going to|\w+ly|\w+n['’]t))* \Z"
)
"""A subject that means whoever speaks: "We abstained," the envoy of Peru said."""
_STATES_DO = SPONSORS_DO | {"vetoed"}
"""Steps that one state or several take, not the Council."""
_SPEAKERS_DO = _STATES_DO | {"voted"}
"""Steps of which an envoy says "we"."""
_ENVOYS = re.compile(
    r"(?:['’]s?)? (?:(?:[Dd]eputy|[Aa]cting|UN|U\.N\.|United Nations|[Ff]oreign|[Pp]ermanent|[Pp]rime) ){0,3}"
    r"(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|[Rr]epresentative|diplomat)\b"
)
"""Behind a state, who speaks for it."""
_RIGHT_BEHIND_WORDS = re.compile(r"\s{3,}\W*(?:(?:said|says|added|warned|explained|insisted) )?(?:the )?\Z")
_THEN_WORDS = re.compile(r"[^.;]{0,60}?\b(?:said|says|added|warned|explained|insisted|told \w+)\b[^.;\w]{0,6}\s{3,}")
"""Where blanks stand for the words quoted, who says them: ""We abstained," | the envoy", "the envoy | said: "We"."""
_BY_SOMEBODY = re.compile(
    r"(?: (?:on |late |early )?\w+day| (?:to|in|at|among) (?:the )?(?:[\w.'’-]+ ){0,3}?(?:[Cc]ouncil|members))*"
    r" by (?:the |an? |several |some |all |ten )?(?:[\w-]+ ){0,3}?"
    r"(?:states|countries|nations|group|bloc|league|union|members|powers|envoys|diplomats?|presidency|E-?10|A3)\b",
    re.IGNORECASE,
)
"""Right behind a passive, who did it, and is no state by name: "circulated by the Arab group"."""
_BRINGS = re.compile(
    r"\b(?:re)?(?:present|circulat|submit|submitt|tabl|introduc|produc|offer|unveil|shar|issu|distribut|propos|draft|s[eu]n[dt]|put|brought"
    r"|came|come|work|hand|float|revis)(?:e|s|es|ed|ing)?\b"
)
"""What one does with a revised text that is one's own."""
_LED = re.compile(r"-(?:led|backed|sponsored) (?:\w+ )?(?:effort|push|bid|drive|campaign|attempt|move)s?\b")
"""Behind a state, an effort that it leads: "a British-led push"."""
_ENVOY_OF = re.compile(
    r"(?!['’])|['’]s? (?:\w+ ){0,4}(?:ambassador|envoy|minister|president|mission|delegation|government)"
)
"""Behind a name: nothing that makes it an owner, or an envoy."""
_MISSION = re.compile(r" (?:mission|delegation|government|administration|[Aa]mbassador|envoy)\b")
"""Behind an adjective: what stands for the state."""
_COUNCIL_DOES = frozenset(("adopted", "failed"))
"""Steps that only the Council takes."""


@dataclass(frozen=True, slots=True)
class Agents:
    """The states of a sentence; `before` is the sentence before it, "" at the head of a paragraph."""

    text: str
    before: str
    states: Sequence[Nation]
    named: Sequence[Reference]

    def of(self, step: Framed) -> tuple[str, ...]:
        """The agents of a step; for "it" and "he", the state that is the subject of the sentence before."""
        found = actors_at(self.text, step.start, step.end, self.states, self.named)
        if joined := _JOINED.search(self.text, step.clause[0], step.start):
            return tuple(dict.fromkeys((*self._doing(joined.start()), *found)))
        if not found and step.rule.type in _SPEAKERS_DO and _WE.search(self.text, 0, step.start):
            return self._speaking(step)
        if found or step.rule.type not in _STATES_DO or not _PRONOUN.search(self.text, step.clause[0], step.start):
            return found
        subject = next((state for state in nations(self.before) if state.start < 40 and state.form != "demonym"), None)
        return (subject.code,) if subject else ()

    def _speaking(self, step: Framed) -> tuple[str, ...]:
        """The state whose envoy says the words quoted round a step; none if that could be two."""
        told = without_quotations(self.text)
        if told[step.start : step.end].strip():
            return ()
        speakers = {
            state.code
            for state in self.states
            if (envoy := _ENVOYS.match(told, state.end)) and told[state.start : state.end].strip()
            if _RIGHT_BEHIND_WORDS.search(told, 0, state.start) or _THEN_WORDS.match(told, envoy.end())
        }
        return tuple(speakers) if len(speakers) == 1 else ()

    def _doing(self, verb: int) -> tuple[str, ...]:
        """Who is the subject of the word at `verb`: "it" there is the first state of the sentence that can be one."""
        if not _PRONOUN.search(self.text, 0, verb):
            return subject_before(self.text, verb, [state for state in self.states if state.end <= verb])
        return tuple(state.code for state in self.states if state.end <= verb and _acts(self.text, state))[:1]

    def leading(self, step: Framed, named: Reference | None) -> tuple[str, ...]:
        """Whose effort, told behind the draft it names, a step is part of: "a British-led push to approve it"."""
        first = max(step.clause[0], named.end if named else 0)
        before = [state for state in self.states if first <= state.start < step.start]
        return tuple(state.code for state in before if _LED.match(self.text, state.end))

    def owning(self, reference: Reference, but: Sequence[str] = ()) -> tuple[str, ...]:
        """The states that "its" or "their" means: the subject of the clause, else the state named last before.

        `but` are states that it cannot mean: nobody vetoes its own.
        """
        first, _ = clause_of(self.text, reference.start, reference.end)
        others = [s for s in self.states if s.code not in but]
        before = [s for s in others if s.end <= reference.start and _acts(self.text, s)]
        clause = [state for state in before if state.start >= first]
        theirs = re.match(r"their\b", self.text[reference.start : reference.end], re.IGNORECASE)
        if theirs or self.text.startswith(" of their own", reference.end):
            return tuple(state.code for state in clause or before[-1:])
        if re.match(r"(?:own|whose)\b", self.text[reference.start : reference.end], re.IGNORECASE):
            return tuple(state.code for state in before[-1:])  # a headline: "Russia vetoes, China pulls own text"
        ahead = re.match(r"(?:After|Before|Having)\b", self.text)
        after = [s for s in others if ahead and s.start > reference.end and _acts(self.text, s)]
        said = self.before if not (clause or before or after) else ""
        earlier = [state for state in nations(said) if _acts(said, state) and state.code not in but]
        return tuple(state.code for state in clause[:1] or before[:1] or after[:1] or earlier[:1])

    def told_of(self, step: Framed, entry: Entry, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The agents: for a bare veto those known to have cast it, for talks their partners, for votes those listed.

        Where the sentence names nobody, its sponsors bring a text, send it round or withdraw it; only they may do the
        last (provisional rules of procedure, rule 35).
        """
        words = self.text[step.start : step.end].lower()
        nominal = _NOMINAL_VOTE.match(words) and not _ASKS_FOR.search(self.text, 0, step.start)
        if step.rule.type in _COUNCIL_DOES or step.rule.id == "voted-held" or nominal:
            return ()
        if step.rule.type == "voted":
            return self._voting(step, words, actors)
        if step.rule.type == "vetoed" and not actors and "veto" in words:
            return entry.vetoers
        if step.rule.id == "revised-text" and not _BRINGS.search(self.text, step.clause[0], step.start):
            return ()  # who "rejected a revised draft" did not revise it
        if step.rule.type in SPONSORS_DO and not actors:
            return () if _BY_SOMEBODY.match(self.text, step.end) else entry.sponsors
        if step.rule.type == "discussed":
            body = (COUNCIL,) if not actors and council_before(self.text, step.start) else ()
            return tuple(dict.fromkeys((*body, *actors, *partners_behind(self.text, step.end, self.states))))
        return self._with_joined(step, words, actors)

    def _voting(self, step: Framed, words: str, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Who cast the ballots that a step tells: its subject, or those listed behind a count or beside the subject."""
        they = _WERE_THEY.match(self.text, step.end) if _THOSE.search(self.text, 0, step.start) else None
        if they:
            return listed_from(self.text, they.end(), self.states)
        if words.startswith("how "):
            return tuple(state.code for state in self.states if step.start <= state.start < step.end) or actors
        if among := _AMONG.search(self.text, 0, step.start):
            return subject_before(self.text, among.start(), self.states) or actors
        got = step.rule.id == "voted-counted" and _GOT_VOTES.match(words)
        many = _SO_MANY.search(self.text, 0, step.start)
        if many and not self._ends_a_list(many):
            return included_behind(self.text, step.end, self.states)
        if words.endswith(" from"):  # "abstentions came from"
            first = step.end + len(" the " if self.text.startswith(" the ", step.end) else " ")
            return listed_from(self.text, first, self.states)
        if got or not actors:
            return included_behind(self.text, step.end, self.states)
        if beside := _BESIDE.match(self.text, step.end):
            return tuple(dict.fromkeys((*actors, *listed_from(self.text, beside.end(), self.states))))
        return self._with_joined(step, words, actors)

    def _ends_a_list(self, others: re.Match[str]) -> bool:
        """Whether those who did it, without a number, end a list of states: "Peru, Chad, and others"."""
        behind_a_state = any(state.end == others.start() for state in self.states)
        return behind_a_state and others.group().startswith(", and ") and not _NUMBER.search(others.group())

    def _with_joined(self, step: Framed, words: str, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The agents, with those whom they joined in the step: "Peru joined Chad in vetoing it"."""
        if not words.startswith("join"):
            return actors
        joined = [state.code for state in self.states if step.start <= state.start < step.end]
        if words.startswith("joined by"):
            actors = subject_before(self.text, step.start, self.states)
        return tuple(dict.fromkeys((*actors, *joined)))


def _acts(text: str, state: Nation) -> bool:
    """Whether the state may be a subject: its name bare, or that of an envoy or a mission."""
    if state.form == "demonym":
        return bool(_MISSION.match(text, state.end))
    return bool(_ENVOY_OF.match(text, state.end))
