import { foldSession } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { type PumpRecord, useRecord } from '../../data/record.ts'
import { Empty, Paper, quantity, sayDay, sayTime } from '../../ui/index.tsx'
import styles from './labels.module.css'
import { sayDrug } from './stock/say-drug.ts'

export const page = {
  path: '/visits/:sessionId/labels',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Labels of syringe and bag',
  place: 'Room',
  skeleton: 'form',
} as const

/**
 * The labels of syringe and bag, one a page. Before two people have read, mL and mL/h stay blank for the hand: a label must not tell
 * the second reader what the first one read.
 */
export default function Labels() {
  const { sessionId = '' } = useParams({ strict: false })
  const visit = useRecord(sessionId)
  const back = { href: `/visits/${sessionId}`, words: 'Back to the chair' }
  if (visit.screen === 'pump') return <LabelsOfPump visit={visit} back={back} />
  return (
    <Paper person={visit.person} what={sayDrug(visit.order.drugId)} back={back}>
      <Empty>No syringe is drawn up at this visit, so there is none to label.</Empty>
    </Paper>
  )
}

type LabelsProps = { visit: PumpRecord; back: { href: string; words: string } }

function LabelsOfPump({ visit, back }: LabelsProps) {
  const { drawnUp } = foldSession(visit.events)
  const drawn = drawnUp ? { at: drawnUp.at, by: visit.names[drawnUp.by] ?? '', ml: drawnUp.syringeMl } : null
  const { person, order } = visit
  const drug = sayDrug(order.drugId)
  return (
    <Paper person={person} what={drug} back={back} size="label">
      <section className={styles.label}>
        <h2>Syringe</h2>
        <p className={styles.dose}>
          {drug} {quantity(order.infusateMg, 'mg')}
        </p>
        <p>
          {drawn ? quantity(drawn.ml, 'mL') : '______ mL'} of {quantity(order.vialMgPerMl, 'mg/mL')}
          {vialWords(visit)}
        </p>
        <p>For the bag. Not to be given from the syringe.</p>
        <Prepared drawn={drawn} zone={visit.zone} />
      </section>
      <section className={styles.label}>
        <h2>Bag</h2>
        <p className={styles.dose}>
          {drug} {quantity(order.infusateMg, 'mg')} in {quantity(order.finalMl, 'mL')}
        </p>
        <p>
          IV over {quantity(order.minutes, 'min')}, pump{' '}
          {drawn && order.rateMlPerHour ? quantity(order.rateMlPerHour, 'mL/h') : '______ mL/h'}, volume to be infused{' '}
          {quantity(order.vtbiMl, 'mL')}
        </p>
        <p>
          Order {order.number} of {order.of}, signed by {visit.names[order.signedBy] ?? 'a former colleague'}
        </p>
        <Prepared drawn={drawn} zone={visit.zone} />
      </section>
    </Paper>
  )
}

const vialWords = ({ vials }: PumpRecord) =>
  vials.map(({ number, lot, expiresOn }) => `, vial ${number}, lot ${lot}, expires ${sayDay(expiresOn)}`).join('')

const Prepared = ({ drawn, zone }: { drawn: { at: string; by: string } | null; zone: string }) => (
  <p>
    {drawn ? `Prepared ${sayTime(drawn.at, zone, 'full day and time')}, ${drawn.by}` : 'Prepared ____________ by ____________'}
  </p>
)
