import { administrationOf, drugOf, foldSession, linesOf, openDrugTasks, sayStaff } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type OwnVisit, useVisit } from '../../data/session.ts'
import {
  Card,
  Columns,
  Fact,
  Facts,
  Line,
  Lines,
  LiveState,
  Page,
  quantity,
  Row,
  Stack,
  StatusMark,
  StatusShape,
  sayDay,
  sayTime,
} from '../../ui/index.tsx'
import { CallOff } from './visit/before/call-off.tsx'
import { SentBack } from './visit/before/confirm-order.tsx'
import { SendBack } from './visit/before/send-back.tsx'
import { DrugSheet } from './visit/drugs/drug-sheet.tsx'
import { Log } from './visit/entries/log.tsx'
import { Offers } from './visit/entries/offers.tsx'
import { PolicyNotice } from './visit/frame/policy-notice.tsx'
import { Responsible } from './visit/frame/responsible.tsx'
import { ToItsPage } from './visit/frame/to-its-page.tsx'
import { NextAct } from './visit/own/next-act.tsx'
import { EffectPad } from './visit/pads/effect-pad.tsx'
import { NotePad } from './visit/pads/note-pad.tsx'
import { SignsPad } from './visit/pads/signs-pad.tsx'

export const page = {
  path: '/visits/:sessionId/own',
  for: ['nurse', 'prescriber'],
  mood: 'work',
  title: 'Visit',
  place: 'Room',
  skeleton: 'cards',
} as const

/** A visit whose acts are its administration's own, such as IV fluid: the next act as its definition asks it, and what was charted. */
export default function OwnVisitPage() {
  const { sessionId } = useParams({ strict: false })
  const visit = useVisit(String(sessionId))
  return visit.screen === 'acts' ? <Acts own={visit} /> : <ToItsPage visit={visit} />
}

function Acts({ own }: { own: OwnVisit }) {
  const session = useMemo(() => foldSession(own.events), [own.events])
  const open = { visit: own, session }
  const { person, gives } = own
  const title = administrationOf(gives.by)?.title ?? gives.by
  const isBefore = own.startedAt === null && (own.state === 'arrived' || own.state === 'cleared')
  const isOver = own.state === 'left' || own.state === 'cancelled'
  return (
    <Page
      title={`${person.name}: ${title}`}
      lead={`${person.dateOfBirth ? `born ${sayDay(person.dateOfBirth)}` : 'birth date not on record'} · ${drugOf(gives.drug)?.title ?? gives.drug}`}
    >
      <LiveState what="This record" />
      <Responsible {...open} />
      <Offers {...open} />
      <PolicyNotice {...open} />
      {isBefore && <SentBack {...open} />}
      <Allergies words={person.allergies} />
      <Columns kind="side">
        <Stack>
          <NextAct own={own} />
          {isBefore && (
            <Row>
              <SendBack {...open} />
              <CallOff {...open} />
            </Row>
          )}
          {!isOver && <SignsPad {...open} />}
          <EffectPad {...open} />
          <NotePad {...open} />
          {(!isOver || openDrugTasks(session).length > 0) && <DrugSheet {...open} />}
        </Stack>
        <Stack>
          <OrderCard own={own} />
          {own.gates && own.gates.length > 0 && <GatesCard gates={own.gates} />}
          <Log {...open} />
        </Stack>
      </Columns>
    </Page>
  )
}

const Allergies = ({ words }: { words: string | null }) =>
  words === null ? (
    <StatusMark status="defer" word="Allergies not asked" />
  ) : /^none known$/i.test(words) ? (
    <b>No known allergies</b>
  ) : (
    <StatusMark status="exclude" word={`Allergies: ${words}`} />
  )

type CardProps = { own: OwnVisit }

/** What was ordered, and what went in. */
function OrderCard({ own: { order, given, startedAt, stoppedAt, gives, names, zone } }: CardProps) {
  const fields = administrationOf(gives.by)?.order?.fields ?? {}
  return (
    <Card title="The order says" note={`signed ${sayTime(order.signedAt, zone, 'short day')}, ${names[order.signedBy] ?? ''}`}>
      <Facts>
        {linesOf(fields, order.said ?? {}).map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
        <Fact label="Started">{startedAt ? sayTime(startedAt, zone) : 'not yet'}</Fact>
        {stoppedAt && <Fact label="Ended">{sayTime(stoppedAt, zone)}</Fact>}
        <Fact label="Given">{given ? quantity(given.value, given.unit) : 'not read yet'}</Fact>
      </Facts>
    </Card>
  )
}

const GatesCard = ({ gates }: { gates: NonNullable<OwnVisit['gates']> }) => (
  <Card title="Before the next step">
    <Lines>
      {gates.map(({ id, title, state, asks, value, clearsWhen }) => (
        <Line
          key={id}
          mark={<StatusShape status={state === 'met' ? 'clear' : state === 'not-met' ? 'exclude' : 'defer'} />}
          note={state === 'met' || clearsWhen === null ? asks : `Clears when ${sayStaff(clearsWhen)}.`}
          aside={value ? sayStaff(value) : state === 'met' ? 'yes' : 'unknown'}
        >
          <b>{title}</b>
        </Line>
      ))}
    </Lines>
  </Card>
)
