"""Owner, group, mode, extended attributes and access lists carried from one file to another."""

from __future__ import annotations

import contextlib
import os
import stat

_ACCESS_LIST = "system.posix_acl_access"
_READ_WRITE = 6


def carry(source: int, target: int) -> bool:
    """Gives an open file what another open file has, as far as the system lets this user.

    Returns whether its owner may do with it what they could, as far as can be told. The owner comes
    first: a change of owner takes bits of the mode away. Access lists come last (they are extended
    attributes), for they hold the mode, too.
    """
    status = os.fstat(source)
    mode = stat.S_IMODE(status.st_mode)
    has_group = not hasattr(os, "fchown") or _own(target, status)
    if not has_group:
        mode = mode & ~0o070 | (mode & 0o007) << 3  # what that group may is for no other group
    if hasattr(os, "fchmod"):
        os.fchmod(target, mode)
    for name in _attributes(source):
        with contextlib.suppress(OSError):
            value = os.getxattr(source, name)
            closed = name == _ACCESS_LIST and not has_group
            os.setxattr(target, name, _without_group(value) if closed else value)
    return os.fstat(target).st_uid == status.st_uid or _may_still(mode, has_group)


def _may_still(mode: int, has_group: bool) -> bool:
    """Whether a former owner may read and write as before: as one of the group, or as anybody."""
    before = mode >> 6 & _READ_WRITE
    now = (mode >> 3 if has_group else 0) | mode
    return before & ~now == 0


def _without_group(access_list: bytes) -> bytes:
    """An access list in which the file's own group may what others may.

    As the system keeps it: four bytes, then entries of eight, which begin with tag and mode.
    """
    entries = [access_list[at : at + 8] for at in range(4, len(access_list), 8)]
    permissions = next((entry[2:4] for entry in entries if entry[0] == _OTHERS), b"\0\0")
    changed = (e[:2] + permissions + e[4:] if e[0] == _GROUP else e for e in entries)
    return access_list[:4] + b"".join(changed)


_GROUP, _OTHERS = 0x04, 0x20
"""Tags of an access list."""


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
