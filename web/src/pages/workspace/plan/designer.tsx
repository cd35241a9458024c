import { addDays, dateOf, type Indication, type Protocol, type SignedOverrides, type Versioned } from '@dripline/clinical'
import { startTransition, useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { type PlanningData, useFreeVisits, useSignPlan, useVials } from '../../../data/planning.ts'
import { Button, Columns, ConfirmDialog, DraftNote, FormProblems, Stack, sayTime, useNow } from '../../../ui/index.tsx'
import { Arithmetic } from './arithmetic.tsx'
import { AsNeeded, choiceOf, lineChecks, whyNotLines } from './as-needed.tsx'
import { sayDose, useDoseDraft } from './dose-draft.ts'
import { type Draft, findingsToSign, inputsOf, weighedAt, workOutDraft } from './draft.ts'
import { faultsByField, labels } from './faults.ts'
import { OrderCard, whyNotSigned } from './order-card.tsx'
import { inWords } from './order-words.ts'
import styles from './plan.module.css'
import { proposeVisits, tooNear, type Visit } from './propose-visits.ts'
import { ProtocolCard, Sources } from './protocol-card.tsx'
import { SignSummary } from './sign-summary.tsx'
import { Simulated } from './simulated.tsx'
import { Visits } from './visits.tsx'

type DesignerProps = {
  data: PlanningData
  options: readonly Versioned<Protocol>[]
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
  totalMg: null,
  finalMl: null,
  enteredDoseMg: '',
})

const usualStrength = (vials: readonly { mgPerMl: string }[]): Draft['vialMgPerMl'] => {
  const strengths = new Set(vials.map(({ mgPerMl }) => String(Number(mgPerMl))))
  return strengths.size === 1 ? ([...strengths][0] as Draft['vialMgPerMl']) : ''
}

const latest = (one: string, other: string) => [one, other].sort().at(-1) ?? other

const lostIn = (problem: ProblemError | null): [number, string][] => {
  const visit = problem?.about.visit
  return typeof visit === 'number' ? [[visit, 'This time is not available.']] : []
}

const near = (visits: readonly Visit[], { spacing }: Protocol): [number, string][] =>
  tooNear(visits, spacing).map((number) => [number, `At least ${spacing.leastHours} h after session ${number - 1}`])

