/** Knobs of the Salon; the settings edit those that `config/settings.ts` names. */
export const fairConfig = {
  /** how long a stand may take back "marquer passé" */
  undoSeconds: 15,
  /** how long before somebody called may be rung again */
  ringAgainSeconds: 30,
  /** a secret link of a stand works until this long after the fair ends */
  linkGraceHours: 24,
  /** what a person is told at a fair is news until this long after its end (or after now, when it overruns) */
  newsGraceHours: 2,
  defaultSlots: 1,
  maxSlots: 50,
  /** an interview that lasts longer is brought to the organiser */
  longMinutes: 30,
  /** and so is a stand where people could come in and nobody is inside for so long */
  idleMinutes: 5,
}
