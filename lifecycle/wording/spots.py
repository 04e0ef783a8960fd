"""A cue in its sentence, with what a frame may look at.

Knows the text round a cue, the drafts and states its sentence names, and the names of the Council. Refuses to judge
whether the cue is a step; that is `frames`'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lifecycle.wording.drafts import Reference
from lifecycle.wording.nations import Nation

REACH = 110
"""How many characters from a cue its draft may stand."""

COUNCIL = re.compile(
    r"\b(?:UN |U\.N\. |United Nations )?(?:[Ss]ecurity [Cc]ouncil|UNSC"
    r"|\d+-(?:member|nation|strong) (?:council|body|organ)"
    r"|[Tt]he [Cc]ouncil|world body|council members"
    r"|(?<!Rights )(?<!rights )(?<!Governing )(?<!ermanent )(?<!ity )(?<!European )(?<!Cooperation )(?<!state )"
    r"(?<!ational )"
    r"[Cc]ouncil)\b(?! of (?:[Mm]inisters|[Ss]tate\b|[Ee]lders|Europe|[Gg]overnors|[Rr]epresentatives))"
)


_BRACKETS = re.compile(r" ?\([^()]{1,80}\)")
"""An aside that no grammar runs through: "a draft resolution (document S/2021/711), submitted by Peru"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a sentence.

    `just_named`: a draft stood shortly before; `elsewhere`: the talk is of another body; `headline`: the sentence is a
    title line. `before` is the sentence before it in its paragraph. `published` is the day of the article, `past` says
    that its paragraph tells of an earlier time. `one_talks`: the article tells of a draft, and of no talks but on it.
    `abroad`: the article is about another body, whose texts are tabled too, and the Council was not just named.
    """

    just_named: bool = False
    elsewhere: bool = False
    headline: bool = False
    before: str = ""
    published: date | None = None
    past: bool = False
    one_talks: bool = False
    abroad: bool = False


@dataclass(frozen=True)
class Spot:
    """A cue at `start`..`end` of the sentence `text`, in its clause, with the drafts and states the sentence names."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]
    drafts: Sequence[Reference]
    states: Sequence[Nation]
    context: Context

    @cached_property
    def words(self) -> str:
        """The cue itself."""
        return self.text[self.start : self.end]

    def before(self, reach: int) -> str:
        """The text before the cue, at most `reach` characters of it."""
        return self.text[max(0, self.start - reach) : self.start]

    def after(self, reach: int) -> str:
        """The text behind the cue, at most `reach` characters of it."""
        return self.text[self.end : self.end + reach]

    def gap_to(self, reference: Reference) -> str:
        """What stands between the cue and a draft behind it."""
        return _BRACKETS.sub("", self.text[self.end : max(reference.start, self.end)])

    def gap_from(self, reference: Reference) -> str:
        """What stands between a draft before the cue and the cue."""
        return _BRACKETS.sub("", self.text[reference.end : self.start])


Frame = tuple[bool, Reference | None]
NO: Frame = (False, None)
