import { EngineFault, type Fault, type Lab, readLab } from '@dripline/engine'
import { type DoseDraft, type Draft, knownWays, newDose, newRegimen, usualSite, type View } from './draft.ts'
import { endOfDraft, usualHours } from './time.ts'

export type Read = { lab: Lab; faults: readonly [] } | { lab: null; faults: readonly Fault[] }

/** What the engine makes of a file of the lab: the lab, or every fault of it. */
export function readFile(value: unknown): Read {
  try {
    return { lab: readLab(value), faults: [] }
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    return { lab: null, faults: error.faults }
  }
}

/** Fields to fill in, and what they must be read with; or what is wrong, all of it. */
export type Opened = { draft: Draft; warnings: readonly string[] } | { faults: readonly Fault[] }

/** The words of a file as fields to fill in; or what is wrong with it. */
export function openText(text: string): Opened {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : 'it cannot be read'
    return { faults: [{ input: 'file', value: text.slice(0, 40), expected: `JSON; ${where}` }] }
  }
  const { lab, faults } = readFile(value)
  if (!lab) return { faults }
  // The engine has read it whole: what is there has the form below.
  const written = value as Written
  const fieldless = fieldlessOf(written)
  if (fieldless.length > 0) return { faults: fieldless }
  return { draft: draftOf(written), warnings: lab.warnings.map(({ message }) => message) }
}

/** Doses that the engine draws and this page could not show: refused by name, never shown as something else. */
const fieldlessOf = ({ regimens }: Written): Fault[] =>
  regimens.flatMap(({ regimen }, i) =>
    regimen.flatMap((dose, j) => {
      const found = Object.keys(dose).find((name) => name.startsWith('ramp') || name === 'absorption')
      if (found === undefined) return []
      const value = found === 'absorption' ? 'paths of your own' : 'a ramp'
      const expected = `a bolus, an infusion, a rate or a known way; the lab has no fields for ${value}, the command draws it`
      return [{ input: `regimens[${i}].regimen[${j}].${found}`, value, expected }]
    }),
  )

type WrittenDose = Partial<Record<DoseName, number>> & { route?: string; repeatAtMin?: readonly number[] }
type DoseName =
  | 'bolusMg'
  | 'bolusMgPerKg'
  | 'giveMg'
  | 'giveMgPerKg'
  | 'infuseMg'
  | 'infuseMgPerKg'
  | 'rateMgPerHour'
  | 'rateMgPerKgPerHour'
  | 'atMin'
  | 'overMin'
  | 'fromMin'
  | 'toMin'
type Written = {
  models: string[]
  drug: string
  subject: { weightKg: number; ageYears?: number; sex?: string }
  regimens: { name: string; salt?: string; regimen: WrittenDose[] }[]
  view?: View
  effectSite?: { halfLifeMin?: number; ke0PerMin?: number; source: string }
  compareAfterEndMin: number
  variabilityWhereNone?: unknown
  size: number
  seed: number
  timesMin: number[]
}

const text = (value: number | undefined) => (value === undefined ? '' : String(value))

function draftOf(file: Written): Draft {
  const { subject, effectSite: site, compareAfterEndMin: after } = file
  const regimens = file.regimens.map(({ name, salt, regimen }) => ({
    ...newRegimen(name, regimen.map(doseOf)),
    isSalt: salt === 'hydrochloride',
  }))
  const end = endOfDraft({ regimens })
  const hours = (file.timesMin.at(-1) ?? 0) / 60
  return {
    models: file.models,
    drug: file.drug,
    weightKg: text(subject.weightKg),
    ageYears: text(subject.ageYears),
    sex: subject.sex ?? '',
    regimens,
    view: file.view ?? 'plasma',
    site: site
      ? {
          by: site.ke0PerMin === undefined ? 'halfLifeMin' : 'ke0PerMin',
          value: text(site.ke0PerMin ?? site.halfLifeMin),
          source: site.source,
        }
      : usualSite,
    after: text(after),
    // What the regimens would give anyway goes on following them.
    hours: hours === usualHours(end, after) ? '' : text(hours),
    whereNone: file.variabilityWhereNone ?? 'patients-borrowed',
    size: text(file.size),
    seed: text(file.seed),
  }
}

function doseOf({ repeatAtMin = [], ...dose }: WrittenDose): DoseDraft {
  const again = repeatAtMin.join(', ')
  const perKg = Object.keys(dose).some((name) => name.includes('PerKg'))
  const [bolus, infuse] = [dose.bolusMg ?? dose.bolusMgPerKg, dose.infuseMg ?? dose.infuseMgPerKg]
  const way = knownWays.find((each) => each === dose.route)
  if (way) return newDose({ kind: way, perKg, amount: text(dose.giveMg ?? dose.giveMgPerKg), from: text(dose.atMin), again })
  if (bolus !== undefined) return newDose({ kind: 'bolus', perKg, amount: text(bolus), from: text(dose.atMin), again })
  if (infuse !== undefined)
    return newDose({ perKg, amount: text(infuse), from: text(dose.atMin), until: text(dose.overMin), again })
  const rate = text(dose.rateMgPerHour ?? dose.rateMgPerKgPerHour)
  return newDose({ kind: 'rate', perKg, amount: rate, from: text(dose.fromMin), until: text(dose.toMin), again })
}
