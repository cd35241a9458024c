import type { Database } from './database.ts'
import { Outage } from './outage.ts'
import type { Share } from './shares.ts'

/**
 * Asks one statement for a look, by itself, without a step around it: one round trip. Gives its first row, whose names are those of the
 * database. An outage in it leaves nothing behind but perhaps the line of a look that nobody was shown.
 */
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
  } catch (error) {
    throw error instanceof Outage ? new Outage('nothing', error) : error
  } finally {
    client.release()
  }
}
