import { expect, test } from 'vitest'
import { speaker } from './speaker.ts'

test('a slider that is drawn along says its first sentence at once and its last after the pause, and none between', () => {
  const [said, pauses]: [string[], (() => void)[]] = [[], []]
  const say = speaker(
    (sentence) => said.push(sentence),
    (then) => pauses.push(then),
  )
  for (const each of ['5 mg', '6 mg', '7 mg']) say(each)
  expect(said).toEqual(['5 mg'])
  pauses.shift()?.()
  expect(said).toEqual(['5 mg', '7 mg'])
  say('8 mg')
  expect([said.length, pauses.length]).toEqual([2, 1])
  pauses.shift()?.()
  pauses.shift()?.()
  expect([said.at(-1), pauses.length]).toEqual(['8 mg', 0])
})
