import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { infusion } from '../regimen.ts'
import { days, hours } from '../units.ts'
import { simulateCircuit } from './circuit.ts'
import { Circuit, states } from './equations.ts'
import { circuitParameters, circuitValues } from './parameters.ts'

const disposition = kamp2020.parameters({ weightKg: 70 })
const hundredHours = { disposition, regimen: [infusion(2000, hours(100))] }
const fourWeeks = [{ from: 0, to: days(28), level: 2 }]

test('untreated, the circuit stays at its baseline for a year, to the last digits', () => {
  const { pain, sensitisation, glutamate, glia, tolerance } = simulateCircuit({ times: [0, days(1), days(100), days(365)] })
  for (const [row, at] of [
    [pain, 1],
    [sensitisation, 0.6],
    [glutamate, 1],
    [glia, 0.3],
    [tolerance, 0],
  ] as const)
    for (const value of row) expect(Math.abs(value - at)).toBeLessThan(1e-12)
})

test('the derivatives are those of the equations, anywhere', () => {
  const circuit = new Circuit(circuitValues)
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
  fc.assert(
    fc.property(share, share, share, share, share, share, (s, m, t, occupancy, opioid, signal) => {
      const x = Float64Array.of(1.2, s, m, t)
      const input = { occupancy, opioid: 5 * opioid, signal: 3 * signal }
      const [jacobian, up, down] = [new Float64Array(states * states), new Float64Array(states), new Float64Array(states)]
      circuit.jacobian(x, input, jacobian)
      for (let j = 0; j < states; j++) {
        const at = (step: number) => x.map((value, i) => (i === j ? value + step : value))
        circuit.right(at(1e-6), input, up)
        circuit.right(at(-1e-6), input, down)
        for (let i = 0; i < states; i++) expect(jacobian[i * states + j]).toBeCloseTo((up[i] - down[i]) / 2e-6, 5)
      }
    }),
  )
})

describe('ketamine', () => {
  test('undoes sensitisation in days, and the way back has the half-life of the slow site of relief', () => {
    const times = [days(60), days(80)]
    const { sensitisation } = simulateCircuit({ times: [hours(100), ...times], ketamine: hundredHours })
    expect(sensitisation[0]).toBeLessThan(0.3)
    const halfLife = (Math.LN2 * 20) / Math.log((0.6 - sensitisation[1]) / (0.6 - sensitisation[2]))
    expect(Math.abs(halfLife / circuitParameters.recoveryHalfLife.value - 1)).toBeLessThan(0.02)
  })

  test('does more the longer it is given, and little in one short infusion', () => {
    const after = (regimen: { mg: number; from: number; minutes: number }[]) =>
      simulateCircuit({ times: [days(7)], ketamine: { disposition, regimen } }).pain[0]
    const [once, long] = [after([infusion(35, 40)]), after([infusion(2000, hours(100))])]
    expect(once).toBeGreaterThan(0.9)
    expect(once).toBeLessThan(1)
    expect(long).toBeLessThan(0.5)
  })
})

describe('an opioid', () => {
  test('relieves at first, less and less, and leaves more pain than before when it is gone: hyperalgesia', () => {
    const { pain } = simulateCircuit({ times: [days(0.5), days(14), days(28) - 1, days(29), days(120)], opioid: fourWeeks })
    expect(pain[0]).toBeLessThan(0.7)
    expect(pain[1]).toBeGreaterThan(pain[0])
    expect(pain[2]).toBeGreaterThan(pain[1])
    expect(pain[3]).toBeGreaterThan(1.1)
    expect(pain[4]).toBeCloseTo(1, 2)
  })

  test('takes a smaller share of pain in a sensitised cord, and more again after ketamine: resistance', () => {
    const opioid = [{ from: days(5), to: days(6), level: 1 }]
    const taken = (ketamine?: typeof hundredHours) => {
      const given = ketamine ? { ketamine } : {}
      const times = [days(5) + 30]
      const [with_] = simulateCircuit({ times, opioid, ...given }).pain
      const [without] = simulateCircuit({ times, ...given }).pain
      return 1 - with_ / without
    }
    expect(taken(hundredHours)).toBeGreaterThan(1.15 * taken())
  })
})

