import { expectStatus } from './client.ts'
import { type Figures, printed } from './figures.ts'
import type { Ground, Place } from './place.ts'
import { openServer } from './servers.ts'
import { percentile, timed } from './timing.ts'

const TIMES = 15
/** How many visits the board shows. */
export const BOARD_VISITS = 50

/** The board with fifty visits under way. */
export const boardFigures = async (ground: Ground, place: Place): Promise<Figures> => {
  const server = await openServer(ground)
  const look = () =>
    server.client
      .send({ path: '/api/session/room', host: place.host, cookie: place.cookie })
      .then((answer) => expectStatus(answer, 200, 'board'))
  try {
    const first = await timed(look)
    const again: number[] = []
    for (let turn = 0; turn < TIMES; turn += 1) again.push(await timed(look))
    return {
      boardFirst: printed({ unit: 'ms', value: first, says: `board of ${BOARD_VISITS} visits, the first look after a start` }),
      boardQuiet: printed({
        unit: 'ms',
        value: percentile(again, 0.5),
        says: 'the same when nothing has changed (5 ms is meant)',
      }),
    }
  } finally {
    await server.running.kill('SIGTERM')
  }
}
