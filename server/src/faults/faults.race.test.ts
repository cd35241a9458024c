import { expect, test } from 'vitest'
import { runFaults } from './run-faults.ts'

/** A slice of `npm run faults`, which plays them all and judges the seconds too. */
const SLICE = ['one server frozen', 'the database killed, and in recovery', 'one clock an hour back, the other right']

test('during a storm on two servers nothing acknowledged is lost or doubled, nothing refused, mg are right, and both show what the log says', {
  timeout: 300_000,
}, async () => {
  const { faults, acknowledged, sent, lost, doubled, refused, mgOff, otherwise } = await runFaults(
    (name) => SLICE.includes(name),
    (line) => console.log(line),
  )
  expect(faults.map(({ name, recoveredMs }) => [name, Number.isFinite(recoveredMs)])).toEqual(SLICE.map((name) => [name, true]))
  expect([acknowledged, lost, doubled, refused]).toEqual([sent, 0, 0, []])
  expect(acknowledged).toBeGreaterThan(50)
  expect(otherwise).toEqual([])
  expect(mgOff).toBeLessThanOrEqual(0.01)
})
