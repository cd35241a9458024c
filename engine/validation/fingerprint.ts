import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const imports = /(?:from|import)\s*\(?\s*'(\.[^']+)'|new URL\('(\.[^']+)'/g

/** Every file of the engine that a file reaches through its imports, itself included, by its path in the engine. */
export function reached(file: string, found = new Set<string>()): Set<string> {
  const path = relative(root, file)
  if (found.has(path) || !existsSync(file)) return found
  found.add(path)
  if (!file.endsWith('.ts')) return found
  for (const [, imported, read] of readFileSync(file, 'utf8').matchAll(imports))
    reached(resolve(dirname(file), imported ?? read ?? ''), found)
  return found
}

/** The start of the hash of everything that a file's results depend on. */
export function fingerprint(file: string): string {
  const hash = createHash('sha256')
  for (const path of [...reached(file)].sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(resolve(root, path)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}
