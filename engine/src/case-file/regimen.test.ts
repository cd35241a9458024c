import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { totalMg } from '../regimen.ts'
import { readSimulateCase } from './simulate.ts'

const tall = { weightKg: 110, heightCm: 165.1, sex: 'female' }
const read = (change: object) => readSimulateCase({ model: 'kamp-2020', subject: tall, timesMin: [5], ...change }).regimen

function faultsOf(change: object): string[] {
  try {
    read(change)
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map(({ input }) => input)
    throw error
  }
  return []
}

describe('the doses of a case', () => {
  test('per kg are of the actual weight, or of the one that is named', () => {
    const regimen = [{ infuseMgPerKg: 0.5, overMin: 40, atMin: 0 }]
    expect(totalMg(read({ regimen }))).toBe(55)
    expect(totalMg(read({ regimen, doseWeight: 'ideal' }))).toBeCloseTo(28.5, 12)
    expect(totalMg(read({ regimen, doseWeight: 'adjusted' }))).toBeCloseTo(0.5 * (57 + 0.4 * 53), 12)
  })

  test('may rise as a ramp, and be repeated whole', () => {
    const rise = { rampFromMgPerHour: 0, rampToMgPerHour: 60, fromMin: 10, toMin: 40, everyMin: 5, repeatAtMin: [1440] }
    const found = read({ regimen: [rise] })
    expect(found).toHaveLength(12)
    expect(totalMg(found)).toBeCloseTo(30, 12)
    expect(found[6].from).toBe(1440)
  })

  test('may be the log of what was done at the pump', () => {
    const log = [
      { event: 'start', atMin: 0, rateMgPerHour: 60 },
      { event: 'pause', atMin: 20 },
      { event: 'resume', atMin: 30, rateMgPerHour: 30 },
      { event: 'bolus', atMin: 35, mg: 4 },
    ]
    expect(totalMg(read({ log, logUntilMin: 50 }))).toBeCloseTo(20 + 10 + 4, 12)
    expect(faultsOf({ log })).toEqual(['logUntilMin'])
    expect(faultsOf({ log: [log[1]], regimen: [] })).toEqual(['log', 'log[0].event'])
    expect(
      faultsOf({
        log: [
          { ...log[0], rateMgPerHour: -1 },
          { event: 'cheer', atMin: 'x' },
        ],
      }),
    ).toEqual(expect.arrayContaining(['log[0].rateMgPerHour', 'log[1].event', 'log[1].atMin']))
  })

  test('may have pauses, in which what was due is lost or comes later', () => {
    const regimen = [{ infuseMg: 40, overMin: 40, atMin: 0 }]
    const pauses = [{ fromMin: 10, toMin: 20, rest: 'lost' }]
    expect(totalMg(read({ regimen, pauses }))).toBeCloseTo(30, 12)
    expect(totalMg(read({ regimen, pauses: [{ ...pauses[0], rest: 'later' }] }))).toBeCloseTo(40, 12)
  })

  test('that cannot be are named by their fields', () => {
    expect(faultsOf({ regimen: [{ rampFromMgPerHour: 1, fromMin: 0, toMin: 5 }] })).toEqual(['regimen[0]'])
    expect(faultsOf({ regimen: [{ rampFromMgPerHour: 1, rampToMgPerHour: 2, fromMin: 0, toMin: 9000, everyMin: 0.1 }] })).toEqual(
      ['regimen[0].everyMin'],
    )
    expect(faultsOf({ regimen: [], doseWeight: 'lean' })).toEqual(['doseWeight'])
    expect(faultsOf({ regimen: [], doseWeight: 'ideal', subject: { weightKg: 70, heightCm: 140, sex: 'male' } })).toEqual([
      'doseWeight',
    ])
    expect(faultsOf({ regimen: [], pauses: [{ fromMin: 5, toMin: 5, rest: 'gone' }] })).toEqual([
      'pauses[0].rest',
      'pauses[0].toMin',
    ])
  })
})
