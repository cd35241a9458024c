import { consentText, sectionsFor } from '@dripline/clinical'
import { consentIn, PSEUDO } from '@dripline/clinical/words'
import { noDriving } from '@dripline/clinical/words/paper'
import { pseudoReader } from '@dripline/clinical/words/pseudo'
import { readIn, unsaidIn } from '@dripline/clinical/words/testing'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type PageData, PageDataContext } from '../../data/page-data.ts'
import { ReaderContext } from '../../data/reader.ts'
import { Paper } from '../../ui/index.tsx'
import { AfterCareSheet, afterCareTitle } from './after-care-sheet.tsx'
import { ConsentSheet, consentTitle } from './consent-sheet.tsx'

const names = ['Blue Ridge Infusion', 'Clover Samplett', 'Hazel Standin', 'Ketamine', 'Zzz', 'America/New_York', '(540) 555-0100']
const clinic: PageData['frame']['clinic'] = {
  name: 'Blue Ridge Infusion',
  zone: 'America/New_York',
  phone: '(540) 555-0100',
  afterHoursPhone: '(540) 555-0199',
  address: '1',
  simulated: true,
  crisisLines: [{ label: 'Zzz', action: 'Zzz', number: '988' }],
}

/** A paper as it is printed, its edges among it; the way back and the button stand on the screen alone and are the staff’s. */
const printed = (what: string, sheet: ReactNode, change: object = {}) => {
  const data: PageData = {
    frame: { clinic: { ...clinic, ...change }, user: null, path: '/', tongue: PSEUDO, now: '2026-11-24T15:00:00Z' },
  }
  const html = renderToString(
    <PageDataContext value={data}>
      <ReaderContext value={pseudoReader}>
        <Paper person={{ name: 'Clover Samplett', dateOfBirth: '1982-05-04' }} what={what} back={{ href: '/', words: 'ZZZBACK' }}>
          {sheet}
        </Paper>
      </ReaderContext>
    </PageDataContext>,
  )
  const edges = [...html.matchAll(/content: &quot;(.*?)&quot;;|content: "(.*?)";/g)].map(([, a, b]) => a ?? b ?? '')
  return [...readIn(html.replace(/<div class="[^"]*screen[^"]*">[\s\S]*?<\/div>/, '')), ...edges]
}
const unsaid = (texts: readonly string[]) => texts.flatMap((text) => unsaidIn(text.replaceAll(/\\[0-9a-f]+ /g, ' '), names))

const care = {
  drug: 'Ketamine',
  amount: '35 mg',
  startedAt: '2026-11-24T15:00:00Z',
  stoppedAt: '2026-11-24T15:40:00Z',
  escort: 'Hazel Standin',
  next: '2026-11-27T15:00:00Z',
  zone: 'America/New_York',
  isSedating: true,
}
const title = afterCareTitle(pseudoReader, '2026-11-24T15:00:00Z', 'America/New_York')

test.each([
  ['as it usually is', {}, {}],
  ['before the infusion is stopped, with nobody to take them home', { stoppedAt: null, escort: null }, {}],
  ['before it began', { startedAt: null, next: null }, {}],
  ['of what sedates nobody', { isSedating: false }, {}],
  ['of a clinic that has not said its numbers', {}, { phone: null, afterHoursPhone: null, address: null, simulated: false }],
])('after-care %s has no word that no message says', (_, change, ofClinic) => {
  const texts = printed(title, <AfterCareSheet {...care} {...change} />, ofClinic)
  expect(texts.join('')).toContain('⟦')
  expect(unsaid(texts)).toEqual([])
})

test('who was not sedated is not told to stay off the road', () => {
  const told = (isSedating: boolean) => printed(title, <AfterCareSheet {...care} isSedating={isSedating} />, {}).join(' ')
  expect(told(true)).toContain(noDriving(pseudoReader))
  expect(told(false)).not.toContain(noDriving(pseudoReader))
})

const signed = {
  version: '1',
  signedName: 'Clover Samplett',
  signedAt: '2026-11-24T15:00:00Z',
  takenBy: 'Hazel Standin',
  relation: null,
  authority: null,
  zone: 'America/New_York',
  clinic: { name: 'Blue Ridge Infusion', address: '1', phone: '(540) 555-0100', afterHoursPhone: '(540) 555-0199' },
}
const strange = consentIn(pseudoReader, consentText)

test.each(['pain', 'depression'] as const)('a copy of a consent for %s has no word that no message says', (indication) => {
  const { title: heading, teachBack, statement } = strange
  const sections = sectionsFor(strange, indication, { ...clinic, phone: '1', afterHoursPhone: '2', address: '3' })
  const text = { title: heading, teachBack, statement, sections }
  const what = consentTitle(pseudoReader, indication)
  expect(unsaid(printed(what, <ConsentSheet {...signed} text={text} />))).toEqual([])
  expect(unsaid(printed(what, <ConsentSheet {...signed} text={text} relation="Zzz" authority="Zzz" />))).toEqual([])
  expect(unsaid(printed(what, <ConsentSheet {...signed} text={null} />))).toEqual([])
})
