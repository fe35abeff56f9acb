"""What the reader is to learn from, and the check that holds it to its form. Not shipped."""
