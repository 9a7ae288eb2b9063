import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { taskBoard, taskHistory } from '#models/monitoring/task_board'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { fragment } from '#services/fragment'
import { taskNamed } from '#services/recurring'
import { asPage } from '#validators/filters'

export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    return fragment(ctx, 'pages/monitoring/tasks/_list', { tasks: await taskBoard(DateTime.now()) })
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    const history = await taskHistory(taskNamed(ctx.params.task), asPage(ctx.request.input('page')), DateTime.now())
    return fragment(ctx, 'pages/monitoring/tasks/_history', history)
  }
}
