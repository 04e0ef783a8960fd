"""When a step is told as one of an earlier time: background to the story of today, so another draft's.

Knows the words of one sentence that say so (the codebook's `history`, a month that is not that of publication); that a
sentence which opens with an earlier time sets the time for the rest of its paragraph, until a day of this week is
named; and that a vote dated long before publication is none of today, nor is one that had been on "the last" text.
Refuses to know whether the step happened at all; that is `modality`'s.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from lifecycle.days.dates import EVENT, NEWS, Phrase
from lifecycle.model.reports import MONTHS, month_number
from lifecycle.reading.attachment import attached
from lifecycle.wording.calendar import MONTH, WEEKDAY
from lifecycle.wording.codebook import PastRule, codebook
from lifecycle.wording.framed import OUTCOMES, VOTED_ON, Framed

_YEAR = re.compile(r"\b[Oo]n (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2},?) (?:19|20)\d\d\b")
_AGO = re.compile(r"\b(?:years?|months) (?:ago|earlier|before)\b")
_NUMERALS = re.compile(r"(?:19|20)\d\d$")


_TIME = re.compile(r"(?:\b(?:is|was|marks|marked|marking)|,) (?:\w+ )?the \w+ time\b|\btimes\b|\bso far\b")
"""What only counts: "it is the fourth time that it has used its veto"."""
_ITS = re.compile(r", (?:its|their|his) \Z")
_AS_THEN = re.compile(
    r"\b(?:[Aa]s|than|[Uu]nlike|[Cc]ompared (?:with|to)) (?:(?:it|they|he|she|we|the \w+|[A-Z]\w+)(?: and [A-Z]\w+)? "
    r"(?:also )?(?:did|had|had done|was|were|could) |(?:it|they) (?:had )?\w+ed )?$"
)
"""What makes of an earlier time a mere likeness of today's step: "as it did in 2011, China abstained"."""
_LONG_AFTER = re.compile(
    r"\b(?:years?|decades?|months|(?:two|three|four|five|six|several) weeks|(?:ten|eleven|twelve|[1-9]\d) days) after "
    r"[\w.’'-]+ (?:(?!the |an? )[\w.’'-]+ ){0,6}\Z"
    r"|\b(?:circulat|introduc|tabl|submitt|present|propos)ed (?:it )?(?:(?:in|to) the [\w ]{1,30} )?"
    r"(?:just |only )?(?:an? few|several|two|three|four|five|six|a|\d) (?:days?|weeks?) after "
    r"[\w.’'-]+ (?:[\w.’'-]+ ){0,4}\Z",
    re.IGNORECASE,
)
"""What leads from a step of long ago to one of today: "Seven years after the council adopted ..."."""
_THE_LAST = re.compile(r" the last (?:[\w-]+ ){0,3}(?:draft|resolution|text)\b(?! standing)")
"""A text that was voted on before today's: "which had vetoed the last ceasefire resolution"."""
_ITS_FIRST_FORM = re.compile(
    r"(?:\bversion of an earlier (?:draft|text),? (?:which |that )?(?:\w+ ){0,3}"
    r"|\bearlier (?:draft|text|version),? (?:(?:which|that) (?:was|had been) )?(?=circ|distr|shar|sent))\w+\Z"
)
_WHEN = re.compile(r" when,? ")
"""What leads from a measure to the step it goes back to: "the first veto since 2003, when it vetoed ..."."""
_HABIT = re.compile(r"historically|traditionally")
"""What a member did as a rule, which a "but" sets against what it does today."""
_BUT = re.compile(r"\bbut\b")
_HAVING = re.compile(r", having\b")
_YEARS_OF = re.compile(r"(?:years|decades) of")
_AND_SO = re.compile(r" (?:\w+ing (?:and|or) )?")
"""What may part "years of" from what was done in them: "years of abstaining and vetoing"."""
_THAT_IT_DID = re.compile(r"\b(?:as|like) (?:it|they|he|she) (?:did|had)\b")
_FIRST_SINCE = re.compile(r"since (?:[A-Z]\w+ )?\d")
_FIRST = re.compile(r"\b(?:first|not seen|unseen)\b[^.;]*$")
"""What makes of "since 1989" the measure of a step of today: "the first British veto since 1989"."""
_CONTENT = re.compile(
    r"\b(?:that|which|whose|where|for \w+ing|(?:imposed|ordered|created|established|signed|begun|killed|downed|launched"
    r"|built|reached|set up|formed|deployed|held|downing|crash|genocide|massacre|war|attacks?|deal))\b"
)
"""Behind it a month is one of what the text speaks of, not of the step."""
_ASIDE = re.compile(r", (?:which|who) [^,;]*\Z")
"""A clause told in passing: its time is its own."""
_REASON = re.compile(r",? (?:after|because) (?=earlier |previous |past |prior )")
"""Behind it earlier efforts are why it was done: "again put off the vote, after earlier efforts fell short"."""


