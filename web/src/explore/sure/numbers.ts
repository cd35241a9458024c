import { claims, wilson } from '@dripline/clinical'
import { estimateOf, ofTwenty } from '../claim-figures.ts'
import { once } from '../once.ts'

const [LEAST, MOST, BY] = [10, 400, 10]

export type SureNumbers = {
  /** Of 100 on the drug, how many had relief in the one trial. */
  value: number
  by: number
  /** By people on the drug: how many of twenty it could be, as far as chance goes. */
  sizes: readonly { people: number; low: number; high: number }[]
  /** How many people there were: in the hospital trial, and counted in the clinic trial. */
  trial: number
  clinic: number
}

const peopleOf = (id: string) => claims.find((each) => each.id === id)?.people ?? 0

/** What one figure of one trial leaves open, by how many people were in it: Wilson’s interval of 95 %. */
export const sureNumbers = once('sure', (): SureNumbers => {
  const { value } = estimateOf('relief-two-thirds')
  return {
    value,
    by: BY,
    sizes: Array.from({ length: MOST / LEAST }, (_, i) => {
      const people = (i + 1) * BY
      const { low, high } = wilson(Math.round((value / 100) * people), people) ?? { low: 0, high: 1 }
      return { people, low: ofTwenty(100 * low), high: ofTwenty(100 * high) }
    }),
    trial: peopleOf('relief-two-thirds'),
    clinic: peopleOf('ten-clinic-days-2009'),
  }
})
