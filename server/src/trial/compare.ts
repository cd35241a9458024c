import type { Indication } from '@dripline/clinical'
import { type Answer, byRulesFrom, type Start } from '@dripline/clinical/trial'
import { holdSession } from '../care/session/append-event.ts'
import { factsOf } from '../care/session/facts-of.ts'
import { inTransaction, openEmbedded } from '../platform/database.ts'
import { groundOn, heldClock } from '../platform/testing.ts'
import { keptSnapshot } from '../platform/testing-snapshot.ts'
import { placeFrom } from './place.ts'
import { serverClinic } from './server-clinic.ts'
import { type Template, templateFor } from './template.ts'

/** Where the rules alone and the server answered an act of one sequence differently. */
export type Difference = { number: number; step: number; act: string; rules: Answer; server: Answer }

/** Opens a database with one visit of each indication, and gives what holds a sequence against the server. */
export const openComparison = async () => {
  // Of its own: hundreds of copied clinics would be struck by every other test's minute.
  const ground = await groundOn(await openEmbedded(undefined, await keptSnapshot()), heldClock())
  const templates: Record<Indication, Template> = {
    pain: await templateFor(ground, 'pain'),
    depression: await templateFor(ground, 'depression'),
  }
  const starts: Record<Indication, Start> = {
    pain: await startOf(templates.pain),
    depression: await startOf(templates.depression),
  }
  const compare = async (seed: number, number: number): Promise<{ acts: number; difference: Difference | null }> => {
    const { acts, opening } = await byRulesFrom(seed, number, (indication) => structuredClone(starts[indication]))
    const clinic = serverClinic(await placeFrom(templates[opening.indication]))
    for (const [step, { act, answer: rules }] of acts.entries()) {
      const server = await clinic.perform(act)
      if (said(server) !== said(rules))
        return { acts: step, difference: { number, step, act: JSON.stringify(act), rules, server } }
    }
    return { acts: acts.length, difference: null }
  }
  return { compare, close: () => ground.jobs.stop().then(() => ground.database.close()) }
}

const said = (answer: Answer) => (answer === 'done' ? answer : answer.join(' '))

const startOf = ({ clinic, sessionId }: Template): Promise<Start> =>
  inTransaction(clinic.ground.database, clinic.clinicId, async (tx) => {
    const { chart, order } = await factsOf(tx, await holdSession(tx, sessionId))
    return { chart: { ...chart } as NonNullable<Start['chart']>, order }
  })
