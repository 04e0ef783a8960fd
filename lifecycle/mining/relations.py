"""How a draft, or the Council, stands to a cue: as its object, its subject, behind a preposition, as a pronoun.

Knows just enough grammar to tell these apart by the words between. Refuses to know which rule asks for which.
"""

from __future__ import annotations

import re

from lifecycle.mining.spots import COUNCIL, NO, REACH, Frame, Spot

_BREAK = re.compile(r"(?<![A-Z])[.;:]\s|--|—|, (?!which|too|for now|\w+ly)|\b(?:said|because|who|which|as)\b")


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
    r"|the (?:extension|renewal|prolongation) of)"
)
_UN_SENDS = re.compile(rf" (?:a |an |the |any |further )?{_UN}(?: [\w-]+)? (?:{_SENDS})\b")
"""What the press calls the United Nations' and only a permanent member can stop."""
_PERMANENT = frozenset(("CHN", "FRA", "GBR", "RUS", "USA"))


def council_action(spot: Spot) -> Frame:
    """The object is something the Council would have done: "blocked a Security Council call for a truce"."""
    after = spot.after(90)
    sends = _UN_SENDS.match(after) and any(state.code in _PERMANENT and state.end < spot.start for state in spot.states)
    return bool(_ACTION.match(after) or sends), None


_IT = re.compile(r" by [^.;]{2,140}, it (?:would|had|has|was|is|will)\b")


def opener(spot: Spot) -> Frame:
    """A participle opens the sentence, and the draft is the subject: "Introduced by Egypt, the text was ..."."""
    opening = spot.text[: spot.start].strip(" “\"'")
    if opening not in {"", "If"} or not spot.words.lower().endswith(("ed", "forward")):
        return NO
    for reference in spot.drafts:
        if re.fullmatch(r"(?: by [^.;]{2,140})?, (?:\w+ ){0,2}", spot.gap_to(reference)):
            return True, reference
    return spot.context.just_named and bool(_IT.match(spot.after(160))), None


_BY_BE = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:\w+ )?$", re.IGNORECASE)
_TALK = re.compile(r"discuss|debat|negotiat|consider|haggl|wrangl|work", re.IGNORECASE)


def has_object(spot: Spot) -> Frame:
    """A draft stands behind the cue, in the same clause; not where the cue is a passive, whose subject is before it."""
    if spot.words.endswith("ed") and _BY_BE.search(spot.before(24)):
        return NO
    for reference in spot.drafts:
        near = reference.end > spot.end and reference.start < spot.end + REACH
        if near and not _BREAK.search(spot.gap_to(reference)):
            plain = not _TALK.search(spot.words)
            if reference.strong or reference.head in {"text", "texts", "proposals", "version", "versions"} or plain:
                return True, reference
    return NO


_AFTER_SUBJECT = re.compile(
    r"^(?:['’]s)?[\s,]*(?:(?:that|which|had|has|have|was|were|is|been|be|being|would|could|will|may|might|should|to|also"
    r"|later|then|not|\w+ly|\w+)[ ,]?){0,4}$"
)
_CONTENT = re.compile(r"\b(?:demand|call|urg|requir|ask|condemn|reaffirm|request|recall|stipulat)\w*\b")
_AUXILIARY_LAST = re.compile(r"\b(?:was|were|been|be|being|is|had|has|have|to) (?:\w+ )?$")
_SOMEBODY_TO = re.compile(r"\b(?:it|them|him|her|[A-Z]\w+) to (?:\w+ )?$")
_LEAVES = re.compile(r"(?<![A-Z])[.;:]\s|\b(?:said|says|but|because|after|before|while|if)\b")
_IF = re.compile(r"^,? if (?:\w+ )?$")


_PARTICIPLE = re.compile(r"(?:ed|forward|written)$")
_VERBAL = re.compile(r"[,;:]|\b(?:that|which|who|would|will|is|was|has|had|and|but|\w+ed|demands|calls|urges)\b")


_APPOSED = re.compile(r"^, (?!which|but|and|while)(?:(?!sa(?:id|ys)\b)[^,;.]){2,90}, ")


