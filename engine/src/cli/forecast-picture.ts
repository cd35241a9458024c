import type { ForecastOutput } from '../case-file/forecast.ts'
import type { ForecastInput } from '../forecast/shape.ts'
import type { Line, Plot } from '../plot/shape.ts'

const inPercent = (shares: readonly number[]) => shares.map((share) => 100 * share)

/** The scores so far as relief, and the fan of what may come; the scores alone while the forecast cannot say. */
export function picture({ baseline, scores }: ForecastInput, output: ForecastOutput): Plot {
  const { cannotSay, daysAfterCourse, model, now } = output
  const isSilent = cannotSay.length > 0
  const [kinetics, effect] = [model.kinetics, model.effect].map((id) => id.split('@')[0])
  return {
    title: isSilent ? `Scores so far; cannot say yet: ${cannotSay[0]}` : 'Relief, if nothing more is given',
    caption: isSilent
      ? 'Points: scores so far.'
      : `Points: scores so far. Line and bands from day ${now}: median, middle 50 and 90 of 100, of the underlying relief, which scores stray from. ` +
        `Model estimate (${kinetics}, ${effect}). Not modelled: other drugs, tolerance.`,
    xFrom: Math.min(0, now),
    xLabel: 'days after the last infusion',
    xSteps: [1, 2, 7, 14, 28],
    x: isSilent ? [0, now] : daysAfterCourse,
    panels: [
      {
        yLabel: 'relief, % of baseline pain',
        lines: isSilent ? [] : fan(output),
        marks: scores
          .filter(({ daysAfterCourse: day }) => day <= now)
          .map(({ daysAfterCourse: day, score }) => ({ x: day, y: 100 * (1 - score / baseline.mean) })),
        levels: [{ value: 30, label: '30 %' }],
      },
    ],
  }
}

const fan = ({ relief: { p5, p25, p50, p75, p95 } }: ForecastOutput): Line[] => [
  {
    label: 'median',
    values: inPercent(p50),
    bands: [
      { low: inPercent(p5), high: inPercent(p95) },
      { low: inPercent(p25), high: inPercent(p75) },
    ],
  },
]
