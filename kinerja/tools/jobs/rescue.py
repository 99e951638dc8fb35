"""Jobs of a worker that was killed go back to the queue; what is long done or failed leaves it."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

DONE_HOURS = 24
FAILED_HOURS = 24 * 30


@app.periodic(cron="* * * * *", periodic_id="jobs.rescue")
@app.task(name="jobs.rescue", queueing_lock="jobs.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Every minute: jobs whose worker has sent no heartbeat are tried again."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs():
        await manager.retry_job(stalled)


@app.periodic(cron="10 18 * * *", periodic_id="jobs.sweep")
@app.task(name="jobs.sweep", queueing_lock="jobs.sweep", pass_context=True)
async def sweep(context: JobContext, timestamp: int) -> None:
    """Every night (01.10 WIB): finished jobs of yesterday, failed ones of last month."""
    await context.app.job_manager.delete_old_jobs(nb_hours=DONE_HOURS)
    await context.app.job_manager.delete_old_jobs(nb_hours=FAILED_HOURS, include_failed=True)
