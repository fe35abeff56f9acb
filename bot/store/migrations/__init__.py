"""How the tables came to be, step by step; a database is brought to the newest step on opening."""

from typing import Final

REVISIONS: Final = ("0001",)
"""Every step, oldest first. Kept by hand so that opening need not import Alembic to look."""

HEAD: Final = REVISIONS[-1]
