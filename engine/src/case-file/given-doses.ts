import { kineticsOf } from '../kinetics-of.ts'
import type { Model, Subject } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import { type AbsorbedDose, absorbedOf, liverFaults } from './absorbed.ts'
import type { Fields } from './fields.ts'
import { readDoses } from './regimen.ts'
import { firstWithWays, refuseOtherWay } from './subject.ts'

type About = { model: Model; subject: Subject & { heightCm?: number }; version: number }

/** The doses of a case by whatever way, each with the paths that the model knows for it; what the model does not know is a fault by its name. */
export function readGivenDoses(
  fields: Fields,
  { model, subject, version }: About,
): { regimen: Regimen; absorbed: AbsorbedDose[] } {
  const { regimen, taken } = readDoses(fields, subject)
  if (regimen.length > 0 || taken.length === 0) refuseOtherWay(fields, model)
  if (version < firstWithWays)
    for (const dose of taken)
      dose.fields.fault('route', `"caseFile": ${firstWithWays}, since version ${version} knows the vein alone`)
  if (fields.faults.length > 0) return { regimen, absorbed: absorbedOf(taken, model) }
  fields.faults.push(...liverFaults(taken, kineticsOf(model, subject).parent))
  return { regimen, absorbed: absorbedOf(taken, model) }
}
