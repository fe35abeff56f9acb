"""Conversations as plain generators, replayed from the answers so far. Pure, like coaching."""
