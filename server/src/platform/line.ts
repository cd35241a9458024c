import type pg from 'pg'
import type { Checkout } from './lease.ts'
import type { Share } from './shares.ts'

type Waiting = { readonly share: Share; readonly go: () => void }

const ORDER: readonly Share[] = ['chair', 'jobs', 'public']

/** How long each share waits in line for the one connection of an embedded database, in ms. */
export type Waits = Readonly<Record<Share, number>>

/** A line before the one connection of an embedded database, in which the chair goes first, then the clockwork, then the public. */
export const lineBefore = (pool: pg.Pool, waits: Waits): ((share: Share) => Checkout) => {
  const waiting: Waiting[] = []
  let isTaken = false
  const next = () => {
    const first = ORDER.flatMap((share) => waiting.find((each) => each.share === share) ?? [])[0]
    if (!first) {
      isTaken = false
      return
    }
    waiting.splice(waiting.indexOf(first), 1)
    first.go()
  }
  const turn = (share: Share) =>
    new Promise<void>((done, failed) => {
      if (!isTaken) {
        isTaken = true
        return done()
      }
      const mine: Waiting = {
        share,
        go: () => {
          clearTimeout(timer)
          done()
        },
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1)
        failed(new Error('timeout exceeded when trying to connect'))
      }, waits[share])
      waiting.push(mine)
    })
  return (share) => async () => {
    await turn(share)
    try {
      const client = await pool.connect()
      const release = client.release.bind(client)
      client.release = (broken) => {
        release(broken)
        next()
      }
      return client
    } catch (error) {
      next()
      throw error
    }
  }
}
