/* What every task of the limit shares: as many doubles at once as the machine takes, the body, and what a task hands over. */
#ifndef LIMIT_H
#define LIMIT_H
#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

/* Sizes of the tasks. */
enum { seconds = 86401, people = 10000, steps = 2881, subjects = 1000, hours = 2017, looks = 8 };
typedef struct { Body body; double ec50, kon; } Patient;

/* What is drawn. */
extern Body drawn2[people];
extern Patient patients[subjects];
extern double observed[subjects][looks];
extern const double look[looks];
void data(void);

/* What is found. */
extern double *plasma, *effect, *stored, band[steps][5], site[subjects][hours], relief[subjects][hours], total;
extern int panels, evaluations;
enum { B = 2 * W, blocks = people / B };

void t1(void);
void t2(void);
void t2_quantiles(void);
void t3_matrices(void);
void t3(void);
void t4(void);
#endif
