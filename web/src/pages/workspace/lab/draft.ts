import { type Route, routes, type Way } from '@dripline/engine'

const everyRoute: readonly Route[] = Object.values(routes)

/** The ways other than the vein that some model knows, in the order in which they are offered. */
export const knownWays: readonly Way[] = [...new Set(everyRoute.map(({ way }) => way))].sort()

const all: readonly string[] = knownWays
/** Whether a dose comes by another way than the vein. */
export const isWay = (kind: DoseKind): kind is Way => all.includes(kind)

export type DoseKind = 'bolus' | 'infusion' | 'rate' | Way

/** One dose as it stands in its fields: an amount, when it begins, and how long it lasts (infusion) or until when it runs (rate). */
export type DoseDraft = {
  key: number
  kind: DoseKind
  perKg: boolean
  amount: string
  from: string
  until: string
  /** Further starts in min, with commas between. */
  again: string
}

export type RegimenDraft = { key: number; name: string; isSalt: boolean; doses: readonly DoseDraft[] }

export type View = 'plasma' | 'effect site'

/** What stands in the lab's fields. `after`: minutes after the last dose of each regimen. Empty `hours` follow the regimens. */
export type Draft = {
  models: readonly string[]
  drug: string
  weightKg: string
  ageYears: string
  sex: string
  regimens: readonly RegimenDraft[]
  view: View
  /** How the effect site follows: its half-time in min, or ke0 per min. */
  site: { by: 'halfLifeMin' | 'ke0PerMin'; value: string; source: string }
  after: string
  hours: string
  /** The spread of models that printed none, as the file has it. The page has no field for it; it is kept. */
  whereNone: unknown
  size: string
  seed: string
}

let keys = 0
const newKey = () => ++keys

export const newDose = (dose: Partial<DoseDraft> = {}): DoseDraft => ({
  kind: 'infusion',
  perKg: true,
  amount: '0.5',
  from: '0',
  until: '40',
  again: '',
  ...dose,
  key: newKey(),
})

export const newRegimen = (name: string, doses: readonly DoseDraft[] = [newDose()]): RegimenDraft => ({
  key: newKey(),
  name,
  isSalt: false,
  doses,
})

/** The first of A, B, C that no regimen has. */
export const freeName = (regimens: readonly RegimenDraft[]) =>
  ['A', 'B', 'C', 'D'].find((name) => !regimens.some((each) => each.name === name)) ?? ''

/** The published rate of the slower site; see the effect perception-olofsen-2022. */
export const usualSite: Draft['site'] = { by: 'halfLifeMin', value: '8.3', source: 'perception-olofsen-2022' }

export const firstDraft = (): Draft => ({
  models: ['kamp-2020', 'domino', 'clements-250'],
  drug: 'racemic-ketamine',
  weightKg: '70',
  ageYears: '40',
  sex: 'female',
  regimens: [newRegimen('A'), newRegimen('B', [newDose({ kind: 'rate', perKg: false, amount: '25', from: '0', until: '240' })])],
  view: 'plasma',
  site: usualSite,
  after: '120',
  hours: '',
  whereNone: 'patients-borrowed',
  size: '500',
  seed: '1',
})

/** The names that the case file has for what stands in a dose's three fields; null where there is no such field. */
export function namesOf({ kind, perKg }: Pick<DoseDraft, 'kind' | 'perKg'>) {
  const per = perKg ? 'PerKg' : ''
  if (kind === 'bolus') return { amount: `bolusMg${per}`, from: 'atMin', until: null }
  if (isWay(kind)) return { amount: `giveMg${per}`, from: 'atMin', until: null }
  if (kind === 'infusion') return { amount: `infuseMg${per}`, from: 'atMin', until: 'overMin' }
  return { amount: `rateMg${per}PerHour`, from: 'fromMin', until: 'toMin' }
}
