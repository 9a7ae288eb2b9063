import type { HttpRequest } from '@adonisjs/core/http'
import { CHANNELS, KINDS, type Mode, choiceName, modesOf } from '#config/notifications'
import { Refusal } from '#exceptions/refusal'
import type { Choice } from '#models/messaging/preferences'

/**
 * `mode[fair-passed-app]=off`: what a page offers; nobody typed it.
 * @throws {Refusal} errors.422.text
 */
export function choicesOf(request: HttpRequest): Choice[] {
  const modes = request.input('mode')
  const entries = modes && typeof modes === 'object' ? Object.entries<unknown>(modes) : []
  return entries.map(([name, mode]) => asChoice(name, mode as Mode))
}

function asChoice(name: string, mode: Mode): Choice {
  const [kind, channel] = OFFERED.find(([kind, channel]) => name === choiceName(kind, channel)) ?? []
  if (!kind || !channel || !modesOf(kind, channel).includes(mode)) throw new Refusal('errors.422.text', {}, { status: 422 })
  return { kind, channel, mode }
}

const OFFERED = KINDS.flatMap((kind) => CHANNELS.map((channel) => [kind, channel] as const))
