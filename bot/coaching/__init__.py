"""What a coach knows. Pure: no waiting, no clock, no database, no network, no chat library."""
