import { describe, expect, test } from 'vitest'
import { rules, screen } from './chart/screen.ts'
import { definitionSentences, sayAll, sayStaff } from './say.ts'
import { gatedActs } from './visit/gate.ts'
import { factsOfExample } from './visit/gate-example.ts'
import { gates, gatesOf } from './visit/gates.ts'
import { whySentBack } from './visit/infusion.ts'
import { sayFault } from './words/fault-words.ts'
import type { Said } from './words/said.ts'

const at = '2026-11-22T15:00:00Z'
/** Everything said in a value, the value itself first. */
const saidIn = (value: unknown): Said[] => {
  if (value === null || typeof value !== 'object') return []
  return [...('code' in value ? [value as Said] : []), ...Object.values(value).flatMap(saidIn)]
}
const isKnown = ({ code }: Said) => code === 'as-written' || Object.hasOwn(definitionSentences, code)

describe('what definitions say', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('of rule %s has words', (id, rule) => {
    for (const [known] of rule.examples) {
      const chart = Object.fromEntries(Object.entries(known).map(([key, value]) => [key, { value, at }]))
      for (const moment of rule.when)
        for (const { reason, clearsWhen } of screen(chart, moment, { at, only: id }))
          for (const said of [reason, clearsWhen]) {
            expect(isKnown(said), said.code).toBe(true)
            expect(sayStaff(said)).not.toMatch(/undefined|NaN|null|\[object/)
          }
    }
  })

  test.each(gates.map((gate) => [gate.id, gate] as const))('of gate %s has words, also within a fault', (_id, gate) => {
    for (const [example] of gate.examples) {
      const { facts, asOf } = factsOfExample(example)
      for (const { title, value, clearsWhen } of gatedActs.flatMap((act) => gatesOf(act, facts, asOf))) {
        for (const said of saidIn([value, clearsWhen])) {
          expect(isKnown(said), said.code).toBe(true)
          expect(sayStaff(said)).not.toMatch(/undefined|NaN|null|\[object/)
        }
        if (clearsWhen)
          expect(sayFault({ code: 'clears-when', params: { title, clearsWhen } })).toBe(
            `${title}: clears when ${sayStaff(clearsWhen)}`,
          )
      }
    }
  })
})

describe('what was stored in words', () => {
  test('of an order that was sent back keeps them; what a check-in finds today says the same', () => {
    const words = 'Weight 74 kg; the order was signed for 72 kg. Pregnant'
    expect(sayAll(whySentBack({ reason: words }))).toBe(words)
    const why = [{ code: 'weight-of-order', params: { kg: '74', signedKg: '72' } }, { code: 'rule.pregnancy.pregnant' }]
    expect(sayAll(whySentBack({ why })).replaceAll(/[\u2060\u2005]+/g, ' ')).toBe(words)
  })
})
