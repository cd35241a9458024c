import { forecast } from '@dripline/engine'

/** Five infusions, then pain scores for two weeks: how likely relief still holds in the weeks to come. Day 0 is the end of the last infusion. */
const { drugActs, prior, holds, relief, window, cannotSay } = forecast({
  doses: [-9, -7, -4, -2, 0].map((endDay) => ({ startDay: endDay - 40 / 1440, endDay, mg: 40, drug: 'racemic-ketamine' })),
  weightKg: 80,
  baseline: { mean: 7.2, scores: 7 },
  scores: [3, 2, 3, 3, 2, 3, 4, 3, 3, 4, 3, 4, 4, 4].map((score, i) => ({ daysAfterCourse: i + 1, score })),
  nowDaysAfterCourse: 14,
  seed: 1,
})

const percent = (chance: number) => `${Math.round(100 * chance)} %`
console.log(`chance that the drug acts: ${percent(drugActs)}; before any score it was ${percent(prior.drugActs)}`)
for (const { daysAfterCourse, underlying, reported } of holds)
  console.log(
    `relief holds until day ${daysAfterCourse}: ${percent(underlying)}; as two visits would report it: ${percent(reported)}`,
  )
console.log(
  `relief in four weeks: ${percent(relief.p50[28] ?? 0)} (90 of 100: ${percent(relief.p5[28] ?? 0)} to ${percent(relief.p95[28] ?? 0)})`,
)
console.log(window.kind === 'window' ? window.means : window.because)
console.log(cannotSay.length > 0 ? `cannot say yet: ${cannotSay.join('; ')}` : 'a model estimate')
