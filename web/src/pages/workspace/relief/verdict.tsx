import { policyOf, usualPolicies } from '@dripline/clinical'
import type { ReliefCourse } from '../../../data/outcomes.ts'
import { Card, Fact, Facts, type Status, StatusMark } from '../../../ui/index.tsx'
import { dayWords, doubtWords, sayChange, sayOutcome } from './outcome-words.ts'

const shapes: Record<ReliefCourse['outcome']['kind'], Status> = {
  responder: 'clear',
  'non-responder': 'defer',
  'not eligible': 'inform',
  'not yet': 'inform',
}

const limits = usualPolicies.responder
const source = policyOf('responder')?.source ?? ''
const days = `at day ${limits.day} (day ${limits.windowFrom} to ${limits.windowTo})`

const definitions = {
  pain: `Response: average pain ${limits.painFallPercent} % or more below the week before, ${days}, with no other procedure, no rescue infusion and no opioid rise of ${limits.opioidRisePercent} %. Not answered counts as no. Source: ${source}.`,
  depression: `Response: PHQ-9 ${limits.depressionFallPercent} % or more below before, ${days}; remission: under ${limits.remissionUnder}. Not answered counts as no. Source: ${source}.`,
}

/** Responder or not at day 28, with what it was read from and every doubt beside it. */
export function Verdict({ course }: { course: ReliefCourse }) {
  const { outcome, dayZero, indication } = course
  const { baseline, after, fallPercent, doubts, baselineAnswers } = outcome.read
  const isPain = indication === 'pain'
  return (
    <Card title="Response at day 28">
      <StatusMark status={shapes[outcome.kind]} size={24} word={sayOutcome(outcome)} />
      <Facts>
        <Fact
          label={isPain ? 'Average pain before' : 'PHQ-9 before'}
          note={isPain ? `${baselineAnswers.length} ${baselineAnswers.length === 1 ? 'answer' : 'answers'}` : undefined}
        >
          {baseline ?? 'not known'}
        </Fact>
        <Fact label="At day 28">{after ?? 'not answered'}</Fact>
        <Fact label="Change">{fallPercent === null ? 'not known' : sayChange(fallPercent)}</Fact>
        <Fact label="Day 0">{dayZero === null ? 'not yet' : dayWords(dayZero)}</Fact>
      </Facts>
      {doubts.map((doubt) => (
        <p key={doubt}>
          <StatusMark status="caution" size={18} word={doubtWords[doubt]} />
        </p>
      ))}
      <small>{definitions[indication]}</small>
    </Card>
  )
}
