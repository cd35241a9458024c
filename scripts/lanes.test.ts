import { expect, test } from 'vitest'
import { countPlaywright, countVitest, inGroups, withCrash } from './lanes.mjs'

const file = (status: string, ...tests: string[]) => ({
  name: 'vial.test.ts',
  status,
  message: 'cannot be read',
  assertionResults: tests.map((test) => ({ status: test, fullName: 'a vial', failureMessages: ['is empty\n  at vial'] })),
})

test('a test file that could not be loaded counts as one failed', () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed'), file('failed', 'failed', 'passed')]
  expect(countVitest({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({
    passed: 3,
    failed: 2,
    names: ['vial.test.ts (cannot be read)', 'vial.test.ts: a vial (is empty)'],
  })
})

test('a story that passed only at the second try counts as failed', () => {
  const spec = (title: string, ok: boolean, status: string) => ({ file: 'a.story.ts', title, ok, tests: [{ status }] })
  const suites = [
    {
      specs: [spec('held', true, 'expected')],
      suites: [{ specs: [spec('twice', true, 'flaky'), spec('not', false, 'unexpected')] }],
    },
  ]
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [], suites })).toEqual({
    passed: 4,
    failed: 2,
    names: ['a.story.ts: twice', 'a.story.ts: not'],
  })
})

test('a story file that could not be loaded counts as failed', () => {
  expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: 'no such file' }] })).toEqual({
    passed: 0,
    failed: 1,
    names: ['stories (no such file)'],
  })
})

test('a lane that crashed without a report counts as one failed', () => {
  expect(withCrash(137, countVitest(undefined))).toEqual({ passed: 0, failed: 1, names: ['no test, but it ended with 137'] })
  expect(withCrash(1, { passed: 5, failed: 0, names: [] })).toMatchObject({ passed: 5, failed: 1 })
})

test('a lane that ended badly because of its failed tests counts only those', () => {
  const counted = { passed: 5, failed: 2, names: ['one', 'two'] }
  expect(withCrash(1, counted)).toEqual(counted)
})

test('lanes run in the order they were asked for, and only those side by side that keep one core busy', () => {
  expect(inGroups(['check', 'unit', 'slow', 'int'])).toEqual([['check', 'slow'], ['unit'], ['int']])
  expect(inGroups(['int', 'slow'])).toEqual([['int'], ['slow']])
})
