import { describe, expect, test } from 'vitest'
import { isCovered, saySame } from '../dose/override.ts'
import { sayStaff } from '../say.ts'
import { versions } from '../screening/index.ts'
import { asWritten } from '../words/said.ts'
import type { Chart } from './chart.ts'
import { judgeAlike } from './judge-alike.ts'
import { type Finding, screen } from './screen.ts'
import { type StoredFinding, storedFinding } from './stored-finding.ts'

const at = '2026-11-22T15:00:00Z'
const no = { value: 'no', at } as const
const failing: Chart = {
  unstableAngina: no,
  recentHeartEvent: no,
  failingHeart: { value: 'yes', at },
  severeValveDisease: no,
}
const found = (chart: Chart): Finding => {
  const [finding] = screen(chart, 'screening', { at, only: 'heart-disease' })
  if (!finding) throw new Error('no finding')
  return finding
}

/** The same finding as it was stored in November 2026: its words, under the version of then. */
const kept: StoredFinding = {
  ...found(failing),
  version: 'ec82f38293e0',
  reason: 'Heart failure that is not controlled',
  clearsWhen: 'A cardiologist finds the heart stable, or six months have passed',
}
const signed = (finding: StoredFinding) => ({ overrides: ['heart-disease'], findings: [storedFinding(finding)] })

describe('a finding that was stored in its own words', () => {
  test('keeps them, and today’s says the same', () => {
    expect(storedFinding(kept)).toMatchObject({ reason: asWritten('Heart failure that is not controlled') })
    for (const part of ['reason', 'clearsWhen'] as const) {
      expect(sayStaff(storedFinding(kept)[part])).toBe(kept[part])
      expect(sayStaff(found(failing)[part])).toBe(kept[part])
    }
  })

  test('still counts where it was overridden, and for no other finding', () => {
    expect(isCovered(found(failing), signed(kept))).toBe(true)
    expect(saySame([found(failing)], [storedFinding(kept)])).toBe(true)
    const another = found({ ...failing, unstableAngina: { value: 'yes', at } })
    expect(isCovered(another, signed(kept))).toBe(false)
    expect(saySame([another], [storedFinding(kept)])).toBe(false)
    expect(isCovered(found(failing), signed({ ...kept, rule: 'brain-pressure' }))).toBe(false)
    expect(isCovered(found(failing), { ...signed(kept), overrides: [] })).toBe(false)
  })

  test('counts no more where its rule judged otherwise', () => {
    expect(isCovered(found(failing), signed({ ...kept, version: '000000000000' }))).toBe(false)
  })

  test('is read when it is read again', () => {
    const twice = storedFinding(JSON.parse(JSON.stringify(storedFinding(kept))))
    expect(twice).toEqual(storedFinding(kept))
    expect(storedFinding(JSON.parse(JSON.stringify(found(failing))))).toEqual(found(failing))
  })
})

// Whoever changes what a rule finds takes its list away; whoever changes only how it stands adds the version.
test('every rule is among those that judge as it did', () => {
  for (const [rule, version] of Object.entries(versions)) expect([rule, judgeAlike[rule]?.at(-1)]).toEqual([rule, version])
})
