import type { Act, Answer, Clinic } from './acts.ts'
import { chanceOf } from './chance.ts'
import { drawAct } from './draw.ts'
import type { TriedAct } from './line.ts'
import { noteDown, passTime, wrongInBook } from './note.ts'
import { type Opening, openingOf, plainOpening, worldAt } from './opening.ts'
import { prefixOf } from './prefix.ts'
import { forbidden } from './reading.ts'
import type { World } from './world.ts'

/** What one sequence came to: each act with its answer, and what went past a gate or the book, if anything did. */
export type Told = {
  number: number
  opening: Opening
  acts: { act: Act; answer: Answer }[]
  past: string[]
  reached: Record<TriedAct, number>
}

const most = 26

const tried: Partial<Record<Act['do'], TriedAct>> = {
  'draw-up': 'draw-up',
  start: 'start',
  resume: 'resume',
  waste: 'waste',
  'give-dose': 'controlled-dose',
  discharge: 'discharge',
}

const askedIn = (world: World, act: Act): { as: TriedAct | undefined; asked: number | null } => {
  if (act.do === 'rate') return { as: act.rateMlPerHour > (world.rate ?? 0) ? 'raise' : undefined, asked: act.rateMlPerHour }
  return { as: tried[act.do], asked: act.do === 'resume' ? act.rateMlPerHour : null }
}

/** Plays one sequence to its end, or to the first act that goes past what the policies say. */
export async function playSequence(
  seed: number,
  number: number,
  open: (opening: Opening) => Clinic | Promise<Clinic>,
  isPlain = false,
): Promise<Told> {
  const chance = chanceOf(seed, number)
  const opening = isPlain ? plainOpening(chance) : openingOf(chance)
  const clinic = await open(opening)
  const world = worldAt(opening)
  const told: Told = {
    number,
    opening,
    acts: [],
    past: [],
    reached: { 'draw-up': 0, start: 0, resume: 0, raise: 0, waste: 0, 'controlled-dose': 0, discharge: 0 },
  }
  const play = async (act: Act) => {
    passTime(world, act.after)
    const { as, asked } = askedIn(world, act)
    const against = as ? forbidden(world, as, asked) : []
    const answer = await clinic.perform(act)
    told.acts.push({ act, answer })
    if (answer === 'done' && as) told.reached[as] += 1
    if (answer === 'done') told.past.push(...against.map((line) => `${act.do}: ${line}`))
    noteDown(world, act, answer)
    told.past.push(...wrongInBook(world))
  }
  for (const act of prefixOf(opening)) await play(act)
  const length = chance.whole(8, most)
  for (let i = 0; i < length && told.past.length === 0 && !world.over; i++) {
    const act = drawAct(chance, world)
    // A place with one visit has no other one to tell of.
    if (!isPlain || (act.do !== 'given-elsewhere' && act.do !== 'elsewhere')) await play(act)
  }
  return told
}
