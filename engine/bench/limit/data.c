/* Who is simulated and what was seen of them: the same random numbers in every implementation. */
#include "limit.h"

Body drawn2[people];
Patient patients[subjects];
double observed[subjects][looks];

static uint32_t state;
static double uniform(void) {
  state += 0x6d2b79f5u;
  uint32_t t = (state ^ (state >> 15)) * (1 | state);
  t = (t + (t ^ (t >> 7)) * (61 | t)) ^ t;
  return (t ^ (t >> 14)) / 4294967296.0;
}
static double normal(void) { double r = sqrt(-2 * log(1 - uniform())); return r * cos(2 * M_PI * uniform()); }

void data(void) {
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
