import { type Band, emptyBand, setPointFrom } from './band.ts'
import { type Disposition, dispositionFaults, fromClearances, toClearances } from './disposition.ts'
import { type Effect, spreadOf } from './effect.ts'
import { numberFaults, refuse, sound, timesFaults } from './fault.ts'
import type { Model, Subject } from './model.ts'
import { modes } from './numeric/modes.ts'
import { omegaOf } from './numeric/normal.ts'
import { normalAt } from './numeric/random.ts'
import { Walk } from './numeric/walk.ts'
import { pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { patientVariability, type Variability } from './variability.ts'

/** Which random number means what. The order is part of the seed's promise: never reorder, only append. */
const draws = { cl: 0, v1: 1, v2: 2, halfLife: 3 } as const

/** Subject number `index` of the population around a typical one: a pure function of seed and index. */
export function drawSubject(typical: Disposition, variability: Variability, seed: number, index: number): Disposition {
  refuse(dispositionFaults(typical), seedFaults(seed), numberFaults('index', index, { min: 0, max: 2 ** 32 - 1 }))
  return drawn(typical, variability, seed, index)
}

function drawn(typical: Disposition, { cv }: Variability, seed: number, index: number): Disposition {
  const factor = (name: 'cl' | 'v1' | 'v2') => Math.exp(omegaOf(cv[name]) * normalAt(seed, index, draws[name]))
  const p = toClearances(typical)
  return fromDrawn(typical, fromClearances({ ...p, cl: p.cl * factor('cl'), v1: p.v1 * factor('v1'), v2: p.v2 * factor('v2') }))
}

/** A compartment left out has no volume to divide by, and stays out. */
const fromDrawn = (typical: Disposition, p: Disposition): Disposition => ({
  ...p,
  k21: typical.k12 === 0 ? typical.k21 : p.k21,
  k31: typical.k13 === 0 ? typical.k31 : p.k31,
})

/** The ke0 (1/min) of subject number `index`, its half-life spread over the printed interval. */
export function drawKe0(effect: Effect, seed: number, index: number): number {
  const { median, omega } = spreadOf(effect.halfLife)
  return Math.LN2 / (median * Math.exp(omega * normalAt(seed, index, draws.halfLife)))
}

const seedFaults = (seed: unknown) =>
  Number.isSafeInteger(seed) && Number(seed) >= 0 ? [] : [{ input: 'seed', value: seed, expected: 'a whole number, at least 0' }]

export type BandInput = {
  model: Model
  subject: Subject
  regimen: Regimen
  times: Times
  effect: Effect
  seed: number
  /** How many subjects to draw. */
  size?: number
  variability?: Variability
}

/** Where 90 % and 50 % of subjects like this one would lie, point by point, in mg/L. The same seed gives the same band on every machine. */
export type PopulationBand = { plasma: Band; effectSite: Band }

/** Quantiles of plasma and effect site over a population around one subject, pointwise at times (min, from 0, ascending). */
export function band(input: BandInput): PopulationBand {
  const { model, subject, regimen, times, effect, seed, size = 500, variability = patientVariability } = input
  refuse(
    regimenFaults(regimen),
    timesFaults(times),
    seedFaults(seed),
    Number.isInteger(size)
      ? numberFaults('size', size, { min: 2, max: 100_000 })
      : [{ input: 'size', value: size, expected: 'a whole number' }],
  )
  const typical = model.parameters(subject)
  const stretches = pieces(regimen)
  const walks = Array.from(
    { length: size },
    (_, i) => new Walk(modes(drawn(typical, variability, seed, i)), drawKe0(effect, seed, i), stretches),
  )
  return bandOf(walks, times)
}

/** Subjects go forward one tile of time at a time, so memory holds a tile and not the whole study. */
const tile = 64

function bandOf(walks: readonly Walk[], times: Times): PopulationBand {
  const found = { plasma: emptyBand(times.length), effectSite: emptyBand(times.length) }
  const plasma = new Float64Array(walks.length * tile)
  const effectSite = new Float64Array(walks.length * tile)
  const column = new Float64Array(walks.length)
  for (let from = 0; from < times.length; from += tile) {
    const to = Math.min(from + tile, times.length)
    walks.forEach((walk, subject) => {
      walk.along(times, from, to, plasma, effectSite, subject * tile - from)
    })
    for (let i = from; i < to; i++) {
      setPointFrom(found.plasma, i, sound('plasma', gather(plasma, i - from, column)))
      setPointFrom(found.effectSite, i, sound('effectSite', gather(effectSite, i - from, column)))
    }
  }
  return found
}

/** Everybody's value at one place of the tile. */
function gather(values: Float64Array, place: number, column: Float64Array): Float64Array {
  for (let subject = 0; subject < column.length; subject++) column[subject] = values[subject * tile + place]
  return column
}
