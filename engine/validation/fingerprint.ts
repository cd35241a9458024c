import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rolldown } from 'rolldown'
import type { Group } from './group.ts'

/**
 * The start of the hash of the very code and data that a group's results depend on: everything it reaches, without types, comments and
 * whatever it never uses. A new unit beside those it uses changes nothing; a changed digit does.
 */
export async function fingerprint({ file, reads = [] }: Group): Promise<string> {
  const bundle = await rolldown({
    input: file,
    platform: 'node',
    external: [/^node:/, 'rolldown'],
    treeshake: { moduleSideEffects: false },
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false })
  await bundle.close()
  const hash = createHash('sha256')
  for (const part of output) hash.update(part.type === 'chunk' ? part.code : part.source)
  for (const path of reads) hash.update(readFileSync(resolve(import.meta.dirname, path)))
  return hash.digest('hex').slice(0, 16)
}