describe('a signal', () => {
  const calm = { baselineSensitisation: 0.1, baselineGlia: 0.1 }
  const fourWeeksOf = (level: number) => [{ from: 0, to: days(28), level }]

  test('of strength 1 lifts the cork of a calm nerve as the published block says, 20 mV up, and further in a sensitised one', () => {
    const circuit = new Circuit(circuitValues)
    expect(circuit.passes(0, 1)).toBeCloseTo(0.230155, 6)
    expect([circuit.passes(0, 0), circuit.passes(1, 1)].map((share) => Math.round(100 * share))).toEqual([8, 39])
  })

  test('is felt while it comes in, sensitises if it stays for weeks, and leaves the alarm ringing when it is gone', () => {
    const at = [hours(6), days(28) - 1, days(35), days(150)]
    const { pain, sensitisation, glia } = simulateCircuit({ times: at, signal: fourWeeksOf(1), parameters: calm })
    expect(pain[0]).toBeGreaterThan(1.3)
    expect(pain[1]).toBeGreaterThan(pain[0])
    expect(sensitisation[1]).toBeGreaterThan(0.3)
    expect(glia[1]).toBeGreaterThan(calm.baselineGlia)
    expect(pain[2]).toBeGreaterThan(2)
    expect(pain[3]).toBeCloseTo(1, 1)
  })

  test('as light as a touch hurts more after four weeks than the strong one did at first: the alarm has stuck', () => {
    const touched = (signal: { from: number; to: number; level: number }[]) =>
      simulateCircuit({
        times: [days(29) + hours(6)],
        signal: [...signal, { from: days(29), to: days(30), level: 0.2 }],
        parameters: calm,
      }).pain[0]
    const [first] = simulateCircuit({ times: [hours(6)], signal: fourWeeksOf(1), parameters: calm }).pain
    expect(touched([])).toBeLessThan(1.2)
    expect(touched(fourWeeksOf(1))).toBeGreaterThan(first)
  })

  test('makes more the stronger it is, adds up where two come at once, and none is none', () => {
    const after = (...levels: number[]) =>
      simulateCircuit({ times: [days(28)], signal: levels.flatMap(fourWeeksOf), parameters: calm }).sensitisation[0]
    expect(after(0)).toBeCloseTo(0.1, 10)
    expect(after(0.5) < after(1) && after(1) < after(2)).toBe(true)
    expect(after(0.5, 0.5)).toBeCloseTo(after(1), 5)
  })

  test('beyond what the drawing can hold is refused, one alone or several together', () => {
    const refused =
      (...levels: number[]) =>
      () =>
        simulateCircuit({ times: [1], signal: levels.flatMap(fourWeeksOf) })
    expect(refused(3.1)).toThrow(EngineFault)
    expect(refused(2, 2)).toThrow(EngineFault)
    expect(refused(-1)).toThrow(EngineFault)
    expect(refused(3)).not.toThrow()
  })
})

test('whatever is given, shares stay shares and pain stays a number that is not negative', () => {
  const input = fc.record({
    mg: fc.double({ min: 0, max: 20_000, noNaN: true }),
    minutes: fc.double({ min: 1, max: 20_000, noNaN: true }),
    level: fc.double({ min: 0, max: 1000, noNaN: true }),
    to: fc.double({ min: 1, max: 50_000, noNaN: true }),
  })
  fc.assert(
    fc.property(input, ({ mg, minutes, level, to }) => {
      const out = simulateCircuit({
        times: [10, 1000, 30_000, 100_000],
        ketamine: { disposition, regimen: [infusion(mg, minutes)] },
        opioid: [{ from: 0, to, level }],
      })
      for (const row of [out.sensitisation, out.glia, out.tolerance, out.occupancy])
        for (const share of row) expect(share >= -1e-6 && share <= 1 + 1e-6).toBe(true)
      for (const value of out.pain) expect(value >= 0 && value < 10).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('a tolerance a thousand times tighter changes nothing that anybody sees', () => {
  const at = (tolerance: number) =>
    simulateCircuit({ times: [hours(50), days(20)], ketamine: hundredHours, opioid: fourWeeks, tolerance })
  const [usual, tight] = [at(1e-7), at(1e-10)]
  usual.pain.forEach((value, i) => {
    expect(Math.abs(value - tight.pain[i])).toBeLessThan(1e-4)
  })
})

test('what cannot be is refused at once, and the label never leaves', () => {
  const wrong = () =>
    simulateCircuit({
      times: [5, 4],
      opioid: [{ from: 3, to: 2, level: -1 }],
      parameters: { ...{ cheer: 1 }, gliaDays: Number.NaN },
    })
  expect(wrong).toThrow(EngineFault)
  try {
    wrong()
  } catch (error) {
    expect(error instanceof EngineFault && error.faults.map(({ input }) => input)).toEqual([
      'times[1]',
      'opioid[0].to',
      'opioid[0].level',
      'parameters.cheer',
      'parameters.gliaDays',
    ])
  }
  expect(simulateCircuit({ times: [0] }).label).toBe('illustrative')
})
