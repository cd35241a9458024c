import { bookCall } from '../care/booking/book-call.ts'
import { endCall } from '../care/booking/end-call.ts'
import { addDays, at, workdaysFrom } from './calendar.ts'
import { callHeld, contactOf } from './call-in-play.ts'
import { inventedName } from './cast.ts'
import type { Life } from './play.ts'
import { after, person, type World } from './world.ts'

const OUTCOMES = ['declined', 'need records', 'not suitable now', 'declined'] as const
const NEXT = {
  declined: 'may call again',
  'need records': 'doctor sends records',
  'not suitable now': 'own doctor first',
} as const
const HOURS = [11, 14] as const

/** Two calls a day, late in the morning and after lunch, that lead no further for now; so some are always waiting. */
export async function* callersLife(world: World, from: string): Life {
  for (let day = from, number = 300; ; day = workdaysFrom(day, 1), number += HOURS.length) {
    yield at(addDays(day, -2), 20)
    for (const [i, hour] of HOURS.entries())
      await world.stage.enter(callLife(world, 300 + ((number + i) % 100), `${day} ${hour}`, at(day, hour)))
  }
}

async function* callLife({ stage, ...rest }: World, number: number, key: string, callAt: Date): Life {
  const world = { stage, ...rest }
  yield after(stage.now(), 5 + (number % 7))
  const booked = await stage.act(`${key} book`, { kind: 'visitor', address: '127.0.0.1' }, (ctx) =>
    bookCall(ctx, contactOf(number, inventedName(number), callAt)),
  )
  if (!booked) return
  yield callAt
  const outcome = OUTCOMES[number % OUTCOMES.length] ?? 'declined'
  const caller = person(world, 'caller')
  if (!(await callHeld(world, Number(key.replace(/\D/g, '')), booked.id, outcome))) return
  yield after(callAt, 11)
  await stage.act(`${key} end`, caller, (ctx) => endCall(ctx, { appointmentId: booked.id, outcome, next: NEXT[outcome] }))
}
