import { antidepressantDurabilityMurrough2013 as durability } from '../../src/effects/antidepressant-durability-murrough-2013.ts'
import { magnesiumBlockJahrStevens1990 as block } from '../../src/effects/magnesium-block-jahr-stevens-1990.ts'
import { occupancyShaffer2014 as shaffer } from '../../src/effects/occupancy-shaffer-2014.ts'
import { ngPerMl } from '../../src/units.ts'
import { numberRow, type Row } from '../group.ts'
import { rowsOf, tolerance } from './rows.ts'

const voltages = [-80, -65, -60, -40, 0]
const passing = [0.0244247, 0.0596682, 0.0796264, 0.230155, 0.781182]

const held: readonly { ketamine: number; norketamine: number; unbound: number; expected: number }[] = [
  { ketamine: 185, norketamine: 0, unbound: 0.53, expected: 22.5082 },
  { ketamine: 185, norketamine: 0, unbound: 0.73, expected: 28.5748 },
  { ketamine: 240.331, norketamine: 0, unbound: 0.53, expected: 27.3958 },
  { ketamine: 1000, norketamine: 0, unbound: 0.53, expected: 61.0902 },
  { ketamine: 185, norketamine: 60, unbound: 0.53, expected: 23.3822 },
]

/** H: the receptor; and how long a response of depression is kept. */
export const receptor = (): Row[] => [
  ...rowsOf(
    'H',
    voltages.map((mV) => `magnesium block, share that passes at ${mV} mV and 1 mmol/L`),
    passing,
    voltages.map((mV) => block.passes(mV, 1)),
  ),
  ...held.map(({ ketamine, norketamine, unbound, expected }) =>
    numberRow(
      'H',
      `receptors held at ${ketamine} ng/mL of ketamine, ${norketamine} of norketamine, ${unbound} of ketamine unbound, %`,
      expected,
      100 *
        shaffer.occupancy({
          ketamine: ngPerMl(ketamine),
          norketamine: ngPerMl(norketamine),
          unbound: { ketamine: unbound, norketamine: shaffer.unbound.norketamine.value },
        }),
      tolerance,
    ),
  ),
  ...rowsOf(
    '20',
    [7, 14, 28].map((day) => `share still well on day ${day} after a course for depression`),
    [0.875827, 0.639954, 0.222532],
    [7, 14, 28].map((day) => durability.survival(day)),
  ),
  numberRow('20', 'half have relapsed by day', 18, durability.dayOfRelapse(0.5), tolerance),
]
