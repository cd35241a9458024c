import { parseArgs } from 'node:util'
import { tryCalendar } from '@dripline/clinical/trial'

/**
 * `npm run try:calendars`: random clinics in random zones, each tried whole: what is offered can be booked, the kept table says the same, and
 * booking after booking meets no other and keeps its room. `--replay N` tries one of them again.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    calendars: { type: 'string', default: '10000' },
    replay: { type: 'string' },
  },
})
const seed = Number(values.seed)
const numbers =
  values.replay === undefined ? Array.from({ length: Number(values.calendars) }, (_, i) => i) : [Number(values.replay)]

const total = { calendars: 0, offered: 0, booked: 0, wrong: 0 }
for (const number of numbers) {
  const { offered, booked, wrong } = tryCalendar(seed, number)
  total.calendars += 1
  total.offered += offered
  total.booked += booked
  total.wrong += wrong.length
  if (wrong.length > 0) console.log(`${wrong.join('\n')}\n  again: npm run try:calendars -- --seed ${seed} --replay ${number}`)
  if (total.calendars % 500 === 0 || total.calendars === numbers.length)
    console.log(`${total.calendars} calendars: ${total.offered} times offered, ${total.booked} booked, ${total.wrong} wrong`)
}
process.exitCode = total.wrong === 0 ? 0 : 1
