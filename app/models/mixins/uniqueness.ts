import { Refusal } from '#exceptions/refusal'

/** The database's unique index is the rule; this only says it in a sentence, beside the field it is about if there is one. */
export async function uniqueOr<T>(work: Promise<T>, sentence: string, field?: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Refusal(sentence, {}, field ? { status: 422, field } : {})
    throw error
  }
}
