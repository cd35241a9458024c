import { questionnaireOf } from '@dripline/clinical'
import type { ReliefCourse, ReliefScore } from '../../../data/outcomes.ts'
import { Card, Line, Lines, sayTime } from '../../../ui/index.tsx'

const [effects] = questionnaireOf('side-effects')?.items ?? []
const effectWords: Readonly<Record<string, string>> = effects?.kind === 'several' ? effects.choices : {}

const NEWEST = 6

/** What was answered, newest first, and what is unanswered or still to come. */
export function Answers({ course }: { course: ReliefCourse }) {
  const { scores, unanswered, toCome, zone, isStopped } = course
  const newest = scores.toReversed()
  const [next] = toCome
  return (
    <Card title="Answers" note={`${scores.length} given, ${unanswered.length} not`}>
      {isStopped && <p>The patient asked for no more questions in this course.</p>}
      {scores.length === 0 && <p>None yet.</p>}
      <Lines>
        {newest.slice(0, NEWEST).map((score) => (
          <Score key={score.assessmentId} score={score} zone={zone} />
        ))}
      </Lines>
      {newest.length > NEWEST && (
        <details>
          <summary>{newest.length - NEWEST} more</summary>
          <Lines>
            {newest.slice(NEWEST).map((score) => (
              <Score key={score.assessmentId} score={score} zone={zone} />
            ))}
          </Lines>
        </details>
      )}
      {next && (
        <p>
          Next: {sayTime(next.dueAt, zone, 'day')}, {placeOf(next)}.
        </p>
      )}
    </Card>
  )
}

const placeOf = ({ kind, day }: { kind: string; day: number }) => {
  if (kind === 'daily pain') return `${-day} ${day === -1 ? 'day' : 'days'} before`
  if (kind === 'after session') return `day ${day} after a session`
  return kind === 'phq-9' ? `PHQ-9 of day ${day}` : `day ${day}`
}

function Score({ score, zone }: { score: ReliefScore; zone: string }) {
  const { pain, mood, total, item9, safetyQuestion, sideEffects } = score
  const said = [
    pain !== undefined && `pain ${pain}`,
    mood !== undefined && `mood ${mood}`,
    total !== undefined && `PHQ-9 ${total}, item 9: ${item9}`,
    safetyQuestion !== undefined && `safety: ${safetyQuestion.replaceAll('-', ' ')}`,
  ].filter(Boolean)
  const others = [
    score.newProcedure === 'yes' && 'new procedure',
    score.rescueInfusion === 'yes' && 'rescue infusion',
    score.opioidsUp === 'yes' && 'opioids up',
  ].filter(Boolean)
  const felt = (sideEffects ?? []).map((each) => (each === 'none' ? 'no side effects' : (effectWords[each] ?? each)))
  const note =
    [...others, ...felt].join(', ') || (pain !== undefined && score.kind !== 'daily pain' ? 'side effects not answered' : '')
  return (
    <Line note={note} aside={`${sayTime(score.answeredAt, zone, 'short day')}, ${placeOf(score)}`}>
      {said.join(' · ') || 'part of an answer'}
    </Line>
  )
}
