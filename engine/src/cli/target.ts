import { readTargetCase, type TargetOutput, targetCase } from '../case-file/target.ts'
import type { Command } from './command.ts'
import { readCase } from './json.ts'
import { put } from './output.ts'
import type { Table } from './table.ts'

export const target: Command = {
  name: 'target',
  about: 'the doses that reach and hold a concentration',
  help: `Without limits: bolus, elimination, transfer, exact at every moment.

  echo '{"model":"kamp-2020","subject":{"weightKg":70},"plasmaNgPerMl":150,"timesMin":[0,5,10,30,60]}' \\
    | npx @dripline/engine target

With a pump, the settings that come closest without passing the target; ke0PerMin makes the effect site the target:
  "pump":{"maxMgPerHour":600,"everyMin":5,"untilMin":120,"stepMgPerHour":0.1,"maxBolusMg":20}
With changes, as few settings as keep plasma in a band:
  "changes":{"lowNgPerMl":130,"highNgPerMl":170,"untilMin":240,"maxMgPerHour":200}`,
  flags: { alone: [], withValue: [] },
  run: (given) => {
    const output = targetCase(readTargetCase(readCase(given.files)))
    put(
      {
        json: output,
        table: tableOf(output),
        warnings: output.warnings,
        notes: ['', `bolus ${output.bolusMg} mg at 0 min; ${output.model}, typical subject`],
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
