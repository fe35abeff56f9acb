"""Records conversations anew: `python -m tests.recordings [NAME ...]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.recordings.conversations import record, recordings


def main() -> None:
    """Record the named conversations, or all of them."""
    wanted = sys.argv[1:]
    for recording in recordings():
        if not wanted or recording.name in wanted:
            with tempfile.TemporaryDirectory() as folder:
                faults = record(recording, Path(folder))
            sys.stdout.write(f"{recording.name}: {'; '.join(faults) or 'as it should be'}\n")


if __name__ == "__main__":
    main()
