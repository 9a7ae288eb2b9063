import { StepSchema } from '#database/schema'

/** One change of a pipeline's status, with who, when and why. */
export default class Step extends StepSchema {}
