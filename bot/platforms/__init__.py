"""The places where people write: each renders a turn and reads what comes back."""
