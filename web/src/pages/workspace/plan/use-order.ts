import { dateOf, type Protocol, type Versioned } from '@dripline/clinical'
import { useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import type { PlanningData } from '../../../data/planning.ts'
import { useNow } from '../../../ui/index.tsx'
import { useDoseDraft } from './dose-draft.ts'
import { type Draft, findingsToSign, inputsOf, type Renewing, weighedAt, workOutDraft } from './draft.ts'
import { faultsByField } from './faults.ts'

type OrderAsked = {
  /** The name under which the fields are kept. */
  key: string
  data: PlanningData
  zone: string
  /** What the fields begin with. */
  begun: Draft
  options: readonly Versioned<Protocol>[]
  renewing: Renewing | null
  /** When it would be given, where that is known. */
  start: string | null
}

/** What is acknowledged of the findings. It is not kept: after a reload each of them is read again. */
function useAcknowledged() {
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const onAcknowledge = (id: string, isSo: boolean) =>
    setAcknowledged([...acknowledged.filter((each) => each !== id), ...(isSo ? [id] : [])])
  return { acknowledged, onAcknowledge }
}

/** An order as it is made ready for a signature: its fields, the sum, what the rules say of it, and what of that is acknowledged. */
export function useOrder({ key, data, zone, begun, options, renewing, start }: OrderAsked) {
  const now = useNow(60_000).toISOString()
  const { draft, type, ...fields } = useDoseDraft(key, begun, options)
  const acknowledging = useAcknowledged()
  const setting = { data, now, zone, renewing, start }
  const { sum, faults, bag, sources } = workOutDraft(draft, setting)
  return {
    ...fields,
    ...acknowledging,
    draft,
    type,
    typeWeight: (weightKg: string) => type({ weightKg, weightAt: weighedAt(weightKg, data.chart.weightKg) }),
    protocol: draft.protocol,
    sum,
    bag,
    sources,
    findings: findingsToSign(draft, setting),
    /** What is wrong, by field: found while typing, or by the server when it was signed. */
    faultsWith: (problem: ProblemError | null) => faultsByField(faults, problem),
    /** What the curve is drawn from, once there is a sum. */
    wanted: sum && inputsOf(sum, data, dateOf(now, zone)),
    /** What is sent of the fields, as it was typed. */
    dose: {
      protocolId: draft.protocol.id,
      weightKg: draft.weightKg,
      weightAt: draft.weightAt ?? '',
      vialMgPerMl: draft.vialMgPerMl || ('50' as const),
      infusate: bag,
      ...(draft.enteredDoseMg && { enteredDoseMg: draft.enteredDoseMg }),
    },
  }
}

export type OrderToSign = ReturnType<typeof useOrder>
