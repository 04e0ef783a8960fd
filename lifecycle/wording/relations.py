"""How a draft, or the Council, stands to a cue: as its object, its subject, behind a preposition, as a pronoun.

Knows just enough grammar to tell these apart by the words between. Refuses to know which rule asks for which.
"""

from __future__ import annotations

import re

from lifecycle.wording.passing import without_asides, without_its_aim
from lifecycle.wording.spots import COUNCIL, NO, REACH, Frame, Spot

_BREAK = re.compile(
    r"(?<![A-Z])[.;:]\s|--|—|, (?!which|too|for now|\w+ly)|\b(?:said|because|after|when|while|whilst|who|which|as"
    r"|instead of|in (?:place|lieu) of|\w that (?:an?|the))\b"
)


_ASIDE = re.compile(
    r", (?:with|alongside|together with|by|despite|over|after) [^,;.]{2,60}, "
    r"| after (?:[\w-]+ ){0,2}(?:hours|days|weeks|months) of (?:\w+ and |\w+ )?"
    r"(?:talks|negotiations|consultations|haggling|wrangling|debate|discussions?) (?=(?:an?|the|its|their) |$)"
)
"""What stands between a verb and its object and is neither: "submitted after weeks of talks a draft"."""


_OPENING = frozenset(("", "If", "First", "Originally", "Initially", "Though", "Although", "While"))
_IT = re.compile(r" by [^.;]{2,140}, it \w+")


def opener(spot: Spot) -> Frame:
    """A participle opens the sentence, and the draft is the subject: "Introduced by Egypt, the text was ..."."""
    opening = spot.text[: spot.start].strip(" “\"'")
    if opening not in _OPENING or not spot.words.lower().endswith(("ed", "forward")):
        return NO
    for reference in spot.drafts:
        if re.fullmatch(
            r"(?: (?:by|on|in|at|during|to|late|early|last) [^.;]{2,140})?, (?:\w+ ){0,2}", spot.gap_to(reference)
        ):
            return True, reference
    return spot.context.just_named and bool(_IT.match(spot.after(160))), None


_BY_BE = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:\w+ )?$", re.IGNORECASE)
_ABOUT_IT = re.compile(
    r"\b(?:memo(?:randum)?|letters?|reports?|statements?|notes?|articles?|reviews?|stud(?:y|ies)|analys[ei]s|comments"
    r"|objections?|questions|petitions?|opinions?|complaints?) (?:on|of|about|against|to|over|opposing|criticising) "
)
"""What is written of a draft, and is none: "circulated a memo on the draft"."""
_TALK = re.compile(r"discuss|debat|negotiat|consider|haggl|wrangl|work", re.IGNORECASE)


_WRITTEN = frozenset(("text", "texts", "proposals", "version", "versions"))
"""Nouns for a draft that may be talked of: "discussed the text"; what else is discussed has its sponsor beside it."""


_DISCUSS = re.compile(r"\b(?:discuss|debat)")
"""What is done to a text that was just named, where "considered the measure" may mean any measure."""


def has_object(spot: Spot) -> Frame:
    """A draft stands behind the cue, in the same clause; not where the cue is a passive, whose subject is before it."""
    if spot.words.endswith(("ed", "wn", "en")) and _BY_BE.search(spot.before(24)):
        return NO
    for reference in spot.drafts:
        near = reference.start < spot.end + REACH and (reference.end > spot.end or reference.start >= spot.start)
        gap = _ASIDE.sub(" ", spot.gap_to(reference)) if near else ""
        if near and not _BREAK.search(gap) and not _ABOUT_IT.search(gap):
            plain = not _TALK.search(spot.words) or spot.words.startswith("negotiat")
            known = reference.definite and spot.context.just_named and _DISCUSS.search(spot.words)
            if reference.strong or reference.adjective or plain or known or reference.head in _WRITTEN:
                return True, reference
    return NO


_AFTER_SUBJECT = re.compile(r"^(?:['’]s)?[\s,]*(?:[\w-]+(?:n['’]t)?\b[ ,]{0,2}){0,4}$")
_CONTENT = re.compile(r"\b(?:demand|call|urg|requir|ask|condemn|reaffirm|request|recall|stipulat)\w*\b")
_INSERTED = r"(?:, [^,.;]{2,40},)? (?:(?:on|late on|early on) \w+day |at last |once more |in the end )?"
"""What may stand between an auxiliary and its participle: "was, to nobody's surprise, rejected"."""
_AUXILIARY_LAST = re.compile(rf"\b(?:(?:was|were|is|had|has|have)(?:n['’]t)?|been|be|being|to){_INSERTED}(?:\w+ )?$")
_SOMEBODY_TO = re.compile(
    r"\b(?:it|them|him|her|[A-Z]\w+) to (?:\w+ )?$"
    r"|\b(?:order|instruct|demand|call|urg|requir|tell|ask|direct)\w* (?:on )?(?:[\w’'-]+ ){1,5}to (?:\w+ )?$"
)
_LEAVES = re.compile(
    r"(?<![A-Z])[.;:]\s|\b(?:(?<!is )(?<!are )(?<!was )said|says|because|after|before|while|if"
    r"|but(?! (?:has|had|have|was|were|is|are|never|not)\b))\b"
)
_IF = re.compile(r"^(?:,? (?:that|which)(?: (?:would|will|could))?)?,? if (?:\w+ )?$")


