import { type Losses, type Measured, type RivalName, rivalNames, rivals } from './measured.ts'
import type { Record } from './record.ts'
import { percent, three } from './tables.ts'

/** A section of the page of its own: every comparison that is lost, and every band that does not cover what it says. */
export function whereItDoesNotWin(measured: readonly Measured[]): string[] {
  const beaten = measured.flatMap(lostIn)
  const off = measured.flatMap(uncovered)
  const dates = measured.map(({ truth, records }) => `${truth.title} ${dateError(records)} d`).join('; ')
  return [
    '### Where it does not win',
    '',
    ...(beaten.length + off.length === 0 ? ['- nowhere in this run'] : [...beaten, ...off]),
    `- The *date* stays hard. Of those in relief, the median day said misses the day of loss by, on average: ${dates}.`,
    '- The chance that the drug acts leans on its prior: see the truth in which it acts in few.',
    ...measured.filter(({ truth }) => truth.id === 'few').map(drugActs),
    '',
  ]
}

function lostIn(one: Measured): string[] {
  const against = (what: string, losses: Losses) =>
    rivals.flatMap((name: RivalName) => {
      const theirs = losses[name]
      return theirs === undefined || losses.ours < theirs
        ? []
        : [`- ${one.truth.title}, ${what}: ${three(losses.ours)} against ${three(theirs)} of ${rivalNames[name]}`]
    })
  return [
    ...against('all', one.brier),
    ...against('those who say relief', one.brierInRelief),
    ...against('as reported', one.reported),
    ...against('pinball of relief', one.relief),
    ...against('pinball of the day', one.day),
    ...against('pinball of the day, those who say relief', one.dayInRelief),
  ]
}

const far = 0.03

function uncovered({ truth, covered: { half, most } }: Measured): string[] {
  if (Math.abs(half.share - 0.5) <= far && Math.abs(most.share - 0.9) <= far) return []
  const said = [half, most].map(({ share, se }) => `${percent(share)} ± ${percent(se)}`).join(' and ')
  return [`- ${truth.title}: bands cover ${said} %, not 50 and 90`]
}

function drugActs({ records }: Measured): string {
  const late = records.filter(({ now }) => now === 14)
  const said = late.reduce((sum, one) => sum + one.drugActs, 0) / late.length
  const acts = late.filter(({ kind }) => kind > 0).length / late.length
  return `  On day 14 it says ${percent(said)} % on average, where it acts in ${percent(acts)} %.`
}

function dateError(records: readonly Record[]): string {
  const off = records.filter(({ inRelief }) => inRelief).map(({ lossDays: [, , middle], loss }) => Math.abs(middle - loss))
  return (off.reduce((sum, days) => sum + days, 0) / off.length).toFixed(1)
}
