import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { taskBoard, taskHistory } from '#models/monitoring/task_board'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { taskNamed } from '#services/recurring'
import { asPage } from '#validators/filters'

/** The recurring tasks. */
export default class TasksController {
  async index({ view, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    return view.render('pages/monitoring/tasks/index', { tasks: await taskBoard(DateTime.now()) })
  }

  async show({ view, params, request, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const history = await taskHistory(taskNamed(params.task), asPage(request.input('page')), DateTime.now())
    return view.render('pages/monitoring/tasks/show', history)
  }
}
