import { type FitCase, type FitOutput, fitCase, readFitCase } from '../case-file/fit.ts'
import type { Plot } from '../plot/shape.ts'
import { inNgPerMl } from '../units.ts'
import { caseFlags, caseHelp, readCaseWithFlags } from './case-flags.ts'
import type { Command } from './command.ts'
import { flagsInto } from './json.ts'
import { put } from './output.ts'
import { readColumns } from './read-csv.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

const columns = { needed: ['timeMin'], known: ['plasmaNgPerMl', 'belowNgPerMl', 'site'] }

export const fit: Command = {
  name: 'fit',
  about: 'one person’s kinetics from plasma samples, and how sure they are',
  help: `A case as for simulate, with the samples (ng/mL of the parent drug) and the vessel they came from.

  echo '{"model":"otto-2021","subject":{"weightKg":70},"drug":"s-ketamine","sampling":"venous",
         "regimen":[{"infuseMg":20,"overMin":40,"atMin":0}],
         "observations":[{"timeMin":40,"plasmaNgPerMl":130},{"timeMin":120,"plasmaNgPerMl":35},
                         {"timeMin":480,"belowNgPerMl":5}],
         "residual":{"logSd":0.24},"timesMin":[40,120,240,480]}' | npx @dripline/engine fit

  --observations FILE.csv
                   samples from a table with the column timeMin and any of plasmaNgPerMl, belowNgPerMl, site
  --sampling SITE  arterial or venous, of every sample that does not say its own
  --seed N         of the draws from the posterior (1)
  --model ID
${caseHelp}

"variability" and "residual" may be left out where the model printed them. "robustDegrees":4 fits with Student's t, so that one
bad sample moves little. Everything that is wrong with the data is listed before anything is fitted.`,
  flags: { alone: [], withValue: ['observations', 'sampling', 'seed', 'model', ...caseFlags] },
  run: (given) => {
    const value = flagsInto(readCaseWithFlags(given), given, ['seed'], ['sampling'])
    const file = given.values.get('observations')
    const samples = file === undefined ? {} : { observations: readColumns(file, columns) }
    const asked = readFitCase(file === undefined ? value : { ...Object(value), ...samples })
    const output = fitCase(asked)
    const { parameters, clearanceLPerHour: cl } = output
    put(
      {
        json: output,
        table: {
          columns: [
            { title: 'parameter', values: parameters.map(({ parameter }) => parameter) },
            { title: 'times typical', values: parameters.map(({ factor }) => factor) },
            { title: 'SD of ln', values: parameters.map(({ sd }) => sd) },
            { title: 'before', values: parameters.map(({ priorSd }) => priorSd) },
            { title: 'shrinkage', values: parameters.map(({ shrinkage }) => shrinkage) },
          ],
        },
        notes: [
          '',
          `clearance ${round(cl.fitted)} L/h (90 of 100 draws in ${round(cl.p5)}–${round(cl.p95)}; typical ${round(cl.typical)})`,
          `draws worth ${Math.round(output.effectiveSize)} of ${output.proposals} proposals${output.trusted ? '' : '; NOT to be trusted'}`,
          ...output.samples.map(
            (one) =>
              `at ${one.timeMin} min: fitted ${round(one.fittedNgPerMl)}, typical ${round(one.typicalNgPerMl)} ng/mL, residual ${one.residual === 'below' ? 'below quantification' : `${round(one.residual)} SD`}`,
          ),
        ],
        warnings: output.warnings,
        plot: () => plotOf(asked, fitCase({ ...asked, timesMin: closeTimes(asked.regimen, pictured(asked)) })),
      },
      given,
    )
  },
}

const round = (value: number) => Number(value.toPrecision(4))

/** Up to the last sample, and to the last time asked for. */
const pictured = ({ timesMin = [], observations }: FitCase) =>
  [...timesMin, ...observations.map(({ time }) => time)].sort((a, b) => a - b)

function plotOf({ observations }: FitCase, output: FitOutput): Plot {
  const { model, timesMin = [], plasmaNgPerMl = [], bandNgPerMl: band } = output
  const axis = timeAxis(timesMin)
  const inAxis = (min: number) => timeAxis([min, timesMin[timesMin.length - 1]]).x[0]
  return {
    title: `${model}: one person, fitted`,
    caption:
      'Line: the most likely curve. Bands: the middle 50 and 90 of 100 draws of the posterior. Points: samples above quantification. A model estimate.',
    ...axis,
    panels: [
      {
        yLabel: 'plasma, ng/mL',
        lines: [
          {
            label: 'fitted',
            values: plasmaNgPerMl,
            bands: band
              ? [
                  { low: band.p5, high: band.p95 },
                  { low: band.p25, high: band.p75 },
                ]
              : [],
          },
        ],
        marks: observations.flatMap((one) => ('plasma' in one ? [{ x: inAxis(one.time), y: inNgPerMl(one.plasma) }] : [])),
      },
    ],
  }
}
