"""Who does it: the states that a step's own words name as its agents.

Knows where an agent stands: behind "by", right before a noun ("Russia's veto"), as the subject of the verb, which is
the nearest list of states before it, and beside that subject ("along with Peru"); and whom "the five permanent members"
names. Refuses to know who is listed behind (`wording.company`), and whether they sat on the Council that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lifecycle.wording.drafts import Reference
from lifecycle.wording.nations import PERMANENT, Nation
from lifecycle.wording.sponsors import WHOSE_ALLY, begins_a_clause

_BY = re.compile(
    r"(?:(?: (?:on |late |early |last )*(?:\w+day|week|month)| (?:to|in|at|among|with) (?:the )?(?:[\w.]+ ){0,4}?"
    r"(?:Council|members|delegations)(?:['’]s)?(?: members)?){0,3} |(?:[^.;:,]|U\.N\.){0,30}?)\bby (?:the )?"
    r"(?:permanent members? |co-sponsors |(?:representatives|envoys) (?:of|from) (?:the )?)?",
    re.IGNORECASE,
)
_BY_A_GROUP = re.compile(
    r" (?:\w+ ){0,2}?by (?:the |an? |its |some |all |most |several |more than |about )?"
    r"(?:(?!(?:to|with|among|between)\b)[\w’'-]+ ){0,4}?"
    r"(?:members?|states|countries|nations|[Gg]roup|bloc|powers|[Uu]nion|[Ll]eague|trio|sponsors|delegations|governments"
    r"|E-?10|P-?3|A-?3)\b"
)
"""Agents that are named as a group, not one by one: "put forward by Arab states"; no subject before did it then."""
_TEXT = re.compile(r"\b(?:resolution|draft|text|measure|proposal|initiative|one\b)", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:,\s*(?:(?:and|or|nor) )?|\s(?:and|or|nor|&) "
    r"|,?\s(?:(?:along|together) with|joined by|as well as|alongside) )"
    r"(?:the |both |(?:(?:its|their) (?:\w+ )?)?all(?:y|ies) )?"
)
_NOUN = re.compile(
    r"(?:\w+ )?(?:veto|vetoes|abstention|adoption|withdrawal|introduction of|submission of|tabling|presentation of"
    r"|circulation of)$",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(r"(?:['’]s?)? (?:(?!(?:the|an?|this|that|said|says|and|or|had|has)\b)[\w-]+ ){0,2}$")
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be) (?:\w+ )?"
    r"(?:(?!engaged\b|involved\b)\w+ed|withdrawn|put|brought|taken|held|sent|made|cut|rewritten)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(r"(?:consultation|negotiation|talk|discussion|debate|deliberation|haggling|wrangling)s?\b", re.I)
_SAID_THAT = re.compile(
    r"\b(?:said|says|told \w+|added|announced|stressed|noted)(?: \w+day)?(?: that)? (?:\w+ ){0,3}\Z"
)
"""What parts talks from who speaks of them: "Peru's ambassador said that consultations went on"."""
_POINTS = re.compile(r"\b(?:this|that|the|any|no|such a) (?:\w+ )?$", re.IGNORECASE)
_SUBJECT_GAP = 110
"""How many characters may stand between a subject and its verb."""
_APPOSED_GAP = 200
"""The same, where the subject opens the sentence and something in commas follows it."""
_ENVOY = re.compile(
    r"(?:['’]s?)? (?:[\w.’'-]+ ){0,4}?"
    r"(?:ambassador|envoy|minister|president|delegation|representative|mission|government|administration|diplomat|official)"
    r"s?\b",
    re.IGNORECASE,
)


def actors_at(
    text: str, start: int, end: int, states: Sequence[Nation], drafts: Sequence[Reference]
) -> tuple[str, ...]:
    """The codes of the agents of the step told at `start`..`end` of the sentence `text`."""
    if behind := _behind_by(text, end, states):
        return behind
    if within := _within(text, start, end, states):
        return within
    if _BY_A_GROUP.match(text, end):
        return ()
    outside = [s for s in states if not any(d.start <= s.start < d.end for d in drafts)]
    if _NOUN.match(text[start:end]):
        owner = [s for s in outside if s.end <= start and _owns(text, s, start)]
        if owner:
            return (owner[-1].code,)
        if _POINTS.search(text[max(0, start - 20) : start]):
            return ()
    elif any(passive.end() > start for passive in _PASSIVE.finditer(text, max(0, start - 16), end)):
        return ()
    if _TALKS.match(text, start) and _SAID_THAT.search(text, 0, start):
        return ()
    return subject_before(text, start, outside) or (FIVE if _FIVE_DO.search(text, max(0, start - 120), start) else ())


FIVE = tuple(sorted(PERMANENT))
"""The permanent members as agents, in the order of their codes."""
MEMBERS = (
    r"(?:(?:permanent|veto-(?:holding|wielding|bearing)) (?:UN |U\.N\. )?(?:[Ss]ecurity )?(?:[Cc]ouncil )?members"
    r"|[Pp]ermanent [Ff]ive|P-?5)\b"
)
ALL_FIVE = re.compile(
    rf"(?:the|its|all|all the|the [Cc]ouncil['’]s|the body['’]s) (?:five )?{MEMBERS}(?! (?:[A-Z]|who\b|that\b))"
)
"""All of them; a name right behind would say which ones are meant."""
_BY_THE_FIVE = re.compile(rf"[^.;:,]{{0,30}}?\bby {ALL_FIVE.pattern}(?: and (?:the )?)?")
_FIVE_DO = re.compile(
    rf"(?<!of )(?<!with )(?<!between )(?<!among )(?<!to ){ALL_FIVE.pattern}"
    r"(?: of the (?:UN |U\.N\. )?(?:[Ss]ecurity )?[Cc]ouncil)? (?:\w+ ){0,3}\Z"
)


def _within(text: str, start: int, end: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The agents named in the cue itself: "blocked by China with its veto", "not adopted due to Russia's veto"."""
    by = _BY_IN.search(text, start, end)
    if by and (listed := listed_from(text, by.end(), states)):
        return listed
    return tuple(s.code for s in states if start <= s.start < end and _OWNED.match(text, s.end, end))


