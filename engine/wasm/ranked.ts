// Values are put into buckets a 64th of an octave wide, 1,024 of them round one of the values; only where a wanted rank lies is looked closer.
const buckets = 1024

/** Where in `work` what lies, in bytes: counts twice (even and odd places), first rank, list and where its part begins and ends. */
const odd: usize = 4096
const before: usize = 8192
const listOf: usize = 12304
const starts: usize = 13328
const wanted: usize = 13456
const room: usize = 16384

// inline
function place(value: usize, base: i32): i32 {
  const at = (i32.load(value + 4) >> 14) - base
  return max(0, min(buckets - 1, at))
}

// inline
function count(work: usize, at: i32): void {
  const cell = work + ((<usize>at) << 2)
  i32.store(cell, i32.load(cell) + 1)
}

/** Which bucket each value falls in, two bytes each, and how many fall in each. */
function sorted(values: usize, n: i32, base: i32, work: usize, bucket: usize): void {
  const lowest = i32x4.splat(0)
  const highest = i32x4.splat(buckets - 1)
  const bases = i32x4.splat(base)
  let i = 0
  for (; i + 4 <= n; i += 4) {
    const from = values + ((<usize>i) << 3)
    const tops = v128.shuffle<i32>(v128.load(from), v128.load(from, 16), 1, 3, 5, 7)
    const at = i32x4.max_s(lowest, i32x4.min_s(highest, i32x4.sub(i32x4.shr_s(tops, 14), bases)))
    v128.store64_lane(bucket + ((<usize>i) << 1), i16x8.narrow_i32x4_u(at, at), 0)
    count(work, i32x4.extract_lane(at, 0))
    count(work + odd, i32x4.extract_lane(at, 1))
    count(work, i32x4.extract_lane(at, 2))
    count(work + odd, i32x4.extract_lane(at, 3))
  }
  for (; i < n; i++) {
    const at = place(values + ((<usize>i) << 3), base)
    i32.store16(bucket + ((<usize>i) << 1), at)
    count(work, at)
  }
}

/** The value of a rank among `n` numbers, which are reordered. */
function select(values: usize, n: i32, rank: i32): f64 {
  let low = 0
  let high = n - 1
  while (low < high) {
    const pivot = f64.load(values + ((<usize>((low + high) >> 1)) << 3))
    let i = low
    let j = high
    while (i <= j) {
      while (f64.load(values + ((<usize>i) << 3)) < pivot) i++
      while (f64.load(values + ((<usize>j) << 3)) > pivot) j--
      if (i > j) break
      const a = values + ((<usize>i) << 3)
      const b = values + ((<usize>j) << 3)
      const held = f64.load(a)
      f64.store(a, f64.load(b))
      f64.store(b, held)
      i++
      j--
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else break
  }
  return f64.load(values + ((<usize>rank) << 3))
}

/** At most fifteen buckets can be looked into at once; more ranks are done in turns. */
const most = 15

/** The values of given ranks (ascending) among `n` values that are not below zero. */
export function ranked(values: usize, n: i32, ranks: usize, rankCount: i32, out: usize, work: usize): void {
  const bucket = work + room
  const hits = bucket + (((<usize>n) << 1) + 16)
  const parts = (hits + ((<usize>n) << 2) + 31) & ~15
  const base = (i32.load(values + ((<usize>(n >> 1)) << 3) + 4) >> 14) - buckets / 2
  memory.fill(work, 0, before)
  sorted(values, n, base, work, bucket)
  let total = 0
  for (let at = 0; at < buckets; at++) {
    i32.store(work + before + ((<usize>at) << 2), total)
    total += i32.load(work + ((<usize>at) << 2)) + i32.load(work + odd + ((<usize>at) << 2))
  }
  i32.store(work + before + buckets * 4, total)
  for (let first = 0; first < rankCount; first += most) {
    const last = min(rankCount, first + most)
    look(values, n, ranks, first, last, out, work, bucket, hits, parts)
  }
}

/** Gives each bucket in which a rank from `first` to `last` lies a number from 1, and its part of the room after one another. */
// inline
function list(ranks: usize, first: i32, last: i32, work: usize): void {
  memory.fill(work + listOf, 0, buckets)
  let lists = 0
  let taken: i32 = 0
  let at = 0
  for (let q = first; q < last; q++) {
    const rank = <i32>f64.load(ranks + ((<usize>q) << 3))
    while (i32.load(work + before + ((<usize>(at + 1)) << 2)) <= rank) at++
    if (i32.load8_u(work + listOf + at) === 0) {
      lists++
      i32.store8(work + listOf + at, lists)
      i32.store(work + starts + ((<usize>lists) << 2), taken)
      i32.store(work + wanted + ((<usize>lists) << 2), taken)
      taken += i32.load(work + before + ((<usize>(at + 1)) << 2)) - i32.load(work + before + ((<usize>at) << 2))
    }
  }
}

function look(
  values: usize,
  n: i32,
  ranks: usize,
  first: i32,
  last: i32,
  out: usize,
  work: usize,
  bucket: usize,
  hits: usize,
  parts: usize,
): void {
  list(ranks, first, last, work)
  let found = hits
  const table = work + listOf
  let i = 0
  for (; i + 4 <= n; i += 4) {
    const from = bucket + ((<usize>i) << 1)
    i32.store(found, i)
    found += (<usize>(i32.load8_u(table + i32.load16_u(from)) !== 0)) << 2
    i32.store(found, i + 1)
    found += (<usize>(i32.load8_u(table + i32.load16_u(from + 2)) !== 0)) << 2
    i32.store(found, i + 2)
    found += (<usize>(i32.load8_u(table + i32.load16_u(from + 4)) !== 0)) << 2
    i32.store(found, i + 3)
    found += (<usize>(i32.load8_u(table + i32.load16_u(from + 6)) !== 0)) << 2
  }
  for (; i < n; i++) {
    i32.store(found, i)
    found += (<usize>(i32.load8_u(table + i32.load16_u(bucket + ((<usize>i) << 1))) !== 0)) << 2
  }
  for (let hit = hits; hit < found; hit += 4) {
    const i = <usize>i32.load(hit)
    const cell = work + wanted + ((<usize>i32.load8_u(table + i32.load16_u(bucket + (i << 1)))) << 2)
    const to = i32.load(cell)
    f64.store(parts + ((<usize>to) << 3), f64.load(values + (i << 3)))
    i32.store(cell, to + 1)
  }
  let at = 0
  for (let q = first; q < last; q++) {
    const rank = <i32>f64.load(ranks + ((<usize>q) << 3))
    while (i32.load(work + before + ((<usize>(at + 1)) << 2)) <= rank) at++
    const lowest = i32.load(work + before + ((<usize>at) << 2))
    const size = i32.load(work + before + ((<usize>(at + 1)) << 2)) - lowest
    const from = parts + ((<usize>i32.load(work + starts + ((<usize>i32.load8_u(table + at)) << 2))) << 3)
    f64.store(out + ((<usize>q) << 3), select(from, size, rank - lowest))
  }
}
