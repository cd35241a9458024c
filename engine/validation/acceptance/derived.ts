import type { Disposition } from '../../src/disposition.ts'
import { clearance, halfLives, steadyStateVolume } from '../../src/kinetics.ts'
import { clements250 } from '../../src/models/clements-250.ts'
import { flint2017 } from '../../src/models/flint-2017.ts'
import { herd2007b } from '../../src/models/herd-2007b.ts'
import { hijazi2003 } from '../../src/models/hijazi-2003.ts'
import { hornik2018 } from '../../src/models/hornik-2018.ts'
import { otto2021 } from '../../src/models/otto-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { infusion } from '../../src/regimen.ts'
import { simulate } from '../../src/simulate.ts'
import { simulateMetabolites } from '../../src/simulate-metabolites.ts'
import { inHours, inLitresPerHour } from '../../src/units.ts'
import type { Row } from '../group.ts'
import { adult, printed as printedAs } from './rows.ts'

const printed = (what: string, expected: string, got: number) => printedAs('printed', what, expected, got)

const mlPerMinPerKg = (p: Disposition) => (1000 * clearance(p)) / adult().weightKg
const slowest = (p: Disposition) => Math.max(...halfLives(p))

/** How far an arm vein stands below an artery at the same time of the same infusion. */
function veinOverArtery(time: number): number {
  const [vein, artery] = [otto2021, simons2022].map((model) => simulate(model.parameters(adult()), [infusion(20, 20)], [time])[0])
  return vein / artery
}

function settledRatio(): number {
  const { plasma, metabolites } = simulateMetabolites(flint2017.kinetics(adult()), [infusion(20_000, 20_000)], [20_000])
  return (metabolites.norketamine?.[0] ?? 0) / plasma[0]
}

/** What sources print beside the parameters, or what follows from two of them together. */
export function derived(): Row[] {
  const [clements, hijazi, herd] = [clements250, hijazi2003, herd2007b].map((model) => model.parameters(adult()))
  return [
    printed('clements-250, clearance, mL/min/kg', '19.1', mlPerMinPerKg(clements)),
    printed('clements-250, steady-state volume, L/kg', '4.131', steadyStateVolume(clements) / 70),
    printed('hijazi-2003, clearance, mL/min/kg (the paper, as recalled: 36)', '36.0', mlPerMinPerKg(hijazi)),
    printed('hijazi-2003, steady-state volume, L/kg', '4.248', steadyStateVolume(hijazi) / 70),
    printed('hijazi-2003, volume by area, L/kg', '15.4', (clearance(hijazi) * slowest(hijazi)) / Math.LN2 / 70),
    printed('hijazi-2003, last half-life, h', '4.95', inHours(slowest(hijazi))),
    printed('herd-2007b, clearance at 70 kg, L/h', '60.2', inLitresPerHour(clearance(herd))),
    printed('herd-2007b, last half-life, h', '2.1', inHours(slowest(herd))),
    printed('flint-2017, clearance at 70 kg, L/h', '112', inLitresPerHour(clearance(flint2017.parameters(adult())))),
    printed('flint-2017, settled, norketamine over ketamine, 112/53.2', '2.105', settledRatio()),
    printed('hornik-2018 as printed, clearance at 70 kg, L/h', '38.9', inLitresPerHour(clearance(hornik2018.published(adult())))),
    printed(
      '20 mg of S-ketamine over 20 min, otto-2021 over simons-2022 at the end: vein over artery',
      '0.42',
      veinOverArtery(20),
    ),
    printed('the same 40 min later', '1.2', veinOverArtery(60)),
  ]
}
