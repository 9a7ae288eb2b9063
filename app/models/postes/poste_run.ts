import { PosteRunSchema } from '#database/schema'

/** A time in which a poste session ran on one poste: what was used is the sum of them. */
export default class PosteRun extends PosteRunSchema {}
