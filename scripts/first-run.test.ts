import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, root } from './place.mjs'

const importing = /^(?:(?:import|export)\s[^'"=]*\sfrom|import)\s+['"]([^'"]+)['"]/gm

/** Every module that loading this file loads, by the path or package it is imported with. */
function loadedBy(file: string, seen = new Map<string, string>()): Map<string, string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(importing)) {
    const loaded = name.startsWith('.') ? join(dirname(file), name) : name
    if (seen.has(loaded)) continue
    seen.set(loaded, relative(root, file))
    if (name.startsWith('.')) loadedBy(loaded, seen)
  }
  return seen
}

describe('the first run, before any package is there', () => {
  it.each(['scripts/test.mjs', 'scripts/start.mjs', 'scripts/check.mjs'])(
    '%s loads nothing but Node and our own files',
    (entry) => {
      const loaded = loadedBy(at(entry))
      expect(loaded.size).toBeGreaterThan(5)
      expect([...loaded].filter(([name]) => !name.startsWith('/') && !name.startsWith('node:'))).toEqual([])
    },
  )
})
