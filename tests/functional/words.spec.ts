import { test } from '@japa/runner'
import { type Line, ROLES, type Role, TABLE } from '#tests/support/access'
import type { Agent } from '#tests/support/agent'
import { addressOf } from '#tests/support/cast'
import { textOf } from '#tests/support/html'
import { assertDiscreet } from '#tests/support/hygiene'
import { DOMAINS, LANGS, sentences } from '#tests/support/lang'
import { undone } from '#tests/support/rows'
import { withWorld } from '#tests/support/shared'
import { type World, aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

/** What no reader should meet: a key, a code of the database, a name that was not filled in. */
const CODES = new RegExp(`translation missing|\\b(${DOMAINS.join('|')})\\.[a-z_]+\\b|[a-z]+_[a-z_]+|\\{[a-z]+[,}]`)
/** Codes that are words of English. */
const FRENCH_CODES = /\b(interviewing|waiting|inside|available|chosen|override|started|withdrawn)\b/

/** Moments of the forum, each of which shows other words. */
const MOMENTS: Record<string, (world: World) => Promise<unknown>> = {
  'in the middle of the day': async () => {},
  'when Alice is inside and David has passed': async ({ acme, globex, alice, interview }) => {
    await globex.startInterview(alice, byNobody())
    await acme.markPassed(interview, byNobody())
  },
  'when everybody rests': async ({ alice, bob, acme, interview }) => {
    await acme.markPassed(interview, byNobody())
    await acme.startInterview(bob, byNobody())
    await alice.pause(byNobody())
    await acme.pause(byNobody())
  },
  'when the forum is closed': async ({ forum }) => forum.close(byNobody()),
}

/** What is written for people beside the text: names of buttons, hints, what an image shows. */
function spoken(body: string) {
  return [...body.matchAll(/\s(?:aria-label|title|alt|placeholder|data-said|data-lost|data-back)="([^"]*)"/g)]
    .map(([, text]) => text)
    .join('\n')
}

/** A mail of the demonstration is in the language of whom it is for, and what is held of somebody in the words of programs. */
const OTHERS = new Set(['live', 'manifest', 'messaging.mails.show', 'postes.visitor_exports.show'])
const pages = TABLE.filter(({ method, route, pattern }) => method === 'GET' && !OTHERS.has(route) && !pattern.startsWith('/health'))

function addresses(line: Line, world: World) {
  const address = addressOf(line, world)
  return [address, `${address}?q=introuvable&show=mine&when=past&open=${world.acme.id},${world.initech.id}&all=1&page=2`]
}

/** What says that it is in a language of its own: a legal page that is written there. */
const SAID_FOREIGN = /<(textarea|div|article)\b[^>]* lang="\w+"[^>]*>[\s\S]*?<\/\1>/g

async function read(browser: Agent, address: string, lang: string) {
  const { body } = await browser.get(address, { headers: { 'accept-language': lang } })
  const own = body.replace(SAID_FOREIGN, '')
  return `${textOf(own)}\n${spoken(own)}`
}

const EVERYBODY: Role[] = ['visitor', 'candidate', 'attendee', 'neighbour', 'guest', 'stand', 'organiser', 'moderator', 'admin']
/** Those whose pages follow what happens. */
const CONCERNED: Role[] = ['attendee', 'neighbour', 'stand', 'organiser']
const FOLLOWING = /^(home|fair|messaging\.news|messaging\.notifications)\b/

for (const [moment, happens] of Object.entries(MOMENTS))
  test.group(`The words of every page, ${moment}`, (group) => {
    const shared = withWorld(group, async () => {
      const world = await aWorld()
      await happens(world)
      return world
    })
    const usual = moment === 'in the middle of the day'
    const changing = usual ? pages : pages.filter(({ route }) => FOLLOWING.test(route))

    for (const role of usual ? EVERYBODY : CONCERNED)
      test(`are for ${ROLES[role]}, and in one language`, async ({ assert }) => {
        for (const line of changing.filter(({ answers }) => answers.page?.includes(role)))
          for (const address of addresses(line, shared.world()))
            for (const lang of LANGS) {
              const text = withoutTyped(await undone(() => read(shared.browser(role), address, lang)))
              assert.notMatch(text, CODES, `${lang} ${address}`)
              if (lang === 'fr') assert.notMatch(text, FRENCH_CODES, address)
              assert.notMatch(text, /\p{L}'\p{L}/u, address)
              assertDiscreet(assert, text, address)
              const foreign = ONLY[lang].find((sentence) => text.includes(sentence))
              assert.isUndefined(foreign, `${address} says it in the other language`)
            }
      })
  })

/** What the cast has typed is theirs. */
function withoutTyped(text: string) {
  return text.replace(/\S+@example\.org|https?:\/\/\S+/g, '')
}

/** Sentences of the other language, long enough to be nothing else. */
const ONLY = { fr: sentencesNotOf('en', 'fr'), en: sentencesNotOf('fr', 'en') }

function sentencesNotOf(other: 'fr' | 'en', own: 'fr' | 'en') {
  const mine = new Set(sentences(own).values())
  return [...sentences(other).values()].filter((sentence) => sentence.length > 12 && !sentence.includes('{') && !mine.has(sentence))
}
