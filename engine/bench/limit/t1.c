/* T1: one body, every second of a day: four powers in sixteen lanes of time. */
#include "limit.h"

enum { lanes = 16 };
double *plasma, *effect;

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
void t1(void) {
  Modes m = modes(typical);
  double x[3] = { 0 }, e = 0;
  t1_stretch(&m, x, &e, .875, 0, 2400);
  t1_stretch(&m, x, &e, 0, 2400, seconds);
}
