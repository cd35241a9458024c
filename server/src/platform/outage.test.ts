import { expect, test } from 'vitest'
import { isCut, isOutdated, isPassing } from './outage.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['57014', 'a statement that took too long', false],
  ['55P03', 'a lock that was not given', false],
  ['40P01', 'a deadlock', false],
  ['53100', 'a full disk', false],
  ['53300', 'too many connections', false],
  ['25006', 'a database that only reads', false],
  ['25P03', 'an idle step that was ended', true],
  ['25P04', 'a step that took too long', true],
  ['57P01', 'a database that stops', true],
  ['57P03', 'a database in recovery', true],
  ['08006', 'a connection that broke', true],
  ['ECONNREFUSED', 'nobody there', true],
  ['ECONNRESET', 'a wire that was cut', true],
])('%s, %s, passes; the connection is cut: %s', (code, _, cut) => {
  expect([isPassing(coded(code)), isCut(coded(code))]).toEqual([true, cut])
})

test.each(['Query read timeout', 'Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
  'the driver says "%s": it passes, and nothing more comes on that connection',
  (said) => {
    expect([isPassing(new Error(said)), isCut(new Error(said))]).toEqual([true, true])
  },
)

test.each(['23505', '42601', '42501', '22P02', '23514', '42P01'])('%s is a mistake and no outage', (code) => {
  expect([isPassing(coded(code)), isCut(coded(code))]).toEqual([false, false])
})

test('a statement parsed before a migration passes, and its connection is no more use; what is not supported at all is a mistake', () => {
  const outdated = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' })
  expect([isOutdated(outdated), isPassing(outdated), isCut(outdated)]).toEqual([true, true, false])
  expect([isOutdated(coded('0A000')), isPassing(coded('0A000'))]).toEqual([false, false])
})
