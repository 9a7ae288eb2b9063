import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const column = (tsType: string) => ({ tsType, decorators: [{ name: '@column' }] })

const VERIFICATION = `'pending' | 'verified' | 'refused' | 'suspended'`

/** bigint arrives as a number (config/database.ts); closed lists of words are narrowed to those words. */
export default {
  types: { bigint: column('number') },
  primaryKey: () => ({ columnName: 'id', columnInfo: { tsType: 'number', decorators: [{ name: '@column', args: { isPrimary: true } }] } }),
  tables: {
    users: {
      columns: {
        locale: column(`'fr' | 'en'`),
        theme: column(`'light' | 'dark'`),
        visibility: column(`'public' | 'recruiters' | 'private'`),
        password: { tsType: 'string', decorators: [{ name: '@column', args: { serializeAs: null } }] },
      },
    },
    notifications: {
      columns: { kind: column(`import('#config/notifications').KindName`), params: column('Record<string, string | number>') },
    },
    notification_settings: { columns: { digest: column(`'daily' | 'weekly'`) } },
    interviews: { columns: { outcome: column(`'passed' | 'interrupted'`) } },
    calls: { columns: { outcome: column(`'started' | 'withdrawn' | 'missed'`) } },
    skips: { columns: { cause: column(`'missed' | 'absent' | 'held'`) } },
    attendee_pauses: { columns: { reason: column(`'chosen' | 'passed' | 'override'`) } },
    legal_texts: { columns: { page: column(`'mentions' | 'privacy' | 'accessibility'`), locale: column(`'fr' | 'en'`) } },
    settings: {
      columns: { key: { tsType: 'string', decorators: [{ name: '@column', args: { isPrimary: true } }] }, value: column('unknown') },
    },
    sign_ins: { columns: { device: column('Buffer') } },
    task_runs: { columns: { outcome: column(`'done' | 'failed'`) } },
    sites: { columns: { mode: column(`'anonymous' | 'identified'`), warnings: column('number[]') } },
    postes: { columns: { kind: column(`'office' | 'gaming'`) } },
    visitors: { columns: { identityKind: column(`'identity_card' | 'passport' | 'residence_permit' | 'driving_licence' | 'other'`) } },
    poste_sessions: {
      columns: { codeHash: column('Buffer'), reason: column(`'visitor' | 'desk' | 'time' | 'idle' | 'unused' | 'expired'`) },
    },
    poste_runs: { columns: { cause: column(`'suspended' | 'cut' | 'moved' | 'ended'`) } },
    extensions: { columns: { answer: column(`'accepted' | 'refused' | 'expired'`) } },
    tickets: { columns: { outcome: column(`'served' | 'cancelled' | 'absent'`) } },
    reservations: {
      columns: {
        outcome: column(`'honoured' | 'cancelled' | 'absent'`),
        cause: column(`'visitor' | 'desk' | 'closing' | 'poste' | 'forgotten'`),
      },
    },
    screen_messages: { columns: { sender: column(`'desk' | 'station'`) } },
    stations: { columns: { kind: column(`'page' | 'agent'`), tokenHash: column('Buffer') } },
    deliveries: {
      columns: {
        channel: column(`'email' | 'push' | 'sms'`),
        locale: column(`'fr' | 'en'`),
        status: column(`'waiting' | 'sent' | 'expired' | 'given_up'`),
        params: column('Record<string, string | number | null>'),
      },
    },
    organisations: {
      columns: {
        kind: column(`'company' | 'school' | 'association' | 'administration'`),
        size: column(`'startup' | 'small' | 'medium' | 'large' | 'enterprise'`),
        status: column(VERIFICATION),
      },
    },
    memberships: { columns: { role: column(`'owner' | 'member'`) } },
    providers: { columns: { status: column(VERIFICATION) } },
    imports: { columns: { digest: column('Buffer'), headers: column('string[]'), ignored: column('string[]') } },
    documents: {
      columns: { digest: column('Buffer'), disk: column(`'fs' | 's3'`) },
    },
    stored_objects: { columns: { disk: column(`'fs' | 's3'`) } },
    secret_links: { columns: { token_hash: column('Buffer') } },
  },
} satisfies SchemaRules
