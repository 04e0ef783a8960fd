"""What a text commits to when it names a step: occurred, planned, hypothetical, negated, or the history of another.

Knows in which order it is decided: first the words right before the step that leave nothing open, then its auxiliaries
or the word that governs it, then what stands to the right. Refuses to know which draft is meant, what the auxiliaries
say (`auxiliaries`), how a governing word is found (`governing`) and what an infinitive tells (`infinitives`).
"""

from __future__ import annotations

import re
from datetime import date

from lifecycle.reading.auxiliaries import chained
from lifecycle.reading.ballots import any_ballot, held_no_vote, not_the_reason, only_foreseen, took_effect
from lifecycle.reading.behind import said_behind_it
from lifecycle.reading.conditions import any_text, by_doing, conditioned, if_then
from lifecycle.reading.disowned import disowned
from lifecycle.reading.forecasts import announced, is_set, takes_it_up_on_a_day
from lifecycle.reading.governing import governed
from lifecycle.reading.infinitives import infinitive
from lifecycle.reading.negatives import asks_for_more, given_up, negative_by_word, shortfall
from lifecycle.reading.past import told_of_the_past
from lifecycle.reading.readings import HISTORY, HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Answer, Reading
from lifecycle.reading.scheduled import scheduled
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import OUTCOMES, VOTED_ON, Framed
from lifecycle.wording.talks import taken_for_granted
from lifecycle.wording.verbs import Verb, conditional, verb_of


def modality_of(
    text: str, framed: Framed, published: date | None = None, *, past: str = "", ended: frozenset[str] = frozenset()
) -> Reading:
    """What the sentence `text` commits to at the cue.

    `past`: what round the sentence tells of an earlier time. `ended`: the outcomes the article has told of, so that
    "the veto would be remembered" speaks of one that was cast.
    """
    history = (framed.rule.makes != OCCURRED and told_of_the_past(text, framed, published)) or past
    makes, why = _committed(text, framed)
    if framed.rule.makes and makes in {OCCURRED, PLANNED}:
        makes, why = framed.rule.makes, "the words themselves"
    if makes in {HYPOTHETICAL, PLANNED} and framed.rule.type in ended and _names_the_one(text, framed):
        makes, why = OCCURRED, "the one that was told of"
    if (
        why == "expect"
        and framed.rule.type in {"submitted", "circulated"}
        and announced(text, framed.start, framed.end)
    ):
        makes, why = PLANNED, "expected on a day"
    if makes in {OCCURRED, PLANNED}:
        makes, why = disowned(text, framed, told=makes == OCCURRED) or (makes, why)
    if makes == PLANNED and conditioned(text, framed, at_length=why == "future in the past"):
        makes, why = HYPOTHETICAL, "unless"
    on_the_calendar = framed.rule.type == "adopted" and is_set(text, framed.start)
    if makes == PLANNED and framed.rule.type in VOTED_ON and not on_the_calendar:
        makes, why = HYPOTHETICAL, f"{why}; an outcome to come is nobody's plan"
    if history and (makes == OCCURRED or (why == "a veto" and text[: framed.start].endswith("when a "))):
        return Reading(HISTORY, (history,), True)
    if history and makes == NEGATED:
        return Reading(NEGATED, (why, history), True)
    return Reading(makes, (why,) if why else (), False)


_OF_ANOTHER = re.compile(r" of\b(?! (?:the|this|that) (?:draft|text|resolution|measure)\b)")
_IF = re.compile(r"\b[Ii]f\b")
_OUTCOME_NOUNS = frozenset(("veto", "adoption", "passage", "rejection"))


def _names_the_one(text: str, framed: Framed) -> bool:
    """Whether the words are "the veto", and not the veto of a text named there, which may be another."""
    if text[framed.start : framed.end] not in _OUTCOME_NOUNS or _OF_ANOTHER.match(text, framed.end):
        return False
    left = text[max(0, framed.start - 90) : framed.start].rstrip("“\"‘'")
    return left.endswith(("the ", "The ", "this ", "This ")) and not _IF.search(left)


