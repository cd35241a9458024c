import type { Disposition } from '../../src/disposition.ts'
import { kamp2020 } from '../../src/models/kamp-2020.ts'
import { infusion } from '../../src/regimen.ts'
import { type Relief, relief } from '../../src/relief.ts'
import { simulate } from '../../src/simulate.ts'
import { hours, inHours, days as inMinutes, inNgPerMl } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { adult, printed, rowsOf, tolerance } from './rows.ts'

const days = [1, 2, 3, 100 / 24, 7, 14, 28, 42, 56, 84]
const site = [6.17042, 19.9594, 33.3971, 48.034, 41.6239, 26.6699, 10.9491, 4.49504, 1.84539, 0.311029]
const relieved = [37.0142, 65.5279, 76.0804, 82.0617, 79.8557, 71.7513, 51.0468, 29.9768, 14.948, 2.87696]

const relieved100 = (found: Relief) => [...found.responder.relief].map((e) => 100 * e)

/** What the reading of the abstract must give back: the trials that it was held to, in words and few digits. */
function credible(disposition: Disposition): Row[] {
  const steady = (mg: number, over: number, at: readonly number[], sFraction = 1) =>
    relief({ disposition, regimen: [infusion(mg, over)], days: at, sFraction })
  const end = 4.2
  const flat = steady(22.2 * inHours(inMinutes(end)), inMinutes(end), [end, 7, end + 50, 84])
  const [atEnd, week1, , week12] = relieved100(flat)
  const sevenDays = relieved100(steady(14 * 168, inMinutes(7), [7, 35]))
  const tenths = Array.from({ length: 70 }, (_, i) => (i + 1) / 10)
  const once = [0.5, 1].map((share) => Math.max(...relieved100(steady(35, 40, tenths, share))))
  return [
    printed('G', '22.2 mg/h over 4.2 days, slow site at the end, ng/mL', '60.4', inNgPerMl(flat.effectSite[0])),
    printed('G', 'the same, relief of a responder at the end, %', '85', atEnd),
    printed('G', 'the same, in week 1, %', '83.3', week1),
    printed('G', 'the same, mean pain of the arm in week 1, 7.2·(1 − 0.67·E)', '3.18', 7.2 * (1 - 0.67 * (week1 / 100))),
    printed('G', 'the same, in week 12, %', '3.6', week12),
    within('the same, 50 days after the end (relief outlasts the infusion by 50 days), %', 16, 20, relieved100(flat)[2]),
    printed('G', '14 mg/h over seven days, relief of a responder at the end, %', '85', sevenDays[0]),
    printed('G', 'the same, four weeks later, %', '49', sevenDays[1]),
    within('0.5 mg/kg racemate over 40 min, most relief on any day, S as what drives it, %', 0, 5, once[0]),
    printed('G', 'the same, all of it as what drives it, %', '9', once[1]),
  ]
}

const within = (what: string, low: number, high: number, got: number): Row => ({
  id: 'G',
  what,
  expected: `${low} to ${high}`,
  tolerance: 'within',
  got: got.toPrecision(4),
  verdict: got >= low && got <= high ? 'pass' : 'FAIL',
})

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
    ...credible(disposition),
  ]
}
