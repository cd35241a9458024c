import { describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { crpsOutpatientTenDay, depressionSixInfusions } from '../protocols/index.ts'
import { visitMinutes } from './protocol.ts'
import { type OrderInView, sourcesOn } from './published-advice.ts'

const tenDays: OrderInView = {
  indication: 'pain',
  condition: 'crps',
  weightKg: '72',
  doseMg: '100',
  minutes: 240,
  sessions: 10,
  isDaily: true,
}
const stances = (order: OrderInView) => Object.fromEntries(sourcesOn(order).map(({ id, stance }) => [id, stance]))

describe('protocols', () => {
  test('a pain visit keeps a chair 345 minutes, a depression visit 115', () => {
    expect(visitMinutes(crpsOutpatientTenDay)).toBe(345)
    expect(visitMinutes(depressionSixInfusions)).toBe(115)
  })
})

describe('sources on an order', () => {
  test('ten days at 25 mg/h agree with Schwartzman and with the 80 mg, and the doubt of Cochrane stands beside them', () => {
    expect(stances(tenDays)).toMatchObject({
      'schwartzman-2009': 'agrees',
      'cohen-2018-total': 'agrees',
      'cochrane-2025': 'caution',
    })
  })

  test('77 mg at 55 kg follows Schwartzman and falls 3 mg short of the consensus', () => {
    const light = { ...tenDays, weightKg: '55', doseMg: '77' }
    expect(stances(light)).toMatchObject({
      'schwartzman-2009': 'agrees',
      'cohen-2018-total': 'departs',
      'cohen-2018-rate': 'departs',
    })
    expect(sourcesOn(light).find(({ id }) => id === 'cohen-2018-total')?.text).toMatch(/3\W+mg less/)
  })

  test('80 mg over two hours exactly is not over two hours', () => {
    expect(stances({ ...tenDays, doseMg: '80', minutes: 120 })).toMatchObject({ 'cohen-2018-total': 'departs' })
    expect(stances({ ...tenDays, doseMg: '80', minutes: 121 })).toMatchObject({ 'cohen-2018-total': 'agrees' })
  })

  test('the cohort’s 35 mg agrees with the cohort and departs from the consensus', () => {
    const cohort: OrderInView = { ...tenDays, weightKg: '70', doseMg: '35', minutes: 40, sessions: 5 }
    expect(stances(cohort)).toMatchObject({
      'tankha-2025': 'agrees',
      'cohen-2018-total': 'departs',
      'schwartzman-2009': 'departs',
    })
  })

  test('a pain that is not CRPS is told that Schwartzman did not study it', () => {
    expect(stances({ ...tenDays, condition: 'fibromyalgia' })['schwartzman-2009']).toBe('caution')
  })

  test('depression is held against its own sources only, departures first', () => {
    const lines = sourcesOn({ indication: 'depression', weightKg: '82', doseMg: '82', minutes: 40, sessions: 6, isDaily: false })
    expect(lines.map(({ id, stance }) => [id, stance])).toEqual([
      ['sanacora-2017', 'departs'],
      ['karma-dep-2-2025', 'caution'],
      ['phillips-2019', 'agrees'],
    ])
  })

  test('a total that is no number, and a time of nothing, are refused together', () => {
    const asked = () => sourcesOn({ ...tenDays, doseMg: 'abc', minutes: 0 })
    expect(asked).toThrow(Problem)
    expect(asked).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ field: 'doseMg' }), expect.objectContaining({ field: 'minutes' })],
      }),
    )
  })
})
