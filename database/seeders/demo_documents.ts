import type { PurposeName } from '#config/files'
import type Organisation from '#models/accounts/organisation'
import type User from '#models/accounts/user'
import type { Act } from '#models/mixins/act'
import { Upload } from '#services/upload'

/** A document of one page, as somebody of the demonstration would hand it in; its first line is its name. */
export async function handIn(owner: User | Organisation, purpose: PurposeName, lines: string[], act: Act) {
  const upload = await Upload.of('file', `${lines[0]}.pdf`, onePage(lines))
  try {
    return await owner.attach(upload, { purpose }, act)
  } finally {
    await upload.close()
  }
}

/** The least that programs show as a PDF: five objects, and the list of where they are. */
function onePage(lines: string[]) {
  const text = lines.map((line) => `(${line.replace(/’/g, "'").replace(/[()\\]/g, '')}) Tj T*`).join(' ')
  const drawn = `BT /F 24 Tf 36 TL 72 740 Td ${text} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const place = body.length
    body += `${n + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}
