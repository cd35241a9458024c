import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { inVoice, type Voice } from './voice.ts'

// Line breaks and tabs are for notes; other control characters and marks that turn the direction of writing are for nobody.
const breaksItsPlace = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const breaksItsPage = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u

const oneLine = { staff: asked('one-line-of-ordinary-letters'), public: asked('please-one-line') }
const noControls = { staff: asked('text-without-control-characters'), public: asked('please-one-line') }
const tooLong = (most: number) => ({ staff: asked('at-most-characters', { most }), public: asked('please-shorter', { most }) })

/** `expected`: what `asked` gives. */
type Text = { expected: string; most: number; voice?: Voice }

/** One line that must not be empty: a name, a title, a lot. */
export const lineOf = ({ expected, most, voice = 'staff' }: Text) =>
  z
    .string(expected)
    .trim()
    .min(1, { error: expected, abort: true })
    .max(most, inVoice(voice, tooLong(most)))
    .refine((text) => !breaksItsPlace.test(text), inVoice(voice, oneLine))

/** Some words, over as many lines as they need, that must not be empty. */
export const wordsOf = ({ expected, most, voice = 'staff' }: Text) =>
  z
    .string(expected)
    .trim()
    .min(1, { error: expected, abort: true })
    .max(most, inVoice(voice, tooLong(most)))
    .refine((text) => !breaksItsPage.test(text), inVoice(voice, noControls))

/** A remark of staff. */
export const someWords = wordsOf({ expected: asked('some-words'), most: 1000 })

const nameWords = { staff: asked('first-and-last-name'), public: asked('please-first-and-last-name') }

/** Somebody's name, as they write it. */
export const personName = (voice: Voice) =>
  lineOf({ expected: inVoice(voice, nameWords), most: 120, voice }).refine(
    (text) => /\p{L}/u.test(text),
    inVoice(voice, nameWords),
  )

/** Questions that were asked back and answered with a yes, as their refusal named them. */
export const confirmedShape = z
  .array(z.string().max(80), asked('questions-that-were-answered'))
  .max(20, asked('at-most-20-questions'))
  .default([])
