import env from '#start/env'

/** The HTTP gateway that sends messages to telephones; off while it has no address. */
export const smsConfig = {
  url: env.get('SMS_URL'),
  /** `Bearer` is put before a word that stands alone */
  token: env.get('SMS_TOKEN'),
  /** what is posted, with `{to}` and `{text}` filled in: JSON, else the fields of a form */
  body: env.get('SMS_BODY') ?? '{"to": "{to}", "text": "{text}"}',
  /** how long it may take to answer (ms) */
  patience: 15_000,
}
