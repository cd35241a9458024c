import type { TrialOutput } from '../case-file/trial.ts'
import { intervals } from '../plot/intervals.ts'

/** What such a trial would see, with the interval of 95 of 100 of them, beside what the real one saw. */
export const picture = ({ trial, seen, replicates, seed, standsIn }: TrialOutput): string => {
  const isPublished = trial !== 'case-file'
  return intervals(
    isPublished ? `${trial}, held on virtual people` : 'A trial held on virtual people',
    [
      'Point and line: expected, and where 95 of 100 such trials lie.',
      isPublished ? 'Ring: what was seen.' : '',
      isPublished && standsIn !== 'as published' ? `Stands in: ${standsIn}.` : '',
      `Held ${replicates} times, seed ${seed}; a model estimate.`,
    ]
      .filter(Boolean)
      .join(' '),
    seen.map(({ observation, expected, low, high }) => ({
      label: observation.what,
      unit: observation.unit,
      expected,
      low,
      high,
      ...(isPublished && { seen: observation.value }),
    })),
  )
}
