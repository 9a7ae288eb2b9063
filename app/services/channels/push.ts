import { type Channel, TemporaryFailure } from '#services/channels/channel'

export const push: Channel = {
  open: false,
  async send() {
    throw new TemporaryFailure('no push service')
  },
}
