import { caution, clear, defer, defineRule } from '../rule.ts'

const acute = (what: string) => defer(`${what}: do not leave the person alone; urgent evaluation now`, { pathway: 'urgent' })
const positive = (what: string) =>
  caution(
    `${what}: ask the five ASQ questions now if they were not asked; a clinician assesses safety before the person leaves`,
    { pathway: 'safety' },
  )
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
  check: ({ safetyQuestion = 'no', phq9Item9 = 0, asqResult = 'negative', cssrsCategory = 'none' }) => {
    if (asqResult === 'acute') return acute('The ASQ is acute positive')
    if (cssrsCategory === 'high') return acute('The C-SSRS result is high')
    if (asqResult === 'non-acute') return positive('The ASQ is positive, not acute')
    if (cssrsCategory !== 'none') return positive(`The C-SSRS result is ${cssrsCategory}`)
    if (phq9Item9 >= 1) return positive(`PHQ-9 item 9 is ${phq9Item9}`)
    if (safetyQuestion === 'yes') return positive('Thoughts of suicide or self-harm')
    if (safetyQuestion === 'rather-not-say') return positive('The safety question was not answered with a no')
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
