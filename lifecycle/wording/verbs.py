"""A step as a verb: its auxiliaries, how it is inflected, and the clause that stands before it.

Knows just enough English to find what stands right before a cue and which way it is inflected. Refuses to know what
that makes of the step; that is `modality`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.steps import clause_of

REACH = 110
"""How many characters before a step its governing word may stand."""


MODAL = re.compile(r"\b(?:would|could|might|may|should|can|ought|must|\w+['’]d)\b")
WILL = re.compile(r"\b(?:will|shall|\w+['’]ll)\b")
NOT = re.compile(r"\b(?:not|never|cannot|\w+n['’]t)\b")
TO = re.compile(r"\bto\b")
ASKED_THAT = re.compile(r"\b(?:propos|ask|demand|request|urg|recommend|insist|suggest)\w* that [^.;,]{0,60}$")
"""A clause that asks for what follows: "proposed that the Council put off"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The step as a verb: `left`, the clause before it; `chain`, its auxiliaries; `form`, how it is inflected.

    `words` are those of the cue itself.
    """

    left: str
    chain: str
    form: str
    words: str


_CHAIN = re.compile(
    r"(?:\b(?:would|could|might|may|should|can|cannot|ought|must|shall|will|has|have|had|having|was|were|is|are|be|been|being"
    r"|did|does|do|not|never|to|also|now|again|still|even|already|yet|first|later|then|soon|just|both|all|ever"
    r"|get|got|almost|in good conscience|in theory|in principle|at least|\w+ly|\w+n['’]t|\w*['’](?:ll|d|ve|re)"
    r"|(?:it|he|she|that|who|what|there|council)['’]s) +)+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:(?:would|could|might|may|must|should|can|shall|will|has|have|had|was|were|is|are|be|been|being|did|does|not|never|to|even"
    r"|also|now|again|then|still|\w+ly|\w+n['’]t) +)+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:[\w-]+ed|brought|put|drew|withdrew|withdrawn|took|gave|got|won|cast|met|sent|held|began|begun|drawn|shared|threw"
    r"|thrown|wrote|written|rewrote|rewritten|fell|fallen|sank|sunk|stood|shot|struck|cut|fought|sat|spent|laid|sprang|came"
    r"|went|gone|lost|ran|redrew|made|kept|left|led|built|chose|chosen|broke|broken|tore|torn|found|thought|swung|split"
    r"|grew|hung|fed|sought|bowed|said|told|saw|seen|bought|caught)$",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:submit|veto|withdraw|adopt|pass|approve|reject|circulate|table|postpone|amend|endorse|abstain|block|delay|use|"
    r"introduce|present|revise|distribute|share|discuss|debate|negotiate|vote|propose|cast|exercise|drop|pull|secure|win"
    r"|soften|dilute|rewrite|redraft|reword|rework|trim|shorten|weaken|toughen|strengthen|scrap|shelve|abandon|ditch|retract"
    r"|rescind|kill|sink|scuttle|torpedo|derail|quash|thwart|launch|lodge|file|float|unveil|defer|delay|reschedule)$",
    re.IGNORECASE,
)


_MODAL_OR_DO = r"will|would|could|might|may|should|must|shall|can|did|does|do"
_AUXILIARY = rf"(?P<auxiliary>\b(?:{_MODAL_OR_DO}|has|have|had|was|were|is|are)(?: not|n['’]t)?)"
_ASIDE = re.compile(
    rf"{_AUXILIARY} (?:(?:(?:late |early )?(?:on|by) )?\w+day|(?:this|next) (?:week|month)"
    r"|(?:later |early )?(?:today|tonight)|tomorrow|in the (?:end|coming \w+|next \w+)|so far|at last|of course"
    r"|at the last (?:minute|moment)"
    r"|once (?:again|more)|in turn|in future|for now|in effect|for the first time|as a result"
    r"|as expected|instead|in all likelihood|in that case|no doubt)"
    r" (?=(?:not |have |be |been |\w+ly )*$)"
)
"""A day or a turn of speech between an auxiliary and its verb: "will on Monday submit"."""
_SAID_BETWEEN = re.compile(
    rf"{_AUXILIARY}, (?:[^,.;]{{2,40}} (?:said|says|say|added|announced|told \w+)|according to [^,.;]{{2,40}}"
    r"|it (?:is|was) (?:thought|said|hoped|feared|expected)), (?:be |been |\w+ly )*$"
)
"""A speaker named between an auxiliary and its verb: "will, its envoy said, submit"."""
_DAY_BEFORE_TO = re.compile(
    r"(?<=\w)(?<! for)(?<! until)(?<! since) (?:(?:(?:late |early )?(?:on )?\w+day"
    r"|yesterday|today|tonight|(?:this|last|next) week|once (?:again|more))"
    r"(?: (?:night|morning|evening|afternoon))?) (?=(?:not )?to (?:\w+ly )?(?:be )?$)"
)
"""A day between a verb and what it governs: "declined yesterday to block"."""
_TURN = re.compile(
    r", (?:however|though|therefore|thus|accordingly|consequently|in fact|of course|indeed|meanwhile|finally|so far"
    r"|as yet|after all|in turn),(?= (?:not |be |been |\w+ly )*$)"
)
"""A turn of speech set off by commas right before the verb: "was, therefore, not"."""
_WHICH = re.compile(r", (?:which|who)\b ?$")
_WHICH_ASIDE = re.compile(
    rf"(?!(?:which|who)\b)[^,;:]{{3,70}}, (?P<rest>(?:{_MODAL_OR_DO}|has|have|had|is|are|was|were|then|now)\b"
    r"[\w ’']{0,30} )"
)
"""A relative clause told in passing, and the verb of the main clause: "which has few friends, will "."""
_EITHER_FORM = re.compile(r"(?:put|cast|cut|set|let|shed)\b", re.IGNORECASE)
"""Verbs whose past is their base."""
_WANTS_A_BASE = re.compile(
    rf"\b(?:(?:{_MODAL_OR_DO}|makes?|made|lets?|help(?:s|ed)?)(?: (?!to\b|and\b|had\b|was\b)[\w.’'-]+){{1,4}}"
    r"|rather than|had better) $",
    re.IGNORECASE,
)
"""What stands before a base form: "did Peru", "rather than"."""


def verb_of(text: str, framed: Framed) -> Verb:
    """The step that the sentence `text` tells, as a verb of its clause.

    >>> from lifecycle.wording.codebook import codebook
    >>> veto = Framed(next(r for r in codebook().steps if r.id == "vetoed"), 17, 21, (0, 30), None)
    >>> verb = verb_of("Russia would not veto the text", veto)
    >>> verb.left, verb.chain, verb.form
    ('Russia ', 'would not ', 'base')
    """
    words = text[framed.start : framed.end]
    leading = _LEADING.match(words)
    inner = leading.group() if leading else ""
    between = _SAID_BETWEEN.search(text, max(0, framed.start - REACH), framed.start)
    at = between.start() if between else framed.start
    first = max(clause_of(text, at, at)[0], at - REACH)
    before_it = text[first:at] + (between["auxiliary"] + " " if between else "")
    if which := _WHICH_ASIDE.fullmatch(before_it):
        main = clause_of(text, first - 8, first - 8)[0] if first > 8 else first
        subject = _WHICH.search(text, max(main, at - REACH - 60), first)
        before_it = (text[main : subject.start()][-REACH:] + " " + which["rest"]) if subject else before_it
    left = codebook().pseudo.sub(lambda found: "_" * len(found.group()), before_it)
    left = _DAY_BEFORE_TO.sub(" ", _TURN.sub("", left))
    left = _ASIDE.sub(lambda found: found["auxiliary"] + " ", re.sub(r"[\"“”()\[\]]", " ", left))
    whole = left + inner
    chain = _CHAIN.search(whole)
    before = whole[: chain.start()] if chain else whole
    form = _form(words[len(inner) :])
    if form == "past" and _EITHER_FORM.match(words) and not chain and _WANTS_A_BASE.search(before):
        form = "base"
    return Verb(before, chain.group().lower() if chain else "", form, words)


def _form(words: str) -> str:
    """How the first word of the cue is inflected: past, base, ing, s, or noun."""
    if re.match(r"(?:use|exercise) of\b", words, re.IGNORECASE):
        return "noun"
    word = re.split(r"[ ,]", words, maxsplit=1)[0]
    for form, pattern in (("past", _PAST), ("base", _BASE)):
        if pattern.match(word):
            return form
    return "ing" if word.endswith("ing") and word != "meeting" else "s" if re.search(r"[^s]s$", word) else "noun"


_WHETHER_DONE = re.compile(r"\bwhether\b[^.;]*\b(?:could|would|should|can|will|were|was|is|are)\b[^.;]* (?:and|but) $")
"""A question that has its verb, and a second verb beside the asking: "to see whether it could be mended and will"."""


def conditional(verb: Verb) -> bool:
    """Whether the clause supposes the step: "if", "unless", "imagine", "should it be", "had it"."""
    if _WHETHER_DONE.search(verb.left):
        return False
    return bool(
        re.search(
            r"\b(?:[Ii]f|[Uu]nless|[Ii]magine|[Ss]uppose|(?<!on )(?<!about )(?<!over )[Ww]hether|provided that"
            r"|[Ii]n case(?! of)|[Ii]n the case that"
            r"|as long as)\b"
            r"|^\W*Had\b|\b[Ss]hould (?:it|they|(?:the|its|their|that|this|an?) (?:[\w-]+ ){0,3}\w+)\b|^\W*Should \w"
            r"|^\W*Were (?:it|they|the|its|their|that|this|an?|[A-Z])\b",
            verb.left,
        )
    )


_NAMES_ONLY = re.compile(
    r"\W*(?!(?:Instructions?|Plans?|Efforts?|Attempts?|Calls?|Moves?|Bids?|Decisions?|Refusal|Failure|Threats?|Pressure"
    r"|Demands?|Requests?|Hopes?|Appeals?|Proposals?|Orders?|Permission|Reluctance|Willingness|Readiness|In|Asked|How|When"
    r"|Whether|Where|What|Were) )"
    r"(?:(?:[A-Z][\w.'’-]*|group|nations|states|members|council|bloc|powers|sponsors|allies),? ?(?:and )?){1,6}"
)
"""The start of a headline: "France to delay vote"."""
_SEEKS = re.compile(
    r"\b(?:Seek|Want|Hope|Trie|Tries|Aim|Move|Plan|Threaten|Vow|Refuse|Fail|Agree|Decide|Vote|Pledge|Offer|Prepare"
    r"|Likely|Expected|Urged|Asked|Ready|Poised|Pressed|Willing|Unlikely|Told|Due|Set|Scheduled|Forced)(?:s|d|ed)? $"
)
"""A verb of a headline in capitals: "France Seeks to Soften UN Draft"."""


def heads_a_story(verb: Verb) -> bool:
    """Whether names and a bare "to" before the step make it the plan of a headline: "France to delay vote"."""
    return bool(_NAMES_ONLY.fullmatch(verb.left)) and verb.chain == "to " and not _SEEKS.search(verb.left)
