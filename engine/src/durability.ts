import { numberFaults, refuse } from './fault.ts'
import type { Source } from './model.ts'

export type DurabilityDefinition = {
  id: string
  title: string
  source: Source
  drivenBy: string
  /** Of a Weibull distribution in days. */
  shape: number
  scaleDays: number
  /** Beyond this day few people were followed, and some of them were still well: the curve is too low there. */
  fewDataAfterDay: number
  examples: readonly { day: number; expect: number }[]
}

export type Durability = DurabilityDefinition & {
  /** The share of responders who are still well on a day. It takes days and nothing else. */
  survival: (day: number) => number
  /** The day by which a share has relapsed. */
  dayOfRelapse: (share: number) => number
}

/** A published durability of response. */
export const defineDurability = (definition: DurabilityDefinition): Durability => ({
  ...definition,
  survival: (day) => {
    refuse(numberFaults('day', day, { min: 0 }))
    return Math.exp(-((day / definition.scaleDays) ** definition.shape))
  },
  dayOfRelapse: (share) => {
    refuse(numberFaults('share', share, { above: 0, max: 0.999999 }))
    return definition.scaleDays * (-Math.log(1 - share)) ** (1 / definition.shape)
  },
})
