"""All that a ledger holds, and what comparing it came to, as files for other programs.

`sqlite` needs nothing but Python; `arrow` writes Parquet and Arrow files and needs the extra of
that name (pyarrow), which only that module and who asks for these files load. The same ledger gives
the same bytes.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_place_of(file: Path) -> Iterator[Path]:
    """The path of a new file, which takes the place of ``file`` where nothing went wrong.

    It is on the disk by then. A process that is killed leaves ``.NAME.claimtrack-…`` behind, and
    what stood at ``file`` before.
    """
    file = file.resolve()  # where a link leads to, not the link
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(file.parent))
    part = file.with_name(f".{file.name}.claimtrack-{secrets.token_hex(4)}")
    try:
        yield part
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
