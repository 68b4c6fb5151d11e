"""The command line: parse, call, print, exit code."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys

from claimcheck import __version__


def main() -> None:
    """Runs one command and exits: 0 fine, 1 a finding at or above --fail-on, 2 wrong input or usage, 130 on ^C."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # before anything heavy is imported
        print(f"claimcheck {__version__}")
        return
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # whoever read our output may stop reading: end quietly
    try:
        sys.exit(run(arguments or ["--help"]))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        _keep_compiled()
        gc.freeze()  # or the interpreter looks through all that is left for cycles, twice, only to throw it away


def _keep_compiled() -> None:
    from claimcheck.kept import write

    write()


def run(arguments: list[str]) -> int:
    """The exit code of one command; whatever is wrong with its input or usage is one line on stderr."""
    gc.set_threshold(100_000)  # values hold no cycles: looking for some takes a tenth of a run
    from claimcheck.errors import ClaimcheckError
    from claimcheck.renderers.visible import visible

    if sys.stdout is None:
        print("claimcheck: standard output is closed (leave it open, or name a file with --output)", file=sys.stderr)
        return 2
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    try:
        code = _call(arguments)
        sys.stdout.flush()
    except ClaimcheckError as error:
        print(f"claimcheck: {visible(str(error))}", file=sys.stderr)
        return 2
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or what is still in the buffer fails once more on the way out
        what = f"the output cannot be written: {error.strerror} (make room, and run it again)"
        print(f"claimcheck: {what}", file=sys.stderr)
        return 2
    except Exception as error:
        if not hasattr(error, "format_message"):  # typer exports no class that all of its usage errors share
            raise
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "claimcheck"
        print(f"claimcheck: {visible(error.format_message()).rstrip('.')} (see {command} --help)", file=sys.stderr)
        return 2
    return code if isinstance(code, int) else 0


def _call(arguments: list[str]) -> object:
    from claimcheck.cli.direct import command_for

    command = command_for(arguments)
    if command:
        return command()
    from claimcheck.cli.commands import call

    return call(arguments)
