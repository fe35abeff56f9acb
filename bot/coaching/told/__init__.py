"""What was told of an interview besides how it went: the job, the days, what came of it."""
