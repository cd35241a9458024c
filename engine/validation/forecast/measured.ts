import {
  brier,
  brierReported,
  coverage,
  everyFourWeeks,
  fourWeeksDays,
  landmark,
  nearest,
  type Population,
  pinball,
  pinballDay,
  type Rival,
  type Share,
} from './measures.ts'
import { askedAt, type Record } from './record.ts'
import type { Truth } from './truths.ts'

/** The records of the people of one truth. */
export type Heard = { truth: Truth; records: readonly Record[]; people: number }

/** Who speaks beside the forecast; the all-knowing landmark sees true relief and stands there as a limit. */
export const rivals = ['landmark', 'population', 'fourWeeks', 'nearest', 'knowing'] as const
export type RivalName = (typeof rivals)[number]
export const rivalNames: { readonly [name in RivalName]: string } = {
  landmark: 'the clinic’s own landmark curve',
  population: 'the population curve',
  fourWeeks: 'every four weeks',
  nearest: 'the nearest of the clinic',
  knowing: 'the all-knowing landmark',
}

/** One loss of the forecast and of those rivals that say anything of the matter. */
export type Losses = { ours: number } & { [name in RivalName]?: number }

export type Measured = {
  truth: Truth
  people: number
  records: readonly Record[]
  covered: { half: Share; most: Share }
  /** Brier score of "relief of 30 % holds until": of all, and of those whose last score says relief. */
  brier: Losses
  brierInRelief: Losses
  /** Brier score of the event as two failing reports show it. */
  reported: Losses
  /** Pinball loss of relief, and of the day of loss (days), of all and of those whose last score says relief. */
  relief: Losses
  day: Losses
  dayInRelief: Losses
}

const reports = ({ reportsRelief }: Record) => reportsRelief
const isWell = ({ inRelief }: Record) => inRelief
const ours: Rival = ({ said }) => said

/** Everything that is measured in one truth. Others of the clinic are those of this very truth. */
export function measuredIn({ truth, people, records }: Heard, known: Population): Measured {
  const own = landmark(records, reports)
  const seen = { own: own.holds, knowing: landmark(records, isWell).holds, nearest: nearest(records) }
  const of = <T>(rows: readonly (readonly T[])[]) => {
    return ({ course, now }: Record) => rows[course][askedAt.indexOf(now)]
  }
  const briers = (some: readonly Record[]): Losses => ({
    ours: brier(some, ours),
    landmark: brier(some, seen.own),
    population: brier(some, of(known.holds)),
    fourWeeks: brier(some, everyFourWeeks),
    nearest: brier(some, seen.nearest),
    knowing: brier(some, seen.knowing),
  })
  const days = (some: readonly Record[]): Losses => ({
    ours: pinballDay(some, ({ lossDays }) => lossDays),
    landmark: pinballDay(some, own.lossDays),
    population: pinballDay(some, of(known.lossDays)),
    fourWeeks: pinballDay(some, fourWeeksDays),
  })
  const inRelief = records.filter(reports)
  return {
    truth,
    people,
    records,
    covered: coverage(records),
    brier: briers(records),
    brierInRelief: briers(inRelief),
    reported: {
      ours: brierReported(records, ({ reportedSaid }) => reportedSaid),
      landmark: brierReported(records, own.reported),
      fourWeeks: brierReported(records, everyFourWeeks),
    },
    relief: {
      ours: pinball(records, ({ bands }) => bands),
      landmark: pinball(records, own.bands),
      population: pinball(records, of(known.bands)),
    },
    day: days(records),
    dayInRelief: days(inRelief),
  }
}
