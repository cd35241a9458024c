import { type Disposition, dispositionFaults } from '../disposition.ts'
import { occupancyShaffer2014 as shaffer } from '../effects/occupancy-shaffer-2014.ts'
import { type Fault, listFaults, numberFaults, objectFaults, refuse, sound, timesFaults } from '../fault.ts'
import { modes } from '../numeric/modes.ts'
import { plasmaCurve, type Stretch, stretches } from '../numeric/stretch.ts'
import { pieces, type Regimen, regimenFaults } from '../regimen.ts'
import type { Times } from '../simulate.ts'
import { inDays } from '../units.ts'
import { Circuit, glia, glutamate, type Input, sensitisation, states, tolerance } from './equations.ts'
import { type CircuitParameters, circuitParameters, circuitValues, rangeOf } from './parameters.ts'
import { advance, type System } from './rosenbrock.ts'

/** An opioid at a steady level, in multiples of its C50, from one time to another (min). */
export type Opioid = { from: number; to: number; level: number }

/** A signal from the body at a steady strength (0 none, 1 strong), from one time to another (min). An illustration, like all of the circuit: nobody measured it. */
export type Signal = { from: number; to: number; level: number }

export type CircuitInput = {
  times: Times
  /** Ketamine; none unless given. */
  ketamine?: { disposition: Disposition; regimen: Regimen }
  opioid?: readonly Opioid[]
  /** What comes in beyond what the baseline already holds; nothing unless given. Where several overlap they add up. */
  signal?: readonly Signal[]
  /** Other numbers than the circuit’s own. */
  parameters?: Partial<CircuitParameters>
  /** The largest error of one step in any state; 1e-7 unless said. */
  tolerance?: number
}

/** At the same times: pain (1 is baseline), and what stands behind it. Shares, but glutamate, which is 1 at baseline. */
export type CircuitOutput = {
  label: 'illustrative'
  pain: Float64Array
  sensitisation: Float64Array
  glutamate: Float64Array
  glia: Float64Array
  tolerance: Float64Array
  occupancy: Float64Array
}

/**
 * A picture of how ketamine may undo sensitisation and opioids may feed it, for teaching: its shape is argued, its numbers are proposed, and
 * it was fitted to nobody. Untreated it stays at its baseline. Never for a dose, a forecast or a patient.
 */
export function simulateCircuit(input: CircuitInput): CircuitOutput {
  refuse(objectFaults('input', input, 'an object with times'))
  const { times, ketamine, opioid = [], signal = [], parameters = {}, tolerance: wrong = 1e-7 } = input
  refuse(
    timesFaults(times),
    ketamine === undefined ? [] : ketamineFaults(ketamine),
    listFaults('opioid', opioid, 'a list of from, to, level', levelFaults('multiples of the C50', 1000)),
    listFaults('signal', signal, 'a list of from, to, level', levelFaults('0 none, 1 strong', MOST_SIGNAL)),
    sumFaults(signal),
    numberFaults('tolerance', wrong, { min: 1e-12, max: 0.01 }),
    parameterFaults(parameters),
  )
  const circuit = new Circuit({ ...circuitValues, ...parameters })
  const drug = ketamine ? stretches(modes(ketamine.disposition), 0, pieces(ketamine.regimen)) : []
  const out = emptyOutput(times.length)
  const x = circuit.baseline.slice()
  const stops = stopsOf(times, drug, [...opioid, ...signal])
  let [now, step, next] = [0, 1e-4, 0]
  for (const stop of stops) {
    const during = inputFor({ drug, opioid, signal }, now, stop)
    if (stop > now) step = advance(systemOf(circuit, during), x, inDays(now), inDays(stop), step, wrong)
    // A step may miss nothing by its own error; below nothing there is no share.
    for (let i = 0; i < states; i++) x[i] = Math.max(0, x[i])
    for (; next < times.length && times[next] <= stop; next++) record(circuit, x, during(stop), next, out)
    now = stop
  }
  for (const name of ['pain', 'sensitisation', 'glutamate', 'glia', 'tolerance', 'occupancy'] as const) sound(name, out[name])
  return out
}

function ketamineFaults(ketamine: unknown): Fault[] {
  const faults = objectFaults('ketamine', ketamine, 'an object with disposition, regimen')
  if (faults.length > 0) return faults
  const { disposition, regimen } = ketamine as Record<string, unknown>
  return [...dispositionFaults(disposition), ...regimenFaults(regimen)]
}

