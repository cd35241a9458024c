import { daysOf } from '../../src/forecast/course.ts'
import { courseOf } from '../../src/forecast/door.ts'
import { firstLoss, holding } from '../../src/forecast/holding.ts'
import { levelsOf, posterior } from '../../src/forecast/posterior.ts'
import { quantiles } from '../../src/numeric/quantile.ts'
import { courseCount, dosesOf } from './person.ts'
import { ahead, askedAt, levelsAsked, type Record } from './record.ts'

/** A rule that says how likely relief holds until each horizon. */
export type Rival = (record: Record) => readonly number[]

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

/** The mean squared distance of chances from what came. */
export const brier = (records: readonly Record[], rival: Rival): number =>
  mean(records.flatMap((record) => rival(record).map((said, i) => (said - Number(record.held[i])) ** 2)))

export const brierReported = (records: readonly Record[], said: (record: Record) => readonly number[]): number =>
  mean(records.flatMap((record) => said(record).map((chance, i) => (chance - Number(record.reportedHeld[i])) ** 2)))

/** The mean pinball loss over the five quantiles and all horizons. */
export const pinball = (records: readonly Record[], bands: (record: Record) => readonly (readonly number[])[]): number =>
  mean(
    records.flatMap((record) =>
      bands(record).flatMap((band, i) =>
        band.map((quantile, q) => {
          const off = record.relief[i] - quantile
          return Math.max(levelsAsked[q] * off, (levelsAsked[q] - 1) * off)
        }),
      ),
    ),
  )

/** How often relief lay in the middle half and in the middle nine tenths of what was said. */
export function coverage(records: readonly Record[]): { half: number; most: number } {
  const inside = (low: number, high: number) =>
    mean(
      records.flatMap(({ bands, relief }) => bands.map((band, i) => Number(relief[i] >= band[low] && relief[i] <= band[high]))),
    )
  return { half: inside(1, 3), most: inside(0, 4) }
}

/** Four weeks for everybody. */
export const everyFourWeeks: Rival = ({ now }) => ahead.map((horizon) => Number(now + horizon <= 28))

export type Population = { holds: number[][][]; bands: number[][][][] }

/** What the prior alone says of each course at each time, of a person of 72 kg with a baseline of 7: [course][asked][horizon]. */
export function population(): Population {
  const days = Array.from({ length: 85 }, (_, day) => day)
  const found = Array.from({ length: courseCount }, (_, index) => {
    const doses = dosesOf(index, 72)
    const course = courseOf({ doses, weightKg: 72, baseline: { mean: 7, scores: 7 }, scores: [], nowDaysAfterCourse: 0, seed: 1 })
    const drawn = posterior(course, 1, 8192)
    const { people } = drawn
    const levels = levelsOf(drawn, daysOf(course.exposure, days), course)
    const from = (now: number) => {
      const n = days.length - now
      const later = new Float64Array(people * n)
      for (let p = 0; p < people; p++) later.set(levels.subarray(p * days.length + now, (p + 1) * days.length), p * n)
      const holds = holding(firstLoss(later, n, 7), n)
      return ahead.map((horizon) => holds[horizon])
    }
    const bandAt = (day: number) =>
      quantiles(
        Float64Array.from({ length: people }, (_, p) => 1 - levels[p * days.length + day] / 7),
        levelsAsked,
      )
    return { holds: askedAt.map(from), bands: askedAt.map((now) => ahead.map((horizon) => bandAt(now + horizon))) }
  })
  return { holds: found.map(({ holds }) => holds), bands: found.map(({ bands }) => bands) }
}

type Seen = (record: Record) => boolean

const groupOf = (records: readonly Record[], seen: Seen) => {
  const key = (record: Record) => `${record.course} ${record.now} ${seen(record)}`
  const groups = Map.groupBy(records, key)
  return (record: Record) => (groups.get(key(record)) ?? []).filter(({ person }) => person !== record.person)
}

/** The clinic’s own others after the same course who stand as this person does, with what truly came of them. */
export function landmark(records: readonly Record[], seen: Seen): Rival {
  const othersOf = groupOf(records, seen)
  return (record) => {
    const others = othersOf(record)
    return ahead.map((_, i) => (others.length === 0 ? 0.5 : mean(others.map(({ held }) => Number(held[i])))))
  }
}

/** The quantiles of relief of the same others. */
export function landmarkBands(records: readonly Record[], seen: Seen): (record: Record) => number[][] {
  const othersOf = groupOf(records, seen)
  return (record) => {
    const others = othersOf(record)
    return ahead.map((_, i) =>
      others.length === 0
        ? levelsAsked.map(() => 0)
        : quantiles(
            Float64Array.from(others, ({ relief }) => relief[i]),
            levelsAsked,
          ),
    )
  }
}

const neighbours = 20

/** The clinic’s own others whose last three scores are nearest, with what truly came of them. */
export function nearest(records: readonly Record[]): Rival {
  const byNow = Map.groupBy(records, ({ now }) => now)
  return (record) => {
    const others = (byNow.get(record.now) ?? [])
      .filter(({ person }) => person !== record.person)
      .map((other) => ({
        other,
        off: Math.abs(other.lastThree - record.lastThree) + (other.course === record.course ? 0 : 1e-6),
      }))
      .sort((a, b) => a.off - b.off)
      .slice(0, neighbours)
    return ahead.map((_, i) => mean(others.map(({ other }) => Number(other.held[i]))))
  }
}

/** Counts of ranks in ten equal cells, and their distance from even ones (χ² with nine degrees of freedom). */
export function rankCounts(ranks: readonly number[]): { counts: number[]; chiSquare: number } {
  const counts = new Array<number>(10).fill(0)
  for (const rank of ranks) counts[Math.min(9, Math.floor(rank * 10))]++
  const even = ranks.length / 10
  return { counts, chiSquare: counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0) }
}

/** Chances said, by tenths, with how often it came so. */
export function byTenths(records: readonly Record[]): { said: number; came: number; n: number }[] {
  const pairs = records.flatMap(({ said, held }) => said.map((chance, i) => ({ chance, came: Number(held[i]) })))
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = pairs.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth)
    return { said: mean(within.map(({ chance }) => chance)), came: mean(within.map(({ came }) => came)), n: within.length }
  })
}
