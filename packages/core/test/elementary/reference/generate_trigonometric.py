#!/usr/bin/env python3
"""Reference values of the trigonometric functions, their inverses, and the error functions: run it, and <function>.bin
beside it are written again, the same as before.

The samples lie where an algorithm can go wrong: near multiples of π/2 small and huge, at the ends of the domain, at the
borders of intervals, at overflow and underflow, among subnormal numbers, and all over the exponents.
"""

import math

import gmpy2
from gmpy2 import mpfr

from samples import bits, make, near, neighbour, signed, spread, subnormal, write

gmpy2.get_context().precision = 300


def nearest_multiples():
    """For each exponent, the numbers that come nearest to multiples of π/2: from continued fractions."""
    found = []
    with gmpy2.local_context(gmpy2.get_context(), precision=2400):
        quarter = gmpy2.const_pi() / 2
        for e in range(-52, 972):
            rest = gmpy2.mul_2exp(mpfr(1), e) / quarter if e >= 0 else gmpy2.div_2exp(mpfr(1), -e) / quarter
            before, m = 1, 0
            while True:
                whole = int(gmpy2.floor(rest))
                before, m = m, whole * m + before
                if m >= 2**53:
                    break
                if m >= 2**44:
                    found.append(math.ldexp(m, e))
                rest = 1 / (rest - whole)
    return found


hard = nearest_multiples()


def uniform(low, high):
    return lambda rng: rng.uniform(low, high)


def about(*numbers):
    """Near one of the numbers, with either sign."""
    return lambda rng: signed(rng, near(rng, rng.choice(numbers)))


def small(rng):
    return signed(rng, subnormal(rng) if rng.random() < 0.1 else spread(rng, -1074, -1))


angles = [
    uniform(-10, 10),
    uniform(-0.8, 0.8),
    lambda rng: signed(rng, spread(rng, -30, 24)),
    lambda rng: signed(rng, bits(rng)),
    lambda rng: signed(rng, rng.choice(hard)),
    lambda rng: neighbour(rng, math.pi / 2 * rng.randint(-2000000, 2000000)),
    lambda rng: near(rng, math.pi / 2 * rng.randint(-20, 20)),
    lambda rng: near(rng, math.pi / 4 * (2 * rng.randint(-20, 20) + 1)),
    lambda rng: neighbour(rng, math.pi / 4 * (2 * rng.randint(-500000, 500000) + 1)),
    uniform(1.64e6, 1.66e6),
    small,
]
ratios = [
    uniform(-1, 1),
    lambda rng: signed(rng, spread(rng, -30, 0)),
    lambda rng: signed(rng, 1 - spread(rng, -53, -1)),
    lambda rng: rng.choice([-1, 1]) * near(rng, 0.5),
    uniform(-0.6, -0.4),
    uniform(0.4, 0.6),
    small,
]
slopes = [
    uniform(-1, 1),
    uniform(-4, 4),
    lambda rng: signed(rng, spread(rng, -30, 70)),
    lambda rng: signed(rng, bits(rng)),
    about(*[k / 16 for k in range(1, 17)]),
    lambda rng: signed(rng, neighbour(rng, rng.randint(1, 16) / 16)),
    lambda rng: signed(rng, near(rng, 16 / rng.randint(1, 16))),
    small,
]


def arguments_of(slope):
    """(y, x) of a slope y / x, with x of any sign and size."""

    def pair(rng):
        t = slope(rng)
        x = rng.choice([
            lambda: rng.uniform(-10, 10),
            lambda: signed(rng, spread(rng)),
            lambda: float(rng.randint(-9, 9)),
            lambda: signed(rng, subnormal(rng)),
        ])()
        y = t * x
        return (y, x) if rng.random() < 0.5 else (x, y)

    return pair


pairs = [arguments_of(slope) for slope in slopes]
pairs += [lambda rng: (signed(rng, bits(rng)), signed(rng, bits(rng))), lambda rng: (rng.gauss(0, 1), rng.gauss(0, 1))]
pairs += [lambda rng: (signed(rng, subnormal(rng)), signed(rng, subnormal(rng)))]

errors = [
    uniform(-1, 1),
    uniform(-6, 6),
    uniform(0.4, 3),
    about(0.5, 1.0, 2.0, 6.0),
    lambda rng: signed(rng, spread(rng, -60, 2)),
    small,
]
complements = errors + [uniform(6, 27.3), uniform(26, 27.24), uniform(-0.5, 0.5)]


def reference(name, arity, kinds, function):
    write(name, arity, function, make(name, kinds, function))


functions = {
    "sin": (1, angles, gmpy2.sin),
    "cos": (1, angles, gmpy2.cos),
    "tan": (1, angles, gmpy2.tan),
    "asin": (1, ratios, gmpy2.asin),
    "acos": (1, ratios, gmpy2.acos),
    "atan": (1, slopes, gmpy2.atan),
    "atan2": (2, pairs, gmpy2.atan2),
    "erf": (1, errors, gmpy2.erf),
    "erfc": (1, complements, gmpy2.erfc),
}

if __name__ == "__main__":
    for name, (arity, kinds, function) in functions.items():
        reference(name, arity, kinds, function)
