/*
 * What the machine can do: the four timed tasks in C, with the layouts that are fastest there. Not shipped. The bench builds it twice, for
 * plain SSE2 and for this machine, each with -O3 -ffast-math. It prints what it found, for the bench to compare, and then answers each
 * line "task times" with the median of so many runs, in ms of CPU time.
 */
#include <stdio.h>
#include <time.h>
#include "limit/limit.h"

static double cpu(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec * 1e-6; }
static int ascending(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
static double median(void (*run)(void), int times) {
  double spent[1000];
  for (int i = 0; i < times; i++) { double start = cpu(); run(); spent[i] = cpu() - start; }
  qsort(spent, times, sizeof(double), ascending);
  return spent[times / 2];
}
static double sum(const double *x, size_t n) { double s = 0; for (size_t i = 0; i < n; i++) s += x[i]; return s; }

static const struct { const char *name; void (*run)(void); } tasks[] = { { "T1", t1 }, { "T2", t2 }, { "T2q", t2_quantiles }, { "T3", t3 }, { "T4", t4 } };

int main(void) {
  plasma = malloc(seconds * 8); effect = malloc(seconds * 8);
  stored = aligned_alloc(64, (size_t)people * steps * 8);
  memset(stored, 1, (size_t)people * steps * 8);
  data();
  t3_matrices();
  for (int i = 0; i < 5; i++) tasks[i].run();
  printf("{\"doubles\":%d,\"T1\":[%.17g,%.17g,%.17g,%.17g,%.17g],", W, plasma[2400], plasma[86400], effect[2400], sum(plasma, seconds), sum(effect, seconds));
  double at[4] = { 0 };
  for (int j = 0; j < blocks; j++) for (int i = 0; i < 4; i++) at[i] += sum(stored + ((size_t)j * steps + 48 + 900 * i) * B, B);
  printf("\"T2\":[%.17g,%.17g,%.17g,%.17g],\"T2q\":[%.17g", at[0], at[1], at[2], at[3], band[48][2]);
  for (int q = 0; q < 5; q++) printf(",%.17g", band[1000][q]);
  printf("],\"T3\":[%.17g,%.17g,%.17g],", relief[0][hours - 1], sum(relief[0], (size_t)subjects * hours), sum(site[0], (size_t)subjects * hours));
  printf("\"T4\":[%.17g],\"panels\":%g,\"evaluations\":%g}\n", total, panels / 1e3, evaluations / 1e3);
  fflush(stdout);
  char task[8];
  for (int times; scanf("%7s %d", task, &times) == 2; fflush(stdout))
    for (int i = 0; i < 5; i++) if (strcmp(task, tasks[i].name) == 0) printf("%.6f\n", median(tasks[i].run, times < 999 ? times : 999));
}