/** A course on the prescriber's screen: what is ordered, what the model expects, the sum, the days; then one signature. */
export function Designer({ data, options, accepted, zone, onSigned }: DesignerProps) {
  const vials = useVials().filter(({ drugId }) => options.some(({ gives }) => gives.drug === drugId))
  const now = useNow(60_000).toISOString()
  const today = dateOf(now, zone)
  const [first] = options
  const [begun] = useState(() => (first ? begin(data, first, usualStrength(vials)) : null))
  const { draft, lines, type: typed, setLines, kept } = useDoseDraft(`plan ${data.person.id}`, begun, options)
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const [from, setFrom] = useState(addDays(today, 1))
  const [time, setTime] = useState<string | undefined>()
  const [moved, setMoved] = useState<Readonly<Record<number, Visit>>>({})
  const [isAsking, setAsking] = useState(false)
  const signing = useSignPlan(() => {
    kept.clear()
    onSigned()
  })
  const days = useFreeVisits(draft?.protocol.id ?? '', from)
  if (!draft) return null
  const { protocol } = draft
  const signed = accepted.find(({ indication }) => indication === protocol.indication) ?? { overrides: [], findings: [] }
  const visits = proposeVisits(days, protocol, zone, time).map((visit, i) => moved[i] ?? visit)
  const setting = { data, now, zone, renewing: null, start: null }
  const { sum, faults, bag, sources } = workOutDraft(draft, setting)
  const findings = findingsToSign(draft, setting)
  const acknowledge = (id: string, isSo: boolean) =>
    setAcknowledged([...acknowledged.filter((each) => each !== id), ...(isSo ? [id] : [])])
  // Another protocol asks for other free days: what stands here stays until they have come.
  const change = (part: Partial<Draft>) => (part.protocol ? startTransition(() => typed(part)) : typed(part))
  const byField = faultsByField(faults, signing.problem)
  const wrong = new Map([...lostIn(signing.problem), ...near(visits, protocol)])
  const range =
    visits.length > 0
      ? `${sayTime(visits[0]?.start ?? now, zone, 'short day')} to ${sayTime(visits.at(-1)?.start ?? now, zone, 'short day')}`
      : null
  const disabledReason =
    whyNotSigned({ sum, findings, signed, acknowledged, visits: visits.length, sessions: protocol.sessions }) ??
    (near(visits, protocol).length > 0 ? 'Two sessions are too close together.' : undefined) ??
    whyNotLines(lineChecks(lines, data.chairDrugs), acknowledged)
  const sign = () => {
    const sent = {
      personId: data.person.id,
      dose: {
        protocolId: protocol.id,
        weightKg: draft.weightKg,
        weightAt: draft.weightAt ?? '',
        vialMgPerMl: draft.vialMgPerMl || '50',
        infusate: bag,
        ...(draft.enteredDoseMg && { enteredDoseMg: draft.enteredDoseMg }),
      },
      asNeeded: lines.flatMap((line) => choiceOf(line, data.chairDrugs)),
      visits: visits.map(({ start, chairId }) => ({ start, ...(chairId && { chairId }) })),
      acknowledged: [...acknowledged],
    }
    // The question stays until it is answered; what is refused is mended in the fields under it.
    signing.sendAndWait(sent).catch(() => setAsking(false))
  }
  return (
    <Stack>
      <DraftNote draft={kept} say={sayDose} />
      <Columns kind="three">
        <Stack>
          <ProtocolCard
            {...{ draft, options, data, zone, faults: byField }}
            onChange={change}
            onWeight={(weightKg) => typed({ weightKg, weightAt: weighedAt(weightKg, data.chart.weightKg) })}
          />
          <Sources sources={sources} />
        </Stack>
        <Stack>
          <Simulated sum={sum} wanted={sum && inputsOf(sum, data, today)} />
          <Visits
            {...{ protocol, visits, days, zone, from, chairs: data.chairs }}
            faults={wrong}
            onFrom={(date) => startTransition(() => setFrom(latest(date, today)))}
            onTime={(wanted) => {
              setTime(`${wanted}:00`)
              setMoved({})
            }}
            onVisit={(index, visit) => setMoved({ ...moved, [index]: visit })}
          />
        </Stack>
        <Stack>
          <Arithmetic {...{ draft, sum, bag, vials, faults: byField }} onChange={typed} />
          <AsNeeded {...{ lines, acknowledged }} list={data.chairDrugs} onLines={setLines} onAcknowledge={acknowledge} />
          <OrderCard
            title={`Order, each of ${protocol.sessions} sessions`}
            note={range}
            {...{ sum, protocol, findings, signed, acknowledged }}
            onAcknowledge={acknowledge}
          >
            <FormProblems problem={signing.problem} labels={labels} />
            <Button size="wide" isPending={signing.isSending} disabledReason={disabledReason} onClick={() => setAsking(true)}>
              Sign {inWords(protocol.sessions)} orders
            </Button>
            <p className={styles.quiet}>
              One order per session, locked with its inputs, model and version; each expires at the end of its day. Nothing is
              sent to a pump.
            </p>
          </OrderCard>
        </Stack>
      </Columns>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        status="inform"
        title={`Sign ${inWords(protocol.sessions)} orders for ${data.person.name}?`}
        confirm={`Sign ${inWords(protocol.sessions)} orders`}
        cancel="Not yet"
        isPending={signing.isSending}
        onConfirm={sign}
      >
        {sum && <SignSummary {...{ sum, protocol, visits, zone, weightAt: draft.weightAt }} />}
      </ConfirmDialog>
    </Stack>
  )
}
