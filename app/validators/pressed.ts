import { errors } from '@vinejs/vine'
import { Refusal } from '#exceptions/refusal'

/**
 * What a button sends: nobody typed it, so a bad value belongs to no field that a page could show. It is refused as a whole.
 * @throws {Refusal} errors.422.text
 */
export async function pressed<T>(validation: Promise<T>): Promise<T> {
  try {
    return await validation
  } catch (error) {
    throw error instanceof errors.E_VALIDATION_ERROR ? new Refusal('errors.422.text', {}, { status: 422 }) : error
  }
}
