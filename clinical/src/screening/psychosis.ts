import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  active: 'Psychosis or a schizophrenia-spectrum illness is active: ketamine may worsen it',
} as const
const said = saying(says)

export const psychosis = defineRule({
  id: 'psychosis',
  covers: ['S06'],
  title: 'No active psychosis',
  source: 'Cohen et al. Reg Anesth Pain Med 2018;43:521–546 (avoid; grade B, low certainty)',
  basis: 'source',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['psychosis'],
  says,
  check: ({ psychosis }) => (psychosis === 'yes' ? exclude(said('active')) : clear),
  clearsWhen: 'A psychiatrist finds no active psychosis, and the prescriber screens again',
  examples: [
    [{ psychosis: 'no' }, 'clear'],
    [{ psychosis: 'yes' }, 'exclude'],
  ],
})
