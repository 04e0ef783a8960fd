"""From articles to mentions, drafts and events.

Knows the order of the work over a set of articles: read each, date them, join their drafts into stories, merge mentions
into events. Refuses to know any of these itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lifecycle.mining.article import Article
from lifecycle.mining.mined import Mention, Mined
from lifecycle.mining.reading import found_in
from lifecycle.model.reports import When


def mine(articles: Sequence[Article], published: Mapping[str, date] | None = None) -> Mined:
    """Find every mention in `articles`, as one set. `published` gives publication days by file."""
    mentions = []
    n = 0
    for index, article in enumerate(articles):
        found, register = found_in(article)
        for f in found:
            n += 1
            s = f.sentence
            mentions.append(
                Mention(
                    f"m{n}",
                    article.file,
                    s.start + f.framed.start,
                    s.start + f.framed.end,
                    s.text[f.framed.start : f.framed.end],
                    s.text,
                    f.framed.rule.type,
                    f"a{index}d{f.entry.place}",
                    f.reading.modality,
                    f.actors,
                    When(),
                    None,
                    f.framed.rule.id,
                    f.reading.reasons,
                )
            )
    return Mined(tuple(articles), (), tuple(mentions), (), (), (), ())
