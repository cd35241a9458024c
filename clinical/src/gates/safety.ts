import { answerTo, dayBegan, type Fact, isBy } from '../chart/latest-facts.ts'
import { newestOf, raisedSafety, safetyKeys } from '../chart/safety-answers.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { ago } from '../visit/gate-example.ts'
import { findingsNow, ruled, ruleGateWords } from '../visit/gate-rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  ...ruleGateWords,
  answers: ({ values }: { values: readonly { name: string; text: string }[] }) =>
    values.map(({ name, text }) => `${name}: ${text}`).join(', '),
  ask: 'it is asked today',
  'ask-asq': 'the five ASQ questions are asked now',
} as const
const said = saying(says)

export const safety = defineGate({
  id: 'safety',
  title: 'Safety question',
  asks: 'Asked today at each depression visit; for pain, if an answer raised concern. A positive answer is followed by the ASQ',
  source: 'clinical reference 9.2, S30 and S31; 9.5, step 5',
  basis: 'proposed',
  says,
  check: (facts, asOf) => {
    const [finding] = findingsNow(facts, asOf, 'suicide-risk')
    const answers = safetyKeys.map((key) => ({ key, fact: answerTo(facts, key, asOf) }))
    const latest = newestOf(answers.map(({ fact }) => fact))
    const seen = latest
      ? {
          value: finding ? said('answers', { values: finding.values.map(({ name, text }) => ({ name, text })) }) : null,
          at: latest.at,
          by: latest.by,
        }
      : {}
    if (finding?.level === 'defer')
      return notMet(ruled('clears-when', finding), 'screening', { ...seen, value: ruled('found', finding) })
    const from = dayBegan(asOf, facts.zone)
    const isToday = (fact: Fact | null): fact is Fact => fact !== null && isBy(from, fact.at)
    const raised = raisedSafety(facts, asOf)
    const isAsked = answers.some(({ key, fact }) => key !== 'phq9Item9' && isToday(fact))
    if (!isAsked && (facts.order.indication === 'depression' || raised)) return unknown(said('ask'), 'safety', seen)
    const asq = answerTo(facts, 'asqResult', asOf)
    const isFollowed = isToday(asq) && (!raised || isBy(raised.at, asq.at))
    return raised && !isFollowed ? unknown(said('ask-asq'), 'safety', seen) : met(seen)
  },
  examples: [
    [{}, 'met'],
    [{ chart: { safetyQuestion: null } }, 'unknown'],
    [{ chart: { safetyQuestion: [3000, 'no'] } }, 'unknown'],
    [{ chart: { safetyQuestion: null }, order: { indication: 'pain' } }, 'met'],
    [{ chart: { safetyQuestion: null, phq9Item9: [9000, 1] }, order: { indication: 'pain' } }, 'unknown'],
    [{ chart: { safetyQuestion: [20, 'yes'] } }, 'unknown'],
    [{ chart: { safetyQuestion: [20, 'rather-not-say'] } }, 'unknown'],
    [{ chart: { safetyQuestion: [20, 'yes'], asqResult: [15, 'non-acute'] } }, 'met'],
    [{ chart: { safetyQuestion: [20, 'yes'], asqResult: [25, 'negative'] } }, 'unknown'],
    [{ chart: { safetyQuestion: [20, 'yes'], asqResult: [15, 'acute'] } }, 'not-met'],
    [{ chart: { cssrsCategory: [15, 'high'] } }, 'not-met'],
    // Said this morning, and taken back by a no: the ASQ is asked all the same. Yesterday’s is over.
    [{ chart: { safetyQuestion: [20, 'no'] }, facts: { worry: { value: 'yes', at: ago(60), by: null } } }, 'unknown'],
    [{ chart: { safetyQuestion: [20, 'no'] }, facts: { worry: { value: 'yes', at: ago(3000), by: null } } }, 'met'],
    [
      {
        chart: { safetyQuestion: [20, 'no'], asqResult: [15, 'negative'] },
        facts: { worry: { value: 'yes', at: ago(60), by: null } },
      },
      'met',
    ],
  ],
})
