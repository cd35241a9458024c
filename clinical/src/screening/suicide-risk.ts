import { caution, clear, defer, defineRule } from '../rule.ts'
import { saying } from '../words/saying.ts'

const acute = (what: string) => `${what}: do not leave the person alone; urgent evaluation now`
const positive = (what: string) =>
  `${what}: ask the five ASQ questions now if they were not asked; a clinician assesses safety before the person leaves`

const says = {
  'asq-acute': acute('The ASQ is acute positive'),
  'cssrs-high': acute('The C-SSRS result is high'),
  'asq-positive': positive('The ASQ is positive, not acute'),
  cssrs: ({ category }: { category: string }) => positive(`The C-SSRS result is ${category}`),
  'item-9': ({ score }: { score: number }) => positive(`PHQ-9 item 9 is ${score}`),
  thoughts: positive('Thoughts of suicide or self-harm'),
  'no-answer': positive('The safety question was not answered with a no'),
} as const
const said = saying(says)
const urgent = { pathway: 'urgent' } as const
const safety = { pathway: 'safety' } as const
const holds = (days: number) => ({ safetyQuestion: days, phq9Item9: days, asqResult: days, cssrsCategory: days })

export const suicideRisk = defineRule({
  id: 'suicide-risk',
  covers: ['S30', 'S31'],
  title: 'Safe from suicide today',
  source: 'NIMH ASQ; C-SSRS; PHQ-9 item 9; the plain safety question is ours and treated as item 9 is',
  basis: 'proposed',
  severity: 'defer',
  when: ['screening', 'plan', 'check-in', 'start'],
  reads: [],
  mayRead: ['safetyQuestion', 'phq9Item9', 'asqResult', 'cssrsCategory'],
  needsOne: true,
  unknownDefers: ['screening', 'plan'],
  holdsDays: { screening: holds(14), plan: holds(14), 'check-in': holds(0), start: holds(0) },
  says,
  check: ({ safetyQuestion = 'no', phq9Item9 = 0, asqResult = 'negative', cssrsCategory = 'none' }) => {
    if (asqResult === 'acute') return defer(said('asq-acute'), urgent)
    if (cssrsCategory === 'high') return defer(said('cssrs-high'), urgent)
    if (asqResult === 'non-acute') return caution(said('asq-positive'), safety)
    if (cssrsCategory !== 'none') return caution(said('cssrs', { category: cssrsCategory }), safety)
    if (phq9Item9 >= 1) return caution(said('item-9', { score: phq9Item9 }), safety)
    if (safetyQuestion === 'yes') return caution(said('thoughts'), safety)
    if (safetyQuestion === 'rather-not-say') return caution(said('no-answer'), safety)
    return clear
  },
  clearsWhen: 'A clinician has assessed safety and the newest answers are all negative',
  examples: [
    [{ safetyQuestion: 'no' }, 'clear'],
    [{ safetyQuestion: 'rather-not-say' }, 'caution'],
    [{ safetyQuestion: 'yes' }, 'caution'],
    [{ phq9Item9: 0 }, 'clear'],
    [{ phq9Item9: 1, safetyQuestion: 'no' }, 'caution'],
    [{ asqResult: 'negative' }, 'clear'],
    [{ asqResult: 'non-acute' }, 'caution'],
    [{ asqResult: 'acute', safetyQuestion: 'no', phq9Item9: 0 }, 'defer'],
    [{ cssrsCategory: 'none' }, 'clear'],
    [{ cssrsCategory: 'low' }, 'caution'],
    [{ cssrsCategory: 'moderate' }, 'caution'],
    [{ cssrsCategory: 'high', asqResult: 'negative' }, 'defer'],
    [{}, 'defer'],
  ],
})
