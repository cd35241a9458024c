import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  allergy: 'An allergy to ketamine is on record',
} as const
const said = saying(says)

export const ketamineAllergy = defineRule({
  id: 'ketamine-allergy',
  covers: ['S01'],
  title: 'No allergy to ketamine',
  source: 'product label: hypersensitivity',
  basis: 'source',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['ketamineAllergy'],
  says,
  check: ({ ketamineAllergy }) => (ketamineAllergy === 'yes' ? exclude(said('allergy')) : clear),
  clearsWhen: 'An allergist shows that ketamine did not cause the reaction, and the chart is corrected',
  examples: [
    [{ ketamineAllergy: 'no' }, 'clear'],
    [{ ketamineAllergy: 'yes' }, 'exclude'],
  ],
})
