import { useState } from 'react'
import type { Unanswered } from '../../../data/outcomes.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Act, Card, Line, Lines, Link, sayTime } from '../../../ui/index.tsx'
import { PhoneForm } from './phone-form.tsx'
import { Phq9Form } from './phq-9-form.tsx'

/** Somebody to phone, with each question that is open and the form for what they say. */
export function Person({ questions }: { questions: readonly Unanswered[] }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const { user } = usePageData().frame
  const [first] = questions
  if (!first) return null
  const mayEnterPhq9 = user?.role === 'nurse' || user?.role === 'prescriber'
  // One call, one answer: of the days that were missed, the latest is asked about.
  const latest = questions.findLast(({ kind }) => kind !== 'phq-9')
  const missed = questions.filter((each) => each.kind !== 'phq-9' && each !== latest)
  const asked = [...(latest ? [latest] : []), ...questions.filter(({ kind }) => kind === 'phq-9')]
  return (
    <Card
      title={mayEnterPhq9 ? <Link href={`/patients/${first.personId}/relief`}>{first.name}</Link> : first.name}
      aside={<a href={`tel:${first.phone.replaceAll(/[^+\d]/g, '')}`}>{first.phone}</a>}
      note={`their time: ${first.zone.replaceAll('_', ' ')}`}
    >
      <Lines>
        {asked.map((question) => (
          <Line
            key={question.assessmentId}
            note={noteOf(question, question === latest ? missed : [])}
            aside={
              (question.kind !== 'phq-9' || mayEnterPhq9) &&
              openId !== question.assessmentId && (
                <Act kind="second" onAct={() => setOpenId(question.assessmentId)}>
                  {question.kind === 'phq-9' ? 'Enter the total' : 'Enter what they say'}
                </Act>
              )
            }
          >
            {titleOf(question)}
          </Line>
        ))}
      </Lines>
      {asked.map(
        (question) =>
          openId === question.assessmentId &&
          (question.kind === 'phq-9' ? (
            <Phq9Form key={openId} question={question} onClose={() => setOpenId(null)} />
          ) : (
            <PhoneForm key={openId} question={question} onClose={() => setOpenId(null)} />
          )),
      )}
    </Card>
  )
}

const titleOf = ({ kind, day, indication }: Unanswered) => {
  if (kind === 'phq-9') return `PHQ-9 of day ${day}`
  const what = indication === 'pain' ? 'pain and side effects' : 'mood and safety'
  return kind === 'after session' ? `Day ${day} after a session: ${what}` : `Day ${day}: ${what}`
}

const noteOf = ({ kind, dueAt, zone, missing, indication }: Unanswered, missed: readonly Unanswered[]) => {
  const asked = `${kind === 'phq-9' ? 'due since' : 'asked'} ${sayTime(dueAt, zone, 'day')}`
  const isPart = indication === 'depression' && kind !== 'phq-9' && missing.length === 1
  const part = isPart ? (missing[0] === 'safetyQuestion' ? 'safety question not answered' : 'mood not answered') : ''
  const before = missed.length > 0 ? `also missed: ${missed.map(({ day }) => `day ${day}`).join(', ')}` : ''
  return [asked, part, before].filter(Boolean).join('; ')
}
