import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useColleagues, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems, SelectField, Stack, StatusMark, sayTime, TextField } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import styles from '../visit.module.css'

const over = ['left', 'cancelled', 'booked']

/** Who is responsible for the chair, and the acts by which that changes: it is taken, and offered to a colleague who takes it. */
export function Responsible({ visit, session }: AnyOpen) {
  const me = usePageData().frame.user?.id
  const [isHanding, setHanding] = useState(false)
  const take = useStep(visit.id, ofVisit['take-over'])
  const { responsible, offeredTo, state } = session
  if (over.includes(state)) return null
  const name = (id: string) => visit.names[id] ?? 'a colleague'
  return (
    <section className={styles.responsible} aria-label="Responsible for this chair">
      <span>
        {responsible ? (
          <>
            <b>{name(responsible.by)}</b>, since {sayTime(responsible.since, visit.zone)}
          </>
        ) : (
          <StatusMark status="caution" word="No nurse has taken this chair" />
        )}
        {offeredTo && `, offered to ${offeredTo === me ? 'you' : name(offeredTo)}: not accepted yet`}
      </span>
      <FormProblems problem={take.problem} />
      {responsible?.by === me ? (
        <Button kind="second" keyHint="h" onClick={() => setHanding(true)}>
          Hand off
        </Button>
      ) : (
        <Button kind="second" keyHint="t" isPending={take.isSending} onClick={() => take.send({})}>
          {responsible ? 'Take over this chair' : 'Take this chair'}
        </Button>
      )}
      {isHanding && <HandOver visit={visit} onClose={() => setHanding(false)} />}
    </section>
  )
}

function HandOver({ visit, onClose }: Pick<AnyOpen, 'visit'> & { onClose: () => void }) {
  const people = useColleagues()
  const [to, setTo] = useState('')
  const [report, setReport] = useState('')
  const hand = useStep(visit.id, ofVisit['hand-over'], onClose)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title="Hand off this chair?"
      status="inform"
      confirm="Offer handoff"
      isPending={hand.isSending}
      onConfirm={() => hand.send({ to, report: report.trim() || null })}
    >
      <Stack>
        <p>You stay responsible until your colleague takes the chair, on this screen or their own.</p>
        <SelectField name="to" label="Hand off to" empty="Choose" value={to} onChange={setTo} options={options} />
        <TextField name="report" label="Handoff report" lines={3} value={report} onChange={setReport} maxLength={1000} />
        <FormProblems problem={hand.problem} labels={{ to: 'Hand off to', report: 'Handoff report' }} />
      </Stack>
    </ConfirmDialog>
  )
}
