import { claims } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { expect, test } from 'vitest'
import { kinds, weeksNumbers } from './numbers.ts'
import { against, answerOf, guessWords, partsOf } from './parts.ts'

const numbers = weeksNumbers()
const { courses, hours, days, twenty } = numbers
const of = (id: string) => claims.find((each) => each.id === id)
const to = readerOf('en')

test('ten clinic days end where the claim says, and fall under the line on its day, with its doubt', () => {
  const [atEnd, below] = of('ten-days-modelled')?.estimates ?? []
  const { relief, under } = courses.ten
  expect(Math.round(relief[0]?.[2] ?? 0)).toBe(atEnd?.value)
  expect([under.typical, [under.soonest, under.latest]]).toEqual([below?.value, below?.range])
})

test('the drug is gone in a day after every course, as the claim says of the four hours', () => {
  for (const kind of kinds) expect(courses[kind].drug[hours.indexOf(24)]).toBeLessThan(1)
})

test('relief of the hundred hours lasts longest, one short infusion is never worth having, and every line lies in its band', () => {
  expect(courses.hundred.under.typical).toBeGreaterThan(courses.ten.under.typical ?? 99)
  expect(courses.one.under.typical).toBe(0)
  for (const kind of kinds)
    for (const [p5, p25, typical, p75, p95] of courses[kind].relief)
      expect(p5 <= p25 && p25 <= typical + 0.1 && typical <= p75 + 0.1 && p75 <= p95).toBe(true)
})

test('of twenty, as many have relief as the trial says, on the drug and on placebo', () => {
  const { reliefOfTwenty, placeboOfTwenty } = of('relief-two-thirds')?.figures ?? {}
  expect([reliefOfTwenty, placeboOfTwenty]).toEqual([`about ${twenty.relief} of 20`, `about ${twenty.placebo} of 20`])
})

test('the curve of the hundred hours says on itself that it is no clinic course', () => {
  const [, chart] = partsOf(to, numbers, 'hundred')
  expect(chart.says).toContain('not a clinic course')
  expect(partsOf(to, numbers, 'ten')[1].says).not.toContain('hospital')
})

test('the answer is said in weeks, with its doubt and with those it does not help', () => {
  expect(answerOf(to, numbers, 'ten')).toBe(
    'The model says: in someone it helps, relief falls under 30 of 100 near week 2. It could be week 1 to 4. In people it does not help, the line stays flat.',
  )
  expect(answerOf(to, numbers, 'one')).toContain('never as much as 30 of 100')
  expect(guessWords(to, 63, numbers)).toBe('You said about 9 weeks.')
  expect(guessWords(to, null, numbers)).toBe('You said more than 12 weeks.')
  expect([against(63, 15, 84), against(9, 15, 84), against(3, 15, 84), against(null, 15, 84)]).toEqual([
    'shorter',
    'other',
    'longer',
    'shorter',
  ])
})

test('who walks the chart hears each point, with those without relief among them', () => {
  const [drug, relief] = partsOf(to, numbers, 'ten')
  expect(drug.inside?.map(({ says }) => says)).toContain('After 24 h: 0 of 100 is left')
  expect(relief.inside?.at(-1)?.says).toBe('7 of 20 people: no relief')
  expect(relief.inside?.[1]?.inside).toHaveLength(days.length)
})

test('the numbers of a turn are small enough to stand in the document', () => {
  expect(JSON.stringify(numbers).length).toBeLessThan(5000)
})
