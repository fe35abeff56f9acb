"""What holds for every test: numpy's sums run on one thread, as in the program itself."""

from __future__ import annotations

import os

# Before anything imports numpy. Two runs side by side would else wait for each other's threads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
