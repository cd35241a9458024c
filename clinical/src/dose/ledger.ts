import { Exact, exact, plain } from '../exact.ts'
import { drugCount } from '../policies/drug-count.ts'
import { usual, type Values } from '../policy.ts'
import type { ProblemCode } from '../problems.ts'

export type LedgerKind = 'received' | 'withdrawn' | 'returned' | 'given' | 'wasted' | 'corrected'

/**
 * One line of the controlled-drug book. `ml` is signed where it enters (+) or leaves (−) the safe; given and wasted are parts of
 * what left and do not change the balance. A correction names the line whose ml and mg it replaces.
 */
export type LedgerLine = {
  id: string
  kind: LedgerKind
  vialId: string
  ml: string
  mg: string
  sessionId: string | null
  correctsId: string | null
}

export type Vial = { id: string; mgPerMl: string; volumeMl: string; expiresOn: string }

export type VialBalance = { vialId: string; ml: string; mg: string; isSealed: boolean }

/** A line as it now stands: `kind` is what it is about, `balanceMl` the whole safe after it, null where it changes nothing. */
export type LedgerRow = { line: LedgerLine; kind: LedgerKind; isStruck: boolean; balanceMl: string | null }

/** What one visit took out and what became of it; open mg are still in the bag or unaccounted for. */
export type SessionBalance = { sessionId: string; withdrawnMg: string; givenMg: string; wastedMg: string; openMg: string }

export type Ledger = {
  rows: readonly LedgerRow[]
  vials: readonly VialBalance[]
  inSafeMl: string
  sessions: readonly SessionBalance[]
  /** Lines that cannot be right: a wrong sign, an unknown vial, a correction of nothing, or a vial below nothing. */
  faults: readonly { lineId: string; text: string }[]
}

/** How far a count by eye may lie from the book. */
export type CountTolerance = Values<typeof drugCount>

/** The book in the order in which its lines were written; mL to 0.01, mg likewise. */
export function balanceLedger(vials: readonly Vial[], lines: readonly LedgerLine[]): Ledger {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const struck = new Set(lines.flatMap(({ correctsId }) => correctsId ?? []))
  const known = new Map(vials.map((vial) => [vial.id, { vial, ml: new Exact(0), isSealed: true }]))
  const faults: { lineId: string; text: string }[] = []
  let inSafe = new Exact(0)
  const rows = lines.map((line): LedgerRow => {
    const kind = subjectOf(line, byId)
    const isStruck = struck.has(line.id)
    const held = known.get(line.vialId)
    const wrong = faultOf(line, kind, held !== undefined)
    if (wrong) faults.push({ lineId: line.id, text: wrong })
    if (isStruck || wrong || !held || !kind || !movesSafe(kind))
      return { line, kind: kind ?? line.kind, isStruck, balanceMl: null }
    held.ml = held.ml.plus(line.ml)
    if (kind === 'withdrawn') held.isSealed = false
    if (held.ml.lt(0)) faults.push({ lineId: line.id, text: 'The vial did not hold that much' })
    inSafe = inSafe.plus(line.ml)
    return { line, kind, isStruck, balanceMl: plain(inSafe, 2) }
  })
  const balances = [...known.values()].map(({ vial, ml, isSealed }) => ({
    vialId: vial.id,
    ml: plain(ml, 2),
    mg: plain(ml.times(vial.mgPerMl), 2),
    isSealed: isSealed && ml.eq(vial.volumeMl),
  }))
  return { rows, vials: balances, inSafeMl: plain(inSafe, 2), sessions: sessionBalances(rows), faults }
}

/** Whether so many mL may be withdrawn from a vial on a local date: null, or why not. */
export function mayWithdraw(ledger: Ledger, vial: Vial, ml: string, today: string): ProblemCode | null {
  const held = ledger.vials.find(({ vialId }) => vialId === vial.id)
  if (!held) return 'not-found'
  if (today > vial.expiresOn) return 'vial-expired'
  return exact(ml).gt(held.ml) ? 'vial-short' : null
}

