import { type FitCase, type FitOutput, fitCase, readFitCase } from '../case-file/fit.ts'
import type { Plot } from '../plot/shape.ts'
import { inNgPerMl } from '../units.ts'
import type { Arguments } from './arguments.ts'
import { caseFlags, caseHelp, readCaseWithFlags } from './case-flags.ts'
import type { Command } from './command.ts'
import { asNumber, flagsInto } from './json.ts'
import { put } from './output.ts'
import { readColumns } from './read-csv.ts'
import { signature } from './signature.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

const columns = { needed: ['timeMin'], known: ['plasmaNgPerMl', 'belowNgPerMl', 'site', 'drawn'] }

/** Flags of the residual error, each a field of it. */
const residualFlags = {
  'residual-log-sd': 'logSd',
  'residual-proportional': 'proportional',
  'residual-additive-ng-per-ml': 'additiveNgPerMl',
} as const

function withResidual(value: unknown, { values }: Arguments): unknown {
  const given = Object.entries(residualFlags).flatMap(([flag, field]) => {
    const word = values.get(flag)
    return word === undefined ? [] : [[field, asNumber(word)]]
  })
  return given.length === 0 ? value : { ...Object(value), residual: Object.fromEntries(given) }
}

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
                   samples from a table with the column timeMin and any of plasmaNgPerMl, belowNgPerMl, site, drawn
                   (before or after the bolus of that very minute); in any order, replicates and blanks too
  --sampling SITE  arterial or venous, of every sample that does not say its own
  --variability patients-borrowed
                   how people differ, where the model printed nothing
  --residual-log-sd N, or --residual-proportional N with --residual-additive-ng-per-ml N
                   how samples stray, where the model printed nothing
  --seed N         of the draws from the posterior (1)
  --model ID
${caseHelp}

"variability" and "residual" may be left out where the model printed them. "robustDegrees":4 fits with Student's t, so that one
bad sample moves little. Everything that is wrong with the data is listed before anything is fitted.`,
  flags: {
    alone: [],
    withValue: ['observations', 'sampling', 'seed', 'model', 'variability', ...Object.keys(residualFlags), ...caseFlags],
  },
  run: (given) => {
    const value = withResidual(flagsInto(readCaseWithFlags(given), given, ['seed'], ['sampling', 'variability']), given)
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
            { title: 'variance left', values: parameters.map(({ varianceLeft }) => varianceLeft) },
          ],
        },
        notes: [
          '',
          `clearance ${round(cl.fitted)} L/h (90 of 100 draws in ${round(cl.p5)}–${round(cl.p95)}; typical ${round(cl.typical)})`,
          `draws worth ${Math.round(output.effectiveSize)} of ${output.proposals} proposals${output.trusted ? '' : '; NOT to be trusted'}`,
          ...output.samples.map(sampleLine),
          fitLine(output.goodness),
          `Fitted to ${output.sampling} samples.`,
          signature(output.model, output.drug),
        ],
        warnings: output.warnings,
        plot: () => plotOf(asked, fitCase({ ...asked, timesMin: closeTimes(asked, pictured(asked)) })),
      },
      given,
    )
  },
}

/** One sample in a line: what was measured, what is fitted, how far off it is and what it alone does to the clearance. */
function sampleLine(one: FitOutput['samples'][number]): string {
  const at = `at ${one.timeMin} min`
  const pull = one.pull === null ? '' : `; moves clearance by ${signed(100 * (one.pull - 1))} %`
  if (one.residual === 'blank') return `${at}: a blank, before any drug was given`
  const fitted = `fitted ${round(one.fittedNgPerMl)}, typical ${round(one.typicalNgPerMl)} ng/mL`
  return one.residual === 'below'
    ? `${at}: below ${round(one.belowNgPerMl ?? Number.NaN)}, ${fitted}, chance of that ${round(one.chance ?? Number.NaN)}${pull}`
    : `${at}: measured ${round(one.measuredNgPerMl ?? Number.NaN)}, ${fitted}, residual ${round(one.residual)} SD${pull}`
}

const signed = (percent: number) => `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(1)}`

const fitLine = ({ objects, chance }: FitOutput['goodness']) =>
  objects
    ? 'DOES NOT FIT: see the warnings'
    : `fits: with nothing wrong ${chance >= 1 ? 'every' : `${round(100 * chance)} in 100`} fits look as bad`

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
