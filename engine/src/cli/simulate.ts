import { isLab } from '../case-file/lab.ts'
import { readSimulateCase, type SimulateOutput, simulateCase } from '../case-file/simulate.ts'
import type { Command } from './command.ts'
import { readCase } from './json.ts'
import { putLab } from './lab.ts'
import { put } from './output.ts'
import type { Table } from './table.ts'

export const simulate: Command = {
  name: 'simulate',
  about: 'concentrations and effects of a regimen in one subject',
  help: `Reads a case from a file or from standard input.

  echo '{"model":"domino","subject":{"weightKg":70},
         "regimen":[{"bolusMg":21,"atMin":0},{"infuseMg":35,"overMin":40,"atMin":0}],
         "timesMin":[5,10,20,40,60,120],
         "effectSite":{"ke0PerMin":0.238,"source":"navarrete-2025"},
         "effects":["relief-dahan-2011"]}' | npx @dripline/engine simulate

A dose is one of
  {"bolusMg":21,"atMin":0}                      also bolusMgPerKg
  {"infuseMg":35,"overMin":40,"atMin":0}        also infuseMgPerKg
  {"rateMgPerHour":20,"fromMin":60,"toMin":600} also rateMgPerKgPerHour
each may carry "repeatAtMin":[1440,2880]. Masses are free base; "salt":"hydrochloride" says otherwise.
A file that the lab exported draws all its curves again: npx @dripline/engine simulate --json < lab.json`,
  flags: { alone: [], withValue: [] },
  run: (given) => {
    const value = readCase(given.files)
    if (isLab(value)) return putLab(value, given)
    const output = simulateCase(readSimulateCase(value))
    const table = tableOf(output)
    const [time, ...lines] = table.columns
    put(
      {
        json: output,
        table,
        warnings: output.warnings,
        notes: ['', `${output.model}, ${output.drug}, typical subject; a model estimate.`],
        plot: {
          title: `${output.model}: a regimen of ${output.drug}`,
          caption: 'Typical subject, no band: variability is shown by the command population. A model estimate.',
          xLabel: 'minutes',
          yLabel: 'ng/mL',
          x: time.values.map(Number),
          lines: lines
            .filter(({ title }) => !title.endsWith('fraction'))
            .map(({ title, values }) => ({ label: title.replace(' ng/mL', ''), values: values.map(Number) })),
        },
      },
      given,
    )
  },
}

function tableOf(output: SimulateOutput): Table {
  const { timesMin, plasmaNgPerMl, effectSiteNgPerMl, metabolitesNgPerMl = {}, effects = {} } = output
  return {
    columns: [
      { title: 'min', values: timesMin },
      { title: 'plasma ng/mL', values: plasmaNgPerMl },
      ...(effectSiteNgPerMl ? [{ title: 'effect site ng/mL', values: effectSiteNgPerMl }] : []),
      ...Object.entries(metabolitesNgPerMl).map(([name, values]) => ({ title: `${name} ng/mL`, values })),
      ...Object.entries(effects).flatMap(([id, { siteNgPerMl, fraction }]) => [
        { title: `${id} site ng/mL`, values: siteNgPerMl },
        ...(fraction ? [{ title: `${id} fraction`, values: fraction }] : []),
      ]),
    ],
  }
}
