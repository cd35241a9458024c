/* T2: ten thousand bodies, two vectors of them at a time with all state in registers; then exact quantiles. */
#include "limit.h"

enum { tile = 16 };
double *stored, band[steps][5];
static double rows[tile][people] ALIGNED;
typedef struct { double x[3][B], keep[3][B], gain[3][B]; } Block;
static Block ready[blocks] ALIGNED;

static void t2_prepare(void) {
  for (int j = 0; j < blocks; j++)
    for (int l = 0; l < B; l++) {
      Modes m = modes(drawn2[j * B + l]);
      for (int i = 0; i < 3; i++) {
        double keep = exp(-m.rate[i] * 5);
        ready[j].x[i][l] = 0;
        ready[j].keep[i][l] = keep;
        ready[j].gain[i][l] = 42. / 240 * m.weight[i] * (1 - keep) / m.rate[i];
      }
    }
}

/* One block from step `from` to before `to`: the state stays in registers, one store after the other. */
static inline void t2_run(Block *b, int from, int to, double *out) {
  V x[3][2], k[3][2];
  for (int i = 0; i < 3; i++) for (int l = 0; l < 2; l++) { x[i][l] = load(b->x[i] + l * W); k[i][l] = load(b->keep[i] + l * W); }
  for (int t = from; t < to;) {
    int at = t == 0 ? 0 : (t - 1) % 288, end = t == 0 ? 1 : at < 48 ? t + 48 - at : t + 288 - at;
    if (end > to) end = to;
    if (t == 0) { for (int l = 0; l < 2; l++) store(out + l * W, all(0)); out += B; t = 1; }
    else if (at < 48)
      for (; t < end; t++, out += B) for (int l = 0; l < 2; l++) {
        for (int i = 0; i < 3; i++) x[i][l] = x[i][l] * k[i][l] + load(b->gain[i] + l * W);
        store(out + l * W, x[0][l] + x[1][l] + x[2][l]);
      }
    else
      for (; t < end; t++, out += B) for (int l = 0; l < 2; l++) {
        for (int i = 0; i < 3; i++) x[i][l] = x[i][l] * k[i][l];
        store(out + l * W, x[0][l] + x[1][l] + x[2][l]);
      }
  }
  for (int i = 0; i < 3; i++) for (int l = 0; l < 2; l++) store(b->x[i] + l * W, x[i][l]);
}
void t2(void) {
  t2_prepare();
  for (int j = 0; j < blocks; j++) t2_run(&ready[j], 0, steps, stored + (size_t)j * steps * B);
}

/* Exact quantiles, linear between ranks: counted into buckets a 64th of an octave wide, then selected only where a wanted rank lies. */
enum { shift = 46, buckets = 1024 };
static const double levels[5] = { .05, .25, .5, .75, .95 };
static uint16_t bucket[people];
static double part[people + 1];

static double selected(double *v, int low, int high, int rank) {
  while (low < high) {
    double pivot = v[(low + high) / 2];
    int i = low, j = high;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (v[j] > pivot) j--;
      if (i <= j) { double held = v[i]; v[i++] = v[j]; v[j--] = held; }
    }
    if (rank <= j) high = j; else if (rank >= i) low = i; else break;
  }
  return v[rank];
}

static void quantiles(const double *v, double *out) {
  static uint32_t counts[buckets], before[buckets + 1];
  static uint8_t list[buckets];
  uint32_t start[16], fill[16];
  int64_t base; memcpy(&base, &v[people / 2], 8);
  base = (base >> shift) - buckets / 2;
  memset(counts, 0, sizeof counts);
  memset(list, 0, sizeof list);
  for (int i = 0; i < people; i++) {
    int64_t at; memcpy(&at, &v[i], 8);
    at = (at >> shift) - base;
    at = at < 0 ? 0 : at > buckets - 1 ? buckets - 1 : at;
    bucket[i] = at;
    counts[at]++;
  }
  before[0] = 0;
  for (int at = 0; at < buckets; at++) before[at + 1] = before[at] + counts[at];
  int found[10], lists = 0, at = 0; uint32_t room = 0;
  for (int q = 0; q < 10; q++) {
    uint32_t rank = (uint32_t)(levels[q / 2] * (people - 1)) + q % 2;
    while (before[at + 1] <= rank) at++;
    if (!list[at]) { list[at] = ++lists; start[lists] = fill[lists] = room; room += counts[at]; }
    found[q] = at;
  }
  static uint16_t hits[people + 1];
  int n = 0;
  for (int i = 0; i < people; i++) { hits[n] = i; n += list[bucket[i]] != 0; }
  for (int i = 0; i < n; i++) part[fill[list[bucket[hits[i]]]]++] = v[hits[i]];
  for (int i = 0; i < 5; i++) {
    double place = levels[i] * (people - 1), value[2];
    for (int k = 0; k < 2; k++) {
      int a = found[2 * i + k], l = list[a];
      value[k] = selected(part, start[l], start[l] + counts[a] - 1, start[l] + (int)place + k - before[a]);
    }
    out[i] = value[0] + (place - (int)place) * (value[1] - value[0]);
  }
}

/* A tile of time for everybody, turned so that a time lies in a row, then its quantiles. */
void t2_quantiles(void) {
  t2_prepare();
  double out[tile * B] ALIGNED;
  for (int from = 0; from < steps; from += tile) {
    int to = from + tile < steps ? from + tile : steps;
    for (int j = 0; j < blocks; j++) {
      t2_run(&ready[j], from, to, out);
      for (int t = 0; t < to - from; t++) memcpy(&rows[t][j * B], out + t * B, sizeof(double) * B);
    }
    for (int t = from; t < to; t++) quantiles(rows[t - from], band[t]);
  }
}
