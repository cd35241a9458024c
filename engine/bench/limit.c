/*
 * What the machine can do: the four timed tasks in C, with the layouts that are fastest there. Not shipped; the bench builds it twice, for
 * plain SSE2 and for this machine, with -O3 -ffast-math, and prints ratios to it. Checks first, then the median of CPU time in ms.
 */
#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__AVX512F__)
#define W 8
#define vmax _mm512_max_pd
#elif defined(__AVX2__)
#define W 4
#define vmax _mm256_max_pd
#else
#define W 2
#define vmax _mm_max_pd
#endif
typedef double V __attribute__((vector_size(W * 8), aligned(W * 8)));
typedef int64_t I __attribute__((vector_size(W * 8), aligned(W * 8)));
/* Fast maths would fold what stands on both sides of this into one. */
#define KEEP(v) __asm__("" : "+x"(v))
#define ALIGNED __attribute__((aligned(64)))

static inline V all(double x) { V v; for (int i = 0; i < W; i++) v[i] = x; return v; }
static inline V load(const double *p) { return *(const V *)p; }
static inline void store(double *p, V v) { *(V *)p = v; }

static inline V vexp(V x) {
  x = vmax(x, all(-700));
  V t = x * 1.4426950408889634 + 0x1.8p52;
  KEEP(t);
  V n = t - 0x1.8p52;
  V r = x - n * 0x1.62e42fefa0000p-1;
  KEEP(r);
  r = r - n * 0x1.cf79abc9e3b3ap-40;
  V r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
  V a = 1.0 + r + r2 * (0.5000000000000019 + r * 0.1666666666666668);
  V b = 0.04166666666648795 + r * 0.008333333333319589 + r2 * (0.0013888888952352863 + r * 0.00019841269890076403);
  V c = 2.4801485441561313e-05 + r * 2.755724088722987e-06 + r2 * (2.763265472252779e-07 + r * 2.5110049204818658e-08);
  V p = a + r4 * b + r8 * c;
  return p * (V)(((I)t + 1023) << 52);
}

static inline V vlog(V x) {
  I bits = (I)x - 0x3fe6a09e667f3bcdLL;
  I e = (I)((uint64_t __attribute__((vector_size(W * 8))))(bits + (1LL << 62)) >> 52); /* e + 1024, never negative */
  V m = (V)((I)x - ((e - 1024) << 52));
  V n = (V)(e | 0x4330000000000000LL);
  KEEP(n);
  n = n - (0x1p52 + 1024.0);
  V f = (m - 1.0) / (m + 1.0), s = f * f, s2 = s * s, s4 = s2 * s2;
  V p = 2.0 + s * 0.6666666666666765 + s2 * (0.39999999999301483 + s * 0.2857142876083493) +
        s4 * (0.2222219703607824 + s * 0.18183632803180275 + s2 * (0.15312498077913925 + s * 0.148100248017037));
  return n * 0.6931471805599453 + f * p;
}

