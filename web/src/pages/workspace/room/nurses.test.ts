import { expect, test } from 'vitest'
import type { ChairOfRoom } from './day.ts'
import { loadsOf } from './nurses.tsx'

const chair = (name: string, nurse: string | null, more: object = {}, number = 3): ChairOfRoom =>
  ({ id: name, name, rows: [{ number, visit: { state: 'running', startedAt: 'x', level: null, nurse, ...more } }] }) as never

test('two patients fill a nurse; one who is paused, past a limit or new fills a nurse alone', () => {
  const loads = loadsOf([
    chair('1', 'Heron'),
    chair('2', 'Heron'),
    chair('3', 'Plover', { state: 'paused' }),
    chair('4', 'Wren', {}, 1),
    chair('5', 'Osprey', { level: 'call' }),
    chair('6', 'Osprey'),
  ])
  expect(loads.get('Heron')).toMatchObject({ chairs: ['1', '2'], weight: 1, why: null })
  expect(loads.get('Plover')).toMatchObject({ weight: 1, why: 'paused' })
  expect(loads.get('Wren')).toMatchObject({ weight: 1, why: 'first session' })
  expect(loads.get('Osprey')).toMatchObject({ weight: 1.5 })
})

test('a chair that nobody has taken is nobody’s, and who has gone home is no load', () => {
  const loads = loadsOf([chair('1', null), chair('2', 'Heron', { state: 'left' })])
  expect([...loads.keys()]).toEqual([null])
})

test('how many a nurse watches is the clinic’s to say', () => {
  const three = [chair('1', 'Heron'), chair('2', 'Heron'), chair('3', 'Heron')]
  expect(loadsOf(three).get('Heron')?.weight).toBe(1.5)
  const own = { patientsPerNurse: 3, patientsAlone: 2, licenseWarnDays: 60 }
  expect(loadsOf(three, own).get('Heron')?.weight).toBe(1)
  expect(loadsOf([chair('1', 'Wren', { state: 'paused' })], own).get('Wren')?.weight).toBe(0.5)
})
