import { entriesOf, latestReadings } from '@dripline/clinical'
import { usePolicies } from '../../../../data/people.ts'
import { useAmend, useEntry } from '../../../../data/session.ts'
import { Card, FormProblems, NumberKeys } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'

const items = [
  { key: 'dissociation', label: 'Dissociation', note: '0 none, 10 most' },
  { key: 'distress', label: 'Distress' },
  { key: 'pain', label: 'Pain' },
  { key: 'sedation', label: 'Sedation', note: 'RASS', from: -5, to: 4, signed: true },
] as const

type Item = (typeof items)[number]['key']
const blank = { kind: 'scores', dissociation: null, distress: null, pain: null, sedation: null } as const

/** One tap saves a score; dashed is the last answer, which is never saved by itself. */
export function ScoresPad({ visit, session }: Open) {
  const entry = useEntry(visit.id)
  const amend = useAmend(visit.id)
  // An answer given this recently is the one of this round: another tap corrects it.
  const { roundMinutes } = usePolicies().charting
  const latest = latestReadings(session, visit.now)
  const last = entriesOf(session, 'scores').at(-1)
  const recent = (key: Item) => {
    const reading = latest[key]
    return reading && reading.ageMinutes < roundMinutes ? reading : null
  }
  const pick = (key: Item, value: number) => {
    const before = recent(key)
    const charted = entriesOf(session, 'scores').find(({ id }) => id === before?.eventId)
    const { dissociation, distress, pain, sedation } = charted ?? blank
    // What the same entry says of the other scales stays as it is.
    const scores = { ...blank, ...(before && { dissociation, distress, pain, sedation }), [key]: value }
    if (before?.value === value) return
    if (before) amend.send({ eventId: before.eventId, reason: 'Corrected at once, at the pad', entry: scores })
    else entry.send({ entry: scores })
  }
  return (
    <Card
      title="Scores, asked now"
      aside={last ? `one tap saves each · dashed is the last answer, ${sayTime(last.at, visit.zone)}` : 'one tap saves each'}
    >
      <FormProblems problem={entry.problem ?? amend.problem} />
      {items.map(({ key, label, ...rest }) => (
        <NumberKeys
          key={key}
          label={label}
          {...rest}
          value={recent(key)?.value ?? null}
          ghost={recent(key) ? null : (latest[key]?.value ?? null)}
          onPick={(value) => pick(key, value)}
        />
      ))}
    </Card>
  )
}
