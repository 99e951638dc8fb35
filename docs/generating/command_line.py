"""`docs/reference/command-line.md`: the help of every command."""

import argparse

from django.core.management import BaseCommand, get_commands, load_command_class

from generating.writing import head, joined, table
from kinerja.terminal import PASSED_ON, parser

#: what Django adds to every command
DJANGO_OWN = {
    "help",
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


def page() -> str:
    """The page's text."""
    parts = [head("Command line", "the commands themselves"), _code(parser().format_help())]
    for name, command in parser().commands.items():
        inner = PASSED_ON.get(name, ("",))[0]
        parts += [f"## kinerja {name}", *(_passed_on(inner) if inner else [_code(command.format_help())])]
        parts += [_code(below.format_help()) for below in getattr(command, "commands", {}).values()]
    return joined(*parts)


def _passed_on(inner: str) -> list[str]:
    """A command of another room: its own words and arguments, not those that Django adds."""
    provider = get_commands()[inner]
    command = provider if isinstance(provider, BaseCommand) else load_command_class(provider, inner)
    own = command.create_parser("kinerja", inner)
    rows = [_argument(action) for action in own._actions if action.dest not in DJANGO_OWN]
    return [command.help, table(["argument", "must be given", "meaning"], rows)]


def _argument(action: argparse.Action) -> list[str]:
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    spelled = f"{action.option_strings[-1]}{value}" if action.option_strings else str(action.metavar)
    return [f"`{spelled}`", "yes" if action.required else "", action.help or ""]


def _code(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"
