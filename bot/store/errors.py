"""What can go wrong in the store, each with a sentence that says what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DontWrapMixin, IntegrityError
from sqlalchemy.exc import TimeoutError as NoFreeConnection


class StoreError(Exception):
    """Something in the store is not as it should be."""


class WrongKey(StoreError):
    """The key cannot be read, or the database was sealed with another one."""


class NewerDatabase(StoreError):
    """A later version of the program has written this database."""


class Tampered(StoreError):
    """A sealed cell was changed, or does not belong where it stands."""


class DatabaseLocked(StoreError):
    """Another program held the database for too long."""


class DatabaseClosedToWriting(StoreError):
    """The database or its folder cannot be opened or written."""


class DiskFull(StoreError):
    """No room is left on the disk."""


class DatabaseBroken(StoreError):
    """The file is damaged, or is no database of this kind."""


class NoSuch(StoreError):
    """What was asked for is not there, or not any more."""


class Conflict(StoreError):
    """Somebody else wrote first. Load it again and decide again."""


class AlreadySeen(StoreError):
    """This event of the platform was handled before; nothing was changed now."""


class NaiveTime(StoreError, DontWrapMixin):
    """A time came without a zone."""

    def __init__(self, moment: object) -> None:
        super().__init__(
            f"{moment!r} has no zone. Give an aware time, such as datetime.now(UTC): "
            "the store keeps instants only."
        )


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the database driver raises into the store's own errors."""
    try:
        yield
    except IntegrityError as wrong:
        raise Conflict(
            "What this belongs to was changed or erased at the same time. Load it again."
        ) from wrong
    except NoFreeConnection as wrong:
        raise DatabaseLocked(
            "Too much was asked of the database at once. Nothing was changed; try again."
        ) from wrong
    except DBAPIError as wrong:
        raise in_a_sentence(wrong.orig) from wrong
    except OSError as wrong:
        raise DatabaseClosedToWriting(
            "The database does not answer. Check that it runs and that its address is right."
        ) from wrong


def in_a_sentence(wrong: BaseException | None) -> StoreError:
    """Give the store's own error for one that the driver raised."""
    code = getattr(wrong, "sqlite_errorcode", None)
    # The low byte is the kind; the rest says which of several reasons.
    match code & 0xFF if isinstance(code, int) else None:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseLocked(
                "Another program is writing to the database and did not finish in time. Nothing "
                "was changed. Try again; if it stays so, look for a second bot or an open backup."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return DatabaseClosedToWriting(
                "The database cannot be opened for writing. Check that its folder exists and that "
                "the bot's user may write to the file and to the folder."
            )
        case sqlite3.SQLITE_FULL:
            return DiskFull("The disk is full. Nothing was changed. Make room, then try again.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseBroken(
                "The file is damaged or is no database. Put back the last backup, and keep the "
                "file as it is until that works."
            )
        case sqlite3.SQLITE_IOERR:
            return DatabaseBroken(
                "The disk did not read or write as it should. Check the disk and the room on it, "
                "then start again."
            )
        case _:
            return StoreError(
                f"The database refused: {type(wrong).__name__}. Nothing was changed. The cause "
                "stands in the log."
            )
