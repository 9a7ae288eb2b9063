import { type Line, shown } from '#tests/support/access/who'

/** Where the application is developed and tested; a production does not have them. */
export const DEV: Line[] = [{ route: 'dev.components.index', method: 'GET', pattern: '/dev/components', answers: shown }]
