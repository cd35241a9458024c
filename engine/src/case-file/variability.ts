import type { Model, Parameter, Residual, Variability } from '../model.ts'
import { ngPerMl } from '../units.ts'
import { independent, patientVariability } from '../variability.ts'
import { type Fields, utmost } from './fields.ts'

const parameters = ['cl', 'v1', 'q2', 'v2', 'q3', 'v3', 'qh', 'vh', 'kel'] as const satisfies readonly Parameter[]
const given = { citation: 'given in the case file', population: 'as the case file has it', confidence: 'not the engine’s' }

/**
 * How people differ: what the model printed unless said; `patients-borrowed`; or coefficients of variation by parameter. A model that
 * printed none needs one of the others: nothing is assumed in silence.
 */
export function readVariability(fields: Fields, model: Model): Variability {
  const asked = fields.raw('variability')
  if (asked === undefined && typeof model.variability === 'object') return model.variability
  if (asked === patientVariability.id) return patientVariability
  const expected = `'${patientVariability.id}', or coefficients of variation such as {"cl":0.25,"v1":0.3}`
  if (typeof asked !== 'object' || asked === null) {
    fields.fault('variability', asked === undefined ? `${expected}: ${model.id} printed none` : expected)
    return patientVariability
  }
  const spread = fields.object('variability', expected)
  const found = parameters.flatMap((name) => {
    const cv = spread.optionalNumber(name, { above: 0, max: 5 })
    return cv === undefined ? [] : [{ name, cv }]
  })
  if (found.length === 0) spread.faultOfAll(expected)
  spread.nothingElse()
  return {
    id: 'case-file',
    title: 'Between-subject spread given in the case file',
    source: given,
    basis: 'inferred',
    of: found.map(({ name }) => name),
    omega: independent(found.map(({ cv }) => cv)),
  }
}

/** How samples stray: as the model printed unless said; a share and an addition in ng/mL, or the SD of logarithms. */
export function readResidual(fields: Fields, model: Model): Residual {
  const printed = typeof model.residual === 'object' ? model.residual.ketamine : undefined
  if (!fields.has('residual')) {
    fields.raw('residual')
    if (printed) return printed
    fields.fault('residual', `{"proportional":0.15,"additiveNgPerMl":2} or {"logSd":0.2}: ${model.id} printed none`)
    return { logSd: 1 }
  }
  const residual = fields.object('residual', 'an object with proportional and additiveNgPerMl, or logSd')
  const logSd = residual.optionalNumber('logSd', { above: 0, max: 5 })
  const proportional = residual.optionalNumber('proportional', { min: 0, max: 5 })
  const additive = residual.optionalNumber('additiveNgPerMl', { min: 0, max: utmost.ngPerMl })
  const both = proportional !== undefined || additive !== undefined
  if ((logSd === undefined) !== both) residual.faultOfAll('either logSd, or proportional and additiveNgPerMl')
  residual.nothingElse()
  return logSd === undefined ? { proportional: proportional ?? 0, additive: ngPerMl(additive ?? 0) } : { logSd }
}
