import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  episode: 'A manic or hypomanic episode is under way',
} as const
const said = saying(says)

export const mania = defineRule({
  id: 'mania',
  covers: ['S07'],
  title: 'No mania or hypomania now',
  source: 'Sanacora et al. JAMA Psychiatry 2017;74:399–405 (psychiatric work-up); as an exclusion, policy',
  basis: 'proposed',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['mania'],
  says,
  check: ({ mania }) => (mania === 'yes' ? exclude(said('episode')) : clear),
  clearsWhen: 'A psychiatrist confirms that the episode is over',
  examples: [
    [{ mania: 'no' }, 'clear'],
    [{ mania: 'yes' }, 'exclude'],
  ],
})
