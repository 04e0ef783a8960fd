"""How the Security Council stands to a cue: as its subject, by name or as "it", or as who would have acted.

Knows where the Council is named and what may stand between it and its verb. Refuses to know drafts beyond their place
in the sentence; those are `relations`'.
"""

from __future__ import annotations

import re

from lifecycle.wording.nations import PERMANENT, nations
from lifecycle.wording.numbers import SEVERAL
from lifecycle.wording.relations import has_object
from lifecycle.wording.spots import COUNCIL, Frame, Spot

_ACTS = (
    "call|appeal|demand|condemnation|action|move|push|bid|attempt|approval|authori[sz]ation|sanctions|penalties"
    "|resolution"
)
_SENDS = "step|measures?|force|mission|observers|monitors|statement of|inquiry|probe|investigation|ceasefire|truce"
_UN = r"(?:UN|U\.N\.|United Nations)"
_ACTION = re.compile(
    r" (?:(?:a |an |the |any |further )?"
    rf"(?:(?:{_UN} )?(?:[Ss]ecurity )?[Cc]ouncil(?:['’]s)?(?: [\w-]+)? (?:{_ACTS}|{_SENDS})"
    rf"|{_UN}(?: [\w-]+)? (?:{_ACTS}))\b"
    r"|(?:its|the|their) (?:adoption|passage|approval)\b|the (?:UN |U\.N\. )?[Ss]ecurity [Cc]ouncil from \w+ing"
    r"|(?:the |a |any )?(?:extension|renewal|prolongation)\b|any (?:text|resolution|move|action)\b"
    r"|(?:US|U\.S\.|UK|[A-Z]\w+(?:an|ese|ish|ch)) (?i:bid|push|attempt|effort|move) (?i:to|for|at)\b"
    r"|(?:an?|the) (?i:bid|push|attempt|effort|move) (?i:by|from) (?:the )?[A-Z]\w+(?: and [A-Z]\w+)? (?i:to)\b)"
)
_UN_SENDS = re.compile(rf" (?:a |an |the |any |further )?{_UN}(?: [\w-]+)? (?:{_SENDS})\b")
"""What the press calls the United Nations' and only a permanent member can stop."""


def council_action(spot: Spot) -> Frame:
    """The object is something the Council would have done: "blocked a Security Council call for a truce"."""
    after = spot.after(90)
    sends = _UN_SENDS.match(after) and any(state.code in PERMANENT and state.end < spot.start for state in spot.states)
    return bool(_ACTION.match(after) or sends), None


_BETWEEN_COUNCIL = re.compile(
    r"(?:['’]s)?\W{0,3}(?:(?:has|have|had|is|was|expected|likely|due|set|poised"
    r"|also|already|again|tonight|on|late|\w+day|just|last|night|week|month|tomorrow|could|would"
    r"|will|might|may|should|not|to|now|members|later|then|by|and|\w+ly|earlier|this"
    r"|in New York|first|the|of|morning|afternoon|evening|(?!member\b)[JFMASOND]\w+(?:ary|ch|il|ne|ber)|August"
    r"|\d{1,2})\b\W{0,2}){0,9}"
    r"(?:(?:with one voice|by consensus|without (?:a |any )?(?:vote|debate|dissent)|behind closed doors) )?"
    r"(?:, (?:in|at|after|during|following|with|\w+ing) [^,.;]{1,80}, )?",
    re.IGNORECASE,
)


_ALSO = re.compile(r"[^.;:]{0,100}?\b\w+(?:ed|es|s)\b [^.;:]{0,110}\b(?:and|but)(?: also| then)? ")


_NUMBERED = re.compile(rf"\b{SEVERAL} (?:\w+ )?$", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:on|of|in|at|to|from|by|for|with|before|through|into) (?:the |its |a )?$")
_MEMBERS_OF = re.compile(r"(?<!\d )(?<!ve )(?<!en )\bmembers of (?:the )?$", re.IGNORECASE)
_APPEAL = re.compile(
    r"\b(?:appeal|call|plead|turn|look|appeals|calls)\w* (?:to|on|with|for) (?:the (?:UN |U\.N\. )?)?$"
)
_AS_ONE = re.compile(r"nanimous|^(?:agreed|decided)")
"""What members do as the Council."""
_TEXT_OF = re.compile(r" (?:draft|resolution|text|measure|proposal|motion|document|statement|committee|report)\b")
"""What makes of the Council's name an attribute: "the Security Council proposal, often revised, ends"."""
_MEMBERS_APART = re.compile(
    r"\b(?:other|remaining|most|several|some|both|elected|permanent|non-permanent|rotating) (?:\w+ )?"
    r"members of (?:the )?$",
    re.IGNORECASE,
)
"""What makes of the Council's name some of its members: "other members of the Council"."""
_SOME_OF = re.compile(rf"\b{SEVERAL} (?:\w+ )?of (?:the |its )?(?:[\w-]+ )?$", re.IGNORECASE)


