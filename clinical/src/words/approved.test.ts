import { describe, expect, test } from 'vitest'
import { clinicalDefaults, notYetApproved } from '../clinical-defaults.ts'
import { claims, consents, questionnaires } from '../definitions.ts'
import { textDefaults, textsApprovedIn, textsIn } from '../patient-texts.ts'
import { urgent } from './crisis.generated.ts'
import { definitionTexts } from './definition-texts.generated.ts'
import { claimIn, consentIn, questionnaireIn } from './definition-words.ts'
import { skip } from './frame.generated.ts'
import { noDriving } from './paper.generated.ts'
import { readerOf } from './reader.ts'

const ENGLISH = readerOf('en')
const spanish = (...approved: string[]) => readerOf('es', approved)

describe('a text about health in a language that nobody has approved it in', () => {
  test('is in English, whether it is a consent, a questionnaire, a claim or a message', () => {
    for (const text of consents) expect(consentIn(spanish(), text)).toEqual(text)
    for (const asked of questionnaires) expect(questionnaireIn(spanish(), asked)).toEqual(asked)
    for (const claim of claims) expect(claimIn(spanish(), claim)).toEqual(claim)
    for (const said of [urgent, noDriving]) expect(said(spanish())).toBe(said(ENGLISH))
  })

  test('is in English although another text is approved', () => {
    expect(noDriving(spanish('crisis-words'))).toBe(noDriving(ENGLISH))
    expect(urgent(spanish('crisis-words'))).toMatch(/^Gracias/)
  })

  test('leaves what is no text about health in its language', () => {
    expect(skip(spanish())).not.toBe(skip(ENGLISH))
  })
})

test('an approved one is whole in its language', () => {
  const to = spanish(...textsIn('es'))
  const [consent] = consents
  const said = JSON.stringify(consent && consentIn(to, consent))
  for (const [key, text] of Object.entries(definitionTexts.es ?? {}))
    if (key.startsWith(`${consent?.id}.`)) expect(said).toContain(JSON.stringify(text).slice(1, -1))
})

describe('what a prescriber approves', () => {
  const [one] = textDefaults.filter(({ id }) => id === 'es/after-care')

  test('is every text in every language, each marked as not reviewed until a native-speaking clinician has', () => {
    expect(textDefaults.length).toBeGreaterThan(40)
    expect(one?.source).toMatch(/not yet reviewed by a native-speaking clinician/)
    expect(one?.values.map(({ says }) => says)).toContain(noDriving(ENGLISH))
  })

  test('holds for the version that was read, and for no other', () => {
    const approved = { kind: 'text', id: 'es/after-care', version: one?.version ?? '' }
    expect(textsApprovedIn('es', [approved])).toEqual(['after-care'])
    expect(textsApprovedIn('es', [{ ...approved, version: 'of before' }])).toEqual([])
    expect(textsApprovedIn('es', [{ ...approved, kind: 'consent' }])).toEqual([])
    expect(textsApprovedIn('en', [approved])).toEqual([])
  })

  test('keeps no clinic from signing an order: until then patients read English', () => {
    expect(notYetApproved(clinicalDefaults)).toEqual([])
  })
})
