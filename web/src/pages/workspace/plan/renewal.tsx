import { protocolOf, type SignedOverrides } from '@dripline/clinical'
import { useState } from 'react'
import { type Order, type Plan, type PlanningData, useRenewOrder, useVials } from '../../../data/planning.ts'
import {
  Card,
  Choice,
  Columns,
  DraftNote,
  Form,
  Link,
  Notice,
  quantity,
  Stack,
  sayTime,
  TextField,
  useNow,
} from '../../../ui/index.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { sayDose } from './dose-draft.ts'
import type { Draft } from './draft.ts'
import { labels } from './faults.ts'
import { useFreeDays } from './free-days.ts'
import { OrderCard, whyNotSigned } from './order-card.tsx'
import styles from './plan.module.css'
import { proposeVisits, type Visit } from './propose-visits.ts'
import { Ordered } from './protocol-card.tsx'
import { Simulated } from './simulated.tsx'
import { useOrder } from './use-order.ts'
import { OneVisit } from './visits.tsx'

type RenewalProps = {
  data: PlanningData
  plan: Plan
  order: Order
  signed: SignedOverrides
  zone: string
  onSigned: () => void
}

const begin = (data: PlanningData, { protocolId, vialMgPerMl, infusateMg, finalMl }: Order): Draft | null => {
  const protocol = protocolOf(protocolId)
  const weight = data.chart.weightKg
  return (
    protocol && {
      protocol,
      weightKg: weight?.value ?? '',
      weightAt: weight?.at ?? null,
      vialMgPerMl: String(Number(vialMgPerMl)) as Draft['vialMgPerMl'],
      infusateMg: protocol.infusate.infusateMg === 'the dose' ? null : infusateMg,
      finalMl,
      enteredDoseMg: '',
    }
  )
}

/** One order signed again, with the newest weight or on another day; the old one stays readable. */
export function Renewal(props: RenewalProps) {
  const { data, order } = props
  const [begun] = useState(() => begin(data, order))
  const back = <Link href={`/patients/${data.person.id}/plan`}>Back to the course</Link>
  return begun ? (
    <Stack>
      <Notice status="inform" title={`Order ${order.number} of ${order.of} is signed again.`} aside={back}>
        <p>
          It was {quantity(order.doseMg, 'mg')} for {quantity(order.weightKg, 'kg')}. That order stays readable and is followed no
          more.
        </p>
      </Notice>
      <Again {...props} begun={begun} />
    </Stack>
  ) : (
    <Notice status="defer" title={`Order ${order.number} cannot be renewed: its protocol is no longer on the list.`} aside={back}>
      <p>It stays readable and prints as signed. Close the course and sign a new plan to go on.</p>
    </Notice>
  )
}

function Again({ data, plan, order, signed, zone, onSigned, begun }: RenewalProps & { begun: Draft }) {
  const vials = useVials().filter(({ drugId }) => drugId === order.drugId)
  const place = useDayAndChair(order, begun, zone)
  const { visit } = place
  const start = visit?.start ?? order.visitAt
  const renewal = useOrder({
    key: `renewal ${order.id}`,
    data,
    zone,
    begun,
    options: [begun.protocol],
    renewing: { order, before: plan.orders.find(({ number }) => number === order.number - 1) },
    start,
  })
  const { draft, sum, bag } = renewal
  const renewing = useRenewOrder(order.id, () => {
    renewal.kept.clear()
    onSigned()
  })
  const faults = renewal.faultsWith(renewing.problem)
  const visits = place.isSame || visit ? 1 : 0
  const toSend = () => ({
    dose: renewal.dose,
    ...(visit && { visit: { start: visit.start, ...(visit.chairId && { chairId: visit.chairId }) } }),
    acknowledged: [...renewal.acknowledged],
  })
  return (
    <Stack>
      <DraftNote draft={renewal.kept} say={sayDose} />
      <Columns kind="three">
        <Ordered {...{ order: renewal, data, zone, faults }} options={[]} />
        <Simulated sum={sum} wanted={renewal.wanted} />
        <Stack>
          <Arithmetic {...{ draft, sum, bag, vials, faults }} onChange={renewal.type} />
          <DayAndChair
            {...{ order, place, zone }}
            chairs={data.chairs}
            fault={renewing.problem?.code === 'slot-taken' ? 'This time has just been taken.' : faults['visit.start']}
          />
          <OrderCard
            {...renewal}
            title={`Order ${order.number} of ${order.of}`}
            note={start && sayTime(start, zone, 'day and time')}
            signed={signed}
          >
            <Form
              sends={renewing}
              body={toSend}
              labels={labels}
              act="Re-sign this order"
              size="wide"
              disabledReason={whyNotSigned({ ...renewal, signed, visits, sessions: 1 })}
            />
          </OrderCard>
        </Stack>
      </Columns>
    </Stack>
  )
}

/** Where the order is given: as it is booked, while that stands, or at another free time; none where there is none. */
function useDayAndChair({ protocolId, visitState, visitAt, validUntil }: Order, { protocol }: Draft, zone: string) {
  const now = useNow(60_000).toISOString()
  const isStanding = visitState === 'booked' && visitAt !== null && validUntil > now
  const [isSame, setSame] = useState(isStanding)
  const { days, from, notBefore } = useFreeDays(protocolId, zone, 0)
  const [chosen, choose] = useState<Visit | null>(null)
  const [proposed = null] = proposeVisits(days, { ...protocol, sessions: 1 }, zone)
  const ask = (date: string) => {
    notBefore(date)
    choose(null)
  }
  return { isStanding, isSame, setSame, days, from, ask, choose, visit: isSame ? null : (chosen ?? proposed) }
}

type DayAndChairProps = {
  order: Order
  place: ReturnType<typeof useDayAndChair>
  chairs: PlanningData['chairs']
  zone: string
  fault: string | undefined
}

const DayAndChair = ({ order, place, chairs, zone, fault }: DayAndChairProps) => (
  <Card title="Day and chair">
    <Choice
      name="visit"
      label="When"
      value={place.isSame ? 'same' : 'other'}
      onChange={(value) => place.setSame(value === 'same')}
      options={[
        {
          value: 'same',
          label: 'As booked',
          note: order.visitAt ? `${sayTime(order.visitAt, zone, 'day and time')}, ${order.chairName}` : 'nothing is booked',
          disabled: !place.isStanding,
        },
        { value: 'other', label: 'Another time', note: 'The old chair is released' },
      ]}
    />
    {!place.isSame && (
      <>
        <TextField name="from" label="Not before" type="date" value={place.from} onChange={place.ask} />
        <ol className={styles.visits}>
          {place.visit && (
            <OneVisit
              {...{ visit: place.visit, number: order.number, days: place.days, chairs, zone, fault }}
              onVisit={place.choose}
            />
          )}
        </ol>
      </>
    )}
  </Card>
)
