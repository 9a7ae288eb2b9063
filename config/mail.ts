import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'
import { deliveriesConfig } from '#config/deliveries'

const url = env.get('SMTP_URL') ? new URL(env.get('SMTP_URL')!) : null
const isNear = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '')

/** Whether this installation can send mails; they wait until it can. */
export const hasSmtp = url !== null

const mailConfig = defineConfig({
  default: 'smtp',
  from: env.get('MAIL_FROM') ?? `no-reply@${deliveriesConfig.domain}`,
  replyTo: env.get('MAIL_REPLY_TO'),
  mailers: {
    smtp: transports.smtp({
      host: url?.hostname.replace(/^\[|\]$/g, '') ?? '127.0.0.1',
      port: Number(url?.port) || (url?.protocol === 'smtps:' ? 465 : 587),
      secure: url?.protocol === 'smtps:',
      // A password crosses no network in clear; the relay of this machine often has a certificate of its own making.
      requireTLS: Boolean(url?.username) && !isNear,
      tls: { rejectUnauthorized: !isNear },
      ...(url?.username
        ? { auth: { type: 'login' as const, user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
      pool: true,
      maxConnections: deliveriesConfig.concurrency,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
