"""How the model's nouns look on a terminal: a day, a roll, a decision, a trace.

Knows letters before colours, 80 columns, and that quoted text is only text. Refuses to compute anything: it draws
values that are complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from lifecycle.cli.output import clean
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.decision import Decision
from lifecycle.model.draft import Basis
from lifecycle.model.machine import Step, Trace
from lifecycle.model.reports import MONTHS, Evidence, When, day_in_words

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.segment import Segment

    from lifecycle.model.council import Council
    from lifecycle.model.rules import Rule

OUTCOME_STYLES = {"adopted": "bold green", "vetoed": "bold red", "failed": "bold yellow"}
_BALLOT_STYLES = {Ballot.YES: "green", Ballot.NO: "bold red", Ballot.ABSTAIN: "yellow"}
_WORDS = {ballot: ballot.replace("_", " ") for ballot in Ballot}
QUOTE = 120
"""The most characters of an article's words that a trace shows, the ellipses at their ends among them."""

_MORE = "\u2026"
_STOPS = (".", "!", "?", _MORE)
"""What the last word of a sentence ends in; an article's own ellipsis needs no second."""

_OPENING, _CLOSING = "\"'\u201c\u2018(", "\"'\u201d\u2019)"
"""Marks that may stand before a sentence's first letter, and behind its stop: both are looked at through them."""

HANGING = 2
"""How many columns further in a line that is set in goes on."""


def outcome_text(word: str) -> Text:
    """An outcome or a state, in capitals."""
    return Text().append(word.replace("_", " ").upper(), OUTCOME_STYLES.get(word, "bold"))


def council_words(council: Council) -> str:
    """Which Council it is: that of a day, or one that never sat."""
    return f"Security Council of {day_in_words(council.on)}{' (invented)' if council.invented else ''}"


def seats_words(council: Council, rule: Rule, needed: int | None = None) -> str:
    """How many sit, how many votes are needed (by default the ordinary majority), and how many may veto."""
    holders = len(rule.veto_holders(council)) or "nobody"
    return f"{len(council.members)} members, {needed or rule.majority} votes needed, {holders} may veto"


def decision_lines(decision: Decision) -> list[Text]:
    """The decision: outcome and tally, then each reason with the source it rests on, then the rule."""
    head = outcome_text(decision.outcome or "open")
    head.append(f"  {decision.tally}")
    lines = [head]
    lines.extend(Text(reason.sourced) for reason in decision.reasons)
    kind = "" if decision.finding.kind_assumed else f" Kind of matter: {decision.finding.kind.replace('_', ' ')}."
    lines.append(Text(f"Rule: {decision.finding.rule.text}.{kind}"))
    return lines


def roll_lines(roll: Roll, width: int, *, plain: bool) -> list[Text]:
    """Every seat with its letter, members in alphabetical order, * marking permanent ones; `plain`: one a line."""
    members = sorted(zip(roll.council.members, roll.ballots, strict=True), key=lambda pair: pair[0].name)
    if plain:
        return [
            Text(f"{member.name}{' (permanent)' if member.permanent else ''}: {ballot_word(ballot)}")
            for member, ballot in members
        ]
    cells = [_seat(member.name, ballot, permanent=member.permanent) for member, ballot in members]
    lines = columns(cells, width)
    shown = dict.fromkeys(sorted(filter(None, roll.ballots), key=list(Ballot).index))
    key = "  ".join(f"{ballot.letter} {_WORDS[ballot]}" for ballot in shown)
    unknown = "  ? unknown" if None in roll.ballots else ""
    stars = f"{key}{unknown}  * permanent member".strip()
    return [*lines, Text(stars if len(stars) <= width else stars.removesuffix(" member"), "dim")]


def ballot_word(ballot: Ballot | None) -> str:
    """A ballot in words; None is unknown."""
    return _WORDS[ballot] if ballot else "unknown"


def _seat(name: str, ballot: Ballot | None, *, permanent: bool) -> Text:
    letter = ballot.letter if ballot else "?"
    seat = Text().append(f"{letter:<2} ", _BALLOT_STYLES.get(ballot, "dim") if ballot else "dim")
    seat.append(f"{name}{'*' if permanent else ''}", "bold" if permanent else None)
    return seat


