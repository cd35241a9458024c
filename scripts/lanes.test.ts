import { expect, test } from 'vitest'
import { countPlaywright, countVitest, withCrash } from './lanes.mjs'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })

test('a test file that could not be loaded counts as one failed', () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed'), file('failed', 'failed', 'passed')]
  expect(countVitest({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 2 })
})

test('a story that passed only at the second try counts as failed', () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [] })).toEqual({ passed: 4, failed: 2 })
})

test('a story file that could not be loaded counts as failed', () => {
  expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] })).toEqual({ passed: 0, failed: 1 })
})

test('a lane that crashed without a report counts as one failed', () => {
  expect(withCrash(137, countVitest(undefined))).toEqual({ passed: 0, failed: 1 })
  expect(withCrash(1, { passed: 5, failed: 0 })).toEqual({ passed: 5, failed: 1 })
})

test('a lane that ended badly because of its failed tests counts only those', () => {
  expect(withCrash(1, { passed: 5, failed: 2 })).toEqual({ passed: 5, failed: 2 })
})
