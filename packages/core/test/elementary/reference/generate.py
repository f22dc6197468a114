#!/usr/bin/env python3
"""Reference values of exp, log and pow: run it, and <function>.bin beside it are written again, the same as before.

Those of the other functions come from generate_exponential.py and generate_trigonometric.py.
"""

import math

import gmpy2

from samples import bits, make, near, signed, spread, subnormal, write

gmpy2.get_context().precision = 300
ln2 = math.log(2)

exponents = [
    lambda rng: rng.uniform(-745.2, 709.8),
    lambda rng: rng.uniform(-2, 2),
    lambda rng: near(rng, ln2 * (rng.randint(-1070, 1020) + 0.5)),
    lambda rng: rng.uniform(-745.2, -707),
    lambda rng: signed(rng, spread(rng, -60, 0)),
    lambda rng: rng.uniform(709, 709.79),
]
positive = [
    bits,
    lambda rng: near(rng, 1.0),
    lambda rng: near(rng, math.sqrt(2) * 2.0 ** rng.randint(-3, 3)),
    lambda rng: rng.uniform(0.5, 2),
    subnormal,
    lambda rng: rng.uniform(0, 1000),
]


def powers(base):
    """Pairs whose first number comes from the sampler base."""

    def pair(rng):
        x = base(rng)
        scale = math.log(x)
        if scale == 0:
            return 1.5, rng.uniform(-1000, 1000)
        y = rng.choice([
            lambda: rng.uniform(-745, 709) / scale,
            lambda: rng.uniform(-3, 3),
            lambda: float(rng.randint(-40, 40)),
            lambda: near(rng, 709 / scale),
            lambda: rng.uniform(-745, -707) / scale,
        ])
        return x, y()

    return pair


def power(x, y):
    return x**y


def reference(name, arity, kinds, function):
    write(name, arity, function, make(name, kinds, function))


if __name__ == "__main__":
    reference("exp", 1, exponents, gmpy2.exp)
    reference("log", 1, positive, gmpy2.log)
    reference("pow", 2, [powers(base) for base in positive], power)
