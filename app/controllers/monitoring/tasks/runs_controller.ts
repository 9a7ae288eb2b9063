import type { HttpContext } from '@adonisjs/core/http'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { doneBack } from '#services/answers'
import { runNow, taskNamed } from '#services/recurring'
import { asId } from '#validators/filters'

/** A task that runs without waiting for its hour. */
export default class RunsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    await runNow(taskNamed(ctx.params.task), asId(ctx.request.input('after')) ?? 0, ctx.viewer.act())
    return doneBack(ctx, 'monitoring.tasks.started', {}, '/admin/tasks')
  }
}
