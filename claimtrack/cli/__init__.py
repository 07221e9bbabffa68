"""The command line: parse arguments, call, show, set the exit code. Nothing else imports this.

Exit codes: 0 fine, 1 findings, 2 wrong usage or unreadable input, 3 a bug, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from claimtrack.cli.failure import Failure
from claimtrack.runtime import DEBUG, advice, summary

BUG = 3


def main() -> None:
    """Run the command that the arguments name, then leave with its exit code."""
    if sys.argv[1:2] in (["_complete"], ["_complete_fish"]):
        _complete()
        return
    gc.set_threshold(100_000)  # a command ends before walking its objects would free anything
    try:
        _in_utf8()
        _run()
    except KeyboardInterrupt:
        sys.exit(130)
    except Failure as failure:
        _leave(failure)
    except OSError as error:
        _leave(_unusable(error))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        _leave(_bug(error))
    finally:
        gc.freeze()  # else the interpreter walks every object once more when it shuts down


def _complete() -> None:
    """Answer a shell that completes a command line; nothing else of the program is loaded."""
    from claimtrack.cli.completion.answer import answer

    answer(sys.argv[2:], spelled=sys.argv[1] == "_complete_fish")


def _in_utf8() -> None:
    """Start over in UTF-8 where the locale is ASCII and an argument or file name is not.

    Python does so itself for the locale C, unless ``PYTHONUTF8=0`` and its like forbid it.
    """
    foreign = any("\udc80" <= sign <= "\udcff" for word in sys.argv for sign in word)
    if foreign and not sys.flags.utf8_mode and os.name == "posix" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _run() -> None:
    from claimtrack.cli.app import program
    from claimtrack.cli.console import output

    output.prepare()
    output.remark_warnings()
    may_page = _may_page()
    if may_page and sys.stdout.isatty():
        _run_paged()
    else:
        program(_first() or "--help")(prog_name="claimtrack")


def _run_paged() -> None:
    """Run the command on a terminal, its output through a pager where that is longer."""
    from claimtrack.cli.app import program
    from claimtrack.cli.console import output, pager

    pager.begin(_first(), output.pager())
    try:
        program(_first() or "--help")(prog_name="claimtrack")
    finally:
        pager.end()


def _first() -> str | None:
    return sys.argv[1] if len(sys.argv) > 1 else None


def _may_page() -> bool:
    """Whether output may be paged; ``--no-pager`` is taken from the arguments, wherever it is."""
    ends = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    if "--no-pager" not in sys.argv[1:ends]:
        return True
    sys.argv.remove("--no-pager")
    return False


def _leave(failure: Failure) -> NoReturn:
    from claimtrack.cli.console import output

    output.fail(failure)
    sys.exit(failure.code)


def _unusable(error: OSError) -> Failure:
    """What the system says; it names no file where standard output could not be written."""
    why = str(error.strerror or error)
    return Failure(f"{error.filename}: {why}" if error.filename else why)


def _bug(error: Exception) -> Failure:
    """One line that says what broke, where, and what to send."""
    return Failure(summary(error), advice(error), code=BUG)
