import type { Indication, Protocol, SignedOverrides, Versioned } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { type PlanningData, useSignPlan, useVials } from '../../../data/planning.ts'
import { Button, Columns, ConfirmDialog, DraftNote, Fields, Stack, sayTime } from '../../../ui/index.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { AsNeeded, choiceOf, lineChecks, whyNotLines } from './as-needed.tsx'
import { sayDose } from './dose-draft.ts'
import type { Draft } from './draft.ts'
import { labels } from './faults.ts'
import { useCourseDays } from './free-days.ts'
import { OrderCard, whyNotSigned } from './order-card.tsx'
import { inWords } from './order-words.ts'
import styles from './plan.module.css'
import type { Visit } from './propose-visits.ts'
import { Ordered } from './protocol-card.tsx'
import { SignSummary } from './sign-summary.tsx'
import { Simulated } from './simulated.tsx'
import { useOrder } from './use-order.ts'
import { Visits } from './visits.tsx'

type DesignerProps = {
  data: PlanningData
  /** What the prescriber chooses from, and what it begins with. */
  options: readonly Versioned<Protocol>[]
  first: Versioned<Protocol>
  /** What was signed at the decision, for each indication on offer. */
  accepted: readonly (SignedOverrides & { indication: Indication })[]
  zone: string
  onSigned: () => void
}

const begin = (data: PlanningData, protocol: Versioned<Protocol>, vialMgPerMl: Draft['vialMgPerMl']): Draft => ({
  protocol,
  weightKg: data.chart.weightKg?.value ?? '',
  weightAt: data.chart.weightKg?.at ?? null,
  vialMgPerMl,
  infusateMg: null,
  finalMl: null,
  enteredDoseMg: '',
})

const usualStrength = (vials: readonly { mgPerMl: string }[]): Draft['vialMgPerMl'] => {
  const strengths = new Set(vials.map(({ mgPerMl }) => String(Number(mgPerMl))))
  return strengths.size === 1 ? ([...strengths][0] as Draft['vialMgPerMl']) : ''
}

/** The session, counted from one, whose time went to somebody else. */
const lostIn = (problem: ProblemError | null): [number, string][] => {
  const visit = problem?.about.visit
  return typeof visit === 'number' ? [[visit, 'This time is not available.']] : []
}

const rangeOf = (visits: readonly Visit[], zone: string) => {
  const [first, last] = [visits[0], visits.at(-1)]
  return first && last ? `${sayTime(first.start, zone, 'short day')} to ${sayTime(last.start, zone, 'short day')}` : null
}

/** A course on the prescriber's screen: what is ordered, what the model expects, the sum, the days; then one signature. */
export function Designer({ data, options, first, accepted, zone, onSigned }: DesignerProps) {
  const vials = useVials().filter(({ drugId }) => options.some(({ gives }) => gives.drug === drugId))
  const [begun] = useState(() => begin(data, first, usualStrength(vials)))
  const order = useOrder({ key: `plan ${data.person.id}`, data, zone, begun, options, renewing: null, start: null })
  const { draft, protocol, lines, sum, bag, acknowledged, onAcknowledge } = order
  const course = useCourseDays(protocol, zone)
  const signed = accepted.find(({ indication }) => indication === protocol.indication) ?? { overrides: [], findings: [] }
  const signing = useSignPlan(() => {
    order.kept.clear()
    onSigned()
  })
  const faults = order.faultsWith(signing.problem)
  const disabledReason =
    whyNotSigned({ ...order, signed, visits: course.visits.length, sessions: protocol.sessions }) ??
    (course.near.length > 0 ? 'Two sessions are too close together.' : undefined) ??
    whyNotLines(lineChecks(lines, data.chairDrugs), acknowledged)
  const sign = () =>
    signing.sendAndWait({
      personId: data.person.id,
      dose: order.dose,
      asNeeded: lines.flatMap((line) => choiceOf(line, data.chairDrugs)),
      visits: course.visits.map(({ start, chairId }) => ({ start, ...(chairId && { chairId }) })),
      acknowledged: [...acknowledged],
    })
  return (
    <Stack>
      <DraftNote draft={order.kept} say={sayDose} />
      <Columns kind="three">
        <Ordered {...{ order, data, zone, faults }} options={options} />
        <Stack>
          <Simulated sum={sum} wanted={order.wanted} />
          <Visits
            {...{ protocol, zone, ...course }}
            chairs={data.chairs}
            faults={new Map([...lostIn(signing.problem), ...course.near])}
          />
        </Stack>
        <Stack>
          <Arithmetic {...{ draft, sum, bag, vials, faults }} onChange={order.type} />
          <AsNeeded {...{ lines, acknowledged, onAcknowledge }} list={data.chairDrugs} onLines={order.setLines} />
          <OrderCard
            {...order}
            title={`Order, each of ${protocol.sessions} sessions`}
            note={rangeOf(course.visits, zone)}
            signed={signed}
          >
            <Signature
              {...{ signing, sign, disabledReason }}
              orders={`${inWords(protocol.sessions)} orders`}
              name={data.person.name}
            >
              {sum && <SignSummary {...{ sum, protocol, visits: course.visits, zone, weightAt: draft.weightAt }} />}
            </Signature>
          </OrderCard>
        </Stack>
      </Columns>
    </Stack>
  )
}

type SignatureProps = {
  signing: ReturnType<typeof useSignPlan>
  sign: () => Promise<unknown>
  /** "six orders" */
  orders: string
  name: string
  disabledReason: string | undefined
  children: ReactNode
}

/** The one signature: asked once more, with what it stands for. What is refused is mended in the fields under the question. */
function Signature({ signing, sign, orders, name, disabledReason, children }: SignatureProps) {
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <Fields problem={signing.problem} labels={labels}>
      <Button size="wide" isPending={signing.isSending} disabledReason={disabledReason} onClick={() => setAsking(true)}>
        Sign {orders}
      </Button>
      <p className={styles.quiet}>
        One order per session, locked with its inputs, model and version; each expires at the end of its day. Nothing is sent to a
        pump.
      </p>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        status="inform"
        title={`Sign ${orders} for ${name}?`}
        confirm={`Sign ${orders}`}
        cancel="Not yet"
        isPending={signing.isSending}
        onConfirm={() => void sign().catch(close)}
      >
        {children}
      </ConfirmDialog>
    </Fields>
  )
}
