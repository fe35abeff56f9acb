"""The terminal: a conversation for a person at a keyboard, and one for a program on a pipe."""