def columns(cells: Sequence[Text], width: int) -> list[Text]:
    """Cells in as many columns as fit, each as wide as it needs, read down a column before the next."""
    for across in range(len(cells), 0, -1):
        down = -(-len(cells) // across)
        stacks = [cells[first : first + down] for first in range(0, len(cells), down)]
        widths = [max(cell.cell_len for cell in stack) + 2 for stack in stacks]
        if sum(widths) - 2 <= width or across == 1:
            return [_line(cells[row::down], widths) for row in range(down)]
    return []


def _line(cells: Sequence[Text], widths: Sequence[int]) -> Text:
    line = Text()
    for cell, width in zip(cells, widths, strict=False):
        line.append_text(cell).append(" " * (width - cell.cell_len))
    line.rstrip()
    return line


def day_text(day: date, year: int | None) -> str:
    """A day in short; the year is left out where it is `year`.

    >>> day_text(date(2016, 10, 8), 2016), day_text(date(2017, 1, 2), 2016)
    ('8 Oct', '2 Jan 2017')
    """
    text = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return text if day.year == year else f"{text} {day.year}"


def when_text(when: When, year: int | None) -> str:
    """A day, or the best day with its window below, or what is known of either end."""
    first, last, best = when.from_day, when.to_day, when.best
    if best and first == last == best:
        return day_text(best, year)
    window = f"{day_text(first, year)}-{day_text(last, year)}" if first and last else ""
    if best and first is None and last == best:
        return f"by {day_text(best, year)}"
    if best:
        return f"{day_text(best, year)}\n({window})" if window else f"about {day_text(best, year)}"
    if window:
        return window
    if last:
        return f"by {day_text(last, year)}"
    return f"from {day_text(first, year)}" if first else "not dated"


def file_labels(files: Iterable[str]) -> dict[str, str]:
    """A short name for each file: what stands before the first underscore of its name, if no other begins so.

    Otherwise its name without the ending, if no other has it; otherwise the whole of it.

    >>> file_labels(["seeds/000_ab.txt", "seeds/001_cd.txt"])["seeds/000_ab.txt"]
    '000'
    """
    stems = {file: file.rsplit("/", 1)[-1].rsplit(".", 1)[0] for file in dict.fromkeys(files)}
    heads = {file: stem.split("_")[0] for file, stem in stems.items()}
    head, stem = Counter(heads.values()), Counter(stems.values())
    return {
        file: heads[file] if head[heads[file]] == 1 else stems[file] if stem[stems[file]] == 1 else file
        for file in stems
    }


def open_table(*, gap: int = 2) -> Table:
    """An empty table as all of ours are: without lines, dim headings, so many blanks between two columns."""
    return Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), header_style="dim")


def trace_table(trace: Trace, year: int | None, labels: dict[str, str]) -> Table:
    """The steps of a life: when (if any is dated), what, why it is there, and the words behind it."""
    dated = any(step.event.when != When() for step in trace.steps)
    table = open_table()
    if dated:
        table.add_column("when", no_wrap=True)
    table.add_column("step", no_wrap=True)
    table.add_column("why", no_wrap=True)
    table.add_column("words", overflow="fold")
    for step in trace.steps:
        when = [Text(when_text(step.event.when, year))] if dated else []
        table.add_row(*when, _step_text(step), Text(step.event.basis), _why_text(step, labels))
    return table


def trace_plain(trace: Trace, year: int | None, labels: dict[str, str]) -> list[Text]:
    """The same steps as sentences, one a paragraph."""
    return [
        Text(
            f"{when_text(step.event.when, year).replace(chr(10), ' ')}: {step.event.act.replace('_', ' ')}, "
            f"{step.event.basis}: {_why_text(step, labels).plain.replace(chr(10), ' ')}"
        )
        for step in trace.steps
    ]


def _step_text(step: Step) -> Text:
    text = Text(step.event.act.replace("_", " "))
    if step.row.target in OUTCOME_STYLES:
        text.append("\n").append_text(outcome_text(step.row.target))
    return text