_PARTICIPLE = re.compile(r"(?:ed|forward|written)$")
_VERBAL = re.compile(r"[,;:]|\b(?:that|which|who|would|will|is|was|has|had|and|but|\w+ed|demands|calls|urges)\b")


_RELATIVE = re.compile(
    r"(?: (?:on|about|for|against|to) [^,;.]{2,60})?,? (?:that|which) (?:the |its |some |several |most )?"
    r"(?:[A-Z][\w.’'-]*|members|diplomats|envoys|sponsors|delegates|(?:they|we)(?:['’]ve|['’]d)?|it|he|she)"
    r"(?:,? (?:and )?(?:the )?[A-Z][\w.’'-]*){0,5} "
    r"(?:(?:had|has|have|is|was|were|are|will|would|to|then|first|last|just|now|\w+ed to|\w+ly) ){0,4}"
)
"""A draft and who did something to it: "the resolution that Zambia and South Africa presented"."""
_JOINED = re.compile(r"^ (?:was|were|has been|had been|is) \w+(?:ed|en|ut)\b[^,.;]{0,60} and (?:later |then |also )?$")
"""What joins a participle to the one before: "was approved by five members on Friday and later circulated"."""


def has_subject(spot: Spot) -> Frame:
    """A draft stands before the cue as its subject."""
    for reference in reversed(spot.drafts):
        gap = without_asides(spot.gap_from(reference))
        if reference.end > spot.start or len(gap) >= REACH or (_LEAVES.search(gap) and not _IF.search(gap)):
            continue
        passive = re.match(r"(?:was|were|been|being|be|is|got|are)\b", spot.words)
        plain = without_its_aim(gap)
        near = _AFTER_SUBJECT.search(plain) and not _CONTENT.search(plain)
        last = _AUXILIARY_LAST.search(gap) and not _SOMEBODY_TO.search(gap)
        relative = _RELATIVE.fullmatch(spot.gap_from(reference)) and not _CONTENT.search(gap)
        joined = spot.words.endswith("ed") and _JOINED.search(gap) and not _CONTENT.search(gap)
        reduced = _PARTICIPLE.search(spot.words) and spot.after(4) == " by " and not _VERBAL.search(gap)
        if passive or near or last or joined or reduced or relative or _IF.search(gap):
            return True, reference
    return NO


_WHAT_IT_WOULD_DO = re.compile(
    r"\s(?:(?!say|stat|claim|argu|not)\w+ing|(?:that|which) would(?: have)? \w+)"
    r"(?:(?!\b(?:that|which|who|and|but|as|after|when|while)\b)[\w.'’ -]){1,70}"
)
"""Between a draft and its verb, what it asks for: "a text providing for six months | failed"."""


def right_before(spot: Spot) -> Frame:
    """A draft right before the cue, with at most its own complement between: "resolutions on Syria defeated"."""
    fits, reference = has_subject(spot)
    if not fits or reference is None:
        before = next((draft for draft in reversed(spot.drafts) if draft.end <= spot.start), None)
        return (True, before) if before and _WHAT_IT_WOULD_DO.fullmatch(spot.gap_from(before)) else NO
    gap = without_its_aim(without_asides(spot.gap_from(reference)))
    complement = (
        r"(?:\s*(?:on|in|of|by|for|from|to|backed by|drafted by|sponsored by|calling for|demanding|condemning) "
        r"[\w.,'’ -]{0,60}"
        r"|\s*,? which (?:got|won|received|drew|garnered|mustered) [\w ]{1,40} and)?"
    )
    verbs = r"\s*(?:(?:that|which|was|were|is|are|has|have|had|been|also|then|\w+ly)\s+)*"
    auxiliary = re.match(r"(?:was|were|been|being|be|is|are|has|have|had)\b", spot.words)
    if re.fullmatch(complement + r",?" + verbs, gap) or auxiliary or re.fullmatch(r"['’]s? (?:\w+ )?", gap):
        return True, reference
    return NO


MEANWHILE = re.compile(r"\b(?:as|while|after)\b")
"""What parts a step from a text of which something else is told: "to vote on a truce as a rival draft emerges"."""


