import { type MessageFormatElement, TYPE, parse } from '@formatjs/icu-messageformat-parser'
import { test } from '@japa/runner'
import { LANGS, mentions, sentences } from '#tests/support/lang'

/** Words that both languages share. */
const SAME = [
  'counter.states.maintenance',
  'reservations.states.absent',
  'reservations.fields.contact',
  'counter.postes.add',
  'counter.code.for',
  'counter.paper.poste',
  'counter.line.absent',
  'counter.sheet.messages',
  'station.title',
  'sites.sites.count',
  'sites.settings.sessions',
  'sites.fields.notes',
  'sites.postes.group',
  'sites.postes.machine',
  'sites.stations.mac',
  'sites.stations.version',
  'sites.history.ended',
  'sites.history.maintenance',
  'accounts.roles.site',
  'validator.shared.fields.mode',
  'validator.shared.fields.siteId',
  'control.figures.stands.name',
  'control.entries.skipped',
  'control.events.title',
  'control.events.at',
  'control.exports.title',
  'control.exports.id',
  'control.exports.email',
  'control.exports.position',
  'emails.messaging.notification.subject',
  'fair.of',
  'fair.fairs.by_date',
  'fair.stands.title',
  'fair.controls.actions',
  'files.documents.facts',
  'files.purposes.cv',
  'files.purposes.portfolio',
  'files.purposes.photo',
  'files.purposes.logo',
  'files.types.pdf',
  'layout.pages',
  'messaging.groups.messaging',
  'messaging.notifications.title',
  'messaging.deliveries.channel.email',
  'monitoring.settings.units.minutes',
  'organisations.queues.organisations',
  'usage.sessions.title',
  'usage.sessions.count',
  'usage.events.title',
  'usage.events.kind',
  'usage.events.sheet',
  'usage.events.kinds.messages',
  'usage.figures.sessions.name',
  'visitors.columns.contact',
  'visitors.fields.photo',
  'visitors.stays.title',
  'validator.shared.fields.notes',
  'validator.shared.fields.standId',
  'validator.shared.fields.organisationId',
  'validator.shared.fields.agreement',
]

function elements(message: string): MessageFormatElement[] {
  return parse(message, { ignoreTag: true }).flatMap(inner)
}

function inner(element: MessageFormatElement): MessageFormatElement[] {
  const parts =
    element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options).flatMap(({ value }) => value) : []
  return [element, ...parts.flatMap(inner)]
}

/** The names that a message waits for. */
function placeholders(message: string) {
  const named = elements(message).filter(({ type }) => type !== TYPE.literal && type !== TYPE.pound)
  return [...new Set(named.map((element) => (element as { value: string }).value))].sort()
}

/** What is written as it is, outside of the names. */
function texts(message: string) {
  return elements(message).flatMap((element) => (element.type === TYPE.literal ? [element.value] : []))
}

test.group('Every message', () => {
  test('is understood, and waits for the same names in both languages', ({ assert }) => {
    const english = sentences('en')
    for (const [key, message] of sentences('fr')) assert.deepEqual(placeholders(english.get(key)!), placeholders(message), key)
  })

  test('that counts says one and several', ({ assert }) => {
    for (const lang of LANGS)
      for (const [key, message] of sentences(lang))
        for (const element of elements(message))
          if (element.type === TYPE.plural)
            assert.includeMembers(['=0', '=1', 'one', 'other'], Object.keys(element.options), `${lang} ${key}`)
  })

  test('is given the names that it waits for, where it is said', ({ assert }) => {
    const french = sentences('fr')
    const wrong = mentions()
      .filter(({ key, given }) => given && french.has(key))
      .map(({ key, given, file }) => ({ key, file, missing: placeholders(french.get(key)!).filter((name) => !given!.includes(name)) }))
    assert.isAbove(wrong.length, 80)
    assert.deepEqual(
      wrong.filter(({ missing }) => missing.length > 0),
      []
    )
  })

  test('says something, and not the same thing by mistake', ({ assert }) => {
    const english = sentences('en')
    for (const lang of LANGS) for (const [key, message] of sentences(lang)) assert.isNotEmpty(message.trim(), `${lang} ${key}`)
    const same = [...sentences('fr')].filter(([key, message]) => english.get(key) === message).map(([key]) => key)
    assert.sameMembers(same, SAME)
  })
})

test.group('The typography', () => {
  for (const lang of LANGS)
    test(`of ${lang} has curled apostrophes, true dots, and no space too many`, ({ assert }) => {
      for (const [key, message] of sentences(lang)) {
        assert.notMatch(message, /['`´]/, `${key}: a straight apostrophe would also hide a name from ICU`)
        for (const text of texts(message)) {
          assert.notMatch(text, /\.\.\.|"/, key)
          assert.notMatch(text, /\s\s/, key)
        }
        assert.equal(message, message.trim(), key)
      }
    })

  test('of French keeps a narrow space before ; : ! ? » and after «', ({ assert }) => {
    for (const [key, message] of sentences('fr')) {
      const text = texts(message).join('…')
      assert.notMatch(text, /[^\u202F\s«][;!?»]|[\p{L}\d)…]:(?!\/\/)/u, `${key}: nothing before`)
      assert.notMatch(text, /[^\S\u202F][;:!?»]/, `${key}: another space before`)
      assert.notMatch(text, /«(?!\u202F)/, `${key}: another space after`)
    }
  })

  test('of English has none', ({ assert }) => {
    for (const [key, message] of sentences('en')) assert.notMatch(texts(message).join('…'), /\s[;:!?]|«|»/, key)
  })
})
