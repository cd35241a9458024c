import { expect, test } from 'vitest'
import { type Carried, carry } from './carried.ts'

const whole = (mark: string, events: string[]): Carried => ({ mark, after: 0, events })
/** A server that answers each query with what is given, and says what it was asked. */
const serving = (answers: Record<string, Carried>) => {
  const asked: string[] = []
  const get = async (query: string) => {
    asked.push(query)
    const answer = answers[query]
    if (!answer) throw new Error(`nobody answers ${query}`)
    return answer
  }
  return { asked, get }
}

test('what came since is put to what a page has', async () => {
  const { asked, get } = serving({ '?known=a.2': { mark: 'a.3', after: 2, events: ['three'] } })
  expect(await carry(whole('a.2', ['one', 'two']), get)).toEqual(whole('a.3', ['one', 'two', 'three']))
  expect(asked).toEqual(['?known=a.2'])
})

test('a page that has nothing asks for all of it', async () => {
  const { asked, get } = serving({ '': whole('a.1', ['one']) })
  expect(await carry(undefined, get)).toEqual(whole('a.1', ['one']))
  expect(asked).toEqual([''])
})

test('all of it, when that is what comes, stands in the place of what a page has', async () => {
  const { get } = serving({ '?known=a.2': whole('b.3', ['one', 'hidden', 'three']) })
  expect(await carry(whole('a.2', ['one', 'three']), get)).toEqual(whole('b.3', ['one', 'hidden', 'three']))
})

test('what does not meet what a page has is asked for as a whole', async () => {
  const { asked, get } = serving({
    '?known=a.2': { mark: 'a.5', after: 4, events: ['five'] },
    '': whole('a.5', ['one', 'two', 'three', 'four', 'five']),
  })
  expect((await carry(whole('a.2', ['one', 'two']), get)).events).toHaveLength(5)
  expect(asked).toEqual(['?known=a.2', ''])
})
