import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { framed, PageDataContext } from '../data/page-data.ts'
import { frame } from '../gallery/answers.ts'
import { Listing } from './listing.tsx'

// That a list stands in its address, and comes back, is played in a browser by e2e/forms.story.ts.
const rest = () => undefined
const filter = {
  name: 'which',
  label: 'Show',
  value: 'due',
  onChange: rest,
  options: [
    { value: 'all', label: 'All' },
    { value: 'due', label: 'Due' },
  ],
}
const empty = { icon: 'person', title: 'No match', says: 'Try fewer letters.' } as const

const drawn = (total: number | undefined, more: Partial<Parameters<typeof Listing>[0]> = {}) =>
  renderToStaticMarkup(
    <PageDataContext value={framed({ frame })}>
      <Listing filters={[filter]} empty={empty} page={1} size={20} total={total} onPage={rest} {...more}>
        <p>Linnet Marsh</p>
      </Listing>
    </PageDataContext>,
  )

test('until it is known how many there are, nothing says that there are none', () => {
  expect(drawn(undefined)).not.toContain('No match')
  expect(drawn(undefined)).not.toContain('role="status"')
})

test('an empty list says what it is empty of, has no pages, and keeps its filters in hand', () => {
  const html = drawn(0)
  expect(html).toContain('No match')
  expect(html).toContain('Try fewer letters.')
  expect(html).not.toContain('role="status"')
  expect(html).toMatch(/value="due" checked=""|checked="" value="due"/)
})

test.each([
  [1, 20, '1 to 20 of 45', true, false],
  [2, 20, '21 to 40 of 45', false, false],
  [3, 20, '41 to 45 of 45', false, true],
])('page %i of lines by %i says %s, and shuts the way where there is none', (page, size, says, isFirst, isLast) => {
  const html = drawn(45, { page, size })
  expect(html).toContain(says)
  const shut = (words: string) => new RegExp(`<button[^>]*aria-disabled="true"[^>]*>${words}<`).test(html)
  expect([shut('Page before'), shut('Next page')]).toEqual([isFirst, isLast])
})

test('a list of one page has no way to others', () => {
  expect(drawn(20)).toContain('1 to 20 of 20')
  expect(drawn(20)).not.toContain('Next page')
})

test('what is looked for says how it was read, or that what follows is only near', () => {
  const search = { text: '06/12/1982', onText: rest }
  expect(drawn(3, { search: { ...search, readAs: 'born June 12, 1982' } })).toContain('Read as born June 12, 1982.')
  expect(drawn(3, { search: { ...search, isNear: true } })).toContain('No exact match; close ones are listed.')
  expect(drawn(0, { search: { ...search, isNear: true } })).not.toContain('close ones are listed')
})