def told_of_the_past(text: str, framed: Framed, published: date | None = None) -> str:
    """What in the sentence `text` tells the step as another draft's, of an earlier time; "" if nothing does.

    >>> from lifecycle.wording.codebook import codebook
    >>> veto = Framed(next(r for r in codebook().steps if r.id == "vetoed"), 28, 34, (0, 60), None)
    >>> told_of_the_past("In December the two countries vetoed a text on the islands.", veto, date(2018, 6, 1))
    'history: month'
    """
    if framed.rule.type == "revised":
        return ""
    first, last = _reach(text, framed)
    for rule in codebook().history:
        past = _met(rule, text, framed, (first, last))
        if past and not _not_of_the_step(text, framed, past, published):
            return f"history: {rule.id}"
    return _by_the_text_it_ends(text, framed, last)


def _reach(text: str, framed: Framed) -> tuple[int, int]:
    """Where the words that tell the time of a step may stand."""
    first, last = framed.clause
    last += len("since 1900") if text.startswith("since ", last) else 0
    first = max(first - 60, 0, framed.start - 160, text.rfind(";", 0, framed.start))
    return first, min(last, framed.end + 80)


def _met(rule: PastRule, text: str, framed: Framed, reach: tuple[int, int]) -> re.Match[str] | None:
    """Where the words of a rule stand that can tell of this kind of step."""
    first, last = reach
    if rule.id in {"month", "often", "other", "ordinal"} and framed.rule.type not in VOTED_ON | {"withdrawn"}:
        return None  # texts are worked on for months, but voted on or withdrawn once
    if rule.id == "ordinal" and framed.rule.id == "voted-held":
        return None  # "the vote was the fifth time that Peru used its veto": today's
    if rule.id == "ordinal" and framed.rule.id == "vetoed-used" and not _TIME.search(text, first, last):
        return None  # "cast its fourth veto" tells of today and counts
    if rule.id == "ordinal" and _counts_it(text, framed, rule.cue.search(text, framed.start, last)):
        return None
    ends = {"month": _CONTENT, "year": _CONTENT, "last-year": _CONTENT, "before": _REASON}.get(rule.id)
    end = ends.search(text, framed.end, last) if ends else None
    return rule.cue.search(text, first, end.start() if end else last)


def _not_of_the_step(text: str, framed: Framed, past: re.Match[str], published: date | None) -> bool:
    """Whether words of an earlier time tell a first form, a measure or a likeness, and not the time of the step."""
    if framed.rule.type in {"circulated", "submitted"} and _ITS_FIRST_FORM.search(text, 0, framed.end):
        return True  # "an earlier draft, circulated in May": the text as it was at first
    if _ASIDE.search(text, 0, past.end()) and text.count(",", past.end(), framed.start) == 1:
        return True  # "Peru, which has vetoed six texts since 2011, abstained"
    words = text[past.start() : past.end()]
    if _HABIT.fullmatch(words) and _BUT.search(text, past.end(), framed.start):
        return True  # "traditionally oppose sanctions but voted in favour"
    if _YEARS_OF.fullmatch(words) and not _AND_SO.fullmatch(text, past.end(), framed.start):
        return True  # "after years of blocking texts, Peru voted for one"
    if _HAVING.search(text, framed.end, past.end()):
        return True  # "voted for it, having abstained on earlier texts"
    told_again = _WHEN.search(text, past.end(), framed.start)
    measure = not told_again and _FIRST.search(text, max(0, framed.start - 90), past.start())
    if _FIRST_SINCE.match(words) and measure:
        return True
    if not told_again and _AS_THEN.search(text, 0, past.start()) and ":" not in text[past.end() : framed.start]:
        return True
    behind = past.start() >= framed.end and this_week(text, framed.start, framed.end)
    if behind and not _THAT_IT_DID.search(text, framed.end, past.start()):
        return True  # "vetoed it on Wednesday, its fifth veto since 2011"
    return _of_today(text, framed, past) or bool(published and _of_publication(words, published))


