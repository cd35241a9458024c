import { trials } from '../src/definitions.ts'
import { runTrial, type Seen } from '../src/trial/trial.ts'
import { fromRows, type Group, type Row } from './group.ts'

const seed = 2009
const people = { slice: 600, full: 20_000 }

/** An expectation inside what was seen passes; outside, a reason that stands in the definition makes it "does not fit", and none is a failure. */
function rowOf(id: string, { observation, expected, low, high }: Seen): Row {
  const { what, value, unit, confidence, doesNotFit } = observation
  const fits = expected >= observation.low && expected <= observation.high
  const said = (x: number) => (unit === 'share' ? `${Math.round(100 * x)} %` : x.toFixed(2))
  return {
    id,
    what: `${what} (${confidence})`,
    expected: said(value),
    tolerance: `${said(observation.low)} to ${said(observation.high)}`,
    got: `${said(expected)}; a trial of this size sees ${said(low)} to ${said(high)}`,
    verdict: fits ? 'pass' : doesNotFit ? 'does not fit' : 'FAIL',
    ...(!fits && doesNotFit && { why: doesNotFit }),
  }
}

/** Where the trial saw no difference: none, and what none is on the scale of the measure. */
function none({ measure, value }: Seen['observation']): number | undefined {
  if (measure.kind === 'ratio of areas') return 1
  return measure.kind === 'difference of means' && value === 0 ? 0 : undefined
}

/** What came out negative must come out negative: most trials of its size, held on virtual people, could not tell the arms apart either. */
function negativeRow(id: string, { observation, low, high }: Seen): Row[] {
  const nothing = none(observation)
  if (nothing === undefined) return []
  return [
    {
      id,
      what: `${observation.what}: can a trial of this size tell the arms apart?`,
      expected: 'no',
      tolerance: `${nothing} among what 95 of 100 see`,
      got: `${low.toFixed(2)} to ${high.toFixed(2)}`,
      verdict: low <= nothing && nothing <= high ? 'pass' : 'FAIL',
    },
  ]
}

export const heldAgain: Group = {
  id: 'trials',
  title: 'Published trials, held again on virtual people: mostly in sample',
  about:
    'Every trial is held many times with as many people as it had, drawn from the prior of the forecast. Twenty-two numbers of that prior are in no paper: they were chosen with the results of these very trials in sight, so that most come out, and a row that passes is no prediction. ' +
    'None was held out. The nearest to it are Zhao 2018 and Michelet 2018, which last longer than the prior and were left as they are: its tail was chosen by Sigtermans 2009. ' +
    'The negative ones must come out negative. Where a regimen stands in for another, the definition of the trial says so.',
  file: import.meta.filename,
  run: ({ size, progress }) => {
    const all = Object.values(trials)
    return fromRows(
      all.flatMap((trial, i) => {
        progress(i, all.length)
        const replicates = Math.ceil(people[size] / trial.arms[0].n)
        return runTrial(trial, { seed, replicates }).seen.flatMap((seen) => [
          rowOf(trial.id, seen),
          ...negativeRow(trial.id, seen),
        ])
      }),
    )
  },
}
