import { administrationOf, type FoldedSession, foldSession } from '@dripline/clinical'
import { dayWords } from '@dripline/clinical/words'
import { patientCopy } from '@dripline/clinical/words/paper'
import * as words from '@dripline/clinical/words/record'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { SessionChart } from '../../charts/session-chart.tsx'
import { useReader } from '../../data/reader.ts'
import { useRecord, type VisitRecord } from '../../data/record.ts'
import {
  Button,
  Card,
  identifiers,
  Link,
  PatientHeader,
  PatientReader,
  PrintPage,
  Row,
  Stack,
  sayDay,
  sayTime,
  Time,
  useFrom,
} from '../../ui/index.tsx'
import { Ending } from './record/ending.tsx'
import { Estimate } from './record/estimate.tsx'
import { Happened } from './record/happened.tsx'
import { OrderCard } from './record/order-card.tsx'
import styles from './record/record.module.css'
import { useRecordWords } from './record/record-words.ts'
import { Scores } from './record/scores.tsx'
import { Signed } from './record/signed.tsx'
import { recordOf } from './visit/entries/record.ts'

export const page = {
  path: '/patients/:patientId/sessions/:sessionId',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Visit record',
  place: 'Patients',
  skeleton: 'chart',
} as const

type Copy = 'clinic' | 'patient'

const wayOf = ({ order }: VisitRecord) => administrationOf(order.administration)?.title ?? order.administration
const recordName = (visit: VisitRecord) => (visit.screen === 'pump' ? 'Infusion record' : `${wayOf(visit)}: visit record`)

/** One visit read later, as one page: order, given, chart, scores, what happened and who. Planned is gone, only what was is left. */
export default function SessionRecord() {
  const { patientId = '', sessionId = '' } = useParams({ strict: false })
  const asked = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('copy') })
  const [picked, setPicked] = useState<Copy | null>(null)
  const copy: Copy = picked ?? (asked === 'patient' ? 'patient' : 'clinic')
  const visit = useRecord(sessionId)
  const session = useMemo(() => foldSession(visit.events), [visit.events])
  const { person, order, zone, now, clinic } = visit
  const day = session.startedAt ?? visit.start ?? now
  const print = (which: Copy) => {
    flushSync(() => setPicked(which))
    window.print()
    setPicked(null)
  }
  const born = person.dateOfBirth ? `born ${sayDay(person.dateOfBirth)}` : 'birth date not on record'
  return (
    <Stack>
      {copy === 'clinic' && (
        <PrintPage
          who={`${person.name}, ${born}`}
          what={`${recordName(visit)}, ${sayTime(day, zone, 'full day')}${visit.screen === 'pump' ? `, session ${order.number} of ${order.of}` : ''}`}
          from={`${clinic.name}${clinic.simulated ? ', simulated clinic: no one here is real' : ''}. Times: ${zone}. Printed ${sayTime(now, zone, 'full day and time')}`}
        />
      )}
      <PatientHeader patientId={patientId} />
      <Title {...{ visit, day, patientId }} onPrint={print} />
      {copy === 'clinic' ? (
        <Body {...{ visit, session, copy }} />
      ) : (
        <PatientReader of={visit.reader}>
          <PatientEdges visit={visit} day={day} />
          <Body {...{ visit, session, copy }} />
        </PatientReader>
      )}
    </Stack>
  )
}

// The same as on the clinic's copy, in the language of whoever takes it home.
function PatientEdges({ visit, day }: { visit: VisitRecord; day: string }) {
  const to = useReader()
  const title = visit.screen === 'pump' ? words.title : words.titleOther
  return (
    <PrintPage who={identifiers(to, visit.person)} what={title(to, { day: dayWords(to, day, visit.zone) })} from={useFrom()} />
  )
}

type BodyProps = { visit: VisitRecord; session: FoldedSession; copy: Copy }

function Body({ visit, session, copy }: BodyProps) {
  const to = useReader()
  const word = useRecordWords()
  const { ordered: _ordered, orderedWords: _words, due: _due, ...was } = recordOf(visit, session)
  return (
    <div className={styles.record}>
      <Stack>
        <OrderCard visit={visit} session={session} />
        <Card
          title={word('Chart')}
          note={copy === 'clinic' ? 'corrected values are drawn; the originals are in the list' : undefined}
        >
          <SessionChart record={{ ...was, now: null }} />
        </Card>
        {copy === 'clinic' ? <Estimate visit={visit} session={session} /> : <p className={styles.copyWords}>{patientCopy(to)}</p>}
        <Scores session={session} zone={visit.zone} />
        <Ending visit={visit} session={session} />
      </Stack>
      <Stack>
        <Happened visit={visit} session={session} />
        <Signed visit={visit} session={session} />
        <AddLate sessionId={visit.id} />
      </Stack>
    </div>
  )
}

type TitleProps = { visit: VisitRecord; day: string; patientId: string; onPrint: (which: Copy) => void }

function Title({ visit, day, patientId, onPrint }: TitleProps) {
  const { order, zone, now, beside } = visit
  const path = `/patients/${patientId}/sessions`
  return (
    <div className={styles.title}>
      <h2>
        {visit.screen === 'pump' ? `Session ${order.number} of ${order.of}` : wayOf(visit)},{' '}
        <Time at={day} form="full day" zone={zone} />
      </h2>
      <p>
        chair {visit.chair}
        {order.indication && ` · ${order.indication}`} · read <Time at={now} form="full day and time" zone={zone} /> · times:{' '}
        {zone}
      </p>
      <Row>
        {beside.before && <Link href={`${path}/${beside.before}`}>Visit before</Link>}
        {beside.after && <Link href={`${path}/${beside.after}`}>Visit after</Link>}
        <Button kind="second" onClick={() => onPrint('patient')}>
          Print the patient’s copy
        </Button>
        <Button onClick={() => onPrint('clinic')}>Print the clinic’s copy</Button>
      </Row>
    </div>
  )
}

const AddLate = ({ sessionId }: { sessionId: string }) => (
  <div className={styles.screenOnly}>
    <Card title="Add a correction or late entry">
      <p>
        A correction or late entry can be added today. It shows next to the original, with its own time and name.{' '}
        <Link href={`/visits/${sessionId}`}>Add to this visit</Link>
      </p>
    </Card>
  </div>
)
