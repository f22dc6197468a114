// What each workload in C has: data from standard input, answers to be checked, and calls for the clock.
// REAL is the dtype, float or double.

#pragma once

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef SINGLE
typedef float REAL;
#define EXP expf
#define LOG logf
#define TANH tanhf
#define SIN sinf
#define COS cosf
#else
typedef double REAL;
#define EXP exp
#define LOG log
#define TANH tanh
#define SIN sin
#define COS cos
#endif

static void read_exactly(void *into, size_t bytes) {
  if (fread(into, 1, bytes, stdin) != bytes) exit(2);
}

static void *reserve(size_t bytes) {
  // Aligned for the widest vectors.
  void *place = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (place == NULL) exit(3);
  return place;
}

static REAL *zeros(size_t count) { return memset(reserve(count * sizeof(REAL)), 0, count * sizeof(REAL)); }

static int64_t read_whole(void) {
  int64_t value;
  read_exactly(&value, sizeof value);
  return value;
}

// A length, and as many f64; numbers are exact in f32.
static REAL *read_array(int64_t *count) {
  *count = read_whole();
  double *given = reserve(*count * sizeof(double));
  read_exactly(given, *count * sizeof(double));
  REAL *array = zeros(*count);
  for (int64_t i = 0; i < *count; i++) array[i] = (REAL)given[i];
  free(given);
  return array;
}

static void answer(const REAL *array, int64_t count) {
  fwrite(&count, sizeof count, 1, stdout);
  for (int64_t i = 0; i < count; i++) {
    double value = array[i];
    fwrite(&value, sizeof value, 1, stdout);
  }
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return 1e3 * now.tv_sec + 1e-6 * now.tv_nsec;
}

typedef struct {
  const char *name;
  void (*prepare)(void);
  // Writes the number of answers, and each.
  void (*check)(void);
  // Makes this many calls.
  void (*run)(int64_t calls);
} workload;

// --- Workloads whose call takes a point and gives derivatives there: as in src/kinds/gradient.ts. ---

enum { most_parts = 4 };

typedef struct {
  int parts;
  int64_t length[most_parts];
  REAL *at[most_parts];
  int results;
  int64_t result_length[most_parts];
  REAL *result[most_parts];
} point;

static void read_point(point *p) {
  p->parts = (int)read_whole();
  for (int i = 0; i < p->parts; i++) p->at[i] = read_array(&p->length[i]);
}

// Results of these lengths.
static void has_results(point *p, int count, const int64_t *length) {
  p->results = count;
  for (int i = 0; i < count; i++) {
    p->result_length[i] = length[i];
    p->result[i] = zeros(length[i]);
  }
}

// Each part's derivative has its length.
static void has_gradient(point *p) { has_results(p, p->parts, p->length); }

static const REAL step = (REAL)(1.0 / 1024);

static void check_points(point *p, void (*call)(point *)) {
  REAL *start[most_parts];
  for (int i = 0; i < p->parts; i++) {
    start[i] = zeros(p->length[i]);
    memcpy(start[i], p->at[i], p->length[i] * sizeof(REAL));
  }
  int64_t count = 3 * p->results;
  fwrite(&count, sizeof count, 1, stdout);
  for (int turn = 0; turn < 3; turn++) {
    for (int i = 0; i < p->parts; i++) {
      for (int64_t j = 0; j < p->length[i]; j++) {
        // Rounded to f32, as the points of the specification are.
        p->at[i][j] = turn == 1 ? (REAL)(float)((double)start[i][j] + step * ((j & 7) - 3)) : start[i][j];
      }
    }
    call(p);
    for (int i = 0; i < p->results; i++) answer(p->result[i], p->result_length[i]);
  }
  for (int i = 0; i < p->parts; i++) free(start[i]);
}

static void run_points(point *p, void (*call)(point *), int64_t calls) {
  REAL *moving = p->at[0];
  int64_t length = p->length[0];
  REAL *start = zeros(length);
  memcpy(start, moving, length * sizeof(REAL));
  for (int64_t i = 0; i < calls; i++) {
    call(p);
    int down = p->result[0][0] < 0;
    moving[i % length] = start[i % length];
    int64_t next = (i + 1) % length;
    REAL move = step * (1 + (i & 7));
    moving[next] = start[next] + (down ? -move : move);
  }
  memcpy(moving, start, length * sizeof(REAL));
  free(start);
}

#define POINTS(label, name)                                                                      \
  static void name##_check(void) { check_points(&name##_point, name##_call); }                   \
  static void name##_run(int64_t calls) { run_points(&name##_point, name##_call, calls); }       \
  static const workload name = {label, name##_prepare, name##_check, name##_run};
