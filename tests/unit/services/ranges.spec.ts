import { test } from '@japa/runner'
import { rangeOf } from '#services/ranges'

/** What is sent of a content of ten bytes; `whole` when the header says nothing that we serve, `none` when there is no such part. */
const RANGES: Record<string, string> = {
  'bytes=0-9': '0-9',
  'bytes=0-': '0-9',
  'bytes=0-0': '0-0',
  'bytes=3-5': '3-5',
  'bytes=9-': '9-9',
  'bytes=5-99999999999999999999': '5-9',
  'bytes=-3': '7-9',
  'bytes=-10': '0-9',
  'bytes=-11': '0-9',
  'bytes = 3 - 5': '3-5',
  'bytes=10-': 'none',
  'bytes=10-12': 'none',
  'bytes=-0': 'none',
  'bytes=99999999999999999999-': 'none',
  'bytes=5-3': 'whole',
  'bytes=-': 'whole',
  'bytes=': 'whole',
  'bytes=a-b': 'whole',
  'bytes=0-1,3-4': 'whole',
  'bytes=--1': 'whole',
  'lines=0-5': 'whole',
  '': 'whole',
}

test.group('Of a content of ten bytes', () => {
  for (const [header, sent] of Object.entries(RANGES))
    test(`${header || 'no range'} is ${sent}`, ({ assert }) => {
      const range = rangeOf(header, 10)
      assert.equal(range ? `${range.start}-${range.end}` : range === null ? 'none' : 'whole', sent)
    })
})
