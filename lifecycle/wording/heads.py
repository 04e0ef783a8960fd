"""Which nouns name a draft resolution.

Knows those that always do, those that do among certain words ("its own measure", "the text"), and the resolutions that
are no such thing (of a conflict, of another body). Refuses to know what the words round the noun say of the draft; that
is `drafts`'.
"""

from __future__ import annotations

import re

from lifecycle.patterns.caseless import small
from lifecycle.patterns.openings import Opening

HEAD = Opening(
    r"\b(?P<strong>(?:counter-?)?resolutions?|counter-?(?:drafts?|proposals?|texts?)"
    r"|(?:zero )?draft(?! amendment)"
    r"(?: (?:(?:UN|U\.N\.|United Nations|Security|Council) ){0,4}(?:resolution|text|proposal|measure|document))?s?)\b"
    r"|(?<!resolution )(?<!draft )(?<!document )(?<!text )(?<![\w(])(?P<symbol>s/\d{4}/\d+)\b"
    r"|(?<=[ “\"‘'])(?P<weak>texts?|measures?|proposals?|initiative|motion|document|versions?|compromise|papers?"
    r"|rollover|stopgap|fallback|extension|renewal|alternative|one)\b",
    (
        *("resolution", "counter", "zero draft", "draft", "s/", "text", "measure", "proposal", "initiative", "motion"),
        *("document", "version", "compromise", "paper", "rollover", "stopgap", "fallback", "extension", "renewal"),
        *("alternative", "one"),
    ),
)
_NOT_A_TEXT = re.compile(
    r"s?(?: (?:of (?:the |this |that |a |any |its |these )?(?:\w+ ){0,2}"
    r"|to (?:(?:the |this |that |a |any |its |these |all )(?:\w+ ){0,2})?)"
    r"(?:statement|letter|speech|bill|law|treaty|accord|agreement|pact|charter|constitution|budget|deal|conflict|crisis"
    r"|dispute|war|issue|problem|situation|impasse|standoff|question)\b"
    r"| assembly (?:resolution|text)|[- ]dodg| law\b| animals| constitution| treaty| agreement"
    r"| (?:presidential |press )?statement| PRST| budget| bill| legislation| report| messages?| order\b| decree"
    r"| ruling)",
    re.IGNORECASE,
)
"""What makes of a resolution the end of a dispute ("to the conflict"; but "to end the war" is a text's aim)."""
_NOT_A_DRAFT = re.compile(
    r"\b(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|House|Senate|[Aa]ssembly|congressional"
    r"|parliamentary|New Year['’]s?|high) $",
    re.IGNORECASE,
)
_SOMEBODYS_WORK = r"[\w.]+-(?:drafted|backed|sponsored|proposed|led|endorsed|written|tabled|inspired|driven)"
"""Whose a text is, in one word: "Saudi-drafted"."""
_EXTENSION = re.compile(
    rf"\b(?:technical|short(?:er)?|longer|brief|temporary|\w+-(?:day|week|month|year)|{_SOMEBODYS_WORK}) $",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(
    r" of (?:the |a |its )?(?:\w+ )?(?:talks|truce|ceasefire|deadline|deal|lease|loan|contract|road|line)\b"
)
"""What the parties or a bank prolong, and no text."""
_VOTED_ON = re.compile(
    r" (?:was|were|is|has been|had been|be) (?:\w+ )?(?:approved|adopted|agreed|passed|vetoed|put to)\b"
)
_SOMEBODYS = re.compile(
    r"\b(?:its|their)(?: own)? $|\b(?:[Aa]n?|[Tt]he) (?:rival |competing )?"
    r"(?:[A-Z]\w+-)?(?:[A-Z]\w+(?:an|ish|ese|nch|i|ic|eek|utch|iss)|US|U\.S\.|UK)(?:-\w+)? $"
    r"|\b(?:introduc|propos|offer|tabl|present|submitt?|circulat)(?:ed|es|s|ing|e)? an $"
)
"""What makes an alternative somebody's text: "its alternative", "a Russian alternative"."""
_WHOSE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:rival |competing |second )?"
    r"(?:[A-Z]\w+(?:an|ish|ese|nch|i|ic|eek|utch|iss)|US|U\.S\.|UK)(?:-\w+)? $"
    r"|\b(?:[Aa]n earlier|[Aa] (?:rival|competing|second|separate|broader|softer)|[Tt]he (?:rival|competing)) $"
)
"""What makes "one" a text beside another: "vetoed the Omani one"."""
_FOR_AN = re.compile(
    r"\b(?:drafts?|texts?|resolutions?|measures?|proposals?) (?:for|on|of|with|seeking|granting|providing for) "
    r"(?:an? |the )?(?:[\w-]+ ){0,2}$"
)
"""What makes of an extension the matter of a text."""
_ASKS_FOR_AN = re.compile(
    r"\b(?:drafts?|texts?|resolutions?|measures?)\b[^.;]{0,90}"
    r"\b(?:insist\w* on|call\w* for|demand\w*|provid\w* for|sought|seeks?|allow\w*|want\w*) (?:only |just )?(?:an? )"
    r"(?:[\w-]+ )?\Z"
)
"""What makes of an extension what a text asks for: "in its resolution Peru insisted on a short extension"."""
_BROUGHT = re.compile(
    r",? (?:(?:that|which) )?(?:(?:was|had been|has been|is being) )?(?:(?:finally|eventually|later|now) )?(?:vetoed"
    r"|blocked|rejected|defeated|voted down|adopted|(?:being )?put to (?:the|a) vote|tabled|drafted|circulated"
    r"|submitted|put forward) (?:by|on|in|to|at|last|earlier|late|this|yesterday|two|a|\w+day)\b"
)
"""What makes "the one" a text: "the one vetoed on Friday"."""
_IN_FORCE = re.compile(
    r"\b(?:enforce(?:ment|s)?|enforcing|implementation|violations?|violat(?:ed|es|ing)|breach(?:es|ed|ing)?|compliance"
    r"|non-compliance|comply|defiance|def(?:ied|ies|ying)|flout(?:ed|s|ing)) (?:of |with )?"
    r"(?:(?:the|all|its|these|those|relevant|several|many|past|previous|existing|UN|U\.N\.|United Nations|Security"
    r"|Council|[\w.]+['’]s) )*\Z"
)
"""What tells resolutions that a state keeps or breaks: "in violation of Security Council resolutions"."""
_ONE_BY = re.compile(
    r"(?: (?:drafted|written|sponsored|backed|tabled|submitted|put forward))? (?:by|from) (?:the )?[A-Z]"
)
_ANOTHER_ONE = re.compile(r"\b(?:vetoed|blocked|adopted|rejected|tabled|circulated|introduced|submitted|withdrew) $")
"""What is done to "one by Peru" where another text was named."""
_SEVERAL = re.compile(r"\b(?:drafts|texts|resolutions|measures|proposals|versions)\b")
_OF_A_THING = re.compile(r"\b(?:car|vehicle|truck|bus|debt|loan|lorry) $")
_OURS = re.compile(r"[Cc]ouncil|\bU\.?N\b|\bdraft\b")
"""What tells a joint resolution of several sponsors from one of Congress."""
_NOT_BEFORE = re.compile(
    r"\b(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|swift|House|Senate|congressional"
    r"|parliamentary|new year['’]s?|high|screen|these|those|and|or|text) $",
    re.IGNORECASE,
)
_NOT_BEFORE_MEASURES = re.compile(
    r"\b(?:security|punitive|confidence[- ]building|protective|necessary|tough|tougher|other|economic|peace) $",
    re.IGNORECASE,
)
"""What makes measures, initiatives and proposals of those that any government takes; a text is one whatever it is."""
_WEAK_NEEDS = re.compile(
    r"\b(?:(?:the|this|that|its|their|an?) (?:\w+er|[\w-]+-(?:day|week|month|year)|compromise|joint|modest|technical"
    r"|one-page|similar|balanced|separate|different|milder|weaker|modified|amended)"
    r"|the|this|that|its|their|a|an|rival|own|competing|alternative|same|proposed|latest|new|whole|final"
    r"|another|any|such|no|third|fourth|present|two|three|four|five|six|several|many"
    rf"|{_SOMEBODYS_WORK}|(?:the|a|new|proposed) (?:[Ss]ecurity )?[Cc]ouncil"
    r"|(?:two|three|four|five|six|several|many) (?:\w+er|rival|competing|separate|similar)"
    r"|both|two|(?:week|month|year|day)['’]s|[A-Z][\w.]*(?:['’]s)?"
    r"|(?:sponsors|members|authors|powers|delegations|states|envoys)['’]) $"
)
_WHICH_VERSION = re.compile(
    r"\b(?:own|another|its|their|her|his|new|early|modified|clean|present|two|three|four|five|several|compromise|initial|first|revised|softened|amended|latest|earlier|second|third|fourth|final|shorter|softer|updated|weaker"
    r"|watered-down|previous|original|British|French|American|US|U\.S\.|Russian|Chinese|German"
    r"|(?-i:[A-Z])[\w.]+['’]s) $",
    re.IGNORECASE,
)
_SENT_ROUND = re.compile(
    r" (?:circulated|distributed|presented|shared|sent|handed|put forward|tabled|submitted|introduced|drafted) "
    r"(?:out |round |around |to |by )?"
)
_OF_THE_TEXT = re.compile(r" of (?:the|this|a|an) (?:[\w.]+ ){0,2}(?:text|draft|resolution|measure)\b")
_OF_EVENTS = re.compile(
    r" of (?:events|history|the (?:facts|truth|story)|what"
    r"|(?:an?|the|its) (?:[\w-]+ )?(?:plan|deal|agreement|accord|treaty))\b"
)
_SUBJECT_OF_TEXT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir|whose) (?!full |plain |main |sms )(?:[a-z-]+,? ){1,3}$"
)
"""What a text is about, between it and its article: "the sanctions text"."""
_REACHED = re.compile(r"\b(?:reach|find|seek|sought|strik|forg|broker|agree|hammer)\w* (?:on |out )?an? (?:\w+ )?$")
_OF_SANCTIONS = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w'’‘“”\"-]+ ){0,2}(?:sanctions|embargo)[’'\"”]? $")
"""What the Council imposes, so that a proposal of it is a text: "withdrew their targeted sanctions proposal"."""
_NOUNS = (
    *("resol", "draft", "text", "measure", "propos", "initiative", "motion", "document", "version"),
    *("compromise", "paper", "rollover", "stopgap", "fallback", "extension", "renewal", "alternative", "s/"),
)


