"""Whose doings an article tells: the Security Council's, or those of another body that votes and adopts too.

Knows the names of the Council and of assemblies and parliaments, that talk of another body goes on for some sentences,
and that an article which comes to the Council only after it has told of another's vote opened with that. Refuses to
know what anybody did.
"""

from __future__ import annotations

import re

from lifecycle.press.sentences import without_quotations

_BODY = re.compile(
    r"Security Council|UNSC|\bCouncil (?:members|table|session|vote)|United Nations|\bput in blue"
    r"|\b15-(?:member|nation) council|U\.?N\.? (?:\w+ )?(?:council|draft|resolution|veto|text|vote|envoy|ambassador)",
    re.IGNORECASE,
)
_AT_THE_UN = re.compile(r"\b(?:the|at|THE|AT) U\.?N\.?(?![\w-])")
_POWER = r"(?:Russia|China|Chinese|Britain|British|France|French|Moscow|Beijing|London)"
_POWER_VETOES = re.compile(rf"\b{_POWER}[^.\n]{{0,60}}\bveto|\bveto[^.\n]{{0,60}}\b{_POWER}")
_AROUND_THE_TABLE = re.compile(
    r"\b(?:15|[Ff]ifteen) (?:members|countries|nations|states)|\bpermanent (?:five|members?|countries)|\bin New York\b"
    r"|\bdraft resolution"
)
"""What tells of the Council without its name: a permanent member's veto, and the table it was cast at."""
_STORY = re.compile(
    r"resolution|draft|veto|abstain|abstention|votes? (?:in favou?r|against)|majority|\btexts?\b|the measure\b"
    r"|council\b[^.\n]{0,80}?\b(?:vot|adopt|extend|renew|authori|impos|approv|eas)",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"(?<!eace and )[Ss]ecurity [Cc]ouncil|SECURITY COUNCIL|UNSC|\b15-(?:member|nation|strong)")
_IT_ACTS = re.compile(r"(?:^|[,;:] |[\"“])[Tt]he [Cc]ouncil (?:would|will|had|has|is|was|could|may|\w+ed|\w+s)\b")
"""The Council alone, as a subject."""
_NAMES_IT = re.compile(r"\b[Tt]he [Cc]ouncil\b")
_ANOTHER_COUNCIL = re.compile(r"\b(?!Security\b|The\b|UN\b)[A-Z]\w+ Council\b|\b[Cc]ouncil (?:of|for) [A-Z]")
"""A council that is not the Security Council: where an article names one, "the council" may be either."""
_OF_NATIONS = re.compile(
    r"General Assembly|UNGA|Assembly members|assembly members|The assembly|the assembly|Geneva forum|General Conference"
    r"|OPCW(?:(?= (?:adopt|approv|pass|vot)|['’]s (?:board|council|member))|(?<=by the OPCW)|(?<=of the OPCW))"
    r"|UNESCO(?:(?= (?:adopt|approv|pass|vot)|['’]s (?:board|council|member))|(?<=by UNESCO)|(?<=of UNESCO))"
    r"|Rights (?:[Cc]ouncil|[Cc]ommission)|rights (?:council|commission)|Commission on Human Rights"
    r"|Peace and Security Council|47-(?:member|nation)|34-(?:nation|member) board|35-(?:nation|member) board"
    r"|IAEA(?:['’]s)? (?:[\w-]+ )?board|agency(?:['’]s)? (?:[\w-]+ )?board"
    r"|Board of Governors(?<!Bank Board of Governors)|board of governors(?<!Bank board of governors)"
    r"|states of the (?:UN|U\.N\.)(?:['’]s)? (?:nuclear|atomic) watchdog"
    r"|nations of the (?:UN|U\.N\.)(?:['’]s)? (?:nuclear|atomic) watchdog"
)
"""Each begins with a letter of its own, not with what stands before it: the engine then skips to these letters."""
_HOME = re.compile(
    r"Congress\b|Senate\b|House of|Parliament(?<!told Parliament)(?<!told the Parliament)"
    r"|parliament(?<!told parliament)(?<!told the parliament)"
)
"""Bodies of a state, whose texts a president may veto; where none is named, a veto is the Council's."""
_ASSEMBLY = re.compile(f"{_OF_NATIONS.pattern}|{_HOME.pattern}")
_OURS = re.compile(_COUNCIL.pattern + r"|U\.?N\.? (?:\w+ )?(?:resolution|draft|veto|vote|text)")
_OURS_OR_VETO = re.compile(_OURS.pattern + r"|\b[Vv]eto")
_DO = r"\b(?:vot|adopt|pass|approv|debat|resolution)"
_ACTS = re.compile(
    rf"(?:{_ASSEMBLY.pattern})[^.;]{{0,60}}?{_DO}"
    rf"|{_DO}\w*[^.;]{{0,40}}?\b(?<!some )(?<!many )(?:by|in|at) (?:the )?(?:{_ASSEMBLY.pattern})"
)
"""What another body does that could be taken for the Council's doing."""
_VETO = re.compile(r"\b[Vv]eto")
_NO_VOTES = r"(?:per|%|years?|months?|weeks?|days?|hours?|minutes?|times|men|people)"
_MANY = (
    r"[1-9](?<!\w[1-9])\d{1,2}(?<!\b1[0-5])"
    rf"(?: votes to \w|(?:[-–]| to )\d{{1,3}}\b(?! ?{_NO_VOTES}))"
)
_BIG_VOTE = re.compile(_MANY)
"""Two numbers of which the first is more than the members that the Council has, fifteen (Charter, Article 23(1))."""
_TOO_MANY = re.compile(
    r"\b(?:voted|votes? (?:was|of)|(?:adopted|passed|approved|rejected|defeated)(?: by)?)(?: a (?:vote|margin) of)? "
    + _MANY
)
"""The same where it is told as the count of a vote."""
_HEADED = re.compile(
    rf"^(?:The |UN |U\.N\. )?(?:{_ASSEMBLY.pattern}) (?:\w+ly )?"
    r"(?:votes?|voted|adopt|back|approv|pass|demand|call|condemn|endors|reject|urg|suspend)"
)
"""A headline in which another body has voted."""
_OTHERS = (
    *("ssembl", "UNGA", "Congress", "Senate", "House of", "ights Council", "ights council", "eace and Security"),
    *("Geneva forum", "47-", "arliament", "ights Commission", "ights commission", "Human Rights", "OPCW", "UNESCO"),
    *("overnors", "General Conference", "board", "watchdog"),
)
"""Letters of which one stands in every name of another body: a cheap first test."""
LINGERS = 5
"""For how many sentences the talk stays with another body that was named, if the Council is not named again."""
LINGERS_AT_HOME = 1
"""The same for a parliament, whose vote is an aside in the news from New York."""
LEAD = 400
"""So many characters at the top say what an article is about: with the Council in them, not another body."""


