import {
  curveInputs,
  type DoseChoice,
  type DoseSum,
  doseBeforeBag,
  doseHistory,
  type Fault,
  type Finding,
  hoursAfter,
  Problem,
  type Protocol,
  requestOf,
  type SourceLine,
  screen,
  sourcesOn,
  usualInfusate,
  type Versioned,
  workOutChoice,
  yearsOn,
} from '@dripline/clinical'
import type { Order, PlanningData } from '../../../data/planning.ts'

export type VialStrength = DoseChoice['vialMgPerMl']

/** What stands in the fields; null in the bag means as the protocol has it. */
export type Draft = {
  protocol: Versioned<Protocol>
  weightKg: string
  weightAt: string | null
  vialMgPerMl: VialStrength | ''
  infusateMg: string | null
  finalMl: string | null
  enteredDoseMg: string
}

/** The order that is renewed, and the one before it. */
export type Renewing = { order: Order; before: Order | undefined }

export type Worked = {
  sum: DoseSum | null
  faults: readonly Fault[]
  bag: DoseChoice['infusate']
  sources: readonly SourceLine[]
}

type Setting = { data: PlanningData; now: string; zone: string; renewing: Renewing | null; start: string | null }

const noBag = { infusateMg: '', finalMl: '' }

/** The whole order worked out live, by the same functions with which the server works it out again when it is signed. */
export function workOutDraft(draft: Draft, { data, now, zone, renewing, start }: Setting): Worked {
  const { protocol, vialMgPerMl, enteredDoseMg, weightKg, weightAt } = draft
  const { heightCm, sex } = data.person
  const asked = {
    protocol,
    body: { heightCm: heightCm ?? data.chart.heightCm?.value ?? null, sex },
    now,
    zone,
    ...doseHistory(
      data.given.filter(({ drug }) => drug === protocol.gives.drug),
      {
        number: renewing?.order.number ?? 1,
        toCome: protocol.sessions - (renewing?.order.number ?? 1) + 1,
        start,
        plannedHours: hoursSince(renewing, start, protocol),
        now,
        zone,
      },
    ),
    lastKg: data.chart.weightKg?.value ?? null,
    limits: data.doseLimits,
  }
  const choice = { weightKg, weightAt, vialMgPerMl: vialMgPerMl || null, ...(enteredDoseMg && { enteredDoseMg }) }
  let bag = { infusateMg: draft.infusateMg ?? '', finalMl: draft.finalMl ?? protocol.infusate.finalMl }
  try {
    const { infusateMg } = usualInfusate(protocol, doseBeforeBag(requestOf({ ...choice, infusate: null }, asked)))
    bag = { ...bag, infusateMg: draft.infusateMg ?? infusateMg }
    const infusate = bag.infusateMg === '' || bag.finalMl === '' ? null : bag
    const sum = workOutChoice({ ...choice, infusate }, asked)
    return { sum, faults: [], bag, sources: sourcesFor(draft, data, sum) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { sum: null, faults: error.faults, bag: { ...noBag, ...bag }, sources: [] }
  }
}

const hoursSince = (renewing: Renewing | null, start: string | null, { block }: Protocol) => {
  const before = renewing?.before
  return before?.visitAt && start
    ? hoursAfter({ start: before.visitAt, minutes: before.minutes }, start, block.prepareMinutes)
    : null
}

const sourcesFor = ({ protocol, weightKg }: Draft, { chart }: PlanningData, sum: DoseSum) =>
  sourcesOn({
    indication: protocol.indication,
    ...(chart.painCondition && { condition: chart.painCondition.value }),
    weightKg,
    doseMg: sum.doseMg.value,
    minutes: protocol.minutes,
    sessions: protocol.sessions,
    isDaily: protocol.isDaily,
  })

/** What the rules say of signing now. The weight in the field counts as measured when it says. */
export function findingsToSign({ protocol, weightKg, weightAt }: Draft, { data, now, zone }: Omit<Setting, 'start'>): Finding[] {
  const at = data.chart.indication?.at ?? now
  const weighed = weightAt && /^\d{1,3}(\.\d)?$/.test(weightKg) ? { weightKg: { value: weightKg, at: weightAt } } : {}
  return screen({ ...data.chart, ...weighed, indication: { value: protocol.indication, at } }, 'plan', { at: now, zone })
}

/** What the curve is drawn from. */
export const inputsOf = (sum: DoseSum, { person }: PlanningData, today: string) => ({
  doseMg: sum.doseMg.value,
  minutes: sum.minutes,
  weightKg: sum.weightKg,
  ageYears: person.dateOfBirth ? yearsOn(person.dateOfBirth, today) : 45,
  sex: person.sex === 'male' ? ('male' as const) : ('female' as const),
})

export const drawnFrom = (wanted: ReturnType<typeof inputsOf>, model: 'kamp-2020' | 'domino') => curveInputs({ ...wanted, model })

/** When a typed weight was measured: as it is on record when it is that weight, and not known until somebody says so when it is another. */
export const weighedAt = (weightKg: string, onRecord: { value: string; at: string } | null | undefined): string | null =>
  onRecord && weightKg.trim() !== '' && Number(weightKg) === Number(onRecord.value) ? onRecord.at : null
