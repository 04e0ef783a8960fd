"""`lifecycle exercise`: exercises listed, shown, begun, checked, graded, and written for paper and platforms.

Knows how each is laid out for people. Refuses to know a right answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lifecycle.cli.drawing import put
from lifecycle.cli.options import Force, Json, command_app, examples
from lifecycle.cli.output import check_ending, check_free, clean, console, emit, write_again, write_whole
from lifecycle.errors import nearest_names, refuse
from lifecycle.teaching.gradebook import as_csv, by_question, grade_folder, histogram
from lifecycle.teaching.grader import Result, grade, hint, key_answers, read_submission
from lifecycle.teaching.paper import answer_sheet, gift, in_gift, page, shown, table
from lifecycle.teaching.sheet import Sheet, lessons, sheet_called, sheets
from lifecycle.teaching.views import title_of

if TYPE_CHECKING:
    from rich.console import Console

app = command_app()


@app.callback(epilog=examples("lifecycle exercise list", "lifecycle exercise start two-numbers"))
def _root() -> None:
    """Exercises that grade themselves: list, show, start, check, grade, write."""


Name = Annotated[str, typer.Argument(metavar="ID", help="The exercise, as `lifecycle exercise list` names it.")]
Student = Annotated[
    str, typer.Option("--student", metavar="NAME", help="Whose questions: the same name, the same ones.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file.")]
Neutral = Annotated[bool, typer.Option("--neutral", help="Leave out what touches a war of our days.")]
FORMATS = {"gift": (".txt", ".gift"), "csv": (".csv",), "html": (".html", ".htm"), "key": (".html", ".htm")}
"""The forms exercises are written in, and how the name of such a file ends."""


def chosen(names: list[str] | None, *, neutral: bool) -> list[Sheet]:
    """The exercises called so, or all of them; with `neutral`, less the sensitive ones. Raises InputError."""
    found = [sheet_called(name) for name in names] if names else list(sheets().values())
    return [sheet for sheet in found if not (neutral and sheet.sensitive)]


@app.command("list", epilog=examples("lifecycle exercise list", "lifecycle exercise list --neutral --json"))
def list_(neutral: Neutral = False, json: Json = False) -> int:
    """List the exercises and the lesson plans."""
    found = chosen(None, neutral=neutral)
    if json:
        keys = ("id", "title", "level", "minutes")
        emit({"exercises": [{key: getattr(sheet, key) for key in keys} for sheet in found]})
        return 0
    out = console()
    for sheet in found:
        about = " (sensitive)" if sheet.sensitive else ""
        put(out, f"{sheet.number:2}  {sheet.id:22} {sheet.title}, {sheet.level}, {sheet.minutes} minutes{about}")
    put(out, "\nLessons:")
    for lesson in lessons():
        put(out, f"{lesson.minutes:2} minutes  {lesson.title}")
        for line in (f"Exercises: {', '.join(lesson.exercises)}", *lesson.steps):
            put(out, fill(line, out.width, initial_indent=" " * 12, subsequent_indent=" " * 14))
    return 0


@app.command(epilog=examples("lifecycle exercise show two-numbers", "lifecycle exercise show two-numbers --key"))
def show(
    name: Name,
    student: Student = "",
    key: Annotated[bool, typer.Option("--key", help="Show right answers, recomputed, for the teacher.")] = False,
    json: Json = False,
) -> int:
    """Show an exercise's questions, or its key."""
    sheet = sheet_called(name)
    parts, answers = sheet.for_student(student), key_answers(sheet, student) if key else {}
    if json:
        document: dict[str, Any] = sheet.model_dump(mode="json", exclude={"parts", "codes", "of"})
        document["parts"] = [{"id": part.id, "ask": part.ask, "answer": part.answer} for part in parts]
        emit(document | ({"key": answers} if key else {}))
        return 0
    out = console()
    put(out, f"{sheet.title} ({sheet.level}, {sheet.minutes} minutes)\n{sheet.ask}")
    for part in parts:
        put(out, f"\n{part.id}. {part.ask}")
        if key:
            put(out, f"   {shown(answers[part.id])}")
    put(out, f"\nSources: {'; '.join(sheet.cites)}. Begin: lifecycle exercise start {sheet.id}")
    return 0


@app.command(
    short_help="Write an answer sheet to fill in.",
    epilog=examples("lifecycle exercise start two-numbers -o mine.yaml --student Ada"),
)
def start(
    name: Name,
    student: Student = "",
    output: Output = None,
    force: Force = False,
    json: Json = False,
) -> int:
    """Write an answer sheet with the questions in comments: to ID.yaml, or to the file given."""
    sheet = sheet_called(name)
    file = output or Path(f"{sheet.id}.yaml")
    check_ending(file, "an answer sheet is written", ".yaml", ".yml")
    check_free(file, force=force)
    write_whole(file, answer_sheet(sheet, student))
    if json:
        emit({"file": file.as_posix(), "exercise": sheet.id, "student": student})
    else:
        typer.echo(f"{file.as_posix()} is written; fill it in, then: lifecycle exercise check {file.as_posix()}")
    return 0


@app.command(
    short_help="Grade one answer sheet.",
    epilog=examples("lifecycle exercise check mine.yaml", "lifecycle exercise check mine.yaml --hint 2"),
)
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The answer sheet.")],
    level: Annotated[int, typer.Option("--hint", min=1, max=3, help="1 a nudge, 2 the rule, 3 a case.")] = 1,
    json: Json = False,
) -> int:
    """Grade one answer sheet, and say what went wrong."""
    result = grade(read_submission(file, file.as_posix()))
    if json:
        emit({**result.to_json(), "hint": hint(result, level)})
    else:
        _print(result, level)
    return 0 if result.ok else 1


