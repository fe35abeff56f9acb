"""Debrief: a conversation after a real job interview, in a chat or a terminal."""
