import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { isCut, isOutdated, isPassing, type Left, Outage } from './outage.ts'
import { preparedName } from './prepared.ts'

/** How one connection is got hold of: straight from a pool, or after waiting in line for it. */
export type Checkout = () => Promise<pg.PoolClient>

const refuse = (error: unknown, left: Left): never => {
  throw isPassing(error) ? new Outage(left, error) : error
}

const BEGIN = /^(begin|start transaction)\b/i
const END = /^commit\b/i
const EMPTY = { command: 'ROLLBACK' as const, rowCount: 0, rows: [] }

// One connection for one step. It knows how far the step has come, so that an error can say what is known: inside an open transaction
// nothing is saved, at or after its commit, or in a statement that is a transaction by itself, nobody knows.
const leased = (client: pg.PoolClient, release: (broken: boolean) => void): PostgresPoolClient => {
  let isOpen = false
  let cut: unknown
  const heard = (error: unknown) => {
    cut ??= error
  }
  // An idle connection that the server ends would otherwise end this process.
  client.on('error', heard)
  const failed = (text: string, error: unknown) => {
    if (isCut(error) || isOutdated(error)) heard(error)
    const isKnown = !isCut(error) || BEGIN.test(text) || (isOpen && !END.test(text))
    return refuse(error, isKnown ? 'nothing' : 'unknown')
  }
  // What cannot be rolled back is cut, and a step that is cut before its commit leaves nothing.
  const rollback = async () => {
    isOpen = false
    if (cut === undefined) await client.query('rollback').catch(heard)
    return EMPTY
  }
  const query = async (text: string, values: readonly unknown[] = []) => {
    if (text === 'rollback') return rollback()
    if (cut !== undefined) return refuse(cut, 'nothing')
    try {
      // Only with values is it one statement for sure.
      const name = values.length > 0 ? preparedName(text) : undefined
      const result = await client.query({ text, values: [...values], ...(name && { name }) })
      isOpen = BEGIN.test(text) || (isOpen && !END.test(text))
      return result
    } catch (error) {
      return failed(text, error)
    }
  }
  return {
    // Nothing here reads by a cursor.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy = false) => {
      client.off('error', heard)
      release(destroy || cut !== undefined)
    },
  }
}

/** A pool as the query builder wants it, whose connections tell an outage from a mistake and are thrown away once they are cut. */
export const leasesOf = (checkout: Checkout, pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  end: () => pool.end(),
  connect: async () => {
    try {
      const client = await checkout()
      return leased(client, (broken) => client.release(broken))
    } catch (error) {
      return refuse(error, 'nothing')
    }
  },
})
