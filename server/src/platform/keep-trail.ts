import { type AnchorPlaces, anchorHeads } from './anchor.ts'
import { recordCounted } from './context.ts'
import type { Ground } from './ground.ts'

const [EVERY_MS, EVERY_LINES] = [5 * 60_000, 1000]

/**
 * Counts what strangers were refused, and anchors the trail outside the database: every five minutes of the machine's own time where a head has moved, and every thousand lines
 * that this server has chained. `stop` chains and anchors what is left.
 */
export const keepTrail = (ground: Ground, places: AnchorPlaces): { stop(): Promise<void> } => {
  let sinceAnchor = 0
  let last = Promise.resolve()
  const anchor = () => {
    sinceAnchor = 0
    last = last
      .then(() => recordCounted(ground))
      .then(() => ground.sealer.sealAll())
      .then(async () => void (await anchorHeads(ground, places)))
      .catch((error) => ground.log.error({ error: String(error) }, 'the trail was not anchored'))
    return last
  }
  const unfollow = ground.sealer.follow((lines) => {
    sinceAnchor += lines
    if (sinceAnchor >= EVERY_LINES) void anchor()
  })
  const timer = setInterval(() => void anchor(), EVERY_MS).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      ground.sealer.stop()
      unfollow()
      await anchor()
    },
  }
}
