import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'
import { assertDiscreet } from '#tests/support/hygiene'
import { everyRow } from '#tests/support/rows'
import { wire } from '#tests/support/wire'

const FORM = 'application/x-www-form-urlencoded'
const PROGRAM = 'application/json'
const MB = 1024 * 1024

interface Body {
  type?: string
  body: string | Buffer
  encoding?: string
  status: number
}

const part = (name: string, value: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const BODIES: Record<string, Body> = {
  nothing: { body: '', status: 422 },
  'nothing, of a type that does not exist': { type: 'x/y', body: '', status: 422 },
  'a form cut in the middle': { type: FORM, body: 'name=Ac', status: 422 },
  'a form with a percent sign that codes nothing': { type: FORM, body: 'name=%zz&slots=%', status: 422 },
  'a form that is not UTF-8': { type: FORM, body: Buffer.from('name=\xe9\xff&slots=x', 'latin1'), status: 422 },
  'half of a pair of characters': { type: FORM, body: 'name=%ED%A0%80&slots=x', status: 422 },
  'a NUL': { type: FORM, body: 'name=%00', status: 400 },
  'a NUL in the name of a field': { type: FORM, body: 'na%00me=x', status: 400 },
  'the same field twice': { type: FORM, body: 'name=a&name=b&slots=1', status: 422 },
  'a list for a text': { type: FORM, body: 'name[]=Hooli&slots=1', status: 422 },
  'an object for a text': { type: FORM, body: 'name[a]=Hooli&slots=1', status: 422 },
  'names that the language knows': { type: FORM, body: '__proto__[name]=x&constructor[prototype][name]=x&toString=x', status: 422 },
  'forty thousand fields': { type: FORM, body: 'a=1&'.repeat(40_000), status: 422 },
  'a field nested twenty thousand times': { type: FORM, body: `name${'[a]'.repeat(20_000)}=x`, status: 422 },
  'a text of 100 kB': { type: FORM, body: `name=${'x'.repeat(100_000)}&slots=1`, status: 422 },
  'a form of 300 kB': { type: FORM, body: `name=${'x'.repeat(300_000)}`, status: 413 },
  'a form of 10 MB': { type: FORM, body: `name=${'x'.repeat(10 * MB)}`, status: 413 },
  'JSON of 10 MB': { type: PROGRAM, body: `{"name":"${'x'.repeat(10 * MB)}"}`, status: 413 },
  'JSON that is cut': { type: PROGRAM, body: '{"name": "Ac', status: 400 },
  'JSON that is not': { type: PROGRAM, body: 'name=Acme', status: 422 },
  'JSON that is a list': { type: PROGRAM, body: '[1, 2]', status: 422 },
  'JSON that is nothing': { type: PROGRAM, body: 'null', status: 422 },
  'JSON that is a word': { type: PROGRAM, body: '"name"', status: 422 },
  'JSON with a NUL': { type: PROGRAM, body: '{"name": "\\u0000"}', status: 400 },
  'JSON with a NUL deep inside': { type: PROGRAM, body: '{"a": [{"b": ["x\\u0000"]}]}', status: 400 },
  'JSON with half of a pair of characters': { type: PROGRAM, body: '{"name": "\\ud800", "slots": 1}', status: 400 },
  'JSON with other types': { type: PROGRAM, body: '{"name": {"a": 1}, "slots": [], "queueLimit": true}', status: 422 },
  'JSON with numbers out of reach': { type: PROGRAM, body: '{"name": 12, "slots": 1e400, "queueLimit": -1e400}', status: 422 },
  'JSON nested 90,000 times': { type: PROGRAM, body: `{"name":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, status: 400 },
  'JSON that names a prototype': { type: PROGRAM, body: '{"__proto__": {"name": "x"}, "slots": 1}', status: 422 },
  'bytes that are not compressed': { type: FORM, body: 'name=x', encoding: 'gzip', status: 400 },
  'a compression nobody knows': { type: FORM, body: 'name=x', encoding: 'zzz', status: 415 },
  '10 MB in some compressed bytes': { type: FORM, body: gzipSync(Buffer.alloc(10 * MB, 'a')), encoding: 'gzip', status: 413 },
  XML: { type: 'application/xml', body: '<name>x</name>', status: 422 },
  'a text': { type: 'text/plain', body: 'name=x', status: 422 },
  'a form in parts': { type: 'multipart/form-data; boundary=x', body: `${part('name', 'x')}--x--\r\n`, status: 422 },
  'a form in parts, cut': { type: 'multipart/form-data; boundary=x', body: part('name', 'x'), status: 422 },
  'a form in parts without their mark': { type: 'multipart/form-data', body: 'x', status: 422 },
  'a type that is none': { type: 'é;;;=', body: 'name=x', status: 422 },
}

test.group('A new stand sent as', () => {
  for (const [what, { type, body, encoding, status }] of Object.entries(BODIES))
    test(`${what} is refused with ${status}`, async ({ assert }) => {
      const odile = await Agent.as('odile')
      const before = await everyRow()
      for (const accept of ['text/html', 'application/json']) {
        const headers = {
          accept,
          'x-csrf-token': odile.token,
          ...(type && { 'content-type': type }),
          ...(encoding && { 'content-encoding': encoding }),
        }
        const answer = await wire('POST', '/salon/forum/stands', { by: odile, headers, body })
        assert.equal(answer.status, status, accept)
        assert.match(String(answer.headers['content-type']), new RegExp(`^${accept}`))
        assert.match(answer.body, /n’a pas pu être lu|corrigez-les|dépasse la taille/)
        assertDiscreet(assert, answer.body.replace(/"E_\w+"/g, '""'), accept)
      }
      assert.deepEqual(await everyRow(), before)
    })
})
