import { Problem } from '@dripline/clinical'

/** How many public requests one process works on at once; whoever comes then is told at once when to come back. */
const AT_ONCE = { public: 32, 'sign-in': 16, link: 16 } as const
/** Whoever signs in, and a patient who answers by a link, does not stand behind visitors. */
export type Lane = keyof typeof AT_ONCE
/** How often one visitor may look at times: so many at once, and from then on one every so many ms, for which the look is held back. */
const [LOOKS_FREE, LOOK_EVERY_MS, LONGEST_HELD_MS] = [10, 500, 1200]
/** How many public requests a second of one clinic a process takes in, so that one clinic's crowd does not stand before another's. */
const EACH_SECOND = 600
const [BACK_AT_LEAST_S, BACK_WITHIN_S] = [1, 3]
const FORGET_MS = 60_000

/** By whose clock it is counted, in ms that only run forward; and who waits. */
export type Pace = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> }

export type Asked = { readonly lane: Lane; readonly clinicId: string; readonly visitor: string; readonly isLook: boolean }

const realPace: Pace = { now: () => performance.now(), wait: (ms) => new Promise((done) => setTimeout(done, ms)) }

const tooMany = () => {
  // Not all at the same instant again.
  const retryAfterSeconds = BACK_AT_LEAST_S + Math.floor(Math.random() * (BACK_WITHIN_S - BACK_AT_LEAST_S + 1))
  return new Problem('too-many', { retryAfterSeconds })
}

/** The door before everything that the public asks: it keeps visitors from taking what the chair needs. One for each process. */
export const publicDoor = ({ now, wait }: Pace = realPace) => {
  const inWork = { public: 0, 'sign-in': 0, link: 0 }
  /** When each visitor's next look would be due, were they to look without a pause. */
  const nextLook = new Map<string, number>()
  const seconds = new Map<string, { from: number; count: number }>()
  let forgotten = now()
  const forget = () => {
    if (now() - forgotten < FORGET_MS) return
    forgotten = now()
    for (const [who, due] of nextLook) if (due < now() - FORGET_MS) nextLook.delete(who)
    for (const [clinic, { from }] of seconds) if (from < now() - FORGET_MS) seconds.delete(clinic)
  }
  const countFor = (clinicId: string) => {
    const second = seconds.get(clinicId)
    if (!second || now() - second.from >= 1000) {
      seconds.set(clinicId, { from: now(), count: 1 })
      return
    }
    second.count += 1
    if (second.count > EACH_SECOND) throw tooMany()
  }
  /** Holds a look back until it is due; who would wait for too long is sent away. */
  const pace = async (visitor: string): Promise<void> => {
    const due = Math.max(nextLook.get(visitor) ?? Number.NEGATIVE_INFINITY, now() - (LOOKS_FREE - 1) * LOOK_EVERY_MS)
    const held = due - now()
    if (held > LONGEST_HELD_MS) throw tooMany()
    nextLook.set(visitor, due + LOOK_EVERY_MS)
    if (held > 0) await wait(held)
  }
  return {
    /** Does public work, or refuses it with `too-many`: by clinic, by visitor where it is a look at times, and by what is in work. */
    through: async <T>({ lane, ...asked }: Asked, work: () => Promise<T>): Promise<T> => {
      forget()
      if (lane === 'public') countFor(asked.clinicId)
      if (asked.isLook) await pace(asked.visitor)
      if (inWork[lane] >= AT_ONCE[lane]) throw tooMany()
      inWork[lane] += 1
      try {
        return await work()
      } finally {
        inWork[lane] -= 1
      }
    },
  }
}
