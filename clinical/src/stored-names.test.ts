import { expect, test } from 'vitest'
import { storedSum } from './dose/stored-sum.ts'
import { storedEvent } from './visit/stored-event.ts'

const vials = [{ vialId: 'v1', ml: '2' }]

test('a draw-up of November is read under the names of now', () => {
  const drawn = storedEvent({ kind: 'drawn-up', vials, mg: '100', ml: '2', finalMl: '100', witness: 'wren' })
  expect(drawn).toEqual({ kind: 'drawn-up', vials, infusateMg: '100', syringeMl: '2', finalMl: '100', witness: 'wren' })
})

test('a reading of November too; one of today, and every other entry, stays as it is', () => {
  const read = {
    kind: 'check-reading',
    orderId: 'o',
    syringeMl: '2',
    rateMlPerHour: '25',
    vials,
    identifiers: ['a', 'b'],
    proofId: null,
  }
  expect(storedEvent({ ...read, mg: '100' })).toEqual({ ...read, infusateMg: '100' })
  expect(storedEvent({ ...read, infusateMg: '100' })).toEqual({ ...read, infusateMg: '100' })
  const wasted = { kind: 'wasted', mg: '60', ml: '60', of: 'bag', witness: 'wren' }
  expect(storedEvent(wasted)).toEqual(wasted)
})

test('what says nothing of a quantity is refused under either name', () => {
  expect(() => storedEvent({ kind: 'drawn-up', vials, ml: '2', finalMl: '100', witness: 'wren' })).toThrow('infusateMg')
  expect(() => storedEvent(null)).toThrow()
})

test('the dose of a frozen order too', () => {
  const value = (text: string) => ({ value: text, unit: 'mL', unrounded: null })
  const frozen = {
    doseMg: value('36'),
    mgPerHour: value('54'),
    drawUpMl: value('0.72'),
    mlPerHour: value('150'),
    vtbiMl: value('100'),
  }
  expect(storedSum({ ...frozen, infusate: { totalMg: '36', finalMl: '100' } })).toEqual({
    doseMg: value('36'),
    rateMgPerHour: value('54'),
    syringeMl: value('0.72'),
    rateMlPerHour: value('150'),
    vtbiMl: value('100'),
    infusate: { infusateMg: '36', finalMl: '100' },
    hard: [],
    soft: [],
  })
  expect(storedSum({ ...frozen, infusate: null }).infusate).toBeNull()
})

test('what its checks found is read as it was written, once and again', () => {
  const check = { id: 'cap', kind: 'hard', pass: true, source: 'x', basis: 'source' }
  const read = storedSum({ hard: [{ ...check, text: '35 mg, cap 100 mg' }], soft: [], infusate: null })
  expect(read.hard).toEqual([{ ...check, found: { code: 'as-written', params: { text: '35 mg, cap 100 mg' } } }])
  expect(storedSum(read).hard).toEqual(read.hard)
})
