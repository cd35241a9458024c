import { type Fault, objectFaults, refuse, wholeFaults } from '../fault.ts'
import { literaturePrior, type Prior } from '../forecast/prior.ts'
import type { Measure, Observation, Trial } from './definition.ts'
import { trialFaults } from './faults.ts'
import { type Diary, diaryOf } from './person.ts'

export type TrialInput = {
  seed: number
  /** How often the trial is held. */
  replicates: number
  prior?: Prior
  /** Told of every trial that is finished. */
  onProgress?: (done: number, of: number) => void
}

/** What such a trial would have seen: the expectation, and where 95 of 100 such trials of this size would lie. */
export type Seen = { observation: Observation; expected: number; low: number; high: number }

export type TrialResult = { trial: string; replicates: number; seed: number; prior: string; seen: readonly Seen[] }

const mostPeople = 2_000_000

/** Holds a trial many times on virtual people and reads off each time what the real one saw. The same seed gives the same result. */
export function runTrial(trial: Trial, input: TrialInput): TrialResult {
  refuse(objectFaults('input', input, 'an object with seed, replicates'))
  const { seed, replicates, prior = literaturePrior, onProgress } = input
  const faults = trialFaults(trial)
  const size = faults.length > 0 ? 1 : trial.arms.reduce((sum, { n }) => sum + n, 0)
  refuse(faults, wholeFaults('seed', seed), wholeFaults('replicates', replicates, { min: 1, max: Math.floor(mostPeople / size) }))
  const days = daysAsked(trial)
  const found: number[][] = trial.observed.map(() => [])
  for (let replicate = 0; replicate < replicates; replicate++) {
    let index = replicate * size
    const diaries = new Map<string, readonly Diary[]>()
    for (const arm of trial.arms) {
      const people = Array.from({ length: arm.n }, () => diaryOf(arm, days, prior, trial.dropout.perWeek, seed, index++))
      diaries.set(arm.name, people)
    }
    trial.observed.forEach(({ measure }, i) => {
      const value = measured(measure, diaries, days)
      if (Number.isFinite(value)) found[i].push(value)
    })
    onProgress?.(replicate + 1, replicates)
  }
  refuse(found.flatMap((values, i) => unheardFaults(values, trial.observed[i], i)))
  return {
    trial: trial.id,
    replicates,
    seed,
    prior: prior.id,
    seen: trial.observed.map((observation, i) => seenIn(observation, found[i])),
  }
}

/** Where in no trial anybody is heard of any more, there is nothing to expect. */
const unheardFaults = (values: readonly number[], { measure }: Observation, i: number): Fault[] =>
  values.length > 0
    ? []
    : [
        {
          input: `observed[${i}].measure`,
          value: measure,
          expected: 'days on which somebody is still heard of; nobody was, in any trial',
        },
      ]

function seenIn(observation: Observation, values: number[]): Seen {
  const sorted = values.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return { observation, expected: mean(sorted), low: at(0.025), high: at(0.975) }
}

/** Every whole day that some measure looks at. */
function daysAsked({ observed }: Trial): number[] {
  const asked = new Set<number>()
  for (const { measure } of observed) {
    const [from, to] =
      measure.kind === 'responders'
        ? [measure.day, measure.day]
        : measure.kind === 'ratio of areas'
          ? [1, measure.to]
          : [measure.from, measure.to]
    for (let day = from; day <= to; day++) asked.add(day)
  }
  return [...asked].sort((a, b) => a - b)
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

function measured(measure: Measure, diaries: ReadonlyMap<string, readonly Diary[]>, days: readonly number[]): number {
  const people = diaries.get(measure.arm) ?? []
  if (measure.kind === 'responders') return responders(people, days.indexOf(measure.day), measure.fall)
  if (measure.kind === 'ratio of areas')
    return meanScore(people, days, 1, measure.to) / meanScore(diaries.get(measure.against) ?? [], days, 1, measure.to)
  const own = meanScore(people, days, measure.from, measure.to)
  return measure.kind === 'mean pain' ? own : own - meanScore(diaries.get(measure.against) ?? [], days, measure.from, measure.to)
}

/** Of everybody in the arm; who is missing did not respond. */
const responders = (people: readonly Diary[], at: number, fall: number) =>
  people.filter(({ baseline, scores }) => scores[at] <= (1 - fall) * baseline).length / people.length

/** Of those heard of, all days alike. */
function meanScore(people: readonly Diary[], days: readonly number[], from: number, to: number): number {
  const heard = people.flatMap(({ scores }) =>
    days.flatMap((day, i) => (day >= from && day <= to && !Number.isNaN(scores[i]) ? [scores[i]] : [])),
  )
  return mean(heard)
}
