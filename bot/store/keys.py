"""The keys that are never in the database: the master keys, newest first, and the lookup key."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.store.errors import WrongKey

_LENGTH: Final = 32
_HEAD: Final = """\
# The key of the Debrief database. Without it nothing in the database can be read, by anybody.
# Keep a copy in a safe place, and never beside a backup of the database.
"""


@dataclass(frozen=True, slots=True)
class Keys:
    """Everything that opens a database. Never printed: its repr shows how many keys there are."""

    masters: tuple[bytes, ...] = field(repr=False)
    """They wrap each person's data key. The first is used for new ones; all can open."""
    lookup: bytes = field(repr=False)
    """Finds an account without naming it. It is never rotated while a database is in use."""

    @staticmethod
    def fresh() -> Keys:
        """Make keys that nobody has."""
        return Keys((secrets.token_bytes(_LENGTH),), secrets.token_bytes(_LENGTH))

    @staticmethod
    def from_text(text: str) -> Keys:
        """Read keys from the text of the file, which is also that of the environment's value.

        Raises:
            WrongKey: the text is not such keys; what stands there is not repeated.
        """
        lines = (line.partition("#")[0] for line in text.splitlines())
        masters: list[bytes] = []
        lookups: list[bytes] = []
        for word in " ".join(lines).replace(",", " ").split():
            kind, _, letters = word.partition(":")
            match kind:
                case "master":
                    masters.append(_key(letters))
                case "lookup":
                    lookups.append(_key(letters))
                case _:
                    raise WrongKey(
                        "The key cannot be read: each part is `lookup:` or `master:` and the key "
                        "itself, with a space or a new line between two parts."
                    )
        if not masters or len(lookups) != 1 or len({*masters, *lookups}) != len(masters) + 1:
            raise WrongKey(
                "The key is not whole: it needs exactly one `lookup:` part and at least one "
                "`master:` part, all different. Copy the whole text of the key file."
            )
        return Keys(tuple(masters), lookups[0])

    def to_text(self) -> str:
        """Give the text that `from_text` reads: one line a key."""
        parts = [f"lookup:{_letters(self.lookup)}"]
        parts += [f"master:{_letters(master)}" for master in self.masters]
        return "\n".join(parts) + "\n"

    def renewed(self) -> Keys:
        """Give the same keys with a new master key in front: the first step of a rotation."""
        return Keys((secrets.token_bytes(_LENGTH), *self.masters), self.lookup)

    def newest_only(self) -> Keys:
        """Give the keys without the older master keys: the last step, after `Store.rotate`."""
        return Keys(self.masters[:1], self.lookup)


def _key(letters: str) -> bytes:
    try:
        key = base64.b64decode(letters, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _LENGTH:
        raise WrongKey(
            f"The key cannot be read: each key is {_LENGTH} bytes in URL-safe base64, 44 letters "
            "with the = at the end. Copy it again as a whole."
        )
    return key


def _letters(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode("ascii")


def read_or_make(path: Path, *, database: Path | None = None) -> tuple[Keys, bool]:
    """Read the key file; make it when there is none. Gives the keys and whether they were made.

    Two processes that start together get the same keys: the file appears whole or not at all, and
    the one that comes second reads what the first one wrote. For a database that is there already
    no key is made: nothing in it would open with another one.

    Raises:
        WrongKey: the file would lie beside the database, is missing, may be read by others, or
            cannot be read, made or understood.
    """
    path = path.expanduser()
    if database is not None and path.resolve().is_relative_to(database.parent.resolve()):
        raise WrongKey(
            f"The key file {path} would lie in the same folder as the database, or in one below "
            "it, so that whoever copies the folder has both. Name another folder for the key."
        )
    # Looked at before the key file: who makes a database has made its key before.
    sealed = database is not None and _holds_something(database)
    try:
        if path.exists():
            return _read(path), False
        if sealed:
            raise WrongKey(
                f"The key of this database is missing: {path} is not there. Put the key file back, "
                "or set DEBRIEF_KEY to its text. Without it nothing in the database can be read."
            )
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        keys = Keys.fresh()
        if _appears(path, _HEAD + keys.to_text()):
            return keys, True
        return _read(path), False
    except OSError as wrong:
        raise WrongKey(
            f"The key file {path} cannot be read or made: {wrong.strerror}. Check the folder and "
            "who may write there, or set DEBRIEF_KEY to the text of a key file."
        ) from wrong


def _holds_something(database: Path) -> bool:
    try:
        return database.stat().st_size > 0
    except OSError:
        return False


def _read(path: Path) -> Keys:
    # Elsewhere than on POSIX these bits say nothing about who may read.
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise WrongKey(
            f"Others on this machine may read or write the key file {path}. Make it yours alone: "
            f"chmod 600 {shlex.quote(str(path))}"
        )
    return Keys.from_text(path.read_text(encoding="ascii", errors="replace"))


def write(path: Path, keys: Keys) -> None:
    """Put these keys in the place of the file's; a crash leaves the old file or the new one.

    Raises:
        WrongKey: the file cannot be written.
    """
    try:
        beside = _written_beside(path, _HEAD + keys.to_text())
        beside.replace(path)
    except OSError as wrong:
        raise WrongKey(
            f"The key file {path} cannot be written: {wrong.strerror}. It is as it was."
        ) from wrong


def _appears(path: Path, text: str) -> bool:
    """Make the file with all its text at once; False when somebody else was first."""
    beside = _written_beside(path, text)
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    finally:
        beside.unlink()
    return True


def _written_beside(path: Path, text: str) -> Path:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(handle)
    return beside
