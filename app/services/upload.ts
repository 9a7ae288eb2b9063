import { randomUUID } from 'node:crypto'
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { varPath } from '#services/var_dir'

/** How much is read at a time (bytes). */
const PIECE = 64 * 1024

/**
 * A file that somebody sends, as it was received: on the disk, never in memory. It loses its name as soon as it is
 * open, so that nothing of it remains once it is closed, even when the process is killed.
 */
export class Upload {
  bytes = 0
  readonly #handle: FileHandle

  /** @param field of the form; @param name as the sender's machine calls it: to be shown, never to be a path */
  private constructor(
    readonly field: string,
    readonly name: string,
    handle: FileHandle
  ) {
    this.#handle = handle
  }

  static async open(field: string, name: string) {
    const folder = varPath('incoming')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = `${folder}/${randomUUID()}`
    const handle = await open(path, 'wx+', 0o600)
    await unlink(path)
    return new Upload(field, name, handle)
  }

  static async of(field: string, name: string, content: Buffer) {
    const upload = await Upload.open(field, name)
    await upload.write(content)
    return upload
  }

  get fd() {
    return this.#handle.fd
  }

  async write(chunk: Buffer) {
    await this.#handle.write(chunk, 0, chunk.length, this.bytes)
    this.bytes += chunk.length
  }

  /** From the beginning, as often as one likes: a stream of the handle's own would close it when its reader has had enough. */
  read() {
    return Readable.from(this.#pieces(), { objectMode: false })
  }

  /** The first bytes, or fewer when there are no more. */
  async head(length: number) {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  }

  async close() {
    await this.#handle.close()
  }

  async *#pieces() {
    for (let from = 0; from < this.bytes;) {
      const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(PIECE), 0, PIECE, from)
      yield buffer.subarray(0, bytesRead)
      from += bytesRead
    }
  }
}
