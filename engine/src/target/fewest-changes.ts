import { type Disposition, dispositionFaults } from '../disposition.ts'
import { EngineFault, numberFaults, objectFaults, refuse, sound } from '../fault.ts'
import { type Band, Reach } from './reach.ts'
import { Body, type State } from './response.ts'
import type { Step } from './steps.ts'

export type BandInput = {
  /** mg/L */
  low: number
  high: number
  untilMin: number
  maxMgPerMin: number
  ke0?: number
}

/** A loading dose (mg), and few settings of the pump, the first from time 0; from `inBandFrom` (min) on the curve is inside the band. */
export type FewestChanges = { bolusMg: number; inBandFrom: number; steps: readonly Step[] }

const settings = 120
const grid = 0.5

/** How far the last digits of a curve that touches an edge may be off. */
const blur = 1e-9

/** States that are followed further after each setting. */
const kept = 16

/** Of the time that a setting could stay inside, the shares after which it is tried to be changed. */
const shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]

const mostSettings = 200
const mostMinutes = 60 * 24 * 14

/**
 * Few changes of the pump by hand that keep plasma, or with a ke0 the effect site, inside a band. A bolus fills plasma, or carries the site
 * up; then, one setting after the other, every rate is tried for several lengths, and of the states it leads to those are followed from
 * which one setting more would reach farthest. Times go by half a minute, rates by a hundred and twentieth of the highest; every stretch is
 * inside at every moment. Fewer settings were not found, which is no proof that there are none.
 */
export function fewestChanges(p: Disposition, input: BandInput): FewestChanges {
  refuse(objectFaults('input', input, 'an object with low, high, untilMin, maxMgPerMin'))
  const { low, high, untilMin, maxMgPerMin, ke0 } = input
  refuse(
    dispositionFaults(p),
    numberFaults('low', low, { above: 0 }),
    numberFaults('high', high, { above: Number.isFinite(low) ? low : 0 }),
    numberFaults('untilMin', untilMin, { above: 0, max: mostMinutes }),
    numberFaults('maxMgPerMin', maxMgPerMin, { above: 0 }),
    ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 }),
  )
  const band = { low: low * (1 - blur), high: high * (1 + blur), maxMgPerMin, stepMgPerMin: maxMgPerMin / settings }
  return new Search(new Body(p, ke0), band, untilMin).found()
}

/** Where some settings have led. */
type Place = { bolusMg: number; inBandFrom: number; steps: readonly Step[]; state: State; reaches: number }

class Search {
  private readonly body: Body
  private readonly band: Band
  private readonly untilMin: number
  private readonly reach: Reach
  private readonly rates: readonly number[]

  constructor(body: Body, band: Band, untilMin: number) {
    this.body = body
    this.band = band
    this.untilMin = untilMin
    this.reach = new Reach(body, band, untilMin)
    this.rates = Array.from({ length: settings + 1 }, (_, i) => i * band.stepMgPerMin)
  }

  found(): FewestChanges {
    let places = this.begun()
    let farthest = 0
    for (let count = 1; count <= mostSettings && places.length > 0; count++) {
      const done = places.filter((place) => endOf(place) >= this.untilMin)
      if (done.length > 0) return this.calmest(done)
      places = this.best(places)
      farthest = Math.max(farthest, ...places.map(endOf))
      places = places.flatMap((place) => this.rates.flatMap((rate) => this.onFrom(place, rate)))
    }
    return refused(this.band.maxMgPerMin, farthest)
  }

  /** A bolus, and the first rate from time 0 on: plasma is in the band at once, an effect site when the bolus has brought it up. */
  private begun(): Place[] {
    const { body, band } = this
    const one = body.given(body.empty, 1)
    const top = body.ke0 > 0 ? body.highest(one, 0) : { at: 0, value: body.at(one, 0, 0) }
    const rise = body.ke0 > 0 ? Math.max(1, Math.round(top.at / grid)) * grid : 0
    const byOne = body.at(body.empty, 1, rise)
    return [0, 0.25, 0.5].flatMap((share) =>
      this.rates.flatMap((rate) => {
        const bolusMg = sound('bolusMg', Math.max(0, (band.high - share * (band.high - band.low) - rate * byOne) / top.value))
        const given = body.given(body.empty, bolusMg)
        const risen = body.after(given, rate, rise)
        const before = { bolusMg, inBandFrom: rise, steps: [], state: given, reaches: 0 }
        const left = Math.max(0, this.untilMin - rise)
        return body.at(given, rate, rise) < band.low
          ? []
          : this.held(before, rate, rise, body.inside(risen, rate, left, band), left)
      }),
    )
  }

  private onFrom(place: Place, rate: number): Place[] {
    const left = this.untilMin - endOf(place)
    return this.held(place, rate, 0, this.body.inside(place.state, rate, left, this.band), left)
  }

  /** The rate held for several parts of the minutes it stays inside, after some that it has to run anyway. */
  private held(place: Place, rate: number, first: number, inside: number, left: number): Place[] {
    const whole = (share: number) => Math.floor((inside * share) / grid) * grid
    const lengths = inside >= left ? [left] : [...new Set(first > 0 ? [...shares.map(whole), 0] : shares.map(whole))]
    return lengths.filter((minutes) => first + minutes > 0).map((minutes) => this.after(place, rate, first + minutes))
  }

  private after({ steps, state, ...start }: Place, mgPerMin: number, minutes: number): Place {
    const { body } = this
    const from = steps[steps.length - 1]?.to ?? 0
    const [to, next] = [from + minutes, body.after(state, mgPerMin, minutes)]
    const step = { from, to, mgPerMin, reached: body.at(state, mgPerMin, minutes) }
    return { ...start, steps: [...steps, step], state: next, reaches: to + this.reach.minutes(next, this.untilMin - to) }
  }

  /** Those from which one setting more reaches farthest, of those alike in it and in their own end only one. */
  private best(places: readonly Place[]): Place[] {
    const alike = new Map(places.map((place) => [`${place.reaches} ${endOf(place)}`, place]))
    return [...alike.values()].sort((a, b) => b.reaches - a.reaches || endOf(b) - endOf(a)).slice(0, kept)
  }

  /** Of several that reach the end, the one that ends nearest the middle of the band. */
  private calmest(done: readonly Place[]): FewestChanges {
    const middle = (this.band.low + this.band.high) / 2
    const off = ({ steps }: Place) => Math.abs(steps[steps.length - 1].reached - middle)
    const { bolusMg, inBandFrom, steps } = done.reduce((best, next) => (off(next) < off(best) ? next : best))
    return { bolusMg, inBandFrom, steps }
  }
}

const endOf = ({ steps }: Place) => steps[steps.length - 1].to

function refused(maxMgPerMin: number, at: number): never {
  throw new EngineFault([
    {
      input: 'maxMgPerMin',
      value: maxMgPerMin,
      expected: `a rate and a band that at most ${mostSettings} settings can keep; none was found to go on after ${at} min`,
    },
  ])
}
