/** Knobs of the Postes that no site changes. */
export const postesConfig = {
  /** a code: what it is drawn from, without the signs that are taken for one another, and how long it is */
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  codeLength: 6,
  /** the most that a session may last at first (minutes) */
  maxMinutes: 240,
  /** what the desk may add at once (minutes) */
  added: [1, 120],
  /** what a visitor may ask for (minutes) */
  extension: [5, 60],
  /** a station says that it is there this often (s) */
  heartbeatSeconds: 10,
  /** after so long without a word it is offline (s) */
  offlineSeconds: 60,
  /** a pairing code is good for so long (minutes) */
  pairingMinutes: 10,
  /** codes that open nothing are counted over so long (minutes) */
  failureMinutes: 15,
  /** so many may be typed before one has to wait, and before the whole site has */
  freeFailures: 3,
  freeSiteFailures: 30,
  /** the longest wait between two tries (s) */
  longestDelay: 60,
  /** of the text by which visitors are told what is kept of them (visitors.notice, in resources/lang): another text, another version */
  noticeVersion: '1',
  /** what a visitor's own account is linked by is good for so long (days) */
  claimDays: 7,
  /** a reserved poste is shown as such this long before, and its visitor may come as early (minutes) */
  reservedMinutes: 30,
  /** how far ahead an administrator may let people reserve (days) */
  reservationDays: 90,
  /** a visitor with an account is reminded so long before; of what was reserved too late for that, so long (hours) */
  reminderHours: [24, 2],
  /** the desk is told after so many */
  alertFailures: 10,
}
