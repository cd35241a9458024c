import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  malformation: 'An aneurysm or arteriovenous malformation is known',
  bleed: 'There has been a bleed in the brain',
} as const
const said = saying(says)

export const aneurysm = defineRule({
  id: 'aneurysm',
  covers: ['S14'],
  title: 'No aneurysm, malformation or past bleed in the brain',
  source: 'ketamine and esketamine labels: rise in blood pressure a serious hazard; aneurysm, malformation, intracerebral bleed',
  basis: 'source',
  severity: 'exclude',
  when: ['screening', 'plan', 'start'],
  reads: ['vesselMalformation', 'brainBleed'],
  says,
  check: ({ vesselMalformation, brainBleed }) => {
    if (vesselMalformation === 'yes') return exclude(said('malformation'))
    if (brainBleed === 'yes') return exclude(said('bleed'))
    return clear
  },
  clearsWhen: 'Imaging shows that the entry was wrong, and the chart is corrected',
  examples: [
    [{ vesselMalformation: 'no', brainBleed: 'no' }, 'clear'],
    [{ vesselMalformation: 'yes', brainBleed: 'no' }, 'exclude'],
    [{ vesselMalformation: 'no', brainBleed: 'yes' }, 'exclude'],
  ],
})
