"""From a student's answers to a score, the first evidence against them, and the misconceptions that explain them.

Knows how an answer sheet is read (as data, never run), how each question is put to its check, and which codes fit all
of a student's answers. Refuses to know the exercises, and never shows a right answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lifecycle.errors import InputError
from lifecycle.located import Document, read
from lifecycle.teaching import chamber, figures, follow_up, properties, reports, votes
from lifecycle.teaching.answers import AnswerError, read_answer
from lifecycle.teaching.judging import Check
from lifecycle.teaching.sheet import Part, Sheet, sheet_called
from lifecycle.teaching.views import CHARTER, View, hints_of, views_of

CHECKS: dict[str, Check] = {
    check.name: check for room in (votes, chamber, follow_up, reports, figures, properties) for check in room.CHECKS
}
"""Every check by the name that sheets use."""


@dataclass(frozen=True, slots=True)
class PartResult:
    """How one question went; `against` is the evidence, or what keeps the text from being an answer.

    `answered` says that the text is an answer, right or wrong; `code` is the one misconception that alone makes this
    wrong answer right, told where none explains all the answers.
    """

    part: Part
    ok: bool
    answered: bool
    against: str = ""
    code: str = ""

    def to_json(self) -> dict[str, object]:
        """The question's entry in the document `exercise check --json` prints."""
        return {"id": self.part.id, "ok": self.ok, "against": self.against, "code": self.code}


