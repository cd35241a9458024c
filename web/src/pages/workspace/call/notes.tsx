import { type CallDetail, useNotes } from '../../../data/booking.ts'
import { Card, DraftNote, FormProblems, Saved } from '../../../ui/index.tsx'
import styles from './call.module.css'

/** In the caller's words and the clinician's; each pause in typing saves. */
export function Notes({ call }: { call: CallDetail }) {
  const kept = call.answers.notes
  const { draft, text, change, leave, isSaved, problem } = useNotes(call.appointmentId, kept)
  return (
    <Card
      title="Notes"
      note={
        isSaved ? (
          <Saved at={kept?.at ?? null} />
        ) : draft.restoredAt === null ? (
          'saving'
        ) : (
          'not saved yet: leave the field to save'
        )
      }
    >
      <DraftNote draft={draft} say={(other) => other} />
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