def about(spot: Spot) -> Frame:
    """A draft follows behind a preposition."""
    for reference in spot.drafts:
        gap = spot.gap_to(reference)
        about = re.search(r"\b(?:on|over|about|of|against|for|regarding|concerning|around)\b", gap)
        parted = re.search(r"(?<![A-Z])[.;:]\s|, said\b|\b(?:which|whose)\b", gap) or MEANWHILE.search(gap)
        if reference.start >= spot.end and len(gap) < 90 and about and not parted:
            return True, reference
    return NO


def in_sentence(spot: Spot) -> Frame:
    """A draft is named anywhere in the sentence."""
    return bool(spot.drafts), None


def in_context(spot: Spot) -> Frame:
    """The article is about a draft, as every one is that is read at all."""
    return True, None


_ITS = re.compile(
    r"\b(?:its|seek(?:s|ing)?|sought|win(?:ning)?"
    r"|(?:chance|prospect|hope|odds|likelihood|possibility|path)s? (?:of|to|for)) (?:\w+ ){0,2}$"
)


_THE = re.compile(
    r"\b(?:an|the|this|that|quick|swift|early|speedy|rapid|prompt|upon|pending|within \w+ of) $", re.IGNORECASE
)
_OF_PEOPLE = re.compile(r" (?:agenc(?:y|ies)|ratings?|rates?|papers?|cent(?:er|re)s?|laws?|poll)\b")
"""What makes "the adoption" that of a child, and "the approval" that of a king."""
_SEEN = re.compile(r"\b(?:see|seeing|wants?|wanted|have|having|get|gets|getting|got) (?:it|this|them) $")
_PASSIVE = re.compile(r"(?:was|were|is|are|be|been|being|has been|had been)\b")
_BUT = re.compile(r"\b(?:it|text|draft|resolution|measure)\b[^.;]{0,80}\bbut (?:then |still )?$", re.IGNORECASE)
_BE = (
    r"(?:was|is|(?:was|is)n['’]t|ha(?:s|d)(?:n['’]t| not)(?: yet)? been|won['’]t be|has been|had been"
    r"|(?:had yet )?to be|(?:has no chance of )?being|(?:would|could|might|should) have been"
    r"|(?:(?:will|could|can|cannot|may|would|should) )?(?:not )?be) (?:\w+ ){0,2}(?:to be )?"
)
_AUXILIARIES = (
    r"(?:(?:would|could|might|may|will|has|have|had|not|to|seem(?:s|ed)|look(?:s|ed)|appear(?:s|ed)|is|was|likely|expected"
    r"|certain|sure|set|bound|doomed|destined|most|very|be|been|\w+ly)[\"”]? [\"“]?){0,5}"
)


_IT_AHEAD = re.compile(
    r"\W*(?:If|Unless|Once|When|Before|Until|After|As soon as|(?:A|Two|Three) (?:day|week)s? (?:after|before))"
    r"[^,;.]{0,40}? it\b[^,;.]{0,60}, (?=(?:the|an?|this|its) |[A-Z])"
)


def _named_next(spot: Spot) -> bool:
    """Whether the sentence opens with a clause on "it" and names the draft next: "If it passes, the text will"."""
    ahead = _IT_AHEAD.match(spot.text)
    return bool(ahead and spot.end <= ahead.end() and any(draft.start >= ahead.end() - 1 for draft in spot.drafts))


_SOMETHING = re.compile(r"(?:adopt|approv|pass|veto|circulat)\w* (?:this|one|something)\b(?! \w+(?:s|tion|ment)\b)")
"""A step and a pronoun that is its object: "in the end they will adopt something"."""


def pronoun(spot: Spot) -> Frame:
    """A pronoun stands for a draft named shortly before."""
    named = any(draft.end <= spot.start for draft in spot.drafts) or spot.context.just_named or _named_next(spot)
    verb = _AUXILIARIES if spot.words.startswith(("pass", "fail")) or _PASSIVE.match(spot.words) else _BE
    subject = re.search(
        rf"(?:\bit|\b(?:but|and|if) this|(?:^|[,;] |\band )(?:which|that)) {verb}$|\bwhich (?:it|they) (?:then )?$",
        spot.before(40),
        re.IGNORECASE,
    ) or re.search(rf"^\W*It [^.;,:]{{2,70}} and (?:then |later )?{_BE}$", spot.text[: spot.start])
    object_ = re.search(r"\b(?:it|them)\b", spot.text[spot.start : spot.end + 5]) or _SOMETHING.match(
        spot.text, spot.start
    )
    its = spot.words.endswith(("tion", "sage", "oval", "awal", "passing")) and _ITS.search(spot.before(40))
    seen = _SEEN.search(spot.before(20))
    but = spot.words.startswith("fail") and _BUT.search(spot.before(110))
    if (
        spot.words in {"adoption", "approval", "passage"}
        and _THE.search(spot.before(8))
        and not spot.after(4).startswith(" of")
        and not _OF_PEOPLE.match(spot.after(12))
    ):
        return True, None
    acts = spot.words.endswith("ing")  # "which is weighing" is nobody's object
    return bool((subject and not acts) or object_ or its or but or seen) and named, None