def _why_text(step: Step, labels: dict[str, str]) -> Text:
    event = step.event
    text = Text(one_line(event.note))
    if event.evidence:
        first, more = event.evidence[0], len(event.evidence) - 1
        lead = "; " if event.note else ""
        text.append(lead).append_text(quote_text(first, labels))
        text.append(f"  +{more} more" if more else "", "dim")
    elif not event.note and event.basis is Basis.REPORTED and event.by:
        text.append(f"by {', '.join(event.by)}")
    return text


def quote_text(evidence: Evidence, labels: dict[str, str]) -> Text:
    """An article's words, cut to fit round the cue among them, with the file and the offset they stand at."""
    words = _ended(one_line(evidence.quote), one_line(evidence.cue))
    text = Text(f"\u201c{words}\u201d ")
    text.append(f"{labels.get(evidence.file, evidence.file)}:{evidence.start}", "dim")
    return text


def _ended(words: str, cue: str) -> str:
    """The words, cut to QUOTE, with an ellipsis where more of their sentence stands, as far as they show it themselves.

    Before a small letter there is more; a capital at the start may be either, and is left. Behind words without a stop
    there is more unless a line of the file ends with them, as a headline does. That nobody knows who has the words
    alone, and an ellipsis behind a headline misleads less than half a sentence that is shown as a whole one.
    """
    opened = not words.lstrip(_OPENING)[:1].islower()
    closed = words.rstrip(_CLOSING).endswith(_STOPS)
    first, last = 0, len(words)
    if last + (not opened) + (not closed) > QUOTE:
        first, last = _stretch(words, cue, QUOTE - 2 * len(_MORE))
    lead = "" if opened and first == 0 else _MORE
    return lead + words[first:last] + ("" if closed and last == len(words) else _MORE)


def _stretch(words: str, cue: str, room: int) -> tuple[int, int]:
    """From where to where `room` characters reach, of whole words, the cue in the middle if it does not stand early."""
    place = max(words.find(cue), 0)
    first, end = 0, place + len(cue)
    if end > room:
        least = max(min(place - (room - len(cue)) // 2, len(words) - room, place), 0)
        first = words.find(" ", least, place) + 1 or least
    last = first + room
    blank = words.rfind(" ", end, last + 1)
    return first, len(words) if last >= len(words) else blank if blank > first else last


def one_line(text: str) -> str:
    r"""Text from outside on one line, without anything a terminal would obey.

    >>> one_line("a\n\tb ")
    'a b'
    """
    return " ".join(clean(text).split())


def tidy(out: Console, what: RenderableType) -> list[Text]:
    """What is to be printed as lines without spaces at their ends, which a table or a broken line would leave."""
    if isinstance(what, Text):
        return [line for written in what.split(allow_blank=True) for line in _broken(written, out)]
    return [_line_of(segments) for segments in out.render_lines(what, pad=False)]


def _line_of(segments: Iterable[Segment]) -> Text:
    line = Text()
    for segment in segments:
        line.append(segment.text, segment.style)
    line.rstrip()
    return line


def _broken(written: Text, out: Console) -> Iterator[Text]:
    """A line as lines that fit. One that is set in goes on set in further, so that it stays apart from the next."""
    line = written.copy()
    line.expand_tabs()
    line.rstrip()
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    if line.cell_len <= out.width:
        yield line
        return
    hanging = indent + HANGING if 0 < indent <= out.width // 2 - HANGING else 0
    margin = indent if hanging else 0
    body = line[margin:]
    first, *others = body.wrap(out, out.width - margin)
    first.rstrip()
    yield Text(" " * margin).append_text(first)
    if hanging:  # what is behind the first line has another width than that
        behind = body.plain[len(first.plain) :].lstrip()
        others = list(body[len(body.plain) - len(behind) :].wrap(out, out.width - hanging))
    for other in others:
        other.rstrip()
        yield Text(" " * hanging).append_text(other)


def put(out: Console, *lines: RenderableType) -> None:
    """Print `lines`, each without the spaces at its end that a table or a broken line would leave."""
    for what in lines:
        for line in tidy(out, Text(what) if isinstance(what, str) else what):
            out.print(line)
