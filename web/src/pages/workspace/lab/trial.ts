import { EngineFault, type Fault, readTrialCase, type TrialResult, trials } from '@dripline/engine'
import type { IntervalGroup } from '../../../charts/interval-rows.tsx'
import { figure } from '../../../ui/index.tsx'

export const published = Object.values(trials)

type Seen = TrialResult['seen'][number]

const units = {
  NRS: { title: 'Pain', unit: '0 to 10, or the difference of two groups' },
  share: { title: 'People', unit: 'of 100' },
  ratio: { title: 'Ratio', unit: 'of two groups' },
} as const

/** A figure in the unit it is read in: people of a hundred, else two digits. */
const shown = (value: number, unit: Seen['observation']['unit']) =>
  unit === 'share' ? figure(Math.round(value * 100)) : figure(Number(value.toFixed(2)))

const scaled = (value: number, unit: Seen['observation']['unit']) => (unit === 'share' ? value * 100 : value)

/** Whether what the engine expects lies in what was printed, or in the tolerance set beforehand. */
export const fits = ({ expected, observation: { low, high } }: Seen) => expected >= low && expected <= high

/** What virtual trials see beside what the paper saw, in groups of one unit. */
export function groupsOf({ seen }: TrialResult): IntervalGroup[] {
  const found = [...new Set(seen.map(({ observation }) => observation.unit))]
  return found.map((unit) => ({
    ...units[unit],
    isFromZero: unit !== 'ratio',
    rows: seen
      .filter(({ observation }) => observation.unit === unit)
      .map((each) => {
        const { observation: saw, expected, low, high } = each
        const of = (value: number) => scaled(value, unit)
        return {
          label: saw.what,
          note: `paper: ${shown(saw.value, unit)}, ${shown(saw.low, unit)} to ${shown(saw.high, unit)}`,
          at: of(expected),
          outer: { low: of(low), high: of(high) },
          seen: { at: of(saw.value), low: of(saw.low), high: of(saw.high) },
          words: `model: ${shown(expected, unit)}`,
          more: `95 of 100 from ${shown(low, unit)} to ${shown(high, unit)}; ${fits(each) ? 'fits' : 'does not fit'}`,
        }
      }),
  }))
}

/** What is wrong with how a trial is asked for, by the engine’s own reading. */
export function trialFaults(asked: { trial: string; replicates: unknown; seed: unknown }): readonly Fault[] {
  try {
    readTrialCase(asked)
    return []
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    return error.faults
  }
}

export const trialCommand = ({ trial, replicates, seed }: { trial: string; replicates: string; seed: string }) =>
  `npx @dripline/engine trial --published ${trial} --replicates ${replicates} --seed ${seed} --json`
