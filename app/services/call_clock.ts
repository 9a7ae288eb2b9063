import { expireCalls, nextCallExpiry, reprieveCalls } from '#models/fair/expiring'
import { DeadlineClock } from '#services/deadline_clock'

/** Ends calls at the instant when their time is over. */
export class CallClock extends DeadlineClock {
  constructor() {
    super({ begin: reprieveCalls, meet: expireCalls, next: nextCallExpiry, trouble: 'calls could not be ended; they are tried again' })
  }
}
