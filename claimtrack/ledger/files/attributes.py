"""Owner, group, mode, extended attributes and access lists carried from one file to another."""

from __future__ import annotations

import contextlib
import os
import stat


def carry(source: int, target: int) -> None:
    """Gives an open file what another open file has, as far as the system lets this user.

    The owner comes first: a change of owner takes bits of the mode away. Access lists come last
    (they are extended attributes), for they hold the mode, too.
    """
    status = os.fstat(source)
    mode = stat.S_IMODE(status.st_mode)
    if hasattr(os, "fchown") and not _own(target, status):
        mode = mode & ~0o070 | (mode & 0o007) << 3  # what that group may is for no other group
    if hasattr(os, "fchmod"):
        os.fchmod(target, mode)
    for name in _attributes(source):
        with contextlib.suppress(OSError):
            os.setxattr(target, name, os.getxattr(source, name))


def _own(target: int, status: os.stat_result) -> bool:
    """Sets owner and group, or the group alone where files cannot be given away.

    Returns whether the group is that of the file.
    """
    for owner in (status.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(target, owner, status.st_gid)
            return True
    return os.fstat(target).st_gid == status.st_gid


def _attributes(source: int) -> list[str]:
    try:
        return os.listxattr(source)
    except (OSError, AttributeError):  # a file system, or a system, without them
        return []
