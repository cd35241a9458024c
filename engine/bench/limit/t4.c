/* T4: the mode of three etas by Fisher scoring, with gradients through the eigenvalues. */
#include "limit.h"

const double look[looks] = { 5, 20, 40, 60, 90, 150, 240, 480 };
double total;
int evaluations;

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
void t4(void) {
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
