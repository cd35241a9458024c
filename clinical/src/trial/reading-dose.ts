import type { Line } from './line.ts'
import { last, minute, type World } from './world.ts'

const licensed = ['nurse', 'second nurse', 'prescriber']
const acts = ['controlled-dose'] as const

/** The two newest readings are of two licensed people, not half an hour old, of one vial and the same mL. */
const agree = ({ doseReadings, now }: World) => {
  const [one, other] = doseReadings.slice(-2)
  if (!one || !other || one.by === other.by || one.vial !== other.vial || one.ml !== other.ml) return false
  return [one, other].every(({ by, at }) => licensed.includes(by) && now - at <= 30 * minute)
}

/** A controlled drug beside the infusion: 9.1 (allergies), 9.5 steps 12 and 17, 7.1 (two people, a prescriber's order). */
export const readingOfDose: readonly Line[] = [
  { says: 'two licensed people read vial and mL, each alone', from: '9.5 step 12', acts, forbids: (world) => !agree(world) },
  {
    says: 'from one vial of that drug, full enough, with the dose in the syringe',
    from: '9.5 step 12',
    acts,
    forbids: ({ doseReadings, vials }) => {
      const read = last(doseReadings)
      const vial = vials[read?.vial ?? -1]
      return !read || !vial || vial.drug !== 'midazolam' || vial.leftMl < read.ml - 1e-9 || read.ml * vial.mgPerMl < 1
    },
  },
  {
    says: 'a prescriber signed it for this order, and it is not used up',
    from: '7.1',
    acts,
    forbids: ({ line, order }) => line === null || line.order !== order.number || line.used >= line.times,
  },
  {
    says: 'as many minutes after the last one as the line says, however that was given',
    from: '7.1, the signed line',
    acts,
    forbids: ({ doses, now }) => doses.some((at) => now - at < 20 * minute),
  },
  {
    says: 'no allergy to its family',
    from: '9.1',
    acts,
    forbids: ({ allergies }) => allergies.includes('Valium'),
  },
]
