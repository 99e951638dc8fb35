"""The way into `kinerja`. A rule is asked without the rest of the house, which takes longer to load than a rule to answer."""

import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from kinerja.rules import command
from kinerja.tools.serving.words import Parser


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] != ["rule"]:
        return int(import_module("kinerja.terminal").main(given))
    parser = Parser(prog="kinerja rule", description=command.MEANING)
    command.add_arguments(parser)
    return command.rule(parser.parse_args(given[1:]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["rule"]:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `kinerja rule list | head` ends in silence
    raise SystemExit(main())