/** What one person counted, without seeing the book or the other person's numbers. */
export type CountEntry = { countedBy: string; sealed: number; opened: readonly { vialId: string; ml: string }[] }

/** mL of one opened vial; with no vial, the number of sealed ones. */
export type CountDifference = { vialId: string | null; countedBy: string; book: string; counted: string; difference: string }

/** Where a count lies outside the tolerance, or leaves out or adds a vial. Vials that are opened and empty need no count. */
export function compareCount(
  { vials }: Ledger,
  entry: CountEntry,
  tolerance: CountTolerance = usual(drugCount),
): CountDifference[] {
  const sealed = vials.filter(({ isSealed }) => isSealed).length
  const opened = vials.filter(({ isSealed, ml }) => !isSealed && exact(ml).gt(0))
  const counted = new Map(entry.opened.map(({ vialId, ml }) => [vialId, ml]))
  const ids = new Set([...opened.map(({ vialId }) => vialId), ...counted.keys()])
  const differ = (vialId: string | null, book: Exact, seen: Exact) => ({
    vialId,
    countedBy: entry.countedBy,
    book: plain(book),
    counted: plain(seen),
    difference: plain(seen.minus(book)),
  })
  const byVial = [...ids].flatMap((vialId) => {
    const book = exact(opened.find((vial) => vial.vialId === vialId)?.ml ?? '0')
    const seen = exact(counted.get(vialId) ?? '0')
    const most = book.times(tolerance.openedPercent).div(100)
    return seen.minus(book).abs().gt(most) ? [differ(vialId, book, seen)] : []
  })
  return Math.abs(entry.sealed - sealed) <= tolerance.sealed
    ? byVial
    : [differ(null, new Exact(sealed), new Exact(entry.sealed)), ...byVial]
}

const movesSafe = (kind: LedgerKind) => kind === 'received' || kind === 'withdrawn' || kind === 'returned'

/** What a correction is a correction of, through any chain of corrections; null when it leads nowhere. */
function subjectOf(line: LedgerLine, byId: ReadonlyMap<string, LedgerLine>): LedgerKind | null {
  const seen = new Set<string>()
  let at: LedgerLine | undefined = line
  while (at?.kind === 'corrected') {
    if (seen.has(at.id) || at.correctsId === null) return null
    seen.add(at.id)
    at = byId.get(at.correctsId)
  }
  return at?.kind ?? null
}

function faultOf({ kind: written, correctsId, ml: text }: LedgerLine, kind: LedgerKind | null, isKnown: boolean): string | null {
  const ml = exact(text, 'ml')
  if (!kind || (written === 'corrected') !== (correctsId !== null)) return 'A correction names one earlier line'
  if (!isKnown) return 'No such vial'
  const isCorrection = written === 'corrected'
  if (kind === 'received' && !(ml.gt(0) || (isCorrection && ml.isZero()))) return 'What is received is above 0 mL'
  if (kind === 'withdrawn' && !(ml.lt(0) || (isCorrection && ml.isZero()))) return 'What is withdrawn is below 0 mL'
  if ((kind === 'given' || kind === 'wasted') && ml.lt(0)) return 'What is given or wasted is not below 0 mL'
  return ml.decimalPlaces() > 2 ? 'mL are written to 0.01' : null
}

function sessionBalances(rows: readonly LedgerRow[]): SessionBalance[] {
  const standing = rows.filter(({ isStruck, line }) => !isStruck && line.sessionId !== null)
  const bySession = Map.groupBy(standing, ({ line }) => line.sessionId ?? '')
  return [...bySession].map(([sessionId, own]) => {
    const sum = (kind: LedgerKind) =>
      own.reduce((mg, row) => (row.kind === kind ? mg.plus(exact(row.line.mg).abs()) : mg), new Exact(0))
    const [withdrawn, given, wasted] = [sum('withdrawn'), sum('given'), sum('wasted')]
    const open = withdrawn.minus(given).minus(wasted)
    return { sessionId, withdrawnMg: plain(withdrawn), givenMg: plain(given), wastedMg: plain(wasted), openMg: plain(open) }
  })
}
