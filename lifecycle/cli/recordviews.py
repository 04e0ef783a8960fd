"""How the voting record looks on a terminal: the audit, lists of votes, counts, and a picture of agreement.

Knows tables of 80 columns and their plain form, one sentence a line. Refuses to compute: it draws what was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from lifecycle.cli.drawing import decision_lines, open_table, outcome_text, roll_lines
from lifecycle.cli.output import clean
from lifecycle.model.ballots import Ballot
from lifecycle.model.decision import Decision
from lifecycle.model.reasons import named, reasons_for
from lifecycle.model.reports import day_in_words
from lifecycle.model.rules import Outcome
from lifecycle.record.agreement import SPAN, Agreement, Likeness
from lifecycle.record.audit import Audit, Recount
from lifecycle.record.classes import CLASSES
from lifecycle.record.counts import UNITS, Count, Unit
from lifecycle.record.kinds import listed
from lifecycle.record.names import seat_name
from lifecycle.record.onevote import Pivot
from lifecycle.record.search import distance

BARS = "▁▂▃▄▅▆▇█"
"""From hardly ever the same ballot to always."""

SEATS = ("record-unknown-member", "record-missing-row", "record-permanent")
"""The faults in which a file and `members.csv` disagree on who sat."""

FEWEST = 20
"""The votes two members must share to be ranked among the most and the least alike."""


def grid(*justify: str) -> Table:
    """An empty table without headings, a column for each of "l" and "r", to the left and to the right."""
    table = open_table()
    table.show_header = False
    for side in justify:
        table.add_column(justify="right" if side == "r" else "left", no_wrap=side == "r")
    return table


def audit_view(audit: Audit, *, plain: bool) -> Iterator[RenderableType]:
    """The whole of an audit under the Charter's rule."""
    yield _span(audit)
    yield ""
    yield from _outcomes(audit, plain=plain)
    yield ""
    yield Text("Votes whose outcome asks for more than counting (a vote can be in several):")
    yield from _classes(audit, plain=plain)
    yield ""
    yield from _beside(audit)
    yield ""
    if not audit.differing:
        yield Text("Unexplained: none.", "bold")
        return
    yield Text(f"Unexplained: {len(audit.differing)}.", "bold red")
    for recount in audit.differing:
        yield from _unexplained(recount)


