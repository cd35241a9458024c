import type { Drug, Model, Range, Subject } from './model.ts'

/** What a result must be read with; it is no reason to refuse one. */
export type Warning = { about: 'weightKg' | 'ageYears' | 'drug' | 'effectSite' | 'observations' | 'regimen'; message: string }

function outside(
  about: 'weightKg' | 'ageYears',
  unit: string,
  id: string,
  value: number | undefined,
  range: Range | 'not found',
): Warning[] {
  if (value === undefined) return []
  if (range === 'not found') return beyondUsual(about, unit, id, value)
  const [from, to] = range
  if (value >= from && (to === 'not found' || value <= to)) return []
  const whom = to === 'not found' ? `${from} ${unit} or more` : `${from}–${to} ${unit}`
  return [{ about, message: `${id} was made from people of ${whom}; this subject has ${value}` }]
}

/** Where nobody says whom a model was made from: outside of these it is asked about somebody that few studies have. */
const usual = { weightKg: [40, 140], ageYears: [18, 80] } as const

const beyondUsual = (about: 'weightKg' | 'ageYears', unit: string, id: string, value: number): Warning[] =>
  value >= usual[about][0] && value <= usual[about][1]
    ? []
    : [
        {
          about,
          message: `of what ${about === 'weightKg' ? 'weights' : 'ages'} ${id} was made was not found; few studies have people of ${value} ${unit}`,
        },
      ]

/** Where a model is asked about a subject or a drug that it was not made from. */
export function modelWarnings({ id, validity, drug: fitted }: Model, subject: Subject, drug: Drug = fitted): Warning[] {
  return [
    ...outside('weightKg', 'kg', id, subject.weightKg, validity.weightKg),
    ...outside('ageYears', 'years', id, subject.ageYears, validity.ageYears),
    ...(drug === fitted ? [] : [otherDrug(id, fitted, drug)]),
  ]
}

const otherDrug = (id: string, fitted: Drug, drug: Drug): Warning => ({
  about: 'drug',
  message:
    fitted === 's-ketamine'
      ? `${id} was fitted to ${fitted}; ${drug} is simulated as S and R apart, half the dose each, R cleared at a ratio that is recalled; whether R slows the elimination of S is not agreed on (Ihmsen 2001, recalled: by nearly half; Wang 2019, read: not at all) and is not modelled`
      : `${id} was fitted to ${fitted}; ${drug} is simulated as if it were that`,
})
