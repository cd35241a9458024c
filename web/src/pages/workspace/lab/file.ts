import { caseFileVersion, labVersion, versions } from '@dripline/engine'
import { type DoseDraft, type Draft, isWay, namesOf, type RegimenDraft } from './draft.ts'
import { endOfDraft, gridOf, usualHours } from './time.ts'

const known: Readonly<Record<string, string>> = versions

/** A figure as the file has it. What is no figure goes as it stands, and what is empty as null, so that the engine names both. */
export const figureOf = (text: string): number | string | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed
}

const doseOf = (dose: DoseDraft) => {
  const names = namesOf(dose)
  return {
    [names.amount]: figureOf(dose.amount),
    ...(names.until && { [names.until]: figureOf(dose.until) }),
    [names.from]: figureOf(dose.from),
    ...(isWay(dose.kind) && { route: dose.kind }),
    ...(dose.again.trim() !== '' && { repeatAtMin: dose.again.split(',').map(figureOf) }),
  }
}

const regimenOf = ({ name, isSalt, doses }: RegimenDraft) => ({
  name,
  ...(isSalt && { salt: 'hydrochloride' }),
  regimen: doses.map(doseOf),
})

const subjectOf = ({ weightKg, ageYears, sex }: Draft) => ({
  weightKg: figureOf(weightKg),
  ...(ageYears.trim() !== '' && { ageYears: figureOf(ageYears) }),
  ...(sex !== '' && { sex }),
})

/** What stands in the fields as the lab's file, which `dripline simulate --json` draws again; whether it can be is for the engine to say. */
export function fileOf(draft: Draft) {
  const after = figureOf(draft.after)
  const hours = draft.hours.trim() === '' ? usualHours(endOfDraft(draft), Number(after)) : figureOf(draft.hours)
  return {
    caseFile: caseFileVersion,
    lab: labVersion,
    models: draft.models,
    versions: Object.fromEntries(draft.models.map((id) => [id, known[id] ?? 'not known'])),
    drug: draft.drug,
    subject: subjectOf(draft),
    regimens: draft.regimens.map(regimenOf),
    view: draft.view,
    ...(draft.view === 'effect site' && {
      effectSite: { [draft.site.by]: figureOf(draft.site.value), source: draft.site.source },
    }),
    compareAfterEndMin: after,
    variabilityWhereNone: draft.whereNone,
    size: figureOf(draft.size),
    seed: figureOf(draft.seed),
    timesMin: typeof hours === 'number' && hours > 0 ? gridOf(draft, hours * 60) : [hours],
  }
}

export type LabFile = ReturnType<typeof fileOf>
