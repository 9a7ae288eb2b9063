import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import { DeadlineClock } from '#services/deadline_clock'

/** Ends poste sessions at the second when their time is over, and warns before. */
export class SessionClock extends DeadlineClock {
  constructor() {
    super({ meet: meetDeadlines, next: nextDeadline, trouble: 'poste sessions could not be ended; they are tried again' })
  }
}
