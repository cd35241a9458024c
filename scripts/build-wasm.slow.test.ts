import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFrom, kernelBytes } from './build-wasm.mjs'
import { at } from './place.mjs'

const mark = (text: string) => createHash('sha256').update(text).digest('hex')

test('the kernels in the engine are what their sources compile to, byte by byte', async () => {
  const committed = readFileSync(at('engine/src/kernel/kernel.generated.ts'), 'utf8')
  expect(mark(generatedFrom(await kernelBytes())), 'run node scripts/build-wasm.mjs').toBe(mark(committed))
}, 30_000)
