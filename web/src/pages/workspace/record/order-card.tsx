import { book, entriesOf, type FoldedSession, pumpBeside } from '@dripline/clinical'
import type { ReactNode } from 'react'
import type { VisitRecord } from '../../../data/record.ts'
import { Card, quantity, sayDay, saySpan, sayTime } from '../../../ui/index.tsx'
import { sayClocks } from '../visit/frame/clock-notice.tsx'
import styles from './record.module.css'

type RecordProps = { visit: VisitRecord; session: FoldedSession }

/** What was ordered and what was given, side by side, with who signed and who was responsible. */
export function OrderCard({ visit, session }: RecordProps) {
  const { order, zone, names, vials } = visit
  const { startedAt, stoppedAt, checkIn } = session
  const { drawnMg, givenMg: given, wastedMg, differenceMg } = book(session, visit.now)
  const at = (instant: string) => sayTime(instant, zone)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'Order',
      `ketamine ${quantity(order.doseMg, 'mg')} IV over ${saySpan(order.minutes)}, ${quantity(order.rateMgPerHour, 'mg/h')}`,
    ],
    [
      'Given',
      startedAt
        ? [
            `${quantity(given, 'mg')}, ${at(startedAt)} to ${stoppedAt ? at(stoppedAt) : 'not stopped'}`,
            ...sayClocks({ visit, session }),
          ].join('. ')
        : 'nothing; the infusion was not started',
    ],
    [
      'Signed',
      `${names[order.signedBy] ?? 'a former colleague'}, ${sayTime(order.signedAt, zone, 'full day and time')}${printWords(visit)}`,
    ],
    ['Responsible', responsibleWords(visit, session)],
    ['Bag', bagWords(order)],
    ...pumpWords(session, visit.now),
    [
      'Drug book',
      `drawn up ${quantity(drawnMg, 'mg')}, wasted ${quantity(wastedMg, 'mg')}${differenceMg === '0' ? '' : `, difference ${quantity(differenceMg, 'mg')}`}`,
    ],
    [
      'Vials',
      vials.map(({ number, lot, expiresOn }) => `${number}, lot ${lot}, expires ${sayDay(expiresOn)}`).join('; ') || 'none',
    ],
    ['Weight', checkIn ? `${quantity(checkIn.weightKg, 'kg')}, scale ${at(checkIn.at)}` : 'not weighed at this visit'],
  ]
  return (
    <Card>
      <dl className={styles.order}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const printWords = ({ print }: VisitRecord) =>
  print === 'agrees' ? '; curve matches the order' : print === 'differs' ? '; curve does not match what is drawn today' : ''

function responsibleWords({ names, zone }: VisitRecord, session: FoldedSession): string {
  const taken = entriesOf(session, 'taken-over').map(
    ({ by, at }) => `${names[by] ?? 'a former colleague'} from ${sayTime(at, zone)}`,
  )
  return taken.join('; ') || 'no nurse took the chair'
}

// Hidden from the server on until two people have read it.
const bagWords = ({ infusateMg, finalMl, rateMlPerHour }: VisitRecord['order']) =>
  `${quantity(infusateMg, 'mg')} in ${quantity(finalMl, 'mL')}${rateMlPerHour === null ? '' : `, ${quantity(rateMlPerHour, 'mL/h')}`}`

const pumpWords = (session: FoldedSession, now: string): [string, string][] => {
  const beside = pumpBeside(session, now)
  if (!beside) return []
  return [['Pump total', `${quantity(beside.readMl, 'mL')} read, ${quantity(beside.computedMl, 'mL')} computed`]]
}
