import { test } from '@japa/runner'
import sharp from 'sharp'
import type { PurposeName } from '#config/files'
import { Refusal } from '#exceptions/refusal'
import { inspect } from '#models/files/inspection'
import { Upload } from '#services/upload'
import { PDF, TEXT, animation, doc, docx, odt, photo, pretending, zip } from '#tests/support/files'

const MB = 1024 * 1024

interface Case {
  name?: string
  content: Buffer | Promise<Buffer>
  purpose?: PurposeName
}

/** What is kept of a file, or why it is not. */
async function look({ name = 'cv.pdf', content, purpose = 'cv' }: Case) {
  const upload = await Upload.of('file', name, await content)
  try {
    const { read, ...facts } = await inspect(upload, purpose)
    return { ...facts, content: Buffer.concat(await read().toArray()) }
  } catch (error) {
    if (error instanceof Refusal) return `${error.options.field} ${error.sentence.replace('files.refusals.', '')}`
    throw error
  } finally {
    await upload.close()
  }
}

const ACCEPTED: Record<string, Case & { type: string; kept?: string }> = {
  'a PDF': { content: PDF, type: 'pdf' },
  'a PDF without an extension': { content: PDF, name: 'CV', type: 'pdf', kept: 'CV.pdf' },
  'a PDF whose name has dots': { content: PDF, name: 'cv.v2', type: 'pdf', kept: 'cv.v2.pdf' },
  'a Word document': { content: docx(), name: 'cv.docx', type: 'docx' },
  'an OpenDocument text': { content: odt(), name: 'cv.odt', type: 'odt' },
  'an old Word document': { content: doc('WordDocument'), name: 'cv.doc', type: 'doc' },
  'a text in UTF-8': { content: TEXT, name: 'cv.txt', type: 'txt' },
  'a text in Windows’ letters': { content: Buffer.from('D\xe9veloppeuse, \x80 35 000\r\n', 'latin1'), name: 'cv.txt', type: 'txt' },
  'a JPEG in capitals': { content: photo(), name: 'PHOTO.JPEG', purpose: 'photo', type: 'jpg', kept: 'PHOTO.jpeg' },
  'a PNG': { content: photo({ format: 'png' }), name: 'me.png', purpose: 'photo', type: 'png' },
  'a WebP': { content: photo({ format: 'webp' }), name: 'me.webp', purpose: 'photo', type: 'webp' },
}

const REFUSED: Record<string, Case & { because: string }> = {
  'nothing at all': { content: Buffer.alloc(0), because: 'empty' },
  'a picture called PDF': { content: photo(), because: 'lies' },
  'a page called PDF': { content: Buffer.from('<!doctype html><script>alert(1)</script>'), because: 'lies' },
  'a program called PDF': { content: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), because: 'lies' },
  'a zip file called Word': { content: zip([{ name: 'a.txt', content: 'a' }]), name: 'cv.docx', because: 'lies' },
  'a sheet called Word': { content: doc('Workbook'), name: 'cv.doc', because: 'lies' },
  'an OpenDocument sheet called text': { content: odt('application/vnd.oasis.opendocument.spreadsheet'), name: 'cv.odt', because: 'lies' },
  'a PDF called JPEG': { content: PDF, name: 'me.jpg', purpose: 'photo', because: 'lies' },
  'a page called text': { content: Buffer.from('  <HTML><body>'), name: 'cv.txt', because: 'lies' },
  'a drawing called text': { content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), name: 'cv.txt', because: 'lies' },
  'bytes called text': { content: Buffer.from('a\0b'), name: 'cv.txt', because: 'lies' },
  'a drawing': { content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), name: 'me.svg', purpose: 'photo', because: 'type' },
  'a page': { content: Buffer.from('<html>'), name: 'cv.html', because: 'type' },
  'a zip file': { content: zip([{ name: 'a.txt', content: 'a' }]), name: 'cv.zip', because: 'type' },
  'a picture where a text is wanted': { content: photo(), name: 'me.jpg', because: 'type' },
  'a PDF where a picture is wanted': { content: PDF, purpose: 'photo', because: 'type' },
  'too much for its purpose': { content: Buffer.alloc(5 * MB + 1), name: 'me.jpg', purpose: 'photo', because: 'too_big' },
  'a PDF that starts a program': { content: Buffer.concat([PDF, Buffer.alloc(70_000, ' '), Buffer.from('/S /Launch')]), because: 'active' },
  'a PDF with a script': { content: Buffer.concat([PDF, Buffer.from('<</S/JavaScript/JS(1)>>')]), because: 'active' },
  'a Word document with macros': { content: docx({ name: 'word/vbaProject.bin', content: 'x' }), name: 'cv.docx', because: 'active' },
  'an old Word document with macros': { content: doc('WordDocument', '_VBA_PROJECT'), name: 'cv.doc', because: 'active' },
  'a bomb that says what it weighs': {
    content: docx({ name: 'word/media/a.bin', content: Buffer.alloc(30 * MB) }),
    name: 'cv.docx',
    because: 'bomb',
  },
  'a bomb of 4 GB': { content: docx({ name: 'word/a.xml', content: 'x', pretends: 4 * 1024 * MB - 2 }), name: 'cv.docx', because: 'bomb' },
  'a bomb of many parts': {
    content: docx(...Array.from({ length: 2000 }, (_, n) => ({ name: `word/${n}`, content: '' }))),
    name: 'cv.docx',
    because: 'bomb',
  },
  'a document cut in the middle': { content: docx().subarray(0, -30), name: 'cv.docx', because: 'broken' },
  'a list of parts that is not there': {
    content: zip([{ name: 'word/document.xml', content: 'a' }], 9),
    name: 'cv.docx',
    because: 'broken',
  },
  'a picture cut in the middle': {
    content: photo({ width: 400, height: 400 }).then((whole) => whole.subarray(0, 900)),
    name: 'me.jpg',
    purpose: 'photo',
    because: 'broken',
  },
  'an animation': { content: animation(), name: 'me.webp', purpose: 'photo', because: 'animated' },
  'a picture of 900 million pixels': { content: pretending(30_000, 30_000), name: 'me.png', purpose: 'photo', because: 'pixels' },
}