static double cpu(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec * 1e-6; }
static int ascending(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
static double median(void (*run)(void), int times) {
  double spent[1000];
  for (int i = 0; i < times; i++) { double start = cpu(); run(); spent[i] = cpu() - start; }
  qsort(spent, times, sizeof(double), ascending);
  return spent[times / 2];
}

static uint32_t state;
static double uniform(void) {
  state += 0x6d2b79f5u;
  uint32_t t = (state ^ (state >> 15)) * (1 | state);
  t = (t + (t ^ (t >> 7)) * (61 | t)) ^ t;
  return (t ^ (t >> 14)) / 4294967296.0;
}
static double normal(void) { double r = sqrt(-2 * log(1 - uniform())); return r * cos(2 * M_PI * uniform()); }

/* Domino, 70 kg. */
static const double v1 = 4.41, k12 = .5921, k13 = .59, k21 = .247, ke0 = .4;
typedef struct { double cl, v1, v3; } Body;
typedef struct { double rate[3], weight[3]; } Modes;
static const Body typical = { .4381 * 4.41, 4.41, .59 * 4.41 / .0146 };

/* Three rates by the trigonometric formula and two Newton steps; weights as the squared first component of the eigenvector. */
static inline Modes modes(Body b) {
  double q2 = k12 * v1, q3 = k13 * v1, c10 = b.cl / b.v1, c12 = q2 / b.v1, c13 = q3 / b.v1, c31 = q3 / b.v3;
  double centre = (c10 + c12 + c13 + k21 + c31) / 3, pairs = c10 * (k21 + c31) + k21 * c31 + c12 * c31 + c13 * k21;
  double radius = sqrt(centre * centre - pairs / 3);
  double angle = acos((centre * centre * centre - (centre * pairs - c10 * k21 * c31) / 2) / (radius * radius * radius)) / 3;
  double along = radius * cos(angle), across = radius * sin(angle) * sqrt(3.0);
  Modes m = { { centre + 2 * along, centre - along + across, centre - along - across }, { 0 } };
  for (int i = 0; i < 3; i++) {
    double x = m.rate[i];
    for (int k = 0; k < 2; k++) {
      double c = c10 - x, p = k21 - x, q = c31 - x, ex = c12 * q + c13 * p;
      x -= (c * p * q - x * ex) / (x * (c12 + c13) - ex - (p * q + c * q + c * p));
    }
    double s2 = k21 / (k21 - x), s3 = c31 / (c31 - x);
    m.rate[i] = x;
    m.weight[i] = 1 / (b.v1 + q2 / k21 * s2 * s2 + b.v3 * s3 * s3);
  }
  return m;
}

/* T1 */
enum { seconds = 86401, lanes = 16 };
static double *plasma, *effect;

/* From second `from`, where the modes are x and the site is e, to before second `to`. */
static void t1_stretch(const Modes *m, double *x, double *e, double rate, int from, int to) {
  double k[4] = { m->rate[0], m->rate[1], m->rate[2], ke0 }, a[4], b[4], level = 0, b3 = *e;
  for (int i = 0; i < 3; i++) {
    double rest = rate * m->weight[i] / k[i];
    a[i] = x[i] - rest;
    b[i] = a[i] * ke0 / (ke0 - k[i]);
    level += rest;
    b3 -= b[i];
  }
  a[3] = 0; b[3] = b3 - level;
  V p[4][lanes / W], keep[4], va[4], vb[4], rest = all(level);
  for (int i = 0; i < 4; i++) {
    for (int l = 0; l < lanes; l++) p[i][l / W][l % W] = exp(-k[i] * l / 60);
    keep[i] = all(exp(-k[i] * lanes / 60)); va[i] = all(a[i]); vb[i] = all(b[i]);
  }
  int t = from;
  for (; t + lanes <= to; t += lanes)
    for (int l = 0; l < lanes / W; l++) {
      V x0 = p[0][l], x1 = p[1][l], x2 = p[2][l], x3 = p[3][l];
      V c = rest + va[0] * x0 + va[1] * x1 + va[2] * x2, s = rest + vb[0] * x0 + vb[1] * x1 + vb[2] * x2 + vb[3] * x3;
      memcpy(plasma + t + l * W, &c, sizeof c);
      memcpy(effect + t + l * W, &s, sizeof s);
      p[0][l] = x0 * keep[0]; p[1][l] = x1 * keep[1]; p[2][l] = x2 * keep[2]; p[3][l] = x3 * keep[3];
    }
  for (int l = 0; t < to; t++, l++) {
    plasma[t] = effect[t] = level;
    for (int i = 0; i < 4; i++) { plasma[t] += a[i] * p[i][l / W][l % W]; effect[t] += b[i] * p[i][l / W][l % W]; }
  }
  *e = level;
  for (int i = 0; i < 4; i++) {
    double kept = exp(-k[i] * (to - from) / 60);
    *e += b[i] * kept;
    if (i < 3) x[i] = rate * m->weight[i] / k[i] + a[i] * kept;
  }
}
static void t1(void) {
  Modes m = modes(typical);
  double x[3] = { 0 }, e = 0;
  t1_stretch(&m, x, &e, .875, 0, 2400);
  t1_stretch(&m, x, &e, 0, 2400, seconds);
}

/* T2 */
enum { people = 10000, steps = 2881, B = 2 * W, blocks = people / B, tile = 16 };
static double *stored, rows[tile][people] ALIGNED, band[steps][5];
static Body drawn2[people];
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
static void t2(void) {
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
static void t2_quantiles(void) {
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

/* T3: exact concentrations, relief on panels of 16 Chebyshev–Lobatto nodes, which double while the coefficients allow. */
enum { subjects = 1000, nodes = 16, hours = 2017 };
typedef struct { Body body; double ec50, kon; } Patient;
static Patient patients[subjects];
static double site[subjects][hours], relief[subjects][hours];
static double angle_[nodes], to_coefficients[nodes][nodes] ALIGNED, integrate[nodes][nodes] ALIGNED; /* by column */
static int panels, rejected;

static void t3_matrices(void) {
  const int n = nodes - 1;
  double values[nodes][nodes], sums[nodes][nodes];
  for (int j = 0; j < nodes; j++) angle_[j] = M_PI * (n - j) / n; /* x from -1 to 1 */
  for (int k = 0; k < nodes; k++)
    for (int j = 0; j < nodes; j++) {
      values[k][j] = cos(k * angle_[j]);
      to_coefficients[j][k] = 2. / n * values[k][j] / ((j == 0 || j == n ? 2 : 1) * (k == 0 || k == n ? 2 : 1));
      sums[k][j] = k == 0 ? cos(angle_[j]) + 1 : k == 1 ? (cos(2 * angle_[j]) - 1) / 4
        : (cos((k + 1) * angle_[j]) / (k + 1) - cos((k - 1) * angle_[j]) / (k - 1)) / 2 - ((k % 2 ? 1. : -1.) / (k + 1) - (k % 2 ? 1. : -1.) / (k - 1)) / 2;
    }
  for (int j = 0; j < nodes; j++)
    for (int i = 0; i < nodes; i++) {
      integrate[j][i] = 0;
      for (int k = 0; k < nodes; k++) integrate[j][i] += to_coefficients[j][k] * sums[k][i];
    }
}
static inline void product(const double m[nodes][nodes], const double *x, double *out) {
  V sum[nodes / W];
  for (int l = 0; l < nodes / W; l++) sum[l] = all(0);
  for (int j = 0; j < nodes; j++) for (int l = 0; l < nodes / W; l++) sum[l] += load(&m[j][l * W]) * x[j];
  for (int l = 0; l < nodes / W; l++) store(out + l * W, sum[l]);
}
static inline double series(const double *c, double x) {
  double b1 = 0, b2 = 0;
  for (int k = nodes - 1; k > 0; k--) { double b = c[k] + 2 * x * b1 - b2; b2 = b1; b1 = b; }
  return c[0] + x * b1 - b2;
}
static inline double tail(const double *c) { return fabs(c[nodes - 1]) + fabs(c[nodes - 2]); }

static void t3_one(int s) {
  const Patient *p = &patients[s];
  const double ec50 = 1 / p->ec50, koff = M_LN2 / (10.9 * 1440), tolerance = 1e-9, end = 120960;
  Modes m = modes(p->body);
  double k[4] = { m.rate[0], m.rate[1], m.rate[2], ke0 }, x[3] = { 0 }, e = 0, r = 0, unit[nodes], hourly[4];
  for (int i = 0; i < 4; i++) hourly[i] = exp(-60 * k[i]);
  for (int j = 0; j < nodes; j++) unit[j] = (1 + cos(angle_[j])) / 2;
  int hour = 0, dose = 0;
  double now = 0, h = 1;
  while (now < end) {
    double week = dose < 8 ? dose / 2 : dose - 4, start = week * 10080 + (dose < 8 && dose % 2 ? 4320 : 0);
    int given = now == start;
    double rate = given ? .875 : 0, next;
    if (given) { next = start + 40; dose++; }
    else next = dose < 16 ? start : end;
    double a[4], level = 0, steady = 0;
    a[3] = e;
    for (int i = 0; i < 3; i++) {
      double rest = rate * m.weight[i] / k[i], decays = x[i] - rest;
      level += rest;
      a[i] = decays * ke0 / (ke0 - k[i]);
      a[3] -= a[i];
    }
    steady = level; a[3] -= steady;
    double from = now, onward[4];
    int first = 1;
    h = 1;
    while (now < next) {
      if (h > next - now) h = next - now;
      double shares[4], c[nodes] ALIGNED, S[nodes] ALIGNED, cs[nodes] ALIGNED, A[nodes] ALIGNED, F[nodes] ALIGNED, R[nodes] ALIGNED, cr[nodes] ALIGNED, g[nodes] ALIGNED;
      for (int i = 0; i < 4; i++) shares[i] = a[i] * exp(-k[i] * (now - from));
      for (int l = 0; l < nodes; l += W) {
        V t = *(V *)memcpy(c, unit + l, sizeof(V)) * h, sum = all(steady);
        for (int i = 0; i < 4; i++) sum += shares[i] * vexp(-k[i] * t);
        sum = vmax(sum, all(1e-30));
        V effect_ = 1.0 / (1.0 + vexp(-1.8 * vlog(sum * ec50)));
        store(S + l, effect_);
        store(g + l, p->kon * effect_ + koff);
      }
      product(to_coefficients, S, cs);
      if (tail(cs) * p->kon * h > tolerance && h > 1e-3) { rejected++; h /= 2; continue; }
      product(integrate, g, A);
      for (int l = 0; l < nodes; l += W) { V grown = vexp(load(A + l) * (h / 2)); store(g + l, grown); store(F + l, p->kon * load(S + l) * grown); }
      product(integrate, F, R);
      for (int l = 0; l < nodes; l += W) store(R + l, (r + load(R + l) * (h / 2)) / load(g + l));
      product(to_coefficients, R, cr);
      if (tail(cr) > tolerance && h > 1e-3) { rejected++; h /= 2; continue; }
      panels++;
      for (; hour < hours && hour * 60. <= now + h; hour++) {
        double at = hour * 60. - now;
        if (first) for (int i = 0; i < 4; i++) onward[i] = a[i] * exp(-k[i] * (hour * 60. - from));
        else for (int i = 0; i < 4; i++) onward[i] *= hourly[i];
        first = 0;
        site[s][hour] = steady + onward[0] + onward[1] + onward[2] + onward[3];
        relief[s][hour] = series(cr, 2 * at / h - 1);
      }
      r = R[nodes - 1];
      now = h == next - now ? next : now + h;
      double left = fmax(tail(cs) * p->kon * h, tail(cr)) / tolerance;
      if (left < 1e-2) h *= left < 1e-5 ? 4 : 2;
    }
    e = steady;
    for (int i = 0; i < 4; i++) {
      double kept = exp(-k[i] * (next - from));
      e += a[i] * kept;
      if (i < 3) { double rest = rate * m.weight[i] / k[i]; x[i] = rest + (x[i] - rest) * kept; }
    }
  }
}
static void t3(void) { panels = rejected = 0; for (int s = 0; s < subjects; s++) t3_one(s); }

/* T4: the mode of three etas by Fisher scoring, with gradients through the eigenvalues. */
enum { looks = 8 };
static const double look[looks] = { 5, 20, 40, 60, 90, 150, 240, 480 };
static double observed[subjects][looks], total;
static int evaluations;

static double t4_at(const double *eta, const double *y, double *gradient, double *information) {
  Body b = { typical.cl * exp(eta[0]), typical.v1 * exp(eta[1]), typical.v3 * exp(eta[2]) };
  Modes m = modes(b);
  const double q2 = k12 * v1, q3 = k13 * v1, r = .875, precision[3] = { 1 / .09, 16, 16 };
  double f[looks] = { 0 }, slope[3][looks] = { 0 }, value = 0;
  double late[3][looks] ALIGNED, early[3][looks] ALIGNED;
  evaluations++;
  for (int i = 0; i < 3; i++)
    for (int l = 0; l < looks; l++) { late[i][l] = m.rate[i] * -look[l]; early[i][l] = m.rate[i] * (look[l] > 40 ? 40 - look[l] : 0); }
  for (int l = 0; l < 3 * looks; l += W) { store(late[0] + l, vexp(load(late[0] + l))); store(early[0] + l, vexp(load(early[0] + l))); }
  for (int i = 0; i < 3; i++) {
    double k = m.rate[i], w = m.weight[i], s2 = k21 / (k21 - k), g3 = q3 / b.v3 - k, s3 = q3 / b.v3 / g3;
    double held2 = q2 / k21 * s2 * s2, held3 = b.v3 * s3 * s3, bend = 2 * held2 / (k21 - k) + 2 * held3 / g3;
    double dk[3] = { w * b.cl, -w * k * b.v1, -w * k * held3 }, norm[3] = { 0, b.v1, held3 - 2 * held3 * (1 - s3) }, dw[3];
    for (int p = 0; p < 3; p++) dw[p] = -w * w * (norm[p] + dk[p] * bend);
    for (int l = 0; l < looks; l++) {
      double since = look[l] > 40 ? look[l] - 40 : 0, pool = r * (early[i][l] - late[i][l]) / k;
      double bent = (r * (look[l] * late[i][l] - since * early[i][l]) - pool) / k;
      f[l] += w * pool;
      for (int p = 0; p < 3; p++) slope[p][l] += dw[p] * pool + w * dk[p] * bent;
    }
  }
  for (int p = 0; p < 3; p++) { gradient[p] = 2 * eta[p] * precision[p]; value += eta[p] * eta[p] * precision[p]; for (int q = 0; q < 3; q++) information[3 * p + q] = p == q ? 2 * precision[p] : 0; }
  double product_ = 1;
  for (int l = 0; l < looks; l++) {
    double variance = .0225 * f[l] * f[l] + 2.5e-5, inverse = 1 / variance, off = y[l] - f[l], scaled = off * inverse, bend = .045 * f[l] * inverse;
    value += off * scaled;
    product_ *= variance;
    double along = -2 * scaled + (1 - off * scaled) * bend, curve = 2 * inverse + bend * bend;
    for (int p = 0; p < 3; p++) {
      gradient[p] += along * slope[p][l];
      for (int q = 0; q <= p; q++) information[3 * p + q] += curve * slope[p][l] * slope[q][l];
    }
  }
  return value + log(product_);
}
static void t4(void) {
  total = 0; evaluations = 0;
  for (int s = 0; s < subjects; s++) {
    double eta[3] = { 0 }, g[3], m[9], trial[3], tg[3], tm[9], value = t4_at(eta, observed[s], g, m);
    for (int n = 0; n < 50; n++) {
      double l0 = m[0], l1 = m[3] / l0, l2 = m[6] / l0, d1 = m[4] - l1 * m[3], u = m[7] - l1 * m[6], l3 = u / d1, d2 = m[8] - l2 * m[6] - l3 * u;
      double z0 = -g[0], z1 = -g[1] - l1 * z0, z2 = -g[2] - l2 * z0 - l3 * z1, step[3];
      step[2] = z2 / d2; step[1] = z1 / d1 - l3 * step[2]; step[0] = z0 / l0 - l1 * step[1] - l2 * step[2];
      double size = fmax(fabs(step[0]), fmax(fabs(step[1]), fabs(step[2]))), next;
      if (size < 1e-6) break;
      for (double length = 1; ; length /= 2) {
        for (int p = 0; p < 3; p++) trial[p] = eta[p] + length * step[p];
        next = t4_at(trial, observed[s], tg, tm);
        if (next <= value + 1e-9 || length < 1e-6) break;
      }
      memcpy(eta, trial, sizeof eta); memcpy(g, tg, sizeof g); memcpy(m, tm, sizeof m); value = next;
    }
    total += value;
  }
}

static void data(void) {
  state = 42;
  for (int s = 0; s < people; s++) { double a = normal(), b = normal(), c = normal(); drawn2[s] = (Body){ typical.cl * exp(.3 * a), typical.v1 * exp(.25 * b), typical.v3 * exp(.25 * c) }; }
  state = 43;
  for (int s = 0; s < subjects; s++) {
    double z[5]; for (int i = 0; i < 5; i++) z[i] = normal();
    patients[s] = (Patient){ { typical.cl * exp(.3 * z[0]), typical.v1 * exp(.25 * z[1]), typical.v3 * exp(.25 * z[2]) }, .15 * exp(.4 * z[3]), .005 * exp(.4 * z[4]) };
  }
  state = 7;
  for (int s = 0; s < subjects; s++) {
    double a = normal(), b = normal(), c = normal();
    Modes m = modes((Body){ typical.cl * exp(.3 * a), typical.v1 * exp(.25 * b), typical.v3 * exp(.25 * c) });
    for (int l = 0; l < looks; l++) {
      double f = 0;
      for (int i = 0; i < 3; i++) f += .875 * m.weight[i] / m.rate[i] * (exp(-m.rate[i] * fmax(0, look[l] - 40)) - exp(-m.rate[i] * look[l]));
      observed[s][l] = fmax(.001, f + sqrt(.0225 * f * f + 2.5e-5) * normal());
    }
  }
}

int main(void) {
  plasma = malloc(seconds * 8); effect = malloc(seconds * 8);
  stored = aligned_alloc(64, (size_t)people * steps * 8);
  memset(stored, 1, (size_t)people * steps * 8);
  data();
  t3_matrices();
  t1(); t2(); t2_quantiles(); t3(); t4();
  int at = 48; double row[people];
  for (int j = 0; j < blocks; j++) memcpy(row + j * B, stored + ((size_t)j * steps + at) * B, sizeof(double) * B);
  qsort(row, people, 8, ascending);
  printf("{\"doubles\":%d,\"check\":{\"c2400\":%.15g,\"c86400\":%.12g,\"e2400\":%.15g,\"median\":%.13g,\"stored\":%.13g,\"relief\":%.12g,\"panels\":%.4g,\"objective\":%.11g,\"evaluations\":%.4g},", W,
    plasma[2400], plasma[86400], effect[2400], band[at][2], (row[4999] + row[5000]) / 2, relief[0][hours - 1], panels / 1e3, total, evaluations / 1e3);
  fflush(stdout);
  double a = median(t1, 999), b = median(t2, 11), c = median(t2_quantiles, 5), d = median(t3, 5), e = median(t4, 51);
  printf("\"ms\":{\"t1\":%.4f,\"t2\":%.3f,\"t2q\":%.3f,\"t3\":%.3f,\"t4\":%.4f}}\n", a, b, c, d, e);
}
