import type { Line } from './line.ts'
import { hasTwo, isFresh } from './reading-signs.ts'
import { last, minute, type World } from './world.ts'

const after = ({ stopped }: World, noted: { at: number } | undefined) =>
  stopped !== null && noted !== undefined && noted.at >= stopped.at

const near = (value: number | null, start: number) => value !== null && Math.abs(value - start) * 100 <= 20 * start

const seen = (world: World, what: World['seen'][number]['what']) => {
  const newest = last(world.seen.filter((each) => each.what === what))
  return newest?.isMet === true && after(world, newest) && isFresh(world, newest, 15)
}

/** A line of the going home, unless a prescriber let it stand by the name of its gate. */
const line = (gate: string, says: string, from: string, forbids: (world: World) => boolean): Line => ({
  says,
  from,
  acts: ['discharge'],
  forbids: (world) => !world.overridden.includes(gate) && forbids(world),
})

/** Going home: clinical reference 9.3 (the stay) and 9.5, steps 18 to 25. */
export const readingOfDischarge: readonly Line[] = [
  line('stay', 'the stay is over', '9.3', ({ stopped, indication, now }) => {
    const least = indication === 'pain' ? 60 : 30
    return stopped === null || now - stopped.at < least * minute
  }),
  line('signs', 'pressure after the stop, in the last 15 min, within 20 % of check-in', '9.5 step 21', (world) => {
    const newest = last(world.pressures.filter(hasTwo))
    const { checkIn } = world
    return (
      !after(world, newest) ||
      !isFresh(world, newest, 15) ||
      !newest ||
      !checkIn ||
      !near(newest.systolic, checkIn.systolic) ||
      !near(newest.diastolic, checkIn.diastolic)
    )
  }),
  line('pulse', 'pulse known and 50 to 110', '9.3', (world) => {
    const newest = last(world.pulse)
    return !isFresh(world, newest, 15) || !newest || newest.value < 50 || newest.value > 110
  }),
  line('spo2', 'SpO₂ known and 94 or more', '9.3', (world) => {
    const newest = last(world.spo2)
    return !isFresh(world, newest, 15) || !newest || newest.value < 94
  }),
  line('dissociation', 'dissociation 0 or 1 after the stop', '9.5 step 21', (world) => {
    const newest = last(world.dissociation)
    return !after(world, newest) || !newest || newest.value > 1
  }),
  line('walks', 'walks', '9.5 step 21', (world) => !seen(world, 'walks')),
  line('escort', 'the escort is here', '9.5 step 24', (world) => !seen(world, 'escort')),
  line('instructions', 'instructions were read back', '9.5 step 23', (world) => !seen(world, 'instructions')),
  line('mood', 'no change of safety', '9.5 step 21', (world) => world.indication === 'depression' && !seen(world, 'mood')),
  line('adverse-effects', 'adverse effects, yes or none', '9.5 step 25', ({ effects }) => effects === 'not asked'),
  line('recovery-score', 'no recovery score under nine', '9.5 step 21', ({ recovery }) =>
    Object.values(recovery).some(({ total }) => total < 9),
  ),
  line('marks-answered', 'a value that asks for a call or a stop was answered', '9.3', ({ unanswered }) => unanswered.length > 0),
  line('drugs-settled', 'every emergency dose has its vial and its order', '7.1', ({ emergencies }) =>
    emergencies.some(({ isVialNamed, isSigned }) => !isVialNamed || !isSigned),
  ),
  line(
    'book-closed',
    'the drug book is closed',
    '9.5 step 19',
    ({ drawnMg, givenMg, wastedMg }) => Math.abs(drawnMg - givenMg - wastedMg) > 0.005,
  ),
]
