import { comparable } from '../case-file/compare.ts'
import { isLab } from '../case-file/lab.ts'
import { readSimulateCase, type SimulateOutput, simulateCase } from '../case-file/simulate.ts'
import { siteEffects } from '../definitions.ts'
import type { Plot } from '../plot/shape.ts'
import { caseFlags, caseHelp, readCaseWithFlags } from './case-flags.ts'
import type { Command } from './command.ts'
import { putLab } from './lab.ts'
import { put } from './output.ts'
import { signature, wayNotes, waysHelp } from './signature.ts'
import { listed, type Table } from './table.ts'
import { closeTimes, timeAxis } from './time-axis.ts'

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
  {"giveMg":28,"route":"intranasal","atMin":0}     also giveMgPerKg; see below
  {"rampFromMgPerHour":0,"rampToMgPerHour":60,"fromMin":0,"toMin":30,"everyMin":5}
each may carry "repeatAtMin":[1440,2880]; infusions that overlap add. Masses are free base; "salt":"hydrochloride" says otherwise.
A route is one that was estimated with the model:
${waysHelp()}
or one of your own, with "absorption":{"paths":[{"share":0.3,"ratesPerMin":[0.03],"lagMin":5,"releaseMin":10}],"source":"whose"}.
A column \`route\` in a table of doses says the same. What is swallowed is often seen as norketamine alone: look at that column too.
In place of "regimen", "log" says what was done at the pump. Or from tables and flags alone:

  printf 'infuseMgPerKg,overMin,atMin\\n0.5,40,0\\n0.5,40,1440\\n' > doses.csv
  npx @dripline/engine simulate --model kamp-2020 --weight-kg 70 --regimen doses.csv --times-min 40,60,1480 --svg curve.svg

  --model ID       one of ${listed(comparable, 5)}
${caseHelp}

Effects: ${siteEffects.map(({ id }) => id).join(', ')}. Relief is that of somebody in whom the drug acts, 0 to 1.
A value at an event's own instant is just after a bolus and at the end of an infusion's interval.
A file that the lab exported draws all its curves again: npx @dripline/engine simulate --json < lab.json`,
  flags: { alone: [], withValue: ['model', ...caseFlags] },
  run: (given) => {
    const value = readCaseWithFlags(given)
    if (isLab(value)) return putLab(value, given)
    const asked = readSimulateCase(value)
    const output = simulateCase(asked)
    put(
      {
        json: output,
        table: tableOf(output),
        warnings: output.warnings,
        notes: ['', 'Typical subject.', ...wayNotes(output), signature(output.model, output.drug)],
        plot: () => plotOf(simulateCase({ ...asked, timesMin: closeTimes(asked, asked.timesMin) })),
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

/** Concentrations in one panel, relief in one of its own beneath: it goes by days and by another unit. */
function plotOf(output: SimulateOutput): Plot {
  const { plasmaNgPerMl, effectSiteNgPerMl, metabolitesNgPerMl = {}, effects = {} } = output
  const found = Object.entries(effects)
  return {
    title: `${output.model}: ${output.drug}`,
    caption:
      'Typical subject, no band: the command population shows how people differ. Relief is that of somebody in whom the drug acts. A model estimate.',
    ...timeAxis(output.timesMin),
    panels: [
      {
        yLabel: 'ng/mL',
        lines: [
          { label: 'plasma', values: plasmaNgPerMl },
          ...(effectSiteNgPerMl ? [{ label: 'effect site', values: effectSiteNgPerMl }] : []),
          ...Object.entries(metabolitesNgPerMl).map(([label, values]) => ({ label, values })),
          ...found.flatMap(([id, { siteNgPerMl, fraction }]) => (fraction ? [] : [{ label: `${id} site`, values: siteNgPerMl }])),
        ],
      },
      ...found.flatMap(([id, { fraction }]) =>
        fraction ? [{ yLabel: `${id}, % of pain relieved`, lines: [{ label: 'relief', values: fraction.map(inPercent) }] }] : [],
      ),
    ],
  }
}

const inPercent = (share: number) => 100 * share
