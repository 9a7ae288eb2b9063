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
}
