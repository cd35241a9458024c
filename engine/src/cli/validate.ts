import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { checkExamples } from '../examples.ts'
import { refuse } from '../fault.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { refuseFlag } from './fault-lines.ts'
import { put } from './output.ts'

/** The whole validation, which stands in a clone of the source and not in the installed package. */
const program = fileURLToPath(new URL('../../validation/validate.ts', import.meta.url))

export const validate: Command = {
  name: 'validate',
  about: 'works the examples of every definition again; in a clone with --full, the whole validation',
  help: `  npx @dripline/engine validate            every worked example of every model and effect, in a second
  npx --no-install dripline validate --full [GROUP …] [--again]
                                           in a clone: every group, with progress; what is kept of this engine is not done again

Exit 1 when something does not hold.`,
  flags: { alone: ['full', 'again'], withValue: [] },
  run: (given) => (given.on.has('full') ? whole(given) : examples(given)),
}

function examples(given: Arguments): void {
  if (given.files.length > 0) refuseFlag('files', given.files.join(' '), 'none without --full')
  const found = checkExamples()
  const failed = found.filter(({ holds }) => !holds)
  put(
    {
      json: { examples: found, failed: failed.length },
      table: {
        columns: [
          { title: 'definition', values: found.map(({ id }) => id) },
          { title: 'example', values: found.map(({ what }) => what) },
          { title: 'expected', values: found.map(({ expected }) => expected) },
          { title: 'got', values: found.map(({ got }) => got) },
          { title: '', values: found.map(({ holds }) => (holds ? 'holds' : 'DOES NOT HOLD')) },
        ],
      },
      notes: ['', `${found.length - failed.length} of ${found.length} hold.`],
    },
    given,
  )
  if (failed.length > 0) process.exitCode = 1
}

async function whole({ files, on }: Arguments): Promise<void> {
  refuse(
    existsSync(program)
      ? []
      : [{ input: '--full', value: true, expected: 'a clone of the source; the installed package holds the examples alone' }],
  )
  const words = [...files, ...(on.has('again') ? ['--again'] : [])]
  const child = spawn(process.execPath, [program, ...words], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))),
  )
}
