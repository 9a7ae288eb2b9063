import {
  CHANNELS,
  type Channel,
  type Group,
  type KindName,
  type Mode,
  choiceName,
  groupsFor,
  kinds,
  kindsFor,
  modesOf,
} from '#config/notifications'
import type { Viewer } from '#models/accounts/viewer'
import type { Preferences } from '#models/messaging/preferences'

interface Line {
  kind: KindName
  urgent: boolean
  choices: { channel: Channel; name: string; modes: Mode[]; mode: Mode }[]
}

/** What somebody may choose, as their page shows it: by group, kind and channel. */
export function preferenceSheet(viewer: Viewer, { modeOf }: Preferences): { group: Group; lines: Line[] }[] {
  const choicesOf = (kind: KindName) =>
    CHANNELS.filter((channel) => modesOf(kind, channel).length > 0 && (channel !== 'sms' || viewer.user!.phone)).map((channel) => ({
      channel,
      name: choiceName(kind, channel),
      modes: modesOf(kind, channel),
      mode: modeOf(kind, channel)!,
    }))
  return groupsFor(viewer).map((group) => ({
    group,
    lines: kindsFor(viewer)
      .filter((kind) => kinds[kind].group === group)
      .map((kind) => ({ kind, urgent: kinds[kind].urgent ?? false, choices: choicesOf(kind) })),
  }))
}
