import { expect, test } from 'vitest'
import { type HandOver, speakersOf } from './speakers.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute))
const begun = { startedBy: 'ann', startedAt: at(0) }
const said = (kind: HandOver['kind'], minute: number, fromId: string, toId: string): HandOver => ({
  kind,
  fromId,
  toId,
  note: kind === 'offered' ? 'a note' : null,
  doneAt: at(minute),
})

test('whoever began a call has it, and an offer moves nothing', () => {
  expect(speakersOf(begun, [], null)).toMatchObject({ by: 'ann', offer: null })
  expect(speakersOf(begun, [said('offered', 2, 'ann', 'ben')], null)).toMatchObject({ by: 'ann', offer: { to: 'ben' } })
})

test('an offer that was kept back, or outlived by the end of the call, stands no longer', () => {
  const offer = said('offered', 2, 'ann', 'ben')
  expect(speakersOf(begun, [offer, said('kept', 3, 'ann', 'ben')], null).offer).toBeNull()
  expect(speakersOf(begun, [offer], at(9)).offer).toBeNull()
})

test('who spoke when follows from who took it, back and forth', () => {
  const all = [said('offered', 2, 'ann', 'ben'), said('taken', 3, 'ann', 'ben'), said('taken', 7, 'ben', 'ann')]
  expect(speakersOf(begun, all, at(12))).toEqual({
    by: 'ann',
    offer: null,
    spoke: [
      { by: 'ann', from: at(0), until: at(3) },
      { by: 'ben', from: at(3), until: at(7) },
      { by: 'ann', from: at(7), until: at(12) },
    ],
  })
})
