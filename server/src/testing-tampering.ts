import type { PoolClient } from 'pg'
import { sha256 } from './platform/keys.ts'

// Puts the head back on what is the last line now.
const headBack = (client: PoolClient) =>
  client.query(
    'update audit_head h set (seq, hash) = (select seq, hash from audit_line l where l.clinic_id = h.clinic_id order by seq desc limit 1)',
  )

/** Cuts the trail after a line and puts its head back. */
export const cutAfter = async (client: PoolClient, seq: number) => {
  await client.query('delete from audit_line where seq > $1', [seq])
  await headBack(client)
}

/** Changes a line and makes every hash after it anew, so that the chain holds together. */
export const rewrite = async (client: PoolClient, at: number, change: (entry: string) => string) => {
  const { rows } = await client.query('select seq::int, entry from audit_line order by audit_line.seq')
  let before = sha256('dripline')
  for (const { seq, entry } of rows) {
    const text = seq === at ? change(entry) : entry
    before = sha256(`${before}\n${text}`)
    await client.query('update audit_line set entry = $2, hash = $3 where seq = $1', [seq, text, before])
  }
  await headBack(client)
}