_THE_VOTE = re.compile(r"(?:the|this|that|today['’]s|\w+day['’]s) vote", re.IGNORECASE)
"""A vote that the text takes for granted: nobody who "had not heard of the vote" says that there was none."""

_NOT_HELD = re.compile(
    r"(?: (?:on|in) [^.;,]{2,80}?)? (?:did(?: not|n['’]t)|never)"
    r" (?:t(?:ake|ook) place|happen(?:ed)?|occur(?:red)?|go ahead|c[ao]me)\b"
)
"""What denies it all the same: "the vote never took place"."""

_MAY_BE = re.compile(r" (?:could|may|might|will) be (?:close|tight|held|taken|delayed)\b")
"""What makes of "the vote" one to come."""
_NEARLY = re.compile(r"\b(?:nearly|almost|all but) $")
"""What makes of "was nearly vetoed" a veto that might have been."""
_MAYBE_BY = re.compile(r"\b(?:possibly|perhaps|maybe) by \Z")
"""The same before its clause: "threatened to delay the deal, possibly by vetoing it"."""

_THEREBY = re.compile(r", (?:effectively|thereby|thus) $")
_OPEN = re.compile(r"\b(?:would|could|may|might|should|if|plan\w*|expected|wants?|likely|threat\w*)\b")
"""What leaves open a deed by which a vote is put off: "could ask for changes, effectively delaying the vote"."""
_NO_TEXT = re.compile(
    r"(?:^|[,;] |\b[Bb]ut |\band )\W*[Nn]o (?:(?:[A-Z][\w.]*|draft|new|such|further) ){0,4}"
    r"(?:resolution|draft|text|measure)s? (?:(?:on|about|to|for|over|condemning|demanding) [^,.;]{1,60} )?"
    r"(?:was|were|is|are|has been|had been|have been) (?:being |\w+ly )?\Z"
)
"""What denies a passive by its subject: "no resolution about the coup was adopted"."""

_LIKELY_TO_BE = re.compile(r"\blikely to (?:be|become|prove) (?:\w+ ){0,3}\Z")
"""What makes of talks a guess: "what are likely to be delicate negotiations"."""

_THE_VOTES = re.compile(r"(?:the|those|its|their) \w+ [\"“‘']?\w+[\"”’']? votes")
"""Votes that a text speaks of as counted: "the nine yes votes came from Africa"."""
_NEEDED = re.compile(
    r",? (?:(?:it|they|that|the \w+) )?(?:(?:is|was|are|were|would|will|could|may|might) )?(?:need|requir|necessary|be)"
)
_SOUGHT = re.compile(
    r"\b(?:count\w* on|hop\w+ for|want\w*|need\w*|seek\w*|sought|expect\w*|without|unclear|short of|lack\w*"
    r"|would|could|may|might|will|if|whether)\b[^;]*\Z",
    re.IGNORECASE,
)
"""What makes of "the nine yes votes" a number to be reached, and no count."""


def _counted(text: str, framed: Framed, verb: Verb) -> bool:
    """Whether the words name votes that were counted, and not a number to be reached."""
    sought = _SOUGHT.search(verb.left + verb.chain) or _NEEDED.match(text, framed.end)
    return bool(_THE_VOTES.match(verb.words)) and not sought


