import { protocolOf } from '@dripline/clinical'
import { useState } from 'react'
import { type ChartData, useChart } from '../../../data/chart.ts'
import { type Order, type Plan, useCloseCourse } from '../../../data/planning.ts'
import {
  Button,
  Card,
  Columns,
  ConfirmDialog,
  Fact,
  Facts,
  Link,
  quantity,
  Stack,
  Table,
  TextField,
  Time,
} from '../../../ui/index.tsx'
import styles from './plan.module.css'
import { SavedCurve } from './simulated.tsx'

type CourseProps = { plan: Plan; now: string; mayOrder: boolean }

/** A signed course: one order a session, each as it stands now. */
export function Course({ plan, now, mayOrder }: CourseProps) {
  const protocol = protocolOf(plan.protocolId)
  const isOpen = plan.closedAt === null
  const { visits } = useChart(plan.personId)
  const sessionOf = ({ appointmentId }: Order) => visits.find((visit) => visit.appointmentId === appointmentId)?.session ?? null
  return (
    <Columns kind="side">
      <Stack>
        <Card title={protocol?.title ?? plan.protocolId} note={`${plan.sessions} sessions`} flush>
          <Table
            stacks
            caption="Orders in this course"
            head={['Session', 'Day', 'Chair', { label: 'Dose', kind: 'number' }, { label: 'Pump', kind: 'number' }, 'State']}
          >
            {plan.orders.map((order) => (
              <OrderRow key={order.id} order={order} session={sessionOf(order)} now={now} mayRenew={mayOrder && isOpen} />
            ))}
          </Table>
        </Card>
        {plan.replaced.length > 0 && <Replaced orders={plan.replaced} />}
        <SavedCurve inputs={plan.inputs} sum={plan.dose} frozenPrint={plan.curveHash} />
      </Stack>
      <Stack>
        <AsSigned plan={plan} />
        {plan.closedAt && (
          <Card title="Closed">
            <p>
              <Time at={plan.closedAt} form="full day and time" />: {plan.closedReason}
            </p>
          </Card>
        )}
        {isOpen && mayOrder && <Close planId={plan.id} />}
      </Stack>
    </Columns>
  )
}

/** What the prescriber signed, with the model behind it. */
const AsSigned = ({ plan }: { plan: Plan }) => {
  const { dose, signedAt } = plan
  return (
    <Card title="As signed">
      <Facts>
        <Fact label="Signed by" note={<Time at={signedAt} form="full day and time" />}>
          {plan.signedByName}
        </Fact>
        <Fact label="Weight" note={<Time at={plan.weightAt} form="full day" />}>
          {quantity(plan.weightKg, 'kg')}
        </Fact>
        <Fact label="Dose per session">{quantity(dose.doseMg.value, 'mg')}</Fact>
        {dose.syringeMl && (
          <Fact label={`Draw up, from ${quantity(dose.vialMgPerMl ?? '', 'mg/mL')} vials`}>
            {quantity(dose.syringeMl.value, 'mL')}
          </Fact>
        )}
        {dose.infusate && (
          <Fact label="Infusate">
            {quantity(dose.infusate.infusateMg, 'mg')} in {quantity(dose.infusate.finalMl, 'mL')}
          </Fact>
        )}
        {dose.vtbiMl && (
          <Fact label="Volume to be infused" note={dose.leftMg !== '0' && `leaves ${quantity(dose.leftMg ?? '0', 'mg')}`}>
            {quantity(dose.vtbiMl.value, 'mL')}
          </Fact>
        )}
        <Fact label="Model" note={`version ${plan.modelVersion.slice(0, 7)}, curve ${plan.curveHash.slice(0, 8)}`}>
          {plan.modelId}
        </Fact>
      </Facts>
    </Card>
  )
}

const states = { booked: 'booked', cancelled: 'canceled', done: 'done', missed: 'missed' } as const

type Session = ChartData['visits'][number]['session']

// A visit that was opened says its own state: running is not booked, and its order is no longer renewed from here.
const stateOf = ({ visitState, validUntil }: Order, session: Session, now: string) => {
  if (session && session.state !== 'booked') return session.state === 'left' ? 'done' : session.state
  if (visitState === 'booked' && validUntil < now) return 'expired'
  return visitState === null ? 'no visit' : states[visitState as keyof typeof states]
}

const BEFORE_START = ['booked', 'arrived', 'cleared']
const hasBegun = (session: Session) => session !== null && !BEFORE_START.includes(session.state)

type OrderRowProps = { order: Order; session: Session; now: string; mayRenew: boolean }

const OrderRow = ({ order, session, now, mayRenew }: OrderRowProps) => (
  <tr>
    <th scope="row">
      {order.number} of {order.of}
    </th>
    <td>{order.visitAt ? <Time at={order.visitAt} form="day and time" /> : 'not booked'}</td>
    <td>{order.chairName ?? 'none'}</td>
    <td className="num">
      {quantity(order.doseMg, 'mg')}
      <small>{quantity(order.rateMgPerHour, 'mg/h')}</small>
    </td>
    <td className="num">
      {quantity(order.rateMlPerHour, 'mL/h')}
      <small>{quantity(order.vtbiMl, 'mL')} in all</small>
    </td>
    <td>
      {session && session.state !== 'booked' ? (
        <Link href={`/visits/${session.sessionId}`}>{stateOf(order, session, now)}</Link>
      ) : (
        stateOf(order, session, now)
      )}
      {order.replacesId && <small>renewed</small>}
      <small className={styles.linkLine}>
        <Link href={`/patients/${order.personId}/orders/${order.id}`}>Print order {order.number}</Link>
      </small>
      {mayRenew && order.visitState !== 'done' && !hasBegun(session) && (
        <small className={styles.linkLine}>
          <Link href={`/patients/${order.personId}/plan?renew=${order.id}`}>Renew order {order.number}</Link>
        </small>
      )}
    </td>
  </tr>
)

const Replaced = ({ orders }: { orders: readonly Order[] }) => (
  <Card title="Replaced orders" note="kept as signed, no longer in effect">
    <Table
      caption="Replaced orders"
      head={['Session', 'Signed', { label: 'Weight', kind: 'number' }, { label: 'Dose', kind: 'number' }]}
    >
      {orders.map(({ id, number, signedAt, weightKg, doseMg }) => (
        <tr key={id}>
          <td>{number}</td>
          <td>
            <Time at={signedAt} form="full day and time" />
          </td>
          <td className="num">{quantity(weightKg, 'kg')}</td>
          <td className="num">{quantity(doseMg, 'mg')}</td>
        </tr>
      ))}
    </Table>
  </Card>
)

function Close({ planId }: { planId: string }) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useCloseCourse(planId, () => setAsking(false))
  return (
    <Card title="End the course early">
      <p className={styles.quiet}>Upcoming visits are canceled and their chairs released. What was given stays on record.</p>
      <Button kind="stop" onClick={() => setAsking(true)}>
        Close this course
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Close this course?"
        confirm="Close the course"
        isPending={isSending}
        onConfirm={() => send({ reason })}
        problem={problem}
      >
        <TextField name="reason" label="Reason" lines={2} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </Card>
  )
}
