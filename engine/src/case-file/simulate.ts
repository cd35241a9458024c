import { siteEffects } from '../definitions.ts'
import type { Effect } from '../effect.ts'
import { type Fault, refuse } from '../fault.ts'
import { kineticsOf } from '../kinetics-of.ts'
import type { Drug, Model, Subject } from '../model.ts'
import { partsGiven } from '../parts-given.ts'
import type { Regimen } from '../regimen.ts'
import { fraction, type ReliefEffect } from '../relief.ts'
import { simulateRoutes } from '../simulate-routes.ts'
import { inNgPerMl } from '../units.ts'
import { modelWarnings, type Warning } from '../warnings.ts'
import { regimenWarnings } from '../warnings-courses.ts'
import { doseWarnings } from '../warnings-doses.ts'
import { wayWarnings } from '../warnings-ways.ts'
import { type AbsorbedDose, saidWay } from './absorbed.ts'
import { type EffectSite, readEffectSite, siteWarnings } from './effect-site.ts'
import { Fields } from './fields.ts'
import { readGivenDoses } from './given-doses.ts'
import { caseFileVersion, readAnyModel, readDrug, readSubject, readVersion } from './subject.ts'

export type SimulateCase = {
  model: Model
  subject: Subject
  drug: Drug
  regimen: Regimen
  /** By other ways than the vein. */
  absorbed: readonly AbsorbedDose[]
  timesMin: number[]
  effectSite: EffectSite | undefined
  effects: readonly Effect[]
}

export type SimulateOutput = {
  caseFile: number
  model: string
  drug: Drug
  timesMin: number[]
  plasmaNgPerMl: number[]
  effectSiteNgPerMl?: number[]
  /** Simulated apart where the model knows one enantiomer and the racemate was given. */
  enantiomers?: Record<string, number[]>
  metabolitesNgPerMl?: Record<string, number[]>
  effects?: Record<string, { siteNgPerMl: number[]; fraction?: number[] }>
  /** By which ways other than the vein, each once. */
  ways?: readonly ReturnType<typeof saidWay>[]
  warnings: readonly Warning[]
}

/** Reads a case to simulate; every fault at once, by its place in the file. */
export function readSimulateCase(value: unknown): SimulateCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with model, subject, regimen, timesMin')
  const found = readSimulateFields(fields)
  fields.nothingElse()
  refuse(faults)
  return found
}

/** What every case with a model, a subject and doses holds. */
export function readSimulateFields(fields: Fields): SimulateCase {
  const version = readVersion(fields)
  const model = readAnyModel(fields)
  const subject = readSubject(fields, model.reads)
  const drug = readDrug(fields, model)
  const given = readGivenDoses(fields, { model, subject, version })
  const timesMin = fields.rising('timesMin')
  const effectSite = fields.has('effectSite')
    ? readEffectSite(fields.object('effectSite', 'an object with ke0PerMin or halfLifeMin'))
    : undefined
  fields.raw('effectSite')
  return { model, subject, drug, ...given, timesMin, effectSite, effects: readEffects(fields) }
}

function readEffects(fields: Fields): Effect[] {
  fields.raw('effects')
  if (!fields.has('effects')) return []
  const known = siteEffects
  return fields.list('effects', 'a list of effects').flatMap((id, i) => {
    const found = known.find((effect) => effect.id === id)
    const expected = `one of ${known.map((effect) => effect.id).join(', ')}`
    if (!found) fields.faults.push({ input: `${fields.at('effects')}[${i}]`, value: id, expected })
    return found ? [found] : []
  })
}

const isRelief = (effect: Effect): effect is ReliefEffect => 'emax' in effect && 'gamma' in effect
const inNg = (values: Float64Array) => Array.from(values, inNgPerMl)
const added = (curves: readonly Float64Array[]) => curves[0].map((_, i) => curves.reduce((sum, curve) => sum + curve[i], 0))

/** What plasma, effect site, metabolites and effects do at the times asked for; ng/mL in full precision. */
export function simulateCase(asked: SimulateCase): SimulateOutput {
  const { model, subject, drug, regimen, absorbed, timesMin, effectSite } = asked
  const ke0s = [...(effectSite ? [effectSite.ke0PerMin] : []), ...asked.effects.map(({ ke0 }) => ke0)]
  const sites = ke0s.map((ke0) => ({ of: 'ketamine', ke0 }) as const)
  const parts = partsGiven(model, subject, drug, { regimen, absorbed })
  const found = parts.map(({ name, kinetics, given }) => ({ name, ...simulateRoutes(kinetics, given, timesMin, sites) }))
  const [first] = found
  const siteOf = (i: number) => added(found.map((part) => part.sites[i]))
  const first0 = effectSite ? 1 : 0
  return {
    caseFile: caseFileVersion,
    model: model.id,
    drug,
    timesMin,
    plasmaNgPerMl: inNg(added(found.map(({ plasma }) => plasma))),
    ...(effectSite && { effectSiteNgPerMl: inNg(siteOf(0)) }),
    ...(found.length > 1 && { enantiomers: Object.fromEntries(found.map(({ name, plasma }) => [name, inNg(plasma)])) }),
    ...(Object.keys(first.metabolites).length > 0 && {
      metabolitesNgPerMl: Object.fromEntries(Object.entries(first.metabolites).map(([name, curve]) => [name, inNg(curve)])),
    }),
    ...(asked.effects.length > 0 && {
      effects: Object.fromEntries(
        asked.effects.map((effect, i) => {
          const site = first.name === 'racemate' ? siteOf(first0 + i).map((c) => c * shareOf(effect)) : first.sites[first0 + i]
          return [
            effect.id,
            { siteNgPerMl: inNg(site), ...(isRelief(effect) && { fraction: Array.from(site, (c) => fraction(c, effect)) }) },
          ]
        }),
      ),
    }),
    ...(absorbed.length > 0 && { ways: waysOf(absorbed) }),
    warnings: warningsOf(asked),
  }
}

const waysOf = (absorbed: readonly AbsorbedDose[]) => {
  const all = absorbed.map(saidWay)
  return all.filter(({ way, by }, i) => all.findIndex((each) => each.way === way && each.by === by) === i)
}

/** What of a racemate drives an effect. */
const shareOf = ({ analyte }: Effect) => (analyte === 'S-ketamine' ? 0.5 : 1)

/** What a case must be read with. */
export const warningsOf = ({ model, subject, drug, regimen, absorbed, effectSite, effects: asked }: SimulateCase): Warning[] => [
  ...modelWarnings(model, subject, drug),
  ...doseWarnings(regimen, subject.weightKg),
  ...regimenWarnings(regimen),
  ...wayWarnings(absorbed, model, drug, subject.weightKg),
  ...(effectSite ? siteWarnings(model, effectSite.ke0PerMin, effectSite.source) : []),
  ...asked.map(({ id, estimatedWith }) => ({
    about: 'effectSite' as const,
    message: `the site of ${id} was not estimated with ${model.id} but with another curve: ${estimatedWith}`,
  })),
  ...(model.drug !== drug && drug === 'racemic-ketamine' && kineticsOf(model, subject).metabolites.length > 0
    ? [{ about: 'drug' as const, message: 'metabolites are of the S half; nothing is known of those of R' }]
    : []),
]
