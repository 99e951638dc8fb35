"""Work in the background, thin over procrastinate: `registry.job`, `queue.later`, `schedule.Scheduled`."""
