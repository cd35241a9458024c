import { sql } from 'kysely'
import type { Database } from './database.ts'

const LONGEST_MS = 1500

/** Asks whether the database answers, and says no after 1.5 s of silence; however many ask at once, it is asked once. */
export const readinessOf = ({ shares }: Database): (() => Promise<boolean>) => {
  let asking: Promise<boolean> | undefined
  const ask = () =>
    sql`select 1`.execute(shares.chair).then(
      () => true,
      () => false,
    )
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return Promise.race([asking, new Promise<boolean>((done) => setTimeout(() => done(false), LONGEST_MS).unref())])
  }
}
