"""The door: which commands there are, and what becomes of an error.

Knows each command's name, its one line of help and the module that holds it, and imports that module only when the
command is called, so that help stays fast. Every error ends here: as sentences on standard error or, with `--json`, as
a document; never as a traceback for bad input. Refuses to know what a command does.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import typer
import typer.core

from lifecycle import __version__
from lifecycle.cli.output import emit, errors_json, forgiving, show_problems
from lifecycle.errors import InputError, Problem, nearest_names, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMANDS: dict[str, tuple[str, str]] = {
    "mine": (
        "lifecycle.cli.mine",
        "Find the life of draft resolutions in press articles.",
    ),
    "evaluate": (
        "lifecycle.cli.evaluate",
        "Score the miner against annotated articles.",
    ),
    "replay": ("lifecycle.cli.replay", "Run scenarios and print each draft's life with its evidence."),
    "decide": ("lifecycle.cli.decide", "Decide one vote: adopted, vetoed or failed, and why."),
    "whatif": ("lifecycle.cli.whatif", "Say what would have changed a vote, and what is still open."),
    "power": ("lifecycle.cli.power", "Power indices of the members, as exact fractions, under any rule."),
    "forecast": ("lifecycle.cli.forecast", "Outcome probabilities from stated leanings, exactly."),
    "sweep": ("lifecycle.cli.sweep", "Every combination of ballots, rules and days that a scenario names."),
    "check": ("lifecycle.cli.check", "Explore every reachable state and hold every law against it."),
    "new": ("lifecycle.cli.new", "Write a commented scenario with the members of a day."),
    "page": ("lifecycle.cli.page", "Write one self-contained page: the vote, the story, the machine."),
    "exercise": ("lifecycle.cli.exercise", "Exercises that grade themselves: list, show, start, check, grade, write."),
    "export": ("lifecycle.cli.export", "Print the machine for other tools: pictures, model checkers, programs."),
    "schema": ("lifecycle.cli.schema", "Print the JSON Schema of a kind of file, for editors."),
    "record": ("lifecycle.cli.record", "The voting record since 1946: audited, searched, and told as scenarios."),
    "explain": ("lifecycle.cli.explain", "Explain an error at length."),
}
"""By name: the module that holds the command as `app`, and its line in the list of commands."""

_UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])
"""What the parser raises for a call it cannot read; its module is private in some versions of the library."""


class Door(typer.core.TyperGroup):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now; None for a name that is no command."""
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name][0]).app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` begin with; an unknown one is answered with the nearest names."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            known = ", ".join(COMMANDS)
            message = f"there is no command {args[0]!r}; there are {known}; `lifecycle --help` says what each does"
            raise refuse("unknown-command", message, nearest=nearest_names(args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


app = typer.Typer(
    cls=Door,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lifecycle {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """The life of a UN Security Council draft resolution, as a formal model that runs.

    Every command takes --json; `lifecycle COMMAND --help` shows examples.

    Exit codes: 0 done and as expected; 1 an expectation, law, audit or exercise was not met; 2 the input or the call
    is wrong.
    """


_YOUNG = 50_000
"""How many new objects the garbage collector waits for: loading a command makes many and drops none of them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. `argv` leaves out the program's name."""
    args = list(sys.argv[1:] if argv is None else argv) or ["--help"]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called: what is said there goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    forgiving(sys.stdout)  # what it cannot encode, such as a file's name that is not UTF-8, is no error
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG)
    try:
        result = typer.main.get_command(app).main(args, prog_name="lifecycle", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except InputError as error:
        return _refused(error.problems, args)
    except _UsageError as error:
        return _refused((_usage(error, args),), args)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except (BrokenPipeError, SystemExit):
        # The reader went away, which the parser turns into an exit of its own.
        _to_nowhere()
        return 0
    except OSError as error:
        _to_nowhere()
        reason = (error.strerror or "unwritable").lower()
        return _refused((Problem("cannot-write", f"standard output cannot be written: {reason}"),), ())
    finally:
        gc.set_threshold(*before)


def _to_nowhere() -> None:
    """Point standard output elsewhere, or the interpreter complains of it while it shuts down."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(problems: Iterable[Problem], args: Sequence[str]) -> int:
    problems = tuple(problems)
    if "--json" in args:
        emit(errors_json(problems))
    else:
        show_problems(problems)
    return 2


def _usage(error: Exception, args: Sequence[str]) -> Problem:
    """What the parser says of a call it cannot read, in plain words and with the command whose help would tell."""
    context = getattr(error, "ctx", None)
    called = " ".join(["lifecycle", *args[:1]]) if args[0] in COMMANDS else "lifecycle"
    command = context.command_path if context else called
    said: str = error.format_message()  # type: ignore[attr-defined]
    message = said[:1].lower() + said[1:].rstrip(".") if said else "a command is missing"
    for pattern, words in _PLAINLY:
        message = pattern.sub(words, message)
    if message.endswith(_IN_QUOTES) and _takes_members(context):
        message += ", and several members are written USA,GBR"
    option, within = getattr(error, "option_name", None), _within(context, args)
    if option and within:
        command = f"{command} {within}"
        message = f"no such option before the command: {option}; options stand behind it, as in `{command} --json`"
    wrong = _NOT_ONE_OF.search(message)
    near = nearest_names(wrong[1], re.findall("'([^']*)'", wrong[2])) if wrong else ()
    return Problem("bad-call", f"{message}; `{command} --help` shows what it takes", nearest=near)


def _within(context: Any, args: Sequence[str]) -> str | None:
    """The command that a call names within the group that complains; None if it is no group, or none is named."""
    names = getattr(getattr(context, "command", None), "list_commands", lambda _: ())(context)
    return next((each for each in args if each in names), None)


def _takes_members(context: Any) -> bool:
    """Whether the command that was called takes names of members, as its help says."""
    return context is not None and any(each.metavar == "MEMBERS" for each in context.command.params)


_IN_QUOTES = "a name with a blank goes in quotes"
_NOT_ONE_OF = re.compile("'([^']*)' is not one of (.*)")
_PLAINLY = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"invalid value for ([^:]+): Input should be greater than or equal to (\S+)", r"\1 must be \2 or more"),
        (r"invalid value for ([^:]+): Input should be less than or equal to (\S+)", r"\1 must be \2 or less"),
        (r"invalid value for ([^:]+): Input should be a valid integer.*", r"\1 must be a whole number"),
        (r"invalid value for ([^:]+): Input should be a valid number.*", r"\1 must be a number"),
        (
            r"got unexpected extra arguments?(?:\(s\))? \((.*)\)",
            rf"'\1' is more than is taken; {_IN_QUOTES}",
        ),
        (r"option '([^']+)' requires an argument", r"'\1' needs a value behind it"),
        (r"invalid value for ([^:]+): (?:Value error, )?", r"\1: "),
        (r"\s*\t", " "),
    )
)
"""How the parser words its complaints, and how people do: each in turn, the particular before the general."""
