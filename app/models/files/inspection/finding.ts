import type { Upload } from '#services/upload'

/** Which of these words a file holds, wherever they are. */
export async function finds(upload: Upload, words: Buffer[]) {
  const longest = Math.max(...words.map(({ length }) => length))
  const found = words.map(() => false)
  let rest = Buffer.alloc(0)
  for await (const chunk of upload.read()) {
    const seen = Buffer.concat([rest, chunk as Buffer])
    for (const [i, word] of words.entries()) found[i] ||= seen.includes(word)
    // A word may begin in one piece and end in the next.
    rest = seen.subarray(-longest + 1)
  }
  return found
}
