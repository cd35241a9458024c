/* T3: exact concentrations, relief on panels of 16 Chebyshev–Lobatto nodes, which double while the coefficients allow. */
#include "limit.h"

enum { nodes = 16 };
double site[subjects][hours], relief[subjects][hours];
static double angle_[nodes], to_coefficients[nodes][nodes] ALIGNED, integrate[nodes][nodes] ALIGNED; /* by column */
int panels;
static int rejected;

void t3_matrices(void) {
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
void t3(void) { panels = rejected = 0; for (int s = 0; s < subjects; s++) t3_one(s); }
