import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const examples = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

test.each(examples)('%s runs as it stands and prints no number that is none', (file) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/\d/)
  expect(stdout).not.toMatch(/NaN|Infinity|undefined/)
})
