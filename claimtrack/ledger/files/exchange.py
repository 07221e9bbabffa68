"""File names exchanged and moved in one step, and whether somebody still writes to a file.

Linux exchanges two names atomically (``renameat2``). Elsewhere, and on file systems that cannot,
the exchange is made of two renames, with the replaced file kept under a second name meanwhile.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

_NOREPLACE, _EXCHANGE, _HERE = 1, 2, -100
"""Flags of ``renameat2``, and the file descriptor that stands for the working directory."""

_UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)

ASIDE = ".old"
"""What the second name of a file ends in while two renames stand for an exchange."""


def exchange(staged: Path, target: Path) -> None:
    """Exchanges two files of one folder; both have to be there. Raises OSError."""
    if not _renameat2(staged, target, _EXCHANGE):
        _exchange_in_two_steps(staged, target)


def move(source: Path, target: Path) -> None:
    """Gives a file a name that is free. Raises FileExistsError when it is taken."""
    if _renameat2(source, target, _NOREPLACE):
        return
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # no links here: there is a moment between the look and the rename
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        os.rename(source, target)  # noqa: PTH104 - never replaces on Windows, as Path.rename
    else:
        source.unlink()


def _exchange_in_two_steps(staged: Path, target: Path) -> None:
    """The replaced file is at no moment without a name; see :func:`complete` for a kill."""
    aside = staged.with_name(staged.name + ASIDE)
    try:
        os.link(target, aside)
    except OSError:
        shutil.copy2(target, aside)
    else:
        if not os.path.samefile(target, aside):  # noqa: PTH121 - an editor renamed over it
            aside.unlink()
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target))
    os.replace(staged, target)  # noqa: PTH105
    os.rename(aside, staged)  # noqa: PTH104


def complete(aside: Path) -> None:
    """Finishes an exchange in two steps that was killed, or takes it back."""
    staged = aside.with_name(aside.name.removesuffix(ASIDE))
    if os.path.lexists(staged):
        aside.unlink()  # a second name of the target, which was not replaced yet
    else:
        os.rename(aside, staged)  # noqa: PTH104


def _renameat2(source: Path, target: Path, flag: int) -> bool:
    """Whether the system could do it. Raises OSError when it can and something is in the way."""
    call = _system_call()
    if call is None:
        return False
    import ctypes

    if call(_HERE, os.fsencode(source), _HERE, os.fsencode(target), flag) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(target))


@cache
def _system_call() -> Callable[..., int] | None:
    try:
        import ctypes

        call: Callable[..., int] = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, AttributeError, OSError, TypeError):
        return None
    return call


def being_written(path: Path) -> bool:
    """Whether a process has a file open for writing, and may yet change it.

    Asked by way of a lease, which the system grants only on a file that nobody writes to. False
    where there are no leases, or the file is somebody else's.
    """
    try:
        import fcntl
        import signal

        lease = (fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except (ImportError, AttributeError):
        return False
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        # Whoever opens the file now breaks the lease: the signal must be one that ends nothing.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, *lease)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False