_BY_IN = re.compile(r"\bby (?:the )?(?=[A-Z])")
_OWNED = re.compile(r"(?:['’]s?)? (?:\w+ )?veto(?:es)?\b")


def _owns(text: str, state: Nation, start: int) -> bool:
    """Whether a state right before a noun owns it: "Russia's veto", "a Russian veto", "the US veto"."""
    gap = text[state.end : start]
    owner = gap.startswith(("'", "’")) or state.form == "demonym" or state.code in {"USA", "GBR"}
    return owner and bool(_BEFORE_NOUN.fullmatch(gap))


def _behind_by(text: str, end: int, states: Sequence[Nation]) -> tuple[str, ...]:
    if five := _BY_THE_FIVE.match(text, end):
        return (*FIVE, *listed_from(text, five.end(), states))
    by = _BY.match(text, end, end + 80)
    if by is None or _TEXT.search(by.group()) or _OF_ANOTHER.search(by.group()) or _RESISTANCE.search(by.group()):
        return ()
    return listed_from(text, by.end(), states)


_OF_ANOTHER = re.compile(r"\b(?:paper|document|motion) \w+ by ")
"""What makes of the agent behind "by" that of another deed: "vetoed the paper tabled by Norway"."""

_RESISTANCE = re.compile(
    r"\b(?:objection|opposition|pressure|criticism|complaint|request|demand|threat|insistence|resistance|protest"
    r"|concern|lobbying|urging)s? by "
)
"""What makes of it that of a reason: "revised on Monday after objections by Russia"."""
_BODY = re.compile(r"\b(?:[Ss]ecurity |\d+-(?:member|nation) )?[Cc]ouncil(?: members)?(?: [a-z]+){0,2} $")
COUNCIL = "UNSC"
"""The body itself, among the codes of agents."""


def council_before(text: str, start: int) -> bool:
    """Whether the Council is the subject of what stands at `start`: "the 15-member council began", "the Council has".

    >>> council_before("The 15-member council began negotiations", 22)
    True
    """
    return bool(_BODY.search(text, max(0, start - 60), start))


