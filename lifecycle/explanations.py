"""Every error at length: what it means, and what to do about it.

Knows where the explanations stand (`errors.yaml`) and the form of one. Refuses to know any error itself, and how an
explanation is shown.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from lifecycle.located import read


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind an error's short name.

    `title` says it in a line, `says` why it is an error, `mend` what to do; `example` shows lines as they should be,
    empty where there is nothing to show.
    """

    slug: str
    title: str
    says: str
    mend: str
    example: str = ""

    def to_json(self) -> dict[str, str]:
        """The document `explain SLUG --json` prints."""
        return asdict(self)


@cache
def explanations() -> dict[str, Explanation]:
    """Every explanation by its slug, in alphabetical order.

    >>> explanations()["votes-twice"].title
    'a member is given two ballots on one text'
    """
    path = Path(__file__).with_name("errors.yaml")
    entries = read(path, path.name).plain()
    return {slug: Explanation(slug, **{key: text.strip() for key, text in entries[slug].items()}) for slug in entries}
