import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareCase, readCompareCase } from './compare.ts'
import { fitCase, readFitCase } from './fit.ts'
import { labCase, readLab } from './lab.ts'
import { populationCase, readPopulationCase } from './population.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'
import { readTargetCase, targetCase } from './target.ts'
import { readTrialCase, trialCase } from './trial.ts'

type Kept = { command: string; case: { caseFile: number }; answer: unknown }
const kept: readonly Kept[] = JSON.parse(readFileSync(new URL('kept/version-1.json', import.meta.url), 'utf8'))

const commands: Record<string, (value: unknown) => unknown> = {
  simulate: (value) => simulateCase(readSimulateCase(value)),
  population: (value) => populationCase(readPopulationCase(value)),
  compare: (value) => compareCase(readCompareCase(value)),
  fit: (value) => fitCase(readFitCase(value)),
  target: (value) => targetCase(readTargetCase(value)),
  lab: (value) => labCase(readLab(value)),
  trial: (value) => trialCase(readTrialCase(value)),
}

/** What may be worded or numbered otherwise by a later version. */
const later = ['caseFile', 'version', 'warnings', 'source']

/** The same numbers at the same places, but for the last digits of an exponential; nothing less, and nothing more. */
function same(found: unknown, before: unknown, at: string): void {
  if (typeof before === 'number' && before !== 0) {
    expect(Math.abs(Number(found) / before - 1), at).toBeLessThan(1e-9)
  } else if (typeof before === 'object' && before !== null) {
    const [a, b] = [Object(found), Object(before)]
    expect(Object.keys(a), at).toEqual(Object.keys(b))
    for (const name of Object.keys(b)) if (!later.includes(name)) same(a[name], b[name], `${at}.${name}`)
  } else expect(found, at).toBe(before)
}

test.each(kept)('a case of version 1 is read and answered as it was: $command', ({ command, case: value, answer }) => {
  expect(value.caseFile).toBe(1)
  same(commands[command](value), answer, command)
})

test('a case of version 1 of every command is kept', () => {
  expect([...new Set(kept.map(({ command }) => command))].toSorted()).toEqual(Object.keys(commands).toSorted())
})
