import { type CallDetail, useNotes } from '../../../data/booking.ts'
import { Card, FormProblems, Saved } from '../../../ui/index.tsx'
import styles from './call.module.css'

/** In the caller's words and the clinician's; each pause in typing saves. */
export function Notes({ call }: { call: CallDetail }) {
  const kept = call.answers.notes
  const { text, change, leave, isSaved, problem } = useNotes(call.appointmentId, kept)
  return (
    <Card title="Notes" note={isSaved ? <Saved at={kept?.at ?? null} /> : 'saving'}>
      <FormProblems problem={problem} advice="What you typed is still here; leave the field to try again." />
      <textarea
        className={styles.notes}
        aria-label="Notes"
        rows={4}
        maxLength={4000}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={leave}
      />
    </Card>
  )
}
