import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type GateId, type GateLists, gateLists, gates } from '../visit/gates.ts'
import type { Told } from './sequence.ts'
import { byRules } from './trial.ts'

const SLICE = 4000

/** The lists with one gate taken out of every one it stands in. */
const without = (id: GateId): GateLists => {
  const lists: Record<string, readonly GateId[]> = { ...gateLists }
  for (const [act, list] of Object.entries(gateLists)) lists[act] = list.filter((each) => each !== id)
  return lists as GateLists
}

describe('random visits', () => {
  const told: Told[] = []
  beforeAll(async () => {
    for (let number = 0; number < SLICE; number++) told.push(await byRules(1, number))
  }, 300_000)

  test('never go past what the policies say, read by somebody else', () => {
    expect(told.flatMap(({ number, past }) => past.map((line) => `${number}: ${line}`))).toEqual([])
  })

  test('reach every gated act many times', () => {
    for (const act of ['draw-up', 'start', 'resume', 'raise', 'waste', 'controlled-dose', 'discharge'] as const)
      expect(told.reduce((sum, { reached }) => sum + reached[act], 0)).toBeGreaterThan(20)
  })

  test('an open drug book is refused by the log itself too, with its gate taken out', async () => {
    const closed = told.find(({ acts }) => acts.some(({ answer }) => answer !== 'done' && answer.join() === 'book-closed'))
    const again = await byRules(1, closed?.number ?? 0, without('book-closed'))
    expect(again.acts.map(({ answer }) => answer)).toContainEqual(['book-open'])
  })

  const listed = new Set(Object.values(gateLists).flat())
  const tried = gates.filter(({ id }) => id !== 'book-closed' && listed.has(id))
  test.each(tried.map(({ id }) => id))('with the gate %s taken out of its list a sequence goes past it', async (id) => {
    const closed = told.filter(({ acts }) =>
      acts.some(({ answer }) => answer !== 'done' && answer.length === 1 && answer[0] === id),
    )
    for (const { number } of closed) if ((await byRules(1, number, without(id))).past.length > 0) return
    expect.unreachable(`${closed.length} sequences were stopped by ${id} alone, and none went past it`)
  })

  test('are read by what imports nothing of the gates', () => {
    for (const file of ['reading.ts', 'reading-signs.ts', 'reading-discharge.ts', 'reading-dose.ts', 'world.ts', 'line.ts'])
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).not.toMatch(/from '\.\.\//)
  })
})
