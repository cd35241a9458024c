import { administrationOf, book, drugOf, entriesOf, type FoldedSession, linesOf, pumpBeside } from '@dripline/clinical'
import type { ReactNode } from 'react'
import type { OwnRecord, PumpRecord, VisitRecord } from '../../../data/record.ts'
import { Card, quantity, sayDay, saySpan, sayTime } from '../../../ui/index.tsx'
import { sayClocks } from '../visit/frame/clock-notice.tsx'
import styles from './record.module.css'
import { useRecordWords } from './record-words.ts'

type Told = readonly (readonly [label: string, value: ReactNode])[]

/** What was ordered and what was given, side by side, with who signed and who was responsible. */
export function OrderCard({ visit, session }: { visit: VisitRecord; session: FoldedSession }) {
  const word = useRecordWords()
  const facts = visit.screen === 'pump' ? atThePump(visit, session) : byItsActs(visit, session)
  return (
    <Card>
      <dl className={styles.order}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{word(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** An order by the fields of its administration, and what went in as the administration reads it from the log. */
function byItsActs(visit: OwnRecord, session: FoldedSession): Told {
  const { order, gives, given, startedAt, stoppedAt, zone } = visit
  const administration = administrationOf(gives.by)
  const times = startedAt && `${sayTime(startedAt, zone)} to ${stoppedAt ? sayTime(stoppedAt, zone) : 'not ended'}`
  return [
    ['Order', `${drugOf(gives.drug)?.title ?? gives.drug}, ${administration?.title ?? gives.by}`],
    ...linesOf(administration?.order?.fields ?? {}, order.said).map(({ label, value }) => [label, value] as const),
    ['Given', [given ? quantity(given.value, given.unit) : startedAt ? 'not read' : 'nothing', times].filter(Boolean).join(', ')],
    ['Signed', signedWords(visit)],
    ['Responsible', responsibleWords(visit, session)],
    ...(administration?.isInBook ? ([['Vials', vialWords(visit)]] as const) : []),
  ]
}

const signedWords = ({ order, names, zone }: VisitRecord) =>
  `${names[order.signedBy] ?? 'a former colleague'}, ${sayTime(order.signedAt, zone, 'full day and time')}`

const vialWords = ({ vials }: VisitRecord) =>
  vials.map(({ number, lot, expiresOn }) => `${number}, lot ${lot}, expires ${sayDay(expiresOn)}`).join('; ') || 'none'

function atThePump(visit: PumpRecord, session: FoldedSession): Told {
  const { order, zone } = visit
  const { startedAt, stoppedAt, checkIn } = session
  const { drawnMg, givenMg: given, wastedMg, differenceMg } = book(session, visit.now)
  const at = (instant: string) => sayTime(instant, zone)
  return [
    [
      'Order',
      `${drugOf(order.drugId)?.title ?? order.drugId} ${quantity(order.doseMg, 'mg')} IV over ${saySpan(order.minutes)}, ${quantity(order.rateMgPerHour, 'mg/h')}`,
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
    ['Signed', `${signedWords(visit)}${printWords(visit)}`],
    ['Responsible', responsibleWords(visit, session)],
    ['Bag', bagWords(order)],
    ...pumpWords(session, visit.now),
    [
      'Drug book',
      `drawn up ${quantity(drawnMg, 'mg')}, wasted ${quantity(wastedMg, 'mg')}${differenceMg === '0' ? '' : `, difference ${quantity(differenceMg, 'mg')}`}`,
    ],
    ['Vials', vialWords(visit)],
    ['Weight', checkIn ? `${quantity(checkIn.weightKg, 'kg')}, scale ${at(checkIn.at)}` : 'not weighed at this visit'],
  ]
}

const printWords = ({ print }: PumpRecord) =>
  print === 'agrees' ? '; curve matches the order' : print === 'differs' ? '; curve does not match what is drawn today' : ''

function responsibleWords({ names, zone }: VisitRecord, session: FoldedSession): string {
  const taken = entriesOf(session, 'taken-over').map(
    ({ by, at }) => `${names[by] ?? 'a former colleague'} from ${sayTime(at, zone)}`,
  )
  return taken.join('; ') || 'no nurse took the chair'
}

// Hidden from the server on until two people have read it.
const bagWords = ({ infusateMg, finalMl, rateMlPerHour }: PumpRecord['order']) =>
  `${quantity(infusateMg, 'mg')} in ${quantity(finalMl, 'mL')}${rateMlPerHour === null ? '' : `, ${quantity(rateMlPerHour, 'mL/h')}`}`

const pumpWords = (session: FoldedSession, now: string): [string, string][] => {
  const beside = pumpBeside(session, now)
  if (!beside) return []
  return [['Pump total', `${quantity(beside.readMl, 'mL')} read, ${quantity(beside.computedMl, 'mL')} computed`]]
}