def has_subject(spot: Spot) -> Frame:
    """A draft stands before the cue as its subject."""
    for reference in reversed(spot.drafts):
        gap = _APPOSED.sub(" ", spot.gap_from(reference))
        if reference.end > spot.start or len(gap) >= REACH or (_LEAVES.search(gap) and not _IF.search(gap)):
            continue
        passive = re.match(r"(?:was|were|been|being|be|is|got|are)\b", spot.words)
        near = _AFTER_SUBJECT.search(gap) and not _CONTENT.search(gap)
        last = _AUXILIARY_LAST.search(gap) and not _SOMEBODY_TO.search(gap)
        reduced = _PARTICIPLE.search(spot.words) and spot.after(4) == " by " and not _VERBAL.search(gap)
        if passive or near or last or reduced or _IF.search(gap):
            return True, reference
    return NO


def right_before(spot: Spot) -> Frame:
    """A draft right before the cue, with at most its own complement between: "resolutions on Syria defeated"."""
    fits, reference = has_subject(spot)
    if not fits or reference is None:
        return NO
    gap = spot.gap_from(reference)
    complement = r"(?:\s*(?:on|in|by|for|from|to|backed by|drafted by|sponsored by) [\w.,'’ -]{0,60})?"
    verbs = r"\s*(?:(?:that|which|was|were|is|are|has|have|had|been|also|then|\w+ly)\s+)*"
    auxiliary = re.match(r"(?:was|were|been|being|be|is|are|has|have|had)\b", spot.words)
    if re.fullmatch(complement + r",?" + verbs, gap) or auxiliary:
        return True, reference
    return NO


def about(spot: Spot) -> Frame:
    """A draft follows behind a preposition."""
    for reference in spot.drafts:
        gap = spot.gap_to(reference)
        about = re.search(r"\b(?:on|over|about|of|against|for|regarding|concerning|around)\b", gap)
        if reference.start >= spot.end and len(gap) < 90 and about and not re.search(r"(?<![A-Z])[.;:]\s", gap):
            return True, reference
    return NO


_BETWEEN_COUNCIL = re.compile(
    r"(?:['’]s)?\W{0,3}(?:(?:has|have|had|also|on|late|early|\w+day|just|last|night|week|month|yesterday|today|tomorrow|could|would"
    r"|will|might|may|should|not|to|now|members|finally|later|then|unanimously|formally|by|and|\w+ly|earlier|this"
    r"|in New York|the|of|morning|afternoon|evening|[JFMASOND]\w+(?:ary|ch|il|ne|ly|st|ber)|\d{1,2})\W{0,2}){0,9}"
    r"(?:, (?:in|at|after|during|following) [^,.;]{1,50}, )?",
    re.IGNORECASE,
)


_ALSO = re.compile(r"[^.;:]{0,100}?\b\w+(?:ed|es|s)\b [^.;:]{0,110}\b(?:and|but)(?: also| then)? ")


_NUMBERED = re.compile(
    r"\b(?:\d{1,2}|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ )?$", re.IGNORECASE
)
_INSIDE = re.compile(r"\b(?:on|of|in|at|to|from|by|for|with|before|through|into) (?:the |its |a )?$")
_MEMBERS_OF = re.compile(r"(?<!\d )(?<!ve )(?<!en )\bmembers of (?:the )?$", re.IGNORECASE)
_OTHERS_OF = re.compile(
    r"\b(?:other|remaining|most|several|some|both|elected|non-permanent|rotating) (?:\w+ )?members of (?:the )?$",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"\b(?:\d{1,2}|\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?:\w+ )?of (?:the |its )?(?:[\w-]+ )?$",
    re.I,
)


def council(spot: Spot) -> Frame:
    """The Security Council is the subject."""
    for council in COUNCIL.finditer(spot.text, max(0, spot.start - 200), spot.start):
        gap = spot.text[council.end() : spot.start]
        before = spot.text[: council.start()]
        owns = spot.text[council.end() : council.end() + 1] in {"'", "’"}
        inside = _INSIDE.search(before) and not (owns or _MEMBERS_OF.search(before))
        some = council.group().endswith("members") and _NUMBERED.search(before)
        if _SOME_OF.search(before) or _OTHERS_OF.search(before) or inside or some:
            continue
        if (not gap.startswith(" members") or "nanimous" in spot.words) and _BETWEEN_COUNCIL.fullmatch(gap):
            return True, None
        if council.start() <= spot.start - 20 and re.search(r"\b(?:and|but)(?: also| then)? $", spot.before(12)):
            subject = re.fullmatch(r"\W*(?:[Tt]he |UN |On \w+day )*", spot.text[: council.start()])
            if subject and _ALSO.fullmatch(gap):
                return True, None
    return spot.context.headline and bool(_UN_DOES.fullmatch(spot.text[: spot.start])), None


