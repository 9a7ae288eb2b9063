import { Exception } from '@adonisjs/core/exceptions'

export type RefusalParams = Record<string, string | number>

/**
 * An expected no: a rule answers that the action is not possible now. `code` is a sentence of the lang files
 * that names the cause and what to do next; nothing has been changed.
 * @param options.status 409 by default (the state of things forbids it), 403 when the person may never, 422 for a bad value
 * @param options.retryAfter seconds, with 429
 * @param options.field the field of the form that the sentence is about
 */
export class Refusal extends Exception {
  static override status = 409
  static override code = 'E_REFUSED'

  constructor(
    readonly sentence: string,
    readonly params: RefusalParams = {},
    readonly options: { status?: number; field?: string; retryAfter?: number } = {}
  ) {
    super(sentence, { status: options.status ?? 409, code: 'E_REFUSED' })
  }
}