def tells_of_the_council(text: str) -> bool:
    """Whether an article names the Council and something that it votes on.

    >>> [tells_of_the_council(f"The {body} council met on a draft.") for body in ("UN", "village")]
    [True, False]
    """
    named = (
        _BODY.search(text)
        or (_AT_THE_UN.search(text) and not _ASSEMBLY.search(text))
        or (_POWER_VETOES.search(text) and _AROUND_THE_TABLE.search(text))
    )
    return bool(named and _STORY.search(text))


def _opens_elsewhere(text: str) -> bool:
    """Whether an article tells what another body did before it names the Council at all; a veto is the Council's."""
    council = _COUNCIL.search(text)
    opening = text[: council.start()] if council else ""
    assembly = _ASSEMBLY.search(opening)
    vetoed = assembly and _VETO.search(opening, 0, assembly.start())
    return bool(assembly and not vetoed and (_ACTS.search(opening) or _BIG_VOTE.search(opening)))


_REFERS = re.compile(
    rf"(?:{_OF_NATIONS.pattern})[^.;]{{0,60}}?\b(?:adopted|passed|approved|voted)\b[^.;]{{0,120}}?"
    r"\b(?:to report|report(?:s|ed|ing)|refer\w*|send\w*|sent|bring\w*|brought)\b[^.;]{0,60}"
    r"\b(?:to|before) the (?:UN |U\.N\. )?$"
)
"""Before the Council's name, what makes of it where another body takes its matter: "voted to refer Iran to the"."""


def _leads_with_ours(text: str) -> bool:
    """Whether the top of an article names the Council or what it votes on; a veto, where no parliament is named."""
    ours = _OURS if _HOME.search(text) else _OURS_OR_VETO
    return ours.search(text, 0, LEAD) is not None


class Talk:
    """Which body the talk of one article is about, sentence by sentence."""

    def __init__(self, text: str) -> None:
        others = any(word in text for word in _OTHERS) and len(_ASSEMBLY.findall(text))
        self._others = bool(others)
        self._too_many = _BIG_VOTE.search(text) is not None
        self._one_council = bool(others) and not _ANOTHER_COUNCIL.search(text)
        self._abroad = others > 1 and others > len(_COUNCIL.findall(text)) and not _leads_with_ours(text)
        self._of_nations = self._abroad and _OF_NATIONS.search(text) is not None
        self._ours = 0
        self._lingers = 0
        self._opens_elsewhere = bool(others) and _opens_elsewhere(text)
        self._headed = bool(others) and bool(_HEADED.search(text.strip().partition("\n")[0]))

    @property
    def abroad(self) -> bool:
        """Whether the article is about another body of nations, and the Council was not named just now.

        It is of the sentence that `is_elsewhere` was asked about last.
        """
        return self._of_nations and not self._ours

    def of_another_body(self, sentence: str) -> bool:
        """Whether "the vote" in a sentence is that of the body that the headline tells of, and not the Council's."""
        return self._headed and not _COUNCIL.search(sentence)

    def is_elsewhere(self, sentence: str) -> bool:
        """Whether the next sentence speaks of another body than the Council."""
        if not (self._others or self._too_many):
            return False
        council = _COUNCIL.search(sentence)
        alone = council and not _ASSEMBLY.search(sentence)
        self._ours = LINGERS if alone else max(0, self._ours - 1)
        if self._too_many and not council and _TOO_MANY.search(sentence):
            return True
        named = council or (self._one_council and _NAMES_IT.search(sentence))
        self._opens_elsewhere = self._opens_elsewhere and not named
        if self._opens_elsewhere:
            return True
        if council or (self._one_council and _IT_ACTS.search(sentence)):
            self._lingers = LINGERS if council and _REFERS.search(sentence, 0, council.start()) else 0
            return False
        if _ACTS.search(without_quotations(sentence)):
            self._lingers = LINGERS if _OF_NATIONS.search(sentence) else LINGERS_AT_HOME
        else:
            self._lingers = max(0, self._lingers - 1)
        return self._lingers > 0 or self._abroad