_UN_DOES = re.compile(r"\W*(?:UN|U\.N\.|United Nations) (?:\w+ly )?")
"""A headline that says UN for the Council: "UN votes to end ban"."""


def council_object(spot: Spot) -> Frame:
    """The Council is the subject, and a draft the object."""
    fits, reference = has_object(spot)
    return fits and council(spot)[0], reference


def in_sentence(spot: Spot) -> Frame:
    """A draft is named anywhere in the sentence."""
    return bool(spot.drafts), None


def names_council(spot: Spot) -> Frame:
    """The Council is named in the sentence."""
    return bool(COUNCIL.search(spot.text)), None


def in_context(spot: Spot) -> Frame:
    """The article is about a draft, as every one is that is read at all."""
    return True, None


_ITS = re.compile(r"\b(?:its|(?:chance|prospect|hope|odds|likelihood|possibility|path)s? (?:of|to|for)) (?:\w+ ){0,2}$")


_THE = re.compile(r"\b(?:the|this|quick|swift|early|speedy|rapid|prompt) $", re.IGNORECASE)
_OF_PEOPLE = re.compile(r" (?:agenc(?:y|ies)|ratings?|rates?|papers?|cent(?:er|re)s?|laws?|poll)\b")
"""What makes "the adoption" that of a child, and "the approval" that of a king."""
_BUT = re.compile(r"\b(?:it|text|draft|resolution|measure)\b[^.;]{0,80}\bbut (?:then |still )?$", re.IGNORECASE)
_BE = (
    r"(?:was|is|has been|had been|(?:had yet )?to be|being|(?:(?:will|could|can|cannot|may|would|should) )?(?:not )?be)"
    r" (?:\w+ ){0,2}"
)
_AUXILIARIES = (
    r"(?:(?:would|could|might|may|will|has|have|had|not|to|seem(?:s|ed)|look(?:s|ed)|appear(?:s|ed)|is|was|likely|expected"
    r"|certain|sure|set|\w+ly) ){0,5}"
)


def pronoun(spot: Spot) -> Frame:
    """A pronoun stands for a draft named shortly before."""
    named = any(draft.end <= spot.start for draft in spot.drafts) or spot.context.just_named
    verb = _AUXILIARIES if spot.words.startswith(("pass", "fail")) else _BE
    subject = re.search(rf"\b(?:it|which|that) {verb}$|\bwhich (?:it|they) (?:then )?$", spot.before(40), re.IGNORECASE)
    object_ = re.search(r"\b(?:it|them)\b", spot.text[spot.start : spot.end + 5])
    its = spot.words.endswith(("tion", "sage", "oval", "awal")) and _ITS.search(spot.before(40))
    but = spot.words.startswith("fail") and _BUT.search(spot.before(110))
    if (
        spot.words in {"adoption", "approval"}
        and _THE.search(spot.before(8))
        and not spot.after(4).startswith(" of")
        and not _OF_PEOPLE.match(spot.after(12))
    ):
        return True, None
    return bool(subject or object_ or its or but) and named, None


def passive(spot: Spot) -> Frame:
    """A passive, with a draft named before it in the clause."""
    if spot.words.endswith("ing"):
        return NO
    by_be = re.search(r"\b(?:being|been|be|is|was|were|are) (?:\w+ )?$", spot.before(24))
    in_cue = re.match(r"(?:being|been|be|is|was|were|are) ", spot.words)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    in_clause = [draft for draft in earlier if not re.search(r"(?<![A-Z])[.;:]\s|\bbut\b", spot.gap_from(draft))]
    return bool(by_be or in_cue) and bool(in_clause), in_clause[0] if in_clause else None


