import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { infusion } from '../../src/regimen.ts'
import { relief } from '../../src/relief.ts'
import { simulate } from '../../src/simulate.ts'
import { hours, inNgPerMl } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, rowsOf, tolerance } from './rows.ts'

const days = [1, 2, 3, 100 / 24, 7, 14, 28, 42, 56, 84]
const site = [6.17042, 19.9594, 33.3971, 48.034, 41.6239, 26.6699, 10.9491, 4.49504, 1.84539, 0.311029]
const relieved = [37.0142, 65.5279, 76.0804, 82.0617, 79.8557, 71.7513, 51.0468, 29.9768, 14.948, 2.87696]

/** G: S-ketamine, 5 then 10 then 15 mg/h for 8 h each and 20 mg/h to 100 h; and one short racemic infusion. */
export function slowRelief(): Row[] {
  const disposition = kamp2020.parameters(adult())
  const hundredHours = [
    infusion(40, hours(8)),
    infusion(80, hours(8), hours(8)),
    infusion(120, hours(8), hours(16)),
    infusion(1520, hours(76), hours(24)),
  ]
  const course = relief({ disposition, regimen: hundredHours, days, sFraction: 1 })
  const once = relief({ disposition, regimen: [infusion(35, 40)], days: [7], sFraction: 0.5 })
  const said = days.map((day) => `day ${Number(day.toFixed(3))}`)
  return [
    ...rowsOf(
      'G',
      said.map((day) => `100 h, slow site on ${day}, ng/mL`),
      site,
      [...course.effectSite].map(inNgPerMl),
    ),
    ...rowsOf(
      'G',
      said.map((day) => `100 h, relief of a responder on ${day}, %`),
      relieved,
      [...course.responder.relief].map((e) => 100 * e),
    ),
    numberRow(
      'G',
      '100 h, plasma at the end, ng/mL',
      238.095,
      inNgPerMl(simulate(disposition, hundredHours, [hours(100)])[0]),
      tolerance,
    ),
    numberRow('G', '0.5 mg/kg racemate over 40 min, relief on day 7, %', 3.28545, 100 * once.responder.relief[0], tolerance),
  ]
}
