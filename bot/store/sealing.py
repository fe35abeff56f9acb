"""Sealing what a person wrote, and finding it again without opening it.

Each person has a data key. It seals their cells, and is itself wrapped by a master key that is not
in the database. Every cell is bound to its table, column and row: moved elsewhere, it does not
open. Cells are padded, so that a "no" is as long as a "not sure".
"""

from __future__ import annotations

import hmac
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Column

from bot.store.errors import Tampered, WrongKey
from bot.store.keys import Keys

Record: TypeAlias = Mapping[str, object]
"""What is sealed: a JSON object."""

_NONCE: Final = 12
_BLOCK: Final = 128
"""Cells are padded to a multiple of this many bytes; JSON allows the spaces."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in the database: what is sealed for it opens nowhere else."""

    column: Column[bytes]
    row: str

    @property
    def label(self) -> bytes:
        """What the seal is bound to."""
        return f"{self.column.table.name}|{self.column.name}|{self.row}".encode()


@dataclass(frozen=True, slots=True, repr=False)
class Seal:
    """One key, ready for use."""

    cipher: AESGCM

    def close(self, cell: Cell, record: Record) -> bytes:
        """Seal a record for this cell."""
        plain = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        # A lone surrogate is kept as it is: a sentence that came broken must not stop anybody.
        octets = plain.encode("utf-8", "surrogatepass")
        padded = octets + b" " * (-len(octets) % _BLOCK)
        return _closed(self.cipher, padded, cell.label)

    def open(self, cell: Cell, sealed: bytes) -> dict[str, object]:
        """Give back what was sealed for this cell.

        Raises:
            Tampered: it was sealed for another cell or by another key, or was changed.
        """
        try:
            plain = _opened(self.cipher, sealed, cell.label)
        except InvalidTag as wrong:
            raise Tampered(
                f"A sealed cell of the table {cell.column.table.name!r} does not open: it was "
                "changed, or moved from another row. Put back the last backup of the database."
            ) from wrong
        record = json.loads(plain.decode("utf-8", "surrogatepass"))
        if not isinstance(record, dict):
            raise Tampered(f"A cell of the table {cell.column.table.name!r} is not a record.")
        return record


def data_key() -> bytes:
    """Make a new person's key."""
    return AESGCM.generate_key(256)


def wrapped(keys: Keys, cell: Cell, key: bytes) -> bytes:
    """Wrap a data key with the newest master key."""
    return _closed(AESGCM(keys.masters[0]), key, cell.label)


def unwrapped(keys: Keys, cell: Cell, sealed: bytes) -> tuple[bytes, bool]:
    """Give a data key and whether the newest master key had wrapped it.

    Raises:
        WrongKey: none of the master keys opens it.
    """
    for place, master in enumerate(keys.masters):
        try:
            return _opened(AESGCM(master), sealed, cell.label), place == 0
        except InvalidTag:
            continue
    raise WrongKey(
        "This database was sealed with another key, so nothing in it can be read with this one. "
        "Nothing was changed. Give the key that was in use when the database was made (the key "
        "file, or DEBRIEF_KEY); if keys were rotated, give the older ones too."
    )


def seal(key: bytes) -> Seal:
    """Give the seal of a data key."""
    return Seal(AESGCM(key))


def finger(keys: Keys, what: str, *parts: str) -> str:
    """Give the keyed hash by which something is found: the same for the same parts only."""
    told_apart = json.dumps([what, *parts]).encode()
    return hmac.digest(keys.lookup, told_apart, "sha256").hex()


def job_finger(keys: Keys, person: str, employer: str, role: str) -> str | None:
    """Give the hash for "the same job as before?"; None where no employer was named.

    Two jobs at employers without a name are two jobs: taking them for one would let an offer from
    one of them end the reminders for the other.
    """
    named = alike(employer)
    return finger(keys, "job", person, named, alike(role)) if named else None


def alike(words: str) -> str:
    """Give the same text for what a person would call the same name, however it was typed."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
    # Marks are kept: in many scripts they are vowels. So are + and #, for C++ and C#.
    kept = (one if one in "+#" or unicodedata.category(one)[0] in "LMN" else " " for one in folded)
    return " ".join("".join(kept).split())


def _closed(cipher: AESGCM, plain: bytes, label: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + cipher.encrypt(nonce, plain, label)


def _opened(cipher: AESGCM, sealed: bytes, label: bytes) -> bytes:
    if len(sealed) < _NONCE:
        raise InvalidTag
    return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], label)
