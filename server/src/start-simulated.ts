import type { Size } from './simulated-clinic/script.ts'
import { openSimulatedClinic, type SimulatedClinic, simulatedClock } from './simulated-clinic/simulated-clinic.ts'
import { type Running, type StartOptions, start } from './start.ts'

/**
 * Starts the simulated clinic, which plays its last months behind the open pages, from `curtain` on; `opened` is kept when it has reached
 * today.
 */
export const startSimulated = async (
  options: StartOptions,
  size: Size = 'whole',
  real: () => Date = () => new Date(),
  curtain: Promise<void> = Promise.resolve(),
): Promise<Running & { readonly opened: Promise<void> }> => {
  const clock = simulatedClock(real)
  let clinic: SimulatedClinic | undefined
  const progress = () => {
    const played = clinic?.play.progress()
    const opening = clock.now().toISOString()
    return played
      ? { at: played.at.toISOString(), until: played.until.toISOString(), isOver: played.isOver }
      : { at: opening, until: opening, isOver: false }
  }
  const running = await start({ ...options, clock: clock.now, play: progress })
  clinic = await openSimulatedClinic(running.ground, real(), size)
  const { play, opening } = clinic
  const opened = curtain
    .then(() => play.run(opening))
    .then(async () => {
      clock.run(play.reached)
      await running.beginClockwork()
    })
  const close = async () => {
    play.stop()
    await opened.catch(() => {})
    await running.close()
  }
  return { ...running, close, opened }
}
