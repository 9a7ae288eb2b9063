import env from '#start/env'
import { appUrl } from '#config/app'

export const CHANNELS = ['email', 'sms', 'push'] as const
export const STATUSES = ['waiting', 'sent', 'expired', 'given_up'] as const

const { hostname } = new URL(appUrl)

/** Mails, messages to telephones, pushes. Times in seconds unless the name says otherwise. */
export const deliveriesConfig = {
  /** what identifiers of messages end with, and the sender's address when none is set */
  domain: /[a-z]/i.test(hostname) && !hostname.includes(':') ? hostname : 'localhost',
  /** how many are sent at once by one process */
  concurrency: 8,
  /** after that many refusals it is given up: about fourteen hours with these delays */
  attempts: 20,
  /** before the second attempt; doubled before each of the next */
  firstDelay: 30,
  longestDelay: 3600,
  /** each delay is drawn between this part less and this part more, so that not all come back at once */
  jitter: 0.2,
  /** how long a server may take to accept one */
  patience: 40,
}

/** Pages that show every mail to whoever asks: while developing, and in a demonstration. */
export const mailsAreShown = env.get('NODE_ENV') !== 'production' || env.get('DEMO') === true
