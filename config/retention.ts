/** How long what is about people is kept (days), purpose by purpose; applied every night. */
export const retention = {
  connectionLogs: 365,
  posteIdentity: 1825,
  posteSessions: 365,
  candidateFiles: 730,
  fairPeople: 365,
  videoAnswers: 90,
  notifications: 180,
  refusedApplications: 90,
  deliveries: 90,
  audit: 1825,
}

export type Purpose = keyof typeof retention
export const PURPOSES = Object.keys(retention) as Purpose[]
