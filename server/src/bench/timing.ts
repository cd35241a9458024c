import { setTimeout as after } from 'node:timers/promises'

/** Acts by `hands` at once for so long, each hand one after the other; gives acts per second. `act` hears which hand and which act. */
export const closedLoop = async (hands: number, ms: number, act: (hand: number, turn: number) => Promise<unknown>) => {
  const begun = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (let turn = 0; performance.now() - begun < ms; turn += 1) {
        await act(hand, turn)
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - begun)
}

/** Acts at a rate of arrivals that does not wait for answers; gives each act's milliseconds from when it was due. */
export const openLoop = async (perSecond: number, ms: number, act: (turn: number) => Promise<unknown>): Promise<number[]> => {
  const begun = performance.now()
  const taken: number[] = []
  const waiting: Promise<unknown>[] = []
  const all = Math.floor((perSecond * ms) / 1000)
  for (let turn = 0; turn < all; turn += 1) {
    const due = begun + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await after(early)
    waiting.push(act(turn).then(() => taken.push(performance.now() - due)))
  }
  await Promise.all(waiting)
  return taken
}

/** The value below which this share of them lies (nearest rank); zero of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** Milliseconds that one call takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
