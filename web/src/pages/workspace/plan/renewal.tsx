import { dateOf, protocolOf, type SignedOverrides } from '@dripline/clinical'
import { startTransition, useState } from 'react'
import { type Order, type Plan, type PlanningData, useFreeVisits, useRenewOrder, useVials } from '../../../data/planning.ts'
import {
  Button,
  Card,
  Choice,
  Columns,
  DraftNote,
  FormProblems,
  Link,
  Notice,
  quantity,
  Stack,
  sayTime,
  TextField,
  useNow,
} from '../../../ui/index.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { sayDose, useDoseDraft } from './dose-draft.ts'
import { type Draft, findingsToSign, inputsOf, type Renewing, weighedAt, workOutDraft } from './draft.ts'
import { faultsByField, labels } from './faults.ts'
import { OrderCard, whyNotSigned } from './order-card.tsx'
import styles from './plan.module.css'
import { proposeVisits, type Visit } from './propose-visits.ts'
import { ProtocolCard, Sources } from './protocol-card.tsx'
import { Simulated } from './simulated.tsx'
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
      totalMg: protocol.infusate.totalMg === 'the dose' ? null : infusateMg,
      finalMl,
      enteredDoseMg: '',
    }
  )
}

const latest = (one: string, other: string) => [one, other].sort().at(-1) ?? other

/** One order signed again, with the newest weight or on another day; the old one stays readable. */
export function Renewal({ data, plan, order, signed, zone, onSigned }: RenewalProps) {
  const vials = useVials().filter(({ drugId }) => drugId === order.drugId)
  const now = useNow(60_000).toISOString()
  const today = dateOf(now, zone)
  const [begun] = useState(() => begin(data, order))
  const { draft, type: typed, kept } = useDoseDraft(`renewal ${order.id}`, begun, begun ? [begun.protocol] : [])
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const isStanding = order.visitState === 'booked' && order.visitAt !== null && order.validUntil > now
  const [place, setPlace] = useState<'same' | 'other'>(isStanding ? 'same' : 'other')
  const [from, setFrom] = useState(today)
  const [chosen, setChosen] = useState<Visit | null>(null)
  const days = useFreeVisits(order.protocolId, from)
  const renewing = useRenewOrder(order.id, () => {
    kept.clear()
    onSigned()
  })
  if (!draft) return null
  const { protocol } = draft
  const visit = place === 'other' ? (chosen ?? proposeVisits(days, { ...protocol, sessions: 1 }, zone)[0] ?? null) : null
  const start = visit?.start ?? order.visitAt
  const neighbours: Renewing = { order, before: plan.orders.find(({ number }) => number === order.number - 1) }
  const setting = { data, now, zone, renewing: neighbours, start }
  const { sum, faults, bag, sources } = workOutDraft(draft, setting)
  const findings = findingsToSign(draft, setting)
  const byField = faultsByField(faults, renewing.problem)
  const visits = place === 'same' || visit ? 1 : 0
  const disabledReason = whyNotSigned({ sum, findings, signed, acknowledged, visits, sessions: 1 })
  const sign = () =>
    renewing.send({
      dose: {
        protocolId: protocol.id,
        weightKg: draft.weightKg,
        weightAt: draft.weightAt ?? '',
        vialMgPerMl: draft.vialMgPerMl || '50',
        infusate: bag,
        ...(draft.enteredDoseMg && { enteredDoseMg: draft.enteredDoseMg }),
      },
      ...(visit && { visit: { start: visit.start, ...(visit.chairId && { chairId: visit.chairId }) } }),
      acknowledged: [...acknowledged],
    })
  return (
    <Stack>
      <Notice
        status="inform"
        title={`Order ${order.number} of ${order.of} is signed again.`}
        aside={<Link href={`/patients/${data.person.id}/plan`}>Back to the course</Link>}
      >
        <p>
          It was {quantity(order.doseMg, 'mg')} for {quantity(order.weightKg, 'kg')}. That order stays readable and is followed no
          more.
        </p>
      </Notice>
      <DraftNote draft={kept} say={sayDose} />
      <Columns kind="three">
        <Stack>
          <ProtocolCard
            {...{ draft, options: [], data, zone, faults: byField }}
            onChange={typed}
            onWeight={(weightKg) => typed({ weightKg, weightAt: weighedAt(weightKg, data.chart.weightKg) })}
          />
          <Sources sources={sources} />
        </Stack>
        <Simulated sum={sum} wanted={sum && inputsOf(sum, data, today)} />
        <Stack>
          <Arithmetic {...{ draft, sum, bag, vials, faults: byField }} onChange={typed} />
          <Card title="Day and chair">
            <Choice
              name="visit"
              label="When"
              value={place}
              onChange={(value) => setPlace(value as 'same' | 'other')}
              options={[
                {
                  value: 'same',
                  label: 'As booked',
                  note: order.visitAt
                    ? `${sayTime(order.visitAt, zone, 'day and time')}, ${order.chairName}`
                    : 'nothing is booked',
                  disabled: !isStanding,
                },
                { value: 'other', label: 'Another time', note: 'The old chair is released' },
              ]}
            />
            {place === 'other' && (
              <>
                <TextField
                  name="from"
                  label="Not before"
                  type="date"
                  value={from}
                  onChange={(date) =>
                    startTransition(() => {
                      setFrom(latest(date, today))
                      setChosen(null)
                    })
                  }
                />
                <ol className={styles.visits}>
                  {visit && (
                    <OneVisit
                      {...{ visit, number: order.number, days, chairs: data.chairs, zone }}
                      fault={renewing.problem?.code === 'slot-taken' ? 'This time has just been taken.' : byField['visit.start']}
                      onVisit={setChosen}
                    />
                  )}
                </ol>
              </>
            )}
          </Card>
          <OrderCard
            title={`Order ${order.number} of ${order.of}`}
            note={start && sayTime(start, zone, 'day and time')}
            {...{ sum, protocol, findings, signed, acknowledged }}
            onAcknowledge={(id, isSo) => setAcknowledged([...acknowledged.filter((each) => each !== id), ...(isSo ? [id] : [])])}
          >
            <FormProblems problem={renewing.problem} labels={labels} />
            <Button size="wide" isPending={renewing.isSending} disabledReason={disabledReason} onClick={sign}>
              Re-sign this order
            </Button>
          </OrderCard>
        </Stack>
      </Columns>
    </Stack>
  )
}