def rule_view(audit: Audit, rule: str, *, plain: bool) -> Iterator[RenderableType]:
    """An audit under a rule changed on purpose: what it would have lost and gained."""
    yield _span(audit)
    yield ""
    yield from _outcomes(audit, plain=plain)
    yield ""
    adopted = audit.recorded()[Outcome.ADOPTED]
    lost, gained = audit.lost(), audit.gained()
    yield Text(f"Under {rule!r}, {len(lost):,} of {adopted:,} resolutions would have been lost,", "bold")
    yield Text(f"and {len(gained):,} of {len(audit.compared) - adopted:,} votes not adopted would have passed.", "bold")
    decades = Counter(recount.vote.day.year // 10 * 10 for recount in lost)
    if decades:
        yield Text("Lost, by decade: " + ", ".join(f"{ten}s {decades[ten]}" for ten in sorted(decades)) + ".")
    yield Text("`--json` names each.", "dim")


def _span(audit: Audit) -> Text:
    days = [recount.vote.day for recount in audit.recounts]
    if not days:
        return Text("No votes.")
    span = f"{day_in_words(min(days))} to {day_in_words(max(days))}"
    return Text(f"{audit.votes:,} votes, {span}: {audit.agree:,} of {len(audit.compared):,} agree.")


def _outcomes(audit: Audit, *, plain: bool) -> Iterator[RenderableType]:
    recorded, recomputed = audit.recorded(), audit.recomputed()
    rows = [(outcome.value, recorded[outcome], recomputed[outcome]) for outcome in Outcome]
    rows.append(("all", sum(recorded.values()), sum(recomputed.values())))
    if plain:
        yield from (Text(f"{name}: recorded {there:,}, recomputed {here:,}") for name, there, here in rows)
        return
    table = grid("l", "r", "r")
    table.add_row(*(Text(word, "dim") for word in ("outcome", "recorded", "recomputed")))
    for name, there, here in rows:
        table.add_row(Text(name), Text(f"{there:,}"), Text(f"{here:,}"))
    yield table


def _classes(audit: Audit, *, plain: bool) -> Iterator[RenderableType]:
    counts = audit.explained()
    rows = [(counts[each.name], each.heading, f"{each.says[:-1]} ({each.cites[0].key}).") for each in CLASSES]
    if plain:
        yield from (Text(f"{heading}: {count}. {says}") for count, heading, says in rows)
        return
    table = grid("r", "l")
    for count, heading, says in rows:
        table.add_row(Text(f"{count}", "bold"), Text(heading, "bold").append(f"\n{says}", "not bold"))
    yield table


def aside_lines(recounts: Iterable[Recount]) -> Iterator[Text]:
    """Of each duplicate, what it repeats, and how its own ballots count where the record says otherwise."""
    for recount in recounts:
        vote = recount.vote
        counted = f"; its ballots make it {recount.outcome}" if not recount.agrees else ""
        yield Text(f"Set aside: {_title(recount)}, recorded {vote.recorded}, repeats {vote.twin}{counted}.")


def _beside(audit: Audit) -> Iterator[Text]:
    yield from aside_lines(audit.set_aside)
    for recount in audit.undetermined:
        open_ends = " or ".join(recount.finding.possible)
        said = f"recorded {recount.vote.recorded}" if recount.vote.recorded else "no outcome recorded"
        yield Text(f"Undetermined: {_title(recount)}, {said}; too few ballots are known ({open_ends}).")
    if not audit.set_aside and not audit.undetermined:
        yield Text("Nothing was set aside, nothing is undetermined.")
    seats = sum(problem.slug in SEATS for problem in audit.problems)
    if seats:
        yield Text(
            f"Membership: {seats} faults where the file and the Council of the day differ; listed below.", "bold"
        )
    else:
        yield Text("Membership: every roll has the members of the Council of its day, and no others.")


def _title(recount: Recount) -> str:
    vote = recount.vote
    key = "" if vote.key == vote.symbol else f"{vote.key}, "
    return clean(f"{key}{vote.symbol} of {day_in_words(vote.day)}")


def _unexplained(recount: Recount) -> Iterator[Text]:
    vote = recount.vote
    yield Text(
        f"{vote.place}: {_title(recount)}: recorded {vote.recorded}, recomputed {recount.outcome}, {vote.totals}."
    )
    for reason in reasons_for(recount.finding)[:1]:
        yield Text(f"  {reason.text}")


def found_view(
    votes: Sequence[Recount], repeats: Iterable[Recount], width: int, *, most: int | None, plain: bool
) -> Iterator[RenderableType]:
    """The first `most` of the votes found, or all; how many there are, and the duplicates that were set aside."""
    first = votes[:most]
    yield from vote_lines(first, width, plain=plain)
    more = f"; --all prints the other {len(votes) - len(first):,}" if len(first) < len(votes) else ""
    yield Text(f"{len(votes):,} {'vote' if len(votes) == 1 else 'votes'}{more}.")
    yield from aside_lines(repeats)


def vote_lines(recounts: Sequence[Recount], width: int, *, plain: bool) -> Iterator[RenderableType]:
    """One line a vote: day, symbol, outcome, tally, and as much of the title as fits."""
    if plain:
        for recount in recounts:
            yield Text(clean(f"{day_in_words(recount.vote.day)}: {_brief(recount)}. {recount.vote.title}"))
        return
    rows = [_cells(recount) for recount in recounts]
    widths = [max((len(row[place]) for row in rows), default=0) for place in range(3)]
    for recount, (symbol, end, tally) in zip(recounts, rows, strict=True):
        line = Text(f"{recount.vote.day}  {symbol:<{widths[0]}}  ")
        line.append_text(outcome_text(end)).append(f"{'':{widths[1] - len(end)}}  {tally:<{widths[2]}}  ")
        line.append(" ".join(clean(recount.vote.title or recount.vote.agenda).split()), "dim")
        line.truncate(width, overflow="ellipsis")
        yield line


def _cells(recount: Recount) -> tuple[str, str, str]:
    """Symbol, outcome and tally; a long symbol is cut."""
    totals = recount.vote.totals
    tally = f"{totals.yes}-{totals.no}-{totals.abstain}" if totals else "?"
    return _cut(clean(recount.vote.symbol), 20), recount.outcome or "open", tally


def _brief(recount: Recount) -> str:
    return f"{recount.vote.symbol} {recount.outcome or 'open'}, {recount.vote.totals or 'no counts'}"


def show_view(recount: Recount, width: int, *, plain: bool) -> Iterator[RenderableType]:
    """One vote in full: text, decision with its sources, roll, what was special about it."""
    vote = recount.vote
    part = f" (vote {vote.nth} of {vote.among} under this symbol)" if vote.among > 1 else ""
    yield Text(clean(f"{vote.symbol}, {day_in_words(vote.day)}{part}"), "bold")
    for line in filter(None, (vote.title, vote.agenda if vote.agenda != vote.title else "")):
        yield Text(_cut(clean(line), 300))
    about = filter(None, (f"draft {vote.draft}" if vote.resolution and vote.draft else "", vote.meeting, vote.key))
    yield Text(clean(", ".join(about)), "dim")
    yield ""
    yield from decision_lines(decision_on(recount)) if vote.has_breakdown else (Text(f"{_brief(recount)}; no names."),)
    row = listed(vote)
    if row:
        yield Text(f"On this vote: {row.about} ({row.source}).")
    if vote.recorded is not recount.outcome:
        yield Text(f"The record says {vote.recorded or 'nothing'}.", "bold")
    if vote.note:
        yield Text(clean(f"The record's note: {vote.note}."))
    for each in (each for each in CLASSES if each.name in recount.classes):
        yield Text(f"{each.heading[0].upper()}{each.heading[1:]}: {each.says}")
    steps = distance(recount.finding)
    if steps:
        yield Text(f"{steps} {'ballot' if steps == 1 else 'ballots'} from adoption.")
    if vote.has_breakdown:
        yield ""
        yield from roll_lines(vote.roll, width, plain=plain)


def decision_on(recount: Recount) -> Decision:
    """The recount as every command prints a decision."""
    return Decision(recount.finding, reasons_for(recount.finding))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "\u2026"


def count_view(lines: Sequence[Count], unit: Unit, *, plain: bool) -> Iterator[RenderableType]:
    """The counts, by outcome of the vote, under their unit."""
    yield Text(f"Counted are {UNITS[unit]}.")
    if unit is Unit.MEMBER:
        yield Text("Only the noes in votes that ended vetoed are vetoes.")
    yield ""
    if plain:
        for line in lines:
            yield Text(f"{line.label}: " + ", ".join(f"{outcome} {n:,}" for outcome, n in line.by_outcome.items()))
        return
    table = grid("l", "r", "r", "r", "r")
    table.add_row(*(Text(word, "dim") for word in ("", *Outcome, "all")))
    for line in lines:
        numbers = (*line.by_outcome.values(), line.total)
        table.add_row(Text(line.label), *(Text(f"{n:,}") for n in numbers))
    yield table


def pivots_view(found: Sequence[Pivot], listed_: Sequence[Pivot], *, plain: bool) -> Iterator[RenderableType]:
    """How many votes one ballot could have turned, by turn, then the votes asked for, one line a change."""
    turns: dict[tuple[Outcome | None, Outcome], set[str]] = {}
    for pivot in found:
        turns.setdefault((pivot.recount.outcome, pivot.outcome), set()).add(pivot.recount.vote.key)
    yield Text("Votes that one ballot would have turned (a vote can be in several lines):")
    for (was, to), keys in sorted(turns.items(), key=lambda item: -len(item[1])):
        yield Text(f"{len(keys):6,}  {was} to {to}")
    if listed_:
        yield Text("")
    for pivot_lines in _by_vote(listed_):
        vote, first = pivot_lines[0].recount.vote, pivot_lines[0]
        moves = "; ".join(_moves(pivot_lines))
        words = f"{vote.symbol} {first.recount.outcome} {vote.totals}; {first.outcome} had {moves}"
        yield Text(clean(f"{vote.day}{':' if plain else ' '} {words}"))


def _by_vote(turns: Sequence[Pivot]) -> list[list[Pivot]]:
    """The single changes of one vote that lead to one outcome, together."""
    found: dict[tuple[str, Outcome], list[Pivot]] = {}
    for pivot in turns:
        found.setdefault((pivot.recount.vote.key, pivot.outcome), []).append(pivot)
    return list(found.values())


def _moves(turns: Sequence[Pivot]) -> Iterator[str]:
    """Each change once: who would have had to do what instead."""
    acts: dict[tuple[str, ...], list[str]] = {}
    for pivot in turns:
        acts.setdefault(tuple(member.name for member in pivot.members), []).append(_ACTS[pivot.to])
    together: dict[tuple[str, ...], list[str]] = {}
    for members, several in acts.items():
        together.setdefault(tuple(several), []).extend(members)
    for said, names in together.items():
        who = " or ".join(map(named, names)) if len(names) < 3 else f"any of {len(names)} members"
        yield f"{who} {' or '.join(said)}"


_ACTS = {Ballot.YES: "voted yes", Ballot.NO: "voted no", Ballot.ABSTAIN: "abstained"}


def alike_view(found: Likeness, others: Sequence[str], width: int, *, plain: bool) -> Iterator[RenderableType]:
    """The seats of `others` over the years as a line of bars each, then who was most and least alike."""
    shown = [each for code in others for each in found.others if each.code == code]
    if plain:
        for each in shown:
            yield from _plain_years(each, found)
    else:
        yield from _picture(shown, found, width)
    yield ""
    ranked = [each for each in found.others if each.votes >= FEWEST]
    yield Text(f"Of those with {FEWEST} votes or more in common, most alike: {_ranked(ranked[:6])}.")
    yield Text(f"Least alike: {_ranked(reversed(ranked[-6:]))}.")


def _ranked(agreements: Iterable[Agreement]) -> str:
    return ", ".join(f"{seat_name(each.code)} {each.share:.0%} of {each.votes}" for each in agreements)


def _plain_years(each: Agreement, found: Likeness) -> Iterator[Text]:
    yield Text(f"{seat_name(each.code)}: {each.share:.0%} of {each.votes} votes alike.")
    for first, (votes, equal) in zip(found.spans, each.by_span, strict=True):
        if votes:
            yield Text(f"  {first} to {first + SPAN - 1}: {equal} of {votes}")


def _picture(shown: Sequence[Agreement], found: Likeness, width: int) -> Iterator[Text]:
    """A bar a span, as high as the share of equal ballots; a dot where the two had no vote in common."""
    label = min(max((len(seat_name(each.code)) for each in shown), default=0), width - len(found.spans) - 13)
    for each in shown:
        bars = "".join(_bar(votes, equal) for votes, equal in each.by_span)
        yield Text(f"{_cut(seat_name(each.code), label):<{label}}  {bars}  {each.share:4.0%} of {each.votes}")
    axis = [" "] * len(found.spans)
    for place, first in enumerate(found.spans):
        if first % 20 == 0 and place + 4 <= len(axis):
            axis[place : place + 4] = str(first)
    yield Text(f"{'':{label}}  {''.join(axis)}".rstrip(), "dim")
    yield Text(f"Each bar is {SPAN} years: {BARS[0]} hardly ever the same ballot, {BARS[-1]} always.", "dim")


def _bar(votes: int, equal: int) -> str:
    return BARS[min(equal * len(BARS) // votes, len(BARS) - 1)] if votes else "·"