def _print(result: Result, level: int) -> None:
    out = console()
    right = sum(part.ok for part in result.parts)
    sheet = sheet_called(result.exercise)
    put(out, f"{sheet.title}: score {result.score}, {right} of {len(result.parts)} right")
    for part in result.parts:
        put(out, f"  {'right' if part.ok else 'not yet'}   {part.part.id}")
    for name in result.unknown:
        put(out, f"  no question of yours is called {clean(name)!r}")
    if result.ok:
        return
    put(out, f"\nLook at {clean(result.evidence)}")
    codes = f" ({', '.join(result.codes)})" if result.codes else ""
    told = hint(result, level).replace("\n", "\n  ")
    put(out, f"Hint{codes}: {told}")
    put(out, f"Sources: {'; '.join(sheet.cites)}")


@app.command(
    "grade",
    short_help="Grade a folder of answer sheets as CSV.",
    epilog=examples("lifecycle exercise grade answers", "lifecycle exercise grade answers -o scores.csv"),
)
def grade_class(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the answer sheets.")],
    output: Output = None,
    json: Json = False,
) -> int:
    """Grade a folder of answer sheets: one row of CSV a student, and how often each misconception fits.

    `codes` are the misconceptions that explain all of a student's answers; `by_question` those behind single ones.
    """
    if output:
        check_ending(output, "scores are written", ".csv")
    results = grade_folder(folder)
    if output:
        write_again(output, as_csv(results))
    if json:
        counts = {"codes": dict(histogram(results)), "by_question": dict(by_question(results))}
        emit({"results": [result.to_json() for result in results], **counts})
    else:
        out = console()
        if output:
            sheets = "1 sheet" if len(results) == 1 else f"{len(results)} sheets"
            typer.echo(clean(f"{output.as_posix()} is written: {sheets}."))
            for result in results:
                if result.problem:
                    typer.echo(clean(f"{result.file}: score 0: {result.problem}"), err=True)
        else:
            typer.echo(as_csv(results), nl=False)
            out.print()
        _rank(out, "Behind all the answers of a sheet:", histogram(results))
        _rank(out, "Behind single answers of a sheet that no one idea explains:", by_question(results))
    if any(result.problem for result in results):
        return 2
    return 0


def _rank(out: Console, title: str, counts: Sequence[tuple[str, int]]) -> None:
    if counts:
        put(out, title)
    for code, count in counts:
        put(out, f"  {code:4} {'#' * min(count, 40)} {count}  {title_of(code)}")


@app.command(
    short_help="Write exercises for Moodle, as CSV, or on paper.",
    epilog=examples("lifecycle exercise write gift -o quiz.txt", "lifecycle exercise write html two-numbers"),
)
def write(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")],
    names: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Which exercises; all without one.")] = None,
    output: Output = None,
    neutral: Neutral = False,
    json: Json = False,
) -> int:
    """Write exercises as Moodle GIFT, as CSV with the key, or as a page to print, its key on a page of its own."""
    found = chosen(names, neutral=neutral)
    writers = {
        "gift": lambda: gift(found),
        "csv": lambda: table(found),
        "html": lambda: page(found, key=False),
        "key": lambda: page(found, key=True),
    }
    if form not in writers:
        message = f"no format is called {form!r}; there are {', '.join(FORMATS)}"
        raise refuse("unknown-format", message, nearest=nearest_names(form, FORMATS))
    if output:
        check_ending(output, f"exercises as {form} are written", *FORMATS[form])
    left = _not_in_gift(found, by_name=bool(names)) if form == "gift" else []
    text = writers[form]()
    if output:
        write_again(output, text)
    if json:
        where = {"file": output.as_posix()} if output else {"text": text}
        held = [sheet.id for sheet in found if sheet not in left]
        emit({"form": form, "exercises": held, "left_out": [sheet.id for sheet in left], **where})
        return 0
    typer.echo(f"{output.as_posix()} is written." if output else text, nl=output is not None)
    if form == "gift":
        _tell_gift(found, left)
    return 0


def _not_in_gift(found: Sequence[Sheet], *, by_name: bool) -> list[Sheet]:
    """The exercises without a question that GIFT can mark. Raises InputError if one of them was asked for by name."""
    left = [sheet for sheet in found if not in_gift(sheet)]
    if left and by_name:
        which = ", ".join(sheet.id for sheet in left)
        can = ", ".join(sheet.id for sheet in sheets().values() if in_gift(sheet))
        message = (
            f"GIFT can mark no question of {which}; it can of {can}. "
            "For the others take html, to print, or `lifecycle exercise start`"
        )
        raise refuse("bad-call", message)
    return left


def _tell_gift(found: Sequence[Sheet], left: Sequence[Sheet]) -> None:
    """Say on standard error how much of the exercises GIFT holds: nobody should miss a question in class."""
    held = len(found) - len(left)
    count, every = sum(map(in_gift, found)), sum(len(sheet.for_student("")) for sheet in found)
    exercises = "1 exercise" if len(found) == 1 else f"{len(found)} exercises"
    told = f"GIFT holds {held} of {exercises}, {count} of {every} questions"
    if count < every:
        told += ": those that ask for a choice or a number. For the others take html, to print"
    if left:
        told += f": {', '.join(sheet.id for sheet in left)}"
    typer.echo(f"{told}.", err=True)
