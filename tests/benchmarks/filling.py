"""Fills a database with people: real rows, each with a key, an account and a conversation.

A conversation is held once through the house; its answers, with what the house looked up, are then
sealed anew for every person with a key of their own and written in bulk.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TypeAlias

from sqlalchemy import Table

from bot.store import Conversation, Keys, read_or_make, tables
from bot.store.conversations import _cell, _sealed
from bot.store.moments import milliseconds
from bot.store.people import new_id
from bot.store.sealing import Cell, data_key, finger, seal, wrapped
from tests.benchmarks.house import PLATFORM, Place, now, opened_house
from tests.benchmarks.moves import MOVES

_BATCH = 2_000
_Row: TypeAlias = tuple[object, ...]
