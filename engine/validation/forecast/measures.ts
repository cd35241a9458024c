import { daysOf } from '../../src/forecast/course.ts'
import { courseOf } from '../../src/forecast/door.ts'
import { firstLoss, holding } from '../../src/forecast/holding.ts'
import { levelsOf, posterior } from '../../src/forecast/posterior.ts'
import { quantiles } from '../../src/numeric/quantile.ts'
import { courseCount, dosesOf, lastDay } from './person.ts'
import { ahead, askedAt, levelsAsked, lookedAhead, type Record } from './record.ts'

/** A rule that says how likely relief holds until each horizon. */
export type Rival = (record: Record) => readonly number[]

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

/** The mean squared distance of chances from what came. */
export const brier = (records: readonly Record[], rival: Rival): number =>
  mean(records.flatMap((record) => rival(record).map((said, i) => (said - Number(record.held[i])) ** 2)))

export const brierReported = (records: readonly Record[], rival: Rival): number =>
  mean(records.flatMap((record) => rival(record).map((chance, i) => (chance - Number(record.reportedHeld[i])) ** 2)))

const lossOf = (truth: number, band: readonly number[]) =>
  band.map((quantile, q) => Math.max(levelsAsked[q] * (truth - quantile), (levelsAsked[q] - 1) * (truth - quantile)))

/** The mean pinball loss of relief over the five quantiles and all horizons. */
export const pinball = (records: readonly Record[], bands: (record: Record) => readonly (readonly number[])[]): number =>
  mean(records.flatMap((record) => bands(record).flatMap((band, i) => lossOf(record.relief[i], band))))

/** The mean pinball loss of the day of loss, days, over the five quantiles. */
export const pinballDay = (records: readonly Record[], days: (record: Record) => readonly number[]): number =>
  mean(records.flatMap((record) => lossOf(record.loss, days(record))))

/** A share, with its standard error over people: what one person was asked five times for four dates is not twenty people. */
export type Share = { share: number; se: number }

/** How often relief lay in the middle half and in the middle nine tenths of what was said. */
export function coverage(records: readonly Record[]): { half: Share; most: Share } {
  const people = [...Map.groupBy(records, ({ person }) => person).values()]
  const inside = (low: number, high: number): Share => {
    const shares = people.map((asked) =>
      mean(
        asked.flatMap(({ bands, relief }) => bands.map((band, i) => Number(relief[i] >= band[low] && relief[i] <= band[high]))),
      ),
    )
    const share = mean(shares)
    const variance = shares.reduce((sum, one) => sum + (one - share) ** 2, 0) / Math.max(1, shares.length - 1)
    return { share, se: Math.sqrt(variance / shares.length) }
  }
  return { half: inside(1, 3), most: inside(0, 4) }
}

/** Four weeks for everybody: relief holds until day 28 and no longer. It says nothing of how much relief there is. */
export const everyFourWeeks: Rival = ({ now }) => ahead.map((horizon) => Number(now + horizon <= 28))
export const fourWeeksDays = ({ now }: Record) => levelsAsked.map(() => Math.max(0, 28 - now))

/** By course and by when it is asked: chances for each horizon, quantiles of relief for each, quantiles of the day of loss. */
export type Population = { holds: number[][][]; bands: number[][][][]; lossDays: number[][][] }

const population72 = { weightKg: 72, baseline: { mean: 7, scores: 7 }, scores: [], nowDaysAfterCourse: 0, seed: 1 }

/** What the prior alone says of each course at each time, of a person of 72 kg with a baseline of 7. */
export function population(): Population {
  const found = Array.from({ length: courseCount }, (_, index) => ofCourse(index))
  return {
    holds: found.map(({ holds }) => holds),
    bands: found.map(({ bands }) => bands),
    lossDays: found.map(({ lossDays }) => lossDays),
  }
}

function ofCourse(index: number) {
  const course = courseOf({ ...population72, doses: dosesOf(index, population72.weightKg) })
  const drawn = posterior(course, 1, 8192)
  const days = Array.from({ length: lastDay + 1 }, (_, day) => day)
  const levels = levelsOf(drawn, daysOf(course.exposure, days), course)
  const lossesFrom = (now: number) => {
    const n = lookedAhead(now)
    const later = new Float64Array(drawn.people * n)
    for (let p = 0; p < drawn.people; p++) {
      const from = p * days.length + now
      later.set(levels.subarray(from, from + n), p * n)
    }
    return firstLoss(later, n, course.baseline)
  }
  const bandAt = (day: number) =>
    quantiles(
      Float64Array.from({ length: drawn.people }, (_, p) => 1 - levels[p * days.length + day] / course.baseline),
      levelsAsked,
    )
  const losses = askedAt.map(lossesFrom)
  return {
    holds: losses.map((of, i) => {
      const holds = holding(of, lookedAhead(askedAt[i]))
      return ahead.map((horizon) => holds[horizon])
    }),
    bands: askedAt.map((now) => ahead.map((horizon) => bandAt(now + horizon))),
    lossDays: losses.map((of) => quantiles(Float64Array.from(of), levelsAsked)),
  }
}

type Seen = (record: Record) => boolean

const groupOf = (records: readonly Record[], seen: Seen) => {
  const key = (record: Record) => `${record.course} ${record.now} ${seen(record)}`
  const groups = Map.groupBy(records, key)
  return (record: Record) => (groups.get(key(record)) ?? []).filter(({ person }) => person !== record.person)
}

/** The clinic’s own others after the same course who stand as a person does, with what truly came of them. */
export type Landmark = {
  holds: Rival
  reported: Rival
  bands: (record: Record) => number[][]
  lossDays: (record: Record) => number[]
}

export function landmark(records: readonly Record[], seen: Seen): Landmark {
  const othersOf = groupOf(records, seen)
  const shareOf = (which: 'held' | 'reportedHeld') => (record: Record) => {
    const others = othersOf(record)
    return ahead.map((_, i) => (others.length === 0 ? 0.5 : mean(others.map((other) => Number(other[which][i])))))
  }
  const among = (others: readonly Record[], of: (record: Record) => number) =>
    others.length === 0 ? levelsAsked.map(() => 0) : quantiles(Float64Array.from(others, of), levelsAsked)
  return {
    holds: shareOf('held'),
    reported: shareOf('reportedHeld'),
    bands: (record) => ahead.map((_, i) => among(othersOf(record), ({ relief }) => relief[i])),
    lossDays: (record) => among(othersOf(record), ({ loss }) => loss),
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
