import { fitCase, readFitCase } from '../case-file/fit.ts'
import type { Command } from './command.ts'
import { flagsInto, readCase } from './json.ts'
import { put } from './output.ts'
import { readColumns } from './read-csv.ts'

export const fit: Command = {
  name: 'fit',
  about: 'one person’s kinetics from plasma samples, and how sure they are',
  help: `A case as for simulate, with the samples (ng/mL of the parent drug) and the vessel they came from.

  echo '{"model":"otto-2021","subject":{"weightKg":70},"drug":"s-ketamine","sampling":"venous",
         "regimen":[{"infuseMg":20,"overMin":40,"atMin":0}],
         "observations":[{"timeMin":40,"plasmaNgPerMl":130},{"timeMin":120,"plasmaNgPerMl":35},
                         {"timeMin":480,"belowNgPerMl":5}],
         "residual":{"logSd":0.24},"timesMin":[40,120,240,480]}' | npx @dripline/engine fit

  --observations FILE.csv  samples from a file with the columns timeMin,plasmaNgPerMl instead
  --seed N                 of the draws from the posterior (1)

"variability" and "residual" may be left out where the model printed them. "robustDegrees":4 fits with Student's t, so that one
bad sample moves little. Everything that is wrong with the data is listed before anything is fitted.`,
  flags: { alone: [], withValue: ['observations', 'seed'] },
  run: (given) => {
    const value = flagsInto(readCase(given.files), given, ['seed'])
    const file = given.values.get('observations')
    const samples = file === undefined ? {} : { observations: readColumns(file, ['timeMin', 'plasmaNgPerMl']) }
    const output = fitCase(readFitCase(file === undefined ? value : { ...Object(value), ...samples }))
    const { parameters, clearanceLPerHour: cl, timesMin = [], plasmaNgPerMl = [], bandNgPerMl: band } = output
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
        ...(band && {
          plot: {
            title: `${output.model}: one person, fitted`,
            caption: 'Most likely curve; band: 90 of 100 draws of the posterior. A model estimate.',
            xLabel: 'minutes',
            yLabel: 'plasma, ng/mL',
            x: timesMin,
            lines: [{ label: 'fitted', values: plasmaNgPerMl, band: { low: band.p5, high: band.p95 } }],
          },
        }),
      },
      given,
    )
  },
}

const round = (value: number) => Number(value.toPrecision(4))
