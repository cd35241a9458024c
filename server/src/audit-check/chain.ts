import { type Ask, BEFORE_FIRST, badLine, parsed, type Row, sha256 } from './ask.ts'

const AT_ONCE = 5000

/** Who reads a line after it was found in its place. */
export type Reader = (line: Row, seq: number) => void

const checkLine = (row: Row, seq: number, clinicId: string, before: string): { hash: string; said: Row } => {
  const [entry, hash] = [String(row.entry), String(row.hash)]
  if (Number(row.seq) !== seq) throw badLine(seq, `missing; the next one there is line ${row.seq}`)
  if (sha256(`${before}\n${entry}`) !== hash) throw badLine(seq, 'its hash is not that of its text and the line before')
  const said = parsed(entry)
  if (Number(said?.seq) !== seq) throw badLine(seq, `its text says it is line ${said?.seq}`)
  if (!said || said.clinic !== clinicId) throw badLine(seq, 'its text names another clinic')
  return { hash, said }
}

const checkAnchor = (anchors: ReadonlyMap<number, string>, seq: number, hash: string) => {
  const anchored = anchors.get(seq)
  if (anchored !== undefined && anchored !== hash) throw badLine(seq, 'it is not the line that was anchored outside the database')
}

/** Follows one clinic's chain from its first line to its head; throws at the first line that cannot be right. Gives the last number. */
export const follow = async (ask: Ask, clinicId: string, anchors: ReadonlyMap<number, string>, read: Reader): Promise<number> => {
  let [seq, hash] = [0, BEFORE_FIRST]
  for (let more = true; more; ) {
    const rows = await ask(
      'select seq::text, entry, hash from audit_line where clinic_id = $1 and seq > $2 order by audit_line.seq limit $3',
      [clinicId, seq, AT_ONCE],
    )
    for (const row of rows) {
      const line = checkLine(row, seq + 1, clinicId, hash)
      hash = line.hash
      seq += 1
      checkAnchor(anchors, seq, hash)
      read(line.said, seq)
    }
    more = rows.length === AT_ONCE
  }
  const [head] = await ask('select seq::text, hash from audit_head where clinic_id = $1', [clinicId])
  const last = [...anchors.keys()].reduce((a, b) => Math.max(a, b), Number(head?.seq ?? 0))
  if (last > seq) throw badLine(seq + 1, `missing; the chain once reached line ${last}`)
  if (Number(head?.seq) !== seq || head?.hash !== hash) throw badLine(seq, 'the head of the chain is another line')
  return seq
}

const LONGEST_WAIT_S = 60

/** Reads what was written and is not chained yet; lines that wait for longer than a sealer ever takes are an alarm. */
export const readWaiting = async (ask: Ask, clinicId: string, read: Reader): Promise<{ says: string; isAlarm: boolean }> => {
  const rows = await ask(
    "select pre || '0' || post as entry, extract(epoch from clock_timestamp() - written_at)::int as seconds from audit_pending where clinic_id = $1 order by n",
    [clinicId],
  )
  for (const { entry } of rows) read(parsed(String(entry)) ?? {}, Number.POSITIVE_INFINITY)
  const seconds = Number(rows[0]?.seconds ?? 0)
  if (rows.length === 0) return { says: '', isAlarm: false }
  return { says: `; ${rows.length} not chained yet, the oldest for ${seconds} s`, isAlarm: seconds > LONGEST_WAIT_S }
}