def council(spot: Spot) -> Frame:
    """The Security Council is the subject."""
    for named in COUNCIL.finditer(spot.text, max(0, spot.start - 200), spot.start):
        gap = spot.text[named.end() : spot.start]
        before = spot.text[: named.start()]
        owns = spot.text[named.end() : named.end() + 1] in {"'", "’"}
        asked = gap == " to " and _APPEAL.search(before)
        inside = _INSIDE.search(before) and not (owns or asked or _MEMBERS_OF.search(before))
        some = named.group().endswith("members") and _NUMBERED.search(before)
        if _SOME_OF.search(before) or _MEMBERS_APART.search(before) or inside or some:
            continue
        if _TEXT_OF.match(gap):
            continue
        members = gap.startswith(" members") and not _AS_ONE.search(spot.words)
        if not members and _BETWEEN_COUNCIL.fullmatch(gap):
            return True, None
        if named.start() <= spot.start - 20 and re.search(r"\b(?:and|but)(?: also| then)? $", spot.before(12)):
            subject = re.fullmatch(r"\W*(?:[Tt]he |UN |On \w+day )*", spot.text[: named.start()])
            if subject and _ALSO.fullmatch(gap):
                return True, None
    its_it = spot.text.startswith(("It ", "In ")) and _ends_with_the_council(spot.context.before)
    if _IT_HAD.search(spot.before(24)) and (its_it or _council_nearer(spot)):
        return True, None
    it_does = _IT_DOES.fullmatch(spot.text[: spot.start])
    if it_does and (_COUNCIL_DID.match(spot.context.before) or _ends_with_the_council(spot.context.before)):
        return True, None
    return spot.context.headline and bool(_UN_DOES.fullmatch(spot.text[: spot.start])), None


_IT_HAD = re.compile(
    r"\b(?:after|before|when|where|since|until|as"
    r"|[Ii]n (?:[A-Z]\w+ )?(?:[JFMASOND]\w+(?:ary|ch|il|ne|ly|st|ber)|May|\d{4}),?)"
    r" it (?:had |has |\w+ly )?$"
)


def _council_nearer(spot: Spot) -> bool:
    """Whether the Council is named before the cue, and no state behind it: "defied the Council after it rejected"."""
    last = max((named.end() for named in COUNCIL.finditer(spot.text, 0, spot.start)), default=0)
    return last > max((state.end for state in spot.states if state.end <= spot.start), default=0)


def _ends_with_the_council(before: str) -> bool:
    """Whether a sentence names the Council and no state behind it: the "it" of the next is the Council."""
    named = list(COUNCIL.finditer(before))
    if not named or _SPOKEN_TO.search(before, 0, named[-1].start()):
        return False
    return all(state.end <= named[-1].end() for state in nations(before))


_SPOKEN_TO = re.compile(
    r"\b(?:told|tells|asked|urged|warned|informed|briefed|addressed|in|of|to|by|before|at|on|for|from|with)"
    r" (?:the (?:UN |U\.N\. )?)?\Z"
)
"""What makes of the Council no subject: "told the Council", "by the Council"."""


_IT_DOES = re.compile(
    r"\W*(?:(?:In|On|Last|Late|Early|By) [\w, ]{1,40} it|It) (?:(?:has|had|also|then|later|went on to|\w+ly) ){0,4}"
)
_COUNCIL_DID = re.compile(
    rf"\W*(?:(?:On|In|Last|Earlier|Late|By) [\w ]{{1,30}}?,? )?(?:[Tt]he )?(?:{COUNCIL.pattern}) (?!members)\w+"
)
"""A sentence of which the Council is the subject, so that "it" in the next is the Council."""
_UN_DOES = re.compile(r"\W*(?:UN|U\.N\.|United Nations) (?:\w+ly )?")
"""A headline that says UN for the Council: "UN votes to end ban"."""


def council_object(spot: Spot) -> Frame:
    """The Council is the subject, and a draft the object."""
    fits, reference = has_object(spot)
    return fits and council(spot)[0], reference


def names_council(spot: Spot) -> Frame:
    """The Council is named in the sentence."""
    return bool(COUNCIL.search(spot.text)), None
