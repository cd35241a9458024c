import { useState } from 'react'
import type { PersonToPhone, Unanswered } from '../../../data/outcomes.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { Button, Card, Line, Lines, Link, sayPhone, sayTime, useNow } from '../../../ui/index.tsx'
import { LettersComeBack } from '../patients/letters-come-back.tsx'
import { PhoneForm } from './phone-form.tsx'
import { Phq9Form } from './phq-9-form.tsx'

/** Somebody to phone, with each question that is open and the form for what they say. */
export function Person({ person }: { person: PersonToPhone }) {
  const { questions } = person
  const [openId, setOpenId] = useState<string | null>(null)
  const { user } = usePageData().frame
  const now = useNow(30_000)
  const mayEnterPhq9 = holds(user, 'nurse', 'prescriber')
  // One call, one answer: of the days that were missed, the latest is asked about.
  const byForm = [...Map.groupBy(questions, ({ planId, kind }) => `${planId} ${kind === 'phq-9'}`).values()]
  return (
    <Card
      title={mayEnterPhq9 ? <Link href={`/patients/${person.personId}/relief`}>{person.name}</Link> : person.name}
      aside={<a href={`tel:${person.phone.replaceAll(/[^+\d]/g, '')}`}>{sayPhone(person.phone)}</a>}
      note={`${sayTime(now, person.zone)} where they are`}
    >
      {person.lettersComeBack && <LettersComeBack personId={person.personId} email={person.email} />}
      <Lines>
        {latestOf(byForm).map(({ question, missed }) => (
          <Line
            key={question.assessmentId}
            note={noteOf(question, missed)}
            aside={
              (question.kind !== 'phq-9' || mayEnterPhq9) &&
              openId !== question.assessmentId && (
                <Button kind="second" onClick={() => setOpenId(question.assessmentId)}>
                  {question.kind === 'phq-9' ? 'Enter the total' : 'Enter what they say'}
                </Button>
              )
            }
          >
            {titleOf(question)}
          </Line>
        ))}
      </Lines>
      {latestOf(byForm).map(
        ({ question }) =>
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

const latestOf = (groups: readonly (readonly Unanswered[])[]) =>
  groups.flatMap((all) => {
    const question = all.at(-1)
    return question ? [{ question, missed: all.slice(0, -1) }] : []
  })

/** `(540) 555-0142`; a number from elsewhere as it is. */

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
