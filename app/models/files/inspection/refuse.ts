import { Refusal, type RefusalParams } from '#exceptions/refusal'
import type { Upload } from '#services/upload'

const SENTENCES = {
  empty: 'files.refusals.empty',
  too_big: 'files.refusals.too_big',
  lies: 'files.refusals.lies',
  type: 'files.refusals.type',
  bomb: 'files.refusals.bomb',
  active: 'files.refusals.active',
  broken: 'files.refusals.broken',
  animated: 'files.refusals.animated',
  pixels: 'files.refusals.pixels',
  infected: 'files.refusals.infected',
  unscanned: 'files.refusals.unscanned',
  too_many: 'files.refusals.too_many',
}

/** The no that a file deserves, beside the field that it came in. */
export function refuse({ field }: Upload, why: keyof typeof SENTENCES, params: RefusalParams = {}) {
  return new Refusal(SENTENCES[why], params, { status: 422, field })
}
