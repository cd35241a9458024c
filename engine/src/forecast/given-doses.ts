import { refuse } from '../fault.ts'
import type { Drug } from '../model.ts'
import { type Regimen, regimenFaults } from '../regimen.ts'
import { inDays } from '../units.ts'
import type { GivenDose } from './shape.ts'

/**
 * The doses of a regimen, whose minutes count from the first of them, as a forecast counts: in days from the end of the last infusion.
 * What was really given, by a log, becomes a forecast’s doses so. Doses of 0 mg are none.
 */
export function dosesAfterCourse(regimen: Regimen, drug: Drug): GivenDose[] {
  refuse(regimenFaults(regimen))
  const given = regimen.filter(({ mg }) => mg > 0)
  const end = Math.max(...given.map(({ from, minutes }) => from + minutes))
  return given.map(({ mg, from, minutes }) => ({
    startDay: inDays(from - end),
    endDay: inDays(from + minutes - end),
    mg,
    drug,
  }))
}