def _by_the_text_it_ends(text: str, framed: Framed, last: int) -> str:
    """What tells the end of a text as that of an earlier one, by how the text is named."""
    if framed.rule.type in OUTCOMES and text.endswith("had ", 0, framed.start) and _THE_LAST.match(text, framed.end):
        return "history: the last one"
    if framed.rule.type in VOTED_ON and _LONG_AFTER.search(text[max(0, framed.start - 90) : framed.start]):
        return "history: years after"
    reference = framed.reference
    dated = _YEAR.search(text, 0, last) or _AGO.search(text, framed.end)
    if reference and reference.number and framed.rule.type == "adopted" and dated:
        return "history: a numbered resolution of a year"
    plain = text[framed.end - 4 : framed.end] == "veto" and not re.match(r" (?:of|on|against) ", text[framed.end :])
    if reference and reference.plural and not reference.counted and framed.rule.type in OUTCOMES and not plain:
        return "history: several texts"
    return ""


THIS_TIME = re.compile(r"\b[Tt]his (?:time|one|year)\b|\bnow\b|\bthe (?:new|latest|current) ")
NOW_AT_LAST = re.compile(r"[^.;,]{0,25}?\bthis time\b")
"""Behind a step, what sets it against those of the past: "which vetoed six, voted in favour this time"."""
_THIS_WEEK = re.compile(rf"[^.;,]{{0,25}}?\b(?:{WEEKDAY}|today|yesterday)\b(?! \w+ (?:19|20)\d\d)")
_ON_A_DAY = re.compile(rf"\b(?:on|late|early) {WEEKDAY},? (?:\w+ ){{0,2}}$", re.IGNORECASE)


_SINCE_THEN = re.compile(r"[^.;,]{0,60}? since\b")


def first_since(text: str, start: int, end: int) -> bool:
    """Whether a step at `start`..`end` is measured against one of the past: "the first veto by Peru since 2003".

    >>> first_since("It was the first veto since 2003.", 17, 21), first_since("It was a veto.", 9, 13)
    (True, False)
    """
    return bool(_FIRST.search(text, max(0, start - 90), start) and _SINCE_THEN.match(text, end))


def this_week(text: str, start: int, end: int) -> bool:
    """Whether a day without a date stands right beside a step at `start`..`end`: it is one of this week."""
    return bool(_THIS_WEEK.match(text, end) or _ON_A_DAY.search(text[max(0, start - 40) : start]))


def _counts_it(text: str, framed: Framed, ordinal: re.Match[str] | None) -> bool:
    """Whether an ordinal behind a step only counts it: "shot down the text, its 99th veto"."""
    return ordinal is not None and framed.rule.type == "vetoed" and bool(_ITS.search(text, 0, ordinal.start()))


def _of_today(text: str, framed: Framed, past: re.Match[str]) -> bool:
    """Whether the words of the past stand before a step that is set against them: "this time it", "on Monday"."""
    between = text[past.end() : framed.start]
    if NOW_AT_LAST.match(text, framed.end):
        return True
    return past.end() <= framed.start and (bool(THIS_TIME.search(between)) or this_week(text, framed.start, framed.end))


def _of_publication(words: str, published: date) -> bool:
    """Whether the year, or the month without a year, that the words name is that of publication or a year to come."""
    if _NUMERALS.search(words):
        return int(words[-4:]) >= published.year
    return words.endswith(MONTHS[published.month - 1])


def long_ago(
    text: str, framed: Framed, phrases: tuple[Phrase, ...], published: date | None, *, another_waits: bool
) -> bool:
    """Whether the sentence `text` dates the vote it tells so long before the day of publication that it is not news.

    That is when even the end of its window is more than `NEWS` days back. Where another text than its own waits for a
    vote (`another_waits`), it is when the beginning is more than `RECENT` days back: "last week".
    """
    if not published or framed.rule.type not in VOTED_ON | {"withdrawn"}:
        return False
    found = attached(text, (framed.start, framed.end), framed.clause, phrases)
    if found is None or found[1] != EVENT or (found[0].kind == "month" and found[0].a == published.month):
        return False
    phrase, (first, last) = found[0], framed.clause
    opens = _OPENING_DAY.fullmatch(text, 0, phrase.start) and " and " not in text[phrase.end : framed.start]
    first = 0 if opens else first
    if not first <= phrase.start < last or _SINCE.match(text, phrase.start):
        return False
    if _UP_TO.search(text, 0, phrase.start):
        return False  # "a text that extends the mandate to July 31"
    if _WOULD_HAVE_DONE.search(text, framed.end, max(phrase.start, framed.end)):
        return False  # "vetoed a text that would have tried those who shot down a plane in May"
    days = phrase.days(published)
    if days is None:
        return phrase.kind == "yearless"  # a day too far back for its year to go without saying
    return days[0] < published - timedelta(RECENT) if another_waits else days[1] < published - timedelta(NEWS)


