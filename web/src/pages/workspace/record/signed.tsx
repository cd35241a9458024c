import { entriesOf, type FoldedSession } from '@dripline/clinical'
import type { VisitRecord } from '../../../data/record.ts'
import { Card, Line, Lines, StatusMark, sayTime } from '../../../ui/index.tsx'
import { useRecordWords } from './record-words.ts'

/** Who put their name to what, each by their own sign-in. */
export function Signed({ visit, session }: { visit: VisitRecord; session: FoldedSession }) {
  const word = useRecordWords()
  const { order, names, titles, zone } = visit
  const drawn = entriesOf(session, 'drawn-up').at(-1)
  const people = [
    { id: order.signedBy, what: 'order', at: order.signedAt },
    ...entriesOf(session, 'second-check').map(({ by, at }) => ({ id: by, what: 'second check', at })),
    ...entriesOf(session, 'check-reading')
      .filter(({ id }) => drawn?.checked?.readings.includes(id))
      .map(({ by, at }) => ({ id: by, what: 'second check', at })),
    ...entriesOf(session, 'discharged').map(({ by, at }) => ({ id: by, what: 'discharge', at })),
  ]
  const witness = drawn && !people.some(({ id, what }) => id === drawn.witness && what === 'second check')
  if (witness) people.push({ id: drawn.witness, what: 'draw-up, second person', at: drawn.at })
  return (
    <Card title={word('Signed')} note="each by their own sign-in">
      <Lines>
        {people.map(({ id, what, at }) => (
          <Line key={`${id} ${what} ${at}`} aside={sayTime(at, zone, 'full day and time')}>
            <StatusMark status="clear" word={[names[id] ?? 'A former colleague', titles[id], what].filter(Boolean).join(', ')} />
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
