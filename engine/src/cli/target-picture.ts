import { type TargetCase, type TargetOutput, targetCase } from '../case-file/target.ts'
import type { Plot } from '../plot/shape.ts'
import { bolus, infusion, type Regimen } from '../regimen.ts'
import { simulateEffectSite } from '../simulate.ts'
import { inNgPerMl, mgPerHour } from '../units.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

/** What the pump does, and beneath it what comes of it; without limits the rate alone, since plasma stands still. */
export const picture = (asked: TargetCase, output: TargetOutput): Plot =>
  output.steps ? settings(asked, output.bolusMg, output.steps) : ideal(asked, output)

function ideal(asked: TargetCase, { model, drug, bolusMg }: TargetOutput): Plot {
  const timesMin = closeTimes({ regimen: [] }, asked.timesMin)
  const { rateMgPerHour = [] } = targetCase({ ...asked, timesMin })
  return {
    title: `${model}: ${asked.plasmaNgPerMl} ng/mL of ${drug}, held`,
    caption: `After a bolus of ${Number(bolusMg.toPrecision(4))} mg at 0. Typical subject; a model estimate.`,
    ...timeAxis(timesMin),
    panels: [{ yLabel: 'rate, mg/h', lines: [{ label: 'rate', values: rateMgPerHour }] }],
  }
}

function settings(asked: TargetCase, bolusMg: number, steps: NonNullable<TargetOutput['steps']>): Plot {
  const { model, subject, drug, ke0PerMin, limits, plasmaNgPerMl } = asked
  const regimen: Regimen = [
    bolus(bolusMg),
    ...steps.map(({ fromMin, toMin, rateMgPerHour }) =>
      infusion(mgPerHour(rateMgPerHour) * (toMin - fromMin), toMin - fromMin, fromMin),
    ),
  ]
  const timesMin = closeTimes({ regimen }, [steps[steps.length - 1].toMin])
  const { plasma, effectSite } = simulateEffectSite(model.parameters(subject), ke0PerMin ?? 1, regimen, timesMin)
  const rateAt = (time: number) => steps.findLast(({ fromMin }) => fromMin <= time)?.rateMgPerHour ?? 0
  const levels =
    limits.kind === 'changes'
      ? [
          { value: limits.lowNgPerMl, label: 'lower edge' },
          { value: limits.highNgPerMl, label: 'upper edge' },
        ]
      : [{ value: plasmaNgPerMl, label: 'target' }]
  return {
    title: `${model.id}: ${drug}, settings of a pump`,
    caption: `After a bolus of ${Number(bolusMg.toPrecision(4))} mg at 0. Typical subject; a model estimate.`,
    ...timeAxis(timesMin),
    panels: [
      {
        yLabel: 'ng/mL',
        lines: [
          { label: 'plasma', values: Array.from(plasma, inNgPerMl) },
          ...(ke0PerMin === undefined ? [] : [{ label: 'effect site', values: Array.from(effectSite, inNgPerMl) }]),
        ],
        levels,
      },
      { yLabel: 'rate, mg/h', lines: [{ label: 'rate', values: timesMin.map(rateAt), stepped: true }] },
    ],
  }
}