_IT_DOES = re.compile(
    rf"(?P<other>\b(?:and|but|so) )?\bit (?:(?:won|got|received|drew|had) [\w -]{{1,30}} and )?{_AUXILIARIES}$",
    re.IGNORECASE,
)


def it_does(spot: Spot) -> Frame:
    """A pronoun that stands for a draft named shortly before is the subject of the verb: "It sailed through".

    Behind another subject it may be that one: "the boat had a leak and it went down".
    """
    here = any(draft.end <= spot.start for draft in spot.drafts)
    it = _IT_DOES.search(spot.before(60))
    return bool(it and (here or (spot.context.just_named and not it["other"]))), None


_CUT_OFF = re.compile(r"(?<![A-Z])[.;:]\s|\bbut\b(?! (?:had|has|have|was|were|is|are|not)\b)")


_SHARES_BE = re.compile(
    r"\b(?:be|been|was|were) (?:\w+ly )?\w+(?:ed|en|wn|nt)(?: (?:on|by|at|in|to|for|with|from|among|later|this|next"
    r"|early) (?:[\w’'-]+ ){0,3}[\w’'-]+)? (?:and|or|but)(?: not| then| later| never| finally)? $"
)
"""A second participle of one passive: "was to be printed on Monday and tabled"."""


def passive(spot: Spot) -> Frame:
    """A passive, with a draft named before it in the clause."""
    if spot.words.endswith("ing"):
        return NO
    by_be = re.search(
        r"\b(?:being|been|be|(?:is|was|were|are)(?:n['’]t)?|remains?|remained)"
        rf"{_INSERTED}(?:\w+ )?(?:\w+ly |being )?$",
        spot.before(60),
        re.IGNORECASE,
    )
    by_be = by_be or _SHARES_BE.search(spot.before(90))
    in_cue = re.match(r"(?:being|been|be|is|was|were|are) ", spot.words, re.IGNORECASE)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    in_clause = [draft for draft in earlier if not _CUT_OFF.search(spot.gap_from(draft))]
    return bool(by_be or in_cue) and bool(in_clause), in_clause[0] if in_clause else None


_FOR_TEXT = re.compile(
    r"\b(?:push|bid|effort|attempt|call|campaign|request|plea|drive) for a (?:\w+ ){0,4}(?:document|text|resolution)\b"
)


def push(spot: Spot) -> Frame:
    """A push for a Council document: the sponsors who withdraw it withdraw the text."""
    return bool(_FOR_TEXT.search(spot.after(90))) and bool(COUNCIL.search(spot.text)), None


def state_object(spot: Spot) -> Frame:
    """A state before the verb, a day or an aside between at most, and a draft behind: "Russia proposed the text"."""
    right_before = any(
        0 <= spot.start - state.end <= 12
        or (spot.start > state.end and _BETWEEN.fullmatch(spot.text, state.end, spot.start))
        for state in spot.states
    )
    and_then = _AND.search(spot.before(6)) and any(state.end < spot.start for state in spot.states)
    spoken = _MEMBERS.search(spot.before(30)) or _ENVOY_NAMED.search(spot.before(60))
    fits, reference = has_object(spot)
    return fits and bool(right_before or and_then or spoken), reference


_BETWEEN = re.compile(
    r" (?:late |early )?(?:on )?\w+day(?: (?:morning|afternoon|evening|night))? |, (?:the|an?) [^,.;]{2,90}, "
    r"| (?:(?:is|was|are|were|will|would|may|might|could|plans?|wants?|hopes?|intends?|expected|due|set|ready"
    r"|also|to) ){1,5}"
)
"""What may stand between a state and its verb: a day, auxiliaries, or what it is: "Peru, the penholder, proposed"."""
_ENVOY_NAMED = re.compile(r"\b(?:[Aa]mbassador|envoy|[Mm]inister|[Ss]ecretary) (?:[A-Z][\w.’'-]+ ){1,4}$")
_AND = re.compile(r"\band (?:then )?$")
_MEMBERS = re.compile(
    r"\b(?:members|countries|states|nations|delegations|council|powers|sponsors|we|they|he|she) "
    r"(?:had |have |then |also )?$",
    re.IGNORECASE,
)


def dubbed(spot: Spot) -> Frame:
    """A passive, and a draft anywhere before it in the sentence."""
    be = re.search(r"\b(?:be|is|was) $", spot.before(8)) or re.match(r"(?:be|is|was) ", spot.words)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    return bool(earlier) and bool(be), earlier[-1] if earlier else None
