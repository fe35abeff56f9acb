"""Whole conversations in different voices, kept for ever: see `conversations.py`."""
