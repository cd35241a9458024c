import { adjustment, devine } from '@dripline/engine'
import { Exact, exact, halfUp, plain } from '../exact.ts'
import { Problem } from '../problem.ts'
import type { DoseRequest } from './dose-words.ts'

/** Ideal weight, kg to 0.1, from height in cm; null when height or sex is not known. */
export function idealKg({ heightCm, sex }: DoseRequest['body']): Exact | null {
  if (heightCm === null || sex === null) return null
  const inchesOver60 = exact(heightCm, 'body.heightCm').div('2.54').minus(devine.inches)
  return halfUp(new Exact(devine[sex]).plus(inchesOver60.times(devine.perInch)), 1)
}

/** The weight the dose is worked out from, kg to 0.1 unless it is the measured one. Problem `not-valid` when height or sex is needed and missing. */
export function dosingWeight({ weight, body }: Pick<DoseRequest, 'weight' | 'body'>): Exact {
  const measured = exact(weight.kg, 'weight.kg')
  if (weight.basis === 'actual') return measured
  const ideal = idealKg(body)
  if (!ideal)
    throw new Problem('not-valid', {}, [
      { field: 'body', code: 'height-and-sex-for-weight', params: { basis: weight.basis }, value: { ...body } },
    ])
  return weight.basis === 'ideal' ? ideal : halfUp(ideal.plus(measured.minus(ideal).times(adjustment.share)), 1)
}

/** How far the measured weight lies from the ideal one, in percent of the ideal; null when not known. */
export function percentFromIdeal({ weight, body }: Pick<DoseRequest, 'weight' | 'body'>): string | null {
  const ideal = idealKg(body)
  if (!ideal?.gt(0)) return null
  return plain(exact(weight.kg, 'weight.kg').minus(ideal).abs().div(ideal).times(100), 1)
}