_UP_TO = re.compile(
    r"\b(?:exten|renew|prolong)\w*\b[^.;]{0,60}\b(?:to|until|till|through)\s(?:late |early |the end of )?\Z"
)
"""Before a day, what makes of it the end of a term that the text prolongs."""
RECENT = 3
"""The end of "a resolution" more days ago than these is not that of a text whose vote is awaited."""
_OPENING_DAY = re.compile(r"\W*(?:On )?")
"""What may stand before a day that opens a sentence: it is that of the first step, behind its comma."""
_WOULD_HAVE_DONE = re.compile(r"\b(?:that|which) would\b")
_SINCE = re.compile(r"since|until|of\b|by\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:But |And |Earlier, )?(?:(?:Back |Early |Late )?[Ii]n (?:early |late |mid-)?(?:the )?"
    rf"(?:(?P<month>{MONTH})(?: of)?,?(?: (?P<my>(?:19|20)\d\d))?(?! \d)|(?P<y>(?:19|20)\d\d)\b)"
    r"|[^,.;]{0,30}\b(?:years?|decades?|months) (?:ago|earlier|before|later)\b|Last year\b"
    r"|[^,.;]{0,40}\bdat(?:es?|ing) (?:back )?(?:to|from)\b"
    r"|Under (?:the |President |former )*[A-Z]\w+(?: administration| presidency)\b)"
)
_ENTRY = re.compile(
    rf"\W*(?:[Oo]n )?(?:(?P<m1>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? (?P<y1>(?:19|20)\d\d)"
    rf"|\d{{1,2}} (?P<m2>{MONTH}),? (?P<y2>(?:19|20)\d\d)) ?(?::|–|—|--| - )"
)
"""An entry of a list of days: "- August 29, 2023: a text won seven votes"."""
_ANY_MONTH = rf"(?:{MONTH}|(?:{'|'.join(month[:3] for month in MONTHS)}|Sept)\.?)"
_HEADING = re.compile(
    rf"[^.;:]{{0,40}}?\b(?:(?P<m1>{_ANY_MONTH}) \d{{1,2}},? (?P<y1>(?:19|20)\d\d)"
    rf"|\d{{1,2}} (?P<m2>{_ANY_MONTH}),? (?P<y2>(?:19|20)\d\d))\W*"
)
"""A line that is no more than a name and a day: "VETO ONE - May 6, 2012"."""
_NOW = re.compile(
    r"^\W*(?:This (?:time|week|month|year)|Today|Yesterday|Now|Currently)\b"
    rf"|\b(?:{WEEKDAY}|today|yesterday|tonight|tomorrow|now"
    r"|this (?:week|month|year|time)|current(?:ly)?|latest|recent(?:ly)?"
    r"|(?<!which )(?<!had )(?<!was )proposed(?! by\b| on\b| in\b)|has (?:\w+ )?been"
    r"|(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) (?:[\w-]+ ){0,3}drafts?)\b"
)


def listed_in_the_past(before: bool, text: str, published: date | None) -> bool:
    """Whether the sentence `text` stands under the heading of a day long past; `before`: whether the one before did.

    Such a heading begins an entry of a list, which goes on until the next, however many its paragraphs.

    >>> listed_in_the_past(False, "VETO ONE - May 6, 2012", date(2014, 9, 12))
    True
    >>> listed_in_the_past(True, "The draft won ten votes.", None)
    True
    >>> listed_in_the_past(True, "May 6, 2012", date(2012, 5, 7))
    False
    """
    heading = _HEADING.fullmatch(text)
    return before if heading is None else published is not None and _day_of(heading) < published - timedelta(NEWS)


def _day_of(entry: re.Match[str]) -> date:
    """The last day that an entry of a list can mean: all months are taken to be of 28 days."""
    return date(int(entry["y1"] or entry["y2"]), month_number((entry["m1"] or entry["m2"]).rstrip(".")), 28)


def stays_in_the_past(before: bool, text: str, *, opens_paragraph: bool, published: date | None = None) -> bool:
    """Whether the sentence `text` is told of an earlier time; `before`: whether the sentence before it was.

    >>> stays_in_the_past(False, "In September 2014 envoys met.", opens_paragraph=True, published=date(2020, 4, 8))
    True
    >>> stays_in_the_past(True, "At the meeting the council adopted a resolution.", opens_paragraph=False)
    True
    """
    if entry := _ENTRY.match(text):
        return published is not None and _day_of(entry) < published - timedelta(NEWS)
    opens = _OPENS.match(text)
    if opens:
        year, month = opens["my"] or opens["y"], opens["month"]
        same = published and (
            (year == str(published.year) and not month) or (month == MONTHS[published.month - 1] and not year)
        )
        return not same
    return before and not opens_paragraph and not _NOW.search(text)
