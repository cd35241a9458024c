/**
 * Checks every clinic's audit trail: `npm run audit:verify`. It shares no code with what writes the trail and reads the database by
 * itself. Exit codes: 0 ok, 1 bad, 2 cannot check. `-- --prove N [--clinic ID]` prints the proof of one line, `-- --check FILE --key KEY`
 * checks one, `-- --anchors PLACE` takes anchors from another folder or from a kept letter as well.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { anchorKey, checkedAnchors, type Outside, readOutside } from './audit-check/anchors.ts'
import { type Ask, Bad, badLine, type Result, type Verdict } from './audit-check/ask.ts'
import { follow, readWaiting } from './audit-check/chain.ts'
import { inEveryDatabase, NotLookedAt, type Place } from './audit-check/databases.ts'
import { checkLineProof, type LineProof, proveLine } from './audit-check/line-proof.ts'
import { holdRecords, readMarks, recordsSaid } from './audit-check/records.ts'

export { anchorKey } from './audit-check/anchors.ts'
export type { Ask, Result } from './audit-check/ask.ts'

// Anchors come every thousand lines; a batch of the sealer and what is written meanwhile may stand between.
const LONGEST_TAIL = 5000

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const checkClinic = async (ask: Ask, clinicId: string, outside: Outside, signer: KeyOrNot): Promise<Result> => {
  // Row level security holds for a database's owner too: without its clinic the trail would look empty.
  await ask("select set_config('app.clinic_id', $1, false)", [clinicId])
  const anchors = checkedAnchors(outside, clinicId, signer)
  const [records, marks] = [recordsSaid(), await readMarks(ask, clinicId)]
  const lines = await follow(ask, clinicId, anchors, (line, seq) => {
    records.read(line, seq)
    marks.read(line)
  })
  const waiting = await readWaiting(ask, clinicId, (line, seq) => {
    records.read(line, seq)
    marks.read(line)
  })
  const held = await holdRecords(ask, clinicId, records.said)
  marks.hold()
  const anchored = (outside.anchors.get(clinicId) ?? []).length
  const last = [...anchors.keys()].reduce((a, b) => Math.max(a, b), 0)
  const says = `${plural(lines, 'line')}, ${plural(held, 'record')}`
  const how = `${plural(anchored, 'anchor')}${anchored > 0 ? `, the last of line ${last}` : ''}${waiting.says}`
  if (waiting.isAlarm) return { verdict: 'bad', says: `alarm ${says} (${how})` }
  const why = whyUnproved({ lines, anchored, last }, signer)
  return why === null
    ? { verdict: 'ok', says: `ok ${says} (${how})` }
    : { verdict: 'cannot check', says: `cannot check ${says} (${how}): ${why}` }
}

type KeyOrNot = Parameters<typeof checkedAnchors>[2]

// What holds together inside the database may still have been made anew as a whole.
const whyUnproved = (
  { lines, anchored, last }: { lines: number; anchored: number; last: number },
  signer: KeyOrNot,
): string | null => {
  if (lines === 0) return null
  if (anchored === 0)
    return 'nothing outside the database says how far the chain had come. Is DATA_DIR or ANCHOR_DIR the right folder?'
  if (lines - last > LONGEST_TAIL) return `no anchor for the last ${lines - last} lines: anchors are missing, or none are written`
  return signer === null ? 'without SECRET_KEY nobody knows who signed the anchors' : null
}

const named = (result: Result, name: unknown): Result => ({ ...result, says: `${result.says} [${name}]` })

/** Checks the trail of every clinic in a database against what is kept outside of it. */
export const checkTrails = async (ask: Ask, outside: Outside, signer: KeyOrNot): Promise<Result[]> => {
  const clinics = await ask('select id::text, name from clinic order by id')
  const results: Result[] = []
  for (const { id, name } of clinics) {
    try {
      results.push(named(await checkClinic(ask, String(id), outside, signer), name))
    } catch (error) {
      if (!(error instanceof Bad)) throw error
      results.push(named({ verdict: 'bad', says: error.message }, name))
    }
  }
  for (const [id, anchors] of outside.anchors)
    if (!clinics.some((clinic) => clinic.id === id)) {
      const last = anchors.reduce((most, { seq }) => Math.max(most, seq), 0)
      results.push({
        verdict: 'bad',
        says: `${badLine(1, `missing; clinic ${id} is gone, whose chain once reached line ${last}`).message}`,
      })
    }
  return results.length > 0
    ? results
    : [{ verdict: 'cannot check', says: 'cannot check: no clinic in the database, and no anchor of one' }]
}

const keyOf = ({ secret, olderSecrets = [] }: Place) => (secret ? [secret, ...olderSecrets].map(anchorKey) : null)

/** Checks what the environment names: the PostgreSQL server, or every embedded database in the data folder. */
export const verifyAudit = async (env: NodeJS.ProcessEnv, elsewhere: readonly string[] = []): Promise<Result[]> => {
  try {
    const results = await inEveryDatabase(env, elsewhere, (place) =>
      checkTrails(place.ask, readOutside(place.anchors), keyOf(place)),
    )
    return results.flat()
  } catch (error) {
    if (!(error instanceof NotLookedAt)) throw error
    return [{ verdict: 'cannot check', says: `cannot check: ${error.message}` }]
  }
}

/** The proof of one line, of the one clinic there is or the one that is named; null where no anchor covers it yet. */
export const prove = async (
  env: NodeJS.ProcessEnv,
  elsewhere: readonly string[],
  seq: number,
  clinic?: string,
): Promise<LineProof | null> => {
  const proofs = await inEveryDatabase(env, elsewhere, async (place) => {
    const [signer, ids] = [keyOf(place), (await place.ask('select id::text from clinic')).map(({ id }) => String(id))]
    const id = clinic ?? (ids.length === 1 ? ids[0] : undefined)
    if (signer === null || id === undefined || !ids.includes(id)) return null
    await place.ask("select set_config('app.clinic_id', $1, false)", [id])
    return proveLine(place.ask, readOutside(place.anchors), id, seq, signer)
  })
  return proofs.find((each) => each !== null) ?? null
}

const CODES: Record<Verdict, number> = { ok: 0, bad: 1, 'cannot check': 2 }

const codeOf = (results: readonly Result[]) => {
  const worst = (['bad', 'cannot check'] as const).find((verdict) => results.some((each) => each.verdict === verdict))
  return CODES[worst ?? 'ok']
}

const run = async (): Promise<{ says: string[]; code: number }> => {
  const options = {
    anchors: { type: 'string', multiple: true },
    prove: { type: 'string' },
    clinic: { type: 'string' },
    check: { type: 'string' },
    key: { type: 'string' },
  } as const
  const { values } = parseArgs({ options })
  const asked = (results: readonly Result[]) => ({ says: results.map(({ says }) => says), code: codeOf(results) })
  if (values.check !== undefined) return asked([checkLineProof(readFileSync(values.check, 'utf8'), values.key ?? '')])
  if (values.prove === undefined) return asked(await verifyAudit(process.env, values.anchors))
  const proof = await prove(process.env, values.anchors ?? [], Number(values.prove), values.clinic)
  if (proof) return { says: [JSON.stringify(proof)], code: 0 }
  return asked([
    {
      verdict: 'cannot check',
      says: `cannot check: no anchor covers line ${values.prove} yet, or the key or the clinic is not named`,
    },
  ])
}

if (import.meta.main) {
  const { says, code } = await run()
  for (const each of says) process.stdout.write(`${each}\n`)
  process.exitCode = code
}
