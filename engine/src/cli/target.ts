import { comparable } from '../case-file/compare.ts'
import { readTargetCase, type TargetOutput, targetCase } from '../case-file/target.ts'
import { readCaseWithFlags, subjectFlags, subjectHelp } from './case-flags.ts'
import type { Command } from './command.ts'
import { flagsInto } from './json.ts'
import { put } from './output.ts'
import { signature } from './signature.ts'
import { listed, type Table } from './table.ts'
import { picture } from './target-picture.ts'

export const target: Command = {
  name: 'target',
  about: 'the doses that reach and hold a concentration',
  help: `Without limits: bolus, elimination, transfer, exact at every moment.

  echo '{"model":"kamp-2020","subject":{"weightKg":70},"plasmaNgPerMl":150,"timesMin":[0,5,10,30,60]}' \\
    | npx @dripline/engine target

With a pump, the settings that come closest without passing the target; ke0PerMin makes the effect site the target:

  echo '{"model":"kamp-2020","subject":{"weightKg":70},"plasmaNgPerMl":150,
         "pump":{"maxMgPerHour":600,"everyMin":5,"untilMin":120,"stepMgPerHour":0.1,"maxBolusMg":20}}' \\
    | npx @dripline/engine target --svg pump.svg

With changes, as few settings as keep plasma in a band:

  echo '{"model":"kamp-2020","subject":{"weightKg":70},
         "changes":{"lowNgPerMl":130,"highNgPerMl":170,"untilMin":240,"maxMgPerHour":200}}' \\
    | npx @dripline/engine target

Or from flags alone: npx @dripline/engine target --model kamp-2020 --weight-kg 70 --plasma-ng-per-ml 150 --times-min 0,5,10

  --model ID       one of ${listed(comparable, 5)}
${subjectHelp}`,
  flags: { alone: [], withValue: ['plasma-ng-per-ml', 'model', ...subjectFlags] },
  run: (given) => {
    const value = readCaseWithFlags(given, ['plasma-ng-per-ml'])
    const asked = readTargetCase(flagsInto(value, given, [], [], { 'plasma-ng-per-ml': 'plasmaNgPerMl' }))
    const output = targetCase(asked)
    put(
      {
        json: output,
        table: tableOf(output),
        warnings: output.warnings,
        notes: [
          '',
          `bolus ${Number(output.bolusMg.toPrecision(5))} mg of ${output.drug} at 0 min; typical subject`,
          ...(output.inBandFromMin === undefined
            ? []
            : [`in the band from minute ${Number(output.inBandFromMin.toPrecision(4))} on`]),
          signature(output.model, output.drug),
        ],
        plot: () => picture(asked, output),
      },
      given,
    )
  },
}

const tableOf = ({ timesMin = [], rateMgPerHour = [], steps }: TargetOutput): Table => ({
  columns: steps
    ? [
        { title: 'from min', values: steps.map(({ fromMin }) => fromMin) },
        { title: 'to min', values: steps.map(({ toMin }) => toMin) },
        { title: 'mg/h', values: steps.map((step) => step.rateMgPerHour) },
        { title: 'reached ng/mL', values: steps.map(({ reachedNgPerMl }) => reachedNgPerMl) },
      ]
    : [
        { title: 'min', values: timesMin },
        { title: 'mg/h', values: rateMgPerHour },
      ],
})
