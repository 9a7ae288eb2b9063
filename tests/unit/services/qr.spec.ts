import fc from 'fast-check'
import { test } from '@japa/runner'
import { decodeQR } from 'qr/decode.js'
import { qrOf } from '#services/qr'

/** Squares a side of the picture that is read, for one of the code. */
const SCALE = 3

/** What a camera sees of the path: black rectangles on white. */
function pictureOf({ size, path }: ReturnType<typeof qrOf>) {
  const side = size * SCALE
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++)
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return { width: side, height: side, data }
}

const read = (text: string) => decodeQR(pictureOf(qrOf(text)), { timeLimit: Infinity })

test.group('A QR code', () => {
  test('says the address that it was made of, however long', ({ assert }) => {
    for (const length of [10, 80, 300, 1000]) {
      const address = `https://salon.example.org/salon/links/${'aZ0_-'.repeat(length / 5)}`
      assert.equal(read(address), address)
    }
  })

  test('says any address', ({ assert }) => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => assert.equal(read(address), address)),
      { numRuns: 6 }
    )
  })

  test('has a quiet zone of four squares on each side, and is all drawn', ({ assert }) => {
    const { size, path } = qrOf('https://salon.example.org')
    const drawn = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)]
    assert.equal(drawn.map(([one]) => one).join(''), path)
    const places = drawn.flatMap(([, x, y, width]) => [Number(x), Number(y), Number(x) + Number(width) - 1])
    assert.equal(Math.min(...places), 4)
    assert.equal(Math.max(...places), size - 5)
  })

  test('of more than it can hold is an error, not another code', ({ assert }) => {
    assert.throws(() => qrOf('x'.repeat(2400)))
  })
})
