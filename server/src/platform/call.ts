import type { Database } from './database.ts'
import type { Share } from './shares.ts'

/** Asks one statement by itself, without a step around it: one round trip. Gives its first row, whose names are those of the database. */
export const callOnce = async <Row>(
  database: Database,
  share: Share,
  text: string,
  values: readonly unknown[],
): Promise<Row | undefined> => {
  const client = await database.leases[share].connect()
  try {
    const { rows } = await client.query<Row>(text, [...values])
    return rows[0]
  } finally {
    client.release()
  }
}
