import { models, relief } from '@dripline/engine'
import { endDay, trialRegimen } from '../../data/twenty-people.ts'
import { estimateOf, ofTwenty } from '../claim-figures.ts'
import { once } from '../once.ts'

const [LAST, WORTH] = [12, 30]

/** How many of twenty, and how many it could be. */
export type OfTwenty = { typical: number; low: number; high: number }
/** Of 100 of the pain, how much is gone in a person who had relief, with the paper’s own doubt around the typical. */
export type WeekOfRelief = { at: number; p5: number; p25: number; median: number; p75: number; p95: number }

export type TwentyNumbers = {
  drug: OfTwenty
  placebo: OfTwenty
  /** From the end of the infusion, week by week. */
  weeks: readonly WeekOfRelief[]
  /** From how much less pain on relief is worth having, of 100. */
  worth: number
  /** Pain in week 1 of the trial, of 10. */
  first: { drug: number; placebo: number }
  /** In which week the gap to placebo could be chance. */
  lost: number
}

const whole = ({ value, give = 0 }: { value: number; give?: number }): OfTwenty => ({
  typical: ofTwenty(value),
  low: ofTwenty(value - give),
  high: ofTwenty(value + give),
})
const of100 = (share = 0) => Math.round(100 * share)

/** Twenty people of the hospital trial, by its claims, and by the model the weeks after it; S-ketamine, a drawn adult of 70 kg. */
export const twentyNumbers = once('twenty', (): TwentyNumbers => {
  const had = estimateOf('relief-two-thirds')
  const pain = estimateOf('relief-fades-2009')
  const disposition = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const days = Array.from({ length: LAST + 1 }, (_, week) => endDay + 7 * week)
  const { responder } = relief({ disposition, regimen: trialRegimen, days, sFraction: 1 })
  const { band } = responder
  return {
    drug: whole(had),
    placebo: whole(had.against ?? { value: 0 }),
    weeks: days.map((_, i) => ({
      at: i,
      p5: of100(band.p5[i]),
      p25: of100(band.p25[i]),
      median: of100(responder.relief[i]),
      p75: of100(band.p75[i]),
      p95: of100(band.p95[i]),
    })),
    worth: WORTH,
    first: { drug: pain.value, placebo: pain.against?.value ?? 0 },
    lost: LAST,
  }
})