def _of_itself(text: str, framed: Framed, verb: Verb) -> Answer | None:
    """The answer of words that stand with the step itself and leave nothing to its auxiliaries; None without such."""
    before = verb.left + verb.chain
    if framed.rule.makes in {OCCURRED, PLANNED} or (framed.rule.makes == NEGATED and not conditional(verb)):
        return framed.rule.makes, "the words themselves"
    if framed.rule.type == "vetoed" and only_foreseen(text, framed):
        return HYPOTHETICAL, "foreseen"
    if framed.rule.id == "voted-counted" and _counted(text, framed, verb):
        return OCCURRED, "the votes that were counted"
    if framed.rule.type == "vetoed" and took_effect(text, framed.start, framed.end):
        return OCCURRED, "it took effect"
    if framed.rule.type == "vetoed" and not_the_reason(text, framed.start):
        return NEGATED, "not because of it"
    if _NO_TEXT.search(before):
        return NEGATED, "no text"
    if framed.rule.type == "discussed" and _LIKELY_TO_BE.search(before):
        return HYPOTHETICAL, "likely"
    if settled := _settled(framed, verb):
        return settled
    thereby = framed.rule.type in {"postponed", "withdrawn"} and _THEREBY.search(before)
    if thereby and not _OPEN.search(before):
        return OCCURRED, "thereby"
    return (HYPOTHETICAL, "nearly") if _NEARLY.search(before) or _MAYBE_BY.search(text, 0, framed.start) else None


def _settled(framed: Framed, verb: Verb) -> Answer | None:
    """The answer of words right before the step that leave nothing open."""
    before, own = verb.left + verb.chain, framed.rule.type == "withdrawn" and verb.words.startswith("not ")
    bare = _HOW.sub("", before)
    for rule in codebook().settled_for(before):
        ends = rule.ends.search(before) or (bare != before and rule.ends.search(bare))
        if (not rule.types or framed.rule.type in rule.types) and ends and not own:
            return rule.makes, rule.id
    return None


_HOW = re.compile(r"(?<=to )(?:\w+ly ){1,2}$")
"""How a step is done, between it and what settles it: "had yet to formally | discuss"."""


def _committed(text: str, framed: Framed) -> Answer:
    verb = verb_of(text, framed)
    if told := _of_itself(text, framed, verb):
        return told
    if framed.rule.id == "voted-held" and _NOT_HELD.match(text, framed.end):
        return NEGATED, "not held"
    if framed.rule.type == "voted" and _THE_VOTE.fullmatch(verb.words):
        if text.startswith(" would have", framed.end) or _MAY_BE.match(text, framed.end):
            return HYPOTHETICAL, "a vote that was not"
        makes, why = chained(text, framed, verb)
        return (OCCURRED, "") if makes == NEGATED else (makes, why)
    if verb.words.lower().startswith(("how ", "if ")):
        return HYPOTHETICAL, "how it would vote"
    if framed.rule.type != "withdrawn" and held_no_vote(verb):
        return NEGATED, "no vote"
    if framed.rule.id == "voted-held" and re.match(r"(?:after|following|ahead of)\b", verb.words, re.IGNORECASE):
        return OCCURRED, "told as a time"
    if framed.rule.type == "discussed" and (granted := taken_for_granted(verb.left + verb.chain, text[framed.end :])):
        return OCCURRED, granted
    if any_ballot(text, framed, verb):
        return HYPOTHETICAL, "a veto"
    if framed.rule.type == "vote_scheduled":
        return scheduled(text, framed, verb)
    if framed.rule.id == "revised-text":  # an adjective: what governs its noun governs it
        return governed(framed, verb)
    if negative_by_word(framed, verb):
        return infinitive(framed, verb) if asks_for_more(verb) else shortfall(verb)
    if framed.rule.id in {"withdrawn-no-vote", "withdrawn-pledge"}:
        return given_up(framed, verb)
    makes, why = chained(text, framed, verb)
    if makes == OCCURRED and framed.rule.type in OUTCOMES and any_text(text, framed):
        return HYPOTHETICAL, "any text"
    if makes == OCCURRED and verb.form == "ing" and (means := by_doing(text, framed)):
        return means
    if makes == OCCURRED and takes_it_up_on_a_day(text, framed.end, verb.words):
        return PLANNED, "a present with its day"
    if makes == OCCURRED and verb.form in {"base", "s", "noun"} and if_then(text, framed.start):
        return HYPOTHETICAL, "if"
    return said_behind_it(text, framed) if makes == OCCURRED and why != "done" else (makes, why)
