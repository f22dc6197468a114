#!/usr/bin/env python3
"""Reference values of the exponential, logarithmic and hyperbolic functions: run it, and <function>.bin beside it are
written again, the same as before.

The samples lie where an algorithm can go wrong: at zeros, at overflow and underflow, at the borders of its intervals,
among subnormal numbers, and all over the exponents.
"""

import math

import gmpy2

from samples import make, near, signed, spread, subnormal, write

gmpy2.get_context().precision = 300
ln2 = math.log(2)
root2 = math.sqrt(2)
largest = math.log(2.0**1023) + ln2


def small(rng):
    """A number of either sign, any exponent below 2."""
    return signed(rng, spread(rng, -1074, 1) if rng.random() < 0.3 else spread(rng, -60, 1))


def halves(low, high):
    """Near the arguments where x = k ln 2 + r passes from one k to the next."""
    return lambda rng: near(rng, ln2 * (rng.randint(low, high) + 0.5))


def uniform(low, high):
    return lambda rng: rng.uniform(low, high)


def about(*numbers):
    return lambda rng: near(rng, rng.choice(numbers))


positive = [
    spread,
    subnormal,
    uniform(0.5, 2),
    uniform(0, 1000),
    about(1.0),
    lambda rng: near(rng, root2 * 2.0 ** rng.randint(-3, 3)),
]
exponents = [small, uniform(-2, 2), uniform(-40, 40), halves(-4, 4)]
hyperbolic = exponents + [uniform(-largest, largest), lambda rng: signed(rng, near(rng, largest)), halves(-1024, 1024)]


def exponents_between(low, high):
    return exponents + [uniform(low, high), about(low, high), halves(int(low / ln2), int(high / ln2))]


arguments = {
    "exp2": [
        small,
        uniform(-2, 2),
        uniform(-1075, 1024),
        lambda rng: near(rng, rng.randint(-1074, 1023)),
        lambda rng: near(rng, rng.randint(-1074, 1023) + 0.5),
        uniform(-1075, -1020),
        about(1024.0, -1022.0),
    ],
    "expm1": exponents_between(-40, largest) + [about(0.5 * ln2, -0.5 * ln2, -37.4)],
    "log2": positive,
    "log10": positive + [lambda rng: near(rng, 10.0 ** rng.randint(-20, 20))],
    "log1p": [
        small,
        spread,
        uniform(-1, 1),
        uniform(0, 100),
        lambda rng: 2.0 ** rng.uniform(-60, 0) - 1,
        about(-1.0, root2 - 1, 1 / root2 - 1, 1.0),
        lambda rng: near(rng, 2.0 ** rng.randint(0, 60) * root2 - 1),
    ],
    "cbrt": [
        lambda rng: signed(rng, spread(rng)),
        subnormal,
        uniform(1, 8),
        lambda rng: near(rng, 2.0 ** rng.randint(-9, 9)),
        lambda rng: near(rng, rng.randint(1, 200000) ** 3),
    ],
    "sinh": hyperbolic,
    "cosh": hyperbolic,
    "tanh": exponents + [uniform(-1, 1), uniform(-23, 23), about(0.5493, 2.0**-28, 19.06, 22.0)],
    "asinh": [
        small,
        lambda rng: signed(rng, spread(rng)),
        uniform(-1, 1),
        uniform(-100, 100),
        about(0.3535533905932738, 1.0, 2.0**28, 2.0**-28, root2),
    ],
    "acosh": [
        lambda rng: spread(rng, 0),
        uniform(1, 2),
        uniform(1, 100),
        lambda rng: 1 + spread(rng, -52, 2),
        about(1.0607, 1.25, 3.0, 2.0**28),
    ],
    "atanh": [
        small,
        uniform(-1, 1),
        lambda rng: signed(rng, 1 - spread(rng, -53, -1)),
        uniform(-0.2, 0.2),
        about(0.1715728752538099, -1 / 3, 0.5),
    ],
    "sigmoid": exponents_between(-745.2, 40.0) + [uniform(-745.2, -707)],
    "softplus": exponents_between(-745.2, 41.0) + [uniform(-745.2, -707), about(-0.8813735870195430), lambda rng: spread(rng, 0)],
}

functions = {
    "exp2": gmpy2.exp2,
    "expm1": gmpy2.expm1,
    "log2": gmpy2.log2,
    "log10": gmpy2.log10,
    "log1p": gmpy2.log1p,
    "cbrt": gmpy2.cbrt,
    "sinh": gmpy2.sinh,
    "cosh": gmpy2.cosh,
    "tanh": gmpy2.tanh,
    "asinh": gmpy2.asinh,
    "acosh": gmpy2.acosh,
    "atanh": gmpy2.atanh,
    "sigmoid": lambda x: 1 / (1 + gmpy2.exp(-x)),
    "softplus": lambda x: gmpy2.log1p(gmpy2.exp(x)),
}


def log_add_exp(x, y):
    high, low = max(x, y), min(x, y)
    return high + gmpy2.log1p(gmpy2.exp(low - high))


def pairs(rng):
    """Arguments of logAddExp whose result is not near 0, so that its bound holds in ulps of the result."""
    x = rng.choice([lambda: spread(rng, -1074, 10), lambda: rng.uniform(0, 800), lambda: rng.uniform(-800, -1.5)])()
    y = rng.choice([
        lambda: x - spread(rng, -60, 9.5),
        lambda: x,
        lambda: near(rng, x),
        lambda: rng.uniform(-745, 0) if x >= 0 else x * rng.uniform(1, 2),
        lambda: x - 0.8813735870195430 + rng.uniform(-0.1, 0.1),
    ])()
    return (x, y) if rng.random() < 0.5 else (y, x)


if __name__ == "__main__":
    for name, function in functions.items():
        write(name, 1, function, make(name, arguments[name], function))
    write("logAddExp", 2, log_add_exp, make("logAddExp", [pairs], log_add_exp))
