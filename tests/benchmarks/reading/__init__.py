"""The reader measured on labelled accounts and sentences."""
