import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sheets } from './specimens.ts'

const source = join(import.meta.dirname, '..')
const drawnIn = (folder: string) =>
  readdirSync(join(source, folder))
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .map((name) => `${folder}/${name}`)

/** Files that draw nothing by themselves, each with what they do instead. */
const notDrawn: Readonly<Record<string, string>> = {
  'ui/boundary.tsx': 'catches what a page throws',
  'ui/catch.tsx': 'the same, for what stands in a page',
  'ui/chair-lock.tsx': 'puts the lock screen in the place of a page',
  'ui/crisis-said.tsx': 'the lines of the foot of a public page',
  'ui/dim.tsx': 'keeps whether the room is dim',
  'ui/field-id.tsx': 'tells fields of the same name apart',
  'ui/frame.tsx': 'the document around every page',
  'ui/index.tsx': 'names the parts',
  'ui/key-list.tsx': 'a dialog that opens by its key',
  'ui/lock-screen.tsx': 'a page of its own: the story of the lock looks at it',
  'ui/main-part.tsx': 'the page within its frame',
  'ui/patient-reader.tsx': 'says what stands inside in a patient’s language',
  'ui/places.tsx': 'the menu within a frame',
  'ui/print-page.tsx': 'the edges of paper, seen in print alone',
  'ui/shown.tsx': 'a page, or why it is not here',
  'ui/staff-page.tsx': 'a page of the workspace, once it is loaded',
  'charts/course-chart.tsx': 'the frame of the four charts of a course',
  'charts/fan.tsx': 'bands, within a chart',
  'charts/interval-row.tsx': 'one row, within a chart',
  'charts/marks.tsx': 'axes and marks, within a chart',
  'charts/published-ranges.tsx': 'brackets, within a chart',
  'charts/session-doses.tsx': 'panels of the session’s chart',
  'charts/session-panels.tsx': 'panels of the session’s chart',
}

const shown = sheets.flatMap(({ specimens }) => specimens.map(({ file }) => file))

test('every part and every chart has its place in the gallery', () => {
  const all = [...drawnIn('ui'), ...drawnIn('charts')]
  expect(all.filter((file) => !shown.includes(file) && !(file in notDrawn))).toEqual([])
})

test('the gallery shows and excuses only what is there, and nothing twice', () => {
  const all = new Set([...drawnIn('ui'), ...drawnIn('charts')])
  expect([...shown, ...Object.keys(notDrawn)].filter((file) => !all.has(file))).toEqual([])
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown.filter((file) => file in notDrawn)).toEqual([])
})

test('every chart is shown ready and empty, and views loading, empty and in error', () => {
  const statesOf = (file: string) =>
    Object.keys(sheets.flatMap(({ specimens }) => specimens).find((each) => each.file === file)?.states ?? {})
  const charts = shown.filter((file) => file.startsWith('charts/') && file !== 'charts/chart.tsx')
  for (const file of charts) expect([file, ...statesOf(file)]).toEqual([file, 'ready', 'empty'])
  expect(statesOf('ui/states.tsx')).toEqual(expect.arrayContaining(['loading', 'empty', 'error']))
})