const levelFaults =
  (unit: string, max: number) =>
  (one: unknown, name: string): Fault[] => {
    const faults = objectFaults(name, one, `an object with from, to (min), level (${unit})`)
    if (faults.length > 0) return faults
    const { from, to, level } = one as Record<string, unknown>
    return [
      ...numberFaults(`${name}.from`, from, { min: 0 }),
      ...numberFaults(`${name}.to`, to, { above: Number.isFinite(from) ? Number(from) : 0 }),
      ...numberFaults(`${name}.level`, level, { min: 0, max }),
    ]
  }

/** Where signals overlap their sum is held to the same limit: beyond it no cell of the drawing has a voltage. */
function sumFaults(signal: readonly Signal[]): Fault[] {
  if (!Array.isArray(signal)) return []
  return signal.flatMap(({ from, level }, i) => {
    const value = levelAt(signal, from)
    return value > MOST_SIGNAL && level <= MOST_SIGNAL
      ? [{ input: `signal[${i}].level`, value, expected: `${MOST_SIGNAL} at most, with all that come in at once` }]
      : []
  })
}

function parameterFaults(given: unknown): Fault[] {
  const faults = objectFaults('parameters', given, 'an object with numbers of the circuit')
  if (faults.length > 0) return faults
  const known: readonly string[] = Object.keys(circuitParameters)
  return Object.entries(given as object).flatMap(([name, value]) =>
    known.includes(name)
      ? numberFaults(`parameters.${name}`, value, rangeOf(name as keyof CircuitParameters))
      : [{ input: `parameters.${name}`, value, expected: `one of ${known.join(', ')}` }],
  )
}

const MOST_SIGNAL = 3

/** Everything changes smoothly between these: times asked for, and changes of pump, opioid and signal. */
function stopsOf(times: Times, drug: readonly Stretch[], levels: readonly Opioid[]): number[] {
  const last = times[times.length - 1] ?? 0
  const all = [...times, ...drug.map(({ from }) => from), ...levels.flatMap(({ from, to }) => [from, to])]
  return [...new Set(all.filter((t) => t >= 0 && t <= last))].sort((a, b) => a - b)
}

type Acting = { drug: readonly Stretch[]; opioid: readonly Opioid[]; signal: readonly Signal[] }

const levelAt = (levels: readonly Opioid[], time: number) =>
  levels.reduce((sum, one) => (one.from <= time && time < one.to ? sum + one.level : sum), 0)

/** What acts between two stops, at any time of it (min). */
function inputFor({ drug, opioid, signal }: Acting, from: number, to: number): (time: number) => Input {
  const middle = (from + to) / 2
  const stretch = drug.find((one) => one.from <= middle && middle < one.to)
  const levels = { opioid: levelAt(opioid, middle), signal: levelAt(signal, middle) }
  return (time) => ({
    ...levels,
    occupancy: stretch ? shaffer.occupancy({ ketamine: plasmaAt(stretch, time), norketamine: 0 }) : 0,
  })
}

const plasmaAt = (stretch: Stretch, time: number) => Math.max(0, plasmaCurve.value(stretch, time - stretch.from))

const minutesOf = (day: number) => day / inDays(1)
const apart = 1e-7

function systemOf(circuit: Circuit, during: (time: number) => Input): System {
  const [before, after] = [new Float64Array(states), new Float64Array(states)]
  const right = (day: number, x: Float64Array, out: Float64Array) => circuit.right(x, during(minutesOf(day)), out)
  return {
    size: states,
    right,
    jacobian: (day, x, out) => circuit.jacobian(x, during(minutesOf(day)), out),
    drift: (day, x, out) => {
      right(day, x, before)
      right(day + apart, x, after)
      for (let i = 0; i < states; i++) out[i] = (after[i] - before[i]) / apart
    },
  }
}

const emptyOutput = (n: number): CircuitOutput => ({
  label: 'illustrative',
  pain: new Float64Array(n),
  sensitisation: new Float64Array(n),
  glutamate: new Float64Array(n),
  glia: new Float64Array(n),
  tolerance: new Float64Array(n),
  occupancy: new Float64Array(n),
})

function record(circuit: Circuit, x: Float64Array, input: Input, i: number, out: CircuitOutput): void {
  out.pain[i] = circuit.pain(x, input)
  out.sensitisation[i] = x[sensitisation]
  out.glutamate[i] = x[glutamate]
  out.glia[i] = x[glia]
  out.tolerance[i] = x[tolerance]
  out.occupancy[i] = input.occupancy
}
