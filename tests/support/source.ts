import { globSync, readFileSync } from 'node:fs'

/** What files of that pattern say. */
export const code = (pattern: string) =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
