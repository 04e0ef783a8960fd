"""Frames that ask who votes: a vote as subject, members by number or by name.

Knows how the press counts and lists members of the Council. Refuses to know which way they voted; that is `tallies`'.
"""

from __future__ import annotations

import re

from lifecycle.wording.numbers import SEVERAL, SOME
from lifecycle.wording.relations import has_object, has_subject, opener, passive
from lifecycle.wording.spots import COUNCIL, NO, Frame, Spot


def speaks_of_a_vote(spot: Spot) -> Frame:
    """The sentence speaks of a vote."""
    return bool(re.search(r"\b(?:vote|voting|ballot)\b", spot.text, re.IGNORECASE)), None


def vote_is_subject(spot: Spot) -> Frame:
    """A vote is the subject: "the vote on the draft was put off"."""
    subject = re.search(
        r"\b(?:vote|voting|ballot|(?:action|decision) on the (?:draft|text|resolution)"
        r"|the (?:(?:Security )?Council )?(?:decision|session))\b"
        r"[^.;]{0,150}$",
        spot.before(180),
        re.IGNORECASE,
    )
    return bool(subject), None


_IT = re.compile(r"(?:^|\W)[Ii]t (?:(?:was|is|had|has|been|then|also|later|could|may|might|would|will|be) )*$")
_A_VOTE = re.compile(r"\b(?:vote|ballot)\b", re.IGNORECASE)


def vote_before(spot: Spot) -> Frame:
    """The subject is "it", and the sentence before speaks of a vote: "It was put off until Monday"."""
    return bool(_IT.search(spot.before(40)) and _A_VOTE.search(spot.context.before)), None


_A_TEXT = re.compile(r"\b(?:draft|text|resolution|version|wording|language|clause|paragraph|passage)s?\b")


def text_before(spot: Spot) -> Frame:
    """A text or its wording is spoken of before the cue, here or in the sentence before: "But that was changed"."""
    return bool(_A_TEXT.search(spot.text[: spot.start]) or _A_TEXT.search(spot.context.before)), None


def vote_told(spot: Spot) -> Frame:
    """A vote is told of before the cue, here or in the sentence before: "The vote was due. Chad put it off"."""
    return bool(_A_VOTE.search(spot.text[: spot.start]) or _A_VOTE.search(spot.context.before)), None


_VOTERS = re.compile(
    r"\b(?:members?|countries|nations|states|council|ambassadors?|envoys?|diplomats|delegat\w+|anyone|nobody|none|others?|everyone|which|who|it"
    rf"|those|both|several|they|we|{SEVERAL})\b",
    re.IGNORECASE,
)


_WERE = re.compile(r"(?: [^.;]{0,40})? (?:was|were)\b")
"""A list of voters behind the verb: "Voting in favour were Peru and Chad"."""
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_BALLOT = re.compile(r"abst|vot|cast|rais", re.IGNORECASE)


_BY_DOING = re.compile(r"\W*By ")
"""What opens a sentence whose subject is told behind: "By abstaining, India kept its hands free"."""


def voter(spot: Spot) -> Frame:
    """A state, a number of members, or one who stands for one is named before."""
    named = any(state.start < spot.end for state in spot.states) or bool(_WERE.match(spot.after(60)) and spot.start < 3)
    by_doing = _BY_DOING.fullmatch(spot.text[: spot.start])
    named = named or bool(by_doing and (spot.states or _VOTERS.search(spot.after(30))))
    envoy = _BALLOT.search(spot.words) and _HE.search(spot.text[: spot.end])
    return named or bool(envoy) or bool(_VOTERS.search(spot.text[: spot.end])), None


_WORDING = re.compile(
    r"\b(?:wording|language|text|draft|version|clause|paragraph|it|they|drafters|sponsors|authors)\b", re.I
)


_WORDING_BEHIND = re.compile(r" (?:the|its|their) (?:[\w-]+ )?(?:wording|language|phrasing)\b")


def wording(spot: Spot) -> Frame:
    """The wording, its authors or its parts are named before, or the wording right behind."""
    return bool(_WORDING.search(spot.text[: spot.end]) or _WORDING_BEHIND.match(spot.after(40))), None


_COUNT = re.compile(
    rf"\b(?:{SOME}|all)\b"
    r"(?: [\w’'.,-]+){0,8} $",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:Arab|Muslim|Islamic|Latin|Gulf|European|Asian)(?: and \w+)? (?:nations|states|countries) (?:had |have )?$"
)
"""Who may back a text without a seat on the Council."""
_ONLY = re.compile(
    r"\b[Oo]nly (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.]+)?(?:,? and (?:the )?[A-Z][\w.]+(?: [A-Z]\w+)?)? $"
)
"""Who alone did so: "only Syria opposed it"."""
_THAT_ALL = re.compile(
    r"\b(?:that|which) (?:all |the )?(?:\w+ ){1,3}(?:members|countries|states|nations)(?: had| have)? $"
)
_BY_COUNT = re.compile(
    r" (?:\w+day )?by (?:the )?(?:other |remaining )?"
    r"(?:all|every|\d+|\w+teen|nine|ten|eleven|twelve|eight|seven|six|five|four)\b"
    r"(?! (?:five )?permanent)"
)
_BALLOTS = re.compile(r"\b(?:vot(?:ed|es|ing) (?:against|no|for)|against|abst(?:ain|ention)\w*|oppos\w+)\b")


def by_number(spot: Spot) -> Frame:
    """Counted or listed members back a text, or the text is backed by so many; a list of two needs other ballots."""
    fits, reference = has_object(spot)
    start = max(spot.clause[0], spot.start - 60)
    counted = bool(_COUNT.search(spot.text[start : spot.start])) and not _ELSEWHERE.search(spot.before(40))
    counted = counted or bool(_ONLY.search(spot.before(60)))
    listed = sum(spot.start - 100 <= state.start < spot.start for state in spot.states)
    others = spot.text[: spot.start] + spot.text[spot.end :]
    if fits and (counted or listed >= 5 or (listed >= 2 and _BALLOTS.search(others))):
        return True, reference
    if (counted or listed >= 3 or (listed >= 2 and _BALLOTS.search(others))) and spot.after(3) == " it":
        return True, None
    if counted and _THAT_ALL.search(spot.before(60)):
        return True, None
    followers = sum(spot.end < state.start < spot.end + 60 for state in spot.states) if spot.after(4) == " by " else 0
    if _BY_COUNT.match(spot.after(12)) and re.search(r"\b[Ii]t was $", spot.before(8)) and spot.context.just_named:
        return True, None
    if _BY_COUNT.match(spot.after(30)) or followers >= 3:
        return next((fit for fit in (has_subject(spot), opener(spot), passive(spot)) if fit[0]), NO)
    return NO


_MEMBERS = re.compile(
    r"\b[Tt]hose (?:that|who|which) (?:had |have )?$|\bmembers of the (?:[Ss]ecurity )?[Cc]ouncil (?:had |have |has )?$"
    r"|\b\w+ (?:of (?:the |its )?(?:[Cc]ouncil['’]s )?(?:\w+ )?members|(?:council )?members|countries|states|nations) $"
)


def counted_members(spot: Spot) -> Frame:
    """So many of the Council's members are the subject."""
    subject = _MEMBERS.search(spot.before(60))
    counted = subject and (_COUNT.search(spot.before(60)) or subject.group().startswith(("those", "Those")))
    return bool(counted) and bool(COUNCIL.search(spot.text)), None
