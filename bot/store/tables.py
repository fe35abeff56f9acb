"""The tables. What was typed, who somebody is and where they can be reached is in sealed columns.

In the clear stand random ids, numbers, times, states and the names of flows, platforms and engines.
Everything hangs on a person, directly or through others, and goes with them: each reference deletes
with what it refers to.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from bot.store.moments import Moment

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

ID: Final = String(32)
"""128 random bits as text."""
FINGER: Final = String(64)
"""A keyed hash as text."""
NAME: Final = String(64)
"""A name that the house gave: a flow, a state, a platform, an engine."""

person: Final = Table(
    "person",
    metadata,
    Column("id", ID, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("settings", LargeBinary),
    Column("created", Moment, nullable=False),
)

account: Final = Table(
    "account",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("platform", NAME, nullable=False),
    Column("finger", FINGER, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("created", Moment, nullable=False),
)

consent: Final = Table(
    "consent",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account", ID, ForeignKey("account.id", ondelete="SET NULL"), index=True),
    Column("purpose", NAME, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("given", Moment, nullable=False),
    Column("withdrawn", Moment),
)

application: Final = Table(
    "application",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("job", FINGER),
    Column("sealed", LargeBinary, nullable=False),
    Column("place", LargeBinary, nullable=False),
    Column("created", Moment, nullable=False),
    Column("closed", Moment),
    # Also the index by person; jobs without an employer's name have no hash and are all different.
    UniqueConstraint("person", "job"),
)

stage: Final = Table(
    "stage",
    metadata,
    Column("id", ID, primary_key=True),
    Column(
        "application",
        ID,
        ForeignKey("application.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("sealed", LargeBinary, nullable=False),
    Column("started", Moment, nullable=False),
)

interview: Final = Table(
    "interview",
    metadata,
    Column("id", ID, primary_key=True),
    Column("stage", ID, ForeignKey("stage.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("held", Moment),
)

conversation: Final = Table(
    "conversation",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("interview", ID, ForeignKey("interview.id", ondelete="CASCADE"), index=True),
    Column("flow", NAME, nullable=False),
    Column("status", NAME, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Index(None, "person", "changed"),
)

answer: Final = Table(
    "answer",
    metadata,
    Column(
        "conversation",
        ID,
        ForeignKey("conversation.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("by", NAME, nullable=False),
)

debrief: Final = Table(
    "debrief",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column(
        "interview",
        ID,
        ForeignKey("interview.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column(
        "conversation",
        ID,
        ForeignKey("conversation.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("engine", String(200), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made", Moment, nullable=False),
    Index(None, "person", "made"),
)

happening: Final = Table(
    "happening",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("application", ID, ForeignKey("application.id", ondelete="CASCADE"), nullable=False),
    # Set for what a debrief itself told; it goes with the debrief.
    Column("debrief", ID, ForeignKey("debrief.id", ondelete="CASCADE"), index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Index(None, "application", "at"),
)

inbox: Final = Table(
    "inbox",
    metadata,
    Column("platform", NAME, primary_key=True),
    Column("bot", NAME, primary_key=True),
    Column("event", FINGER, primary_key=True),
    Column("person", ID, ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False, index=True),
)

master_check: Final = Table(
    "master_check",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("wrapped", LargeBinary, nullable=False),
)
"""One row, sealed when the database was made: opens only with the keys that it was made with."""

NOBODYS: Final = frozenset({"master_check"})
"""The tables that hold nothing of a person."""
