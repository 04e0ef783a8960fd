"""How what was mined looks on a terminal: stories, drafts, events with their days and words, conflicts.

Knows 80 columns, and that an article's words are only text. Refuses to find, merge or date anything.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from lifecycle.cli.drawing import OUTCOME_STYLES, file_labels, open_table, put, quote_text, when_text
from lifecycle.cli.output import clean
from lifecycle.mining.mined import Mention, Mined, MinedDraft, MinedEvent, Story
from lifecycle.model.reports import Evidence, When
from lifecycle.press.front_matter import has_words
from lifecycle.reading.bodies import tells_of_the_council

if TYPE_CHECKING:
    from rich.console import Console

MOST_LISTED = 12
"""A story of more articles than this is not listed article by article."""

MOST_STORIES = 30
"""An archive of more stories than this belongs in a file, not on a screen."""

_SHOWN = frozenset(("occurred", "planned"))
"""The modalities that are listed unless all are asked for."""

_WORDS = {"hypothetical": "wished, feared or supposed", "negated": "denied", "history_other": "about other texts"}


class MinedPage:
    """Where findings are printed. `full` shows every mention, `plain` leaves out columns.

    `texts` are those of the articles, where nothing was found in a few and it can be said why.
    """

    def __init__(
        self, out: Console, mined: Mined, *, full: bool, plain: bool, texts: Sequence[str] | None = None
    ) -> None:
        self.out, self.mined, self.full, self.plain, self.texts = out, mined, full, plain, texts
        self.mentions = {mention.id: mention for mention in mined.mentions}
        self.labels = file_labels(article.file for article in mined.articles)
        years = Counter(mention.date.best.year for mention in mined.mentions if mention.date.best)
        self.year = years.most_common(1)[0][0] if years else None

    def show(self) -> None:
        """Every story with its drafts, then what contradicts what."""
        put(self.out, Text(self._summary(), "bold"))
        by_draft: dict[str, list[MinedEvent]] = {}
        for event in self.mined.events:
            by_draft.setdefault(event.draft, []).append(event)
        drafts = {draft.id: draft for draft in self.mined.drafts}
        shown = self.mined.stories if self.full else self.mined.stories[:MOST_STORIES]
        for story in shown:
            self._story(story)
            for name in story.drafts:
                self._draft(drafts[name], by_draft.get(name, ()))
        if more := len(self.mined.stories) - len(shown):
            self.out.print()
            put(self.out, Text(f"{more} more {_plural(more, 'story', 'stories')} not shown (--all, or -o FILE)", "dim"))
        self._undated()
        self._others(event for event in self.mined.events if event.draft.startswith("o"))
        self._stances()
        for conflict in self.mined.conflicts:
            put(
                self.out,
                Text(f"conflict   {conflict.draft or ''}  {conflict.about}: {clean(conflict.text)}", "bold red"),
            )

    def _undated(self) -> None:
        """How an article whose day nobody knows gets one: until then its steps have none, and join no others'."""
        told = {mention.file for mention in self.mined.mentions}
        bare = [each.file for each in self.mined.articles if each.published == When() and each.file in told]
        if bare:
            n, option = len(bare), shlex.quote(f"{bare[0]}=YYYY-MM-DD")
            what = f"{n} {_plural(n, 'article has', 'articles have')} no day of publication"
            cure = f"--published {option}, a table of --dates, or a line `published:` in front matter gives one"
            self.out.print()
            put(self.out, Text(clean(f"{what}, by which steps are dated and articles joined: {cure}."), "dim"))

    def _summary(self) -> str:
        articles, mentions = len(self.mined.articles), len(self.mined.mentions)
        told = len({mention.file for mention in self.mined.mentions})
        if not mentions:
            none = (
                f"No step in the life of a draft resolution in {articles} {_plural(articles, 'article', 'articles')}."
            )
            return f"{none}{self._why_none()}"
        year = f" Days are of {self.year} where no year stands." if self.year else ""
        of = f"{told} of {articles}" if told < articles else f"{articles}"
        found = f"{mentions} {_plural(mentions, 'mention', 'mentions')}"
        return f"{found} in {of} {_plural(articles, 'article', 'articles')}.{year}{self._without()}"

    def _why_none(self) -> str:
        """Why nothing was found, as far as the articles tell: those without a word are no reason."""
        if self.texts is not None:
            worded = [text for text in self.texts if has_words(text)]
            if not worded:
                return ""
            if not any(map(tells_of_the_council, worded)):
                who = "None of them speaks" if len(worded) > 1 else "It does not speak"
                who = who if len(worded) == len(self.texts) else "What has words in it does not speak"
                return f" {who} of the UN Security Council and a text or a vote before it."
        return " Those of other bodies, such as the General Assembly, do not count."

    def _without(self) -> str:
        """Which articles of a few tell of no step, and why that may be."""
        told = {mention.file for mention in self.mined.mentions}
        without = [self.labels[article.file] for article in self.mined.articles if article.file not in told]
        if not without or len(self.mined.articles) > MOST_LISTED:
            return ""
        names = clean(", ".join(without))
        return f" None of a Security Council draft in {names}."

    def _story(self, story: Story) -> None:
        articles = {article.file: article for article in self.mined.articles}
        self.out.print()
        n = len(story.files)
        put(self.out, Text(f"Story {story.id}: {n} {_plural(n, 'article', 'articles')}", "dim"))
        for file in story.files if self.full or n <= MOST_LISTED else ():
            when, margin = articles[file].published, articles[file].margin
            day = when_text(when, self.year).replace("\n", " ")
            basis = f", {when.basis}" if when.best else ""
            worse = f", the next best day {margin:g} worse" if self.full and margin is not None else ""
            put(self.out, Text(clean(f"  {self.labels[file]}  published {day}{basis}{worse}"), "dim"))
        for reason in story.reasons if self.full else ():
            put(self.out, Text(clean(f"  {reason}"), "dim"))

    def _draft(self, draft: MinedDraft, events: Sequence[MinedEvent]) -> None:
        who = f"   {', '.join(draft.sponsors)}" if draft.sponsors else ""
        symbol = f"   {draft.symbol}" if draft.symbol else ""
        self.out.print()
        put(self.out, Text(clean(f"{draft.id}  {draft.label}{symbol}{who}"), "bold"))
        shown = [event for event in events if self.full or event.modality in _SHOWN]
        self._events(shown)
        hidden = Counter(event.modality for event in events if event not in shown)
        if hidden:
            said = ", ".join(f"{n} {_WORDS.get(word, word)}" for word, n in hidden.items())
            put(self.out, Text(f"not shown: {said} (--all)", "dim"))

    def _events(self, events: Sequence[MinedEvent]) -> None:
        if self.plain:
            for event in events:
                when = when_text(event.date, self.year).replace("\n", " ")
                for line in self._words(event):
                    put(self.out, Text(f"{when}: {self._what(event).plain.replace(chr(10), ' ')}: ").append_text(line))
            return
        table = open_table()
        table.add_column("when", no_wrap=True)
        table.add_column("what", no_wrap=True)
        table.add_column("words", overflow="fold")
        for event in events:
            table.add_row(
                Text(when_text(event.date, self.year)), self._what(event), Text("\n").join(self._words(event))
            )
        if events:
            put(self.out, table)

    def _what(self, event: MinedEvent) -> Text:
        word = event.type.replace("_", " ")
        text = Text(word.upper() if event.type in OUTCOME_STYLES and event.modality == "occurred" else word)
        if event.modality == "occurred":
            text.stylize(OUTCOME_STYLES.get(event.type, "default"))
        else:
            text.append(f"\n{event.modality.replace('_other', '')}", "dim")
        return text

    def _words(self, event: MinedEvent) -> list[Text]:
        told = [self.mentions[name] for name in event.mentions]
        if self.full:
            return [self._quote(mention) for mention in told]
        first = self._quote(told[0])
        if len(told) > 1:
            first.append(f"  +{len(told) - 1} more", "dim")
        return [first]

    def _quote(self, mention: Mention) -> Text:
        quote = quote_text(Evidence(mention.file, mention.start, mention.end, mention.quote, mention.cue), self.labels)
        if self.full:
            quote.append(f" {mention.id}", "dim")
            why = [reason.removeprefix("day: ") for reason in mention.reasons if reason.startswith("day: ")]
            quote.append(clean(f", {', '.join(why)}" if why else ""), "dim")
        return quote

    def _others(self, events: Iterable[MinedEvent]) -> None:
        events = tuple(events)
        if not events:
            return
        self.out.print()
        if self.full:
            put(self.out, Text("Other texts", "bold"))
            self._events(events)
        else:
            n = len(events)
            put(self.out, Text(f"{n} {_plural(n, 'event', 'events')} of other texts not shown (--all)", "dim"))

    def _stances(self) -> None:
        if not self.mined.stances:
            return
        self.out.print()
        if not self.full:
            n = len(self.mined.stances)
            put(self.out, Text(f"{n} {_plural(n, 'stance', 'stances')} of members not shown (--all)", "dim"))
            return
        put(self.out, Text("Stances", "bold"))
        for stance in self.mined.stances:
            line = Text(clean(f"{stance.draft}  {stance.member} {stance.stance.replace('_', ' ')}: "))
            put(
                self.out,
                line.append_text(
                    quote_text(Evidence(stance.file, stance.start, stance.end, stance.quote), self.labels)
                ),
            )


def _plural(n: int, one: str, many: str) -> str:
    return one if n == 1 else many