def may_name(text: str) -> bool:
    """Whether the sentence holds a noun that can mean a draft: a cheap first test."""
    letters = small(text)
    return any(noun in letters for noun in _NOUNS)


def names_a_draft(text: str, head: re.Match[str]) -> bool:
    """Whether the noun `head` (a match of `HEAD`) names a draft in the sentence `text`."""
    if _NOT_A_TEXT.match(text, head.end()):
        return False
    before = text[max(0, head.start() - 40) : head.start()]
    if head.group("symbol"):
        return True
    if head.group("strong"):
        of_congress = before.endswith("joint ") and head.group().startswith("resolution") and not _OURS.search(text)
        in_force = head.group().endswith("s") and _IN_FORCE.search(text, 0, head.start())
        return not (of_congress or in_force or _NOT_A_DRAFT.search(before))
    weak = head.group("weak")
    if weak == "one":
        return _one(text, before, head.end())
    if weak in {"extension", "renewal"}:
        if _FOR_AN.search(before) or _ASKS_FOR_AN.search(text, max(0, head.start() - 120), head.start()):
            return False  # "a draft for a six-month extension": of the draft
        of_talks = _OF_TALKS.match(text, head.end())
        return bool((_EXTENSION.search(before) and not of_talks) or _VOTED_ON.match(text, head.end()))
    if _NOT_BEFORE.search(before) or (not weak.startswith("text") and _NOT_BEFORE_MEASURES.search(before)):
        return False
    if weak.startswith("version"):
        if _OF_THE_TEXT.match(text, head.end()):
            return False  # "the American version of the text": the text itself is named behind it
        sent_round = _SENT_ROUND.match(text, head.end())
        return bool(_WHICH_VERSION.search(before) or sent_round) and not _OF_EVENTS.match(text, head.end())
    if weak == "compromise" and (_REACHED.search(before) or text.startswith(" to the ", head.end())):
        return False  # "hours of talks to reach a compromise" may end without a text
    if weak == "initiative" and before.endswith(("'s ", "’s ")):
        return False  # "Russia's initiative" may be a journey
    if weak == "alternative":
        return bool(_SOMEBODYS.search(before))
    if weak == "rollover":
        return not _OF_A_THING.search(before)
    if (weak == "text" and _SUBJECT_OF_TEXT.search(before)) or (weak == "proposal" and _OF_SANCTIONS.search(before)):
        return True
    return weak != "measures" and bool(_WEAK_NEEDS.search(before))


def _one(text: str, before: str, end: int) -> bool:
    """Whether "one" is a text: "the Omani one", "the one vetoed on Friday", of two texts "one by Chad, one by Peru"."""
    told = before.lower().endswith("the ") and _BROUGHT.match(text, end)
    beside = _SEVERAL.search(text, 0, end) or _ANOTHER_ONE.search(before)
    return bool(_WHOSE.search(before) or told or (_ONE_BY.match(text, end) and beside))