_LEAD = re.compile(
    r"(?:(?:weeks?|hours?|days?|months?|rounds?) of (?:\w+ )?|(?:further|intense|intensive|closed-door|ongoing|day['’]s"
    r"|tough|tense|difficult|useful|last-minute|contentious|heated|marathon|fierce|protracted|lengthy) )$"
)
_TALKING = re.compile(
    r"(?:began|begun|opened|held|hold|resumed|continued|engaged|started|conducted)"
    r"|.*(?:continu|resum|being held|ongoing|under ?way|going on|(?:go|goes|went|drag|drags|dragged) on)"
)


_DURING = re.compile(
    r"\b(?:[Dd]uring|[Aa]fter|[Aa]mid|[Ff]ollowing|[Oo]nce|[Ww]hile|[Ii]n) (?:the |these |those |further )?$"
)
_ON_IT = re.compile(r" (?:on|over|about) (?:it|them)\b")
_TALKS = re.compile(r"(?:negotiation|consultation)s", re.IGNORECASE)
_OTHER_MATTER = re.compile(
    r"(?: \w+){0,3}? (?:on|over|about|regarding) "
    r"(?!(?:a|the|its) (?:\w+ ){0,2}(?:paragraph|wording|language|clause|text|draft|resolution|phrase)\b)"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|the (?:UN |U\.N\. )?(?:Security )?Council)"
    r"| in (?!New York|the (?:Security )?Council|[JFMASOND]\w+(?:ary|ch|il|ne|ly|st|ber)\b|May\b)[A-Z]"
    r"| between [^.;]{0,50}\b(?:leaders|parties|sides|communities|separatists|rebels|opposition)\b"
)
_WANTED = re.compile(r"\b(?:calls?|calling|called|demand\w*|urg\w+) for (?:[\w-]+ ){0,6}$")


def nominal(spot: Spot) -> Frame:
    """A noun of talking that the text treats as known."""
    named = spot.context.just_named or any(draft.end <= spot.start for draft in spot.drafts)
    if named and _ON_IT.match(spot.after(12)):
        return True, None
    matter = _OTHER_MATTER.match(spot.after(60))
    if (matter and not any(spot.end < d.start < spot.end + 60 for d in spot.drafts)) or _WANTED.search(spot.before(60)):
        return NO
    council = re.search(r"council|text|draft|resolution", spot.text, re.IGNORECASE)
    goes_on = spot.words.endswith(("continue", "continued", "continues", "held", "ongoing", "way", " on"))
    began = _TALKS.match(spot.words) and spot.words.endswith(("began", "begun", "started", "collapsed", "stalled"))
    verb = began or (_TALKING.match(spot.words) and (council or goes_on))
    known = (
        (spot.context.just_named or spot.drafts)
        and (_DURING.search(spot.before(24)) or spot.before(4).lower() == "the ")
        and _TALKS.match(spot.words)
    )
    return bool(_LEAD.search(spot.before(30)) or verb or known), None


_FOR_TEXT = re.compile(r"\b(?:push|bid|effort|attempt|call|campaign) for a (?:\w+ ){0,4}(?:document|text|resolution)\b")


def push(spot: Spot) -> Frame:
    """A push for a Council document: the sponsors who withdraw it withdraw the text."""
    return bool(_FOR_TEXT.search(spot.after(90))) and bool(COUNCIL.search(spot.text)), None


def state_object(spot: Spot) -> Frame:
    """A state right before the verb, and a draft behind it: "Russia proposed the text"."""
    right_before = any(0 <= spot.start - state.end <= 12 for state in spot.states)
    and_then = _AND.search(spot.before(6)) and any(state.end < spot.start for state in spot.states)
    fits, reference = has_object(spot)
    return fits and bool(right_before or and_then or _MEMBERS.search(spot.before(30))), reference


_AND = re.compile(r"\band (?:then )?$")
_MEMBERS = re.compile(r"\b(?:members|countries|states|nations|delegations|council|powers|sponsors) (?:had |have )?$")


def dubbed(spot: Spot) -> Frame:
    """A passive, and a draft anywhere before it in the sentence."""
    be = re.search(r"\b(?:be|is|was) $", spot.before(8)) or re.match(r"(?:be|is|was) ", spot.words)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    return bool(earlier) and bool(be), earlier[-1] if earlier else None
