import { describe, expect, test } from 'vitest'
import { guardedActs, type Holder, isGuardedAct, type License, mayDo, rights, twoPersonActs } from './rights.ts'

const license = (change: Partial<License> = {}): License => ({
  state: 'VA',
  kind: 'RN',
  number: '0001',
  validUntil: '2027-06-30',
  ...change,
})
const nurse: Holder = { roles: ['nurse'], licenses: [license()] }
const why = (act: Parameters<typeof mayDo>[0], holder: Holder, day = '2026-11-23') =>
  mayDo(act, holder, ['VA'], day)?.why ?? 'may'

describe('who may take part in an act', () => {
  test('an owner licensed in no state is no second person, for any act that needs two', () => {
    const owner: Holder = { roles: ['owner'], licenses: [] }
    expect(twoPersonActs.map((act) => why(act, owner))).toEqual(twoPersonActs.map(() => 'role'))
    expect(why('draw-up', { roles: ['owner', 'nurse'], licenses: [] })).toBe('no-license')
  })

  test('rights add up: an owner who is the prescriber signs and witnesses', () => {
    const both: Holder = { roles: ['owner', 'prescriber'], licenses: [license({ kind: 'MD' })] }
    expect(why('sign-order', both)).toBe('may')
    expect(why('waste', both)).toBe('may')
    expect(why('sign-order', { ...both, roles: ['owner', 'nurse'] })).toBe('role')
  })

  test('a license holds in its state, to its last day, and not on the day after', () => {
    expect(why('draw-up', nurse, '2027-06-30')).toBe('may')
    expect(why('draw-up', nurse, '2027-07-01')).toBe('license-ended')
    expect(why('draw-up', { ...nurse, licenses: [license({ state: 'MD' })] })).toBe('no-license')
    expect(mayDo('draw-up', nurse, [], '2026-11-23')?.why).toBe('no-license')
  })

  test('of several licenses one that is in force is enough', () => {
    const ended = license({ validUntil: '2020-01-01' })
    expect(why('draw-up', { ...nurse, licenses: [ended, license()] })).toBe('may')
  })

  test('a nurse’s license signs no order, whatever role the owner gave', () => {
    expect(why('sign-order', { roles: ['prescriber'], licenses: [license()] })).toBe('license-kind')
    expect(why('sign-order', { roles: ['prescriber'], licenses: [license({ kind: 'NP' })] })).toBe('may')
  })

  test('a record from before kinds and ends were asked for stands until somebody enters them', () => {
    expect(why('sign-order', { roles: ['prescriber'], licenses: [license({ kind: null, validUntil: null })] })).toBe('may')
  })

  test('nothing stands in the way of pause, stop, a lower rate or charting', () => {
    const ended: Holder = { roles: ['nurse'], licenses: [] }
    for (const act of ['pause', 'stop', 'lower-rate', 'chart'] as const) expect(why(act, ended)).toBe('may')
    for (const act of ['start', 'resume', 'raise-rate', 'discharge'] as const) expect(why(act, ended)).toBe('no-license')
  })

  test('the front desk takes part in nothing at the chair', () => {
    const desk: Holder = { roles: ['front desk'], licenses: [license()] }
    expect(guardedActs.filter((act) => why(act, desk) === 'may')).toEqual([])
  })
})

test('every act says who, and how many', () => {
  expect(Object.values(rights.acts).every(({ roles, people }) => roles.length > 0 && (people === 1 || people === 2))).toBe(true)
  expect(isGuardedAct('draw-up') && !isGuardedAct('toString')).toBe(true)
})