def listed_from(text: str, start: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The codes of the list of states that begins at `start`; a comma behind its "and" that begins a clause ends it."""
    listed: list[str] = []
    start = whose.end() if (whose := _ALLY_AHEAD.match(text, start)) else start
    at, last = start, False
    for state in states:
        if state.start < at or not (state.start == start or listed):
            continue
        if listed and _OWNS_A_THING.match(text, state.end):
            break
        between = text[at : state.start]
        opens = (last or between.startswith(", and")) and begins_a_clause(text, at)
        if listed and (not _AND.fullmatch(between) or opens):
            break
        listed.append(state.code)
        at, last = state.end, bool(listed[1:]) and " and " in between
    return tuple(dict.fromkeys(listed))


_ALLY_AHEAD = re.compile(rf"{WHOSE_ALLY}(?:the )?")


def subject_before(text: str, start: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The nearest list of states before `start` that can be a subject: names, capitals, or adjectives of an envoy.

    None where they are an exception, "all but Peru"; of "by Peru and Chad, and Mali abstained", those of the clause.

    What stands behind a preposition ("in Syria", "backed by Norway") is no subject, unless it sent the envoys.
    """
    able = [
        s
        for s in states
        if s.end <= start and (_stands_for_it(text, s) if s.form == "demonym" else not _OWNS_A_THING.match(text, s.end))
    ]
    while able:
        opens = text[able[-1].end : start].startswith(",") and not text[: able[0].start].strip()
        gap = text[able[-1].end : start]
        if len(gap) > (_APPOSED_GAP if opens else _SUBJECT_GAP) or _is_over(gap.rpartition(",")[2] if opens else gap):
            return ()
        group = [able.pop()]
        while able and _AND.fullmatch(text[able[-1].end : group[0].start]):
            group.insert(0, able.pop())
        if _IN_A_LIST_BEHIND.search(text, 0, group[0].start):
            group = _behind_a_second_and(text, group) or group
        elif _AS_DID.search(text, 0, group[0].start):
            group = _behind_the_comma(text, group)
        who = _WHO.fullmatch(text[group[-1].end : start])
        if not who and EXCEPTED.search(text, 0, group[0].start):
            return ()
        absolute = _VOTING.match(text, start) and _BEHIND_WITH.search(text, 0, group[0].start) and "," not in gap
        beside = _DID_TOO.search(text, max(0, group[0].start - 60), group[0].start)
        if not (who or absolute or beside) and _OBJECT.search(text[max(0, group[0].start - 40) : group[0].start]):
            group = _clause_of_its_own(text, group, start)
        if group:
            return tuple(dict.fromkeys(state.code for state in group))
    return ()


EXCEPTED = re.compile(
    r"(?:(?:^\W*|[,;:] |\b(?:with|that|and|while|when) )(?:[Aa]ll|[Ee]very(?:one|body)?|[Ee]ach)"
    r"(?: (?:[\w'’]+ ){0,5}?(?:members?|country|countries|states?|nations?))? but"
    r"|\b(?<!\b[Nn]o )(?<!other )(?:[Aa]ll|[Ee]very(?:one|body)?|[Ee]ach|members?|country|countries|states?|nations?"
    r"|[Cc]ouncil),? "
    r"(?:except(?: for)?|bar|save(?: for)?|apart from|other than|excluding|minus))(?: the)? ?\Z"
)
"""Before those who did not do what everybody else did: "all but Peru voted for it"."""
_OWNS_A_THING = re.compile(
    r"['’]s? (?=[a-z])(?!(?:[\w.’'-]+ ){0,4}?(?:ambassador|envoy|minist|president|delegat|representative|mission"
    r"|government|administration|diplomat|official|leader|secretary|premier|chancellor|king|allies|sponsor|team|side|office"
    r"|negotiator|coordinator|penholder|expert|lawyer|spokes|veto|votes?\b|abstention|opposition|objection))"
)
"""What makes of a state the owner of a thing, which does nothing itself: "condemning Rwanda's deadly attack"."""


_JOINS = re.compile(r"\band\b|\bwith\b|\bby\b|as well as|alongside")
_IN_A_LIST_BEHIND = re.compile(r"\b(?:by|of|with|between|from) (?:the )?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*, )*\Z")
"""Before states that go on with a list which is an object: "submitted by Peru, | Chad and Mali, and Oman abstained"."""


def _behind_a_second_and(text: str, group: Sequence[Nation]) -> list[Nation]:
    """Of states in a row with a second "and", those of the clause that it or a comma before it opens.

    "By Peru and Chad, and Mali abstained": Mali; "by Peru and Chad, Mali and Oman abstained": the last two.
    """
    between = [text[one.end : other.start] for one, other in pairwise(group)]
    ands = [n for n, words in enumerate(between) if _JOINS.search(words)]
    commas = [n for n, words in enumerate(between) if words.startswith(",") and n > ands[0]] if ands else []
    return list(group[min(commas, default=ands[-1]) + 1 :]) if len(ands) > 1 else []


_AS_DID = re.compile(r"\b(?:as|so|nor|neither) did (?:the )?\Z")
"""Before states that did what was told before; who is named behind ", and" does what follows."""


def _behind_the_comma(text: str, group: Sequence[Nation]) -> list[Nation]:
    """Of states in a row, those behind the last ", and" in it; all of them where there is none."""
    opens = [n for n, (one, other) in enumerate(pairwise(group), 1) if text.startswith(", and", one.end, other.start)]
    return list(group[max(opens, default=0) :])


def _clause_of_its_own(text: str, group: Sequence[Nation], start: int) -> list[Nation]:
    """Of states in a row of which the first are an object, those that a comma makes the subject of the verb at `start`.

    "A text drafted by Britain and France, Russia and Bolivia voted against": the first comma behind an "and" begins the
    clause; of "by France, Russia and Bolivia" and of the headline "on Syria, China abstains", the first of all.
    """
    if text[group[-1].end : start].strip():
        return []
    between = [text[one.end : other.start] for one, other in pairwise(group)]
    listed = next((n for n, words in enumerate(between) if " and " in words), len(between) - 1)
    comma = next((n for n, words in enumerate(between) if n > listed and words == ", "), None)
    if comma is None and between[:1] == [", "] and (" and " in between[-1] or len(between) == 1):
        comma = 0
    return _behind_a_second_and(text, group) if comma is None else list(group[comma + 1 :])


def _stands_for_it(text: str, state: Nation) -> bool:
    """Whether an adjective stands for the state: that of its envoy, or a people as a noun, "the Russians"."""
    people = text.endswith(("the ", "The "), 0, state.start) and _THEY_DO.match(text, state.end)
    return bool(_ENVOY.match(text, state.end) or people) or text[state.start : state.end].endswith("ns")


_DID_TOO = re.compile(
    r"(?:^|\n|[.\"”] )\W*(?:Along|Together) with (?:the )?\Z"
    r"|\b(?:members|countries|states|nations|others|remaining \w+)(?: of the [\w ]{3,25})?, including (?:the )?\Z"
)
"""Before states that did it with others: "all other members, including Peru, abstained"."""
_BEHIND_WITH = re.compile(r"\bwith (?:the )?\Z")
"""Before states that a clause of their own tells of: "with Peru voting in favour"."""
_VOTING = re.compile(r"voting|abstaining|casting|(?:sole|only|lone) (?:\w+ )?vote")
"""What a clause that opens with "with" tells of its subject: "with Peru, Chad and Mali voting in favour"."""
_THEY_DO = re.compile(
    r" (?:could|would|will|had|have|were|are|may|might|did|do|then|also|later|say|said|want|insist|seek|[a-z]{3,}ed"
    r"|put|withdrew|wrote|sent|brought)\b(?! (?:draft|text|resolution|measure|proposal))"
)
"""What makes "the French" those who do it, not the beginning of "the French draft"."""


_WHO = re.compile(
    r",? (?:who|which) (?:(?!(?:diplomats|officials|envoys|sources|he|she|they)\b|sa(?:id|ys)\b)\w+ ){0,3}"
)
"""Between a state and a verb: what stands before the pronoun is its subject, whatever it is to its own clause."""
_OBJECT = re.compile(
    r"(?<!ministers )(?<!minister )(?<!ambassadors )(?<!envoys )(?<!diplomats )(?<!officials )(?<!representatives )"
    r"\b(?:by|with|on|in|from|of|against|at|over|for|to|between|including) (?:the )?$",
    re.IGNORECASE,
)


_OVER = re.compile(
    r"(?<![A-Z])[.;:]\s|\b(?:but(?! $)|because|although|whereas|any|every|no|those)\b"
    r"|\b(?<!be )(?<!been )(?<!was )(?<!were )(?:urg|press|persuad|convinc|demand|request|ask)\w*\b"
    r"|\bforc(?:e|ed|ing)\b|\bcall(?:ed|s|ing)? (?:on|for|upon)\b"
)
_THEY = re.compile(r"\b(?<!said )(?<!say )(?:that|resolution|draft|text) (?:they|we) (?:w|are|ha[ds]|have|could|did)")
_SOME = re.compile(
    r"\b\w+ (?:other |remaining |elected )?(?:of the )?(?:[Cc]ouncil )?(?:members|nations|countries)"
    r" (?:of the (?:(?:UN|U\.N\.|[Ss]ecurity) )*[Cc]ouncil )?(?:(?!and )\w+ )?\Z"
)
"""Members that are counted and not named: "ten council members voted"."""


_GROUP_DID = re.compile(
    r"\b(?:sa(?:id|ys)|complain\w*|claim\w*|argu\w*|not(?:ed|es)|add(?:ed|s)|announc\w*|conced\w*|confirm\w*)\b"
    r"[^.;,]{0,25}?(?: that)? (?:(?:all|both|neither|either|the|its|their|those|other|some|most|these) )+"
    r"(?:(?:two|three|four|five|ten|elected|other|Western|European|Arab|African) )*"
    r"(?:countries|members|states|nations|sponsors|co-sponsors|sides?|allies|authors|powers|delegations|penholders|ten"
    r"|E-?10|two|three|group|drafters)(?: (?:had|have|has|would|will|were|are|was|also|then|already|not|\w+ly))* \Z"
)
"""A speaker, and those of whom he speaks: "Peru's envoy said the three sponsors had tabled it"."""


def _is_over(gap: str) -> bool:
    """Whether a gap between a state and a verb ends its clause, asks others to do it, or has a subject of its own."""
    counted = _SOME.search(gap) and not gap.startswith(" and ")  # "Peru and ten other members voted"
    others = _GROUP_DID.search(gap) and " it and its " not in gap
    return bool(_OVER.search(gap) or _THEY.search(gap) or counted or others)