@dataclass(frozen=True, slots=True)
class Result:
    """How an answer sheet went.

    `score` counts from 0 to 100; `codes` are the misconceptions under which every answer given comes out right, none if
    all is right already or nothing fits; `unknown` names answers to questions that the student has
    not; `problem` says why a file got no further than 0.
    """

    file: str
    exercise: str
    student: str
    score: int
    parts: tuple[PartResult, ...] = ()
    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Whether everything is right."""
        return self.score == 100

    @property
    def evidence(self) -> str:
        """The first evidence against an answer."""
        return next((f"{part.part.id}: {part.against}" for part in self.parts if not part.ok), "")

    def to_json(self) -> dict[str, object]:
        """The entry in the document `exercise check --json` prints."""
        return {
            "file": self.file,
            "exercise": self.exercise,
            "student": self.student,
            "score": self.score,
            "parts": [each.to_json() for each in self.parts],
            "evidence": self.evidence,
            "codes": list(self.codes),
            "unknown": list(self.unknown),
            "cites": list(sheet_called(self.exercise).cites) if self.exercise else [],
            "problem": self.problem,
        }


@dataclass(frozen=True, slots=True)
class Submission:
    """An answer sheet that could be read: which exercise, whose, and the plain answers by question."""

    file: str
    sheet: Sheet
    student: str
    answers: Mapping[str, Any]


def read_submission(path: Path, file: str) -> Submission:
    """Read an answer sheet. Raises InputError: the file is not YAML of the right shape, or names no exercise."""
    document = read(path, file)
    plain = document.plain()
    if not isinstance(plain, dict) or not isinstance(plain.get("exercise"), str):
        message = (
            "no answer sheet: it must be a table with `exercise:` and `answers:`, as `lifecycle exercise start` writes"
        )
        raise InputError((document.problem("no-answer-sheet", message, ()),))
    sheet = _sheet(document, plain["exercise"])
    student, answers = plain.get("student") or "", plain.get("answers") or {}
    if not isinstance(student, str) or not isinstance(answers, dict):
        message = "`answers:` must be a table from question to answer, and `student:` a name"
        raise InputError((document.problem("no-answer-sheet", message, ("answers",)),))
    return Submission(file, sheet, student, answers)


def _sheet(document: Document, name: str) -> Sheet:
    try:
        return sheet_called(name)
    except InputError as error:
        problem = error.problems[0]
        found = document.problem(problem.slug, problem.message, ("exercise",), problem.nearest)
        raise InputError((found,)) from None


def grade(submission: Submission) -> Result:
    """Grade every question of the exercise that the student got."""
    parts = submission.sheet.for_student(submission.student)
    results = tuple(_graded(part, submission.answers.get(part.id)) for part in parts)
    right = sum(result.ok for result in results)
    score = 100 * right // len(parts)
    codes = _codes(submission.sheet, parts, submission.answers, results) if right < len(parts) else ()
    if not codes:
        results = tuple(_explained(each, submission) for each in results)
    unknown = tuple(name for name in submission.answers if name not in {part.id for part in parts})
    return Result(submission.file, submission.sheet.id, submission.student, score, results, codes, unknown)


def grade_file(path: Path, file: str) -> Result:
    """Grade the file at `path`; one that cannot be read as an answer sheet scores 0 and says why."""
    try:
        return grade(read_submission(path, file))
    except InputError as error:
        problem = error.problems[0]
        where = f"line {problem.place.line}: " if problem.place.line else ""
        return Result(file, "", "", 0, problem=where + problem.message)


def _graded(part: Part, given: Any) -> PartResult:
    try:
        against = CHECKS[part.check].fault(part.given, read_answer(part.answer, given), CHARTER)
    except AnswerError as error:
        return PartResult(part, ok=False, answered=False, against=str(error))
    return PartResult(part, ok=against is None, answered=True, against=against or "")


def _codes(
    sheet: Sheet, parts: Sequence[Part], answers: Mapping[str, Any], results: Sequence[PartResult]
) -> tuple[str, ...]:
    """The codes of the sheet under one of whose views every answer that was given is right."""
    given = [(part, answers[part.id]) for part, result in zip(parts, results, strict=True) if result.answered]
    if all(result.ok or not result.answered for result in results):
        return ()
    fitting = [view.code for view in views_of(sheet.codes) if all(_right(part, answer, view) for part, answer in given)]
    return tuple(dict.fromkeys(fitting))


def _explained(result: PartResult, submission: Submission) -> PartResult:
    """A wrong answer with the one code of the sheet that fits it; where two do, neither is known to be behind it."""
    if result.ok or not result.answered:
        return result
    answer = submission.answers[result.part.id]
    fitting = {view.code for view in views_of(submission.sheet.codes) if _right(result.part, answer, view)}
    return replace(result, code=fitting.pop()) if len(fitting) == 1 else result


def _right(part: Part, answer: Any, view: View) -> bool:
    try:
        return CHECKS[part.check].fault(part.given, read_answer(part.answer, answer), view) is None
    except AnswerError:
        return False


def hint(result: Result, level: int) -> str:
    """The hint of `level` (1 a nudge, 2 the rule, 3 a worked contrast) for the one misconception that fits.

    Where several fit, the question that tells them apart instead; where none fits all answers, the hints for those that
    each fit one alone, or else where to look again.
    """
    if result.ok:
        return ""
    if len(result.codes) == 1:
        return _hint_of(result.codes[0], level)
    if result.codes:
        return _separating_question(result)
    if single := list(_by_question(result, level)):
        return "Your answers do not fit one idea; some fit one each.\n" + "\n".join(single)
    first = next((part.part.id for part in result.parts if not part.ok), "")
    return f"Look at question {first} again." if first else ""


def _hint_of(code: str, level: int) -> str:
    return hints_of(code)[min(max(level, 1), 3) - 1]


def _by_question(result: Result, level: int) -> Iterator[str]:
    """For each misconception that explains single answers, the questions it does and its hint, a line each."""
    for code in dict.fromkeys(part.code for part in result.parts if part.code):
        names = [part.part.id for part in result.parts if part.code == code]
        questions = f"Question {names[0]} fits" if len(names) == 1 else f"Questions {', '.join(names)} fit"
        yield f"{questions} {code}: {_hint_of(code, level)}"


def _separating_question(result: Result) -> str:
    """A question of the sheet that the fitting views answer differently."""
    wanted = views_of(result.codes)
    for part in sheet_called(result.exercise).parts:
        keys = {repr(_plain_key(part, view)) for view in wanted}
        if len(keys) > 1:
            return f"Your answers fit more than one idea. What do you say to this: {part.ask.strip()}"
    return "Your answers fit more than one idea: " + "; ".join(view.title for view in wanted) + "."


def _plain_key(part: Part, view: View) -> Any:
    return CHECKS[part.check].key(part.given, view)


def key_answers(sheet: Sheet, student: str, view: View = CHARTER) -> dict[str, Any]:
    """Answers that are right in `view`, recomputed, as they are written on an answer sheet."""
    return {part.id: written(_plain_key(part, view)) for part in sheet.for_student(student)}


_WRITERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (frozenset, lambda value: sorted(map(str, value)) or "nothing"),
    (dict, lambda value: {str(key): written(each) for key, each in value.items()}),
    (tuple | list, lambda value: [written(each) for each in value]),
)


def written(value: Any) -> Any:
    """An answer as plain YAML: texts, lists and tables."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            if isinstance(value, tuple) and value and isinstance(value[0], tuple):
                return [{"event": str(act), "by": list(by)} if by else str(act) for act, by in value]
            return write(value)
    return str(value)
