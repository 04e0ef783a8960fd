"""Which cues of one sentence tell the same step.

Knows the tail of a tally, the purpose of a veto, the reason of a failure, and what parts one step from the next.
Refuses to know how cues are found; that is `steps`'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifecycle.wording.codebook import StepRule
from lifecycle.wording.framed import OUTCOMES, VOTED_ON, Framed
from lifecycle.wording.numbers import SOME


def is_reason_of(step: Framed, other: Framed, text: str) -> bool:
    """Whether `step` only says why the failure `other` before it happened: "was defeated after it failed to get".

    Or by how much ("was voted down with six votes, short of nine"); or why the withdrawal behind it came; or what the
    veto before it was for: "used its veto to block a text"; or what a revision changed: "a new version dropped the
    deadline".
    """
    if step.rule.type == other.rule.type == "vetoed" and other.end <= step.start <= other.end + 130:
        between = text[other.end : step.start]
        so = _TO_DO.search(between) or _KILLING.match(text, step.start)
        return bool(so) and not _ANOTHER_VERB.search(between)
    if step.rule.type == other.rule.type == "revised" and other.end <= step.start <= other.end + 120:
        told_how = _ADDING.match(text, step.start) or _VERSION.search(text[other.start : other.end])
        return bool(told_how) and not _REVISED_AGAIN.search(text[other.end : step.start])
    if step.rule.id == "failed-short" and other.rule.type == "withdrawn" and other.end <= step.start < other.end + 140:
        return not _LATER.search(text[other.end : step.end])  # "withdrew it, since it could not win nine votes"
    if step.rule.id == "failed-short" and other.rule.type == "withdrawn" and step.start < other.start < step.end + 140:
        return bool(_OPENER.match(text)) and "," in text[step.end : other.start]
    if step.rule.id == "adopted-secured" and other.rule.type == "withdrawn":
        return other.end <= step.start < other.end + 20  # "gave up its effort to win a resolution"
    if step.rule.id == "voted-counted" and other.rule.id == "failed-short" and step.end <= other.start < step.end + 60:
        held = text.startswith("vote", step.start)  # "the vote was 7-0, two short" tells that it was held
        return bool(_SHORT.match(text, other.start) and _APPOSED.fullmatch(text[step.end : other.start]) and not held)
    if not (step.rule.type == other.rule.type == "failed" and other.end <= step.start <= other.end + 90):
        return False
    between = text[other.end : step.start]
    if _SHORT.match(text, step.start) and ";" not in between:
        return True  # "was voted down with six votes, short of the nine needed"
    why = re.search(r"\b(?:after|because|as|when|since)\b|, (?!while|but|whereas)", between)
    return why is not None and not _SUBJECT_OF_ITS_OWN.search(between, why.end())


_ANOTHER_VERB = re.compile(
    r"[;:]|(?<![A-Z])\. |, but\b|\b(?:which|who) (?:has|had|have|is|was|are|were)\b|, (?:is|are|was|were|has|have) "
)
"""What tells of another deed behind a veto: "vetoed one text on Friday, are not expected to block another"."""
_SUBJECT_OF_ITS_OWN = re.compile(r"\b(?:an?|the) (?:[\w-]+ ){0,3}(?:draft|text|resolution|measure) $")
"""What tells a failure of its own: "the bid failed, as a resolution failed to get nine votes"."""
_OPENER = re.compile(r"\W*(?:[Uu]nable|[Ff]ailing) to\b")
"""What opens a sentence on a withdrawal with its reason: "Unable to win nine votes, Peru dropped its draft"."""
_KILLING = re.compile(r"(?:kill|sink|scuttl|torpedo|block|stopp|thwart|halt|derail)ing\b")
"""What a veto did: "vetoed the text, killing the measure"."""
_LATER = re.compile(r"[;:]|(?<![A-Z])\. |\b(?:would|will|unlikely|expected|put to (?:a|the) vote)\b")
_ADDING = re.compile(r"\W*\w+ing\b")
_VERSION = re.compile(r"\b(?:version|revised)")
_REVISED_AGAIN = re.compile(r"[;:]| and |\bwhich\b")
"""What parts a second revision from the first; else it says what the first one changed: "a version that dropped"."""
_SHORT = re.compile(r"(?:far |well |just |only |still )?(?:\w+ votes? )?(?:short|shy)\b", re.IGNORECASE)
_APPOSED = re.compile(r"[^.;:]{0,60}?, (?:leaving it |falling )?(?:\w+ (?:votes? )?)?")
"""What stands between a tally and the words that only weigh it: "got eight votes, one short of the nine needed"."""
_NEW_STEP = re.compile(
    r"[;:.]|\b(?:than|while|whilst|whereas|and|or|but|after|before|because|rather|instead|as|when|since)\b|, |,[\"”] "
)


def told_already(found: Sequence[Framed], rule: StepRule, start: int, end: int, text: str) -> bool:
    """Whether an earlier rule took these words, or told the same step of the same clause."""
    if rule.id == "voted-counted" and _GOES_ON.search(text[max(0, start - 24) : start]):
        return True
    return any(_same_step(other, rule, start, end, text) for other in found)


def _same_step(other: Framed, rule: StepRule, start: int, end: int, text: str) -> bool:
    """Whether a cue of `rule` at `start`..`end` tells the step of `other` once more."""
    if start < other.end and other.start < end:
        return True
    between = text[min(end, other.end) : max(start, other.start)]
    if rule.type == other.rule.type == "vetoed" and _TO_DO.search(text[: max(start, other.start)]):
        return False  # "used its veto to block": the purpose is left out, not the deed
    backed_behind = rule.id == "voted-support" and start > other.start
    ballots = rule.type == "voted" and not backed_behind and not _LETS.search(between)
    outweighed = other.rule.type in OUTCOMES and ballots
    if (other.rule.type == rule.type or outweighed) and abs(start - other.start) < 60 and not _NEW_STEP.search(between):
        return True
    if rule.type == "voted" and other.start < start and _is_tail(text, start):
        tallied = _COUNTED.search(text, other.start, start) or not text.startswith("voting", start)
        counted = tallied or (other.rule.type in OUTCOMES and _MEMBERS.search(text, other.start, start))
        return other.rule.type == "adopted" or (other.rule.type in VOTED_ON and bool(counted))
    if rule.id == "adopted-by-council" and other.rule.type == "adopted":
        return _same_adoption(other, start, text, between)
    if rule.id == "voted-held":
        return _same_vote(other, start, end, text)
    if rule.type == "voted":
        return _same_ballots(other, rule, start, end, text)
    return start > other.start and _goes_with(other, rule, text[start:end], between)


def _same_adoption(other: Framed, start: int, text: str, between: str) -> bool:
    """Whether what the Council did is the adoption told beside: "Adopting it by 13 votes, it decided to extend it"."""
    if start < other.start:
        return len(between) < 110 and bool(_BY_MEANS.search(between))
    reach = 220 if text.startswith("dopting", other.start + 1) else 90
    return len(between) < reach and not re.search(r"[;:]|(?<![A-Z])\. |\band\b", between)


def _goes_with(other: Framed, rule: StepRule, words: str, between: str) -> bool:
    """Whether words behind `other` only name what it was done to: the vote put off, the motion, the draft withdrawn."""
    if rule.type == "vote_scheduled" and other.rule.type == "postponed":
        parted = re.search(r"[.;,]|\band (?:is|was|will|would|now)\b", between)
        return len(between) < 60 and not (parted or _WAS_SET.search(words))
    if rule.type == "vote_scheduled" and other.rule.type == "withdrawn":
        return len(between) < 60 and not re.search(r"[.;,]| (?:and|but|before) ", between)
    if rule.type == "withdrawn" and other.rule.type == "vetoed" and "ithdr" in words:
        return len(between) < 60 and not re.search(r"[.;,]| and ", between)
    if rule.type == "revised" and other.rule.type in {"submitted", "circulated"}:
        return not between.strip() and bool(_A_FORM.match(words))  # "could present | a revised text" brings it
    if rule.id == "submitted" and other.rule.type == "withdrawn":
        return len(between) < 40 and not re.search(r"[.;,]| (?:and|but|before|after) ", between)
    return False


def _same_ballots(other: Framed, rule: StepRule, start: int, end: int, text: str) -> bool:
    """Whether ballots are those of `other`: of one list of counts, or the tally by which a text met its end."""
    between = text[min(end, other.end) : max(start, other.start)]
    if other.rule.type == "voted" and _EITHER.fullmatch(between):
        return True
    if rule.id == other.rule.id == "voted-counted" and _NO_VERB.fullmatch(text, start, end):
        return start > other.start and not re.search(r"[.;]|\b(?:while|but|whereas)\b", between)
    if rule.id != "voted-counted" or other.rule.type not in OUTCOMES:
        return False
    opens = _BY_VOTE.fullmatch(text[:start]) or text.startswith("Voting unanimously", start)
    if start < other.start < end + 260 and opens:
        return True  # "By a vote of 13 in favour ..., the Council adopted"
    if start < other.start < end + 110:
        return bool(_WITH.match(text[max(0, start - 20) : end]))
    if start < other.start:
        return False
    tally = _BY_TALLY.search(between) or text.startswith("with ", start)
    return start > other.start and len(between) < 150 and bool(tally)


def _same_vote(other: Framed, start: int, end: int, text: str) -> bool:
    """Whether "the vote" at `start`..`end` is only what `other` is told of: put off, won, or when that was."""
    between = text[min(end, other.end) : max(start, other.start)]
    if (start < other.start and _AS_A_TIME.match(text[:end])) or re.match(r"n(?:ot|ever)\b|was\b", text[start:end]):
        return False
    when = other.rule.type in OUTCOMES and _DURING.search(text[max(0, start - 30) : start])
    parted = _PARTED if other.rule.type in {"postponed", "vote_scheduled"} else _SET_APART
    late = start < other.start and text[: other.start].endswith(("after ", "following ", "despite "))
    told = (other.rule.type in _ABOUT_A_VOTE and not late) or bool(when)
    told = told and not (other.rule.type == "voted" and _NEW_CLAUSE.search(between))
    if start < other.start and other.rule.type == "postponed" and _PUT_OFF.search(text, end, other.end):
        told = told or bool(_ITS_SUBJECT.search(text[:start]))
        return told and len(between) < 240 and not parted.search(between)
    return told and len(between) < 100 and not parted.search(between)


def _is_tail(text: str, start: int) -> bool:
    """Whether a ballot only completes the tally before it: "by 14 votes, with Peru abstaining"."""
    first = max(0, start - 140)
    return any(
        first + tail.end() > start
        and (tail["number"] or tail["some"] or _TALLY.search(text[first : first + tail.start()]))
        for tail in _TAIL.finditer(text[first : start + 8])
    )


_WAS_SET = re.compile(r"\b(?:due|scheduled|planned|expected|set)\b")
"""What tells beside a delay that a vote had been arranged: "put off a vote planned for Monday"."""
_WITH = re.compile(r"\W*With\b")
"""A tally that opens the sentence which tells the outcome: "With eight votes in favour, the Council did not"."""
_PARTED = re.compile(r"[;\"”“]")
_NEW_CLAUSE = re.compile(r"\b(?:and|but) (?:\w+ )?(?:said|says|added|told|noted)\b")
"""What parts "the vote" from ballots told behind it: "regretted the vote and said that those who voted against"."""
_SET_APART = re.compile(r"[;,\"”“]")
"""What makes of "the vote" one told beside another; one that was put off goes on over a comma."""
_PUT_OFF = re.compile(r"\b(?:was|were|is|has been|had been|will be|will not) (?:\w+ )?\w+(?: \w+)?$")
_ITS_SUBJECT = re.compile(
    r"(?:^|(?:[.;:–—\"”“]| -) |\n|\bthat )\W*(?:(?:[Aa]|[Tt]he|[Tt]his|[Ii]ts) )?(?:(?:UN|U\.N\.|[\w-]+) ){0,3}$"
)
"""What stands before a vote that is the subject of its sentence: "A Security Council vote on the truce was delayed"."""
_BY_VOTE = re.compile(r"\W*(?:(?:By|In|On|With) an? (?:\w+ )?vote of |By )")
_ABOUT_A_VOTE = frozenset(("voted", "postponed", "vote_scheduled", "withdrawn"))
_LETS = re.compile(r"\b(?:that|which|to (?:allow|let|permit)|allowing|letting|permitting|clearing)\b")
_TAIL = re.compile(
    rf"(?P<number>{SOME}) (?:other |members? |countries |states )*(?:voting|abstaini)"
    rf"|\bwith (?!(?:the |both )?(?-i:[A-Z]))(?:the )?(?:(?:only |just )?(?P<some>{SOME}) )?[\w, ]{{1,120}}"
    r"(?:voting|abstaini)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\d[-–]\d|\b\d{1,2} in favou?r\b|\b(?:none|nobody|no one|zero)\b|\bvote of\b"
    rf"|\bby {SOME} (?:other )?(?:members|countries|nations|states)\b"
)
"""A tally, or nobody in it, before those "voting" otherwise; without one they are told for the first time."""
_MEMBERS = re.compile(rf"\b{SOME} (?:other )?(?:members|countries|nations|states)\b", re.IGNORECASE)
"""Members counted behind an outcome: "vetoed it, with 13 members voting in favour"."""
_TALLY = re.compile(r"\d[-–]\d|\bvotes?\b|\bin favou?r\b|\bbacked\b|\bnays?\b", re.IGNORECASE)
_TO_DO = re.compile(r"\b(?:in order )?to $")
_AS_A_TIME = re.compile(
    r"\W*(?:Speaking )?(?:(?:Shortly|Just|Immediately) )?(?:Before|After|Following|During) (?:the )?vot(?:e|ing)$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\b(?:during|in|at|on) (?:[\w’'.]+ ){0,3}$", re.IGNORECASE)
_NO_VERB = re.compile(rf"(?:{SOME} )?(?:votes? )?against", re.IGNORECASE)
"""A count in a list of counts, which tells no vote of its own: "got five votes, | four against"."""
_A_FORM = re.compile(r"an? (?:\w+ly )?(?:revised|amended|modified|updated|second|new|softened)\b", re.IGNORECASE)
_EITHER = re.compile(r"[^.;,]{0,60}\bor (?:to )?")
_GOES_ON = re.compile(
    r"(?:with (?:zero|no|none|\d{1,2}) |(?:in favou?r|against|votes?)[,;]? (?:and |with )?"
    r"|(?:favou?r|votes?) to |with (?:none|nobody|no one) )$",
    re.IGNORECASE,
)
_BY_MEANS = re.compile(r"[^;:]*\b(?:with|by|through|in) (?:the |a )?(?:(?:unanimous|quick|swift) )?$")
"""What makes of an adoption how the Council did what was told: "lifted the ban by passing"."""
_BY_TALLY = re.compile(
    r"\bby a (?:\w+ )?vote of\b|\b(?:with|by|after (?:receiving|getting|garnering|winning)|having|receiving) "
    rf"(?:(?:only |just )?{SOME} |the (?:resolution|draft|text|measure) )?$"
)