test.group('A file that is looked at', () => {
  for (const [what, { type, kept, ...one }] of Object.entries(ACCEPTED))
    test(`is accepted when it is ${what}`, async ({ assert }) => {
      assert.containsSubset(await look(one), { type, name: kept ?? one.name ?? 'cv.pdf' })
    })

  for (const [what, { because, ...one }] of Object.entries(REFUSED))
    test(`is refused when it is ${what}`, async ({ assert }) => {
      assert.equal(await look(one), `file ${because}`)
    })
})

test.group('A picture', () => {
  test('forgets where, when and by whom it was taken, and stands upright', async ({ assert }) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const taken = await photo({ format })
      assert.isDefined((await sharp(taken).metadata()).exif)
      const kept = await look({ content: taken, name: `me.${format === 'jpeg' ? 'jpg' : format}`, purpose: 'photo' })
      if (typeof kept === 'string') return assert.fail(kept)
      const { exif, icc, xmp, iptc, orientation } = await sharp(kept.content).metadata()
      assert.deepEqual([exif, icc, xmp, iptc, orientation], [undefined, undefined, undefined, undefined, undefined], format)
      assert.notInclude(kept.content.toString('latin1'), 'Alice')
      assert.deepEqual([kept.width, kept.height], [40, 60], format)
    }
  })

  test('is brought within the size of its purpose', async ({ assert }) => {
    const content = photo({ width: 1600, height: 1000 })
    assert.containsSubset(await look({ content, name: 'me.jpg', purpose: 'photo' }), { width: 500, height: 800 })
  })
})

test.group('The name of a file', () => {
  const NAMES = {
    '../../etc/passwd.pdf': 'passwd.pdf',
    'C:\\Users\\Alice\\cv.pdf': 'cv.pdf',
    '..': 'document.pdf',
    '.pdf': 'document.pdf',
    ' .cv.pdf ': 'cv.pdf',
    'Résumé – 履歴書 👩‍🚀.pdf': 'Résumé – 履歴書 👩‍🚀.pdf',
    'cv\u202Efdp.pdf': 'cv fdp.pdf',
    'a\r\nSet-Cookie: x.pdf': 'a Set-Cookie x.pdf',
    'a"b<c>|?*.PDF': 'a b c.pdf',
    'Cv.PDF': 'Cv.pdf',
    [`${'x'.repeat(300)}.pdf`]: `${'x'.repeat(120)}.pdf`,
  }

  test('is shown, and is never a path', async ({ assert }) => {
    for (const [name, kept] of Object.entries(NAMES)) assert.containsSubset(await look({ content: PDF, name }), { name: kept }, name)
  })
})
