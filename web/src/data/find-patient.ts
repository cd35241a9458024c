import { useDeferredValue } from 'react'
import { type Api, api } from './client.ts'
import { type Reply, type Sent, useAsked } from './route.ts'

const people: Api['people'] = api.people

export type Search = Reply<typeof people.find>
export type FoundPatient = Search['found'][number]
export type LikelyMatch = Reply<typeof people.likely>[number]

const nobody: Search = { found: [], more: 0, readAs: null, isNear: false }
const LEAST = 2

/** Who is found by a name, a phone, an email or a birth date; nothing is asked for under two letters. */
export function useFindPatient(typed: string): Search & { isLooking: boolean; hasFailed: boolean } {
  const text = useDeferredValue(typed.trim())
  const { answer = nobody, isLooking, problem } = useAsked(people.find, text.length >= LEAST ? { text } : null)
  return { ...answer, isLooking, hasFailed: problem !== null }
}

/** Who may be on record already under these words; asked for once the name is more than a first one. */
export function useLikelyMatches(sought: Sent<typeof people.likely>): readonly LikelyMatch[] {
  const asked = useDeferredValue(sought)
  return useAsked(people.likely, asked.name.trim().length >= LEAST ? asked : null).answer ?? []
}
