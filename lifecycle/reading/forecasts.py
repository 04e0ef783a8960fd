"""Who says of a step that it will come, and how sure he is: what makes of "will" and "would" a guess, or a fact.

Knows the words of a forecast, a doubt and a rumour before a future, the adverbs of one who guesses, a future in the
past that came true or that events have overtaken, and what is on the Council's calendar. Refuses to know auxiliaries
and infinitives; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.wording.calendar import WEEKDAY

_FORESEEN = re.compile(
    r"\b(?:hope[sd]?|hopeful|hoping|unlikely|doubt(?:s|ed|ful)?|fear(?:s|ed)?|believe[sd]?|thinks?|thought"
    r"|predict(?:s|ed)?|chances?|odds|likelihood|prospects?|reckon(?:s|ed)?|(?<!\bI )(?<!\bwe )expect(?:s|ed)?"
    r"|forecasts?|speculat\w+"
    r"|rumou?rs?|guess(?:es|ed)?|hint(?:s|ed)?|rule[sd] out|possib\w+|talk|suspect(?:s|ed)?|assum(?:es?|ed)|presum\w+)"
    r"\b,? (?:that )?(?:[\w.’'-]+ ){0,5}$"
    r"|\b(?:unknown|unclear|uncertain|not (?:yet |immediately )?(?:known|clear|certain|sure|decided|said))"
    r" (?:when|how|where)\b,? (?:[\w.’'-]+ ){0,5}$",
    re.IGNORECASE,
)
"""What makes of "will be discussed" a wish or a doubt."""
_GUESSED = re.compile(r"\b(?:likely|probably|possibly|certainly|presumably|surely|inevitably|doubtless|undoubtedly)\b")
_TURNED_OUT = re.compile(
    r"\b(?:which|who|that)\b[^.,;]{0,40} would (?:later|eventually|subsequently) (?:\w+ )?$"
    r"|^(?![^;]*\b(?:sa(?:id|ys?)|told|warn\w*|announc\w*|promis\w*|threaten\w*|vow\w*|predict\w*|think|thought|believ\w*"
    r"|expect\w*|hop\w+|fear\w*|if|whether|that)\b)[^;]* would (?:later|go on to) (?:\w+ly )?$"
)
"""A future in the past that came true: "which would later veto it", "Russia would go on to veto it"."""


def foreseen(left: str) -> bool:
    """Whether the clause before a future makes it somebody's forecast, hope or doubt.

    >>> foreseen("Analysts predict that Peru "), foreseen("Peru announced that it ")
    (True, False)
    """
    return bool(_FORESEEN.search(left))


def guessed(words: str) -> bool:
    """Whether an adverb of one who guesses stands with the future: "will almost certainly".

    >>> guessed("will almost certainly "), guessed("will formally ")
    (True, False)
    """
    return bool(_GUESSED.search(words))


def turned_out(text: str, start: int) -> bool:
    """Whether the future in the past before a step at `start` tells what came to be.

    >>> turned_out("Russia would go on to veto it", 22), turned_out("He said Russia would later veto it", 27)
    (True, False)
    """
    return bool(_TURNED_OUT.search(text, max(start - 90, 0), start))


_TO_COME = re.compile(
    r"\b(?:will|may|might|could|can|won['’]t|wants?|hopes?|plans?)\b"
    r"|\b(?:is|are) (?:\w+ )?(?:expected|likely|unlikely|to|set|due)\b"
    r"|\b(?:said|says) (?:that )?(?:[\w.]+ ){0,4}would\b|\bwanted a vote\b"
)
_WOULD_HAVE = re.compile(
    r"\b(?:have|had|having|was|were|been|did|threat\w*|warn\w*|fear\w*|unless|before the vote|urged|asked|call\w*"
    r"|told|kn[eo]wn?|believed|thought|in the hope|back|again)\b"
)
"""What tells of hopes and threats that the end of a text has overtaken: "would have vetoed", "had been expected to"."""


_UP_FOR_A_VOTE = re.compile(r"\b(?:draft|text|resolution|measure) to be (?:voted on|put to)\b")
"""What calls a text by the vote on it, which is to come though the clause may tell of warnings that are past."""


def still_ahead(before: str) -> bool:
    """Whether the words up to a step say that it is to come, and not that it once was.

    >>> still_ahead("Peru may yet put it to the vote"), still_ahead("Peru would have put it to the vote")
    (True, False)
    """
    return bool(_UP_FOR_A_VOTE.search(before) or (_TO_COME.search(before) and not _WOULD_HAVE.search(before)))


_ON_A_DAY = re.compile(
    r"(?:(?!\b(?:that|which|who)\b)[^.;,]){0,50}?"
    r"\b(?:\w+day|today|tomorrow|tonight|(?:this|next) (?:week|month)|later (?:this|in the) \w+"
    r"|within (?:the hour|(?:\w+ )?(?:hours|days)))\b"
)
"""A day that belongs to the step, and not to what a relative clause tells."""
_IS_EXPECTED = re.compile(
    r"\b(?:is|are|was|were)(?: (?!not|never|hardly|scarcely)\w+)? expected to (?:\w+ly )?(?:be )?\Z"
)
_IS_SET = re.compile(r"\b(?:is|are|was|were) (?:now |all )?(?:set|due|scheduled|slated) to \Z")
"""Who acts has it arranged; of what is "set to be adopted" nobody is said to have."""
_AHEAD = re.compile(
    r"\b(?:prejudg(?:e|ing)|eyes (?:are |now )+on"
    r"|ahead of|(?<!put )(?<!brought )before(?! the\b)|prior to|on the eve of|in the run-?up to|in time for)"
    r"(?: (?:the|an?|this|that|its|today['’]s|\w+day['’]s(?: \([^()]{1,15}\))?|UN|U\.N\.|United Nations"
    r"|key|crucial|planned|expected|final))*\Z",
    re.IGNORECASE,
)
"""What tells the vote behind it as one to come; "before the vote" also tells of one that was held."""


def announced(text: str, start: int, end: int) -> bool:
    """Whether a step at `start`..`end` that is expected is so on a day, and so on somebody's calendar.

    >>> announced("Peru is expected to table it on Thursday", 20, 25), announced("Peru is expected to table it", 20, 25)
    (True, False)
    """
    on_a_day = _ON_A_DAY.match(text, end) or _ON_A_DAY.match(text[:start].rpartition(". ")[2][:40])
    return bool(on_a_day and _IS_EXPECTED.search(text, 0, start))


def is_set(text: str, start: int) -> bool:
    """Whether the Council has the step at `start` on its calendar.

    >>> is_set("The Council is set to adopt it", 22), is_set("The Council wants to adopt it", 21)
    (True, False)
    """
    return _IS_SET.search(text, 0, start) is not None


_TAKES_UP = re.compile(r"(?:consider|discuss|debate|review|examine|take|meet)e?s\b")
_ITS_DAY = rf" (?:on |late |early )*(?:{WEEKDAY}|tomorrow)\b"
_IT_ON_A_DAY = re.compile(
    r"(?: (?:it|them|(?:an?|the|its|two|both) (?:[\w.-]+ ){0,5}?(?:draft|text|resolution)s?)"
    r"(?: (?:of|on|by)(?: [\w.’'-]+){1,3}?)?)?" + _ITS_DAY
)
_MEETS_ON_A_DAY = re.compile(r"\w+s(?: again)?" + _ITS_DAY)


def takes_it_up_on_a_day(text: str, end: int, words: str) -> bool:
    """Whether `words` that end at `end` are a verb of talking in the present whose day makes of it a thing arranged.

    >>> text = "The Council considers it on Wednesday, as it considers every text."
    >>> [takes_it_up_on_a_day(text, end, "considers") for end in (21, 54)]
    [True, False]
    """
    return bool(_TAKES_UP.match(words) and (_IT_ON_A_DAY.match(text, end) or _MEETS_ON_A_DAY.match(words)))


def vote_ahead(before: str, words: str) -> bool:
    """Whether the words up to a vote, and its own, tell it as one to come, if the article tells of no outcome.

    >>> vote_ahead("Clashes went on ahead of a UN ", "Security Council vote"), vote_ahead("Before ", "the vote")
    (True, False)
    """
    name = words.partition("vote")[0].partition("Security")[0]
    return _AHEAD.search((before + name).rstrip()) is not None
